package org.xingfuli.engine.scheduling.whatif;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.CriticalChain;
import org.xingfuli.engine.scheduling.CriticalChain.Binding;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Score;
import org.xingfuli.engine.scheduling.SerialGeneration;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.kernel.Refused;

/**
 * Plans on from a data date with as few changes of the frozen order as the actuals allow: only where a late node's chain waits for
 * a crew is somebody let first, and only while that takes lateness away. Deterministic: its work is counted in schedules made.
 */
public final class Replan {

  private final Network network;
  private final Actuals actuals;
  private final int budget;
  private final Map<Integer, BitSet> ancestors = new HashMap<>();
  private int made;

  private Replan(Network network, Actuals actuals, int budget) {
    this.network = network;
    this.actuals = actuals;
    this.budget = budget;
  }

  /**
   * A way to go on.
   *
   * @param moves tasks let before another in the frozen order
   * @param places the order: each task's place, which {@link Edit.Places} takes
   * @param fromFrozen changes against the frozen timetable: what has to be said to those on site
   * @param schedules made to find it
   */
  public record Option(Timetable timetable, int moves, Map<Integer, Integer> places, Difference fromFrozen, int schedules) {}

  /**
   * The frozen order repaired, and the same with the fewest moves found that take lateness away; when none does, the two are
   * equal.
   *
   * @param budget schedules that may be made
   */
  public static List<Option> options(Network network, Timetable frozen, Actuals actuals, int budget) {
    return new Replan(network, actuals, budget).run(frozen);
  }

  /** A task put directly before another one in the order. */
  private record Move(int task, int before) {}

  private List<Option> run(Timetable frozen) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < network.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.<Integer>comparingInt(frozen::start).thenComparingInt(i -> i));
    Timetable repaired = generate(order);
    List<Move> moves = new ArrayList<>();
    Timetable best = repaired;
    boolean better = true;
    while (better && made < budget) {
      better = false;
      for (Move move : candidates(best)) {
        if (made >= budget) {
          break;
        }
        List<Move> more = new ArrayList<>(moves);
        more.add(move);
        Timetable found = tried(moved(order, more));
        if (found != null && lateness(found) < lateness(best)) {
          best = found;
          moves = more;
          better = true;
          break;
        }
      }
    }
    best = withoutIdle(order, moves, best);
    return List.of(option(frozen, repaired, 0, order), option(frozen, best, moves.size(), moved(order, moves)));
  }

  private Option option(Timetable frozen, Timetable timetable, int moves, List<Integer> order) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int r = 0; r < order.size() && moves > 0; r++) {
      places.put(order.get(r), r);
    }
    return new Option(timetable, moves, places, Difference.between(network, frozen, timetable), made);
  }

  /** Waits for a crew on the chains of late nodes, the most costly node first: let the one that waits go first. */
  private List<Move> candidates(Timetable timetable) {
    CriticalChain chain = CriticalChain.of(network, timetable, actuals);
    List<Node> late = new ArrayList<>(network.nodes());
    late.removeIf(node -> cost(node, timetable) == 0);
    late.sort(Comparator.<Node>comparingLong(node -> -cost(node, timetable)).thenComparingInt(Node::task));
    List<Move> moves = new ArrayList<>();
    for (Node node : late) {
      for (Binding binding : chain.to(node.task()).reversed()) {
        boolean open = binding.by() >= 0 && !actuals.progress().containsKey(binding.by());
        Move move = new Move(binding.task(), binding.by());
        if (binding.cause() == CriticalChain.Cause.CREW && open && !moves.contains(move)) {
          moves.add(move);
        }
      }
    }
    return moves;
  }

  private static long cost(Node node, Timetable timetable) {
    return (long) node.weight() * Math.max(0, timetable.finish(node.task()) - node.due());
  }

  private long lateness(Timetable timetable) {
    return Score.of(network, timetable).weightedLateness();
  }

  /** Takes back every move the result does not need. */
  private Timetable withoutIdle(List<Integer> order, List<Move> moves, Timetable found) {
    Timetable best = found;
    for (int m = moves.size() - 1; m >= 0 && made < budget; m--) {
      List<Move> fewer = new ArrayList<>(moves);
      fewer.remove(m);
      Timetable without = tried(moved(order, fewer));
      if (without != null && lateness(without) <= lateness(best)) {
        best = without;
        moves.remove(m);
      }
    }
    return best;
  }

  /** With everything of the same project that the moved task waits for and that stood behind the other. */
  private List<Integer> moved(List<Integer> order, List<Move> moves) {
    List<Integer> result = order;
    for (Move move : moves) {
      result = moved(result, move);
    }
    return result;
  }

  private List<Integer> moved(List<Integer> order, Move move) {
    int place = order.indexOf(move.before());
    List<Integer> taken = new ArrayList<>();
    List<Integer> rest = new ArrayList<>();
    for (int r = place; r < order.size(); r++) {
      int task = order.get(r);
      boolean goes = task == move.task() || task != move.before() && leadsTo(task, move.task());
      (goes ? taken : rest).add(task);
    }
    List<Integer> result = new ArrayList<>(order.subList(0, place));
    result.addAll(taken);
    result.addAll(rest);
    return result;
  }

  private boolean leadsTo(int task, int target) {
    return ancestors.computeIfAbsent(target, this::ancestorsOf).get(task);
  }

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

  /** None when the horizon ends before the work. */
  private @Nullable Timetable tried(List<Integer> order) {
    try {
      return generate(order);
    } catch (Refused noRoom) {
      return null;
    }
  }

  private Timetable generate(List<Integer> order) {
    int[] key = new int[order.size()];
    for (int r = 0; r < key.length; r++) {
      key[order.get(r)] = r;
    }
    made++;
    return SerialGeneration.of(network, key, actuals);
  }
}
