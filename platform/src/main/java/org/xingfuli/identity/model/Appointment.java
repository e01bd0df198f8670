package org.xingfuli.identity.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.Role;

/**
 * A role somebody holds, over an area or in one project.
 *
 * @param validFrom first day, by system time in Asia/Shanghai: the demo's movable clock must not give anybody rights
 * @param validTo last day, absent for as long as it is not revoked
 */
public record Appointment(
    UUID id, UUID personId, Role role, @Nullable String area, @Nullable UUID projectId,
    LocalDate validFrom, @Nullable LocalDate validTo) {

  /** Whether it counts on the day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
