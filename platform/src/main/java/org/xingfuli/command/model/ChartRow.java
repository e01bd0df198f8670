package org.xingfuli.command.model;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.State;

/**
 * One project with a cell for every node of the programme, in the programme's order.
 *
 * @param owner the delivery agent, while none is appointed the contractor
 * @param progress percent done by reports, weighted by planned days
 * @param plannedProgress percent the frozen plan wants by the chart's date
 * @param days planned days of all activities
 */
public record ChartRow(
    UUID projectId,
    String code,
    String name,
    String street,
    String streetName,
    List<UUID> estates,
    int buildings,
    int households,
    boolean carriedOver,
    @Nullable String owner,
    int progress,
    int plannedProgress,
    int days,
    List<ChartCell> cells) {

  /**
   * Worst first: more late nodes before fewer, then more days late in sum, more nodes at risk, fewer days left at the
   * tightest node, and last the code, so that the order never depends on chance.
   */
  public static final Comparator<ChartRow> WORST_FIRST = Comparator
      .comparingInt((ChartRow row) -> row.count(State.LATE)).reversed()
      .thenComparing(Comparator.comparingInt(ChartRow::daysLate).reversed())
      .thenComparing(Comparator.comparingInt((ChartRow row) -> row.count(State.AT_RISK)).reversed())
      .thenComparingInt(ChartRow::daysLeft)
      .thenComparing(ChartRow::code)
      .thenComparing(ChartRow::projectId);

  public int count(State state) {
    return (int) cells.stream().filter(cell -> cell.state() == state).count();
  }

  /** The worst state of its nodes; done only when all are. */
  public State worst() {
    return cells.stream().map(ChartCell::state).filter(state -> state != State.NOT_APPLICABLE)
        .min(Comparator.naturalOrder()).orElse(State.NOT_STARTED);
  }

  int daysLate() {
    return cells.stream().mapToInt(ChartCell::daysLate).sum();
  }

  int daysLeft() {
    return cells.stream().mapToInt(ChartCell::daysLeft).min().orElse(Integer.MAX_VALUE);
  }
}
