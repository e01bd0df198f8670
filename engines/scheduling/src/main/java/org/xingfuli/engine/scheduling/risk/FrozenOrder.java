package org.xingfuli.engine.scheduling.risk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Calendar;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * A network, its frozen timetable and the facts, laid flat for many replications. The order in which serial generation takes
 * the tasks depends on frozen starts and links alone, so it is found once. Read by all threads, written by none.
 */
final class FrozenOrder {

  final Network network;
  final Actuals actuals;
  final int horizon;
  /** First period still open. */
  final int floor;
  /** Tasks that have not begun, each after all it waits for. */
  final int[] order;
  /** Tasks that have begun and are not done. */
  final int[] underway;
  final int[] duration;
  final int[] release;
  /** Links into task i: entries {@code from[i]} until {@code from[i + 1]}. */
  final int[] from;
  final int[] predecessor;
  final Link.Kind[] kind;
  final int[] lag;
  /** Calendar with rain sensitivity of each task; see {@link Days}. */
  final int[] days;
  final List<Days> calendars;

  /** Working periods of a calendar for tasks of one rain sensitivity. */
  record Days(Calendar calendar, double sensitivity) {}

  FrozenOrder(Network network, Timetable frozen, Actuals actuals, RiskModel model) {
    this.network = network;
    this.actuals = actuals;
    horizon = network.horizon();
    floor = Math.min(horizon, Math.max(0, actuals.dataDate()));
    int size = network.size();
    duration = new int[size];
    release = new int[size];
    days = new int[size];
    Map<Days, Integer> known = new HashMap<>();
    List<Integer> running = new ArrayList<>();
    calendars = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      duration[i] = network.task(i).duration();
      release[i] = network.task(i).release();
      double sensitivity = model.rain.periods() == 0 ? 0 : model.sensitivity[i];
      Days own = new Days(network.calendarOf(i), sensitivity);
      days[i] = known.computeIfAbsent(own, key -> {
        calendars.add(key);
        return calendars.size() - 1;
      });
      if (actuals.progress().get(i) instanceof Actuals.Underway) {
        running.add(i);
      }
    }
    underway = running.stream().mapToInt(Integer::intValue).toArray();
    from = new int[size + 1];
    network.links().forEach(link -> from[link.to() + 1]++);
    for (int i = 0; i < size; i++) {
      from[i + 1] += from[i];
    }
    int[] next = from.clone();
    predecessor = new int[network.links().size()];
    kind = new Link.Kind[predecessor.length];
    lag = new int[predecessor.length];
    for (Link link : network.links()) {
      int k = next[link.to()]++;
      predecessor[k] = link.from();
      kind[k] = link.kind();
      lag[k] = link.lag();
    }
    order = order(network, frozen, actuals);
  }

  /** Of those whose predecessors stand, the one that starts first in the frozen timetable, ties by index. */
  private static int[] order(Network network, Timetable frozen, Actuals actuals) {
    int size = network.size();
    int[] waiting = new int[size];
    List<List<Integer>> successors = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      successors.add(new ArrayList<>());
    }
    network.links().forEach(link -> {
      waiting[link.to()]++;
      successors.get(link.from()).add(link.to());
    });
    PriorityQueue<Long> ready = new PriorityQueue<>();
    for (int i = 0; i < size; i++) {
      if (waiting[i] == 0) {
        ready.add(key(frozen, i));
      }
    }
    int[] order = new int[size - actuals.progress().size()];
    int placed = 0;
    while (!ready.isEmpty()) {
      int i = (int) (long) ready.poll();
      if (!actuals.progress().containsKey(i)) {
        order[placed++] = i;
      }
      for (int successor : successors.get(i)) {
        if (--waiting[successor] == 0) {
          ready.add(key(frozen, successor));
        }
      }
    }
    return order;
  }

  private static long key(Timetable frozen, int task) {
    return (long) frozen.start(task) << 32 | task;
  }

  /** Where every period works, no one need ask. */
  BitSet working(int number) {
    BitSet working = new BitSet(horizon);
    for (int t = 0; t < horizon; t++) {
      working.set(t, calendars.get(number).calendar().works(t));
    }
    return working;
  }
}
