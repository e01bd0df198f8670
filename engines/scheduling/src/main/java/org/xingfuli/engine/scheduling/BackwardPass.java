package org.xingfuli.engine.scheduling;

import java.util.Arrays;

/**
 * Latest safe dates from the nodes' due dates and the projects' ends, by links and calendars alone. Starting a task later
 * than this makes a node late whatever the crews do. Dates may lie before period 0, or before the earliest dates: then
 * a node cannot be kept (negative float).
 */
public final class BackwardPass {

  private BackwardPass() {}

  /**
   * Projects without an end of their own may last until the horizon when the caller gave one, otherwise until the whole
   * network's earliest finish.
   */
  public static Timetable of(Network network) {
    int[] ends = new int[network.projects()];
    int rest = network.horizonGiven() ? network.horizon() : ForwardPass.of(network).makespan();
    for (int p = 0; p < ends.length; p++) {
      int end = network.projectEndOrNever(p);
      ends[p] = end == Network.NEVER ? rest : end;
    }
    return of(network, ends);
  }

  /** With these (exclusive) ends of the projects in place of the network's. */
  public static Timetable of(Network network, int[] ends) {
    int size = network.size();
    int[] start = new int[size];
    int[] finish = new int[size];
    for (int at = size - 1; at >= 0; at--) {
      int i = network.topological[at];
      int limit = Math.min(network.due[i], ends[network.project[i]]);
      start[i] = latest(network, i, start, finish, limit);
      finish[i] = network.calendar[i].finish(start[i], network.duration[i]);
    }
    return Timetable.owning(start, finish);
  }

  /** Every project may take as long as its own critical path; what priority rules measure slack by. */
  static int[] criticalPathEnds(Network network, Timetable earliest) {
    int[] ends = new int[network.projects()];
    for (int i = 0; i < network.size(); i++) {
      ends[network.project[i]] = Math.max(ends[network.project[i]], earliest.finish(i));
    }
    return ends;
  }

  static int[] sameEnd(Network network, int end) {
    int[] ends = new int[network.projects()];
    Arrays.fill(ends, end);
    return ends;
  }

  /** Latest start of a task that finishes by {@code limit} and whose successors have dates. */
  static int latest(Network network, int i, int[] start, int[] finish, int limit) {
    Arcs out = network.successors;
    int s = Network.NEVER;
    int f = limit;
    for (int k = out.from[i]; k < out.from[i + 1]; k++) {
      int q = out.task[k];
      switch (out.kind[k]) {
        case FS -> f = Math.min(f, start[q] - out.lag[k]);
        case SS -> s = Math.min(s, start[q] - out.lag[k]);
        case FF -> f = Math.min(f, finish[q] - out.lag[k]);
        case SF -> s = Math.min(s, finish[q] - out.lag[k]);
      }
    }
    return network.calendar[i].latestStart(s, f, network.duration[i]);
  }
}
