package org.xingfuli.peers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * A district programme as a peer's model needs it: no calendars, finish-to-start links, crews of one size. Shared by everything
 * that plans it and never changed.
 */
final class Facts {

  final Network network;
  final int[] duration;
  final int[] release;
  final int[] project;
  final int projects;
  /** Links into task i, two numbers each: predecessor, lag. */
  final int[][] before;
  /** Tasks that follow task i, once for each link. */
  final int[][] after;
  /** Demands of task i, two numbers each: crew, units. */
  final int[][] demands;
  final int[] capacity;
  final List<Node> nodes;
  /** Nodes of task i, two numbers each: due, weight. */
  final int[][] dues;

  /**
   * @throws IllegalArgumentException for a network with calendars, other links or crews whose size changes
   */
  Facts(Network network) {
    boolean plain = network.calendars().stream().allMatch(calendar -> calendar.isEveryPeriod())
        && network.links().stream().allMatch(link -> link.kind() == Link.Kind.FS)
        && network.crews().stream().allMatch(crew -> crew.profile().size() == 1);
    if (!plain) {
      throw new IllegalArgumentException("the peers' models know no calendars, only finish-to-start links and crews of one size");
    }
    this.network = network;
    List<Task> tasks = network.tasks();
    duration = tasks.stream().mapToInt(Task::duration).toArray();
    release = tasks.stream().mapToInt(Task::release).toArray();
    project = tasks.stream().mapToInt(Task::project).toArray();
    projects = network.projects();
    capacity = network.crews().stream().mapToInt(crew -> crew.capacityAt(network.horizon())).toArray();
    demands = tasks.stream().map(task -> pairs(task.demands().stream().map(Facts::pair).toList())).toArray(int[][]::new);
    before = grouped(network.links().stream().map(link -> new int[] {link.to(), link.from(), link.lag()}).toList());
    after = grouped(network.links().stream().map(link -> new int[] {link.from(), link.to()}).toList());
    nodes = network.nodes();
    dues = grouped(nodes.stream().map(node -> new int[] {node.task(), node.due(), node.weight()}).toList());
  }

  private static int[] pair(Demand demand) {
    return new int[] {demand.crew(), demand.number()};
  }

  private static int[] pairs(List<int[]> rows) {
    return rows.stream().flatMapToInt(IntStream::of).toArray();
  }

  /** The rest of every row, at the task that its first number names. */
  private int[][] grouped(List<int[]> rows) {
    List<List<int[]>> grouped = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      grouped.add(new ArrayList<>());
    }
    rows.forEach(row -> grouped.get(row[0]).add(IntStream.of(row).skip(1).toArray()));
    return grouped.stream().map(Facts::pairs).toArray(int[][]::new);
  }

  int size() {
    return duration.length;
  }

  /** Tasks by their starts; a milestone comes before what starts with it, a predecessor before what follows. */
  List<Integer> inOrderOf(Timetable timetable) {
    int[] depth = new int[size()];
    List<Integer> order = topological();
    for (int i : order) {
      for (int k = 0; k < before[i].length; k += 2) {
        depth[i] = Math.max(depth[i], depth[before[i][k]] + 1);
      }
    }
    return order.stream().sorted(Comparator.<Integer>comparingInt(timetable::start).thenComparingInt(i -> depth[i])).toList();
  }

  /** Every task after its predecessors. */
  List<Integer> topological() {
    int[] waiting = new int[size()];
    for (int i = 0; i < size(); i++) {
      waiting[i] = before[i].length / 2;
    }
    List<Integer> order = new ArrayList<>();
    IntStream.range(0, size()).filter(i -> waiting[i] == 0).forEach(order::add);
    for (int k = 0; k < order.size(); k++) {
      for (int next : after[order.get(k)]) {
        if (--waiting[next] == 0) {
          order.add(next);
        }
      }
    }
    return order;
  }

  /**
   * Tasks by the latest start that their nodes leave them, predecessors first: the rule a planner by hand would take. What no
   * node waits for comes last.
   */
  List<Integer> byLatestStart() {
    int[] latest = new int[size()];
    List<Integer> order = topological();
    for (int k = size() - 1; k >= 0; k--) {
      int i = order.get(k);
      int finish = network.horizon();
      for (int d = 0; d < dues[i].length; d += 2) {
        finish = Math.min(finish, dues[i][d]);
      }
      for (int next : after[i]) {
        finish = Math.min(finish, latest[next] - lag(i, next));
      }
      latest[i] = finish - duration[i];
    }
    int[] place = new int[size()];
    for (int k = 0; k < size(); k++) {
      place[order.get(k)] = k;
    }
    return order.stream().sorted(Comparator.<Integer>comparingInt(i -> latest[i]).thenComparingInt(i -> place[i])).toList();
  }

  private int lag(int from, int to) {
    int lag = Integer.MIN_VALUE;
    for (int k = 0; k < before[to].length; k += 2) {
      lag = before[to][k] == from ? Math.max(lag, before[to][k + 1]) : lag;
    }
    return lag;
  }

  /** Weighted lateness of one task at its nodes. */
  long lateness(int task, int finish) {
    long late = 0;
    for (int k = 0; k < dues[task].length; k += 2) {
      late += (long) dues[task][k + 1] * Math.max(0, finish - dues[task][k]);
    }
    return late;
  }

  /** The cost as a soft score: what {@link Objective#districtCost} counts, below zero. */
  static long soft(long lateness, long handOver) {
    return -(100 * lateness + handOver);
  }

  Timetable timetable(int[] start) {
    int[] finish = new int[size()];
    for (int i = 0; i < finish.length; i++) {
      finish[i] = start[i] + duration[i];
    }
    return Timetable.of(start, finish);
  }
}
