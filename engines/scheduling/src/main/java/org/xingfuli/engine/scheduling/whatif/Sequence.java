package org.xingfuli.engine.scheduling.whatif;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;

/** The order tasks are scheduled in, and what it becomes when some are let go first. */
final class Sequence {

  private final Network network;
  private final List<Integer> order;
  private final Map<Integer, BitSet> ancestors;

  private Sequence(Network network, List<Integer> order, Map<Integer, BitSet> ancestors) {
    this.network = network;
    this.order = order;
    this.ancestors = ancestors;
  }

  /** By key, ties by index: as serial generation takes them. */
  static Sequence of(Network network, int[] key) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < network.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.<Integer>comparingInt(i -> key[i]).thenComparingInt(i -> i));
    return new Sequence(network, order, new HashMap<>());
  }

  Sequence with(List<Edit.First> firsts) {
    List<Integer> result = order;
    for (Edit.First first : firsts) {
      result = moved(result, first);
    }
    return new Sequence(network, result, ancestors);
  }

  /** The task goes right before the other one, behind whatever it waits for that stood behind it too. */
  private List<Integer> moved(List<Integer> before, Edit.First first) {
    int place = before.indexOf(first.before());
    List<Integer> taken = new ArrayList<>();
    List<Integer> rest = new ArrayList<>();
    BitSet needed = ancestors.computeIfAbsent(first.task(), this::ancestorsOf);
    for (int task : before.subList(place, before.size())) {
      (task != first.before() && needed.get(task) ? taken : rest).add(task);
    }
    List<Integer> result = new ArrayList<>(before.subList(0, place));
    result.addAll(taken);
    result.addAll(rest);
    return result;
  }

  /** The task itself and all it waits for. */
  private BitSet ancestorsOf(int target) {
    BitSet found = new BitSet();
    found.set(target);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Link link : network.links()) {
        if (found.get(link.to()) && !found.get(link.from())) {
          found.set(link.from());
          grown = true;
        }
      }
    }
    return found;
  }

  /** Each task's place, from 0. */
  int[] ranks() {
    int[] ranks = new int[order.size()];
    for (int r = 0; r < ranks.length; r++) {
      ranks[order.get(r)] = r;
    }
    return ranks;
  }
}
