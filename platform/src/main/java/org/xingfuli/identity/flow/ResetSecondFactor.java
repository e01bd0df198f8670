package org.xingfuli.identity.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.identity.store.SecondFactorStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * A security administrator takes off the second factor of somebody who has lost it. The password is another administrator's
 * business, so that nobody alone opens an account that is not the own. For those who administer themselves it takes two
 * security administrators, neither of whom has the other in hand; docs/decisions/0017.
 */
@Component
public class ResetSecondFactor {

  /** How long the first one's word waits for the second's. */
  private static final Duration WAITS = Duration.ofHours(24);
  private static final Duration IN_HAND = Duration.ofDays(30);

  private final Transactions transactions;
  private final PersonStore people;
  private final SecondFactorStore store;
  private final Rights rights;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;

  ResetSecondFactor(Transactions transactions, PersonStore people, SecondFactorStore store, Rights rights,
      Sessions sessions, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.people = people;
    this.store = store;
    this.rights = rights;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes it off, and ends the person's sessions.
   *
   * @throws Refused {@code identity.second-officer-needed} for an administrator, when nobody else has asked yet; that this
   *     one has asked is kept
   */
  public void reset(UUID personId) {
    boolean done = transactions.here(() -> {
      Found.orRefuse(people.hold(personId));
      if (personId.equals(CurrentScope.get().principal())) {
        throw new Refused(Refusal.of("identity.own-rights"));
      }
      if (!store.enrolled(personId)) {
        throw new Refused(Refusal.of("identity.no-second-factor"));
      }
      return !administers(personId) || seconded(personId) ? takeOff(personId) : ask(personId);
    });
    if (!done) {
      throw new Refused(Refusal.of("identity.second-officer-needed", Map.of("hours", WAITS.toHours())));
    }
    sessions.end(personId, null);
  }

  private boolean administers(UUID personId) {
    return rights.holding(personId).stream().anyMatch(appointment -> Role.SEPARATED.contains(appointment.role()));
  }

  private boolean seconded(UUID personId) {
    var me = CurrentScope.get().principal();
    return store.resetAskedBy(personId, clock.instant().minus(WAITS)).filter(first -> independent(first, me)).isPresent();
  }

  private boolean takeOff(UUID personId) {
    store.remove(personId);
    store.forgetReset(personId);
    audit.record("identity.second-factor-reset", new Subject("person", personId), Map.of());
    return true;
  }

  private boolean ask(UUID personId) {
    store.askReset(personId, CurrentScope.get().principal(), clock.instant());
    audit.record("identity.second-factor-reset-ask", new Subject("person", personId), Map.of());
    return false;
  }

  /** Asked with the system's eyes: what the caller does not see must not count as absent. */
  private boolean independent(UUID one, UUID other) {
    var since = clock.instant().minus(IN_HAND);
    return !one.equals(other) && transactions.as(SystemScope.of("identity.two-administrators"), () ->
        !store.hasInHand(one, other, since) && !store.hasInHand(other, one, since));
  }
}
