package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.programme.LossReason;

/**
 * What a progress report may say. A percentage may go down again, because a later report corrects an earlier one, but only
 * with a reason; nothing may lie in the future.
 */
public final class ProgressCheck {

  private static final int MOST_DAYS_LOST = 365;

  private ProgressCheck() {}

  /** All faults of a report at once. */
  public static List<Refusal> faults(
      List<Progress.Report> before, int percent, int daysLost, @Nullable LossReason reason,
      @Nullable LocalDate start, @Nullable LocalDate finish, LocalDate today) {
    var faults = new ArrayList<Refusal>();
    if (percent < 0 || percent > 100) {
      faults.add(Refusal.of("programme.percent-out-of-range", Map.of("percent", percent)));
    }
    if (Math.abs(daysLost) > MOST_DAYS_LOST) {
      faults.add(Refusal.of("programme.days-lost-out-of-range", Map.of("daysLost", daysLost)));
    }
    var known = Progress.of(before);
    if (daysLost > 0 && (reason == null || !reason.losesDays())) {
      faults.add(Refusal.of("programme.days-lost-without-reason", Map.of("daysLost", daysLost)));
    }
    var lost = known == null ? 0 : known.lostTotal();
    if (daysLost < 0 && lost + daysLost < 0) {
      faults.add(Refusal.of("programme.days-lost-below-zero", Map.of("daysLost", daysLost, "lost", lost)));
    }
    if (known != null && percent < known.percent() && reason == null) {
      faults.add(Refusal.of("programme.percent-goes-down",
          Map.of("percent", percent, "before", known.percent(), "on", known.asOf())));
    }
    dates(faults, known, percent, start, finish, today);
    return faults;
  }

  private static void dates(List<Refusal> faults, @Nullable Progress known, int percent, @Nullable LocalDate start,
      @Nullable LocalDate finish, LocalDate today) {
    for (var date : new @Nullable LocalDate[] {start, finish}) {
      if (date != null && date.isAfter(today)) {
        faults.add(Refusal.of("programme.actual-in-future", Map.of("date", date, "today", today)));
      }
    }
    var begun = start != null ? start : known == null ? null : known.start();
    var ended = finish != null ? finish : known == null || percent < 100 ? null : known.finish();
    if (begun != null && ended != null && ended.isBefore(begun)) {
      faults.add(Refusal.of("programme.finish-before-start", Map.of("start", begun, "finish", ended)));
    }
    if (finish != null && percent < 100) {
      faults.add(Refusal.of("programme.finish-without-100", Map.of("percent", percent, "finish", finish)));
    }
  }
}
