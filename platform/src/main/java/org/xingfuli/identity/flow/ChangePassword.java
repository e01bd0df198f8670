package org.xingfuli.identity.flow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.flow.SignInGuard.Verdict;
import org.xingfuli.identity.model.PasswordRules;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** A signed-in person changes the own password; guesses at the current one count like sign-ins. */
@Component
public class ChangePassword {

  private final Transactions transactions;
  private final PersonStore people;
  private final SignInGuard guard;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final Audit audit;
  private final Clock clock;

  ChangePassword(Transactions transactions, PersonStore people, SignInGuard guard, Passwords passwords,
      PasswordRules rules, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.people = people;
    this.guard = guard;
    this.passwords = passwords;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
  }

  /** Refuses unless it is the current password; a guess counts. */
  Person check(Person person, String current, String address) {
    if (transactions.here(() -> guard.begin(person.signInName(), address)) instanceof Verdict.Locked locked) {
      throw guard.refusal(locked.until());
    }
    if (!passwords.matches(current, person.passwordHash())) {
      transactions.here(() -> guard.failed(address));
      throw new Refused(Refusal.of("identity.wrong-password", Map.of("pointer", "/current")));
    }
    transactions.here(() -> guard.forget(person.signInName()));
    return person;
  }

  /** Changes it, or says everything that is wrong with the new one. */
  public void change(UUID personId, String current, String next, String address) {
    var person = transactions.here(() -> people.find(personId)).orElseThrow();
    guard.oneByOne(person.signInName(), () -> check(person, current, address));
    var faults = new ArrayList<>(rules.faults(next, person.signInName(), "/next"));
    if (PasswordRules.normalise(next).equals(PasswordRules.normalise(current))) {
      faults.add(Refusal.of("identity.password-same", Map.of("pointer", "/next")));
    }
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    var hash = passwords.hash(next);
    transactions.here(() -> {
      people.setPassword(personId, hash, clock.instant());
      audit.record("identity.change-password", new Subject("person", personId), Map.of());
    });
  }
}
