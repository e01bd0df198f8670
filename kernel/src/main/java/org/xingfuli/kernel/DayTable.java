package org.xingfuli.kernel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The days of consecutive years, indexed from the first: types, names, and counts of workdays in one step. */
final class DayTable {

  private final NavigableMap<LocalDate, HolidayYear.Day> named = new TreeMap<>();
  private final long first;
  private final DayType[] types;

  /** Workdays from the first day of the table up to and including the day of that index. */
  private final int[] upTo;

  /** Index of the day of the n-th workday. */
  private final int[] workdays;

  /** The years in ascending order, without a gap; what a later year says of a December before wins. */
  DayTable(Collection<HolidayYear> years, int firstYear, int lastYear) {
    years.forEach(year -> year.days().forEach(day -> named.put(day.date(), day)));
    first = LocalDate.of(firstYear, 1, 1).toEpochDay();
    int length = (int) (LocalDate.of(lastYear + 1, 1, 1).toEpochDay() - first);
    types = new DayType[length];
    upTo = new int[length];
    var worked = new int[length];
    int count = 0;
    for (int i = 0; i < length; i++) {
      types[i] = classify(date(i));
      if (types[i].isWorkday()) {
        worked[count++] = i;
      }
      upTo[i] = count;
    }
    workdays = Arrays.copyOf(worked, count);
  }

  int length() {
    return types.length;
  }

  /** Index of a date, or −1 when the table does not hold it. */
  int index(LocalDate date) {
    long index = date.toEpochDay() - first;
    return index < 0 || index >= types.length ? -1 : (int) index;
  }

  LocalDate date(int index) {
    return LocalDate.ofEpochDay(first + index);
  }

  DayType type(int index) {
    return types[index];
  }

  int workdaysUpTo(int index) {
    return upTo[index];
  }

  /** Workdays before the day of that index, the day itself left out. */
  int workdaysBefore(int index) {
    return types[index].isWorkday() ? upTo[index] - 1 : upTo[index];
  }

  int workdays() {
    return workdays.length;
  }

  /** The date of the n-th workday of the table, counted from 0. */
  LocalDate workday(int n) {
    return date(workdays[n]);
  }

  HolidayYear.@Nullable Day named(LocalDate date) {
    return named.get(date);
  }

  Collection<HolidayYear.Day> named(LocalDate from, LocalDate to) {
    return named.subMap(from, true, to, true).values();
  }

  private DayType classify(LocalDate date) {
    var day = named.get(date);
    if (day != null && day.off()) {
      return DayType.HOLIDAY_OFF;
    }
    if (!HolidayYearCheck.isWeekend(date)) {
      return DayType.WORKDAY;
    }
    return day != null ? DayType.ADJUSTED_WORKDAY : DayType.WEEKEND;
  }
}
