package org.xingfuli.engine.scheduling.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.xingfuli.engine.scheduling.Node;

/**
 * What decides whether nodes are kept: for every source of chance, their probability in the fifth of replications in which
 * it was kindest and in the fifth in which it was harshest. Sources are drawn independently of each other, so the gap
 * between the two is that source's doing, and no further replication is needed. A source that belongs to a project (its
 * pace, its signatures) is split for each node by that node's own project.
 */
public final class Drivers {

  private static final int PARTS = 5;
  private static final double TWO_SIDED_95 = 1.96;

  private final RiskResult result;
  private final int[] nodes;
  private final int size;
  private final double deviation;

  private Drivers(RiskResult result, int[] nodes) {
    this.result = result;
    this.nodes = nodes;
    size = Math.max(1, result.replications() / PARTS);
    deviation = result.together(nodes).error() * Math.sqrt(result.replications());
  }

  /** Kinds of sources: the weather, a trade's pace, a project's pace, its outstanding signatures. */
  public enum Kind { RAIN, TRADE, PROJECT, SIGNATURES }

  /**
   * @param name of the trade, else empty
   * @param kindest mean of the source in its kindest fifth: wet periods until the node, factor on durations, periods late
   * @param harshest the same in its harshest fifth
   * @param atKindest probability of a node there, on average
   * @param atHarshest likewise
   * @param noise how far apart the two would be by chance alone, in 95 of 100 cases at most
   */
  public record Driver(
      Kind kind, String name, double kindest, double harshest, double atKindest, double atHarshest, double noise) {

    public double swing() {
      return atKindest - atHarshest;
    }

    /** Whether it is more than chance alone would give. */
    public boolean counts() {
      return swing() > noise;
    }
  }

  /**
   * The widest swing first; sources that never differ are left out.
   *
   * @param nodes at least one
   */
  public static List<Driver> of(RiskResult result, int... nodes) {
    return new Drivers(result, nodes).all();
  }

  private List<Driver> all() {
    RiskModel model = result.model();
    int replications = result.replications();
    Chance chance = new Chance(result.network(), model, Math.max(0, result.actuals().dataDate()), result.seed());
    Map<Integer, float[]> wetByDue = new HashMap<>();
    for (int node : nodes) {
      wetByDue.computeIfAbsent(due(node), due -> new float[replications]);
    }
    float[][] trades = new float[model.trades.size()][replications];
    float[][] projects = new float[model.projectEntity.length][replications];
    float[][] signatures = new float[model.projectEntity.length][replications];
    for (int r = 0; r < replications; r++) {
      chance.draw(r);
      for (Map.Entry<Integer, float[]> wet : wetByDue.entrySet()) {
        wet.getValue()[r] = chance.wetUntil(wet.getKey());
      }
      for (int g = 0; g < trades.length; g++) {
        trades[g][r] = (float) chance.tradeFactor[g];
      }
      for (int p = 0; p < projects.length; p++) {
        projects[p][r] = (float) chance.projectFactor[p];
      }
      for (int k = 0; k < chance.late.length; k++) {
        signatures[project(model.signatures.get(k).task())][r] += chance.late[k];
      }
    }
    List<Driver> drivers = new ArrayList<>();
    add(drivers, Kind.RAIN, "", node -> wetByDue.get(due(node)));
    add(drivers, Kind.PROJECT, "", node -> projects[projectOf(node)]);
    add(drivers, Kind.SIGNATURES, "", node -> signatures[projectOf(node)]);
    for (int g = 0; g < trades.length; g++) {
      float[] one = trades[g];
      add(drivers, Kind.TRADE, model.trades.get(g), node -> one);
    }
    drivers.sort(Comparator.comparingDouble(Driver::swing).reversed());
    return drivers;
  }

  private int due(int node) {
    return result.network().nodes().get(node).due();
  }

  private int projectOf(int node) {
    Node known = result.network().nodes().get(node);
    return project(known.task());
  }

  private int project(int task) {
    return result.network().task(task).project();
  }

  private void add(List<Driver> drivers, Kind kind, String name, IntFunction<float[]> scoreOf) {
    Map<float[], int[]> sorted = new HashMap<>();
    double kindest = 0;
    double harshest = 0;
    int keptKindest = 0;
    int keptHarshest = 0;
    for (int node : nodes) {
      float[] score = scoreOf.apply(node);
      int[] order = sorted.computeIfAbsent(score, Drivers::order);
      for (int k = 0; k < size; k++) {
        int kind0 = order[k];
        int harsh = order[order.length - 1 - k];
        kindest += score[kind0];
        harshest += score[harsh];
        keptKindest += result.onTime(node, kind0) ? 1 : 0;
        keptHarshest += result.onTime(node, harsh) ? 1 : 0;
      }
    }
    double all = (double) size * nodes.length;
    if (harshest > kindest) {
      drivers.add(new Driver(kind, name, kindest / all, harshest / all, keptKindest / all, keptHarshest / all,
          TWO_SIDED_95 * deviation * Math.sqrt(2.0 / size)));
    }
  }

  /** Replications from the kindest to the harshest; equals in their own order, which is chance's as well. */
  private static int[] order(float[] score) {
    return IntStream.range(0, score.length).boxed().sorted(Comparator.comparingDouble(r -> score[r]))
        .mapToInt(Integer::intValue).toArray();
  }
}
