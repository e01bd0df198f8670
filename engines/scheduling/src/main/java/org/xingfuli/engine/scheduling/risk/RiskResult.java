package org.xingfuli.engine.scheduling.risk;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Node;

/**
 * What the replications of a simulation say. Nodes are numbered as the network numbers them; a finish is exclusive, so a
 * node is on time when its finish is at most its due. Probabilities are shares of replications, nothing smoothed: of
 * 1,000 replications a share of one half has a standard error of 0.016.
 */
public final class RiskResult {

  /** Finish of what found no room within the horizon. */
  public static final int BEYOND = Integer.MAX_VALUE;

  private final Network network;
  private final Actuals actuals;
  private final RiskModel model;
  private final long seed;
  private final int replications;
  private final int width;
  private final int[] finishes;

  RiskResult(Network network, Actuals actuals, RiskModel model, long seed, int replications, int[] finishes) {
    this.network = network;
    this.actuals = actuals;
    this.model = model;
    this.seed = seed;
    this.replications = replications;
    this.finishes = finishes;
    width = network.nodes().size() + network.projects();
  }

  /**
   * Several nodes together, one of each estate for example.
   *
   * @param count how many nodes
   * @param mean probability of a node, on average
   * @param expected how many are on time, on average: {@code count × mean}
   * @param all probability that every one of them is on time; never above the smallest of their probabilities
   * @param error standard error of the mean, by the number of replications alone
   */
  public record Together(int count, double mean, double expected, double all, double error) {}

  /** How many replications there are; fewer than asked for when it was enough. */
  public int replications() {
    return replications;
  }

  /** The same of the first replications only, to be compared with a simulation that made no more. */
  public RiskResult first(int most) {
    return new RiskResult(network, actuals, model, seed, Math.min(most, replications), finishes);
  }

  public Network network() {
    return network;
  }

  Actuals actuals() {
    return actuals;
  }

  RiskModel model() {
    return model;
  }

  long seed() {
    return seed;
  }

  /** The nodes of a code, in the network's order. */
  public int[] nodes(String code) {
    return IntStream.range(0, network.nodes().size()).filter(n -> network.nodes().get(n).code().equals(code)).toArray();
  }

  public int finish(int node, int replication) {
    return finishes[replication * width + node];
  }

  /** Finish of the last task of a project. */
  public int projectFinish(int project, int replication) {
    return finishes[replication * width + network.nodes().size() + project];
  }

  public boolean onTime(int node, int replication) {
    return finish(node, replication) <= network.nodes().get(node).due();
  }

  public double probability(int node) {
    int kept = 0;
    for (int r = 0; r < replications; r++) {
      kept += onTime(node, r) ? 1 : 0;
    }
    return (double) kept / replications;
  }

  /** @param nodes at least one */
  public Together together(int... nodes) {
    long kept = 0;
    double squares = 0;
    int all = 0;
    for (int r = 0; r < replications; r++) {
      int here = 0;
      for (int node : nodes) {
        here += onTime(node, r) ? 1 : 0;
      }
      kept += here;
      squares += (double) here * here;
      all += here == nodes.length ? 1 : 0;
    }
    double expected = (double) kept / replications;
    double variance = Math.max(0, squares / replications - expected * expected);
    return new Together(nodes.length, expected / nodes.length, expected, (double) all / replications,
        Math.sqrt(variance / replications) / nodes.length);
  }

  /** The first period by which a share of the replications has the node finished. */
  public int quantile(double share, int node) {
    return quantiles(new double[] {share}, node)[0];
  }

  /** The same of all finishes of several nodes pooled; several shares at once. */
  public int[] quantiles(double[] shares, int... nodes) {
    int[] pooled = new int[nodes.length * replications];
    int filled = 0;
    for (int node : nodes) {
      for (int r = 0; r < replications; r++) {
        pooled[filled++] = finish(node, r);
      }
    }
    return of(pooled, shares);
  }

  /** Quantiles of the last finish of a project. */
  public int[] projectQuantiles(double[] shares, int project) {
    return of(IntStream.range(0, replications).map(r -> projectFinish(project, r)).toArray(), shares);
  }

  private static int[] of(int[] values, double... shares) {
    Arrays.sort(values);
    int[] found = new int[shares.length];
    for (int k = 0; k < shares.length; k++) {
      found[k] = values[(int) Math.clamp((long) Math.ceil(shares[k] * values.length) - 1, 0, values.length - 1)];
    }
    return found;
  }

  /** How many of the nodes' finishes fall on each period from {@code from} on; earlier ones on the first, later ones on the last. */
  public int[] histogram(int from, int periods, int... nodes) {
    int[] counts = new int[periods];
    for (int node : nodes) {
      for (int r = 0; r < replications; r++) {
        counts[(int) Math.clamp((long) finish(node, r) - from, 0, periods - 1)]++;
      }
    }
    return counts;
  }

  /**
   * A fan: which share of the nodes is finished by a period, {@code [share asked][period asked]}, as quantiles over the
   * replications.
   */
  public double[][] fan(double[] shares, int[] periods, int... nodes) {
    double[][] fan = new double[shares.length][periods.length];
    int[][] done = new int[periods.length][replications];
    for (int r = 0; r < replications; r++) {
      for (int node : nodes) {
        int finish = finish(node, r);
        for (int p = 0; p < periods.length; p++) {
          done[p][r] += finish <= periods[p] ? 1 : 0;
        }
      }
    }
    for (int p = 0; p < periods.length; p++) {
      int[] found = of(done[p], shares);
      for (int k = 0; k < shares.length; k++) {
        fan[k][p] = (double) found[k] / nodes.length;
      }
    }
    return fan;
  }
}
