package org.xingfuli.identity.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.ProjectReach;
import org.xingfuli.identity.ProjectReach.ReachedProject;
import org.xingfuli.identity.model.Appointment;

/** Puts the names of areas and projects beside their codes and ids. */
@Component
class AppointmentViews {

  private final Transactions transactions;
  private final Organisations organisations;
  private final ObjectProvider<ProjectReach> projects;

  AppointmentViews(Transactions transactions, Organisations organisations, ObjectProvider<ProjectReach> projects) {
    this.transactions = transactions;
    this.organisations = organisations;
    this.projects = projects;
  }

  List<AppointmentView> of(Collection<Appointment> appointments) {
    var areas = organisations.areaNames();
    var names = projectNames(appointments);
    return appointments.stream().map(a -> new AppointmentView(a.id(), a.role(), a.role().words(), a.role().scopeKind(),
            a.area(), a.area() == null ? null : areas.get(a.area()),
            a.projectId(), a.projectId() == null ? null : names.get(a.projectId()), a.validFrom(), a.validTo()))
        .toList();
  }

  private Map<UUID, String> projectNames(Collection<Appointment> appointments) {
    var ids = appointments.stream().map(Appointment::projectId).flatMap(Stream::ofNullable).collect(Collectors.toSet());
    var reach = projects.getIfAvailable();
    return ids.isEmpty() || reach == null
        ? Map.of()
        : transactions.as(SystemScope.of("identity.names"), () -> reach.find(ids)).stream()
            .collect(Collectors.toMap(ReachedProject::id, ReachedProject::name));
  }
}
