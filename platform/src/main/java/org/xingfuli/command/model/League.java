package org.xingfuli.command.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The streets by score. The score is the weighted mean of the components for which a street has data: what has nothing to
 * count lowers nobody, and its weight goes to the others. Equal scores, to a tenth of a point, share a rank.
 */
public final class League {

  /**
   * One street.
   *
   * @param score 0 to 100, absent when there is nothing at all to count
   * @param rank 1 is best; shared by equal scores; absent without a score
   * @param weighed sum of the weights that had data
   * @param small whether any component rests on few rows
   */
  public record Standing(
      String street, @Nullable Double score, @Nullable Integer rank, double weighed, boolean small,
      List<Figure> components) {}

  private League() {}

  public static List<Standing> of(Counting counting, List<FigureRule> rules) {
    var streets = new TreeSet<>(counting.facts().chart().rows().stream().map(StoredChart.Row::street).toList());
    var counted = rules.stream().collect(Collectors.toMap(rule -> rule, rule -> counting.rows(rule).stream()
        .collect(Collectors.groupingBy(Counted::street))));
    var standings = new ArrayList<Standing>();
    for (var street : streets) {
      standings.add(standing(street, rules.stream()
          .map(rule -> Figure.of(rule, counted.getOrDefault(rule, Map.of()).getOrDefault(street, List.of()))).toList()));
    }
    return ranked(standings);
  }

  static Standing standing(String street, List<Figure> figures) {
    double points = 0;
    double weighed = 0;
    for (var figure : figures) {
      var value = figure.value();
      if (value != null) {
        points += figure.rule().weight() * value;
        weighed += figure.rule().weight();
      }
    }
    var score = weighed == 0 ? null : Double.valueOf(Math.round(10 * points / weighed) / 10.0);
    return new Standing(street, score, null, weighed, figures.stream().anyMatch(Figure::small), figures);
  }

  private static double points(Standing standing) {
    var score = standing.score();
    return score == null ? -1 : score;
  }

  private static List<Standing> ranked(List<Standing> standings) {
    var best = standings.stream().filter(one -> one.score() != null)
        .sorted(Comparator.comparingDouble(League::points).reversed().thenComparing(Standing::street)).toList();
    var ranked = new ArrayList<Standing>();
    int rank = 0;
    for (int at = 0; at < best.size(); at++) {
      var one = best.get(at);
      if (at == 0 || points(one) != points(best.get(at - 1))) {
        rank = at + 1;
      }
      ranked.add(new Standing(one.street(), one.score(), rank, one.weighed(), one.small(), one.components()));
    }
    standings.stream().filter(one -> one.score() == null).forEach(ranked::add);
    return ranked;
  }
}
