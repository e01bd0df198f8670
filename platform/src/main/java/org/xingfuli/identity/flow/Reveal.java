package org.xingfuli.identity.flow;

import java.time.Clock;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.identity.RevealReason;
import org.xingfuli.identity.Reveals;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.identity.store.RevealStore;
import org.xingfuli.identity.store.SecurityRuleStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;

/** Somebody sees a masked value in clear: so many times a day, and each time with a reason that goes on record. */
@Component
public class Reveal {

  private final PersonStore people;
  private final RevealStore store;
  private final SecurityRuleStore rules;
  private final Rights rights;
  private final Audit audit;
  private final Clock clock;

  Reveal(PersonStore people, RevealStore store, SecurityRuleStore rules, Rights rights, Audit audit, Clock clock) {
    this.people = people;
    this.store = store;
    this.rules = rules;
    this.rights = rights;
    this.audit = audit;
    this.clock = clock;
  }

  public Reveals.Granted note(Reveals.Subject subject, RevealReason usual, String typed) {
    var scope = CurrentScope.get();
    if (scope.kind() != Scope.Kind.PERSON || !TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a look is somebody's, and stands in the transaction that reads the value");
    }
    var reason = typed.strip();
    int least = rules.value("REVEAL_REASON");
    if (reason.codePointCount(0, reason.length()) < least) {
      throw new Refused(Refusal.of("identity.reason-too-short", Map.of("pointer", "/reason", "least", least)));
    }
    // Held, so that many looks at once are counted one after the other.
    people.hold(scope.principal());
    int most = rules.value("REVEALS_A_DAY");
    int used = store.count(scope.principal(), rights.today());
    if (used >= most) {
      throw new Refused(Refusal.of("identity.looks-spent", Map.of("most", most)));
    }
    var id = UuidV7.create();
    store.insert(new RevealStore.Look(id, scope.principal(), clock.instant(), subject.type(), subject.id(), subject.area(),
        subject.place(), new TreeSet<>(subject.fields()), usual, reason), rights.today());
    audit.record("identity.reveal", new Subject(subject.type(), subject.id()),
        Map.of("look", id, "fields", new TreeSet<>(subject.fields()), "usual", usual), Map.of("reason", reason));
    return new Reveals.Granted(clock.instant().plusSeconds(rules.value("REVEAL_SHOWN")), most - used - 1);
  }
}
