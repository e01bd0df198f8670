package org.xingfuli.kernel;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which days are worked: weekends, statutory holidays and the weekends worked in exchange, year by year as the State
 * Council announced them. A date outside the known years raises {@link CalendarUnknown}; a year not yet announced can
 * be used only by asking for it, and every date computed through it is flagged.
 *
 * <p>Counting follows the law of periods (Civil Code art. 201): the first day is not counted. So {@code
 * plusWorkdays(d, n)} is the n-th workday after {@code d}, {@code workdaysBetween(a, b)} counts the workdays after
 * {@code a} up to and including {@code b}. Immutable; a changed year makes another calendar.
 */
public final class WorkCalendar {

  private static final WorkCalendar STATUTORY = ofYears(StatutoryHolidays.read());

  private final NavigableMap<Integer, HolidayYear> years;
  private final DayTable table;

  private WorkCalendar(NavigableMap<Integer, HolidayYear> years) {
    this.years = years;
    table = new DayTable(years.values(), years.firstKey(), years.lastKey());
  }

  /** The announced years 2020 to 2026 that ship with the product. */
  public static WorkCalendar statutory() {
    return STATUTORY;
  }

  private static WorkCalendar ofYears(List<HolidayYear> years) {
    var map = new TreeMap<Integer, HolidayYear>();
    years.forEach(year -> map.put(year.year(), year));
    return new WorkCalendar(map);
  }

  /**
   * This calendar with a year added or replaced.
   *
   * @throws Refused with every fault of the year; a year that leaves a gap is a fault
   */
  public WorkCalendar withYear(HolidayYear year) {
    Refused.ifAny(HolidayYearCheck.of(year, firstYear(), lastYear()));
    var map = new TreeMap<>(years);
    map.put(year.year(), year);
    return new WorkCalendar(map);
  }

  /** This calendar carried on to the end of a year, weekends only and flagged, where nothing is announced. */
  public WorkCalendar provisionalThrough(int year) {
    if (year <= lastYear()) {
      return this;
    }
    var map = new TreeMap<>(years);
    for (int next = lastYear() + 1; next <= year; next++) {
      map.put(next, HolidayYear.provisional(next));
    }
    return new WorkCalendar(map);
  }

  public int firstYear() {
    return years.firstKey();
  }

  public int lastYear() {
    return years.lastKey();
  }

  /** The year as it was announced or assumed. */
  public Optional<HolidayYear> year(int year) {
    return Optional.ofNullable(years.get(year));
  }

  /** The days off and adjusted workdays from the first to the last date, in order, whichever paper named them. */
  public List<HolidayYear.Day> namedDays(LocalDate firstDate, LocalDate lastDate) {
    index(firstDate);
    index(lastDate);
    return List.copyOf(table.named(firstDate, lastDate));
  }

  public boolean knows(LocalDate date) {
    return table.index(date) >= 0;
  }

  /** Whether the date lies in a year that is not yet announced. */
  public boolean isProvisional(LocalDate date) {
    index(date);
    return !requireNonNull(years.get(date.getYear())).announced();
  }

  /** Whether any day from one date to the other lies in a year that is not yet announced. */
  public boolean isProvisional(LocalDate from, LocalDate to) {
    index(from);
    index(to);
    int low = Math.min(from.getYear(), to.getYear());
    int high = Math.max(from.getYear(), to.getYear());
    return years.subMap(low, true, high, true).values().stream().anyMatch(year -> !year.announced());
  }

  public DayType typeOf(LocalDate date) {
    return table.type(index(date));
  }

  public boolean isWorkday(LocalDate date) {
    return typeOf(date).isWorkday();
  }

  /** The holiday a day off or an adjusted workday belongs to, such as 劳动节. */
  public Optional<String> nameOf(LocalDate date) {
    index(date);
    return Optional.ofNullable(table.named(date)).map(HolidayYear.Day::name);
  }

  public Dated nextWorkdayOnOrAfter(LocalDate date) {
    return step(date, 1, DayType::isWorkday);
  }

  public Dated lastWorkdayOnOrBefore(LocalDate date) {
    return step(date, -1, DayType::isWorkday);
  }

  /** The n-th workday after the date; the date itself for n = 0. */
  public Dated plusWorkdays(LocalDate date, int n) {
    int at = index(date);
    if (n < 0) {
      throw new IllegalArgumentException("a number of workdays is never negative: " + n);
    }
    return n == 0 ? dated(date, date) : workday(date, (long) table.workdaysUpTo(at) + n - 1);
  }

  /** The n-th workday before the date; the date itself for n = 0. On workdays it undoes {@link #plusWorkdays}. */
  public Dated minusWorkdays(LocalDate date, int n) {
    int at = index(date);
    if (n < 0) {
      throw new IllegalArgumentException("a number of workdays is never negative: " + n);
    }
    return n == 0 ? dated(date, date) : workday(date, (long) table.workdaysBefore(at) - n);
  }

  /** Workdays after {@code from} up to and including {@code to}; negative when {@code to} lies before {@code from}. */
  public int workdaysBetween(LocalDate from, LocalDate to) {
    return table.workdaysUpTo(index(to)) - table.workdaysUpTo(index(from));
  }

  /** Workdays from the first to the last date, both included; 0 when the last lies before the first. */
  public int workdaysWithin(LocalDate firstDate, LocalDate lastDate) {
    return Math.max(0, table.workdaysUpTo(index(lastDate)) - table.workdaysBefore(index(firstDate)));
  }

  /** Calendar days after {@code from} up to and including {@code to}; needs no table, so no year is unknown. */
  public long calendarDaysBetween(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** The last day, no later than the date, on which compulsory work is lawful by the default reading. */
  public Dated lastLawfulEnforcementDayOnOrBefore(LocalDate date) {
    return lastLawfulEnforcementDayOnOrBefore(date, EnforcementBar.STATUTORY_HOLIDAYS);
  }

  public Dated lastLawfulEnforcementDayOnOrBefore(LocalDate date, EnforcementBar bar) {
    return step(date, -1, bar::allows);
  }

  /** The first day, no earlier than the date, on which compulsory work is lawful by the default reading. */
  public Dated firstLawfulEnforcementDayOnOrAfter(LocalDate date) {
    return firstLawfulEnforcementDayOnOrAfter(date, EnforcementBar.STATUTORY_HOLIDAYS);
  }

  public Dated firstLawfulEnforcementDayOnOrAfter(LocalDate date, EnforcementBar bar) {
    return step(date, 1, bar::allows);
  }

  /** Every day whose type is another than it was in the earlier calendar, or that the earlier one did not know. */
  public List<ChangedDay> changesSince(WorkCalendar before) {
    var changes = new ArrayList<ChangedDay>();
    for (int i = 0; i < table.length(); i++) {
      var date = table.date(i);
      var was = before.knows(date) ? Optional.of(before.typeOf(date)) : Optional.<DayType>empty();
      if (was.isEmpty() || was.get() != table.type(i)) {
        changes.add(new ChangedDay(date, was, table.type(i)));
      }
    }
    return List.copyOf(changes);
  }

  /** A day that became something else when a year was announced; empty when it was unknown before. */
  public record ChangedDay(LocalDate date, Optional<DayType> before, DayType after) {}

  private Dated step(LocalDate from, int direction, Predicate<DayType> wanted) {
    var date = from;
    while (!wanted.test(typeOf(date))) {
      date = date.plusDays(direction);
    }
    return dated(from, date);
  }

  private Dated workday(LocalDate from, long n) {
    if (n < 0) {
      throw unknown(table.date(0).minusDays(1));
    }
    if (n >= table.workdays()) {
      throw unknown(table.date(table.length() - 1).plusDays(1));
    }
    return dated(from, table.workday((int) n));
  }

  private Dated dated(LocalDate from, LocalDate result) {
    return new Dated(result, isProvisional(from, result));
  }

  private int index(LocalDate date) {
    int index = table.index(date);
    if (index < 0) {
      throw unknown(date);
    }
    return index;
  }

  private CalendarUnknown unknown(LocalDate date) {
    return new CalendarUnknown(date, firstYear(), lastYear());
  }
}
