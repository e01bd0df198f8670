package org.xingfuli.engine.scheduling.risk;

import java.util.BitSet;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.CriticalChain;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.kernel.Refused;

/**
 * How often a task is in the way: the share of replications in which it lies on the driving chain of a late one of the given
 * nodes or, when none is late, of the one with the least time left. The chain is {@link CriticalChain}'s: the one link or
 * crew that binds each start, back to the root, through other projects too.
 */
public final class Criticality {

  private final double[] shares;
  private final double[] held;
  private final double[] heldAt;

  private Criticality(double[] shares, double[] held, double[] heldAt) {
    this.shares = shares;
    this.held = held;
    this.heldAt = heldAt;
  }

  /** Share of replications in which a task is on a driving chain. */
  public double share(int task) {
    return shares[task];
  }

  /** How many tasks of driving chains wait for a crew, on average: where one crew more is worth trying. */
  public double waitingFor(int crew) {
    return held[crew];
  }

  /** The period in which they wait for it, on average; meaningless when none does. */
  public int waitingAt(int crew) {
    return (int) Math.round(heldAt[crew]);
  }

  /**
   * @param replications how many of the result's to open; each costs a network, so fewer than were simulated will do;
   *     replications in which something finds no room are passed over
   */
  public static Criticality of(RiskResult result, Timetable frozen, int replications, int... nodes) {
    Network network = result.network();
    double[] counts = new double[network.size()];
    double[] held = new double[network.crews().size()];
    double[] heldAt = new double[held.length];
    int opened = 0;
    for (int r = 0; r < Math.min(replications, result.replications()); r++) {
      try {
        Replication replication =
            Replication.of(network, result.actuals(), result.model(), result.seed(), r);
        Timetable forecast = replication.forecast(frozen);
        CriticalChain chain = CriticalChain.of(replication.network(), forecast, replication.actuals());
        driving(chain, ends(result, r, nodes)).stream().forEach(task -> {
          counts[task]++;
          int crew = chain.binding(task).crew();
          if (crew >= 0) {
            held[crew]++;
            heldAt[crew] += forecast.start(task);
          }
        });
        opened++;
      } catch (Refused noRoom) {
        continue;
      }
    }
    int most = Math.max(1, opened);
    for (int crew = 0; crew < held.length; crew++) {
      heldAt[crew] /= Math.max(1, held[crew]);
      held[crew] /= most;
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] /= most;
    }
    return new Criticality(counts, held, heldAt);
  }

  private static BitSet ends(RiskResult result, int replication, int[] nodes) {
    BitSet ends = new BitSet();
    int tightest = -1;
    int least = Integer.MAX_VALUE;
    for (int n : nodes) {
      Node node = result.network().nodes().get(n);
      int left = node.due() - result.finish(n, replication);
      if (left < 0) {
        ends.set(node.task());
      }
      if (left < least) {
        least = left;
        tightest = node.task();
      }
    }
    if (ends.isEmpty() && tightest >= 0) {
      ends.set(tightest);
    }
    return ends;
  }

  private static BitSet driving(CriticalChain chain, BitSet ends) {
    BitSet driving = new BitSet();
    ends.stream().forEach(end -> chain.to(end).forEach(binding -> driving.set(binding.task())));
    return driving;
  }
}
