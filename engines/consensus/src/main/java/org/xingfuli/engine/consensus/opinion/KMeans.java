package org.xingfuli.engine.consensus.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lloyd's k-means without chance: four starts, of which the one that ends with the least sum of squares is taken (of nearly equal ones
 * the first). The starts: places far from each other, beginning with the one farthest out; and k equal parts in the order of x, of
 * y, and of the angle. A place equally near to two centres belongs to the first.
 */
final class KMeans {

  private static final int MOST_STEPS = 1_000;
  private static final double NEARLY = 1e-9;

  private KMeans() {}

  /** @return the group of each place, 0 to k − 1, none empty; null where the places do not make k groups */
  static int @Nullable [] of(List<Place> places, int k) {
    int @Nullable [] best = null;
    double least = Double.POSITIVE_INFINITY;
    List<List<Place>> starts = new ArrayList<>();
    starts.add(apart(places, k));
    for (ToDoubleFunction<Place> order : List.<ToDoubleFunction<Place>>of(Place::x, Place::y, place -> Math.atan2(place.y(), place.x()))) {
      starts.add(parts(places, k, order));
    }
    for (List<Place> start : starts) {
      if (start.size() == k) {
        int[] labels = new int[places.size()];
        double squares = settle(places, start, labels);
        if (squares < least * (1 - NEARLY) - Double.MIN_NORMAL || best == null && Double.isFinite(squares)) {
          best = labels;
          least = squares;
        }
      }
    }
    return best;
  }

  /** @return the sum of squares; infinite when a group ended empty */
  private static double settle(List<Place> places, List<Place> start, int[] labels) {
    List<Place> centres = start;
    Arrays.fill(labels, -1);
    for (int step = 0; step < MOST_STEPS && assign(places, centres, labels); step++) {
      List<Place> moved = centres(places, labels, centres.size());
      if (moved.size() < centres.size()) {
        return Double.POSITIVE_INFINITY;
      }
      centres = moved;
    }
    double squares = 0;
    for (int i = 0; i < labels.length; i++) {
      squares += places.get(i).squareTo(centres.get(labels[i]));
    }
    return squares;
  }

  private static boolean assign(List<Place> places, List<Place> centres, int[] labels) {
    boolean changed = false;
    for (int i = 0; i < labels.length; i++) {
      int nearest = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < centres.size(); c++) {
        double square = places.get(i).squareTo(centres.get(c));
        if (square < least) {
          least = square;
          nearest = c;
        }
      }
      changed |= labels[i] != nearest;
      labels[i] = nearest;
    }
    return changed;
  }

  /** Means of the groups; empty groups have none. */
  static List<Place> centres(List<Place> places, int[] labels, int k) {
    double[] x = new double[k];
    double[] y = new double[k];
    int[] size = new int[k];
    for (int i = 0; i < labels.length; i++) {
      x[labels[i]] += places.get(i).x();
      y[labels[i]] += places.get(i).y();
      size[labels[i]]++;
    }
    return IntStream.range(0, k).filter(c -> size[c] > 0).mapToObj(c -> new Place(x[c] / size[c], y[c] / size[c])).toList();
  }

  private static List<Place> apart(List<Place> places, int k) {
    List<Place> chosen = new ArrayList<>();
    double[] nearest = new double[places.size()];
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = places.get(i).squareTo(new Place(0, 0));
    }
    for (int c = 0; c < k; c++) {
      int farthest = 0;
      for (int i = 1; i < nearest.length; i++) {
        farthest = nearest[i] > nearest[farthest] * (1 + NEARLY) ? i : farthest;
      }
      if (!(nearest[farthest] > 0)) {
        return chosen;
      }
      Place next = places.get(farthest);
      chosen.add(next);
      for (int i = 0; i < nearest.length; i++) {
        double square = places.get(i).squareTo(next);
        nearest[i] = c == 0 ? square : Math.min(nearest[i], square);
      }
    }
    return chosen;
  }

  private static List<Place> parts(List<Place> places, int k, ToDoubleFunction<Place> order) {
    if (places.size() < k) {
      return List.of();
    }
    List<Integer> sorted = IntStream.range(0, places.size()).boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> order.applyAsDouble(places.get(i))).thenComparing(i -> i)).toList();
    int[] labels = new int[places.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[sorted.get(i)] = (int) ((long) i * k / labels.length);
    }
    return centres(places, labels, k);
  }
}
