package org.xingfuli.engine.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    Actuals actuals = asPlanned(network, plan, plan.makespan() / 2);
    assertThat(Repair.of(network, plan, actuals)).isEqualTo(plan);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverHappensTheForecastIsFeasible(long seed) {
    Network network = RandomNetworks.any(seed);
    Timetable plan = Scheduler.schedule(network, Objective.nodes()).timetable();
    Actuals actuals = slips(network, plan, seed);
    Timetable forecast = Repair.of(network, plan, actuals);
    assertThat(Verifier.violations(network, forecast, actuals)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyStartHasACauseAndEveryChainARoot(long seed) {
    Network network = RandomNetworks.any(seed);
    Timetable plan = Scheduler.schedule(network, Objective.nodes()).timetable();
    Actuals actuals = slips(network, plan, seed);
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

  /** Everything as planned until the data date. */
  private static Actuals asPlanned(Network network, Timetable plan, int dataDate) {
    Map<Integer, Actuals.Progress> progress = new HashMap<>();
    for (int i = 0; i < network.size(); i++) {
      if (plan.finish(i) <= dataDate) {
        progress.put(i, new Actuals.Done(plan.start(i), plan.finish(i)));
      } else if (plan.start(i) < dataDate) {
        Calendar calendar = network.calendarOf(i);
        int remaining = calendar.index(plan.finish(i)) - calendar.index(dataDate);
        progress.put(i, new Actuals.Underway(plan.start(i), remaining));
      }
    }
    return new Actuals(dataDate, progress);
  }

  /** Some started late, some need longer, some have not started though they should have. */
  private static Actuals slips(Network network, Timetable plan, long seed) {
    Random random = new Random(seed);
    int dataDate = 1 + random.nextInt(Math.max(1, plan.makespan()));
    Map<Integer, Actuals.Progress> progress = new HashMap<>();
    asPlanned(network, plan, dataDate).progress().forEach((task, planned) -> {
      switch (random.nextInt(3)) {
        case 0 -> progress.put(task, planned);
        case 1 -> progress.put(task, new Actuals.Underway(planned.start(), random.nextInt(12)));
        default -> { }
      }
    });
    return new Actuals(dataDate, progress);
  }
}
