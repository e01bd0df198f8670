package org.xingfuli.engine.scheduling.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xingfuli.engine.scheduling.BackwardPass;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Timetable;

/** Where in the frozen order tasks stand that an edit added, or that an edit of the order moved. */
final class Places {

  private Places() {}

  /**
   * Keys with those of the tasks after the frozen ones: as late as their own latest safe start and whoever waits for them allow,
   * but not before what they wait for.
   */
  static int[] ofAdded(Network network, Timetable frozen, int[] key) {
    int known = frozen.size();
    int[] keys = Arrays.copyOf(key, network.size());
    Timetable latest = BackwardPass.of(network);
    for (int i = known; i < keys.length; i++) {
      int earliest = network.task(i).release();
      int behind = latest.start(i);
      for (Link link : network.links()) {
        if (link.to() == i && link.from() < known) {
          boolean byFinish = link.kind() == Link.Kind.FS || link.kind() == Link.Kind.FF;
          earliest = Math.max(earliest, byFinish ? frozen.finish(link.from()) : frozen.start(link.from()));
        } else if (link.from() == i && link.to() < known) {
          behind = Math.min(behind, keys[link.to()]);
        }
      }
      keys[i] = Math.max(earliest, behind);
    }
    return keys;
  }

  /**
   * Crew by crew: the keys that open tasks of these projects hold are given out anew, the first project's tasks first. What a task
   * waits for inside its project never stands behind it.
   */
  static int[] byProject(Network network, int[] key, List<Integer> projects, Set<Integer> begun) {
    Map<Integer, Integer> rank = new HashMap<>();
    projects.forEach(p -> rank.putIfAbsent(p, rank.size()));
    Map<Integer, List<Integer>> byCrew = new HashMap<>();
    for (int i = 0; i < network.size(); i++) {
      if (rank.containsKey(network.task(i).project()) && !begun.contains(i) && !network.task(i).demands().isEmpty()) {
        byCrew.computeIfAbsent(network.task(i).demands().getFirst().crew(), c -> new ArrayList<>()).add(i);
      }
    }
    int[] keys = key.clone();
    for (List<Integer> tasks : byCrew.values()) {
      int[] places = tasks.stream().mapToInt(i -> key[i]).sorted().toArray();
      tasks.sort(Comparator.<Integer>comparingInt(i -> rank.getOrDefault(network.task(i).project(), 0))
          .thenComparingInt(i -> key[i]).thenComparingInt(i -> i));
      for (int k = 0; k < places.length; k++) {
        keys[tasks.get(k)] = places[k];
      }
    }
    return inherited(network, keys, rank.keySet());
  }

  /** A task is as urgent as the most urgent one of its project that waits for it. */
  private static int[] inherited(Network network, int[] keys, Set<Integer> projects) {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Link link : network.links()) {
        int from = link.from();
        int to = link.to();
        if (keys[from] > keys[to] && projects.contains(network.task(to).project())
            && network.task(from).project() == network.task(to).project()) {
          keys[from] = keys[to];
          moved = true;
        }
      }
    }
    return keys;
  }
}
