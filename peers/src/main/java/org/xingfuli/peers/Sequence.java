package org.xingfuli.peers;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import java.util.ArrayList;
import java.util.List;

/** The order in which tasks are given their crews. */
@PlanningEntity
public class Sequence {

  @PlanningListVariable(valueRangeProviderRefs = "tasks")
  private List<OrderedTask> order = new ArrayList<>();

  /** For Timefold, which copies solutions. */
  Sequence() {}

  Sequence(List<OrderedTask> order) {
    this.order.addAll(order);
  }

  public List<OrderedTask> getOrder() {
    return order;
  }

  public void setOrder(List<OrderedTask> value) {
    order = value;
  }
}
