package org.xingfuli.engine.scheduling;

import java.util.Arrays;

/**
 * Orders the tasks of many projects by two numbers each: the date its end is pulled to, and the margin that its nodes are
 * kept with. A task is as urgent as the earlier of the two asks: so the projects pass through the crews one after the other,
 * and nobody's node waits for it. Projects with an early pull are the fast lane.
 */
final class PullDates {

  /** Keys count in quarters of a period, so that a stretch of the tails does not make ties. */
  private static final int FINE = 4;
  private static final int FAR = 1 << 24;
  private static final double NEVER_PULLED = 1 << 22;

  private final Network network;
  /** Latest start that keeps the nodes and project ends; FAR without any. */
  private final int[] dueStart;
  /** Periods from a task's start to its project's end along the longest chain. */
  private final int[] tail;
  /** Place of each project in the order they are handed over in when nothing else is said: short ones first. */
  final int[] lengthRank;
  private final boolean crossing;

  PullDates(Network network) {
    this.network = network;
    Timetable earliest = ForwardPass.of(network);
    int[] length = BackwardPass.criticalPathEnds(network, earliest);
    Timetable latest = BackwardPass.of(network, length);
    tail = new int[network.size()];
    for (int i = 0; i < tail.length; i++) {
      tail[i] = length[network.project[i]] - latest.start(i);
    }
    int[] open = new int[network.projects()];
    for (int p = 0; p < open.length; p++) {
      open[p] = network.projectEndOrNever(p);
    }
    dueStart = BackwardPass.of(network, open).starts();
    for (int i = 0; i < dueStart.length; i++) {
      dueStart[i] = Math.min(dueStart[i], FAR);
    }
    lengthRank = Ranking.by(length).rank;
    crossing = network.links().stream().anyMatch(l -> network.project[l.from()] != network.project[l.to()]);
  }

  /** Whether some link joins two projects. */
  boolean crossing() {
    return crossing;
  }

  int dueStart(int task) {
    return dueStart[task];
  }

  int tail(int task) {
    return tail[task];
  }

  /**
   * Writes the key of a task; those of its predecessors must stand already. A key is never below theirs, so that an order by
   * key, ties in topological order, respects the links.
   */
  void key(int task, Choice choice, int[] key) {
    int p = network.project[task];
    double asked = Math.min(dueStart[task] - choice.margin[p], choice.pull[p] - choice.stretch * tail[task]);
    key[task] = notBeforePredecessors(task, (int) (FINE * asked), key);
  }

  int notBeforePredecessors(int task, int wanted, int[] key) {
    Arcs in = network.predecessors;
    int its = wanted;
    for (int k = in.from[task]; k < in.from[task + 1]; k++) {
      its = Math.max(its, key[in.task[k]]);
    }
    return its;
  }

  int[] keys(Choice choice) {
    int[] key = new int[network.size()];
    for (int i : network.topological) {
      key(i, choice, key);
    }
    return key;
  }

  /** The pulls and margins of all projects. */
  static final class Choice {
    final double[] pull;
    final double[] margin;
    /** How much longer than without others a project is expected to take. */
    double stretch = 1;

    Choice(int projects) {
      pull = new double[projects];
      margin = new double[projects];
      Arrays.fill(pull, NEVER_PULLED);
    }

    Choice copy() {
      Choice copy = new Choice(pull.length);
      System.arraycopy(pull, 0, copy.pull, 0, pull.length);
      System.arraycopy(margin, 0, copy.margin, 0, margin.length);
      copy.stretch = stretch;
      return copy;
    }
  }

  /**
   * Pulls spread from {@code first} to {@code last}.
   *
   * @param order projects from the first to be handed over to the last
   * @param bend above 1: more of them early; below: more of them late
   */
  Choice spread(int[] order, double first, double last, double bend, double margin, double stretch) {
    Choice choice = new Choice(order.length);
    for (int r = 0; r < order.length; r++) {
      choice.pull[order[r]] = first + (last - first) * Math.pow(r / (double) order.length, bend);
    }
    Arrays.fill(choice.margin, margin);
    choice.stretch = stretch;
    return choice;
  }
}
