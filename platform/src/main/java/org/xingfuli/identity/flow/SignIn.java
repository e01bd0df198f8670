package org.xingfuli.identity.flow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.flow.SignInGuard.Verdict;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.model.SignInName;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.identity.store.SecondFactorStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Somebody signs in. A wrong password, an unknown name, a disabled account and one without a password give the same answer
 * after the same work.
 */
@Component
public class SignIn {

  private static final Scope DOOR = SystemScope.of("identity.sign-in");
  private static final UUID NOBODY = new UUID(0, 0);

  private final Transactions transactions;
  private final PersonStore people;
  private final SignInGuard guard;
  private final Passwords passwords;
  private final SecondFactorStore factors;
  private final Audit audit;

  SignIn(Transactions transactions, PersonStore people, SignInGuard guard, Passwords passwords,
      SecondFactorStore factors, Audit audit) {
    this.transactions = transactions;
    this.people = people;
    this.guard = guard;
    this.passwords = passwords;
    this.factors = factors;
    this.audit = audit;
  }

  /** A name, who has it, and what the guard said. */
  private record Attempt(String name, Optional<Person> person, Verdict verdict) {}

  /**
   * The person whose name and password these are.
   *
   * @param address where the request comes from
   * @throws Refused {@code identity.locked} or {@code identity.sign-in-failed}
   */
  public UUID signIn(String typedName, String password, String address) {
    var name = SignInName.of(typedName);
    return guard.oneByOne(name, () -> attempt(name, password, address));
  }

  private UUID attempt(String name, String password, String address) {
    var attempt = transactions.as(
        DOOR, () -> new Attempt(name, people.bySignInName(name), guard.begin(name, address)));
    if (attempt.verdict() instanceof Verdict.Locked locked) {
      throw guard.refusal(locked.until());
    }
    // The hash takes its time outside any transaction: no connection waits for it.
    boolean right = passwords.matches(password, attempt.person().map(Person::passwordHash).orElse(null));
    var person = attempt.person().filter(known -> right && !known.disabled());
    if (person.isEmpty()) {
      throw failed(attempt, address);
    }
    welcome(person.get(), password, address);
    return person.get().id();
  }

  private Refused failed(Attempt attempt, String address) {
    var lock = attempt.verdict() instanceof Verdict.Open open ? open.lock().toMinutes() : 0;
    transactions.run(DOOR, () -> {
      guard.failed(address);
      audit.record("identity.sign-in-failed", new Subject("person", attempt.person().map(Person::id).orElse(NOBODY)),
          Map.of("address", address, "lockedMinutes", lock));
    });
    return new Refused(Refusal.of("identity.sign-in-failed"));
  }

  private void welcome(Person person, String password, String address) {
    transactions.run(self(person), () -> {
      guard.forget(person.signInName());
      var hash = person.passwordHash();
      if (hash != null && passwords.outdated(hash)) {
        people.rehash(person.id(), passwords.hash(password));
      }
      // With a second factor nobody is in yet; ShowSecondFactor says when.
      audit.record(factors.enrolled(person.id()) ? "identity.password-right" : "identity.sign-in", new Subject("person", person.id()), Map.of("address", address));
    });
  }

  /** The scope of somebody who acts on nothing but the own account. */
  static Scope self(Person person) {
    return new Scope(Scope.Kind.PERSON, person.id(), person.actor(), Set.of(), Set.of(), Set.of());
  }
}
