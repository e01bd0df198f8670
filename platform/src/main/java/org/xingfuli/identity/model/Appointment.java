package org.xingfuli.identity.model;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.Role;

/**
 * A role somebody holds, over an area or in one project.
 *
 * @param validFrom first day, by system time in Asia/Shanghai: the demo's movable clock must not give anybody rights
 * @param validTo last day, absent for as long as it is not revoked
 * @param actingFor the appointment whose holder this one stands in for; absent for one held in its own right
 */
public record Appointment(
    UUID id, UUID personId, Role role, @Nullable String area, @Nullable UUID projectId,
    LocalDate validFrom, @Nullable LocalDate validTo, @Nullable UUID actingFor) {

  /** Whether it counts on the day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  /** Whether both are the same role with the same scope, whoever holds it. */
  public boolean sameOffice(Appointment other) {
    return role == other.role && Objects.equals(area, other.area) && Objects.equals(projectId, other.projectId);
  }

  /** Whether the days lie within those of this one. */
  public boolean covers(LocalDate from, LocalDate to) {
    return !from.isBefore(validFrom) && (validTo == null || !to.isAfter(validTo));
  }

  /** The same office to another last day. */
  public Appointment until(@Nullable LocalDate last) {
    return new Appointment(id, personId, role, area, projectId, validFrom, last, actingFor);
  }
}
