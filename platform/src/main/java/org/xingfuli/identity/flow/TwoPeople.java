package org.xingfuli.identity.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.model.Ask;
import org.xingfuli.identity.store.AskStore;

/** What is done only when two people ask for it, neither of whom has the other in hand. */
@Component
class TwoPeople {

  /** How long the first one's word waits for the second's. */
  static final Duration WAITS = Duration.ofHours(24);
  /** Who has set another's password so recently may still be the one who signs in. */
  private static final Duration IN_HAND = Duration.ofDays(30);

  private final Transactions transactions;
  private final AskStore asks;
  private final Clock clock;

  TwoPeople(Transactions transactions, AskStore asks, Clock clock) {
    this.transactions = transactions;
    this.asks = asks;
    this.clock = clock;
  }

  /** Whether somebody independent of the caller has asked for it, within {@link #WAITS}. */
  boolean seconded(Ask ask, UUID personId) {
    var me = CurrentScope.get().principal();
    return asks.askedBy(ask, personId, clock.instant().minus(WAITS))
        .filter(first -> independent(ask, first, me)).isPresent();
  }

  /** Keeps that the caller has asked; an earlier one's word counts no more. */
  void ask(Ask ask, UUID personId) {
    asks.put(ask, personId, CurrentScope.get().principal(), clock.instant());
  }

  /** It is done: nobody's word waits any longer. */
  void forget(Ask ask, UUID personId) {
    asks.delete(ask, personId);
  }

  /** Asked with the system's eyes: what the caller does not see must not count as absent. */
  private boolean independent(Ask ask, UUID one, UUID other) {
    var since = clock.instant().minus(IN_HAND);
    return !one.equals(other) && transactions.as(SystemScope.of("identity.two-administrators"), () ->
        !asks.hasInHand(one, other, ask.binding(), since) && !asks.hasInHand(other, one, ask.binding(), since));
  }
}
