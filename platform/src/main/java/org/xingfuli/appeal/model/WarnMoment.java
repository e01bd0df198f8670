package org.xingfuli.appeal.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.TimeLimit.Unit;
import org.xingfuli.kernel.WorkCalendar;

/**
 * When a clock warns: after its start and before its end. A limit in days warns on a workday as the office opens, never at
 * midnight and on no day off unless there is no workday left; minutes and hours warn to the minute, also at night.
 */
final class WarnMoment {

  /** When offices open; ours, unconfirmed. */
  private static final LocalTime OPENS = LocalTime.of(9, 0);

  private WarnMoment() {}

  static @Nullable Instant of(Clock clock, WorkCalendar calendar) {
    var warning = clock.rule().warning();
    if (warning == null) {
      return null;
    }
    long total = Reading.total(clock, calendar);
    long lead = switch (warning) {
      case Warning.Before(var before) -> before.unit() == Unit.HOURS ? 60L * before.amount() : before.amount();
      case Warning.AtShare(int percent) -> total - Math.ceilDiv(total * percent, 100);
    };
    var deadline = clock.deadline();
    var unit = clock.rule().limit().unit();
    return unit.ofTheClock() ? deadline.dueAt().minus(Duration.ofMinutes(lead))
        : day(unit, deadline.due(), (int) lead, deadline.from(), calendar).atTime(OPENS).atZone(BusinessClock.ZONE).toInstant();
  }

  private static LocalDate day(Unit unit, LocalDate due, int lead, LocalDate from, WorkCalendar calendar) {
    if (unit == Unit.WORKING_DAYS) {
      return calendar.minusWorkdays(due, lead).date();
    }
    var day = due.minusDays(lead);
    // A date beyond the known years, such as a warranty's, is taken as it falls.
    var workday = calendar.knows(day) ? calendar.lastWorkdayOnOrBefore(day).date() : day;
    return workday.isAfter(from) ? workday : day;
  }
}
