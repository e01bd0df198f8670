package org.xingfuli.engine.scheduling.levelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Calendar;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Score;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * Shifts tasks inside the room their links, calendars and crews leave, so that each crew's daily load is as even as can be found: the
 * sum of its squares gets smaller with every shift. No node and no project ends later, no capacity is exceeded. Task by task, the
 * last first, until no task alone gains any more; done once more it therefore changes nothing.
 */
public final class Levelling {

  private final Network network;
  private final Actuals actuals;
  private final int[] start;
  private final int[] finish;
  private final int[] limit;
  private final int[][] load;
  private final int[][] capacity;
  private final List<List<Link>> in = new ArrayList<>();
  private final List<List<Link>> out = new ArrayList<>();

  private Levelling(Network network, Timetable timetable, Actuals actuals) {
    this.network = network;
    this.actuals = actuals;
    int size = network.size();
    start = new int[size];
    finish = new int[size];
    limit = new int[size];
    load = new int[network.crews().size()][network.horizon()];
    capacity = new int[load.length][network.horizon()];
    for (int c = 0; c < capacity.length; c++) {
      for (int t = 0; t < network.horizon(); t++) {
        capacity[c][t] = network.crews().get(c).capacityAt(t);
      }
    }
    int[] ends = Score.projectFinishes(network, timetable);
    for (int i = 0; i < size; i++) {
      start[i] = timetable.start(i);
      finish[i] = timetable.finish(i);
      limit[i] = ends[network.task(i).project()];
      in.add(new ArrayList<>());
      out.add(new ArrayList<>());
    }
    network.nodes().forEach(node -> limit[node.task()] = finish[node.task()]);
    network.links().forEach(link -> {
      in.get(link.to()).add(link);
      out.get(link.from()).add(link);
    });
    for (int i = 0; i < size; i++) {
      book(i, 1);
    }
  }

  /**
   * @param timetable the levelled one
   * @param before the one it was made of: taking it back is taking that one
   * @param shifts what was moved, by task
   * @param squaresBefore sum over crews and periods of the squared load
   */
  public record Result(Timetable timetable, Timetable before, List<Shift> shifts, long squaresBefore, long squaresAfter) {}

  /** A task moved from one start to another. */
  public record Shift(int task, int from, int to) {}

  public static Result of(Network network, Timetable timetable, Actuals actuals) {
    return new Levelling(network, timetable, actuals).run(timetable);
  }

  private Result run(Timetable before) {
    long squares = squares();
    List<Integer> movable = new ArrayList<>();
    for (int i = 0; i < network.size(); i++) {
      if (!actuals.progress().containsKey(i) && network.task(i).duration() > 0
          && !network.task(i).demands().isEmpty()) {
        movable.add(i);
      }
    }
    movable.sort(Comparator.<Integer>comparingInt(before::start).reversed().thenComparingInt(i -> i));
    boolean gained = true;
    while (gained) {
      gained = false;
      for (int task : movable) {
        gained |= level(task);
      }
    }
    Timetable levelled = Timetable.of(start, finish);
    List<Shift> shifts = new ArrayList<>();
    for (int i = 0; i < network.size(); i++) {
      if (before.start(i) != levelled.start(i)) {
        shifts.add(new Shift(i, before.start(i), levelled.start(i)));
      }
    }
    return new Result(levelled, before, List.copyOf(shifts), squares, squares());
  }

  /** Moves one task to where the squares are least; whether that was a gain. */
  private boolean level(int i) {
    Calendar calendar = network.calendarOf(i);
    int first = earliest(i);
    int last = latest(i);
    if (first >= last) {
      return false;
    }
    int was = start[i];
    book(i, -1);
    long least = cost(i, was);
    int best = was;
    for (int s = calendar.next(first); s <= last; s = calendar.next(s + 1)) {
      long cost = s == was ? Long.MAX_VALUE : cost(i, s);
      if (cost < least) {
        least = cost;
        best = s;
      }
    }
    start[i] = best;
    finish[i] = calendar.finish(best, network.task(i).duration());
    book(i, 1);
    return best != was;
  }

  /** What booking the task from there adds to the squares; {@code Long.MAX_VALUE} where a crew is not free. */
  private long cost(int i, int s) {
    Calendar calendar = network.calendarOf(i);
    int f = calendar.finish(s, network.task(i).duration());
    long cost = 0;
    for (Demand demand : network.task(i).demands()) {
      int[] its = load[demand.crew()];
      int n = demand.number();
      for (int t = s; t < f; t++) {
        if (calendar.works(t)) {
          if (s != start[i] && its[t] + n > capacity[demand.crew()][t]) {
            return Long.MAX_VALUE;
          }
          cost += (long) n * (2L * its[t] + n);
        }
      }
    }
    return cost;
  }

  private int earliest(int i) {
    int s = Math.max(network.task(i).release(), actuals.dataDate());
    int f = s;
    for (Link link : in.get(i)) {
      int from = link.from();
      switch (link.kind()) {
        case FS -> s = Math.max(s, finish[from] + link.lag());
        case SS -> s = Math.max(s, start[from] + link.lag());
        case FF -> f = Math.max(f, finish[from] + link.lag());
        case SF -> f = Math.max(f, start[from] + link.lag());
      }
    }
    return network.calendarOf(i).earliestStart(s, f, network.task(i).duration());
  }

  private int latest(int i) {
    int s = Integer.MAX_VALUE / 2;
    int f = Math.min(limit[i], network.horizon());
    for (Link link : out.get(i)) {
      int to = link.to();
      if (actuals.progress().containsKey(to)) {
        continue;
      }
      switch (link.kind()) {
        case FS -> f = Math.min(f, start[to] - link.lag());
        case SS -> s = Math.min(s, start[to] - link.lag());
        case FF -> f = Math.min(f, finish[to] - link.lag());
        case SF -> s = Math.min(s, finish[to] - link.lag());
      }
    }
    return network.calendarOf(i).latestStart(s, f, network.task(i).duration());
  }

  private void book(int i, int sign) {
    Calendar calendar = network.calendarOf(i);
    int from = Math.max(0, actuals.progress().containsKey(i) ? Math.max(start[i], actuals.dataDate()) : start[i]);
    for (Demand demand : network.task(i).demands()) {
      for (int t = from; t < Math.min(finish[i], network.horizon()); t++) {
        if (calendar.works(t)) {
          load[demand.crew()][t] += sign * demand.number();
        }
      }
    }
  }

  private long squares() {
    long sum = 0;
    for (int[] crew : load) {
      for (int t : crew) {
        sum += (long) t * t;
      }
    }
    return sum;
  }
}
