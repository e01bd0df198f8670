package org.xingfuli.engine.scheduling.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.RandomNetworks;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.Verifier;
import org.xingfuli.engine.scheduling.exact.Budget;
import org.xingfuli.engine.scheduling.exact.CpSat;

/** Why a node fails and what saves it; a failing seed stands in the display name. */
class FailingNodeTest {

  private static final FailingNode.Effort EFFORT = new FailingNode.Effort(300, 1, 1, 1, () -> false);

  private static Explanation explain(Network network, int node) {
    return FailingNode.explain(network, Scheduler.schedule(network, Objective.nodes()).timetable(), node, EFFORT);
  }

  @Test
  void aPermitAndTheWorkAfterItAreAChainThatNoCrewCanShorten() {
    NetworkBuilder builder = Network.builder();
    builder.task(Task.of("clear", 5).notBefore(10));
    builder.task(Task.of("cure", 3));
    builder.task(Task.of("roof", 4));
    Link first = new Link(0, 1, Link.Kind.FS, 2);
    Link second = Link.finishToStart(1, 2);
    builder.link(first).link(second);
    Node node = new Node("M3", 2, 20, 5);
    Explanation why = explain(builder.node(node).build(), 0);
    assertThat(why.kind()).isEqualTo(Explanation.Kind.CHAIN);
    assertThat(why.facts()).containsExactly(new Fact.Release(0, 10), new Fact.Takes(0, 5, 0), new Fact.Waits(first),
        new Fact.Takes(1, 3, 0), new Fact.Waits(second), new Fact.Takes(2, 4, 0), new Fact.Due(node));
    assertThat(why.cures()).singleElement().isInstanceOfSatisfying(Cure.LaterDate.class, later -> {
      assertThat(later.periods()).as("10 + 5 + 2 + 3 + 4 is 24").isEqualTo(4);
      assertThat(later.cost()).isEqualTo(20);
    });
  }

  @Test
  void aCrewWithMoreWorkThanAWindowHoldsIsNamedWithTheWindow() {
    NetworkBuilder builder = Network.builder();
    int crew = builder.crew(Crew.of("roofers", 1));
    for (int i = 0; i < 3; i++) {
      builder.task(Task.of("roof" + i, 4).inProject(i).holding(new Demand(crew, 1)));
      builder.node(new Node("M3", i, 10, 5));
    }
    Network network = builder.build();
    Timetable plan = Timetable.of(new int[] {0, 4, 8}, new int[] {4, 8, 12});
    Explanation why = FailingNode.explain(network, plan, 2, EFFORT);
    assertThat(why.kind()).isEqualTo(Explanation.Kind.ENERGY);
    assertThat(why.facts()).contains(new Fact.Energy(crew, 0, 10, 12, 10, List.of(0, 1, 2)))
        .contains(new Fact.Due(network.nodes().get(0)), new Fact.Due(network.nodes().get(1)), new Fact.Due(network.nodes().get(2)));
    assertThat(why.cures()).first().isInstanceOfSatisfying(Cure.MoreCrew.class, more -> {
      assertThat(more.extra()).isEqualTo(1);
      assertThat(more.crewDays()).isBetween(2L, 12L);
    });
    assertThat(why.cures()).last().isInstanceOfSatisfying(Cure.LaterDate.class,
        later -> assertThat(later.periods()).isEqualTo(2));
    keptByEveryCure(why);
  }

  /** Six units of three fit three times over nine periods; their work alone would fit into seven. */
  @Test
  void whatNoWindowShowsIsAConflictOfWhichNothingCanBeLeftOut() {
    NetworkBuilder builder = Network.builder();
    int pairs = builder.crew(Crew.of("pairs", 3));
    int idle = builder.crew(Crew.of("idle", 5));
    for (int i = 0; i < 3; i++) {
      builder.task(Task.of("t" + i, 3).holding(new Demand(pairs, 2), new Demand(idle, 1)));
      builder.link(Link.finishToStart(i, 3));
      if (i == 2) {
        builder.task(Task.of("done", 0));
      }
    }
    Node node = new Node("M5", 3, 8, 1);
    Explanation why = explain(builder.node(node).build(), 0);
    assertThat(why.kind()).isEqualTo(Explanation.Kind.CONFLICT);
    assertThat(why.smallest()).isTrue();
    assertThat(why.facts()).containsExactly(new Fact.CrewSize(pairs), new Fact.Due(node));
    assertThat(why.cures()).hasSize(2);
    keptByEveryCure(why);
  }

  @Test
  void aNodeThatThePlanOnlyMissedIsCuredByAnotherOrder() {
    NetworkBuilder builder = Network.builder();
    int crew = builder.crew(Crew.of("crew", 1));
    builder.task(Task.of("other", 4).inProject(1).holding(new Demand(crew, 1)));
    builder.task(Task.of("mine", 4).holding(new Demand(crew, 1)));
    Network network = builder.node(new Node("M1", 1, 4, 1)).build();
    Explanation why = FailingNode.explain(network, Timetable.of(new int[] {0, 4}, new int[] {4, 8}), 0, EFFORT);
    assertThat(why.kind()).isEqualTo(Explanation.Kind.NONE);
    keptByEveryCure(why);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aNodeThatIsSaidToFailCannotBeKeptAndEveryCureKeepsIt(long seed) {
    Network network = RandomNetworks.any(seed);
    Timetable plan = Scheduler.schedule(network, Objective.nodes()).timetable();
    var effort = new FailingNode.Effort(100, 0.1, 1, seed, () -> false);
    for (int n = 0; n < network.nodes().size(); n++) {
      Explanation why = FailingNode.explain(network, plan, n, effort);
      keptByEveryCure(why);
      if (why.kind() == Explanation.Kind.CHAIN || why.kind() == Explanation.Kind.ENERGY) {
        BitSet all = new BitSet();
        all.set(0, network.size());
        int[] deadlines = new int[network.size()];
        Arrays.fill(deadlines, network.horizon());
        why.facts().stream().filter(Fact.Due.class::isInstance).map(Fact.Due.class::cast).map(Fact.Due::node)
            .forEach(node -> deadlines[node.task()] = Math.min(deadlines[node.task()], node.due()));
        assertThat(CpSat.within(network, all, null, deadlines, Budget.deterministic(2, 1, seed)).timetable())
            .as(why.toString()).isNull();
      }
    }
  }

  private static void keptByEveryCure(Explanation why) {
    assertThat(why.cures()).isNotEmpty();
    for (Cure cure : why.cures()) {
      assertThat(Verifier.violations(cure.network(), cure.timetable())).isEmpty();
      int due = why.node().due() + (cure instanceof Cure.LaterDate later ? later.periods() : 0);
      assertThat(cure.timetable().finish(why.node().task())).isLessThanOrEqualTo(due);
    }
  }
}
