package org.xingfuli.engine.scheduling.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.RandomNetworks;
import org.xingfuli.engine.scheduling.Rule;
import org.xingfuli.engine.scheduling.SerialGeneration;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.Verifier;

/** Blocks of a timetable re-optimised; a failing seed stands in the display name. */
class PolishTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aBlockMovesOnlyItsOwnTasksAndMakesThePlanCheaperOrLeavesIt(long seed) {
    Network network = RandomNetworks.any(seed);
    Timetable before = SerialGeneration.of(network, Rule.MIN_SLACK.keys(network));
    BitSet free = new BitSet();
    Random random = new Random(seed);
    for (int k = 0; k < 6; k++) {
      free.set(random.nextInt(network.size()));
    }
    Optional<Timetable> after = Polish.improve(network, Objective.nodes(), before, free, Budget.deterministic(0.1, 1, seed));
    after.ifPresent(timetable -> {
      assertThat(Verifier.violations(network, timetable)).isEmpty();
      assertThat(Objective.nodes().cost(network, timetable)).isLessThan(Objective.nodes().cost(network, before));
      for (int i = free.nextClearBit(0); i < network.size(); i = free.nextClearBit(i + 1)) {
        assertThat(timetable.start(i)).as("task " + i).isEqualTo(before.start(i));
      }
    });
  }

  /** Two projects that want the one crew; whoever goes first, the other waits. Only one of them has a node that matters. */
  @Test
  void aProjectThatIsLateGetsThePlaceOfOneThatIsNot() {
    NetworkBuilder builder = Network.builder();
    int crew = builder.crew(Crew.of("crew", 1));
    for (int p = 0; p < 3; p++) {
      builder.task(Task.of("p" + p, 4).inProject(p).holding(new Demand(crew, 1)));
    }
    builder.node(new Node("M5", 1, 4, 5));
    Network network = builder.build();
    Timetable before = Timetable.of(new int[] {0, 4, 8}, new int[] {4, 8, 12});
    assertThat(new Blocks(network, 2).lateProjects(before)).containsExactly(1);
    BitSet rivals = new Blocks(network, 2).rivals(before, 1, new SplittableRandom(1));
    assertThat(rivals.stream().toArray()).as("the late one and the one before it").containsExactly(0, 1);
    Timetable after = Polish.improve(network, Objective.nodes(), before, rivals, Budget.deterministic(1, 1, 1)).orElseThrow();
    assertThat(List.of(after.start(0), after.start(1), after.start(2))).containsExactly(4, 0, 8);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noBlockHasMoreTasksThanAllowedUnlessOneProjectHas(long seed) {
    Network network = RandomNetworks.any(seed);
    Timetable timetable = SerialGeneration.of(network, Rule.LATEST_START.keys(network));
    var random = new SplittableRandom(seed);
    Blocks blocks = new Blocks(network, 40);
    for (int k = 0; k < 20; k++) {
      assertThat(blocks.next(timetable, random).cardinality()).isBetween(1, 40);
    }
  }

  @Test
  void theSameSeedAndBlocksGiveTheSamePlan() {
    Network network = RandomNetworks.any(7);
    Timetable start = SerialGeneration.of(network, Rule.MIN_SLACK.keys(network));
    var effort = new Polish.Effort(4, 15, 0.05, 1, 7, () -> false, better -> {});
    Timetable once = Polish.run(network, Objective.districtCost(), start, effort);
    assertThat(Polish.run(network, Objective.districtCost(), start, effort)).isEqualTo(once);
    assertThat(Objective.districtCost().cost(network, once))
        .isLessThanOrEqualTo(Objective.districtCost().cost(network, start));
  }
}
