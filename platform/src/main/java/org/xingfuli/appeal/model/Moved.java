package org.xingfuli.appeal.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Deadline;
import org.xingfuli.kernel.Deadline.Arithmetic;
import org.xingfuli.kernel.TimeLimit;
import org.xingfuli.kernel.TimeLimit.Unit;
import org.xingfuli.kernel.WorkCalendar;

/** Moves a bound end on from where it is. What was counted before is not counted again, whatever the calendar now says of it. */
final class Moved {

  private Moved() {}

  static Deadline by(Deadline bound, TimeLimit more, WorkCalendar calendar) {
    if (more.amount() == 0) {
      return bound;
    }
    var limit = new TimeLimit(more.amount(), more.unit(), bound.limit().roll());
    var next = more.unit().ofTheClock() ? limit.from(unrolledAt(bound), calendar) : limit.from(unrolled(bound), calendar);
    return joined(bound, next);
  }

  /** Limits of the clock move by the exact time. */
  static Deadline by(Deadline bound, Duration more, WorkCalendar calendar) {
    if (more.isZero()) {
      return bound;
    }
    // Counted from the moved moment by no minutes at all, so that rolling is the kernel's.
    return joined(bound, new TimeLimit(0, Unit.MINUTES, bound.limit().roll()).from(unrolledAt(bound).plus(more), calendar));
  }

  /** No earlier than the end of the day. */
  static Deadline toAtLeast(LocalDate day, Deadline end, WorkCalendar calendar) {
    if (!end.due().isBefore(day)) {
      return end;
    }
    var limit = end.limit();
    boolean onWorkdays = limit.unit() == Unit.WORKING_DAYS || limit.roll() == TimeLimit.Roll.TO_WORKDAY;
    var last = onWorkdays ? calendar.nextWorkdayOnOrAfter(day).date() : day;
    return new Deadline(limit, end.from(), last, last.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant(),
        end.provisional() || onWorkdays && calendar.isProvisional(last), carried(end));
  }

  private static LocalDate unrolled(Deadline bound) {
    return bound.arithmetic().rolledFrom().orElse(bound.due());
  }

  private static Instant unrolledAt(Deadline bound) {
    return bound.dueAt().atZone(BusinessClock.ZONE).with(unrolled(bound)).toInstant();
  }

  private static Deadline joined(Deadline bound, Deadline next) {
    var before = carried(bound);
    var after = next.arithmetic();
    return new Deadline(bound.limit(), bound.from(), next.due(), next.dueAt(), bound.provisional() || next.provisional(),
        new Arithmetic(Stream.concat(before.adjustedWorkdays().stream(), after.adjustedWorkdays().stream()).toList(),
            Stream.concat(before.holidaysSkipped().stream(), after.holidaysSkipped().stream()).toList(),
            before.weekendDaysSkipped() + after.weekendDaysSkipped(), before.endOfMonth() || after.endOfMonth(),
            after.rolledFrom()));
  }

  /** Days over which an end had rolled are not skipped any more when it moves on from where it was before. */
  private static Arithmetic carried(Deadline bound) {
    var how = bound.arithmetic();
    return how.rolledFrom().isEmpty() ? how
        : new Arithmetic(List.of(), List.of(), 0, how.endOfMonth(), Optional.empty());
  }
}
