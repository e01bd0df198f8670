package org.xingfuli.database;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The business day as all nodes share it.
 *
 * @param today in a demo the day its clock stands at; in a real installation the day the modules were told of last
 * @param round goes up when a demo is set back
 * @param version goes up with every change
 * @param firstDay where a demo begins; absent in a real installation
 * @param play how a demo's days pass by themselves, while they do
 * @param movedAt system time of the last change
 */
public record BusinessDay(
    LocalDate today, int round, long version, @Nullable LocalDate firstDay, @Nullable Play play, Instant movedAt) {

  /**
   * Days passing by themselves.
   *
   * @param until the day at which it ends
   */
  public record Play(int daysPerMinute, @Nullable LocalDate until) {}
}
