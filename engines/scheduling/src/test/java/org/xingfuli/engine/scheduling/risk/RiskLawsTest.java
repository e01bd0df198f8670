package org.xingfuli.engine.scheduling.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.RandomNetworks;
import org.xingfuli.engine.scheduling.Repair;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.kernel.Refused;

/** What must hold of every simulation; a failing seed stands in the display name. */
class RiskLawsTest {

  private static final int FEW = 40;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 120);
  }

  /** A plan under way: some of it done, some running, with everything left to chance. */
  private record Case(Network network, Timetable frozen, Actuals actuals, RiskModel model) {

    static Case of(long seed) {
      Network network = RandomNetworks.any(seed);
      Timetable frozen = Scheduler.schedule(network, Objective.nodes()).timetable();
      Random random = new Random(seed);
      Actuals actuals = random.nextInt(3) == 0 ? Actuals.none() : facts(network, frozen, random);
      return new Case(network, frozen, actuals, chance(network, frozen, random));
    }

    RiskResult simulate(RiskModel with, int threads) {
      return Risk.simulate(network, frozen, actuals, with, new Risk.Effort(FEW, threads, 7, () -> false));
    }
  }

  private static Actuals facts(Network network, Timetable frozen, Random random) {
    int dataDate = 1 + random.nextInt(Math.max(1, frozen.makespan()));
    Map<Integer, Actuals.Progress> progress = new HashMap<>();
    for (int i = 0; i < network.size(); i++) {
      if (frozen.finish(i) <= dataDate && random.nextInt(5) > 0) {
        progress.put(i, new Actuals.Done(frozen.start(i), frozen.finish(i)));
      } else if (frozen.start(i) < dataDate && random.nextInt(3) > 0) {
        progress.put(i, new Actuals.Underway(frozen.start(i), random.nextInt(9)));
      }
    }
    return new Actuals(dataDate, progress);
  }

  private static RiskModel chance(Network network, Timetable frozen, Random random) {
    double[] sensitivity = new double[network.size()];
    List<Signature> signatures = new ArrayList<>();
    for (int i = 0; i < sensitivity.length; i++) {
      sensitivity[i] = random.nextInt(3) * 0.5;
      if (random.nextInt(6) == 0) {
        signatures.add(new Signature("signature " + i, i, frozen.start(i), 0.5, 2, 9));
      }
    }
    return RiskModel.certain(network)
        .withRain(rain(0.2 + 0.2 * random.nextDouble()), sensitivity)
        .withProductivity(new Spread(0.8, 1.5), Spread.around(0.1), Spread.around(0.08))
        .withSignatures(signatures);
  }

  private static Rain rain(double wet) {
    double[] shares = new double[400];
    double[] stays = new double[400];
    Arrays.fill(shares, wet);
    Arrays.fill(stays, Rain.stay(wet, 2.5));
    return new Rain(shares, stays);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aReplicationIsWhatRepairGivesForTheNetworkInWhichChanceHasSpoken(long seed) {
    Case of = Case.of(seed);
    Replicator replicator = new Replicator(new FrozenOrder(of.network, of.frozen, of.actuals, of.model), of.model, seed);
    for (int r = 0; r < 12; r++) {
      replicator.run(r);
      Timetable forecast;
      try {
        forecast = Replication.of(of.network, of.actuals, of.model, seed, r).forecast(of.frozen);
      } catch (Refused noRoom) {
        assertThat(Arrays.stream(replicator.finish).max().orElseThrow()).as("replication " + r)
            .isGreaterThan(of.network.horizon());
        continue;
      }
      assertThat(Timetable.of(replicator.start, replicator.finish)).as("replication " + r).isEqualTo(forecast);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void withoutChanceEveryProbabilityIsNoughtOrOneAndSaysWhatTheForecastSays(long seed) {
    Case of = Case.of(seed);
    RiskResult result = of.simulate(RiskModel.certain(of.network), 1);
    Timetable forecast = Repair.of(of.network, of.frozen, of.actuals);
    for (int n = 0; n < of.network.nodes().size(); n++) {
      int finish = forecast.finish(of.network.nodes().get(n).task());
      assertThat(result.probability(n)).isEqualTo(finish <= of.network.nodes().get(n).due() ? 1.0 : 0.0);
      assertThat(result.quantile(0.1, n)).isEqualTo(finish).isEqualTo(result.quantile(0.9, n));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theAnswerDoesNotDependOnTheNumberOfThreadsAndASeedGivesItAgain(long seed) {
    Case of = Case.of(seed);
    RiskResult one = of.simulate(of.model, 1);
    RiskResult three = of.simulate(of.model, 3);
    assertThat(three.replications()).isEqualTo(one.replications()).isEqualTo(FEW);
    for (int r = 0; r < FEW; r++) {
      for (int n = 0; n < of.network.nodes().size(); n++) {
        assertThat(three.finish(n, r)).isEqualTo(one.finish(n, r));
      }
      for (int p = 0; p < of.network.projects(); p++) {
        assertThat(three.projectFinish(p, r)).isEqualTo(one.projectFinish(p, r));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aJointProbabilityIsNeverAboveItsWeakestPart(long seed) {
    Case of = Case.of(seed);
    RiskResult result = of.simulate(of.model, 1);
    int[] district = IntStream.range(0, of.network.nodes().size()).toArray();
    for (int part = 1; part <= district.length; part++) {
      int[] street = Arrays.copyOf(district, part);
      double weakest = Arrays.stream(street).mapToDouble(result::probability).min().orElseThrow();
      assertThat(result.together(street).all()).isLessThanOrEqualTo(weakest);
      assertThat(result.together(district).all()).isLessThanOrEqualTo(result.together(street).all());
      assertThat(result.together(street).expected()).isBetween(0.0, (double) part);
    }
  }

  /** A task whose finish is bound may start earlier when it takes longer, so the law is for links to starts. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void withoutCrewsMoreRainNeverRaisesAProbability(long seed) {
    Network network = withoutCrews(RandomNetworks.any(seed));
    Timetable frozen = Scheduler.schedule(network, Objective.nodes()).timetable();
    Random random = new Random(seed);
    double[] sensitivity = random.doubles(network.size()).toArray();
    double[] more = Arrays.stream(sensitivity).map(s -> s + (1 - s) * random.nextDouble()).toArray();
    RiskModel model = RiskModel.certain(network).withProductivity(new Spread(0.8, 1.5), Spread.NONE, Spread.NONE);
    RiskResult dry = simulate(network, frozen, model);
    RiskResult showers = simulate(network, frozen, model.withRain(rain(0.2), sensitivity));
    RiskResult rain = simulate(network, frozen, model.withRain(rain(0.4), sensitivity));
    RiskResult downpour = simulate(network, frozen, model.withRain(rain(0.4), more));
    for (int n = 0; n < network.nodes().size(); n++) {
      for (int r = 0; r < FEW; r++) {
        assertThat(showers.finish(n, r)).isGreaterThanOrEqualTo(dry.finish(n, r));
        assertThat(rain.finish(n, r)).isGreaterThanOrEqualTo(showers.finish(n, r));
        assertThat(downpour.finish(n, r)).isGreaterThanOrEqualTo(rain.finish(n, r));
      }
      assertThat(downpour.probability(n)).isLessThanOrEqualTo(rain.probability(n));
    }
  }

  private static RiskResult simulate(Network network, Timetable frozen, RiskModel model) {
    return Risk.simulate(network, frozen, Actuals.none(), model, Risk.Effort.of(FEW, 7));
  }

  private static Network withoutCrews(Network network) {
    NetworkBuilder builder = network.toBuilder()
        .unlink(link -> link.kind() == Link.Kind.FF || link.kind() == Link.Kind.SF);
    for (int i = 0; i < network.size(); i++) {
      builder.replace(i, network.task(i).holding());
    }
    return builder.build();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anAddedTaskShiftsNobodyElsesLuck(long seed) {
    Case of = Case.of(seed);
    NetworkBuilder builder = of.network.toBuilder();
    builder.task(Task.of("added", 5));
    Network larger = builder.build();
    Actuals actuals = of.actuals;
    double[] sensitivity = Arrays.copyOf(of.model.sensitivity, larger.size());
    int[] starts = new int[larger.size()];
    int[] finishes = new int[larger.size()];
    for (int i = 0; i < of.network.size(); i++) {
      starts[i] = of.frozen.start(i);
      finishes[i] = of.frozen.finish(i);
    }
    RiskModel model = RiskModel.certain(larger).withRain(of.model.rain, sensitivity)
        .withProductivity(of.model.own, of.model.trade, of.model.project).withSignatures(of.model.signatures);
    RiskResult with = Risk.simulate(larger, Timetable.of(starts, finishes), actuals, model, Risk.Effort.of(FEW, 7));
    RiskResult without = of.simulate(of.model, 1);
    for (int n = 0; n < of.network.nodes().size(); n++) {
      for (int r = 0; r < FEW; r++) {
        assertThat(with.finish(n, r)).isEqualTo(without.finish(n, r));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void someEndIsCriticalAndNoShareIsAboveOne(long seed) {
    Case of = Case.of(seed);
    RiskResult result = of.simulate(of.model, 1);
    int[] nodes = IntStream.range(0, of.network.nodes().size()).toArray();
    Criticality critical = Criticality.of(result, of.frozen, 10, nodes);
    for (int i = 0; i < of.network.size(); i++) {
      assertThat(critical.share(i)).isBetween(0.0, 1.0);
    }
    for (int crew = 0; crew < of.network.crews().size(); crew++) {
      assertThat(critical.waitingFor(crew)).isBetween(0.0, (double) of.network.size());
    }
    int[] ends = Arrays.stream(nodes).map(n -> of.network.nodes().get(n).task()).toArray();
    assertThat(Arrays.stream(ends).mapToDouble(critical::share).max().orElseThrow()).isPositive();
  }
}
