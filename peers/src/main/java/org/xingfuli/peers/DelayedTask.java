package org.xingfuli.peers;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.domain.variable.ShadowSources;
import ai.timefold.solver.core.api.domain.variable.ShadowVariable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task that starts some periods after its predecessors allow: the entity of Timefold's own example of project scheduling. */
@PlanningEntity
public class DelayedTask {

  private int index;
  private Facts facts;
  private List<DelayedTask> predecessors = new ArrayList<>();

  @PlanningVariable(valueRangeProviderRefs = "delays")
  private @Nullable Integer delay;

  @ShadowVariable(supplierName = "startAfterPredecessors")
  private @Nullable Integer start;

  /** For Timefold, which copies solutions. */
  DelayedTask() {
    this(0, null);
  }

  @SuppressWarnings("NullAway")
  DelayedTask(int index, @Nullable Facts facts) {
    this.index = index;
    this.facts = facts;
  }

  /** Starts when the predecessors are finished, their lags over and the delay too; not before it is placed. */
  @ShadowSources({"delay", "predecessors[].start"})
  public @Nullable Integer startAfterPredecessors() {
    if (delay == null) {
      return null;
    }
    int earliest = facts.release[index];
    int[] before = facts.before[index];
    for (int k = 0; k < predecessors.size(); k++) {
      Integer started = predecessors.get(k).start;
      if (started != null) {
        earliest = Math.max(earliest, started + facts.duration[before[2 * k]] + before[2 * k + 1]);
      }
    }
    return earliest + delay;
  }

  public int getIndex() {
    return index;
  }

  /** In the order of the links into the task. */
  public List<DelayedTask> getPredecessors() {
    return predecessors;
  }

  public @Nullable Integer getDelay() {
    return delay;
  }

  public void setDelay(@Nullable Integer value) {
    delay = value;
  }

  public @Nullable Integer getStart() {
    return start;
  }

  public void setStart(@Nullable Integer value) {
    start = value;
  }
}
