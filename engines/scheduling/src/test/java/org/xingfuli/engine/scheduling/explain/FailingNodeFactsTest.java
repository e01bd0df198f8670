package org.xingfuli.engine.scheduling.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.RandomFacts;
import org.xingfuli.engine.scheduling.RandomNetworks;
import org.xingfuli.engine.scheduling.Repair;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.Verifier;
import org.xingfuli.engine.scheduling.exact.Budget;
import org.xingfuli.engine.scheduling.exact.CpSat;

/** Why a node fails in the middle of the year, when some of it has happened; a failing seed stands in the display name. */
class FailingNodeFactsTest {

  private static final FailingNode.Effort EFFORT = new FailingNode.Effort(300, 1, 1, 1, () -> false);

  @Test
  void aLateRoofIsTheFirstFactOfTheChain() {
    NetworkBuilder builder = Network.builder();
    builder.task(Task.of("roof", 5));
    builder.task(Task.of("tiles", 4).notBefore(2));
    Link link = Link.finishToStart(0, 1);
    Node node = new Node("M3", 1, 10, 5);
    Network network = builder.link(link).node(node).build();
    var actuals = new Actuals(6, Map.of(0, new Actuals.Underway(0, 3)));
    Timetable forecast = Timetable.of(new int[] {0, 9}, new int[] {9, 13});
    Explanation why = FailingNode.explain(network, forecast, actuals, 0, EFFORT);
    assertThat(why.kind()).isEqualTo(Explanation.Kind.CHAIN);
    assertThat(why.facts()).containsExactly(
        new Fact.Begun(0, 0, 9), new Fact.Waits(link), new Fact.Takes(1, 4, 0), new Fact.Due(node));
    assertThat(why.cures()).singleElement().isInstanceOfSatisfying(Cure.LaterDate.class,
        later -> assertThat(later.periods()).isEqualTo(3));
  }

  @Test
  void whatCouldHaveBegunAndHasNotWaitsForToday() {
    NetworkBuilder builder = Network.builder();
    builder.task(Task.of("roof", 5).notBefore(2));
    Node node = new Node("M3", 0, 8, 5);
    Network network = builder.node(node).horizon(40).build();
    Explanation why = FailingNode.explain(
        network, Timetable.of(new int[] {6}, new int[] {11}), new Actuals(6, Map.of()), 0, EFFORT);
    assertThat(why.facts()).containsExactly(new Fact.Today(6), new Fact.Takes(0, 5, 0), new Fact.Due(node));
  }

  @Test
  void aNodeThatIsReachedTooLateIsAFactThatNothingCures() {
    NetworkBuilder builder = Network.builder();
    builder.task(Task.of("roof", 5));
    Node node = new Node("M3", 0, 5, 5);
    Network network = builder.node(node).build();
    Explanation why = FailingNode.explain(network, Timetable.of(new int[] {0}, new int[] {8}),
        new Actuals(9, Map.of(0, new Actuals.Done(0, 8))), 0, EFFORT);
    assertThat(why.facts()).containsExactly(new Fact.Begun(0, 0, 8), new Fact.Due(node));
    assertThat(why.cures()).singleElement().isInstanceOfSatisfying(Cure.LaterDate.class,
        later -> assertThat(later.periods()).isEqualTo(3));
  }

  /** One crew, busy until 8 with what has begun; two roofs of three periods cannot both be done by 12. */
  @Test
  void theCrewThatWorkUnderwayHoldsHasNoRoomInTheWindow() {
    NetworkBuilder builder = Network.builder();
    int crew = builder.crew(Crew.of("roofers", 1));
    builder.task(Task.of("underway", 8).holding(new Demand(crew, 1)));
    for (int i = 1; i <= 2; i++) {
      builder.task(Task.of("roof" + i, 3).inProject(i).holding(new Demand(crew, 1)));
      builder.node(new Node("M3", i, i == 1 ? 11 : 12, 5));
    }
    Network network = builder.build();
    var actuals = new Actuals(4, Map.of(0, new Actuals.Underway(0, 4)));
    Explanation why = FailingNode.explain(
        network, Timetable.of(new int[] {0, 8, 11}, new int[] {8, 11, 14}), actuals, 1, EFFORT);
    assertThat(why.kind()).isEqualTo(Explanation.Kind.ENERGY);
    assertThat(why.facts()).contains(new Fact.Energy(crew, 4, 12, 6, 4, List.of(1, 2)));
    assertThat(why.cures()).first().isInstanceOfSatisfying(Cure.MoreCrew.class, more -> {
      assertThat(more.extra()).isEqualTo(1);
      assertThat(more.from()).isGreaterThanOrEqualTo(4);
    });
    keptByEveryCure(why, actuals);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 30);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatHasBegunStaysAndANodeSaidToFailCannotBeKeptAndEveryCureKeepsIt(long seed) {
    Network network = RandomNetworks.any(seed);
    Timetable plan = Scheduler.schedule(network, Objective.nodes()).timetable();
    Actuals actuals = RandomFacts.slips(network, plan, seed);
    Timetable forecast = Repair.of(network, plan, actuals);
    var effort = new FailingNode.Effort(100, 0.1, 1, seed, () -> false);
    for (int n = 0; n < network.nodes().size(); n++) {
      Explanation why = FailingNode.explain(network, forecast, actuals, n, effort);
      keptByEveryCure(why, actuals);
      why.cures().forEach(cure -> actuals.progress().keySet().forEach(begun -> {
        assertThat(cure.timetable().start(begun)).isEqualTo(forecast.start(begun));
        assertThat(cure.timetable().finish(begun)).isEqualTo(forecast.finish(begun));
      }));
      if (why.kind() == Explanation.Kind.CHAIN || why.kind() == Explanation.Kind.ENERGY) {
        assertThat(kept(network, forecast, actuals, why, seed)).as(why.toString()).isFalse();
      }
    }
  }

  /** Whether CP-SAT finds dates for all that has not begun which keep every due among the facts. */
  private static boolean kept(Network network, Timetable forecast, Actuals actuals, Explanation why, long seed) {
    Remaining left = Remaining.of(network, actuals);
    int[] deadlines = new int[network.size()];
    Arrays.fill(deadlines, network.horizon());
    List<Node> dues = why.facts().stream().filter(Fact.Due.class::isInstance).map(Fact.Due.class::cast).map(Fact.Due::node).toList();
    dues.forEach(node -> deadlines[node.task()] = Math.min(deadlines[node.task()], node.due()));
    BitSet begun = (BitSet) left.open().clone();
    begun.flip(0, network.size());
    boolean byFacts = dues.stream().allMatch(node -> !begun.get(node.task()) || forecast.finish(node.task()) <= node.due());
    return byFacts && CpSat.within(left.network(), left.open(), forecast, deadlines, Budget.deterministic(2, 1, seed))
        .timetable() != null;
  }

  private static void keptByEveryCure(Explanation why, Actuals actuals) {
    assertThat(why.cures()).isNotEmpty();
    for (Cure cure : why.cures()) {
      assertThat(Verifier.violations(cure.network(), cure.timetable(), actuals)).isEmpty();
      int due = why.node().due() + (cure instanceof Cure.LaterDate later ? later.periods() : 0);
      assertThat(cure.timetable().finish(why.node().task())).isLessThanOrEqualTo(due);
    }
  }
}
