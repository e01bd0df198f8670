package org.xingfuli.command.flow;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.command.model.ChartCell;
import org.xingfuli.command.model.ChartRow;
import org.xingfuli.programme.ChartFacts;
import org.xingfuli.programme.Programmes;
import org.xingfuli.programme.ReportedProgress;
import org.xingfuli.programme.Why;
import org.xingfuli.wire.Problems;

/** Reads why a node of a project stands as it does, and what was last reported of the activities behind it. */
@Component
public class ReadCell {

  private static final int REPORTS_READ = 200;
  private static final int REPORTS_SHOWN = 6;

  private final Programmes programmes;
  private final ReadBattleChart charts;

  ReadCell(Programmes programmes, ReadBattleChart charts) {
    this.programmes = programmes;
    this.charts = charts;
  }

  /**
   * A cell with its reasons.
   *
   * @param why absent while the project is in no frozen plan, or the node does not bind it
   * @param reports the newest first
   */
  public record Behind(
      ChartRow row, ChartFacts.Node node, ChartCell cell, @Nullable Why why, List<ReportedProgress> reports) {}

  /** A project the caller does not see is answered like one that does not exist, and so is a node of another year. */
  public Behind of(UUID projectId, UUID nodeId) {
    var chart = charts.of(programmes.programmeOf(projectId));
    var row = chart.rows().stream().filter(r -> r.projectId().equals(projectId)).findFirst()
        .orElseThrow(Problems::absent);
    var node = chart.nodes().stream().filter(n -> n.id().equals(nodeId)).findFirst().orElseThrow(Problems::absent);
    var cell = row.cells().stream().filter(c -> c.nodeId().equals(nodeId)).findFirst().orElseThrow(Problems::absent);
    if (!cell.counts()) {
      return new Behind(row, node, cell, null, List.of());
    }
    var why = programmes.why(projectId, nodeId);
    return new Behind(row, node, cell, why, reports(projectId, why));
  }

  private List<ReportedProgress> reports(UUID projectId, Why why) {
    var behind = new HashSet<UUID>();
    behind.add(why.id());
    why.chain().forEach(link -> {
      if (link.activityId() != null) {
        behind.add(link.activityId());
      }
    });
    return programmes.latestReports(projectId, REPORTS_READ).stream()
        .filter(report -> behind.contains(report.activityId())).limit(REPORTS_SHOWN).toList();
  }
}
