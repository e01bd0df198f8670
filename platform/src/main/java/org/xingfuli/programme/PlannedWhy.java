package org.xingfuli.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why an activity stands where it stands in one plan: by the plan's own dates, whatever was frozen before or after it.
 *
 * @param chain what holds its start, from near to far; a plan has not shifted, so every step has 0 days
 * @param node the first node that waits for it, if any does
 */
public record PlannedWhy(
    UUID id,
    UUID projectId,
    String projectName,
    String code,
    Words name,
    InPlan plan,
    LocalDate start,
    LocalDate finish,
    LocalDate latestStart,
    State state,
    @JsonProperty("float") int floatDays,
    List<Why.Link> chain,
    @Nullable NodeAhead node,
    List<Why.Successor> successors) {

  /**
   * Which plan speaks.
   *
   * @param state DRAFT, FROZEN or SUPERSEDED
   */
  public record InPlan(UUID id, int version, String state) {}

  /** A node as the plan meets it. */
  public record NodeAhead(
      String code, Words name, LocalDate due, LocalDate finish, @JsonProperty("float") int floatDays,
      State state) {}
}
