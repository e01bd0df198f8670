package org.xingfuli.identity.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.DoorProperties;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.identity.flow.SignInGuard.Verdict;
import org.xingfuli.identity.model.ApiToken;
import org.xingfuli.identity.model.OneTimeToken;
import org.xingfuli.identity.store.ApiTokenStore;
import org.xingfuli.kernel.Refusal;

/**
 * A machine comes with a token. Read from the database at every request, so that what was revoked, has ended or is no right
 * of its owner any more stops at once and on every node.
 */
@Component
public class CheckToken {

  private static final Scope DOOR = SystemScope.of("identity.token");
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final UUID NOBODY = new UUID(0, 0);

  private final Transactions transactions;
  private final ApiTokenStore store;
  private final Rights rights;
  private final SignInGuard guard;
  private final DoorProperties.Tokens settings;
  private final Audit audit;
  private final Clock clock;

  CheckToken(Transactions transactions, ApiTokenStore store, Rights rights, SignInGuard guard, DoorProperties properties,
      Audit audit, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.rights = rights;
    this.guard = guard;
    this.settings = properties.tokens();
    this.audit = audit;
    this.clock = clock;
  }

  /** Who it is, or why the token opens nothing. */
  public sealed interface Answer {
    record Known(SignedIn person) implements Answer {}

    record Refused(Refusal refusal) implements Answer {}
  }

  public Answer check(String secret, String address) {
    var found = transactions.as(DOOR, () -> store.byHash(OneTimeToken.hash(secret)));
    if (found.isEmpty() || !found.get().opens(clock.instant())) {
      return transactions.as(DOOR, () -> refused(found.map(ApiToken::personId).orElse(NOBODY), address));
    }
    var token = found.get();
    if (transactions.as(DOOR, () -> store.used(token.id(), clock.instant(), WINDOW)) > settings.perMinute()) {
      return new Answer.Refused(Refusal.of("identity.token-too-busy", Map.of("perMinute", settings.perMinute())));
    }
    return rights.of(token.personId())
        .<Answer>map(person -> new Answer.Known(person.byToken(new SignedIn.Token(token.id(), token.permissions()))))
        .orElseGet(() -> new Answer.Refused(Refusal.of("identity.token-unknown")));
  }

  /** Whether the person's token still opens, for what is held open with it; asking is no request of the machine's. */
  public boolean stands(UUID personId, UUID token) {
    return transactions.as(DOOR, () -> store.find(token))
        .filter(found -> found.personId().equals(personId) && found.opens(clock.instant())).isPresent();
  }

  /** A wrong one is written down when it was once good, and when a lock begins; not for every guess of a flood. */
  private Answer refused(UUID owner, String address) {
    var verdict = guard.badToken(address);
    if (verdict instanceof Verdict.Locked locked) {
      return new Answer.Refused(Refusal.of("identity.token-locked", Map.of("minutes", guard.minutes(locked.until()))));
    }
    boolean locks = verdict instanceof Verdict.Open open && !open.lock().isZero();
    if (locks || !owner.equals(NOBODY)) {
      audit.record("identity.token-refused", new Subject("person", owner), Map.of("address", address, "locks", locks));
    }
    return new Answer.Refused(Refusal.of("identity.token-unknown"));
  }
}
