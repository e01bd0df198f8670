package org.xingfuli.programme.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.StateGraph;
import org.xingfuli.programme.Words;

/**
 * One computed plan. At most one of a programme is frozen; freezing another supersedes it.
 *
 * @param method the generation that won
 * @param rule what was asked for
 * @param handOver the day the last project is handed over, by its last node's activity
 */
public record Plan(
    UUID id,
    UUID programmeId,
    int version,
    State state,
    Instant createdAt,
    String createdBy,
    @Nullable Instant frozenAt,
    @Nullable String frozenBy,
    @Nullable LocalDate frozenOn,
    String note,
    String rule,
    String method,
    long seed,
    int activities,
    double seconds,
    int lateNodes,
    long weightedLateness,
    @Nullable LocalDate handOver,
    List<NodeResult> nodes) {

  /** A draft is compared and thrown away; the frozen one is what progress is held against. */
  public enum State {
    DRAFT, FROZEN, SUPERSEDED;

    /** Freezing one plan supersedes the frozen one before it; a draft thrown away is deleted and has no state. */
    public enum Act { FREEZE, SUPERSEDE }

    public static final StateGraph<State, Act> GRAPH = StateGraph.<State, Act>named("plan", DRAFT)
        .edge(DRAFT, Act.FREEZE, FROZEN)
        .edge(FROZEN, Act.SUPERSEDE, SUPERSEDED)
        .build();
  }

  /** What the plan says of one node over all projects it binds. */
  public record NodeResult(
      UUID nodeId, String code, Words name, LocalDate due, int applicable, int onTime, int late, int worstDays,
      @Nullable LocalDate latestFinish) {}

  /** One activity's dates in a plan. */
  public record Dates(
      UUID activityId,
      UUID projectId,
      String area,
      int position,
      LocalDate start,
      LocalDate finish,
      LocalDate latestStart,
      int floatDays,
      boolean critical,
      String binding,
      @Nullable UUID bindingActivity,
      @Nullable String bindingCrew) {}
}
