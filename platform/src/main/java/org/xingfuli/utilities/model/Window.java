package org.xingfuli.utilities.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Days, both included, and the hours of each of them.
 *
 * @param from time of day in Asia/Shanghai
 */
public record Window(LocalDate firstDay, LocalDate lastDay, LocalTime from, LocalTime to) {

  /** A working day's usual hours. */
  public static Window days(LocalDate firstDay, LocalDate lastDay) {
    return new Window(firstDay, lastDay, LocalTime.of(9, 0), LocalTime.of(17, 0));
  }

  /** All its days; none when it ends before it begins. */
  public List<LocalDate> days() {
    return lastDay.isBefore(firstDay) ? List.of() : firstDay.datesUntil(lastDay.plusDays(1)).toList();
  }
}
