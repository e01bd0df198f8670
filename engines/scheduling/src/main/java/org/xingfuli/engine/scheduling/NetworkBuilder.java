package org.xingfuli.engine.scheduling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Collects a network and checks it whole: {@link #build} refuses with every fault at once. The codes are
 * {@code schedule.*}. Without a calendar, tasks may name calendar 0, which then works every period.
 */
public final class NetworkBuilder {

  final List<Task> tasks = new ArrayList<>();
  final List<Link> links = new ArrayList<>();
  final List<Crew> crews = new ArrayList<>();
  final List<Calendar> calendars = new ArrayList<>();
  final List<Node> nodes = new ArrayList<>();
  final Map<Integer, Integer> projectEnds = new HashMap<>();
  BitSet rain = new BitSet();
  private int horizon = -1;

  NetworkBuilder() {}

  /** Returns the task's index. */
  public int task(Task task) {
    tasks.add(task);
    return tasks.size() - 1;
  }

  /** The task given for this index so far. */
  public Task taskAt(int index) {
    return tasks.get(index);
  }

  /** Puts another task in the place of one given before. */
  public NetworkBuilder replace(int index, Task task) {
    tasks.set(index, task);
    return this;
  }

  /** Puts another crew in the place of one given before. */
  public NetworkBuilder replaceCrew(int index, Crew crew) {
    crews.set(index, crew);
    return this;
  }

  /** Puts another node in the place of one given before. */
  public NetworkBuilder replaceNode(int index, Node node) {
    nodes.set(index, node);
    return this;
  }

  public NetworkBuilder link(Link link) {
    links.add(link);
    return this;
  }

  /** Takes away the links given before that pass the test. */
  public NetworkBuilder unlink(Predicate<Link> test) {
    links.removeIf(test);
    return this;
  }

  /** Returns the crew's index. */
  public int crew(Crew crew) {
    crews.add(crew);
    return crews.size() - 1;
  }

  /** Returns the calendar's index. */
  public int calendar(Calendar calendar) {
    calendars.add(calendar);
    return calendars.size() - 1;
  }

  public NetworkBuilder node(Node node) {
    nodes.add(node);
    return this;
  }

  /** Asks that all tasks of a project finish by this (exclusive) period; lateness is allowed and shows as negative float. */
  public NetworkBuilder projectEnd(int project, int end) {
    projectEnds.put(project, end);
    return this;
  }

  /** Periods in which rain-sensitive tasks do not work. */
  public NetworkBuilder rain(BitSet periods) {
    rain = (BitSet) periods.clone();
    return this;
  }

  /** Number of periods. Left out: as far as the shortest calendar knows, or far enough for any schedule. */
  public NetworkBuilder horizon(int periods) {
    horizon = periods;
    return this;
  }

  boolean horizonIsGiven() {
    return horizon >= 0 || calendars.stream().anyMatch(c -> c.known() < Integer.MAX_VALUE);
  }

  /** Throws {@link Refused} with all faults. */
  public Network build() {
    if (calendars.isEmpty()) {
      calendars.add(Calendar.everyPeriod());
    }
    List<Refusal> faults = new ArrayList<>();
    int periods = horizon >= 0 ? horizon : ampleHorizon();
    new NetworkCheck(this, periods, faults).run();
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    Arcs successors = Arcs.outgoing(tasks.size(), links);
    int[] order = Topology.order(tasks.size(), successors);
    if (order.length < tasks.size()) {
      throw new Refused(Topology.cycles(this, order));
    }
    return new Network(this, periods, successors, order);
  }

  private int ampleHorizon() {
    int known = calendars.stream().mapToInt(Calendar::known).min().orElse(Integer.MAX_VALUE);
    if (known < Integer.MAX_VALUE) {
      return known;
    }
    long last = 0;
    long sum = 1;
    for (Task task : tasks) {
      last = Math.max(last, task.release());
      sum += Math.max(0, task.duration());
    }
    for (Crew crew : crews) {
      for (Crew.Step step : crew.profile()) {
        last = Math.max(last, step.from());
      }
    }
    for (Link link : links) {
      sum += Math.max(0, link.lag());
    }
    return (int) Math.min(last + sum, Network.NEVER / 2);
  }

  String nameOf(int task) {
    String name = tasks.get(task).name();
    return name.isEmpty() ? "#" + task : name;
  }
}
