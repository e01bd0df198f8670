package org.xingfuli.engine.scheduling.whatif;

import java.util.List;
import java.util.Map;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Task;

/** One thing a draft changes. Tasks, crews, projects and nodes are indexes of the network; periods run until exclusive ends. */
public sealed interface Edit {

  /**
   * More or fewer units of a crew for some periods; never fewer than none.
   *
   * @param by units added, negative when taken away
   */
  record Crews(int crew, int from, int until, int by) implements Edit {}

  /** Units of one crew work as another for some periods. */
  record CrewMove(int crew, int to, int number, int from, int until) implements Edit {}

  /** A task may start from another period on: a permit, a date dragged. Earlier or later than before; what it waits for stays. */
  record Release(int task, int release) implements Edit {}

  record Duration(int task, int duration) implements Edit {}

  /** The task falls away: an instant without crews is left in its place, so that what waited still waits for what came before. */
  record Drop(int task) implements Edit {}

  /**
   * Another task, numbered after those there are. It enters the order as late as its dates and those that wait for it allow, so
   * that it displaces as little as possible.
   *
   * @param links with {@link #SELF} for the task itself
   */
  record Add(Task task, List<Link> links) implements Edit {
    public static final int SELF = -1;

    public Add {
      links = List.copyOf(links);
    }
  }

  /**
   * Which of these projects the shared crews serve first. The places in the order that their tasks hold with each crew stay; they
   * are given out anew, project by project. Other projects keep theirs.
   */
  record Order(List<Integer> projects) implements Edit {
    public Order {
      projects = List.copyOf(projects);
    }
  }

  /** Rain in these periods besides the network's. */
  record Rain(int from, int until) implements Edit {}

  /** Another due (exclusive) of one of the network's nodes. */
  record NodeDate(int node, int due) implements Edit {}

  /** Tasks that shall start no earlier than these periods and take their place in the order by them. */
  record Starts(Map<Integer, Integer> byTask) implements Edit {
    public Starts {
      byTask = Map.copyOf(byTask);
    }
  }

  /** One task goes before another in the order, and with it what it waits for; no date is asked for. */
  record First(int task, int before) implements Edit {}
}
