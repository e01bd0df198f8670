package org.xingfuli.appeal.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.xingfuli.kernel.TimeLimit.Unit;
import org.xingfuli.kernel.WorkCalendar;

/** Counts days as a limit counts them: working days where it does, otherwise calendar days. */
final class DayCount {

  private DayCount() {}

  /** In what a limit's use is counted. */
  static Unit unit(Unit limit) {
    return switch (limit) {
      case MINUTES, HOURS -> Unit.MINUTES;
      case WORKING_DAYS -> Unit.WORKING_DAYS;
      case CALENDAR_DAYS, MONTHS, YEARS -> Unit.CALENDAR_DAYS;
    };
  }

  /** The days after the one up to and including the other; negative backwards. */
  static long after(Unit limit, LocalDate day, LocalDate to, WorkCalendar calendar) {
    return limit == Unit.WORKING_DAYS ? calendar.workdaysBetween(day, to) : ChronoUnit.DAYS.between(day, to);
  }

  /** The days between the two, neither of them included. */
  static int wholly(Unit limit, LocalDate day, LocalDate to, WorkCalendar calendar) {
    return to.isAfter(day) ? (int) after(limit, day, to.minusDays(1), calendar) : 0;
  }
}
