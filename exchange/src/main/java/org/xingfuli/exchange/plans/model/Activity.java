package org.xingfuli.exchange.plans.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Demand;

/**
 * One activity.
 *
 * @param id what its file calls it; unique
 * @param wbs code in the file's breakdown; may be empty
 * @param groups names of what it stands below, outermost first
 * @param project index of its project
 * @param days working days on its calendar; 0 is a milestone
 * @param notBefore earliest day it may start, if any
 * @param rainSensitive whether rain stops it
 * @param demands crews held while it works
 * @param planned dates the file (or a timetable) gives it
 * @param baseline dates it had when the plan was agreed
 * @param actual what has happened, if anything
 */
public record Activity(
    String id,
    String wbs,
    String name,
    List<String> groups,
    int project,
    int days,
    int calendar,
    @Nullable LocalDate notBefore,
    boolean rainSensitive,
    List<Demand> demands,
    @Nullable Span planned,
    @Nullable Span baseline,
    @Nullable Actual actual) {

  public Activity {
    groups = List.copyOf(groups);
    demands = List.copyOf(demands);
  }

  /** What has happened: the first day, the day after the last one once it is done, and per cent complete. */
  public record Actual(@Nullable LocalDate start, @Nullable LocalDate end, int percent) {}

  public Activity planned(@Nullable Span dates) {
    return new Activity(id, wbs, name, groups, project, days, calendar, notBefore, rainSensitive, demands, dates, baseline,
        actual);
  }

  /** What faults and lists call it. */
  public String label() {
    return name.isBlank() || name.equals(id) ? id : id + " " + name;
  }
}
