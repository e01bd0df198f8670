package org.xingfuli.engine.scheduling.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What decides whether nodes are kept: for every source of chance, their probability in the fifth of replications in which
 * it was kindest and in the fifth in which it was harshest. Sources are drawn independently of each other, so the gap
 * between the two is that source's doing, and no further replication is needed. A source that belongs to a project (its
 * pace, its signatures) is split for each node by that node's own project. What several nodes say is the mean of what each
 * says.
 */
public final class Drivers {

  private static final int PARTS = 5;
  private static final double TWO_SIDED_95 = 1.96;

  private final RiskResult result;
  private final int size;
  private final Map<Integer, float[]> wetByDue = new HashMap<>();
  private final float[][] trades;
  private final float[][] projects;
  private final float[][] signatures;
  private final Map<float[], int[]> sorted = new IdentityHashMap<>();

  private Drivers(RiskResult result, int[] nodes) {
    this.result = result;
    size = Math.max(1, result.replications() / PARTS);
    RiskModel model = result.model();
    int replications = result.replications();
    for (int node : nodes) {
      wetByDue.computeIfAbsent(due(node), due -> new float[replications]);
    }
    trades = new float[model.trades.size()][replications];
    projects = new float[model.projectEntity.length][replications];
    signatures = new float[model.projectEntity.length][replications];
    Chance chance = new Chance(result.network(), model, Math.max(0, result.actuals().dataDate()), result.seed());
    for (int r = 0; r < replications; r++) {
      chance.draw(r);
      note(chance, r);
    }
  }

  private void note(Chance chance, int r) {
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
      signatures[project(result.model().signatures.get(k).task())][r] += chance.late[k];
    }
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
    Drivers drivers = new Drivers(result, nodes);
    double noise = noise(result.together(nodes).error());
    Map<String, List<Driver>> bySource = new LinkedHashMap<>();
    for (int node : nodes) {
      drivers.ofNode(node).forEach(d -> bySource.computeIfAbsent(d.kind() + d.name(), key -> new ArrayList<>()).add(d));
    }
    return bySource.values().stream().map(each -> new Driver(each.getFirst().kind(), each.getFirst().name(),
            mean(each, Driver::kindest), mean(each, Driver::harshest), mean(each, Driver::atKindest),
            mean(each, Driver::atHarshest), noise))
        .filter(driver -> driver.harshest() > driver.kindest())
        .sorted(Comparator.comparingDouble(Driver::swing).reversed()).toList();
  }

  /** The same for every node of the network alone, in its order; sources that never differ for a node say so by equal ends. */
  public static List<List<Driver>> ofEach(RiskResult result) {
    int[] nodes = IntStream.range(0, result.network().nodes().size()).toArray();
    Drivers drivers = new Drivers(result, nodes);
    return Arrays.stream(nodes).mapToObj(drivers::ofNode).toList();
  }

  /**
   * How far two fifths of the replications may be apart by chance alone, in 95 of 100 cases.
   *
   * @param error standard error of the mean over all replications
   */
  public static double noise(double error) {
    return TWO_SIDED_95 * error * Math.sqrt(2.0 * PARTS);
  }

  private static double mean(List<Driver> drivers, ToDoubleFunction<Driver> value) {
    return drivers.stream().mapToDouble(value).average().orElse(0);
  }

  private List<Driver> ofNode(int node) {
    double noise = noise(result.together(node).error());
    int project = project(result.network().nodes().get(node).task());
    List<Driver> drivers = new ArrayList<>();
    drivers.add(driver(Kind.RAIN, "", wetByDue.getOrDefault(due(node), new float[0]), node, noise));
    drivers.add(driver(Kind.PROJECT, "", projects[project], node, noise));
    drivers.add(driver(Kind.SIGNATURES, "", signatures[project], node, noise));
    for (int g = 0; g < trades.length; g++) {
      drivers.add(driver(Kind.TRADE, result.model().trades.get(g), trades[g], node, noise));
    }
    return drivers;
  }

  private Driver driver(Kind kind, String name, float[] score, int node, double noise) {
    int[] order = sorted.computeIfAbsent(score, Drivers::order);
    double kindest = 0;
    double harshest = 0;
    int keptKindest = 0;
    int keptHarshest = 0;
    for (int k = 0; k < size; k++) {
      int mild = order[k];
      int harsh = order[order.length - 1 - k];
      kindest += score[mild];
      harshest += score[harsh];
      keptKindest += result.onTime(node, mild) ? 1 : 0;
      keptHarshest += result.onTime(node, harsh) ? 1 : 0;
    }
    return new Driver(kind, name, kindest / size, harshest / size, (double) keptKindest / size,
        (double) keptHarshest / size, noise);
  }

  private int due(int node) {
    return result.network().nodes().get(node).due();
  }

  private int project(int task) {
    return result.network().task(task).project();
  }

  /** Replications from the kindest to the harshest; equals in their own order, which is chance's as well. */
  private static int[] order(float[] score) {
    return IntStream.range(0, score.length).boxed().sorted(Comparator.comparingDouble(r -> score[r]))
        .mapToInt(Integer::intValue).toArray();
  }
}
