package org.xingfuli.engine.scheduling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.xingfuli.kernel.Refusal;

/** Puts predecessors before successors, or names the cycles that forbid it. */
final class Topology {

  private Topology() {}

  /** All tasks in order; fewer when there is a cycle. */
  static int[] order(int size, Arcs successors) {
    int[] waiting = new int[size];
    for (int to : successors.task) {
      waiting[to]++;
    }
    int[] order = new int[size];
    int filled = 0;
    for (int i = 0; i < size; i++) {
      if (waiting[i] == 0) {
        order[filled++] = i;
      }
    }
    for (int head = 0; head < filled; head++) {
      int i = order[head];
      for (int k = successors.from[i]; k < successors.from[i + 1]; k++) {
        if (--waiting[successors.task[k]] == 0) {
          order[filled++] = successors.task[k];
        }
      }
    }
    return filled == size ? order : Arrays.copyOf(order, filled);
  }

  /** One refusal per cycle found; tasks that only wait for a cycle are not named. */
  static List<Refusal> cycles(NetworkBuilder network, int[] ordered) {
    int size = network.tasks.size();
    Arcs predecessors = Arcs.incoming(size, network.links);
    BitSet done = new BitSet(size);
    for (int i : ordered) {
      done.set(i);
    }
    List<Refusal> cycles = new ArrayList<>();
    for (int i = done.nextClearBit(0); i < size; i = done.nextClearBit(i)) {
      cycle(network, predecessors, done, i, cycles);
    }
    return cycles;
  }

  /** Walks to predecessors not yet done until a task comes again, or the walk runs into a part already explained. */
  private static void cycle(
      NetworkBuilder network, Arcs predecessors, BitSet done, int from, List<Refusal> cycles) {
    List<Integer> path = new ArrayList<>();
    BitSet onPath = new BitSet();
    int at = from;
    while (at >= 0 && !onPath.get(at)) {
      path.add(at);
      onPath.set(at);
      at = undone(predecessors, done, at);
    }
    if (at >= 0) {
      List<String> names = new ArrayList<>();
      for (int k = path.size() - 1; k >= path.indexOf(at); k--) {
        names.add(network.nameOf(path.get(k)));
      }
      cycles.add(Refusal.of("schedule.cycle", Map.of("cycle", List.copyOf(names))));
    }
    path.forEach(done::set);
  }

  private static int undone(Arcs predecessors, BitSet done, int i) {
    for (int k = predecessors.from[i]; k < predecessors.from[i + 1]; k++) {
      if (!done.get(predecessors.task[k])) {
        return predecessors.task[k];
      }
    }
    return -1;
  }
}
