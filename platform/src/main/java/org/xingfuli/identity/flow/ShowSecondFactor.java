package org.xingfuli.identity.flow;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.flow.SignInGuard.Verdict;
import org.xingfuli.identity.model.RecoveryCode;
import org.xingfuli.identity.model.Totp;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.identity.store.SecondFactorStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Somebody shows the second factor: a code of the telephone, or a recovery code. Guesses are counted by person, apart from
 * passwords, and by address; a code that was taken is never taken again, on whichever node it comes.
 */
@Component
public class ShowSecondFactor {

  private static final Scope DOOR = SystemScope.of("identity.sign-in");

  private final Transactions transactions;
  private final PersonStore people;
  private final SecondFactorStore store;
  private final FactorSecrets secrets;
  private final SignInGuard guard;
  private final Audit audit;
  private final Clock clock;

  ShowSecondFactor(Transactions transactions, PersonStore people, SecondFactorStore store, FactorSecrets secrets,
      SignInGuard guard, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.people = people;
    this.store = store;
    this.secrets = secrets;
    this.guard = guard;
    this.audit = audit;
    this.clock = clock;
  }

  /** With what it was shown. */
  public enum By { CODE, RECOVERY_CODE }

  public boolean enrolled(UUID person) {
    return transactions.as(DOOR, () -> store.enrolled(person));
  }

  /**
   * Takes the code.
   *
   * @throws Refused {@code identity.code-locked} or {@code identity.code-wrong}
   */
  public By show(UUID person, String typed, String address) {
    return guard.oneByOne("code:" + person, () -> attempt(person, typed, address));
  }

  private By attempt(UUID person, String typed, String address) {
    if (transactions.as(DOOR, () -> guard.beginCode(person, address)) instanceof Verdict.Locked locked) {
      throw new Refused(Refusal.of("identity.code-locked", Map.of("minutes", guard.minutes(locked.until()))));
    }
    var by = transactions.as(DOOR, () -> {
      var taken = take(person, typed.strip().replace(" ", ""));
      if (taken.isPresent()) {
        guard.forgetCode(person);
      } else {
        guard.failed(address);
        audit.record("identity.code-failed", new Subject("person", person), Map.of("address", address));
      }
      return taken;
    });
    return by.orElseThrow(() -> new Refused(Refusal.of("identity.code-wrong", Map.of("pointer", "/code"))));
  }

  private Optional<By> take(UUID person, String code) {
    if (!Totp.looksLikeOne(code)) {
      return store.spendRecoveryCode(person, RecoveryCode.hash(person, code), clock.instant())
          ? Optional.of(By.RECOVERY_CODE)
          : Optional.empty();
    }
    var kept = store.find(person);
    var closed = kept.flatMap(known -> Optional.ofNullable(known.secret())).orElse(null);
    if (kept.isEmpty() || closed == null) {
      return Optional.empty();
    }
    var step = Totp.match(secrets.open(person, closed), code, clock.instant(), kept.get().lastStep());
    return step.isPresent() && store.spend(person, step.getAsLong()) ? Optional.of(By.CODE) : Optional.empty();
  }

  /** Somebody is in, after both steps; written down as the person's own act. */
  public void entered(UUID personId, By by, String address) {
    var person = transactions.as(DOOR, () -> people.find(personId)).orElseThrow();
    transactions.run(SignIn.self(person), () -> audit.record(
        "identity.sign-in", new Subject("person", personId), Map.of("address", address, "secondFactor", by)));
  }

  /** It was shown again, by somebody who is in already. */
  public void shownAgain(UUID personId, By by) {
    transactions.here(() -> audit.record(
        "identity.second-factor-again", new Subject("person", personId), Map.of("secondFactor", by)));
  }
}
