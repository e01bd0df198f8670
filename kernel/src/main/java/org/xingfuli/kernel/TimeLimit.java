package org.xingfuli.kernel;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How long something may take, as a rule says it: so many minutes, hours, calendar days, working days, months or years, and
 * what happens when the last day is a day off.
 *
 * <p>The day of receipt is not counted (Civil Code art. 201). Months and years end on the same day of the last month,
 * or on that month's last day where it has no such day (art. 202). Minutes and hours run on through nights and holidays.
 */
public record TimeLimit(int amount, Unit unit, Roll roll) {

  /** What is counted. */
  public enum Unit {
    MINUTES,
    HOURS,
    CALENDAR_DAYS,
    WORKING_DAYS,
    MONTHS,
    YEARS;

    /** Whether it is counted from a moment and ends at one, instead of with a day. */
    public boolean ofTheClock() {
      return this == MINUTES || this == HOURS;
    }
  }

  /** What happens to an end that falls on a day off. */
  public enum Roll {
    /** It stays where it falls. */
    NONE,
    /** It moves on to the next workday (Civil Code art. 203); counted backwards, to the workday before. */
    TO_WORKDAY
  }

  public TimeLimit {
    if (amount < 0) {
      throw new IllegalArgumentException("a time limit is never negative: " + amount);
    }
  }

  public static TimeLimit minutes(int amount) {
    return new TimeLimit(amount, Unit.MINUTES, Roll.NONE);
  }

  public static TimeLimit hours(int amount) {
    return new TimeLimit(amount, Unit.HOURS, Roll.NONE);
  }

  public static TimeLimit calendarDays(int amount) {
    return new TimeLimit(amount, Unit.CALENDAR_DAYS, Roll.NONE);
  }

  public static TimeLimit workingDays(int amount) {
    return new TimeLimit(amount, Unit.WORKING_DAYS, Roll.NONE);
  }

  public static TimeLimit months(int amount) {
    return new TimeLimit(amount, Unit.MONTHS, Roll.NONE);
  }

  public static TimeLimit years(int amount) {
    return new TimeLimit(amount, Unit.YEARS, Roll.NONE);
  }

  /** The same limit, moved to a workday when it ends on a day off. */
  public TimeLimit rolling() {
    return new TimeLimit(amount, unit, Roll.TO_WORKDAY);
  }

  /** The deadline of something received at a moment. */
  public Deadline from(Instant received, WorkCalendar calendar) {
    return Reckoning.onward(this, received.atZone(BusinessClock.ZONE), calendar);
  }

  /** The deadline of something received on a day. */
  public Deadline from(LocalDate received, WorkCalendar calendar) {
    return Reckoning.onward(this, dayOnly(received).atStartOfDay(BusinessClock.ZONE), calendar);
  }

  /** The latest day for something that must happen at least so long before an event. */
  public Deadline before(LocalDate event, WorkCalendar calendar) {
    return Reckoning.backward(this, dayOnly(event).atStartOfDay(BusinessClock.ZONE), calendar);
  }

  /**
   * The latest day of receipt whose deadline is no later than {@code end}. Not the same as counting back: six months
   * from 31 August end on 28 February, as those from the 28th do.
   */
  public LocalDate latestReceipt(LocalDate end, WorkCalendar calendar) {
    var latest = new TimeLimit(amount, unit, Roll.NONE).before(end, calendar).due();
    while (from(latest, calendar).due().isAfter(end)) {
      latest = latest.minusDays(1);
    }
    while (!from(latest.plusDays(1), calendar).due().isAfter(end)) {
      latest = latest.plusDays(1);
    }
    return latest;
  }

  private LocalDate dayOnly(LocalDate date) {
    if (unit.ofTheClock()) {
      throw new IllegalArgumentException("minutes and hours are counted from a moment, not from a day");
    }
    return date;
  }
}
