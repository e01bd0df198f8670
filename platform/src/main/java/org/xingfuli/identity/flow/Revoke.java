package org.xingfuli.identity.flow;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.AppointmentChanged;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.model.Appointment;
import org.xingfuli.identity.store.AppointmentStore;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;

/** An appointment ends; the person's next request no longer has it. */
@Component
public class Revoke {

  private final Transactions transactions;
  private final PersonStore people;
  private final AppointmentStore appointments;
  private final Rights rights;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Revoke(Transactions transactions, PersonStore people, AppointmentStore appointments, Rights rights, Audit audit,
      ApplicationEventPublisher events, Clock clock) {
    this.transactions = transactions;
    this.people = people;
    this.appointments = appointments;
    this.rights = rights;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  public void revoke(UUID personId, UUID appointmentId) {
    transactions.here(() -> {
      Found.orRefuse(people.hold(personId));
      var appointment = Found.orRefuse(appointments.find(personId, appointmentId));
      refuseOwnAndBeyond(appointment);
      if (appointment.role() == Role.ADMINISTRATOR) {
        refuseLastAdministrator(personId);
      }
      var by = CurrentScope.get().principal();
      if (!appointments.revoke(appointmentId, by, clock.instant())) {
        throw new Refused(Refusal.of("common.not-found"));
      }
      audit.record("identity.revoke", new Subject("person", personId), Appoint.facts(appointment));
      events.publishEvent(new AppointmentChanged(UuidV7.create(), personId));
    });
  }

  private static void refuseOwnAndBeyond(Appointment appointment) {
    if (appointment.personId().equals(CurrentScope.get().principal())) {
      throw new Refused(Refusal.of("identity.own-rights"));
    }
    if (appointment.area() != null && !Reach.has(appointment.area())) {
      throw new Refused(Refusal.of("common.not-found"));
    }
  }

  /** Somebody must remain who can appoint; two who revoke each other at once cannot both succeed. */
  void refuseLastAdministrator(UUID leaving) {
    if (appointments.otherAdministrators(leaving, rights.today()) == 0) {
      throw new Refused(Refusal.of("identity.last-administrator"));
    }
  }
}
