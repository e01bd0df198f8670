package org.xingfuli.identity.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** An appointment ends now or gets another last day; whoever stands in for its holder ends with it. */
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
      var appointment = held(personId, appointmentId);
      if (appointment.actingFor() == null) {
        refuseLast(appointment.role(), personId);
      }
      revokeNow(appointment);
      deputies(appointment).forEach(this::revokeNow);
    });
  }

  /**
   * Sets another last day, or none.
   *
   * @throws Refused for a day in the past: then it is revoked
   */
  public Appointment setLastDay(UUID personId, UUID appointmentId, @Nullable LocalDate day) {
    return transactions.here(() -> {
      var appointment = held(personId, appointmentId);
      var faults = new ArrayList<Refusal>();
      Appoint.checkDays(appointment.validFrom(), day, rights.today(), faults);
      if (appointment.actingFor() != null) {
        checkWithin(appointment, day, faults);
      }
      if (!faults.isEmpty()) {
        throw new Refused(faults);
      }
      var changed = setDay(appointment, day);
      if (day != null) {
        deputies(appointment).stream().filter(deputy -> !changed.covers(deputy.validFrom(), last(deputy)))
            .forEach(deputy -> shorten(deputy, day));
      }
      return changed;
    });
  }

  private void checkWithin(Appointment deputy, @Nullable LocalDate day, List<Refusal> faults) {
    var office = appointments.find(Objects.requireNonNull(deputy.actingFor())).orElse(null);
    if (day == null || office == null || !office.covers(deputy.validFrom(), day)) {
      faults.add(Refusal.of("identity.beyond-the-office", Map.of("pointer", "/validTo",
          "from", office == null ? "–" : office.validFrom(),
          "to", office == null || office.validTo() == null ? "–" : office.validTo())));
    }
  }

  private Appointment setDay(Appointment appointment, @Nullable LocalDate day) {
    appointments.setLastDay(appointment.id(), day);
    var changed = appointment.until(day);
    audit.record("identity.set-last-day", new Subject("person", appointment.personId()), Appoint.facts(changed));
    events.publishEvent(new AppointmentChanged(UuidV7.create(), appointment.personId()));
    return changed;
  }

  /** A deputy does not outlast the office; one that would only begin after it goes at once. */
  private void shorten(Appointment deputy, LocalDate day) {
    if (day.isBefore(deputy.validFrom())) {
      revokeNow(deputy);
    } else {
      setDay(deputy, day);
    }
  }

  private static LocalDate last(Appointment deputy) {
    return Objects.requireNonNull(deputy.validTo());
  }

  private Appointment held(UUID personId, UUID appointmentId) {
    Found.orRefuse(people.hold(personId));
    var appointment = Found.orRefuse(appointments.find(personId, appointmentId));
    if (appointment.personId().equals(CurrentScope.get().principal())) {
      throw new Refused(Refusal.of("identity.own-rights"));
    }
    if (appointment.area() != null && !Reach.has(appointment.area())) {
      throw new Refused(Refusal.of("common.not-found"));
    }
    return appointment;
  }

  private List<Appointment> deputies(Appointment appointment) {
    return appointments.deputiesOf(Set.of(appointment.id()));
  }

  private void revokeNow(Appointment appointment) {
    if (!appointments.revoke(appointment.id(), CurrentScope.get().principal(), clock.instant())) {
      throw new Refused(Refusal.of("common.not-found"));
    }
    audit.record("identity.revoke", new Subject("person", appointment.personId()), Appoint.facts(appointment));
    events.publishEvent(new AppointmentChanged(UuidV7.create(), appointment.personId()));
  }

  /**
   * Somebody must remain who opens accounts, somebody who grants rights, and somebody who reads the audit; two who revoke each
   * other at once cannot both succeed.
   */
  void refuseLast(Role role, UUID leaving) {
    if (Role.SEPARATED.contains(role)
        && appointments.others(role, leaving, rights.today()) == 0) {
      throw new Refused(Refusal.of("identity.last-administrator", Map.of("role", role.words().zh())));
    }
  }
}
