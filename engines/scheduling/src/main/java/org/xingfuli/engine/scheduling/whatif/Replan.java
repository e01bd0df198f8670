package org.xingfuli.engine.scheduling.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.CriticalChain;
import org.xingfuli.engine.scheduling.CriticalChain.Binding;
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
  private int made;

  private Replan(Network network, Actuals actuals, int budget) {
    this.network = network;
    this.actuals = actuals;
    this.budget = budget;
  }

  /**
   * A way to go on.
   *
   * @param moves who was let before whom in the frozen order
   * @param fromFrozen changes against the frozen timetable: what has to be said to those on site
   * @param schedules made to find it
   */
  public record Option(Timetable timetable, List<Edit.First> moves, Difference fromFrozen, int schedules) {}

  /**
   * The frozen order repaired, and the same with the fewest moves found that take lateness away; when none does, the two are
   * equal.
   *
   * @param budget schedules that may be made
   */
  public static List<Option> options(Network network, Timetable frozen, Actuals actuals, int budget) {
    return new Replan(network, actuals, budget).run(frozen);
  }

  private List<Option> run(Timetable frozen) {
    int[] key = new int[network.size()];
    for (int i = 0; i < key.length; i++) {
      key[i] = frozen.start(i);
    }
    Sequence order = Sequence.of(network, key);
    Timetable repaired = generate(order);
    List<Edit.First> moves = new ArrayList<>();
    Timetable best = repaired;
    boolean better = true;
    while (better && made < budget) {
      better = false;
      for (Edit.First move : candidates(best)) {
        if (made >= budget) {
          break;
        }
        List<Edit.First> more = new ArrayList<>(moves);
        more.add(move);
        Timetable found = tried(order.with(more));
        if (found != null && lateness(found) < lateness(best)) {
          best = found;
          moves = more;
          better = true;
          break;
        }
      }
    }
    best = withoutIdle(order, moves, best);
    return List.of(option(frozen, repaired, List.of()), option(frozen, best, moves));
  }

  private Option option(Timetable frozen, Timetable timetable, List<Edit.First> moves) {
    return new Option(timetable, List.copyOf(moves), Difference.between(network, frozen, timetable), made);
  }

  /** Waits for a crew on the chains of late nodes, the most costly node first: let the one that waits go first. */
  private List<Edit.First> candidates(Timetable timetable) {
    CriticalChain chain = CriticalChain.of(network, timetable, actuals);
    List<Node> late = new ArrayList<>(network.nodes());
    late.removeIf(node -> cost(node, timetable) == 0);
    late.sort(Comparator.<Node>comparingLong(node -> -cost(node, timetable)).thenComparingInt(Node::task));
    List<Edit.First> moves = new ArrayList<>();
    for (Node node : late) {
      for (Binding binding : chain.to(node.task()).reversed()) {
        boolean open = binding.by() >= 0 && !actuals.progress().containsKey(binding.by());
        Edit.First move = new Edit.First(binding.task(), binding.by());
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
  private Timetable withoutIdle(Sequence order, List<Edit.First> moves, Timetable found) {
    Timetable best = found;
    for (int m = moves.size() - 1; m >= 0 && made < budget; m--) {
      List<Edit.First> fewer = new ArrayList<>(moves);
      fewer.remove(m);
      Timetable without = tried(order.with(fewer));
      if (without != null && lateness(without) <= lateness(best)) {
        best = without;
        moves.remove(m);
      }
    }
    return best;
  }

  /** None when the horizon ends before the work. */
  private @Nullable Timetable tried(Sequence order) {
    try {
      return generate(order);
    } catch (Refused noRoom) {
      return null;
    }
  }

  private Timetable generate(Sequence order) {
    made++;
    return SerialGeneration.of(network, order.ranks(), actuals);
  }
}
