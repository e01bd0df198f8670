package org.xingfuli.exchange.plans.mpxj;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mpxj.ConstraintType;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.exchange.plans.model.WorkDays;
import org.xingfuli.exchange.plans.mpxj.MpxjCalendars.Hours;

/** Date constraints of one task as an earliest start and last days. */
final class Constraints {

  /** A span longer than this is not walked to find its start. */
  private static final int LONGEST = 20_000;

  private final MpxjCalendars calendars;
  private final Hours hours;
  private final WorkDays days;
  private final int duration;
  private final Map<String, LocalDate> dues = new LinkedHashMap<>();
  private @Nullable LocalDate release;

  Constraints(MpxjCalendars calendars, Hours hours, WorkDays days, int duration) {
    this.calendars = calendars;
    this.hours = hours;
    this.days = days;
    this.duration = duration;
  }

  @Nullable LocalDate release() {
    return release;
  }

  Map<String, LocalDate> dues() {
    return dues;
  }

  void notBefore(LocalDate date) {
    release = release == null || date.isAfter(release) ? date : release;
  }

  void due(String code, LocalDate by) {
    dues.merge(code, by, (one, other) -> one.isBefore(other) ? one : other);
  }

  void add(@Nullable ConstraintType type, @Nullable LocalDateTime at, String place, Findings findings) {
    if (type == null || type == ConstraintType.AS_SOON_AS_POSSIBLE) {
      return;
    }
    if (type == ConstraintType.AS_LATE_AS_POSSIBLE) {
      findings.lose(Loss.Kind.ALAP, place, "");
      return;
    }
    if (at == null) {
      findings.lose(Loss.Kind.UNREADABLE, place, type + " –");
      return;
    }
    switch (type) {
      case START_NO_EARLIER_THAN -> notBefore(begins(at));
      case START_NO_LATER_THAN -> due("start-no-later", lastDay(begins(at)));
      case FINISH_NO_LATER_THAN -> due("finish-no-later", calendars.by(at, hours));
      case FINISH_NO_EARLIER_THAN -> notBefore(firstDay(calendars.by(at, hours)));
      case MUST_START_ON, START_ON -> {
        findings.lose(Loss.Kind.MUST, place, at.toLocalDate());
        notBefore(begins(at));
        due("must-start", lastDay(begins(at)));
      }
      case MUST_FINISH_ON, FINISH_ON -> {
        findings.lose(Loss.Kind.MUST, place, at.toLocalDate());
        notBefore(firstDay(calendars.by(at, hours)));
        due("must-finish", calendars.by(at, hours));
      }
      default -> findings.lose(Loss.Kind.UNREADABLE, place, type);
    }
  }

  private LocalDate begins(LocalDateTime at) {
    return duration == 0 ? calendars.instant(at, hours) : calendars.from(at, hours);
  }

  /** Last day of the work when it begins then. */
  private LocalDate lastDay(LocalDate from) {
    if (duration == 0) {
      return from.minusDays(1);
    }
    var day = from;
    for (int left = duration, steps = 0; steps < LONGEST; steps++, day = day.plusDays(1)) {
      if (days.works(day) && --left == 0) {
        return day;
      }
    }
    return from;
  }

  /** First day of the work when that is its last one; of a milestone the instant in which that day ends. */
  private LocalDate firstDay(LocalDate last) {
    if (duration == 0) {
      return last.plusDays(1);
    }
    var day = last;
    for (int left = duration, steps = 0; steps < LONGEST; steps++, day = day.minusDays(1)) {
      if (days.works(day) && --left == 0) {
        return day;
      }
    }
    return last;
  }
}
