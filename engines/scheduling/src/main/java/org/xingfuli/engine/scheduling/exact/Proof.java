package org.xingfuli.engine.scheduling.exact;

import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * What CP-SAT found and what it proved.
 *
 * @param timetable the best known, the start included; null when none is
 * @param cost of the timetable by the objective; {@link Long#MAX_VALUE} without one
 * @param lowerBound no timetable of the network costs less
 * @param infeasible proved: no timetable keeps the network's horizon
 * @param deterministicTime used, in CP-SAT's measure of work
 */
public record Proof(@Nullable Timetable timetable, long cost, long lowerBound, boolean infeasible, double deterministicTime) {

  /** Proved: nothing is better than the timetable. */
  public boolean optimal() {
    return timetable != null && cost <= lowerBound;
  }
}
