package org.xingfuli.identity.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Installation;
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
 * Somebody is given a role over an area or in projects, by those who grant rights: only within their own scope, never to
 * themselves, and never a second of the three hats; docs/decisions/0014.
 */
@Component
public class Appoint {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final PersonStore people;
  private final AppointmentStore appointments;
  private final OrganisationStore organisations;
  private final ObjectProvider<ProjectReach> projects;
  private final EndAppointments ended;
  private final Rights rights;
  private final Installation installation;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Appoint(Transactions transactions, RequestLedger ledger, PersonStore people, AppointmentStore appointments,
      OrganisationStore organisations, ObjectProvider<ProjectReach> projects, EndAppointments ended, Rights rights,
      Installation installation, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.people = people;
    this.appointments = appointments;
    this.organisations = organisations;
    this.projects = projects;
    this.ended = ended;
    this.rights = rights;
    this.installation = installation;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What is asked for; the first day is today where none is named.
   *
   * @param projects the projects of a role in projects, one appointment for each; empty for a role over an area
   */
  public record Wanted(
      Role role, @Nullable String area, List<UUID> projects, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {

    /** A role over an area or in one project, from today and until revoked. */
    public static Wanted plain(Role role, @Nullable String area, @Nullable UUID project) {
      return new Wanted(role, area, project == null ? List.of() : List.of(project), null, null);
    }
  }

  /**
   * Appoints the person, to all projects named or to none.
   *
   * @throws Refused with everything that stands against it
   */
  public List<Appointment> appoint(@Nullable String key, UUID personId, Wanted wanted) {
    return transactions.here(() -> List.of(
        ledger.once(key, "identity.appoint", Appointment[].class, () -> within(personId, wanted))));
  }

  /** {@link #appoint} inside a transaction that runs. */
  Appointment[] within(UUID personId, Wanted wanted) {
    Found.orRefuse(people.hold(personId));
    ended.of(personId);
    var faults = new ArrayList<Refusal>();
    var made = drafts(personId, wanted, faults);
    check(personId, wanted, made, faults);
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    for (var appointment : made) {
      appointments.insert(appointment, CurrentScope.get().principal(), clock.instant());
      audit.record("identity.appoint", new Subject("person", personId), facts(appointment));
    }
    events.publishEvent(new AppointmentChanged(UuidV7.create(), personId));
    return made.toArray(Appointment[]::new);
  }

  private List<Appointment> drafts(UUID person, Wanted wanted, List<Refusal> faults) {
    var from = wanted.validFrom() == null ? rights.today() : wanted.validFrom();
    if (wanted.role().scopeKind() == ScopeKind.PROJECT) {
      checkProjects(wanted, faults);
      return new HashSet<>(wanted.projects()).stream().sorted().map(project -> new Appointment(
          UuidV7.create(), person, wanted.role(), null, project, from, wanted.validTo(), null)).toList();
    }
    checkArea(wanted, faults);
    return List.of(new Appointment(
        UuidV7.create(), person, wanted.role(), wanted.area(), null, from, wanted.validTo(), null));
  }

  private void check(UUID person, Wanted wanted, List<Appointment> made, List<Refusal> faults) {
    if (person.equals(CurrentScope.get().principal())) {
      faults.addFirst(Refusal.of("identity.own-rights"));
    }
    checkDays(wanted.validFrom() == null ? rights.today() : wanted.validFrom(), wanted.validTo(), rights.today(), faults);
    if (wanted.role() == Role.DEMO_OPERATOR && !installation.sample()
        && CurrentScope.get().kind() == Scope.Kind.PERSON) {
      faults.add(Refusal.of("identity.demo-role", Map.of("pointer", "/role")));
    }
    var held = appointments.ofPeople(Set.of(person));
    if (secondHat(held, wanted.role())) {
      faults.add(Refusal.of("identity.two-hats", Map.of("pointer", "/role")));
    } else if (held.stream().filter(a -> a.actingFor() == null).anyMatch(a -> made.stream().anyMatch(a::sameOffice))) {
      faults.add(Refusal.of("identity.appointed-already", Map.of("pointer", "/role")));
    }
  }

  /** Whether the role is one of the hats and the person wears one already, its own or another's. */
  static boolean secondHat(Collection<Appointment> held, Role role) {
    return Role.SEPARATED.contains(role) && held.stream().anyMatch(a -> Role.SEPARATED.contains(a.role()));
  }

  static void checkDays(LocalDate from, @Nullable LocalDate to, LocalDate today, List<Refusal> faults) {
    if (to != null && to.isBefore(from)) {
      faults.add(Refusal.of("identity.ends-before-it-begins", Map.of("pointer", "/validTo", "from", from, "to", to)));
    } else if (to != null && to.isBefore(today)) {
      faults.add(Refusal.of("identity.ends-in-the-past", Map.of("pointer", "/validTo", "to", to, "today", today)));
    }
  }

  private void checkArea(Wanted wanted, List<Refusal> faults) {
    var area = wanted.area();
    var kind = wanted.role().scopeKind();
    if (area == null || !wanted.projects().isEmpty() || !kind.fits(area)) {
      faults.add(Refusal.of(
          "identity.scope-does-not-fit", Map.of("pointer", "/area", "role", wanted.role(), "kind", kind)));
    } else if (!Reach.has(area) || organisations.byArea(area).filter(found -> !found.closed()).isEmpty()) {
      faults.add(Refusal.of("identity.unknown-area", Map.of("pointer", "/area", "area", area)));
    }
  }

  private void checkProjects(Wanted wanted, List<Refusal> faults) {
    if (wanted.projects().isEmpty() || wanted.area() != null) {
      faults.add(Refusal.of("identity.scope-does-not-fit",
          Map.of("pointer", "/projectIds", "role", wanted.role(), "kind", ScopeKind.PROJECT)));
      return;
    }
    var known = new HashSet<UUID>();
    var reach = projects.getIfAvailable();
    if (reach != null) {
      // The system sees every project anyway, also one its own transaction has just made.
      var scope = CurrentScope.get();
      var eyes = scope.kind() == Scope.Kind.SYSTEM ? scope : SystemScope.of("identity.rights");
      transactions.as(eyes, () -> reach.find(wanted.projects())).stream().filter(found -> Reach.has(found.area()))
          .forEach(found -> known.add(found.id()));
    }
    for (var at = 0; at < wanted.projects().size(); at++) {
      if (!known.contains(wanted.projects().get(at))) {
        faults.add(Refusal.of("identity.unknown-project", Map.of("pointer", "/projectIds/" + at)));
      }
    }
  }

  static Map<String, Object> facts(Appointment appointment) {
    var facts = new HashMap<String, Object>();
    facts.put("appointment", appointment.id());
    facts.put("role", appointment.role());
    facts.put("from", appointment.validFrom());
    if (appointment.validTo() != null) {
      facts.put("to", appointment.validTo());
    }
    if (appointment.area() != null) {
      facts.put("area", appointment.area());
    }
    if (appointment.projectId() != null) {
      facts.put("project", appointment.projectId());
    }
    if (appointment.actingFor() != null) {
      facts.put("actingFor", appointment.actingFor());
    }
    return facts;
  }
}
