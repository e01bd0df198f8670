package org.xingfuli.engine.scheduling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lateness and hand-over of each project of a board, kept while single projects move: the sums are those of {@link Score}. */
final class ProjectScores {

  final long[] lateness;
  final int[] end;
  long totalLateness;
  long handOver;

  /** Tasks that can be a project's last, by project. */
  private final int[][] last;
  private final Node[][] nodes;

  ProjectScores(Network network) {
    int projects = network.projects();
    lateness = new long[projects];
    end = new int[projects];
    last = new int[projects][];
    List<List<Node>> due = new ArrayList<>();
    for (int p = 0; p < projects; p++) {
      due.add(new ArrayList<>());
      last[p] = new int[0];
    }
    network.nodes().forEach(node -> due.get(network.project[node.task()]).add(node));
    nodes = due.stream().map(list -> list.toArray(Node[]::new)).toArray(Node[][]::new);
    int[] count = new int[projects];
    for (int i = 0; i < network.size(); i++) {
      if (!followed(network, i)) {
        int p = network.project[i];
        if (count[p] == last[p].length) {
          last[p] = Arrays.copyOf(last[p], Math.max(2, 2 * count[p]));
        }
        last[p][count[p]++] = i;
      }
    }
    for (int p = 0; p < projects; p++) {
      last[p] = Arrays.copyOf(last[p], count[p]);
    }
  }

  /** Whether some task of its project cannot finish before it. */
  private static boolean followed(Network network, int i) {
    Arcs out = network.successors;
    for (int k = out.from[i]; k < out.from[i + 1]; k++) {
      boolean fromFinish = out.kind[k] == Link.Kind.FS || out.kind[k] == Link.Kind.FF;
      if (fromFinish && out.lag[k] >= 0 && network.project[out.task[k]] == network.project[i]) {
        return true;
      }
    }
    return false;
  }

  /** Counts one project anew from the dates. */
  void count(int project, int[] finish) {
    int its = 0;
    for (int i : last[project]) {
      its = Math.max(its, finish[i]);
    }
    long late = 0;
    for (Node node : nodes[project]) {
      late += (long) node.weight() * Math.max(0, finish[node.task()] - node.due());
    }
    totalLateness += late - lateness[project];
    handOver += its - end[project];
    lateness[project] = late;
    end[project] = its;
  }

  void countAll(int[] finish) {
    for (int p = 0; p < end.length; p++) {
      count(p, finish);
    }
  }
}
