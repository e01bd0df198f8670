package org.xingfuli.kernel;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts a time limit on from a moment or back from it. */
final class Reckoning {

  private final TimeLimit limit;
  private final ZonedDateTime origin;
  private final WorkCalendar calendar;
  private final int direction;

  private Reckoning(TimeLimit limit, ZonedDateTime origin, WorkCalendar calendar, int direction) {
    this.limit = limit;
    this.origin = origin;
    this.calendar = calendar;
    this.direction = direction;
  }

  static Deadline onward(TimeLimit limit, ZonedDateTime received, WorkCalendar calendar) {
    return new Reckoning(limit, received, calendar, 1).deadline();
  }

  static Deadline backward(TimeLimit limit, ZonedDateTime event, WorkCalendar calendar) {
    return new Reckoning(limit, event, calendar, -1).deadline();
  }

  private Deadline deadline() {
    var end = counted();
    var rolled = limit.roll() == TimeLimit.Roll.TO_WORKDAY ? rolled(end.date()).after(end) : end;
    return new Deadline(
        limit,
        origin.toLocalDate(),
        rolled.date(),
        (limit.unit().ofTheClock() ? clockOn().with(rolled.date()) : midnightAfter(rolled.date()))
            .toInstant(),
        rolled.provisional(),
        arithmetic(end.date(), rolled.date()));
  }

  private Dated counted() {
    var day = origin.toLocalDate();
    int n = limit.amount();
    return switch (limit.unit()) {
      case MINUTES, HOURS -> new Dated(clockOn().toLocalDate(), false);
      case CALENDAR_DAYS -> new Dated(day.plusDays((long) direction * n), false);
      case WORKING_DAYS -> direction > 0 ? calendar.plusWorkdays(day, n) : calendar.minusWorkdays(day, n);
      case MONTHS -> new Dated(day.plusMonths((long) direction * n), false);
      case YEARS -> new Dated(day.plusYears((long) direction * n), false);
    };
  }

  private Dated rolled(LocalDate end) {
    return direction > 0 ? calendar.nextWorkdayOnOrAfter(end) : calendar.lastWorkdayOnOrBefore(end);
  }

  private ZonedDateTime clockOn() {
    long amount = (long) direction * limit.amount();
    return limit.unit() == TimeLimit.Unit.MINUTES ? origin.plusMinutes(amount) : origin.plusHours(amount);
  }

  private static ZonedDateTime midnightAfter(LocalDate date) {
    return date.plusDays(1).atStartOfDay(BusinessClock.ZONE);
  }

  private Deadline.Arithmetic arithmetic(LocalDate end, LocalDate rolled) {
    var adjusted = new ArrayList<LocalDate>();
    var holidays = new ArrayList<HolidayYear.Day>();
    int weekendDays = 0;
    for (var date : lookedAt(end, rolled)) {
      switch (calendar.typeOf(date)) {
        case ADJUSTED_WORKDAY -> adjusted.add(date);
        case HOLIDAY_OFF -> holidays.addAll(calendar.namedDays(date, date));
        case WEEKEND -> weekendDays++;
        case WORKDAY -> {}
      }
    }
    boolean byMonths = limit.unit() == TimeLimit.Unit.MONTHS || limit.unit() == TimeLimit.Unit.YEARS;
    return new Deadline.Arithmetic(
        adjusted,
        holidays,
        weekendDays,
        byMonths && end.getDayOfMonth() != origin.getDayOfMonth(),
        rolled.equals(end) ? Optional.empty() : Optional.of(end));
  }

  /** The days for which the calendar was asked, in order of time; the day of receipt is not among them. */
  private List<LocalDate> lookedAt(LocalDate end, LocalDate rolled) {
    if (limit.unit() != TimeLimit.Unit.WORKING_DAYS && limit.roll() == TimeLimit.Roll.NONE) {
      return List.of();
    }
    var first = limit.unit() == TimeLimit.Unit.WORKING_DAYS ? origin.toLocalDate().plusDays(direction) : end;
    return direction > 0 ? between(first, rolled) : between(rolled, first);
  }

  private static List<LocalDate> between(LocalDate first, LocalDate last) {
    return last.isBefore(first) ? List.of() : first.datesUntil(last.plusDays(1)).toList();
  }
}
