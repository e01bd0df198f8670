package org.xingfuli.engine.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every network; a failing seed stands in the display name. */
class SchedulingLawsTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 150);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyGenerationUnderEveryRuleIsFeasible(long seed) {
    Network network = RandomNetworks.any(seed);
    for (Rule rule : Rule.values()) {
      int[] keys = rule.keys(network);
      assertThat(Verifier.violations(network, SerialGeneration.of(network, keys))).as("serial " + rule).isEmpty();
      assertThat(Verifier.violations(network, ParallelGeneration.of(network, keys))).as("parallel " + rule).isEmpty();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theBackwardPassIsTheForwardPassOfTheMirroredNetworkAndCalendar(long seed) {
    Network network = RandomNetworks.any(seed);
    Timetable latest = BackwardPass.of(network);
    Timetable mirrored = ForwardPass.of(network.mirrored());
    for (int i = 0; i < network.size(); i++) {
      assertThat(latest.start(i)).as("task " + i).isEqualTo(RandomNetworks.HORIZON - mirrored.finish(i));
      assertThat(latest.finish(i)).as("task " + i).isEqualTo(RandomNetworks.HORIZON - mirrored.start(i));
    }
  }

  /** A task whose finish is bound by a link starts earlier when it gets longer; the law is for those whose start is. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void withoutCrewsALongerTaskNeverMakesAnyDateEarlier(long seed) {
    Network network = RandomNetworks.any(seed);
    int longer = any(network, seed, i -> network.links().stream()
        .noneMatch(l -> l.to() == i && (l.kind() == Link.Kind.FF || l.kind() == Link.Kind.SF)));
    Timetable before = ForwardPass.of(network);
    Timetable after = ForwardPass.of(lengthened(network, longer, seed));
    for (int i = 0; i < network.size(); i++) {
      assertThat(after.start(i)).as("task " + i).isGreaterThanOrEqualTo(before.start(i));
      assertThat(after.finish(i)).as("task " + i).isGreaterThanOrEqualTo(before.finish(i));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void withoutCrewsALongerTaskNeverMakesALatestSafeStartLater(long seed) {
    Network network = RandomNetworks.any(seed);
    int longer = any(network, seed, i -> network.links().stream()
        .noneMatch(l -> l.from() == i && (l.kind() == Link.Kind.SS || l.kind() == Link.Kind.SF)));
    Timetable before = BackwardPass.of(network);
    Timetable after = BackwardPass.of(lengthened(network, longer, seed));
    for (int i = 0; i < network.size(); i++) {
      assertThat(after.start(i)).as("task " + i).isLessThanOrEqualTo(before.start(i));
    }
  }

  private static int any(Network network, long seed, IntPredicate fitting) {
    int[] candidates = IntStream.range(0, network.size()).filter(fitting).toArray();
    return candidates[new Random(seed).nextInt(candidates.length)];
  }

  private static Network lengthened(Network network, int task, long seed) {
    int duration = network.task(task).duration() + 1 + new Random(seed).nextInt(5);
    return network.toBuilder().replace(task, network.task(task).lasting(duration)).build();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void capacityFreeDatesDoNotDependOnTheOrderOfInput(long seed) {
    Network network = RandomNetworks.any(seed);
    int[] place = RandomNetworks.shuffled(network.size(), new Random(seed));
    Network other = RandomNetworks.reordered(network, place);
    Timetable earliest = ForwardPass.of(network);
    Timetable latest = BackwardPass.of(network);
    Timetable otherEarliest = ForwardPass.of(other);
    Timetable otherLatest = BackwardPass.of(other);
    for (int i = 0; i < network.size(); i++) {
      assertThat(otherEarliest.start(place[i])).isEqualTo(earliest.start(i));
      assertThat(otherLatest.start(place[i])).isEqualTo(latest.start(i));
    }
  }

  /** Ties between equal keys go by index, so the keys themselves must differ for the order of input not to matter. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void schedulesDoNotDependOnTheOrderOfInputWhenUrgenciesDiffer(long seed) {
    Network network = RandomNetworks.any(seed);
    int size = network.size();
    int[] place = RandomNetworks.shuffled(size, new Random(seed));
    int[] keys = RandomNetworks.shuffled(size, new Random(seed + 1));
    int[] otherKeys = new int[size];
    for (int i = 0; i < size; i++) {
      otherKeys[place[i]] = keys[i];
    }
    Network other = RandomNetworks.reordered(network, place);
    Timetable serial = SerialGeneration.of(network, keys);
    Timetable otherSerial = SerialGeneration.of(other, otherKeys);
    Timetable parallel = ParallelGeneration.of(network, keys);
    Timetable otherParallel = ParallelGeneration.of(other, otherKeys);
    for (int i = 0; i < size; i++) {
      assertThat(otherSerial.start(place[i])).isEqualTo(serial.start(i));
      assertThat(otherParallel.start(place[i])).isEqualTo(parallel.start(i));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void startingEverythingAtItsLatestSafeStartKeepsEveryNodeThatCanBeKept(long seed) {
    NetworkBuilder builder = RandomNetworks.builder(seed);
    builder.crews.clear();
    builder.tasks.replaceAll(task -> new Task(task.name(), task.project(), task.duration(), task.calendar(),
        0, task.rainSensitive(), List.of()));
    builder.nodes.replaceAll(node -> new Node(node.code(), node.task(), node.due() + 400, node.weight()));
    Network network = builder.build();
    Timetable latest = BackwardPass.of(network);
    assertThat(Verifier.violations(network, latest)).isEmpty();
    assertThat(Score.of(network, latest).lateNodes()).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void oneWorkingPeriodLaterThanTheLatestSafeStartLosesANodeOrAnEnd(long seed) {
    Network network = RandomNetworks.any(seed);
    Timetable latest = BackwardPass.of(network);
    int task = new Random(seed).nextInt(network.size());
    int next = network.duration[task] == 0 ? latest.start(task) + 1 : network.calendar[task].next(latest.start(task) + 1);
    if (network.calendar[task].finish(next, network.duration[task]) > RandomNetworks.HORIZON) {
      return;
    }
    NetworkBuilder late = network.toBuilder();
    for (int i = 0; i < network.size(); i++) {
      late.replace(i, new Task("", network.task(i).project(), network.task(i).duration(), network.task(i).calendar(),
          i == task ? Math.max(0, next) : 0, network.task(i).rainSensitive(), List.of()));
    }
    Network delayed = late.build();
    Timetable forced = ForwardPass.of(delayed);
    boolean lost = Score.of(delayed, forced).lateNodes() > 0 || forced.makespan() > RandomNetworks.HORIZON;
    assertThat(lost).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noScheduleIsEarlierThanTheForwardPassNorShorterThanTheBound(long seed) {
    Network network = RandomNetworks.any(seed);
    Timetable earliest = ForwardPass.of(network);
    Timetable schedule = Scheduler.schedule(network, Objective.makespan()).timetable();
    for (int i = 0; i < network.size(); i++) {
      assertThat(schedule.start(i)).isGreaterThanOrEqualTo(earliest.start(i));
    }
    assertThat(schedule.makespan()).isGreaterThanOrEqualTo(LowerBounds.makespan(network));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSameSeedGivesTheSameScheduleAndMoreSamplesNeverAWorseOne(long seed) {
    Network network = RandomNetworks.any(seed);
    Scheduler.Effort few = new Scheduler.Effort(10, 1, seed, () -> false);
    Scheduler.Effort many = new Scheduler.Effort(40, 1, seed, () -> false);
    Scheduler.Result once = Scheduler.schedule(network, Objective.nodes(), few);
    assertThat(Scheduler.schedule(network, Objective.nodes(), few)).isEqualTo(once);
    assertThat(Verifier.violations(network, once.timetable())).isEmpty();
    assertThat(Scheduler.schedule(network, Objective.makespan(), many).cost())
        .isLessThanOrEqualTo(Scheduler.schedule(network, Objective.makespan(), few).cost());
  }
}
