package org.xingfuli.identity.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.store.AppointmentStore;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.RequestLedger;

/**
 * Somebody stands in for the holder of an appointment between two days, with the same role and scope. It ends by itself, and
 * together with the appointment it stands for. A deputy has no deputy.
 */
@Component
public class Deputise {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final PersonStore people;
  private final AppointmentStore appointments;
  private final EndAppointments ended;
  private final Rights rights;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Deputise(Transactions transactions, RequestLedger ledger, PersonStore people, AppointmentStore appointments,
      EndAppointments ended, Rights rights, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.people = people;
    this.appointments = appointments;
    this.ended = ended;
    this.rights = rights;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Who stands in, from which day to which, both included; from today where no first day is named. */
  public record Wanted(UUID deputy, @Nullable LocalDate validFrom, LocalDate validTo) {}

  /**
   * Names the deputy of an appointment.
   *
   * @throws Refused with everything that stands against it
   */
  public Appointment deputise(@Nullable String key, UUID holder, UUID appointment, Wanted wanted) {
    return transactions.here(() -> ledger.once(
        key, "identity.deputise", Appointment.class, () -> within(holder, appointment, wanted)));
  }

  /** {@link #deputise} inside a transaction that runs. */
  Appointment within(UUID holder, UUID appointmentId, Wanted wanted) {
    // Both are held in one order, so that an act on either waits and none waits for the other for ever.
    Stream.of(holder, wanted.deputy()).distinct().sorted().forEach(people::hold);
    Found.orRefuse(people.find(holder));
    var office = Found.orRefuse(appointments.find(holder, appointmentId));
    var deputy = people.find(wanted.deputy()).filter(person -> !person.disabled());
    deputy.ifPresent(person -> ended.of(person.id()));
    var from = wanted.validFrom() == null ? later(rights.today(), office.validFrom()) : wanted.validFrom();
    var faults = faults(office, deputy.orElse(null), from, wanted.validTo());
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    var made = new Appointment(UuidV7.create(), wanted.deputy(), office.role(), office.area(), office.projectId(), from,
        wanted.validTo(), office.id());
    appointments.insert(made, CurrentScope.get().principal(), clock.instant());
    audit.record("identity.deputise", new Subject("person", wanted.deputy()), Appoint.facts(made));
    events.publishEvent(new AppointmentChanged(UuidV7.create(), wanted.deputy()));
    return made;
  }

  private List<Refusal> faults(Appointment office, @Nullable Person deputy, LocalDate from, LocalDate to) {
    var faults = new ArrayList<Refusal>();
    var me = CurrentScope.get().principal();
    if (office.personId().equals(me) || deputy != null && deputy.id().equals(me)) {
      faults.add(Refusal.of("identity.own-rights"));
    }
    if (office.area() != null && !Reach.has(office.area())) {
      throw new Refused(Refusal.of("common.not-found"));
    }
    if (office.actingFor() != null) {
      faults.add(Refusal.of("identity.deputy-of-a-deputy"));
    }
    Appoint.checkDays(from, to, rights.today(), faults);
    if (!office.covers(from, to)) {
      faults.add(Refusal.of("identity.beyond-the-office", Map.of("pointer", "/validTo", "from", office.validFrom(),
          "to", office.validTo() == null ? "–" : office.validTo())));
    }
    if (deputy == null) {
      faults.add(Refusal.of("identity.unknown-person", Map.of("pointer", "/personId")));
      return faults;
    }
    checkDeputy(office, deputy, faults);
    return faults;
  }

  private void checkDeputy(Appointment office, Person deputy, List<Refusal> faults) {
    var held = appointments.ofPeople(Set.of(deputy.id()));
    if (deputy.id().equals(office.personId())
        || held.stream().anyMatch(a -> a.actingFor() == null && a.sameOffice(office))) {
      faults.add(Refusal.of("identity.appointed-already", Map.of("pointer", "/personId")));
    } else if (held.stream().anyMatch(a -> office.id().equals(a.actingFor()))) {
      faults.add(Refusal.of("identity.deputy-already", Map.of("pointer", "/personId")));
    } else if (Appoint.secondHat(held, office.role())) {
      faults.add(Refusal.of("identity.two-hats", Map.of("pointer", "/personId")));
    }
    if (office.role() == Role.UTILITY_OFFICER && !sameHouse(office, deputy)) {
      faults.add(Refusal.of("identity.deputy-of-another-house", Map.of("pointer", "/personId")));
    }
  }

  /** Who signs for a utility signs for the one the person works in, so the deputy works there too. */
  private boolean sameHouse(Appointment office, Person deputy) {
    return people.find(office.personId())
        .filter(holder -> holder.organisationId().equals(deputy.organisationId())).isPresent();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
