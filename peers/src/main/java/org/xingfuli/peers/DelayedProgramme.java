package org.xingfuli.peers;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRange;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeFactory;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.HardSoftScore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Timetable;

/** A programme planned by delays; crews may be overloaded on the way, which the hard score counts. */
@PlanningSolution
public class DelayedProgramme {

  /** As many periods as Timefold's own example allows. */
  private static final int DELAYS = 500;

  private Facts facts;

  @PlanningEntityCollectionProperty private List<DelayedTask> tasks = new ArrayList<>();

  @PlanningScore private @Nullable HardSoftScore score;

  /** For Timefold, which copies solutions. */
  @SuppressWarnings("NullAway")
  DelayedProgramme() {
    facts = null;
  }

  /** Nothing placed yet; the construction heuristic takes the tasks in the order of their latest starts. */
  DelayedProgramme(Facts facts) {
    this.facts = facts;
    List<DelayedTask> byIndex = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      byIndex.add(new DelayedTask(i, facts));
    }
    for (int i = 0; i < facts.size(); i++) {
      int[] before = facts.before[i];
      for (int k = 0; k < before.length; k += 2) {
        byIndex.get(i).getPredecessors().add(byIndex.get(before[k]));
      }
    }
    facts.byLatestStart().forEach(i -> tasks.add(byIndex.get(i)));
  }

  @ValueRangeProvider(id = "delays")
  public ValueRange<Integer> getDelays() {
    return ValueRangeFactory.createIntValueRange(0, DELAYS);
  }

  Facts facts() {
    return facts;
  }

  /** Absent while a task has no start. */
  @Nullable Timetable timetable() {
    int[] starts = new int[facts.size()];
    for (DelayedTask task : tasks) {
      Integer start = task.getStart();
      if (start == null) {
        return null;
      }
      starts[task.getIndex()] = start;
    }
    return facts.timetable(starts);
  }

  public List<DelayedTask> getTasks() {
    return tasks;
  }

  public void setTasks(List<DelayedTask> value) {
    tasks = value;
  }

  public @Nullable HardSoftScore getScore() {
    return score;
  }

  public void setScore(@Nullable HardSoftScore value) {
    score = value;
  }
}
