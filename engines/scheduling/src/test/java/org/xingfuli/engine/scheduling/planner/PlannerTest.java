package org.xingfuli.engine.scheduling.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.RandomNetworks;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.Verifier;

/** Three layers as one; a failing seed stands in the display name. */
class PlannerTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 6);
  }

  /** Time that passes by being asked for, so that no test waits. */
  private static DoubleSupplier questions(int allowed) {
    AtomicInteger asked = new AtomicInteger();
    return () -> asked.incrementAndGet() / (double) allowed;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aPlanIsFeasibleNoWorseThanTheRulesAndNotBelowItsBound(long seed) {
    Network network = RandomNetworks.any(seed);
    for (Objective objective : List.of(Objective.makespan(), Objective.nodes(), Objective.districtCost())) {
      Plan plan = new Planner(network, objective).run(new Planner.Effort(1, seed, questions(150)));
      assertThat(Verifier.violations(network, plan.timetable())).isEmpty();
      assertThat(plan.cost()).isEqualTo(objective.cost(network, plan.timetable()));
      assertThat(plan.cost()).isLessThanOrEqualTo(Scheduler.schedule(network, objective).cost());
      assertThat(plan.lowerBound()).isLessThanOrEqualTo(plan.cost());
    }
  }

  /** Three pairs of crews of two: the critical path says 6, the crew's work 8, and only 9 can be had. */
  @Test
  void whatNoSimpleBoundProvesIsProvedByCpSat() {
    NetworkBuilder builder = Network.builder();
    int crew = builder.crew(Crew.of("crew", 3));
    for (int i = 0; i < 3; i++) {
      builder.task(Task.of("two" + i, 3).holding(new Demand(crew, 2)));
    }
    builder.task(Task.of("one", 4).holding(new Demand(crew, 1)));
    builder.task(Task.of("after", 2));
    builder.link(Link.finishToStart(3, 4));
    Network network = builder.build();
    assertThat(Planner.bound(network, Objective.makespan())).isEqualTo(8);
    Planner planner = new Planner(network, Objective.makespan());
    Plan plan = planner.run(new Planner.Effort(2, 1, questions(1_000_000)));
    assertThat(plan.cost()).isEqualTo(9);
    assertThat(plan.optimal()).isTrue();
    assertThat(plan.absent()).isEmpty();
    assertThat(planner.best()).isNotNull();
  }

  @Test
  void aMeasureOfOnesOwnIsSearchedWithoutABound() {
    Network network = RandomNetworks.any(2);
    Objective starts = (its, timetable) -> {
      long sum = 0;
      for (int i = 0; i < its.size(); i++) {
        sum += timetable.start(i);
      }
      return sum;
    };
    Plan plan = new Planner(network, starts).run(new Planner.Effort(1, 1, questions(50)));
    assertThat(plan.optimal()).isFalse();
    assertThat(plan.cost()).isLessThanOrEqualTo(Scheduler.schedule(network, starts).cost());
  }

  @Test
  void withNoTimeTheRulesAnswerAlone() {
    Network network = RandomNetworks.any(4);
    Plan plan = new Planner(network, Objective.nodes()).run(new Planner.Effort(1, 1, () -> 1));
    Timetable rules = Scheduler.schedule(network, Objective.nodes()).timetable();
    assertThat(plan.timetable()).isEqualTo(rules);
  }
}
