package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.Words;

/**
 * An activity that ends after the days the utilities agreed to: the work that needs them has to be done by then, so either the
 * window or the plan moves. A constraint that is shown and not kept by the dates; decision 0019.
 *
 * @param until last day of the window
 * @param finish last day of the activity
 * @param words such as {@code 停气窗口 04-12 止，排到 04-15}
 */
public record WindowOverrun(LocalDate until, LocalDate finish, Words words) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

  /**
   * @param last the window that closes first among the services the activity needs, each with its last one
   * @return nothing when the activity ends in time or waits for no window
   */
  public static @Nullable WindowOverrun of(@Nullable UtilityWindow last, LocalDate finish) {
    if (last == null || !finish.isAfter(last.to())) {
      return null;
    }
    var until = DAY.format(last.to());
    var planned = DAY.format(finish);
    return new WindowOverrun(last.to(), finish, Words.of(
        last.words().zh() + " " + until + " 止，排到 " + planned,
        last.words().en() + " ends " + until + ", planned to " + planned));
  }
}
