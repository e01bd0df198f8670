package org.xingfuli.engine.scheduling.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;

/** Chance in small cases whose answer is known. */
class RiskTest {

  private static final int MANY = 4_000;

  /** Two estates: a roof of ten days each by one crew, then a test; the first is due on day 12, the second on day 24. */
  private static NetworkBuilder twoRoofs() {
    NetworkBuilder network = Network.builder().horizon(200);
    int crew = network.crew(Crew.of("roofers", 1));
    for (int p = 0; p < 2; p++) {
      int roof = network.task(Task.of("roof " + p, 10).inProject(p).holding(new Demand(crew, 1)));
      int test = network.task(Task.of("test " + p, 1).inProject(p));
      network.link(Link.finishToStart(roof, test)).node(new Node("M3", test, p == 0 ? 12 : 24, 5));
    }
    return network;
  }

  private static Timetable plan(Network network) {
    return Scheduler.schedule(network, Objective.nodes()).timetable();
  }

  private static Rain always(double wet, double spell) {
    double[] share = new double[200];
    double[] stay = new double[200];
    Arrays.fill(share, wet);
    Arrays.fill(stay, Rain.stay(wet, spell));
    return new Rain(share, stay);
  }

  private static RiskResult simulate(Network network, RiskModel model) {
    return Risk.simulate(network, plan(network), Actuals.none(), model, Risk.Effort.of(MANY, 1));
  }

  @Test
  void wetDaysAreAsManyAsTheSeasonSaysAndComeInSpells() {
    Network network = Network.builder().horizon(200).build();
    RiskModel model = RiskModel.certain(network).withRain(always(0.4, 3), new double[0]);
    Chance chance = new Chance(network, model, 0, 1);
    long wet = 0;
    long spells = 0;
    for (int r = 0; r < 500; r++) {
      chance.draw(r);
      wet += chance.wetUntil(200);
      for (int t = 1; t < 200; t++) {
        spells += chance.lightness[t] < 2 && chance.lightness[t - 1] >= 2 ? 1 : 0;
      }
    }
    assertThat(wet / 500.0 / 200).isCloseTo(0.4, within(0.01));
    assertThat((double) wet / spells).as("mean days of a spell").isCloseTo(3, within(0.1));
  }

  @Test
  void aSpreadSaysWhatNineOfTenAreAboveAndBelow() {
    Spread spread = new Spread(0.9, 1.3);
    double[] table = spread.table();
    assertThat(Arrays.stream(table).filter(f -> f < 0.9).count() / 1024.0).isCloseTo(0.1, within(0.001));
    assertThat(Arrays.stream(table).filter(f -> f > 1.3).count() / 1024.0).isCloseTo(0.1, within(0.001));
    assertThat(spread.median()).isCloseTo(1.0817, within(0.0001));
    assertThat(Spread.around(spread.deviation()).deviation()).isCloseTo(spread.deviation(), within(1e-9));
  }

  @Test
  void shortTasksKeepTheirMean() {
    Network network = Network.builder().horizon(50).build();
    NetworkBuilder one = network.toBuilder();
    one.task(Task.of("a day and a half", 3));
    Network with = one.build();
    RiskModel model = RiskModel.certain(with).withProductivity(new Spread(1.1, 1.1), Spread.NONE, Spread.NONE);
    Chance chance = new Chance(with, model, 0, 1);
    long sum = 0;
    for (int r = 0; r < MANY; r++) {
      chance.draw(r);
      sum += chance.duration(0, 3);
    }
    assertThat((double) sum / MANY).isCloseTo(3.3, within(0.03));
  }

  @Test
  void aLateSignatureIsAsLikelyAsSaid() {
    Network network = twoRoofs().build();
    RiskModel model = RiskModel.certain(network)
        .withSignatures(List.of(new Signature("estate 0", 0, 0, 0.3, 5, 9)));
    RiskResult result = simulate(network, model);
    assertThat(result.probability(0)).isCloseTo(0.7, within(0.03));
    // The crew comes to the second roof five to nine days later, and twenty-four leaves three.
    assertThat(result.probability(1)).isCloseTo(0.7, within(0.03));
    assertThat(result.together(0, 1).all()).as("late together").isEqualTo(result.probability(0));
    assertThat(result.together(0, 1).expected()).isCloseTo(1.4, within(0.06));
  }

  @Test
  void theDriverOfARoofIsTheRainWhenOnlyTheRainMoves() {
    Network network = twoRoofs().build();
    RiskModel model = RiskModel.certain(network).withRain(always(0.15, 2), new double[] {1, 0, 1, 0})
        .withProductivity(Spread.NONE, Spread.around(0.0001), Spread.NONE);
    List<Drivers.Driver> drivers = Drivers.of(simulate(network, model), 0, 1);
    Drivers.Driver rain = drivers.getFirst();
    assertThat(rain.kind()).isEqualTo(Drivers.Kind.RAIN);
    assertThat(rain.harshest()).isGreaterThan(rain.kindest());
    assertThat(rain.swing()).isGreaterThan(0.4);
    assertThat(rain.counts()).isTrue();
    assertThat(drivers.stream().filter(d -> d.kind() == Drivers.Kind.TRADE)).noneMatch(Drivers.Driver::counts);
  }

  @Test
  void aSecondCrewSavesTheSecondRoofInTheSameWeatherAndIsRankedByWhatItCosts() {
    Network network = twoRoofs().build();
    Timetable plan = plan(network);
    RiskModel model = RiskModel.certain(network).withRain(always(0.3, 2), new double[] {1, 0, 1, 0});
    NetworkBuilder two = Network.builder().horizon(200);
    two.crew(Crew.of("roofers", 2));
    network.tasks().forEach(two::task);
    network.links().forEach(two::link);
    network.nodes().forEach(two::node);
    Risk.Effort effort = Risk.Effort.of(500, 1);
    RiskResult now = Risk.simulate(network, plan, Actuals.none(), model, effort);
    List<Cures.Verdict> ranked = Cures.ranked(now, plan, Actuals.none(), List.of(
        new Cures.Candidate("nothing", network, model, 0),
        new Cures.Candidate("dear", two.build(), model, 90),
        new Cures.Candidate("cheap", two.build(), model, 30)), effort, 0, 1);
    assertThat(ranked).extracting(verdict -> verdict.candidate().id()).containsExactly("cheap", "dear", "nothing");
    assertThat(ranked.getFirst().gain()).isGreaterThan(0.2);
    assertThat(ranked.getLast().gain()).as("the same chance").isZero();
  }

  @Test
  void whatFindsNoRoomIsBeyondTheHorizonAndLate() {
    NetworkBuilder tight = Network.builder().horizon(12);
    int roof = tight.task(Task.of("roof", 10));
    Network network = tight.node(new Node("M3", roof, 40, 1)).build();
    RiskModel model = RiskModel.certain(network).withProductivity(new Spread(2, 2), Spread.NONE, Spread.NONE);
    RiskResult result = simulate(network, model);
    assertThat(result.probability(0)).isZero();
    assertThat(result.quantile(0.5, 0)).isEqualTo(RiskResult.BEYOND);
  }

  @Test
  void enoughEndsASimulationWithTheReplicationsThereAre() {
    Network network = twoRoofs().build();
    AtomicInteger asked = new AtomicInteger();
    RiskResult result = Risk.simulate(network, plan(network), Actuals.none(), RiskModel.certain(network),
        new Risk.Effort(MANY, 2, 1, () -> asked.incrementAndGet() > 5));
    assertThat(result.replications()).isBetween(8, 100);
    assertThat(result.probability(0)).isEqualTo(1);
  }

  @Test
  void theFanRisesWithTimeAndTheHistogramHoldsEveryFinish() {
    Network network = twoRoofs().build();
    RiskModel model = RiskModel.certain(network).withRain(always(0.3, 2), new double[] {1, 0, 1, 0});
    RiskResult result = simulate(network, model);
    int[] periods = {0, 10, 15, 20, 25, 30, 60, 200};
    double[][] fan = result.fan(new double[] {0.1, 0.5, 0.9}, periods, 0, 1);
    for (int p = 0; p < periods.length; p++) {
      assertThat(fan[0][p]).isLessThanOrEqualTo(fan[1][p]);
      assertThat(fan[1][p]).isLessThanOrEqualTo(fan[2][p]);
      assertThat(p == 0 ? 0 : fan[1][p - 1]).isLessThanOrEqualTo(fan[1][p]);
    }
    assertThat(fan[1][periods.length - 1]).isEqualTo(1);
    assertThat(Arrays.stream(result.histogram(10, 40, 0, 1)).sum()).isEqualTo(2 * MANY);
    int[] quantiles = result.quantiles(new double[] {0.1, 0.5, 0.8, 0.9}, 0, 1);
    assertThat(quantiles).isSorted();
  }
}
