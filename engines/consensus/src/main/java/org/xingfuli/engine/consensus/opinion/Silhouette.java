package org.xingfuli.engine.consensus.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well groups are told apart: over all places the mean of (b − a) / max(a, b), where a is the mean distance to the others of the
 * group and b that to the nearest other group; 0 for who is alone. Up to {@link #MOST_EXACT} places exactly; beyond, places of one group
 * in one cell of a {@link #CELLS} × {@link #CELLS} grid over the map stand together at their mean.
 */
final class Silhouette {

  static final int MOST_EXACT = 3_000;
  private static final int CELLS = 48;

  private Silhouette() {}

  /** Places that stand together. */
  private record Heap(double x, double y, int weight, int group) {}

  /** @param labels 0 to groups − 1, none empty, at least two groups */
  static double of(List<Place> places, int[] labels, int groups) {
    return places.size() <= MOST_EXACT ? exact(places, labels, groups) : overCells(places, labels, groups);
  }

  static double exact(List<Place> places, int[] labels, int groups) {
    List<Heap> heaps = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      heaps.add(new Heap(places.get(i).x(), places.get(i).y(), 1, labels[i]));
    }
    return of(heaps, groups);
  }

  static double overCells(List<Place> places, int[] labels, int groups) {
    double left = places.stream().mapToDouble(Place::x).min().orElse(0);
    double bottom = places.stream().mapToDouble(Place::y).min().orElse(0);
    double width = places.stream().mapToDouble(Place::x).max().orElse(0) - left;
    double height = places.stream().mapToDouble(Place::y).max().orElse(0) - bottom;
    Map<Integer, List<Integer>> cells = new TreeMap<>();
    for (int i = 0; i < labels.length; i++) {
      int column = cell(places.get(i).x() - left, width);
      int row = cell(places.get(i).y() - bottom, height);
      cells.computeIfAbsent((labels[i] * CELLS + row) * CELLS + column, key -> new ArrayList<>()).add(i);
    }
    List<Heap> heaps = new ArrayList<>();
    for (List<Integer> cell : cells.values()) {
      double x = 0;
      double y = 0;
      for (int i : cell) {
        x += places.get(i).x();
        y += places.get(i).y();
      }
      heaps.add(new Heap(x / cell.size(), y / cell.size(), cell.size(), labels[cell.getFirst()]));
    }
    return of(heaps, groups);
  }

  private static int cell(double along, double whole) {
    return whole > 0 ? Math.min(CELLS - 1, (int) (along / whole * CELLS)) : 0;
  }

  private static double of(List<Heap> heaps, int groups) {
    int n = heaps.size();
    double[] x = heaps.stream().mapToDouble(Heap::x).toArray();
    double[] y = heaps.stream().mapToDouble(Heap::y).toArray();
    int[] weight = heaps.stream().mapToInt(Heap::weight).toArray();
    int[] group = heaps.stream().mapToInt(Heap::group).toArray();
    double[][] sums = new double[n][groups];
    long[] size = new long[groups];
    for (int i = 0; i < n; i++) {
      size[group[i]] += weight[i];
      for (int j = 0; j < i; j++) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        double distance = Math.sqrt(dx * dx + dy * dy);
        sums[i][group[j]] += weight[j] * distance;
        sums[j][group[i]] += weight[i] * distance;
      }
    }
    double total = 0;
    long all = 0;
    for (int i = 0; i < n; i++) {
      all += weight[i];
      if (size[group[i]] > 1) {
        double own = sums[i][group[i]] / (size[group[i]] - 1);
        double other = Double.POSITIVE_INFINITY;
        for (int g = 0; g < groups; g++) {
          other = g == group[i] ? other : Math.min(other, sums[i][g] / size[g]);
        }
        double greater = Math.max(own, other);
        total += greater > 0 ? weight[i] * (other - own) / greater : 0;
      }
    }
    return total / all;
  }
}
