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

  private Criticality() {}

  /**
   * @param replications how many of the result's to open; each costs a network, so fewer than were simulated will do
   * @return share by task; replications in which something finds no room are passed over
   */
  public static double[] of(RiskResult result, Timetable frozen, int replications, int... nodes) {
    Network network = result.network();
    int[] counts = new int[network.size()];
    int opened = 0;
    for (int r = 0; r < Math.min(replications, result.replications()); r++) {
      try {
        Replication replication =
            Replication.of(network, result.actuals(), result.model(), result.seed(), r);
        BitSet driving = driving(replication, replication.forecast(frozen), ends(result, r, nodes));
        driving.stream().forEach(task -> counts[task]++);
        opened++;
      } catch (Refused noRoom) {
        continue;
      }
    }
    double[] shares = new double[counts.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = opened == 0 ? 0 : (double) counts[i] / opened;
    }
    return shares;
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

  private static BitSet driving(Replication replication, Timetable forecast, BitSet ends) {
    Actuals actuals = replication.actuals();
    CriticalChain chain = CriticalChain.of(replication.network(), forecast, actuals);
    BitSet driving = new BitSet();
    ends.stream().forEach(end -> chain.to(end).forEach(binding -> driving.set(binding.task())));
    return driving;
  }
}
