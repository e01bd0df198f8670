package org.xingfuli.identity.flow;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.AppointmentChanged;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;

/** An account is switched off, at once and with all its sessions, or on again. */
@Component
public class SwitchAccount {

  private final Transactions transactions;
  private final PersonStore people;
  private final Rights rights;
  private final Revoke revoke;
  private final Sessions sessions;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SwitchAccount(Transactions transactions, PersonStore people, Rights rights, Revoke revoke, Sessions sessions,
      Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.transactions = transactions;
    this.people = people;
    this.rights = rights;
    this.revoke = revoke;
    this.sessions = sessions;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  public void disable(UUID personId) {
    transactions.here(() -> {
      var person = other(personId);
      rights.holding(personId).stream().filter(held -> held.actingFor() == null)
          .forEach(held -> revoke.refuseLast(held.role(), personId));
      if (!person.disabled()) {
        people.setDisabled(personId, clock.instant());
        told("identity.disable", personId);
      }
    });
    sessions.end(personId, null);
  }

  public void enable(UUID personId) {
    transactions.here(() -> {
      if (other(personId).disabled()) {
        if (people.erased(personId)) {
          throw new Refused(Refusal.of("identity.person-erased"));
        }
        people.setDisabled(personId, null);
        told("identity.enable", personId);
      }
    });
  }

  private Person other(UUID personId) {
    var person = Found.orRefuse(people.hold(personId));
    if (personId.equals(CurrentScope.get().principal())) {
      throw new Refused(Refusal.of("identity.own-rights"));
    }
    return person;
  }

  private void told(String act, UUID personId) {
    audit.record(act, new Subject("person", personId), Map.of());
    events.publishEvent(new AppointmentChanged(UuidV7.create(), personId));
  }
}
