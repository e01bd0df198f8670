package org.xingfuli.engine.consensus.opinion;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An opinion round laid out: who stands where, in which group, and what the groups say. Names nobody but by the ids given.
 *
 * @param participants all, with or without a vote
 * @param statements used: those nobody took out
 * @param votes on them that count
 * @param points of everyone with a vote on them, in the order of ids
 * @param groups the largest first; none where nobody voted, one where no division tells participants apart
 * @param results of every statement used, in the order of ids
 * @param silhouette of the groups, −1 to 1; null with fewer than two
 * @param silhouettes of every number of groups tried
 * @param explained share of the votes' variance along x and along y
 */
public record OpinionMap(int participants, int statements, int votes, List<Point> points, List<OpinionGroup> groups,
    List<StatementResult> results, @Nullable Double silhouette, SortedMap<Integer, Double> silhouettes, List<Double> explained) {

  public OpinionMap {
    points = List.copyOf(points);
    groups = List.copyOf(groups);
    results = List.copyOf(results);
    silhouettes = Collections.unmodifiableSortedMap(new TreeMap<>(silhouettes));
    explained = List.copyOf(explained);
  }

  /**
   * A participant on the map.
   *
   * @param votes on statements used
   * @param group letter; null for who stands in none
   */
  public record Point(String participant, Place place, int votes, @Nullable String group) {}

  /** Participants in a group. */
  public int grouped() {
    return groups.stream().mapToInt(OpinionGroup::size).sum();
  }

  /** Participants in none: too few votes on the statements used. */
  public int ungrouped() {
    return participants - grouped();
  }

  /** The highest consensus first, of equals the first statement; those every group agrees with by more than half. */
  public List<StatementResult> agreedByAll(double prior) {
    return results.stream().filter(each -> !each.byGroup().isEmpty() && each.byGroup().stream().allMatch(c -> c.agreeShare(prior) > 0.5))
        .sorted((a, b) -> Double.compare(b.consensus(), a.consensus())).toList();
  }

  /** The highest consensus on disagreement first; those every group rejects by more than half. */
  public List<StatementResult> rejectedByAll(double prior) {
    return results.stream()
        .filter(each -> !each.byGroup().isEmpty() && each.byGroup().stream().allMatch(c -> c.disagreeShare(prior) > 0.5))
        .sorted((a, b) -> Double.compare(b.disagreement(), a.disagreement())).toList();
  }

  /** The widest spread between groups first, of equals the first statement. */
  public List<StatementResult> contested() {
    return results.stream().filter(each -> each.spread() > 0).sorted((a, b) -> Double.compare(b.spread(), a.spread())).toList();
  }
}
