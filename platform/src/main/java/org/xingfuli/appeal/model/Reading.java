package org.xingfuli.appeal.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.Deadline;
import org.xingfuli.kernel.TimeLimit;
import org.xingfuli.kernel.TimeLimit.Unit;
import org.xingfuli.kernel.WorkCalendar;

/** Reads a clock at a moment. */
final class Reading {

  private static final long MINUTES_A_DAY = 24 * 60;

  private Reading() {}

  static Standing of(Clock clock, Instant now, WorkCalendar calendar) {
    long total = total(clock, calendar);
    long left = left(clock, asOf(clock, now), calendar);
    var counted = DayCount.unit(clock.rule().limit().unit());
    var course = course(clock, now);
    double share = total <= 0 ? 1 : Math.clamp((double) (total - left) / total, 0, 1);
    return new Standing(course, counted, total, total - left, left, share, ClockWords.arithmetic(clock),
        words(course, counted, left));
  }

  /** The limit as it is counted: with its extension, and with the days its end rolled on. */
  static long total(Clock clock, WorkCalendar calendar) {
    var limit = clock.rule().limit();
    var deadline = clock.deadline();
    var extension = clock.extension();
    long granted = extension == null ? 0 : extension.amount().amount();
    long rolled = deadline.arithmetic().rolledFrom().map(end -> ChronoUnit.DAYS.between(end, deadline.due())).orElse(0L);
    return switch (limit.unit()) {
      case MINUTES -> limit.amount() + granted + rolled * MINUTES_A_DAY;
      case HOURS -> 60 * (limit.amount() + granted) + rolled * MINUTES_A_DAY;
      case WORKING_DAYS -> limit.amount() + granted;
      case CALENDAR_DAYS -> limit.amount() + granted + rolled;
      case MONTHS, YEARS -> ChronoUnit.DAYS.between(deadline.from(), deadline.due()) - stood(clock, calendar);
    };
  }

  private static long stood(Clock clock, WorkCalendar calendar) {
    return clock.pauses().stream().mapToLong(pause -> {
      var to = pause.to();
      return to == null ? 0 : DayCount.wholly(Unit.CALENDAR_DAYS, Clock.day(pause.from()), Clock.day(to), calendar);
    }).sum();
  }

  private static long left(Clock clock, Instant at, WorkCalendar calendar) {
    var unit = clock.rule().limit().unit();
    Deadline deadline = clock.deadline();
    return unit.ofTheClock() ? Math.ceilDiv(ChronoUnit.MILLIS.between(at, deadline.dueAt()), 60_000L)
        : DayCount.after(unit, Clock.day(at), deadline.due(), calendar);
  }

  /** The moment up to which time was used: none is while the clock stands, nor before its start or after its stop. */
  private static Instant asOf(Clock clock, Instant now) {
    var stopped = clock.stoppedAt();
    var last = clock.standsSince().orElse(stopped == null ? now : stopped);
    return last.isBefore(clock.startedAt()) ? clock.startedAt() : last;
  }

  private static Course course(Clock clock, Instant now) {
    var met = clock.met();
    if (met.isPresent()) {
      return met.get() ? Course.MET : Course.MISSED;
    }
    if (clock.stands()) {
      return Course.PAUSED;
    }
    if (clock.deadline().isOverdue(now)) {
      return Course.OVERDUE;
    }
    var warnAt = clock.warnAt();
    return warnAt == null || now.isBefore(warnAt) ? Course.ON_TIME : Course.WARNING;
  }

  private static Words words(Course course, Unit counted, long left) {
    var amount = counted == Unit.MINUTES ? ClockWords.spoken(Math.abs(left))
        : ClockWords.of(new TimeLimit((int) Math.abs(left), counted, TimeLimit.Roll.NONE));
    return switch (course) {
      case ON_TIME, WARNING -> left == 0
          ? counted == Unit.MINUTES ? new Words("即将到期", "Due within the minute") : new Words("今天到期", "Due today")
          : new Words("还剩 " + amount.zh(), amount.en() + " left");
      case PAUSED -> new Words("停表，还剩 " + amount.zh(), "Paused, " + amount.en() + " left");
      case OVERDUE -> left == 0 ? new Words("已逾期", "Overdue")
          : new Words("已逾期 " + amount.zh(), "Overdue by " + amount.en());
      case MET, MISSED -> course.words();
    };
  }
}
