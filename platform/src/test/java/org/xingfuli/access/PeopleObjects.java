package org.xingfuli.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.OrganisationKind;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.identity.store.AppointmentStore;

/** People, their appointments, and organisations. */
@TestComponent
final class PeopleObjects implements MatrixObjects {

  private final MatrixWorld world;
  private final Staff staff;
  private final Organisations organisations;
  private final AppointmentStore appointments;

  PeopleObjects(MatrixWorld world, Staff staff, Organisations organisations, AppointmentStore appointments) {
    this.world = world;
    this.staff = staff;
    this.organisations = organisations;
    this.appointments = appointments;
  }

  @Override
  public boolean knows(String path) {
    return path.matches("/api/(people|organisations)/.*");
  }

  @Override
  public Map<String, String> at(String endpoint, Place place, boolean changing) {
    var nobody = UUID.randomUUID().toString();
    if (place == Place.NONE) {
      return Map.of("id", nobody, "appointmentId", nobody);
    }
    if (endpoint.contains("/api/organisations/")) {
      return Map.of("id", organisation(place).id().toString());
    }
    var person = staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.area(place)).personId();
    var appointment = world.system(() -> appointments.ofPeople(List.of(person))).getFirst().id();
    return Map.of("id", person.toString(), "appointmentId", appointment.toString());
  }

  private Organisation organisation(Place place) {
    var home = organisations.byArea(MatrixWorld.area(place)).orElseThrow();
    return world.system(() -> organisations.add(
        home.id(), OrganisationKind.PROPERTY_MANAGER, "物业" + UUID.randomUUID(), null));
  }

  @Override
  public @Nullable Object body(String endpoint) {
    return switch (endpoint) {
      case "PATCH /api/people/{id}" -> Map.of("title", "副书记");
      case "PUT /api/people/{id}/appointments/{appointmentId}/last-day" -> Map.of("validTo", "2099-12-31");
      case "POST /api/people/{id}/appointments/{appointmentId}/deputies" ->
          Map.of("personId", UUID.randomUUID(), "validTo", "2099-12-31");
      case "POST /api/people/{id}/appointments" -> Map.of("role", Role.COMMANDER, "area", MatrixWorld.DISTRICT);
      case "PATCH /api/organisations/{id}" -> Map.of("name", "物业" + UUID.randomUUID());
      default -> MatrixObjects.super.body(endpoint);
    };
  }
}
