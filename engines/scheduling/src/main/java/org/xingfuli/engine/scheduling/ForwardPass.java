package org.xingfuli.engine.scheduling;

/**
 * Earliest dates from links, releases and calendars alone: crews are not asked. No schedule can be earlier. A longer task
 * never makes another date earlier, unless its own finish is bound (FF, SF): then it is the longer one that starts earlier,
 * and with it what is tied to its start.
 */
public final class ForwardPass {

  private ForwardPass() {}

  /** Dates after the horizon are possible: the calendar is then taken to work every period. */
  public static Timetable of(Network network) {
    int[] start = new int[network.size()];
    int[] finish = new int[network.size()];
    for (int i : network.topological) {
      start[i] = earliest(network, i, start, finish, network.release[i]);
      finish[i] = network.calendar[i].finish(start[i], network.duration[i]);
    }
    return Timetable.owning(start, finish);
  }

  /** Earliest start of a task from {@code from} on whose predecessors have dates. */
  static int earliest(Network network, int i, int[] start, int[] finish, int from) {
    Arcs in = network.predecessors;
    int s = from;
    int f = from;
    for (int k = in.from[i]; k < in.from[i + 1]; k++) {
      int p = in.task[k];
      switch (in.kind[k]) {
        case FS -> s = Math.max(s, finish[p] + in.lag[k]);
        case SS -> s = Math.max(s, start[p] + in.lag[k]);
        case FF -> f = Math.max(f, finish[p] + in.lag[k]);
        case SF -> f = Math.max(f, start[p] + in.lag[k]);
      }
    }
    return network.calendar[i].earliestStart(s, f, network.duration[i]);
  }
}
