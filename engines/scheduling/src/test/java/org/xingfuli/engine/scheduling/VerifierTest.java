package org.xingfuli.engine.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.kernel.Refusal;

/** Violations planted, violations found. */
class VerifierTest {

  private final Network network = network();
  private final Timetable good = SerialGeneration.of(network, new int[] {0, 1, 2});

  @Test
  void aFeasibleTimetableHasNoViolations() {
    assertThat(Verifier.violations(network, good)).isEmpty();
    assertThat(good).isEqualTo(Timetable.of(new int[] {2, 7, 9}, new int[] {5, 9, 11}));
  }

  @Test
  void aBrokenLinkIsFound() {
    assertThat(codes(7, 9, 8, 10)).containsExactly("schedule.link-broken", "schedule.crew-overloaded");
  }

  @Test
  void aStartBeforeTheReleaseIsFound() {
    assertThat(Verifier.violations(network, Timetable.of(new int[] {1, 7, 9}, new int[] {4, 9, 11})))
        .extracting(Refusal::code).containsExactly("schedule.before-release");
  }

  @Test
  void aStartBeforePeriodZeroAndAFinishAfterTheHorizonAreFound() {
    assertThat(Verifier.violations(network, Timetable.of(new int[] {-1, 7, 29}, new int[] {2, 9, 31})))
        .extracting(Refusal::code).containsExactly("schedule.before-horizon", "schedule.after-horizon");
  }

  @Test
  void aWrongDurationIsFound() {
    assertThat(codes(7, 9, 9, 12)).containsExactly("schedule.wrong-duration");
    assertThat(codes(7, 9, 9, 9)).containsExactly("schedule.wrong-duration");
    assertThat(codes(7, 9, 9, 8)).containsExactly("schedule.wrong-duration");
  }

  @Test
  void anEdgeOutsideTheCalendarIsFound() {
    assertThat(codes(6, 9, 9, 11)).containsExactly("schedule.not-working");
  }

  @Test
  void theOverloadSaysWhichCrewWhenAndByWhom() {
    Refusal overload = Verifier.violations(network, Timetable.of(new int[] {2, 7, 8}, new int[] {5, 9, 10})).getLast();
    assertThat(overload.code()).isEqualTo("schedule.crew-overloaded");
    assertThat(overload.values()).containsAllEntriesOf(
        Map.of("crew", "roofers", "from", 8, "to", 8, "used", 2, "capacity", 1, "tasks", List.of("b", "c")));
  }

  @Test
  void aTimetableOfAnotherNetworkIsFound() {
    assertThat(Verifier.violations(network, Timetable.of(new int[1], new int[1])))
        .extracting(Refusal::code).containsExactly("schedule.wrong-size");
  }

  @Test
  void aChangedFactIsFound() {
    Actuals actuals = new Actuals(5, Map.of(0, new Actuals.Done(1, 5)));
    assertThat(Verifier.violations(network, good, actuals))
        .extracting(Refusal::code).containsExactly("schedule.fact-changed");
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  /** Any task that something binds, moved one working period earlier, breaks something. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTaskPulledForwardInATightScheduleIsAlwaysFound(long seed) {
    Network any = RandomNetworks.any(seed);
    Timetable tight = Scheduler.schedule(any, Objective.makespan()).timetable();
    int[] start = IntStream.range(0, any.size()).map(tight::start).toArray();
    int[] finish = IntStream.range(0, any.size()).map(tight::finish).toArray();
    int task = new Random(seed).nextInt(any.size());
    Calendar calendar = any.calendarOf(task);
    start[task] = any.task(task).duration() == 0 ? start[task] - 1 : calendar.previous(start[task] - 1);
    finish[task] = calendar.finish(start[task], any.task(task).duration());
    assertThat(Verifier.violations(any, Timetable.of(start, finish))).isNotEmpty();
  }

  private List<String> codes(int startB, int finishB, int startC, int finishC) {
    Timetable planted = Timetable.of(new int[] {2, startB, startC}, new int[] {5, finishB, finishC});
    return Verifier.violations(network, planted).stream().map(Refusal::code).toList();
  }

  /** a waits for its release; b and c share the one roofer; c follows b's finish; periods 5 and 6 are a weekend. */
  private static Network network() {
    BitSet working = new BitSet();
    working.set(0, 30);
    working.clear(5, 7);
    NetworkBuilder network = Network.builder().horizon(30);
    network.calendar(Calendar.of(working, 30));
    network.crew(Crew.of("roofers", 1));
    network.task(Task.of("a", 3).notBefore(2));
    network.task(Task.of("b", 2).holding(new Demand(0, 1)));
    network.task(Task.of("c", 2).holding(new Demand(0, 1)));
    network.link(Link.finishToStart(0, 1)).link(Link.finishToStart(1, 2));
    return network.build();
  }
}
