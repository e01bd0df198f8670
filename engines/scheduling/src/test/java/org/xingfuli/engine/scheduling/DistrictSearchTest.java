package org.xingfuli.engine.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the search for nodes must keep on any network, calendars, rain and facts included; a failing seed stands in the name. */
class DistrictSearchTest {

  private static final Objective.NodesAndHandOver NODES = new Objective.NodesAndHandOver(1_000_000_000L);
  private static final Objective.NodesAndHandOver DISTRICT = new Objective.NodesAndHandOver(100);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 80);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatItFindsIsFeasibleAndCostsNoMoreThanWhatItBeganWith(long seed) {
    Network network = district(seed).build();
    Timetable start = Scheduler.schedule(network, NODES).timetable();
    DistrictSearch.Result result = new DistrictSearch(network, NODES).run(effort(300, seed), start);
    assertThat(Verifier.violations(network, result.timetable())).isEmpty();
    assertThat(result.cost()).isLessThanOrEqualTo(NODES.cost(network, start));
    assertThat(result.cost()).isEqualTo(NODES.cost(network, result.timetable()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void onAnyKindOfNetworkWhatItFindsIsFeasible(long seed) {
    Network network = RandomNetworks.any(seed);
    Timetable start = Scheduler.schedule(network, NODES).timetable();
    DistrictSearch search = new DistrictSearch(network, NODES);
    DistrictSearch.Result result = search.run(effort(300, seed), start);
    assertThat(Verifier.violations(network, result.timetable())).isEmpty();
    assertThat(Verifier.violations(network, search.best())).isEmpty();
    assertThat(NODES.cost(network, search.best())).isLessThanOrEqualTo(NODES.cost(network, start));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSameSeedAndWorkGiveTheSameTimetableWhicheverIslandIsReadyFirst(long seed) {
    Network network = district(seed).build();
    Timetable start = Scheduler.schedule(network, DISTRICT).timetable();
    Scheduler.Effort effort = new Scheduler.Effort(900, 3, seed, () -> false);
    assertThat(new DistrictSearch(network, DISTRICT).run(effort, start))
        .isEqualTo(new DistrictSearch(network, DISTRICT).run(effort, start));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatHappenedStaysAndTheRestBeginsAtTheDataDate(long seed) {
    Network network = district(seed).build();
    Timetable frozen = Scheduler.schedule(network, NODES).timetable();
    Actuals actuals = until(network, frozen, 20, new Random(seed));
    Timetable repaired = Repair.of(network, frozen, actuals);
    DistrictSearch.Result result = new DistrictSearch(network, NODES, actuals).run(effort(300, seed), repaired);
    assertThat(Verifier.violations(network, result.timetable(), actuals)).isEmpty();
    assertThat(result.cost()).isLessThanOrEqualTo(NODES.cost(network, repaired));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void fromTheOldPlanMoreCrewsNeverCostMore(long seed) {
    Network network = district(seed).build();
    Timetable start = Scheduler.schedule(network, DISTRICT).timetable();
    DistrictSearch.Result old = new DistrictSearch(network, DISTRICT).run(effort(300, seed), start);
    NetworkBuilder hired = Network.builder().horizon(network.horizon());
    network.calendars().forEach(hired::calendar);
    network.crews().forEach(crew -> hired.crew(Crew.of(crew.code(), crew.capacityAt(0) + 1)));
    network.tasks().forEach(hired::task);
    network.links().forEach(hired::link);
    network.nodes().forEach(hired::node);
    Network more = hired.build();
    DistrictSearch.Result found = new DistrictSearch(more, DISTRICT).run(effort(200, seed + 1), old.timetable());
    assertThat(found.cost()).isLessThanOrEqualTo(old.cost());
    assertThat(Verifier.violations(more, found.timetable())).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void pullDatesMakeTheSerialGenerationOfTheirKeys(long seed) {
    Network network = district(seed).build();
    PullDates dates = new PullDates(network);
    PullSearch search = new PullSearch(network, Actuals.none(), dates, 100, seed);
    search.sweep(150, 40L * network.size(), () -> false);
    search.anneal(5, 0.5, 150, 200L * network.size(), () -> false);
    assertThat(search.standing()).isEqualTo(SerialGeneration.of(network, ranks(network, dates.keys(search.choice()))));
  }

  /** Ties of keys broken in topological order. */
  private static int[] ranks(Network network, int[] keys) {
    List<Integer> order = new ArrayList<>();
    for (int i : network.topological) {
      order.add(i);
    }
    order.sort(Comparator.comparingInt(i -> keys[i]));
    int[] ranks = new int[keys.length];
    for (int at = 0; at < ranks.length; at++) {
      ranks[order.get(at)] = at;
    }
    return ranks;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSearchedPlanComesBackUnchangedFromAForecastWithoutFacts(long seed) {
    Network network = district(seed).build();
    Scheduler.Result result = Scheduler.schedule(network, NODES, effort(300, seed));
    assertThat(Repair.of(network, result.timetable(), Actuals.none())).isEqualTo(result.timetable());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void itMakesNoMoreSchedulesThanItIsAllowed(long seed) {
    Network network = district(seed).build();
    Timetable start = Scheduler.schedule(network, DISTRICT).timetable();
    DistrictSearch.Result result = new DistrictSearch(network, DISTRICT).run(effort(1 + seed, seed), start);
    assertThat(result.schedules()).isLessThanOrEqualTo(1 + seed);
  }

  @Test
  void theBestSoFarCanBeTakenAtAnyMomentAndOnlyGetsCheaper() throws Exception {
    Network network = district(7).build();
    Timetable start = Scheduler.schedule(network, DISTRICT).timetable();
    DistrictSearch search = new DistrictSearch(network, DISTRICT);
    AtomicBoolean enough = new AtomicBoolean();
    var running = CompletableFuture.supplyAsync(
        () -> search.run(new Scheduler.Effort(Long.MAX_VALUE, 2, 7, enough::get), start));
    long cheapest = Long.MAX_VALUE;
    for (int look = 0; look < 200 && !running.isDone(); look++) {
      Timetable best = search.best();
      if (best != null) {
        assertThat(Verifier.violations(network, best)).isEmpty();
        assertThat(DISTRICT.cost(network, best)).isLessThanOrEqualTo(cheapest);
        cheapest = DISTRICT.cost(network, best);
      }
      LockSupport.parkNanos(1_000_000);
    }
    enough.set(true);
    assertThat(running.get().cost()).isLessThanOrEqualTo(cheapest);
  }

  @Test
  void anInterruptEndsTheSearchWithTheBestSoFar() throws Exception {
    Network network = district(3).build();
    Timetable start = Scheduler.schedule(network, DISTRICT).timetable();
    AtomicReference<Timetable> found = new AtomicReference<>();
    DistrictSearch search = new DistrictSearch(network, DISTRICT);
    Thread searching = new Thread(() -> found.set(search.run(effort(Long.MAX_VALUE, 7), start).timetable()));
    searching.start();
    while (search.best() == null) {
      LockSupport.parkNanos(1_000_000);
    }
    searching.interrupt();
    searching.join(20_000);
    assertThat(searching.isAlive()).isFalse();
    assertThat(Verifier.violations(network, found.get())).isEmpty();
  }

  private static Scheduler.Effort effort(long schedules, long seed) {
    return new Scheduler.Effort(schedules, 1, seed, () -> false);
  }

  /** Several estates with the same works, crews too few for all at once, nodes that press. */
  static NetworkBuilder district(long seed) {
    Random random = new Random(seed);
    NetworkBuilder network = Network.builder();
    if (random.nextBoolean()) {
      network.horizon(1_200);
    }
    network.calendar(Calendar.everyPeriod());
    int crews = 2 + random.nextInt(3);
    for (int c = 0; c < crews; c++) {
      network.crew(Crew.of("crew" + c, 2 + random.nextInt(3)));
    }
    int estates = 2 + random.nextInt(6);
    int works = 4 + random.nextInt(6);
    for (int estate = 0; estate < estates; estate++) {
      int first = estate * works;
      for (int w = 0; w < works; w++) {
        Task task = Task.of("e" + estate + "w" + w, random.nextInt(8)).inProject(estate);
        network.task(random.nextInt(5) == 0
            ? task : task.holding(new Demand(random.nextInt(crews), 1 + random.nextInt(2))));
        if (w > 0) {
          network.link(new Link(first + random.nextInt(w), first + w, Link.Kind.FS, random.nextInt(3)));
        }
        if (w == works / 2 || w == works - 1) {
          network.node(new Node("M" + w, first + w, 10 + random.nextInt(40), 1 + random.nextInt(5)));
        }
      }
    }
    if (estates > 3 && random.nextInt(3) == 0) {
      network.link(new Link(works - 1, 2 * works, Link.Kind.SS, 1));
    }
    return network;
  }

  private static Actuals until(Network network, Timetable frozen, int dataDate, Random random) {
    Map<Integer, Actuals.Progress> progress = new HashMap<>();
    for (int i = 0; i < network.size(); i++) {
      if (frozen.finish(i) <= dataDate) {
        progress.put(i, new Actuals.Done(frozen.start(i), frozen.finish(i)));
      } else if (frozen.start(i) < dataDate) {
        progress.put(i, new Actuals.Underway(frozen.start(i), 1 + random.nextInt(9)));
      }
    }
    return new Actuals(dataDate, progress);
  }
}
