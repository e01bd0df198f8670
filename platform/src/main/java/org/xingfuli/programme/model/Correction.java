package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report takes back of what was said before it; whatever it leaves standing is absent.
 *
 * @param percent the higher percentage that no longer holds
 * @param daysLost how many lost days are taken back
 * @param actualStart the start that no longer holds
 * @param actualFinish the finish that no longer holds
 */
public record Correction(
    @Nullable Integer percent, @Nullable Integer daysLost, @Nullable LocalDate actualStart,
    @Nullable LocalDate actualFinish) {

  private static final Correction NOTHING = new Correction(null, null, null, null);

  /** What each of the reports corrects, in their order; nothing for those that only go on. */
  public static List<@Nullable Correction> of(List<Progress.Report> reports) {
    var corrections = new ArrayList<@Nullable Correction>();
    for (int at = 0; at < reports.size(); at++) {
      corrections.add(between(Progress.of(reports.subList(0, at)), reports.get(at),
          Progress.of(reports.subList(0, at + 1))));
    }
    return corrections;
  }

  private static @Nullable Correction between(
      @Nullable Progress before, Progress.Report report, @Nullable Progress after) {
    if (before == null || after == null) {
      return null;
    }
    var correction = new Correction(
        after.percent() < before.percent() ? before.percent() : null,
        report.daysLost() < 0 ? -report.daysLost() : null,
        replaced(before.start(), after.start()),
        replaced(before.finish(), after.finish()));
    return correction.equals(NOTHING) ? null : correction;
  }

  private static @Nullable LocalDate replaced(@Nullable LocalDate before, @Nullable LocalDate after) {
    return before == null || before.equals(after) ? null : before;
  }
}
