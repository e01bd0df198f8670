package org.xingfuli.engine.scheduling.explain;

import java.util.List;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Node;

/** One thing that is so. Several of them together leave no timetable; the sentences for them belong to who shows them. */
public sealed interface Fact {

  /** A node must be kept: the one that fails, or another that stands in its way. */
  record Due(Node node) implements Fact {}

  /** A task may not start before this period. */
  record Release(int task, int period) implements Fact {}

  /** What has not begun cannot begin before this period, the data date. */
  record Today(int period) implements Fact {}

  /**
   * A task has begun: its dates are facts, or follow from them.
   *
   * @param finish exclusive; as it happened, or as it is forecast
   */
  record Begun(int task, int start, int finish) implements Fact {}

  /**
   * A task takes so long.
   *
   * @param duration working periods
   * @param resting periods between its earliest start and finish in which its calendar rests or it rains
   */
  record Takes(int task, int duration, int resting) implements Fact {}

  /** One task waits for another. */
  record Waits(Link link) implements Fact {}

  /** There are only so many of a crew. */
  record CrewSize(int crew) implements Fact {}

  /**
   * More work of a crew lies in a window than the crew can do in it.
   *
   * @param from first period of the window
   * @param to exclusive
   * @param work units × periods that must be done in it
   * @param room units × periods the crew has in it
   * @param tasks whose work it is: none can start before the window or end after it
   */
  record Energy(int crew, int from, int to, long work, long room, List<Integer> tasks) implements Fact {

    public Energy {
      tasks = List.copyOf(tasks);
    }
  }

  /** All tasks of these projects stand where the plan has them. */
  record Standing(List<Integer> projects) implements Fact {

    public Standing {
      projects = List.copyOf(projects);
    }
  }
}
