package org.xingfuli.exchange.plans.mpxj;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mpxj.ProjectCalendar;
import org.mpxj.TimeUnit;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.exchange.plans.model.Span;
import org.xingfuli.exchange.plans.model.WorkDays;

/**
 * Their calendars of hours as calendars of days. A day counts as worked when any of its hours is. Same days are one
 * calendar, whatever they were called.
 */
final class MpxjCalendars {

  /** Exceptions further away than this from the programme's days are left alone. */
  private static final int YEARS = 20;
  private static final int USUAL = 8 * 60;

  private final LocalDate first;
  private final Findings findings;
  private final List<WorkDays> days = new ArrayList<>();
  private final Map<ProjectCalendar, Hours> known = new HashMap<>();

  /**
   * A calendar of theirs.
   *
   * @param index of its days among ours
   * @param minutes worked on its usual day
   * @param opens when its usual day begins
   */
  record Hours(int index, int minutes, LocalTime opens, ProjectCalendar calendar) {}

  MpxjCalendars(LocalDate first, Findings findings) {
    this.first = first;
    this.findings = findings;
  }

  List<WorkDays> days() {
    return days;
  }

  WorkDays days(int index) {
    return days.get(index);
  }

  Hours of(ProjectCalendar calendar) {
    var found = known.get(calendar);
    if (found == null) {
      found = read(calendar);
      known.put(calendar, found);
    }
    return found;
  }

  int index(WorkDays wanted) {
    for (int i = 0; i < days.size(); i++) {
      if (days.get(i).sameDays(wanted)) {
        return i;
      }
    }
    days.add(wanted);
    return days.size() - 1;
  }

  int everyDay() {
    return index(WorkDays.everyDay("每天 every day"));
  }

  private Hours read(ProjectCalendar calendar) {
    var name = name(calendar);
    var week = EnumSet.noneOf(DayOfWeek.class);
    var lengths = new TreeMap<Integer, Integer>();
    LocalTime opens = LocalTime.MAX;
    for (var day : DayOfWeek.values()) {
      int minutes = minutes(calendar, day);
      if (minutes > 0) {
        week.add(day);
        lengths.merge(minutes, 1, Integer::sum);
        var begin = begin(calendar, day);
        opens = begin.isBefore(opens) ? begin : opens;
      }
    }
    var exceptions = new TreeMap<LocalDate, Boolean>();
    for (var date : namedDays(calendar)) {
      int minutes = (int) Math.round(calendar.getWork(date, TimeUnit.MINUTES).getDuration());
      exceptions.put(date, minutes > 0);
      if (minutes > 0) {
        lengths.merge(minutes, lengths.isEmpty() ? 1 : 0, Integer::sum);
      }
    }
    int usual = lengths.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0);
    if (lengths.size() > 1 || usual != USUAL && usual > 0) {
      var hours = lengths.keySet().stream().map(m -> hours(m) + " h").toList();
      findings.lose(Loss.Kind.WORKING_HOURS, name, String.join(", ", hours));
    }
    if (usual == 0) {
      findings.fault("plan-file.no-working-days", Map.of("place", name));
    }
    return new Hours(index(new WorkDays(name, week, exceptions)), Math.max(1, usual == 0 ? USUAL : usual),
        opens == LocalTime.MAX ? LocalTime.MIN : opens, calendar);
  }

  private static String hours(int minutes) {
    return minutes % 60 == 0 ? String.valueOf(minutes / 60) : String.format("%.1f", minutes / 60.0);
  }

  private static int minutes(ProjectCalendar calendar, DayOfWeek day) {
    return calendar.isWorkingDay(day) ? (int) Math.round(calendar.getWork(day, TimeUnit.MINUTES).getDuration()) : 0;
  }

  private static LocalTime begin(ProjectCalendar calendar, DayOfWeek day) {
    var hours = calendar.getHours(day);
    return hours == null || hours.isEmpty() || hours.get(0).getStart() == null ? LocalTime.MIN : hours.get(0).getStart();
  }

  /** Days of exceptions and of weeks that differ, of the calendar and those it is derived from. */
  private TreeSet<LocalDate> namedDays(ProjectCalendar calendar) {
    var named = new TreeSet<LocalDate>();
    var from = first.minusYears(1);
    var until = first.plusYears(YEARS);
    int deep = 0;
    for (ProjectCalendar at = calendar; at != null && deep < 20; at = at.getParent(), deep++) {
      if (at.getCalendarExceptions().stream().anyMatch(e -> e.getRecurring() != null)) {
        findings.lose(Loss.Kind.RECURRENCE, name(calendar), name(at));
      }
      for (var exception : at.getExpandedCalendarExceptionsWithWorkWeeks()) {
        var day = exception.getFromDate();
        var last = exception.getToDate() == null ? day : exception.getToDate();
        if (day == null || last == null) {
          continue;
        }
        day = day.isBefore(from) ? from : day;
        for (; !day.isAfter(last) && day.isBefore(until); day = day.plusDays(1)) {
          named.add(day);
        }
      }
    }
    return named;
  }

  static String name(ProjectCalendar calendar) {
    var name = calendar.getName();
    return name == null || name.isBlank() ? "#" + calendar.getUniqueID() : name;
  }

  /** Whole days of a stretch of hours. */
  Span span(LocalDateTime start, LocalDateTime finish, Hours hours) {
    var from = start.toLocalDate();
    if (!start.toLocalTime().isBefore(closes(from, hours)) && finish.isAfter(start)) {
      from = from.plusDays(1);
    }
    var end = until(finish, hours);
    return new Span(from, end.isAfter(from) ? end : from.plusDays(1));
  }

  /** The instant of a milestone: at the beginning of its day, or, once the day has begun, of the next one. */
  LocalDate instant(LocalDateTime at, Hours hours) {
    return until(at, hours);
  }

  /** The day after the last one worked when something ends then. */
  LocalDate until(LocalDateTime finish, Hours hours) {
    return finish.toLocalTime().isAfter(opens(finish.toLocalDate(), hours)) ? finish.toLocalDate().plusDays(1)
        : finish.toLocalDate();
  }

  /** First day something may begin that begins no earlier than then. */
  LocalDate from(LocalDateTime start, Hours hours) {
    var date = start.toLocalDate();
    return start.toLocalTime().isBefore(closes(date, hours)) ? date : date.plusDays(1);
  }

  /** Last day that is in time; midnight means the day itself, as everybody writes a date without an hour. */
  LocalDate by(LocalDateTime due, Hours hours) {
    return due.toLocalTime().equals(LocalTime.MIDNIGHT) && hours.minutes() < 24 * 60 ? due.toLocalDate()
        : until(due, hours).minusDays(1);
  }

  private static LocalTime opens(LocalDate date, Hours hours) {
    var time = hours.calendar().getStartTime(date);
    return time == null ? hours.opens() : time;
  }

  private static LocalTime closes(LocalDate date, Hours hours) {
    LocalTime time = finish(hours.calendar(), date);
    return time == null || time.equals(LocalTime.MIDNIGHT) ? LocalTime.MAX : time;
  }

  private static @Nullable LocalTime finish(ProjectCalendar calendar, LocalDate date) {
    return calendar.getFinishTime(date);
  }
}
