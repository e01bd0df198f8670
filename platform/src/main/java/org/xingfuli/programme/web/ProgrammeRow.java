package org.xingfuli.programme.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.model.PlanningRules;

/** A programme with its counts and what it assumes. */
record ProgrammeRow(
    UUID id,
    int year,
    String name,
    LocalDate starts,
    int projects,
    int estates,
    @Nullable FrozenPlan frozenPlan,
    PlanningRules rules) {

  /** The plan in force. */
  record FrozenPlan(UUID id, int version, @Nullable Instant frozenAt) {}
}
