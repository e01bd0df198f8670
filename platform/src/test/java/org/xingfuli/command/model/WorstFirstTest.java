package org.xingfuli.command.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xingfuli.command.model.StoredChart.Row;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.State;

/** Which project stands above which. */
class WorstFirstTest {

  private static final LocalDate DUE = LocalDate.of(2022, 9, 30);

  private final List<Row> rows = new ArrayList<>();
  private final List<ForecastNode> cells = new ArrayList<>();

  private record Standing(State state, int days) {}

  private static Standing late(int days) {
    return new Standing(State.LATE, -days);
  }

  private static Standing atRisk(int days) {
    return new Standing(State.AT_RISK, days);
  }

  private static Standing onTime(int days) {
    return new Standing(State.ON_TIME, days);
  }

  private void project(String code, Standing... nodes) {
    var id = UUID.randomUUID();
    rows.add(new Row(id, code, code, "320613005", "320613005", 1, 1, 1, null, null, null, 0, 0, nodes.length > 0));
    for (var node : nodes) {
      cells.add(new ForecastNode(id, UUID.randomUUID(), "320613005", DUE, DUE, DUE.minusDays(node.days()), node.days(), 0,
          node.state(), null, null, null));
    }
  }

  private List<String> order() {
    return new BattleChart(new StoredChart(UUID.randomUUID(), 2022, "", 1, DUE, 7, true, Instant.EPOCH, List.of(), rows,
        cells, null)).rows().stream().map(Row::code).toList();
  }

  @Test
  void severalLateNodesStandAboveOneThatIsALittleLate() {
    project("a little late", late(5), onTime(30), onTime(40));
    project("late in three", late(4), late(4), late(4));
    assertThat(order()).containsExactly("late in three", "a little late");
  }

  @Test
  void deepLatenessStandsAboveManySmallOnes() {
    project("three small", late(2), late(2), late(2));
    project("one deep", late(60), onTime(9), onTime(9));
    assertThat(order()).containsExactly("one deep", "three small");
  }

  @Test
  void withTheSameDaysMoreLateNodesStandAboveAndThenMoreAtRisk() {
    project("one late", late(6), onTime(30));
    project("one late and one at risk", late(6), atRisk(2));
    project("two late", late(3), late(3));
    assertThat(order()).containsExactly("two late", "one late and one at risk", "one late");
  }

  @Test
  void lateIsAboveAtRiskAboveOnTimeAboveNotStartedAboveDone() {
    project("done", new Standing(State.DONE, -40));
    project("not started", new Standing(State.NOT_STARTED, 30));
    project("on time", onTime(20));
    project("at risk", atRisk(0), atRisk(1));
    project("late by a day", late(1));
    assertThat(order()).containsExactly("late by a day", "at risk", "on time", "not started", "done");
  }

  @Test
  void aNodeReachedLateWeighsNoMore() {
    project("was late", new Standing(State.DONE, -50), onTime(10));
    project("at risk", atRisk(7));
    assertThat(order()).containsExactly("at risk", "was late");
  }

  @Test
  void fewerDaysLeftStandAboveAndThenTheCodeDecides() {
    project("2022-003", onTime(12));
    project("2022-002", onTime(12));
    project("2022-001", onTime(13));
    assertThat(order()).containsExactly("2022-002", "2022-003", "2022-001");
  }

  @Test
  void aProjectWithoutAFrozenPlanStandsBelowThoseNotStartedWithOne() {
    project("2022-001");
    project("2022-002", new Standing(State.NOT_STARTED, 100));
    assertThat(order()).containsExactly("2022-002", "2022-001");
  }
}
