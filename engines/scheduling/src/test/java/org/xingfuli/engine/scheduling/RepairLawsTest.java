package org.xingfuli.engine.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The frozen order under facts; a failing seed stands in the display name. */
class RepairLawsTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 150);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aPlanWithoutFactsComesBackUnchanged(long seed) {
    Network network = RandomNetworks.any(seed);
    Timetable plan = Scheduler.schedule(network, Objective.nodes()).timetable();
    assertThat(Repair.of(network, plan, Actuals.none())).isEqualTo(plan);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aPlanFollowedToTheLetterComesBackUnchanged(long seed) {
    Network network = RandomNetworks.any(seed);
    Timetable plan = Scheduler.schedule(network, Objective.nodes()).timetable();
    Actuals actuals = RandomFacts.asPlanned(network, plan, plan.makespan() / 2);
    assertThat(Repair.of(network, plan, actuals)).isEqualTo(plan);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverHappensTheForecastIsFeasible(long seed) {
    Network network = RandomNetworks.any(seed);
    Timetable plan = Scheduler.schedule(network, Objective.nodes()).timetable();
    Actuals actuals = RandomFacts.slips(network, plan, seed);
    Timetable forecast = Repair.of(network, plan, actuals);
    assertThat(Verifier.violations(network, forecast, actuals)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyStartHasACauseAndEveryChainARoot(long seed) {
    Network network = RandomNetworks.any(seed);
    Timetable plan = Scheduler.schedule(network, Objective.nodes()).timetable();
    Actuals actuals = RandomFacts.slips(network, plan, seed);
    Timetable forecast = Repair.of(network, plan, actuals);
    CriticalChain chain = CriticalChain.of(network, forecast, actuals);
    for (int i = 0; i < network.size(); i++) {
      assertThat(chain.binding(i).cause()).as("task " + i).isNotEqualTo(CriticalChain.Cause.NOTHING);
      List<CriticalChain.Binding> steps = chain.to(i);
      assertThat(steps.getLast().task()).isEqualTo(i);
      for (int k = 1; k < steps.size(); k++) {
        assertThat(steps.get(k).by()).isEqualTo(steps.get(k - 1).task());
      }
    }
  }
}
