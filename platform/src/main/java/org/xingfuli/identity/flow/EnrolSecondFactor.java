package org.xingfuli.identity.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.model.RecoveryCode;
import org.xingfuli.identity.model.Totp;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.identity.store.SecondFactorStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * A person sets up the second factor: shows once more who it is, takes the secret into the telephone and types its first
 * code. Until then nothing changes, and what was set up before still counts.
 */
@Component
public class EnrolSecondFactor {

  /** A secret that is not confirmed within this time is worth nothing. */
  private static final Duration WAITS = Duration.ofMinutes(15);

  private final Transactions transactions;
  private final PersonStore people;
  private final SecondFactorStore store;
  private final FactorSecrets secrets;
  private final ShowSecondFactor show;
  private final ChangePassword passwords;
  private final SignInGuard guard;
  private final Rights rights;
  private final SecondFactorRule rule;
  private final Audit audit;
  private final Clock clock;

  EnrolSecondFactor(Transactions transactions, PersonStore people, SecondFactorStore store, FactorSecrets secrets,
      ShowSecondFactor show, ChangePassword passwords, SignInGuard guard, Rights rights, SecondFactorRule rule, Audit audit,
      Clock clock) {
    this.transactions = transactions;
    this.people = people;
    this.store = store;
    this.secrets = secrets;
    this.show = show;
    this.passwords = passwords;
    this.guard = guard;
    this.rights = rights;
    this.rule = rule;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * How it stands with a person's second factor.
   *
   * @param since when it was set up
   * @param demanded whether a role of the person demands one
   */
  public record Standing(@Nullable Instant since, int recoveryCodesLeft, boolean demanded) {}

  public Standing standing(UUID person) {
    return transactions.here(() -> new Standing(
        store.find(person).flatMap(kept -> Optional.ofNullable(kept.confirmedAt())).orElse(null),
        store.recoveryCodesLeft(person), rule.demanded(rights.holding(person))));
  }

  /**
   * Offers a secret.
   *
   * @param proof the current password, or a code where there is a second factor already; nothing is asked of somebody who
   *     has neither, and came in by the identity provider
   * @return the secret, told to nobody else
   */
  public byte[] offer(UUID personId, String proof, String address) {
    var person = transactions.here(() -> people.find(personId)).orElseThrow();
    if (show.enrolled(personId)) {
      show.show(personId, proof, address);
    } else if (person.passwordHash() != null) {
      guard.oneByOne(person.signInName(), () -> passwords.check(person, proof, address));
    }
    var secret = Totp.secret();
    transactions.here(() -> store.offer(personId, secrets.close(personId, secret), clock.instant()));
    return secret;
  }

  /**
   * Takes the first code; from now on the second factor is asked for.
   *
   * @return recovery codes, shown this once
   * @throws Refused {@code identity.code-wrong}, or {@code identity.enrolment-too-late}
   */
  public List<String> confirm(UUID personId, String typed) {
    return transactions.here(() -> {
      var pending = store.find(personId)
          .filter(kept -> kept.pendingAt() != null && kept.pendingAt().plus(WAITS).isAfter(clock.instant()))
          .flatMap(kept -> Optional.ofNullable(kept.pending()))
          .orElseThrow(() -> new Refused(Refusal.of("identity.enrolment-too-late")));
      var step = Totp.match(secrets.open(personId, pending), typed.strip().replace(" ", ""), clock.instant(), 0);
      if (step.isEmpty() || !store.confirm(personId, pending, step.getAsLong(), clock.instant())) {
        throw new Refused(Refusal.of("identity.code-wrong", Map.of("pointer", "/code")));
      }
      audit.record("identity.second-factor-on", new Subject("person", personId), Map.of());
      return freshCodes(personId);
    });
  }

  /** New recovery codes, for a code; the earlier ones are worth nothing any more. */
  public List<String> renewCodes(UUID personId, String code, String address) {
    show.show(personId, code, address);
    return transactions.here(() -> {
      audit.record("identity.recovery-codes", new Subject("person", personId), Map.of());
      return freshCodes(personId);
    });
  }

  /**
   * Takes the second factor off, for a code.
   *
   * @throws Refused {@code identity.second-factor-demanded} where a role demands one
   */
  public void remove(UUID personId, String code, String address) {
    if (standing(personId).demanded()) {
      throw new Refused(Refusal.of("identity.second-factor-demanded"));
    }
    show.show(personId, code, address);
    transactions.here(() -> {
      store.remove(personId);
      audit.record("identity.second-factor-off", new Subject("person", personId), Map.of());
    });
  }

  private List<String> freshCodes(UUID personId) {
    var codes = RecoveryCode.some();
    store.putRecoveryCodes(personId, codes.stream().map(code -> RecoveryCode.hash(personId, code)).toList());
    return codes;
  }
}
