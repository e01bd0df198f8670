package org.xingfuli.exchange.plans.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.xingfuli.engine.scheduling.Calendar;

/**
 * A calendar in whole days.
 *
 * @param week days of the week that are worked
 * @param exceptions days that are not as their day of the week says: worked or not; none repeats the week
 */
public record WorkDays(String name, Set<DayOfWeek> week, SortedMap<LocalDate, Boolean> exceptions) {

  public WorkDays {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    days.addAll(week);
    TreeMap<LocalDate, Boolean> real = new TreeMap<>(exceptions);
    real.entrySet().removeIf(e -> days.contains(e.getKey().getDayOfWeek()) == e.getValue());
    week = Collections.unmodifiableSet(days);
    exceptions = Collections.unmodifiableSortedMap(real);
  }

  public static WorkDays everyDay(String name) {
    return new WorkDays(name, EnumSet.allOf(DayOfWeek.class), new TreeMap<>());
  }

  /** The calendar that works on these days of a stretch: the usual week, and what differs from it. */
  public static WorkDays of(String name, LocalDate first, int days, Predicate<LocalDate> works) {
    var worked = new EnumMap<DayOfWeek, Integer>(DayOfWeek.class);
    for (int day = 0; day < days; day++) {
      var date = first.plusDays(day);
      worked.merge(date.getDayOfWeek(), works.test(date) ? 1 : -1, Integer::sum);
    }
    var week = EnumSet.noneOf(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      if (worked.getOrDefault(day, 1) >= 0) {
        week.add(day);
      }
    }
    var exceptions = new TreeMap<LocalDate, Boolean>();
    for (int day = 0; day < days; day++) {
      exceptions.put(first.plusDays(day), works.test(first.plusDays(day)));
    }
    return new WorkDays(name, week, exceptions);
  }

  public boolean works(LocalDate date) {
    var exception = exceptions.get(date);
    return exception != null ? exception : week.contains(date.getDayOfWeek());
  }

  public boolean isEveryDay() {
    return week.size() == 7 && exceptions.isEmpty();
  }

  /** Days worked from the first (included) to the last (excluded). */
  public int count(LocalDate from, LocalDate until) {
    int count = 0;
    for (var date = from; date.isBefore(until); date = date.plusDays(1)) {
      count += works(date) ? 1 : 0;
    }
    return count;
  }

  /** Both must work. */
  public WorkDays and(WorkDays other) {
    var both = EnumSet.noneOf(DayOfWeek.class);
    both.addAll(week);
    both.retainAll(other.week);
    var exceptions = new TreeMap<LocalDate, Boolean>();
    this.exceptions.keySet().forEach(date -> exceptions.put(date, works(date) && other.works(date)));
    other.exceptions.keySet().forEach(date -> exceptions.put(date, works(date) && other.works(date)));
    return new WorkDays(name + " ∩ " + other.name, both, exceptions);
  }

  /** Whether the same days are worked, whatever the name. */
  public boolean sameDays(WorkDays other) {
    return week.equals(other.week) && exceptions.equals(other.exceptions);
  }

  /** The engine's calendar of so many periods from this day on. */
  Calendar calendar(LocalDate origin, int periods) {
    if (isEveryDay()) {
      return Calendar.everyPeriod();
    }
    var working = new BitSet(periods);
    for (int period = 0; period < periods; period++) {
      working.set(period, works(origin.plusDays(period)));
    }
    return Calendar.of(working, periods);
  }
}
