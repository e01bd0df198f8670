package org.xingfuli.command.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.programme.State;

/** What holds for every chart, whatever the forecast says. */
class ChartLawsTest {

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theWorstProjectComesFirst(long seed) {
    var rows = DrawnFacts.chart(DrawnFacts.draw(seed)).rows();
    for (int i = 1; i < rows.size(); i++) {
      var above = trouble(rows.get(i - 1));
      var below = trouble(rows.get(i));
      assertThat(compare(above, below)).as("%s over %s", above, below).isGreaterThanOrEqualTo(0);
    }
  }

  /** Late nodes, days late in sum, nodes at risk, and the negated days left of the tightest open node. */
  private static List<Integer> trouble(ChartRow row) {
    int late = 0;
    int depth = 0;
    int risk = 0;
    int left = Integer.MAX_VALUE;
    for (var cell : row.cells()) {
      var days = cell.days();
      late += cell.state() == State.LATE ? 1 : 0;
      depth -= cell.state() == State.LATE && days != null ? days : 0;
      risk += cell.state() == State.AT_RISK ? 1 : 0;
      left = cell.state() == State.DONE || days == null ? left : Math.min(left, days);
    }
    return List.of(late, depth, risk, -left);
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).equals(other.get(i))) {
        return one.get(i).compareTo(other.get(i));
      }
    }
    return 0;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderTheFactsAreReadInChangesNothing(long seed) {
    var facts = DrawnFacts.draw(seed);
    var chart = DrawnFacts.chart(facts);
    var again = DrawnFacts.chart(DrawnFacts.shuffled(facts, seed));
    assertThat(again).isEqualTo(chart);
    assertThat(Kpi.of(again)).isEqualTo(Kpi.of(chart));
    assertThat(Trouble.of(again)).isEqualTo(Trouble.of(chart));
    assertThat(StreetCount.of(again)).isEqualTo(StreetCount.of(chart));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noFigureIsMoreThanWhatItIsCountedFrom(long seed) {
    for (var kpi : Kpi.of(DrawnFacts.chart(DrawnFacts.draw(seed)))) {
      assertThat(kpi.numerator()).as(kpi.code()).isBetween(0L, kpi.denominator());
      assertThat(kpi.note().zh()).as(kpi.code()).isNotBlank();
      assertThat(kpi.note().en()).as(kpi.code()).isNotBlank();
      if (kpi.unit().equals("%")) {
        assertThat(kpi.value()).as(kpi.code()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyNodeInTroubleIsNamedByExactlyOneCauseAndTheWorstOneSpeaks(long seed) {
    var chart = DrawnFacts.chart(DrawnFacts.draw(seed));
    var troubles = Trouble.of(chart);
    var troubled = chart.cells().filter(c -> c.state() == State.LATE || c.state() == State.AT_RISK).count();
    assertThat(troubles.stream().mapToInt(Trouble::nodes).sum()).isEqualTo((int) troubled);
    for (var trouble : troubles) {
      var same = chart.rows().stream().filter(row -> row.projectId().equals(trouble.projectId()))
          .flatMap(row -> row.cells().stream()).filter(cell -> trouble.cause().equals(cell.cause()))
          .map(ChartCell::days).toList();
      assertThat(same).allSatisfy(days -> assertThat(trouble.days()).isLessThanOrEqualTo(days));
    }
    for (int i = 1; i < troubles.size(); i++) {
      assertThat(troubles.get(i - 1).days()).isLessThanOrEqualTo(troubles.get(i).days());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theStreetsTogetherAreTheWholeChart(long seed) {
    var chart = DrawnFacts.chart(DrawnFacts.draw(seed));
    var streets = StreetCount.of(chart);
    assertThat(streets.stream().mapToInt(StreetCount::projects).sum()).isEqualTo(chart.rows().size());
    assertThat(streets).allSatisfy(street ->
        assertThat(street.late() + street.atRisk() + street.onTime()).isEqualTo(street.projects()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyProjectHasACellForEveryNodeAndOnlyBoundOnesASay(long seed) {
    var facts = DrawnFacts.draw(seed);
    var chart = DrawnFacts.chart(facts);
    for (var row : chart.rows()) {
      var bound = facts.rows().stream().filter(r -> r.projectId().equals(row.projectId())).findFirst().orElseThrow()
          .boundBy();
      assertThat(row.cells()).extracting(ChartCell::nodeId)
          .containsExactlyElementsOf(facts.nodes().stream().map(node -> node.id()).toList());
      assertThat(row.cells()).allSatisfy(cell ->
          assertThat(cell.state() == State.NOT_APPLICABLE).isEqualTo(!bound.contains(cell.nodeId())));
    }
  }
}
