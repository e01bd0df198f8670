package org.xingfuli.engine.scheduling.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.engine.scheduling.Calendar;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.EveryTimetable;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Verifier;

/** CP-SAT against every timetable of tiny networks: all kinds of links, calendars, rain, crews that come and go, nodes. */
class CpSatBruteForceTest {

  private static final int HORIZON = 13;
  private static final int TASKS = 4;

  private static final List<Objective> OBJECTIVES = List.of(Objective.makespan(), Objective.nodes(), Objective.districtCost());

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOptimumOfEveryObjectiveIsTheBestOfAllTimetables(long seed) {
    Network network = tiny(seed);
    long[] best = new long[OBJECTIVES.size()];
    Arrays.fill(best, Long.MAX_VALUE);
    EveryTimetable.feasible(network, timetable -> {
      for (int k = 0; k < best.length; k++) {
        best[k] = Math.min(best[k], OBJECTIVES.get(k).cost(network, timetable));
      }
    });
    for (int k = 0; k < best.length; k++) {
      Proof proof = CpSat.solve(network, OBJECTIVES.get(k), null, Budget.deterministic(5, 1, seed));
      if (best[k] == Long.MAX_VALUE) {
        assertThat(proof.infeasible()).as(k + " has no timetable").isTrue();
      } else {
        assertThat(proof.optimal()).as(k + " proved").isTrue();
        assertThat(proof.cost()).as(k + " cost").isEqualTo(best[k]);
        assertThat(proof.lowerBound()).as(k + " bound").isEqualTo(best[k]);
        assertThat(Verifier.violations(network, proof.timetable())).isEmpty();
      }
    }
  }

  private static Network tiny(long seed) {
    Random random = new Random(seed);
    NetworkBuilder network = Network.builder().horizon(HORIZON);
    BitSet working = new BitSet();
    BitSet rain = new BitSet();
    for (int t = 0; t < HORIZON; t++) {
      working.set(t, random.nextInt(4) > 0);
      rain.set(t, random.nextInt(4) == 0);
    }
    network.calendar(Calendar.of(working, HORIZON));
    network.calendar(Calendar.everyPeriod());
    network.rain(rain);
    network.crew(new Crew("steps", List.of(new Crew.Step(0, 2), new Crew.Step(4, 1), new Crew.Step(6, 3))));
    network.crew(Crew.of("two", 2));
    // Of half the networks every task works on one calendar: its crews then count its working periods.
    boolean mixed = random.nextBoolean();
    int calendar = random.nextInt(2);
    boolean dry = random.nextBoolean();
    for (int i = 0; i < TASKS; i++) {
      Task task = Task.of("t" + i, random.nextInt(4)).on(mixed ? random.nextInt(2) : calendar)
          .inProject(random.nextInt(2)).notBefore(random.nextInt(3));
      task = (mixed ? random.nextBoolean() : dry) ? task.stoppedByRain() : task;
      network.task(switch (random.nextInt(4)) {
        case 0 -> task;
        case 1 -> task.holding(new Demand(0, 1), new Demand(1, 1 + random.nextInt(2)));
        default -> task.holding(new Demand(random.nextInt(2), 1 + random.nextInt(2)));
      });
    }
    for (int i = 1; i < TASKS; i++) {
      if (random.nextInt(3) > 0) {
        network.link(new Link(random.nextInt(i), i, Link.Kind.values()[random.nextInt(4)], random.nextInt(4) - 1));
      }
    }
    for (int n = 0; n < 2; n++) {
      network.node(new Node("M" + n, random.nextInt(TASKS), 2 + random.nextInt(6), random.nextInt(4)));
    }
    return network.build();
  }
}
