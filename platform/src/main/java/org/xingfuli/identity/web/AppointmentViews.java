package org.xingfuli.identity.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.ProjectReach;
import org.xingfuli.identity.ProjectReach.ReachedProject;
import org.xingfuli.identity.flow.Rights;
import org.xingfuli.identity.model.Appointment;
import org.xingfuli.identity.model.Person;
import org.xingfuli.identity.store.AppointmentStore;
import org.xingfuli.identity.store.PersonStore;

/** Puts the names of areas, projects, deputies and those they stand in for beside their codes and ids. */
@Component
class AppointmentViews {

  private final Transactions transactions;
  private final Organisations organisations;
  private final ObjectProvider<ProjectReach> projects;
  private final AppointmentStore store;
  private final PersonStore people;
  private final Rights rights;

  AppointmentViews(Transactions transactions, Organisations organisations, ObjectProvider<ProjectReach> projects,
      AppointmentStore store, PersonStore people, Rights rights) {
    this.transactions = transactions;
    this.organisations = organisations;
    this.projects = projects;
    this.store = store;
    this.people = people;
    this.rights = rights;
  }

  /** What is known beside the appointments themselves. */
  private record Beside(
      Map<UUID, String> projects, Map<UUID, List<Appointment>> deputies, Map<UUID, Appointment> offices,
      Map<UUID, String> names) {}

  List<AppointmentView> of(Collection<Appointment> appointments) {
    if (appointments.isEmpty()) {
      return List.of();
    }
    var areas = organisations.areaNames();
    // With the system's eyes: who stands in for somebody may sit where the caller does not look.
    var beside = transactions.as(SystemScope.of("identity.names"), () -> beside(appointments));
    return appointments.stream().map(a -> view(a, areas, beside)).toList();
  }

  private Beside beside(Collection<Appointment> appointments) {
    var projectIds = appointments.stream().map(Appointment::projectId).flatMap(Stream::ofNullable)
        .collect(Collectors.toSet());
    var reach = projects.getIfAvailable();
    var names = projectIds.isEmpty() || reach == null
        ? Map.<UUID, String>of()
        : reach.find(projectIds).stream().collect(Collectors.toMap(ReachedProject::id, ReachedProject::name));
    var deputies = store.deputiesOf(appointments.stream().map(Appointment::id).toList());
    var offices = store.byIds(appointments.stream().map(Appointment::actingFor).flatMap(Stream::ofNullable).toList());
    var persons = people.byIds(Stream.concat(deputies.stream(), offices.stream()).map(Appointment::personId).distinct()
        .toList()).stream().collect(Collectors.toMap(Person::id, Person::actor));
    return new Beside(names, deputies.stream().collect(Collectors.groupingBy(AppointmentViews::office)),
        offices.stream().collect(Collectors.toMap(Appointment::id, office -> office)), persons);
  }

  private static UUID office(Appointment deputy) {
    return Objects.requireNonNull(deputy.actingFor());
  }

  private AppointmentView view(Appointment a, Map<String, String> areas, Beside beside) {
    var office = a.actingFor() == null ? null : beside.offices().get(a.actingFor());
    return new AppointmentView(a.id(), a.role(), a.role().words(), a.role().scopeKind(),
        a.area(), a.area() == null ? null : areas.get(a.area()),
        a.projectId(), a.projectId() == null ? null : beside.projects().get(a.projectId()), a.validFrom(), a.validTo(),
        a.holdsOn(rights.today()), other(office, beside),
        beside.deputies().getOrDefault(a.id(), List.of()).stream().map(deputy -> other(deputy, beside)).toList());
  }

  private AppointmentView.@Nullable Other other(@Nullable Appointment other, Beside beside) {
    return other == null ? null : new AppointmentView.Other(other.id(), other.personId(),
        beside.names().getOrDefault(other.personId(), ""), other.validFrom(), other.validTo(),
        other.holdsOn(rights.today()));
  }
}
