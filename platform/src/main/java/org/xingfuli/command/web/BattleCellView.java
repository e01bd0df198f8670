package org.xingfuli.command.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.command.flow.ReadCell.Behind;
import org.xingfuli.command.model.ChartRow;
import org.xingfuli.programme.ChartFacts;
import org.xingfuli.programme.LossReason;
import org.xingfuli.programme.ReportedProgress;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Why;
import org.xingfuli.programme.Words;

/**
 * What stands behind a cell of the chart.
 *
 * @param due for a node that does not bind the project, its date all the same
 * @param baseline the frozen plan's finish, absent when the project is not in it
 * @param finish by the forecast, or the day it was really reached
 * @param days left until the due date, negative when late
 * @param shiftDays between baseline and finish; the waterfall adds up to it exactly
 * @param chain from near to far
 * @param cure the cheapest thing found that would help, with whose move it is
 * @param owner whose move the cause is
 * @param reports the newest of the activities in the chain
 */
record BattleCellView(
    Project project,
    Node node,
    LocalDate due,
    @Nullable LocalDate baseline,
    @Nullable LocalDate finish,
    State state,
    @Nullable Integer days,
    int shiftDays,
    @Nullable Words cause,
    @Nullable String owner,
    @Nullable Words ownerKind,
    List<Bar> waterfall,
    List<Link> chain,
    @Nullable Words cure,
    List<Report> reports) {

  /** The cell's project. */
  record Project(
      UUID id, String name, String street, String streetName, int progress, int plannedProgress) {

    static Project of(ChartRow row) {
      return new Project(
          row.projectId(), row.name(), row.street(), row.streetName(), row.progress(), row.plannedProgress());
    }
  }

  /** The cell's node, why it is due on its date, and whether that is an assumption. */
  record Node(UUID id, String code, Words name, Words resolution, boolean unconfirmed) {

    static Node of(ChartFacts.Node node) {
      return new Node(node.id(), node.code(), node.name(), node.resolution(), node.unconfirmed());
    }
  }

  /** One bar of the waterfall. */
  record Bar(String cause, Words label, int days) {}

  /** One step of the chain; its activity is absent when it belongs to a project the caller does not see. */
  record Link(@Nullable UUID activityId, Words name, Words reason, String kind, int days) {}

  /** What was reported of an activity in the chain. */
  record Report(
      UUID id, UUID activityId, Words activityName, LocalDate on, Instant at, String by, int percent, int daysLost,
      @Nullable LossReason reason, String note) {

    static Report of(ReportedProgress report) {
      return new Report(report.id(), report.activityId(), report.activityName(), report.reportedOn(),
          report.reportedAt(), report.reporter(), report.percent(), report.daysLost(), report.reason(), report.note());
    }
  }

  static BattleCellView of(Behind behind) {
    var why = behind.why();
    var cell = behind.cell();
    var due = cell.due() == null ? behind.node().due() : cell.due();
    return new BattleCellView(
        Project.of(behind.row()), Node.of(behind.node()), due, why == null ? null : why.baselineFinish(),
        why == null ? null : why.finish(), cell.state(),
        why == null ? null : (int) ChronoUnit.DAYS.between(why.finish(), due), why == null ? 0 : why.shiftDays(),
        cell.cause(), cell.owner(), cell.ownerKind(),
        why == null ? List.of()
            : why.waterfall().stream().map(bar -> new Bar(bar.cause(), bar.label(), bar.days())).toList(),
        why == null ? List.of()
            : why.chain().stream().map(BattleCellView::link).toList(),
        why == null ? null : cure(why), behind.reports().stream().map(Report::of).toList());
  }

  private static Link link(Why.Link link) {
    return new Link(link.activityId(), link.name(), link.reason(), link.kind(), link.days());
  }

  private static @Nullable Words cure(Why why) {
    var cure = why.cure();
    return cure == null ? null : Words.of(
        "%s。该谁动：%s".formatted(cure.text().zh(), cure.mover().label().zh()),
        "%s. Whose move: %s".formatted(cure.text().en(), cure.mover().label().en()));
  }
}
