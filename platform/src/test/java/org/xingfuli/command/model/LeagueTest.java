package org.xingfuli.command.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.xingfuli.command.model.FigureRule.Amount;
import org.xingfuli.command.model.FigureRule.Kind;
import org.xingfuli.command.model.FigureRule.Span;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;

/** The league's score is a weighted mean of what has data, and nothing else. */
class LeagueTest {

  private static final LocalDate DAY = LocalDate.of(2022, 4, 20);
  private final List<StoredChart.Row> rows = new ArrayList<>();
  private final List<ForecastNode> cells = new ArrayList<>();

  private void project(String street, int progress, int planned, int... floats) {
    var id = UUID.randomUUID();
    rows.add(new StoredChart.Row(id, street + rows.size(), street, street, street, 1, 2, 100, null, null, null, progress,
        planned, true));
    for (var left : floats) {
      cells.add(new ForecastNode(id, UUID.randomUUID(), street, DAY.plusDays(30), DAY, DAY.plusDays(30 - left), left, 0,
          left < 0 ? State.LATE : State.ON_TIME, null, null, null));
    }
  }

  private static FigureRule rule(String code, Measure measure, double weight, int least) {
    return new FigureRule(Kind.LEAGUE, code, null, 1, Words.of(code, code), measure, "", Amount.PROJECTS, Span.TOTAL,
        Words.of("%", "%"), weight, 14, least, true, "test", 1);
  }

  private Counting counting() {
    return new Counting(new Facts(new StoredChart(UUID.randomUUID(), 2022, "", 1, DAY, 7, true, Instant.EPOCH, List.of(),
        rows, cells, null), List.of(), List.of(), List.of(), List.of(), DAY, DAY, DAY));
  }

  private List<League.Standing> league(FigureRule... rules) {
    return League.of(counting(), List.of(rules));
  }

  @Test
  void theScoreIsTheWeightedMeanOfItsComponents() {
    project("A", 30, 60, 5, 5, 5, -5);
    var standing = league(rule("KEPT", Measure.NODES_KEPT, 60, 0), rule("PLAN", Measure.PLAN_FULFILLED, 20, 0)).getFirst();
    assertThat(standing.score()).isEqualTo((60 * 75.0 + 20 * 50.0) / 80, org.assertj.core.data.Offset.offset(0.05));
    assertThat(standing.rank()).isEqualTo(1);
  }

  @Test
  void whatHasNoDataLowersNobody() {
    project("A", 60, 60, 5);
    project("B", 0, 0, 5);
    var league = league(rule("KEPT", Measure.NODES_KEPT, 50, 0), rule("PLAN", Measure.PLAN_FULFILLED, 25, 0),
        rule("SATISFIED", Measure.NO_DATA, 25, 0));
    assertThat(league).extracting(League.Standing::score).containsExactly(100.0, 100.0);
    assertThat(league).extracting(League.Standing::weighed).containsExactly(75.0, 50.0);
  }

  @Test
  void equalScoresShareARankAndTheNextOneIsLeftOut() {
    project("A", 0, 0, 5, -5);
    project("B", 0, 0, 5, -5);
    project("C", 0, 0, -5, -5);
    project("D", 0, 0, 5, 5);
    assertThat(league(rule("KEPT", Measure.NODES_KEPT, 50, 0))).extracting(League.Standing::street).containsExactly("D", "A", "B", "C");
    assertThat(league(rule("KEPT", Measure.NODES_KEPT, 50, 0))).extracting(League.Standing::rank).containsExactly(1, 2, 2, 4);
  }

  @Test
  void aStreetWithNothingToCountStandsLastWithoutRankAndScore() {
    project("A", 0, 0);
    project("B", 0, 0, -5);
    var league = league(rule("KEPT", Measure.NODES_KEPT, 50, 0));
    assertThat(league).extracting(League.Standing::street).containsExactly("B", "A");
    assertThat(league.getLast().score()).isNull();
    assertThat(league.getLast().rank()).isNull();
  }

  @Test
  void aScoreThatRestsOnFewRowsSaysSo() {
    project("A", 0, 0, 5, 5);
    assertThat(league(rule("KEPT", Measure.NODES_KEPT, 50, 3)).getFirst().small()).isTrue();
    assertThat(league(rule("KEPT", Measure.NODES_KEPT, 50, 2)).getFirst().small()).isFalse();
  }

  @RepeatedTest(20)
  void aFigureIsTheSumOfItsRowsAndTheDistrictTheSumOfItsStreets() {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 12; i++) {
      project("ABC".substring(i % 3, i % 3 + 1), random.nextInt(100), random.nextInt(100),
          random.ints(random.nextInt(5), -20, 20).toArray());
    }
    for (var measure : List.of(Measure.NODES_KEPT, Measure.NODES_IN_TIME, Measure.PLAN_FULFILLED, Measure.TROUBLES_OWNED)) {
      var rule = rule("X", measure, 1, 0);
      var all = counting().rows(rule);
      var figure = Figure.of(rule, all);
      assertThat(figure.numerator()).as("seed %d %s", seed, measure)
          .isEqualTo(all.stream().mapToDouble(Counted::part).sum());
      assertThat(League.of(counting(), List.of(rule)).stream().mapToDouble(one -> one.components().getFirst().denominator()).sum())
          .as("seed %d %s", seed, measure).isEqualTo(figure.denominator());
      assertThat(all).as("seed %d %s", seed, measure).allMatch(row -> row.part() >= 0 && row.part() <= row.whole());
    }
  }
}
