package org.xingfuli.identity.flow;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.model.Ask;
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

  private final Transactions transactions;
  private final PersonStore people;
  private final SecondFactorStore store;
  private final TwoPeople two;
  private final Rights rights;
  private final Sessions sessions;
  private final Audit audit;

  ResetSecondFactor(Transactions transactions, PersonStore people, SecondFactorStore store, TwoPeople two,
      Rights rights, Sessions sessions, Audit audit) {
    this.transactions = transactions;
    this.people = people;
    this.store = store;
    this.two = two;
    this.rights = rights;
    this.sessions = sessions;
    this.audit = audit;
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
      return !administers(personId) || two.seconded(Ask.SECOND_FACTOR_RESET, personId)
          ? takeOff(personId) : ask(personId);
    });
    if (!done) {
      throw new Refused(Refusal.of("identity.second-officer-needed", Map.of("hours", TwoPeople.WAITS.toHours())));
    }
    sessions.end(personId, null);
  }

  private boolean administers(UUID personId) {
    return rights.holding(personId).stream().anyMatch(appointment -> Role.SEPARATED.contains(appointment.role()));
  }

  private boolean takeOff(UUID personId) {
    store.remove(personId);
    two.forget(Ask.SECOND_FACTOR_RESET, personId);
    audit.record("identity.second-factor-reset", new Subject("person", personId), Map.of());
    return true;
  }

  private boolean ask(UUID personId) {
    two.ask(Ask.SECOND_FACTOR_RESET, personId);
    audit.record("identity.second-factor-reset-ask", new Subject("person", personId), Map.of());
    return false;
  }
}
