package org.xingfuli.identity.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.ScopeKind;
import org.xingfuli.identity.Words;

/**
 * An appointment on the screen; area or project, whichever the role asks for.
 *
 * @param holds whether it counts today
 * @param actingFor whose office it is, where somebody stands in
 * @param deputies who stands in for the holder, now or later
 */
record AppointmentView(
    UUID id, Role role, Words roleName, ScopeKind scopeKind, @Nullable String area, @Nullable String areaName,
    @Nullable UUID projectId, @Nullable String projectName, LocalDate validFrom, @Nullable LocalDate validTo,
    boolean holds, @Nullable Other actingFor, List<Other> deputies) {

  /**
   * The other side of a deputyship.
   *
   * @param appointmentId the other's appointment
   * @param name title and name
   */
  record Other(
      UUID appointmentId, UUID personId, String name, LocalDate validFrom, @Nullable LocalDate validTo, boolean holds) {}
}
