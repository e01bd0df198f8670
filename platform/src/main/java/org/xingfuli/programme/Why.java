package org.xingfuli.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why an activity stands where it stands by the forecast.
 *
 * @param shiftDays days between the frozen and the forecast finish; the waterfall and the chain each add up to it exactly
 * @param chain from near to far
 * @param cure the cheapest thing found that would help, when a node is at stake
 */
public record Why(
    UUID id,
    UUID projectId,
    String projectName,
    String code,
    Words name,
    LocalDate start,
    LocalDate finish,
    LocalDate baselineStart,
    LocalDate baselineFinish,
    LocalDate latestStart,
    int percent,
    State state,
    @JsonProperty("float") int floatDays,
    int shiftDays,
    List<Bar> waterfall,
    List<Link> chain,
    List<Successor> successors,
    @Nullable Cure cure) {

  /** One bar of the waterfall: a cause of one activity. */
  public record Bar(String cause, Words label, int days) {}

  /**
   * One step back.
   *
   * @param activityId absent when it belongs to a project the caller does not see
   * @param kind PREDECESSOR, CREW, CALENDAR, RELEASE, PROGRESS, DATA_DATE, or WINDOW for a remark that the activity ends after the
   *     window agreed for it
   */
  public record Link(@Nullable UUID activityId, Words name, Words reason, String kind, int days) {}

  /** What waits for this activity. */
  public record Successor(
      UUID activityId, String code, Words name, LocalDate start, LocalDate finish, @JsonProperty("float") int floatDays,
      State state) {}

  /**
   * What would help, tried out against the frozen order.
   *
   * @param days to be made up at that activity
   * @param gainDays by how much the finish asked about comes earlier then
   */
  public record Cure(
      UUID activityId, Words name, int days, int gainDays, LocalDate finish, Words text, ForecastNode.Mover mover) {}
}
