package org.xingfuli.engine.consensus.opinion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The convex hull of places, by Andrew's monotone chain. */
final class Hull {

  private Hull() {}

  /** Corners against the clock, from the leftmost (of equals the lowest); one or two where the places make no area. */
  static List<Place> of(List<Place> places) {
    List<Place> sorted = places.stream().distinct().sorted(Comparator.comparingDouble(Place::x).thenComparingDouble(Place::y)).toList();
    if (sorted.size() < 3) {
      return sorted;
    }
    List<Place> hull = new ArrayList<>(chain(sorted));
    hull.removeLast();
    hull.addAll(chain(sorted.reversed()));
    hull.removeLast();
    return List.copyOf(hull);
  }

  private static List<Place> chain(List<Place> sorted) {
    List<Place> chain = new ArrayList<>();
    for (Place place : sorted) {
      while (chain.size() > 1 && !left(chain.get(chain.size() - 2), chain.getLast(), place)) {
        chain.removeLast();
      }
      chain.add(place);
    }
    return chain;
  }

  private static boolean left(Place a, Place b, Place c) {
    return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x()) > 0;
  }
}
