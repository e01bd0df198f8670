package org.xingfuli.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When something is due, and how that was computed, so that a screen can show the arithmetic.
 *
 * @param limit the rule
 * @param from the day it was counted from, itself not counted
 * @param due the last day
 * @param dueAt the last moment: 24:00 of the last day in Asia/Shanghai, or the very moment for a limit in minutes or hours
 * @param provisional whether the computation touched a year that is not yet announced
 */
public record Deadline(
    TimeLimit limit, LocalDate from, LocalDate due, Instant dueAt, boolean provisional, Arithmetic arithmetic) {

  public boolean isOverdue(Instant now) {
    return now.isAfter(dueAt);
  }

  public Dated dated() {
    return new Dated(due, provisional);
  }

  /**
   * What the calendar did to the count. For a limit that neither counts working days nor rolls, nothing.
   *
   * @param adjustedWorkdays weekend days that counted because they were worked in exchange (调休上班)
   * @param holidaysSkipped days off, with their holiday, that did not count
   * @param weekendDaysSkipped number of plain weekend days that did not count
   * @param endOfMonth whether the last month lacked the day, so that its last day took its place
   * @param rolledFrom the end before it moved to a workday
   */
  public record Arithmetic(
      List<LocalDate> adjustedWorkdays,
      List<HolidayYear.Day> holidaysSkipped,
      int weekendDaysSkipped,
      boolean endOfMonth,
      Optional<LocalDate> rolledFrom) {

    public Arithmetic {
      adjustedWorkdays = List.copyOf(adjustedWorkdays);
      holidaysSkipped = List.copyOf(holidaysSkipped);
    }
  }
}
