package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.ProjectStage;
import org.xingfuli.programme.Words;

/**
 * A gate (关口) a project has to pass, with what must stand before it may.
 *
 * @param act the project's act that the gate stands before; none when it only has to be passed
 * @param activityCode the activity by whose date it is due
 * @param atStart due by that activity's start; otherwise by its finish
 */
public record Gate(
    String code, Words name, ProjectStage.@Nullable Act act, String activityCode, boolean atStart,
    List<Condition> conditions) {

  /**
   * One condition.
   *
   * @param source the article, or what the assumption rests on
   * @param unconfirmed an assumption of ours, flagged wherever it is shown
   * @param role whose move it is
   * @param leadDays so many days before the gate's date it should stand
   * @param fedBy the module that states it by event; by hand until that is there. What it asks for is that module's
   * @param retiredOn since when it is asked for no more; what was stated of it stays
   */
  public record Condition(
      String code, Words text, String source, boolean unconfirmed, Mover role, boolean evidenceRequired,
      boolean required, int leadDays, @Nullable String fedBy, @Nullable LocalDate retiredOn, int version) {

    /** Whether law or the district's own plan asks for it without a doubt; nobody waives it. */
    public boolean byLaw() {
      return required && !unconfirmed;
    }

    /** Whether a gate waits for it. */
    public boolean counts() {
      return required && retiredOn == null;
    }
  }

  /** Whether a project that stands there has this gate before it, and nothing else. */
  public boolean next(ProjectStage stage, boolean passed) {
    if (passed) {
      return false;
    }
    return act == null
        ? stage == ProjectStage.MOBILISED || stage == ProjectStage.UNDERWAY
        : ProjectStage.GRAPH.legalActs(stage).contains(act);
  }

  /** The day a condition should stand, when the gate has a date. */
  public static @Nullable LocalDate due(@Nullable LocalDate gate, Condition condition) {
    return gate == null ? null : gate.minusDays(condition.leadDays());
  }
}
