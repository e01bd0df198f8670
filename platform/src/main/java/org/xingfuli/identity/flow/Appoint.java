package org.xingfuli.identity.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.AppointmentChanged;
import org.xingfuli.identity.ProjectReach;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.ScopeKind;
import org.xingfuli.identity.model.Appointment;
import org.xingfuli.identity.store.AppointmentStore;
import org.xingfuli.identity.store.OrganisationStore;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.RequestLedger;

/**
 * Somebody is given a role over an area or in a project. Administrators appoint only within their own scope and never
 * themselves, and nobody is made both administrator and auditor.
 */
@Component
public class Appoint {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final PersonStore people;
  private final AppointmentStore appointments;
  private final OrganisationStore organisations;
  private final ObjectProvider<ProjectReach> projects;
  private final Rights rights;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Appoint(Transactions transactions, RequestLedger ledger, PersonStore people, AppointmentStore appointments,
      OrganisationStore organisations, ObjectProvider<ProjectReach> projects, Rights rights, Audit audit,
      ApplicationEventPublisher events, Clock clock) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.people = people;
    this.appointments = appointments;
    this.organisations = organisations;
    this.projects = projects;
    this.rights = rights;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** What is asked for; the first day is today where none is named. */
  public record Wanted(
      Role role, @Nullable String area, @Nullable UUID projectId, @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo) {}

  /**
   * Appoints the person.
   *
   * @throws Refused with everything that stands against it
   */
  public Appointment appoint(@Nullable String key, UUID personId, Wanted wanted) {
    return transactions.here(
        () -> ledger.once(key, "identity.appoint", Appointment.class, () -> within(personId, wanted)));
  }

  /** {@link #appoint} inside a transaction that runs. */
  Appointment within(UUID personId, Wanted wanted) {
    Found.orRefuse(people.hold(personId));
    var from = wanted.validFrom() == null ? rights.today() : wanted.validFrom();
    var appointment = new Appointment(
        UuidV7.create(), personId, wanted.role(), wanted.area(), wanted.projectId(), from, wanted.validTo());
    var faults = faults(appointment);
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    appointments.insert(appointment, CurrentScope.get().principal(), clock.instant());
    audit.record("identity.appoint", new Subject("person", personId), facts(appointment));
    events.publishEvent(new AppointmentChanged(UuidV7.create(), personId));
    return appointment;
  }

  private List<Refusal> faults(Appointment wanted) {
    var faults = new ArrayList<Refusal>();
    if (wanted.personId().equals(CurrentScope.get().principal())) {
      faults.add(Refusal.of("identity.own-rights"));
    }
    if (wanted.validTo() != null && wanted.validTo().isBefore(wanted.validFrom())) {
      faults.add(Refusal.of("identity.ends-before-it-begins",
          Map.of("pointer", "/validTo", "from", wanted.validFrom(), "to", wanted.validTo())));
    }
    if (wanted.role().scopeKind() == ScopeKind.PROJECT) {
      checkProject(wanted, faults);
    } else {
      checkArea(wanted, faults);
    }
    var held = appointments.ofPeople(Set.of(wanted.personId()));
    if (Role.SEPARATED.contains(wanted.role()) && held.stream().anyMatch(a -> Role.SEPARATED.contains(a.role()))) {
      faults.add(Refusal.of("identity.two-hats", Map.of("pointer", "/role")));
    } else if (held.stream().anyMatch(a -> sameOffice(a, wanted))) {
      faults.add(Refusal.of("identity.appointed-already", Map.of("pointer", "/role")));
    }
    return faults;
  }

  private void checkArea(Appointment wanted, List<Refusal> faults) {
    var area = wanted.area();
    var kind = wanted.role().scopeKind();
    if (area == null || wanted.projectId() != null || !kind.fits(area)) {
      faults.add(Refusal.of(
          "identity.scope-does-not-fit", Map.of("pointer", "/area", "role", wanted.role(), "kind", kind)));
    } else if (!Reach.has(area) || organisations.byArea(area).isEmpty()) {
      faults.add(Refusal.of("identity.unknown-area", Map.of("pointer", "/area", "area", area)));
    }
  }

  private void checkProject(Appointment wanted, List<Refusal> faults) {
    var project = wanted.projectId();
    if (project == null || wanted.area() != null) {
      faults.add(Refusal.of("identity.scope-does-not-fit",
          Map.of("pointer", "/projectId", "role", wanted.role(), "kind", ScopeKind.PROJECT)));
      return;
    }
    var reach = projects.getIfAvailable();
    // The system sees every project anyway, also one its own transaction has just made.
    var scope = CurrentScope.get();
    var eyes = scope.kind() == Scope.Kind.SYSTEM ? scope : SystemScope.of("identity.rights");
    boolean known = reach != null && transactions.as(eyes, () -> reach.find(Set.of(project))).stream()
        .anyMatch(found -> Reach.has(found.area()));
    if (!known) {
      faults.add(Refusal.of("identity.unknown-project", Map.of("pointer", "/projectId")));
    }
  }

  private static boolean sameOffice(Appointment one, Appointment other) {
    return one.role() == other.role() && Objects.equals(one.area(), other.area())
        && Objects.equals(one.projectId(), other.projectId());
  }

  static Map<String, Object> facts(Appointment appointment) {
    var facts = new HashMap<String, Object>();
    facts.put("appointment", appointment.id());
    facts.put("role", appointment.role());
    if (appointment.area() != null) {
      facts.put("area", appointment.area());
    }
    if (appointment.projectId() != null) {
      facts.put("project", appointment.projectId());
    }
    return facts;
  }
}
