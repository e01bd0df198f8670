package org.xingfuli.engine.scheduling.planner;

import org.xingfuli.engine.scheduling.Timetable;

/**
 * What planning gave.
 *
 * @param timetable feasible, and no task of it can move to the left without another order
 * @param cost in the measure asked for
 * @param lowerBound no timetable of the network costs less
 * @param method what the timetable came from: a rule such as {@code parallel LATEST_START}, {@code search} or
 *     {@code cp-sat}
 * @param schedules generations made by the rules and the search
 * @param absent why layer 3 could not take part; empty when it could
 */
public record Plan(Timetable timetable, long cost, long lowerBound, String method, long schedules, String absent) {

  /** Proved: no timetable of the network costs less. */
  public boolean optimal() {
    return cost <= lowerBound;
  }
}
