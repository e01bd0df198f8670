package org.xingfuli.programme.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.PlanRule;
import org.xingfuli.programme.flow.ComparePlans;
import org.xingfuli.programme.model.BasisChange;
import org.xingfuli.programme.model.Plan;

/** A plan's summary; a draft says what of its basis has changed since. */
record PlanRow(
    UUID id,
    int version,
    Plan.State state,
    Instant createdAt,
    String createdBy,
    @Nullable Instant frozenAt,
    @Nullable String frozenBy,
    @Nullable LocalDate frozenOn,
    String note,
    int activities,
    double seconds,
    String rule,
    String method,
    long seed,
    int lateNodes,
    long weightedLateness,
    @Nullable LocalDate handOver,
    List<Plan.NodeResult> nodes,
    List<BasisChange> changed) {

  /** A plan whose basis is today's. */
  static PlanRow of(Plan plan) {
    return of(plan, List.of());
  }

  /** A plan with what of its basis has changed since. */
  static PlanRow of(Plan plan, List<BasisChange> changed) {
    return new PlanRow(plan.id(), plan.version(), plan.state(), plan.createdAt(), plan.createdBy(), plan.frozenAt(),
        plan.frozenBy(), plan.frozenOn(), plan.note(), plan.activities(), plan.seconds(), plan.rule(), plan.method(),
        plan.seed(), plan.lateNodes(), plan.weightedLateness(), plan.handOver(), plan.nodes(), changed);
  }

  /** What plan is wanted. */
  record Wanted(@Nullable PlanRule rule, @Nullable String note) {}

  /**
   * Two plans held against each other.
   *
   * @param added activities only the other holds
   * @param removed activities only the one holds
   */
  record Comparison(PlanRow one, PlanRow other, int activities, int added, int removed, List<ComparePlans.Change> changes) {}
}
