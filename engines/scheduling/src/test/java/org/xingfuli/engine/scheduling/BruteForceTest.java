package org.xingfuli.engine.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.kernel.Refused;

/** Tiny networks, every timetable tried: the verifier alone says which are feasible. */
class BruteForceTest {

  private static final int HORIZON = 14;
  private static final int TASKS = 4;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theForwardPassIsTheEarliestOfAllTimetablesWithoutCrews(long seed) {
    Network network = tiny(seed, false);
    int[] earliest = new int[TASKS];
    Arrays.fill(earliest, Integer.MAX_VALUE);
    EveryTimetable.feasible(network, timetable -> {
      for (int i = 0; i < TASKS; i++) {
        earliest[i] = Math.min(earliest[i], timetable.start(i));
      }
    });
    Timetable pass = ForwardPass.of(network);
    if (pass.makespan() <= HORIZON) {
      for (int i = 0; i < TASKS; i++) {
        assertThat(pass.start(i)).as("task " + i).isEqualTo(earliest[i]);
      }
    } else {
      assertThat(earliest[0]).isEqualTo(Integer.MAX_VALUE);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void someOrderOfSerialGenerationReachesTheShortestMakespanAndTheBoundNeverExceedsIt(long seed) {
    Network network = tiny(seed, true);
    int[] shortest = {Integer.MAX_VALUE};
    EveryTimetable.feasible(network, timetable -> shortest[0] = Math.min(shortest[0], timetable.makespan()));
    if (shortest[0] == Integer.MAX_VALUE) {
      return;
    }
    int best = Integer.MAX_VALUE;
    for (int[] keys : permutations()) {
      try {
        best = Math.min(best, SerialGeneration.of(network, keys).makespan());
      } catch (Refused tooLong) {
        assertThat(tooLong.refusals().getFirst().code()).isEqualTo("schedule.horizon-too-short");
      }
    }
    assertThat(best).isEqualTo(shortest[0]);
    assertThat(LowerBounds.makespan(network)).isLessThanOrEqualTo(shortest[0]);
  }

  /** Only finish-to-start links: with the others the shortest schedule need not be reachable by any order. */
  private static Network tiny(long seed, boolean crews) {
    Random random = new Random(seed);
    NetworkBuilder network = Network.builder().horizon(HORIZON);
    BitSet working = new BitSet();
    for (int t = 0; t < HORIZON; t++) {
      working.set(t, random.nextInt(4) > 0);
    }
    network.calendar(Calendar.of(working, HORIZON));
    network.calendar(Calendar.everyPeriod());
    network.crew(new Crew("crew", List.of(new Crew.Step(0, 2), new Crew.Step(3, 1), new Crew.Step(5, 3))));
    for (int i = 0; i < TASKS; i++) {
      Task task = Task.of("t" + i, random.nextInt(4)).on(random.nextInt(2)).notBefore(random.nextInt(3));
      network.task(crews && random.nextInt(4) > 0 ? task.holding(new Demand(0, 1 + random.nextInt(2))) : task);
    }
    for (int i = 1; i < TASKS; i++) {
      if (random.nextInt(3) > 0) {
        Link.Kind kind = crews ? Link.Kind.FS : Link.Kind.ALL[random.nextInt(4)];
        network.link(new Link(random.nextInt(i), i, kind, random.nextInt(4) - (crews ? 0 : 1)));
      }
    }
    return network.build();
  }

  private static List<int[]> permutations() {
    ArrayList<int[]> all = new ArrayList<>();
    for (int code = 0; code < 256; code++) {
      int[] keys = {code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6 & 3};
      if (Arrays.stream(keys).distinct().count() == 4) {
        all.add(keys);
      }
    }
    return all;
  }
}
