package org.xingfuli.appeal.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.WorkCalendar;

/**
 * When a reception point is open, in times of day of Asia/Shanghai. A statutory day off and a weekend worked in exchange have
 * hours of their own, so that no door is promised open on a holiday that happens to be a Wednesday.
 *
 * @param spans in the order of the days and of the times
 */
public record OpeningHours(List<Span> spans) {

  /** So far the next opening is looked for, in days: longer than any holiday. */
  private static final int FAR = 40;

  public OpeningHours {
    spans = spans.stream().sorted(Comparator.comparing(Span::on).thenComparing(Span::opens)).toList();
  }

  /** What kind of day hours are for. */
  public enum On {
    MONDAY("周一", "Monday"),
    TUESDAY("周二", "Tuesday"),
    WEDNESDAY("周三", "Wednesday"),
    THURSDAY("周四", "Thursday"),
    FRIDAY("周五", "Friday"),
    SATURDAY("周六", "Saturday"),
    SUNDAY("周日", "Sunday"),
    /** A weekend day made a working day by a State Council paper. */
    MAKE_UP("调休上班日", "Make-up workday"),
    /** Named as a day off by a State Council paper. */
    HOLIDAY("法定休息日", "Statutory day off");

    private final Words words;

    On(String zh, String en) {
      this.words = new Words(zh, en);
    }

    public Words words() {
      return words;
    }

    /** What the day is; the calendar goes before the day of the week. */
    public static On of(LocalDate date, WorkCalendar calendar) {
      return switch (calendar.typeOf(date)) {
        case ADJUSTED_WORKDAY -> MAKE_UP;
        case HOLIDAY_OFF -> HOLIDAY;
        case WORKDAY, WEEKEND -> values()[date.getDayOfWeek().ordinal()];
      };
    }
  }

  /** Open on such days from one time to another. */
  public record Span(On on, LocalTime opens, LocalTime closes) {}

  /** From one time of a day to another. */
  public record Hours(LocalTime from, LocalTime to) {}

  /** When it is open on the date; empty on a day it stays shut. */
  public List<Hours> on(LocalDate date, WorkCalendar calendar) {
    var kind = On.of(date, calendar);
    return spans.stream().filter(span -> span.on() == kind).map(span -> new Hours(span.opens(), span.closes())).toList();
  }

  /** The day and its hours when it is next open after the moment, today's remainder included; empty when never soon. */
  public Optional<Open> next(ZonedDateTime now, WorkCalendar calendar) {
    return IntStream.range(0, FAR).mapToObj(now.toLocalDate()::plusDays)
        .map(date -> new Open(date, on(date, calendar).stream()
            .filter(hours -> date.isAfter(now.toLocalDate()) || hours.to().isAfter(now.toLocalTime())).toList()))
        .filter(open -> !open.hours().isEmpty()).findFirst();
  }

  /** A day on which it is open, and its hours that are still to come. */
  public record Open(LocalDate date, List<Hours> hours) {

    /** When the door shuts on that day: "today" ends then. */
    public LocalTime closes() {
      return hours.getLast().to();
    }
  }

  /** Which parts of the hours nobody covers, in their order. */
  public static List<Hours> gaps(List<Hours> open, List<Hours> covered) {
    var gaps = new ArrayList<Hours>();
    var sorted = covered.stream().sorted(Comparator.comparing(Hours::from)).toList();
    for (var hours : open) {
      var from = hours.from();
      for (var one : sorted) {
        if (one.from().isAfter(from) && one.from().isBefore(hours.to())) {
          gaps.add(new Hours(from, one.from()));
        }
        if (one.to().isAfter(from) && one.from().isBefore(hours.to())) {
          from = one.to();
        }
      }
      if (from.isBefore(hours.to())) {
        gaps.add(new Hours(from, hours.to()));
      }
    }
    return List.copyOf(gaps);
  }

  /** Every span that ends before it begins, or begins before the one before it has ended. */
  public static List<Refusal> faults(List<Span> spans, String pointer) {
    var faults = new ArrayList<Refusal>();
    for (int at = 0; at < spans.size(); at++) {
      var span = spans.get(at);
      var here = Map.<String, Object>of("pointer", pointer + "/" + at, "day", span.on().words().zh(), "from", span.opens().toString(),
          "to", span.closes().toString());
      if (!span.closes().isAfter(span.opens())) {
        faults.add(Refusal.of("reception.hours-backwards", here));
        continue;
      }
      if (spans.subList(0, at).stream().anyMatch(other -> other.on() == span.on() && other.opens().isBefore(span.closes())
          && span.opens().isBefore(other.closes()))) {
        faults.add(Refusal.of("reception.hours-overlap", here));
      }
    }
    return faults;
  }
}
