package org.xingfuli.command.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.LossReason;
import org.xingfuli.programme.NodeOdds;
import org.xingfuli.programme.ReportedProgress;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Why;
import org.xingfuli.programme.Words;

/** What stands behind a cell: the waterfall and the chain that add up, what would help, and the last reports. */
record CellView(
    CellProject project,
    CellNode node,
    UUID activityId,
    LocalDate due,
    LocalDate baseline,
    LocalDate finish,
    State state,
    int days,
    int shiftDays,
    @Nullable Words cause,
    @Nullable String owner,
    List<Why.Bar> waterfall,
    List<Why.Link> chain,
    @Nullable Words cure,
    @Nullable NodeOdds odds,
    List<CellReport> reports) {

  record CellProject(UUID id, String code, String name, String streetName) {}

  record CellNode(UUID id, String code, Words name, boolean unconfirmed, boolean provisional) {}

  record CellReport(
      UUID id, UUID activityId, String activityCode, Words activityName, LocalDate on, Instant at, String by,
      int percent, int daysLost, @Nullable LossReason reason, String note) {

    static CellReport of(ReportedProgress report) {
      return new CellReport(report.id(), report.activityId(), report.activityCode(), report.activityName(),
          report.reportedOn(), report.reportedAt(), report.reporter(), report.percent(), report.daysLost(),
          report.reason(), report.note());
    }
  }
}
