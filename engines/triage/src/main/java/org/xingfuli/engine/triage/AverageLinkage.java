package org.xingfuli.engine.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Groups by average linkage on a sparse graph: again and again the two groups with the greatest mean score are joined, pairs without
 * a link counting 0. Equals are joined in the order of their numbers, so that the answer is one.
 */
final class AverageLinkage {

  private final List<Map<Integer, Double>> links = new ArrayList<>();
  private final List<List<Integer>> members = new ArrayList<>();

  AverageLinkage(int size) {
    for (int i = 0; i < size; i++) {
      links.add(new HashMap<>());
      members.add(new ArrayList<>(List.of(i)));
    }
  }

  void link(int one, int other, double score) {
    if (one != other) {
      links.get(one).put(other, score);
      links.get(other).put(one, score);
    }
  }

  private record Pair(double score, int one, int other) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair to) {
      int byScore = Double.compare(to.score, score);
      int byOne = Integer.compare(one, to.one);
      return byScore != 0 ? byScore : byOne != 0 ? byOne : Integer.compare(other, to.other);
    }
  }

  /** All groups, single ones too, joined while the mean score is at least {@code join}. Called once. */
  List<List<Integer>> groups(double join) {
    PriorityQueue<Pair> open = new PriorityQueue<>();
    Set<Integer> alive = new HashSet<>();
    for (int i = 0; i < links.size(); i++) {
      alive.add(i);
      int one = i;
      links.get(i).forEach((other, score) -> {
        if (one < other) {
          open.add(new Pair(score, one, other));
        }
      });
    }
    for (Pair pair = open.poll(); pair != null && pair.score >= join; pair = open.poll()) {
      if (alive.contains(pair.one) && alive.contains(pair.other)) {
        alive.remove(pair.one);
        alive.remove(pair.other);
        int joined = joined(pair.one, pair.other);
        alive.add(joined);
        links.get(joined).forEach((other, score) -> open.add(new Pair(score, other, joined)));
      }
    }
    return alive.stream().sorted().map(members::get).toList();
  }

  private int joined(int one, int other) {
    int joined = links.size();
    List<Integer> all = new ArrayList<>(members.get(one));
    all.addAll(members.get(other));
    double left = members.get(one).size();
    double right = members.get(other).size();
    Map<Integer, Double> own = new HashMap<>();
    Set<Integer> neighbours = new HashSet<>(links.get(one).keySet());
    neighbours.addAll(links.get(other).keySet());
    neighbours.remove(one);
    neighbours.remove(other);
    for (int each : neighbours) {
      double score = (links.get(one).getOrDefault(each, 0.0) * left + links.get(other).getOrDefault(each, 0.0) * right) / (left + right);
      own.put(each, score);
      Map<Integer, Double> back = links.get(each);
      back.remove(one);
      back.remove(other);
      back.put(joined, score);
    }
    links.set(one, Map.of());
    links.set(other, Map.of());
    links.add(own);
    members.add(all);
    return joined;
  }
}
