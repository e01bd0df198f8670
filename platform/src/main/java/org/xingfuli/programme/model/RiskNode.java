package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;

/**
 * A node of a project in all replications.
 *
 * @param kept the replications in which it is on time
 * @param finishes day on which it is finished in each replication, counted from the simulation's first day; {@link #BEYOND}
 *     when it found no room
 * @param drivers one for each source that differs
 * @param cures probability with each cure tried
 */
public record RiskNode(
    UUID projectId, UUID nodeId, String area, LocalDate due, double probability, BitSet kept, int[] finishes,
    List<RiskDriver> drivers, List<Double> cures) {

  public static final int BEYOND = 0xFFFF;

  /** The probability that every one of the nodes is on time; never above the least of theirs. */
  public static double all(List<RiskNode> nodes, int replications) {
    var all = new BitSet(replications);
    all.set(0, replications);
    nodes.forEach(node -> all.and(node.kept));
    return (double) all.cardinality() / replications;
  }

  /** Mean of their probabilities. */
  public static double mean(List<RiskNode> nodes) {
    return nodes.stream().mapToDouble(RiskNode::probability).average().orElse(0);
  }

  /** Days by which shares of the finishes of all nodes have come. */
  public static int[] quantiles(List<RiskNode> nodes, double... shares) {
    var pooled = nodes.stream().flatMapToInt(node -> Arrays.stream(node.finishes)).sorted().toArray();
    return Arrays.stream(shares)
        .mapToInt(share -> pooled[(int) Math.clamp((long) Math.ceil(share * pooled.length) - 1, 0, pooled.length - 1)])
        .toArray();
  }
}
