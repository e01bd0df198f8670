package org.xingfuli.command.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;

/**
 * One node of one project.
 *
 * @param date when it was reached, or will be by the forecast; absent when the project is in no frozen plan
 * @param due absent when the node does not bind the project
 * @param days left until the due date, negative when late
 * @param cause why it is at risk or late
 * @param owner whose move it is then, as one calls them
 * @param ownerKind what they are to the project
 */
public record ChartCell(
    UUID nodeId,
    State state,
    @Nullable LocalDate date,
    @Nullable LocalDate due,
    @Nullable Integer days,
    @Nullable Words cause,
    @Nullable String owner,
    @Nullable Words ownerKind) {

  static ChartCell of(ForecastNode node, String street, Names names) {
    var kind = node.moverKind();
    return new ChartCell(node.nodeId(), node.state(), node.finish(), node.due(), node.floatDays(), node.cause(),
        names.mover(node.mover(), kind, street), kind == null ? null : kind.label());
  }

  static ChartCell notApplicable(UUID nodeId) {
    return new ChartCell(nodeId, State.NOT_APPLICABLE, null, null, null, null, null, null);
  }

  /** The node binds the project, which was added after the plan was frozen: it has a due date and no forecast. */
  static ChartCell unplanned(UUID nodeId, LocalDate due) {
    return new ChartCell(nodeId, State.NOT_STARTED, null, due, null,
        Words.of("未排入冻结计划", "not in the frozen plan"), null, null);
  }

  /** Forecast, so that it counts in rates. */
  public boolean counts() {
    return days != null;
  }

  /** Days late of a node not reached yet; 0 when in time. */
  int daysLate() {
    return state == State.LATE && days != null ? -days : 0;
  }

  /** Days left of a node still to be reached; a very large number when there is nothing left to fear. */
  int daysLeft() {
    return state == State.DONE || days == null ? Integer.MAX_VALUE : days;
  }
}
