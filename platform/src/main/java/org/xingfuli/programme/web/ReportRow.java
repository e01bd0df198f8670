package org.xingfuli.programme.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.LossReason;
import org.xingfuli.programme.ProgressStatement;
import org.xingfuli.programme.model.Correction;
import org.xingfuli.programme.model.ProgressReport;

/** A progress report as it was made. */
record ReportRow(
    UUID id,
    UUID activityId,
    LocalDate on,
    Instant at,
    String by,
    int percent,
    int daysLost,
    @Nullable LossReason reason,
    String note,
    @Nullable LocalDate actualStart,
    @Nullable LocalDate actualFinish,
    @Nullable Correction corrects) {

  /** All reports of one activity, in the order they were made. */
  static List<ReportRow> of(List<ProgressReport> reports) {
    var corrections = Correction.of(reports.stream().map(ProgressReport::facts).toList());
    var rows = new ArrayList<ReportRow>();
    for (int at = 0; at < reports.size(); at++) {
      rows.add(of(reports.get(at), corrections.get(at)));
    }
    return rows;
  }

  private static ReportRow of(ProgressReport report, @Nullable Correction corrects) {
    return new ReportRow(report.id(), report.activityId(), report.reportedOn(), report.reportedAt(),
        report.reporterName(), report.percent(), report.daysLost(), report.reason(), report.note(),
        report.actualStart(), report.actualFinish(), corrects);
  }

  /** A report to be made. */
  record Body(
      @NotNull Integer percent,
      @Nullable Integer daysLost,
      @Nullable LossReason reason,
      @Nullable @Size(max = 500) String note,
      @Nullable LocalDate actualStart,
      @Nullable LocalDate actualFinish) {

    ProgressStatement of(UUID activityId) {
      return new ProgressStatement(activityId, percent, daysLost == null ? 0 : daysLost, reason,
          note == null ? "" : note, actualStart, actualFinish);
    }
  }
}
