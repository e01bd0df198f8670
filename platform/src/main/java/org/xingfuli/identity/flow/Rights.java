package org.xingfuli.identity.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SharedReading;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.ProjectReach;
import org.xingfuli.identity.ProjectReach.ReachedProject;
import org.xingfuli.identity.ScopeKind;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.identity.model.Appointment;
import org.xingfuli.identity.model.PasswordRules;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.store.AppointmentStore;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.BusinessClock;

/** Reads what a person may do now; asked on every request, so that a changed right counts at once (ASVS 8.3.2). */
@Component
public class Rights {

  private static final Scope READER = SystemScope.of("identity.rights");

  private final PersonStore people;
  private final AppointmentStore appointments;
  private final ObjectProvider<ProjectReach> projects;
  private final PasswordRules passwords;
  private final SecondFactorRule factor;
  private final Clock clock;
  private final SharedReading<UUID, Optional<SignedIn>> reading;

  Rights(Transactions transactions, PersonStore people, AppointmentStore appointments,
      ObjectProvider<ProjectReach> projects, PasswordRules passwords, SecondFactorRule factor, Clock clock) {
    this.people = people;
    this.appointments = appointments;
    this.projects = projects;
    this.passwords = passwords;
    this.factor = factor;
    this.clock = clock;
    this.reading = new SharedReading<>(ids -> transactions.as(READER, () -> all(ids)));
  }

  /** What the person may do; nothing for somebody unknown or disabled. Requests that come together read together. */
  public Optional<SignedIn> of(UUID personId) {
    return reading.of(personId);
  }

  /**
   * Each of them once, and one after the other: statements of one person keep their plan, those of many are planned anew every
   * time, which costs more than the reading.
   */
  private List<Optional<SignedIn>> all(List<UUID> ids) {
    var read = new HashMap<UUID, Optional<SignedIn>>();
    ids.forEach(id -> read.computeIfAbsent(id, each -> people.find(each).filter(person -> !person.disabled()).map(this::read)));
    return ids.stream().map(id -> Objects.requireNonNull(read.get(id))).toList();
  }

  /** The day appointments are held against. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
  }

  /** The person's appointments that count today. */
  public List<Appointment> holding(UUID personId) {
    var today = today();
    return appointments.ofPerson(personId).stream().filter(a -> a.holdsOn(today)).toList();
  }

  private SignedIn read(Person person) {
    var held = holding(person.id());
    var reached = projects(held);
    return new SignedIn(person.id(), person.signInName(), person.name(), person.title(), person.actor(),
        held.stream().map(appointment -> grant(appointment, reached)).toList(),
        passwords.expired(person.passwordChangedAt(), clock.instant()), factor.proof(person.id(), held));
  }

  private List<ReachedProject> projects(List<Appointment> held) {
    var ids = held.stream().map(Appointment::projectId).flatMap(Stream::ofNullable).collect(Collectors.toSet());
    var reach = projects.getIfAvailable();
    return ids.isEmpty() || reach == null ? List.of() : reach.find(ids);
  }

  private SignedIn.Grant grant(Appointment appointment, List<ReachedProject> reached) {
    var area = appointment.area();
    if (area == null) {
      var estates = new HashSet<UUID>();
      var ids = new HashSet<UUID>();
      reached.stream().filter(project -> project.id().equals(appointment.projectId())).forEach(project -> {
        ids.addAll(project.standsAs());
        estates.addAll(project.estates());
      });
      return new SignedIn.Grant(appointment.role(), Set.of(), estates, ids);
    }
    var reach = projects.getIfAvailable();
    // A project stands in its street; who has only a community finds those that touch it by name.
    var touching = reach != null && appointment.role().scopeKind() == ScopeKind.COMMUNITY
        ? reach.inCommunities(Set.of(area))
        : Set.<UUID>of();
    return new SignedIn.Grant(appointment.role(), Set.of(area), Set.of(), touching);
  }
}
