package org.xingfuli.engine.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One rule at a time, on dates one can count on fingers. Period 0 is a Monday where weeks matter. */
class ExactDatesTest {

  private static final int HORIZON = 60;

  private final NetworkBuilder network = Network.builder().horizon(HORIZON);

  @Test
  void finishToStartWaitsForTheFinishAndItsLag() {
    pair(Link.Kind.FS, 2, 3, 4);
    assertEarliest(1, 5, 9);
  }

  @Test
  void aNegativeLagLetsTheSuccessorOverlap() {
    pair(Link.Kind.FS, -2, 5, 4);
    assertEarliest(1, 3, 7);
  }

  @Test
  void startToStartCountsFromTheStart() {
    pair(Link.Kind.SS, 2, 9, 4);
    assertEarliest(1, 2, 6);
  }

  @Test
  void finishToFinishShiftsTheSuccessorAndDoesNotStretchIt() {
    pair(Link.Kind.FF, 1, 9, 4);
    assertEarliest(1, 6, 10);
  }

  @Test
  void startToFinishBindsTheFinishToTheStart() {
    pair(Link.Kind.SF, 7, 9, 4);
    assertEarliest(1, 3, 7);
  }

  @Test
  void aTaskPausesAtTheWeekend() {
    network.calendar(weekdays());
    network.task(Task.of("a", 7));
    assertEarliest(0, 0, 9);
  }

  @Test
  void aTaskDoesNotStartAtTheWeekend() {
    network.calendar(weekdays());
    network.task(Task.of("a", 1).notBefore(5));
    assertEarliest(0, 7, 8);
  }

  @Test
  void lagsRunThroughTheWeekend() {
    network.calendar(weekdays());
    pair(Link.Kind.FS, 3, 4, 1);
    assertEarliest(1, 7, 8);
  }

  @Test
  void finishToFinishOnWeekdaysStartsEarlyEnoughForItsWork() {
    network.calendar(weekdays());
    pair(Link.Kind.FF, 0, 8, 3);
    assertEarliest(0, 0, 10);
    assertEarliest(1, 7, 10);
  }

  @Test
  void rainStopsOnlyWhatIsSensitiveToIt() {
    BitSet rain = new BitSet();
    rain.set(1, 3);
    network.rain(rain);
    network.task(Task.of("roof", 3).stoppedByRain());
    network.task(Task.of("paper", 3));
    assertEarliest(0, 0, 5);
    assertEarliest(1, 0, 3);
  }

  @Test
  void aMilestoneIsAnInstantNoCalendarMoves() {
    network.calendar(weekdays());
    pair(Link.Kind.FS, 0, 5, 0);
    assertEarliest(1, 5, 5);
  }

  @Test
  void theLatestSafeStartCountsBackFromTheNode() {
    pair(Link.Kind.FS, 2, 3, 4);
    network.node(new Node("M3", 1, 20, 5));
    Timetable latest = BackwardPass.of(network.build());
    assertThat(latest.start(1)).isEqualTo(16);
    assertThat(latest.finish(0)).isEqualTo(14);
    assertThat(latest.start(0)).isEqualTo(11);
  }

  @Test
  void theLatestSafeStartSkipsTheWeekendBackwards() {
    network.calendar(weekdays());
    network.task(Task.of("a", 2));
    network.node(new Node("M1", 0, 8, 1));
    assertThat(BackwardPass.of(network.build()).start(0)).isEqualTo(4);
  }

  @Test
  void anImpossibleNodeShowsAsNegativeFloat() {
    pair(Link.Kind.FS, 0, 5, 4);
    network.node(new Node("M1", 1, 6, 1));
    Network built = network.build();
    Floats floats = Floats.of(built, ForwardPass.of(built));
    assertThat(floats.total(0)).isEqualTo(-3);
    assertThat(floats.total(1)).isEqualTo(-3);
    assertThat(floats.mustStartBy(0, i -> false)).containsExactly(0);
    assertThat(floats.mustStartBy(2, i -> false)).containsExactly(0, 1);
    assertThat(floats.mustStartBy(2, i -> i == 0)).containsExactly(1);
  }

  @Test
  void freeFloatIsWhatMovesNobodyElse() {
    network.task(Task.of("short", 2));
    network.task(Task.of("long", 6));
    network.task(Task.of("both", 1));
    network.link(Link.finishToStart(0, 2)).link(Link.finishToStart(1, 2)).projectEnd(0, 10);
    Network built = network.build();
    Floats floats = Floats.of(built, ForwardPass.of(built));
    assertThat(floats.free(0)).isEqualTo(4);
    assertThat(floats.free(1)).isZero();
    assertThat(floats.total(1)).isEqualTo(3);
  }

  @Test
  void aSharedCrewServesTheMoreUrgentFirst() {
    network.crew(Crew.of("roofers", 1));
    network.task(Task.of("late", 3).holding(new Demand(0, 1)));
    network.task(Task.of("urgent", 4).holding(new Demand(0, 1)));
    Timetable schedule = SerialGeneration.of(network.build(), new int[] {9, 1});
    assertThat(schedule.start(1)).isZero();
    assertThat(schedule.start(0)).isEqualTo(4);
  }

  @Test
  void aTaskWaitsUntilTheCrewHasGrown() {
    network.crew(new Crew("inspectors", List.of(new Crew.Step(0, 1), new Crew.Step(10, 2))));
    network.task(Task.of("test", 3).holding(new Demand(0, 2)));
    Network built = network.build();
    assertThat(SerialGeneration.of(built, new int[] {0}).start(0)).isEqualTo(10);
    assertThat(ParallelGeneration.of(built, new int[] {0}).start(0)).isEqualTo(10);
    CriticalChain.Binding why = CriticalChain.of(built, SerialGeneration.of(built, new int[] {0}), Actuals.none()).binding(0);
    assertThat(why.cause()).isEqualTo(CriticalChain.Cause.CREW);
    assertThat(why.by()).isEqualTo(-1);
  }

  @Test
  void aCrewIsFreeWhileItsTaskRestsOverTheWeekend() {
    network.calendar(weekdays());
    network.calendar(Calendar.everyPeriod());
    network.crew(Crew.of("gondola", 1));
    network.task(Task.of("weekdays", 7).holding(new Demand(0, 1)));
    network.task(Task.of("anyDay", 2).on(1).holding(new Demand(0, 1)));
    Timetable schedule = SerialGeneration.of(network.build(), new int[] {0, 1});
    assertThat(schedule.start(1)).isEqualTo(5);
  }

  @Test
  void theCriticalChainGoesThroughLinksAndCrews() {
    network.crew(Crew.of("roofers", 1));
    network.task(Task.of("permit", 5));
    network.task(Task.of("roofA", 3).holding(new Demand(0, 1)));
    network.task(Task.of("roofB", 4).holding(new Demand(0, 1)));
    network.task(Task.of("testB", 1));
    network.link(Link.finishToStart(0, 1)).link(Link.finishToStart(0, 2)).link(new Link(2, 3, Link.Kind.FS, 2));
    Network built = network.build();
    Timetable schedule = SerialGeneration.of(built, new int[] {0, 1, 2, 3});
    List<CriticalChain.Binding> chain = CriticalChain.of(built, schedule, Actuals.none()).to(3);
    assertThat(chain).extracting(CriticalChain.Binding::task).containsExactly(0, 1, 2, 3);
    assertThat(chain).extracting(CriticalChain.Binding::cause).containsExactly(CriticalChain.Cause.HORIZON,
        CriticalChain.Cause.PREDECESSOR, CriticalChain.Cause.CREW, CriticalChain.Cause.PREDECESSOR);
  }

  @Test
  void aSlipMovesWhatFollowsAndKeepsTheOrder() {
    network.crew(Crew.of("roofers", 1));
    network.task(Task.of("a", 3).holding(new Demand(0, 1)));
    network.task(Task.of("b", 4).holding(new Demand(0, 1)));
    network.task(Task.of("free", 2));
    Network built = network.build();
    Timetable frozen = SerialGeneration.of(built, new int[] {0, 1, 2});
    Actuals actuals = new Actuals(4, Map.of(0, new Actuals.Underway(0, 2), 2, new Actuals.Done(1, 3)));
    Timetable forecast = Repair.of(built, frozen, actuals);
    assertThat(forecast.finish(0)).isEqualTo(6);
    assertThat(forecast.start(1)).isEqualTo(6);
    assertThat(forecast.start(2)).isEqualTo(1);
    CriticalChain chain = CriticalChain.of(built, forecast, actuals);
    assertThat(chain.to(1)).extracting(CriticalChain.Binding::cause)
        .containsExactly(CriticalChain.Cause.PROGRESS, CriticalChain.Cause.CREW);
  }

  @Test
  void whatHasNotStartedCannotStartInThePast() {
    network.task(Task.of("a", 3));
    Network built = network.build();
    Actuals actuals = new Actuals(7, Map.of());
    Timetable forecast = Repair.of(built, ForwardPass.of(built), actuals);
    assertThat(forecast.start(0)).isEqualTo(7);
    assertThat(CriticalChain.of(built, forecast, actuals).binding(0).cause())
        .isEqualTo(CriticalChain.Cause.DATA_DATE);
  }

  @Test
  void latenessIsWeightedAndHandOverIsSummed() {
    network.task(Task.of("a", 5));
    network.task(Task.of("b", 8).inProject(1));
    network.node(new Node("M1", 0, 3, 10)).node(new Node("M1", 1, 8, 10));
    Network built = network.build();
    assertThat(Score.of(built, ForwardPass.of(built))).isEqualTo(new Score(20, 1, 13, 8));
    assertThat(Objective.districtCost().cost(built, ForwardPass.of(built))).isEqualTo(2013);
  }

  private void pair(Link.Kind kind, int lag, int first, int second) {
    network.task(Task.of("first", first));
    network.task(Task.of("second", second));
    network.link(new Link(0, 1, kind, lag));
  }

  private void assertEarliest(int task, int start, int finish) {
    Network built = network.build();
    Timetable earliest = ForwardPass.of(built);
    assertThat(List.of(earliest.start(task), earliest.finish(task))).containsExactly(start, finish);
    assertThat(Verifier.violations(built, earliest)).isEmpty();
  }

  private static Calendar weekdays() {
    BitSet working = new BitSet();
    for (int t = 0; t < HORIZON; t++) {
      working.set(t, t % 7 < 5);
    }
    return Calendar.of(working, HORIZON);
  }
}
