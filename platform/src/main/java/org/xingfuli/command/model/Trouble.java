package org.xingfuli.command.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;

/**
 * A cause that needs the command: the worst node it endangers at a project, and whose move it is. What one cause does to
 * several nodes of a project is one trouble, not several.
 *
 * @param days left, negative when late
 * @param nodes how many nodes of the project the cause endangers
 */
public record Trouble(
    UUID projectId,
    String projectName,
    String streetName,
    UUID nodeId,
    Words nodeName,
    State state,
    int days,
    Words cause,
    @Nullable String owner,
    @Nullable Words ownerKind,
    int nodes,
    int households) {

  /** Late before at risk, the most days late or the fewest left first, then the most households. */
  private static final Comparator<Trouble> BY_IMPACT = Comparator.comparing(Trouble::state)
      .thenComparingInt(Trouble::days)
      .thenComparing(Comparator.comparingInt(Trouble::households).reversed())
      .thenComparing(Trouble::projectName)
      .thenComparing(Trouble::projectId);

  /** All troubles of a chart, the gravest first. */
  public static List<Trouble> of(BattleChart chart) {
    var all = new ArrayList<Trouble>();
    for (var row : chart.rows()) {
      var byCause = new LinkedHashMap<Words, Trouble>();
      for (var cell : row.cells()) {
        var cause = cell.cause();
        if (cause != null && (cell.state() == State.LATE || cell.state() == State.AT_RISK)) {
          byCause.merge(cause, of(row, cell, cause, chart.nodeName(cell.nodeId())), Trouble::graver);
        }
      }
      all.addAll(byCause.values());
    }
    all.sort(BY_IMPACT);
    return all;
  }

  private static Trouble of(ChartRow row, ChartCell cell, Words cause, Words nodeName) {
    var days = cell.days();
    return new Trouble(row.projectId(), row.name(), row.streetName(), cell.nodeId(), nodeName, cell.state(),
        days == null ? 0 : days, cause, cell.owner(), cell.ownerKind(), 1, row.households());
  }

  private Trouble graver(Trouble other) {
    var grave = BY_IMPACT.compare(other, this) < 0 ? other : this;
    return new Trouble(grave.projectId, grave.projectName, grave.streetName, grave.nodeId, grave.nodeName, grave.state,
        grave.days, grave.cause, grave.owner, grave.ownerKind, nodes + other.nodes, households);
  }
}
