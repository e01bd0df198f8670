package org.xingfuli.engine.scheduling.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.RandomNetworks;
import org.xingfuli.engine.scheduling.Rule;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.SerialGeneration;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.Verifier;

/** What must hold for every network; a failing seed stands in the display name. */
class CpSatLawsTest {

  private static final double WORK = 0.05;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  private static Objective objective(long seed) {
    return List.of(Objective.makespan(), Objective.nodes(), Objective.districtCost()).get((int) (seed % 3));
  }

  @Test
  void theNativeLibraryIsThereWhereTestsRun() {
    assertThat(CpSat.fault()).isEmpty();
    assertThat(CpSat.available()).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aBoundNeverExceedsTheCostOfAnyTimetable(long seed) {
    Network network = RandomNetworks.any(seed);
    Objective objective = objective(seed);
    Proof proof = CpSat.solve(network, objective, null, Budget.deterministic(WORK, 1, seed));
    assertThat(proof.infeasible()).isFalse();
    for (Rule rule : Rule.values()) {
      Timetable serial = SerialGeneration.of(network, rule.keys(network));
      assertThat(proof.lowerBound()).as(rule.toString()).isLessThanOrEqualTo(objective.cost(network, serial));
    }
    var effort = new Scheduler.Effort(300, 1, seed, () -> false);
    assertThat(proof.lowerBound()).isLessThanOrEqualTo(Scheduler.schedule(network, objective, effort).cost());
    assertThat(proof.lowerBound()).isLessThanOrEqualTo(proof.cost());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatItFindsIsFeasibleAndNeverWorseThanWhereItBegan(long seed) {
    Network network = RandomNetworks.any(seed);
    Objective objective = objective(seed);
    Scheduler.Result start = Scheduler.schedule(network, objective);
    Proof proof = CpSat.solve(network, objective, start.timetable(), Budget.deterministic(WORK, 1, seed));
    assertThat(proof.cost()).isLessThanOrEqualTo(start.cost());
    assertThat(proof.timetable()).isNotNull();
    assertThat(Verifier.violations(network, proof.timetable())).isEmpty();
    assertThat(objective.cost(network, proof.timetable())).isEqualTo(proof.cost());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSameSeedAndWorkGiveTheSameAnswerOnOneThreadAndOnTwo(long seed) {
    Network network = RandomNetworks.any(seed);
    for (int workers = 1; workers <= 2; workers++) {
      Budget budget = Budget.deterministic(WORK / 4, workers, seed);
      Proof once = CpSat.solve(network, objective(seed), null, budget);
      Proof again = CpSat.solve(network, objective(seed), null, budget);
      assertThat(again).as(workers + " workers").isEqualTo(once);
    }
  }

  @Test
  void whoHasEnoughGetsTheBestSoFar() {
    Network network = RandomNetworks.any(3);
    Timetable start = Scheduler.schedule(network, Objective.nodes()).timetable();
    Proof proof = CpSat.solve(network, Objective.nodes(), start, Budget.seconds(60, 1, 1).until(() -> true));
    assertThat(proof.timetable()).isNotNull();
    assertThat(proof.cost()).isLessThanOrEqualTo(Objective.nodes().cost(network, start));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyBetterTimetableIsToldAndTheLastOneIsTheAnswer(long seed) {
    Network network = RandomNetworks.any(seed);
    Timetable start = SerialGeneration.of(network, Rule.MIN_SLACK.keys(network));
    List<Timetable> told = Collections.synchronizedList(new ArrayList<>(List.of(start)));
    Proof proof = CpSat.solve(network, Objective.makespan(), start, Budget.deterministic(WORK, 1, 1).telling(told::add));
    List<Integer> costs = told.stream().map(Timetable::makespan).toList();
    assertThat(costs).isSortedAccordingTo(Collections.reverseOrder()).doesNotHaveDuplicates();
    assertThat(told.getLast()).isEqualTo(proof.timetable());
    told.forEach(t -> assertThat(Verifier.violations(network, t)).isEmpty());
  }

  @Test
  void anInterruptEndsTheSearchAndStaysAnInterrupt() {
    Network network = RandomNetworks.any(new Random(1).nextInt(100));
    Thread.currentThread().interrupt();
    Proof proof = CpSat.solve(network, Objective.makespan(), null, Budget.seconds(60, 1, 1));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(proof.lowerBound()).isPositive();
  }
}
