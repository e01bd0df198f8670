package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.function.Predicate;

/**
 * The days a plan may use, numbered from 0; the engine counts in these numbers, people in dates.
 *
 * @param first day 0
 * @param days how many there are
 */
public record Horizon(LocalDate first, int days) {

  /** From the programme's start to the end of the year after it, in which final accounts and warranty begin. */
  public static Horizon of(LocalDate starts, int year) {
    return new Horizon(starts, (int) ChronoUnit.DAYS.between(starts, LocalDate.of(year + 2, 1, 1)));
  }

  /** This horizon with as many days left from that day on as there are in all: even a plan nobody began fits again. */
  public Horizon afresh(LocalDate from) {
    return new Horizon(first, days + Math.max(0, day(from)));
  }

  public int day(LocalDate date) {
    return (int) ChronoUnit.DAYS.between(first, date);
  }

  public LocalDate date(int day) {
    return first.plusDays(day);
  }

  public LocalDate last() {
    return date(days - 1);
  }

  /** The days of this horizon that pass the test. */
  public BitSet where(Predicate<LocalDate> test) {
    var found = new BitSet(days);
    for (int day = 0; day < days; day++) {
      if (test.test(date(day))) {
        found.set(day);
      }
    }
    return found;
  }
}
