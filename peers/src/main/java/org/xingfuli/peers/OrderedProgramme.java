package org.xingfuli.peers;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.HardSoftScore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Timetable;

/** A programme planned by the order of its tasks: every order is a timetable that keeps links and crews. */
@PlanningSolution
public class OrderedProgramme {

  private Facts facts;
  private List<OrderedTask> tasks;

  @PlanningEntityProperty private Sequence sequence = new Sequence();

  @PlanningScore private @Nullable HardSoftScore score;

  /** For Timefold, which copies solutions. */
  @SuppressWarnings("NullAway")
  OrderedProgramme() {
    facts = null;
    tasks = List.of();
  }

  /** Begins with the order in which a timetable found before starts its tasks. */
  OrderedProgramme(Facts facts, Timetable found) {
    this.facts = facts;
    tasks = facts.inOrderOf(found).stream().map(OrderedTask::new).toList();
    sequence = new Sequence(tasks);
  }

  @ValueRangeProvider(id = "tasks")
  public List<OrderedTask> getTasks() {
    return tasks;
  }

  Facts facts() {
    return facts;
  }

  Timetable timetable() {
    SerialOrder serial = new SerialOrder(facts);
    serial.place(sequence.getOrder());
    return facts.timetable(serial.starts());
  }

  public Sequence getSequence() {
    return sequence;
  }

  public void setSequence(Sequence value) {
    sequence = value;
  }

  public @Nullable HardSoftScore getScore() {
    return score;
  }

  public void setScore(@Nullable HardSoftScore value) {
    score = value;
  }
}
