package org.xingfuli.programme.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.LossReason;

/**
 * One report from the site, as it was made; a later one corrects it, none is ever changed.
 *
 * @param reportedOn the business date: it says how things stood at the end of that day
 */
public record ProgressReport(
    UUID id,
    UUID activityId,
    UUID projectId,
    String area,
    LocalDate reportedOn,
    Instant reportedAt,
    UUID reporter,
    String reporterName,
    int percent,
    int daysLost,
    @Nullable LossReason reason,
    String note,
    @Nullable LocalDate actualStart,
    @Nullable LocalDate actualFinish) {

  /** What of it counts for the forecast. */
  public Progress.Report facts() {
    return new Progress.Report(reportedOn, percent, daysLost, reason, actualStart, actualFinish);
  }
}
