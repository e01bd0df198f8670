package org.xingfuli.engine.scheduling.levelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.RandomFacts;
import org.xingfuli.engine.scheduling.RandomNetworks;
import org.xingfuli.engine.scheduling.Repair;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Score;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.Verifier;

/** What levelling may and may not do; a failing seed stands in the display name. */
class LevellingLawsTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  private record Case(Network network, Actuals actuals, Levelling.Result result) {
    static Case of(long seed) {
      Network network = RandomNetworks.any(seed);
      Timetable plan = Scheduler.schedule(network, Objective.nodes()).timetable();
      Actuals actuals = seed % 2 == 0 ? Actuals.none() : RandomFacts.slips(network, plan, seed);
      Timetable forecast = Repair.of(network, plan, actuals);
      return new Case(network, actuals, Levelling.of(network, forecast, actuals));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theLevelledTimetableIsFeasible(long seed) {
    Case its = Case.of(seed);
    assertThat(Verifier.violations(its.network(), its.result().timetable(), its.actuals())).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noNodeAndNoProjectEndsLater(long seed) {
    Case its = Case.of(seed);
    its.network().nodes().forEach(node -> assertThat(its.result().timetable().finish(node.task()))
        .as(node.code()).isLessThanOrEqualTo(its.result().before().finish(node.task())));
    int[] ends = Score.projectFinishes(its.network(), its.result().before());
    int[] then = Score.projectFinishes(its.network(), its.result().timetable());
    for (int p = 0; p < ends.length; p++) {
      assertThat(then[p]).as("project " + p).isLessThanOrEqualTo(ends[p]);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSumOfSquaresNeverRisesAndFallsWheneverSomethingMoved(long seed) {
    Levelling.Result result = Case.of(seed).result();
    if (result.shifts().isEmpty()) {
      assertThat(result.squaresAfter()).isEqualTo(result.squaresBefore());
    } else {
      assertThat(result.squaresAfter()).isLessThan(result.squaresBefore());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void levellingOnceMoreChangesNothing(long seed) {
    Case its = Case.of(seed);
    Levelling.Result again = Levelling.of(its.network(), its.result().timetable(), its.actuals());
    assertThat(again.shifts()).isEmpty();
    assertThat(again.timetable()).isEqualTo(its.result().timetable());
  }

  /** Two tasks of two days could run at once with two crews; the second has four days of room, so they run one after the other. */
  @Test
  void aTaskWithRoomWaitsUntilTheCrewIsFree() {
    NetworkBuilder network = Network.builder().horizon(50);
    int crew = network.crew(Crew.of("roofers", 2));
    network.task(Task.of("roof 1", 2).holding(new Demand(crew, 1)));
    network.task(Task.of("roof 2", 2).holding(new Demand(crew, 1)));
    network.task(Task.of("hand-over", 6));
    network.link(new Link(1, 2, Link.Kind.FF, 0));
    Timetable plan = Timetable.of(new int[] {0, 0, 0}, new int[] {2, 2, 6});
    Levelling.Result result = Levelling.of(network.build(), plan, Actuals.none());
    assertThat(result.squaresBefore()).isEqualTo(8);
    assertThat(result.squaresAfter()).isEqualTo(4);
    assertThat(result.shifts()).containsExactly(new Levelling.Shift(0, 0, 2));
    assertThat(result.before()).isEqualTo(plan);
  }
}
