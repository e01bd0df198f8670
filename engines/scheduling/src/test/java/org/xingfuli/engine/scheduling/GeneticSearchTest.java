package org.xingfuli.engine.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the search must keep on every network it is made for; a failing seed stands in the display name. */
class GeneticSearchTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 80);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatItFindsIsFeasibleAndNoShorterThanTheBound(long seed) {
    Network network = plain(seed, 10 + (int) (seed % 40));
    GeneticSearch.Result result = new GeneticSearch(network).run(effort(400, seed));
    assertThat(Verifier.violations(network, result.timetable())).isEmpty();
    assertThat(result.timetable().makespan()).isGreaterThanOrEqualTo(result.bound());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void ofATinyNetworkItFindsTheShortestOfAllOrders(long seed) {
    Network network = plain(seed, 6);
    int shortest = Integer.MAX_VALUE;
    int[] keys = {0, 1, 2, 3, 4, 5};
    do {
      shortest = Math.min(shortest, SerialGeneration.of(network, keys).makespan());
    } while (nextOrder(keys));
    int found = new GeneticSearch(network).run(effort(1_000, seed)).timetable().makespan();
    assertThat(found).isEqualTo(shortest);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSameSeedAndWorkGiveTheSameTimetableWhicheverIslandIsReadyFirst(long seed) {
    Network network = plain(seed, 40);
    Scheduler.Effort effort = new Scheduler.Effort(900, 3, seed, () -> false);
    assertThat(new GeneticSearch(network).run(effort)).isEqualTo(new GeneticSearch(network).run(effort));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void fromATimetableItNeverComesToALongerOneAlsoWithMoreCrews(long seed) {
    Network network = plain(seed, 40);
    Timetable old = new GeneticSearch(network).run(effort(600, seed)).timetable();
    NetworkBuilder hired = Network.builder();
    network.crews().forEach(crew -> hired.crew(Crew.of(crew.code(), crew.capacityAt(0) + 1)));
    network.tasks().forEach(hired::task);
    network.links().forEach(hired::link);
    Network more = hired.build();
    Timetable found = new GeneticSearch(more).run(effort(200, seed + 1), old).timetable();
    assertThat(found.makespan()).isLessThanOrEqualTo(old.makespan());
    assertThat(Verifier.violations(more, found)).isEmpty();
  }

  @Test
  void theBestSoFarCanBeTakenAtAnyMomentAndOnlyGetsShorter() throws Exception {
    Network network = unsettled();
    GeneticSearch search = new GeneticSearch(network);
    AtomicBoolean enough = new AtomicBoolean();
    var running = CompletableFuture.supplyAsync(
        () -> search.run(new Scheduler.Effort(Long.MAX_VALUE, 2, 7, enough::get)));
    int shortest = Integer.MAX_VALUE;
    for (int look = 0; look < 200 && !running.isDone(); look++) {
      Timetable best = search.best();
      if (best != null) {
        assertThat(Verifier.violations(network, best)).isEmpty();
        assertThat(best.makespan()).isLessThanOrEqualTo(shortest);
        shortest = best.makespan();
      }
      LockSupport.parkNanos(1_000_000);
    }
    enough.set(true);
    assertThat(running.get().timetable().makespan()).isLessThanOrEqualTo(shortest);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatTheSchedulerSearchedComesBackUnchangedFromAForecastWithoutFacts(long seed) {
    Network network = plain(seed, 40);
    Scheduler.Result result = Scheduler.schedule(network, Objective.makespan(), effort(700, seed));
    assertThat(result.schedules()).isLessThanOrEqualTo(700 + 2);
    assertThat(Repair.of(network, result.timetable(), Actuals.none())).isEqualTo(result.timetable());
  }

  @Test
  void anInterruptEndsTheSearchWithTheBestSoFar() throws Exception {
    Network network = unsettled();
    AtomicReference<Timetable> found = new AtomicReference<>();
    GeneticSearch search = new GeneticSearch(network);
    Thread searching = new Thread(() -> found.set(search.run(effort(Long.MAX_VALUE, 7)).timetable()));
    searching.start();
    while (search.best() == null) {
      LockSupport.parkNanos(1_000_000);
    }
    searching.interrupt();
    searching.join(20_000);
    assertThat(searching.isAlive()).isFalse();
    assertThat(Verifier.violations(network, found.get())).isEmpty();
  }

  @Test
  void itMakesNoMoreSchedulesThanItIsAllowed() {
    Network network = plain(11, 60);
    AtomicInteger asked = new AtomicInteger();
    var result = new GeneticSearch(network).run(new Scheduler.Effort(5_000, 2, 11, () -> asked.incrementAndGet() < 0));
    assertThat(result.schedules()).isLessThanOrEqualTo(5_000 + 2 * 2); // a justification begun is finished
    assertThat(asked).hasPositiveValue();
  }

  @Test
  void itIsNotMadeForCalendarsReleasesOrChangingCrews() {
    NetworkBuilder late = Network.builder();
    late.task(Task.of("t", 3).notBefore(2));
    NetworkBuilder changing = Network.builder();
    changing.task(Task.of("t", 3));
    changing.crew(new Crew("c", List.of(new Crew.Step(0, 1), new Crew.Step(5, 2))));
    NetworkBuilder limited = Network.builder().horizon(10);
    limited.task(Task.of("t", 3));
    for (NetworkBuilder other : List.of(late, changing, limited)) {
      Network network = other.build();
      assertThat(GeneticSearch.suits(network)).isFalse();
      assertThatThrownBy(() -> new GeneticSearch(network)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void manyCrewsAskedAtOnceAreFreeWhenEachOfThemIs(long seed) {
    Random random = new Random(seed);
    NetworkBuilder builder = Network.builder();
    int crews = 1 + random.nextInt(20);
    for (int c = 0; c < crews; c++) {
      builder.crew(Crew.of("c" + c, 2 + random.nextInt(seed % 3 == 0 ? 300 : 6)));
    }
    for (int i = 0; i < 60; i++) {
      Demand[] demands = random.ints(0, crews).distinct().limit(1 + random.nextInt(Math.min(3, crews)))
          .mapToObj(c -> new Demand(c, 1 + random.nextInt(2))).toArray(Demand[]::new);
      builder.task(Task.of("t" + i, random.nextInt(9)).holding(demands));
    }
    Network network = builder.build();
    FreeCrews packed = new FreeCrews(network);
    Load counted = new Load(network);
    for (int i = 0; i < 60; i++) {
      int from = random.nextInt(30);
      int start = network.duration[i] == 0 ? from : packed.earliest(i, network.duration[i], from);
      assertThat(start).as("task " + i).isEqualTo(counted.earliest(i, from));
      counted.book(i, start, start + network.duration[i]);
      packed.book(i, start, start + network.duration[i]);
    }
  }

  /** A network whose bound is not reached soon: a search on it does not end by itself. */
  private static Network unsettled() {
    return LongStream.rangeClosed(1, 200).mapToObj(seed -> plain(seed, 120))
        .filter(network -> !new GeneticSearch(network).run(effort(2_000, 1)).optimal()).findFirst().orElseThrow();
  }

  private static Scheduler.Effort effort(long schedules, long seed) {
    return new Scheduler.Effort(schedules, 1, seed, () -> false);
  }

  /** Finish-to-start links, some with a lag, crews of one size, no calendars. */
  private static Network plain(long seed, int tasks) {
    Random random = new Random(seed);
    NetworkBuilder network = Network.builder();
    for (int c = 0; c < 4; c++) {
      network.crew(Crew.of("c" + c, 3 + random.nextInt(3)));
    }
    for (int i = 0; i < tasks; i++) {
      Task task = Task.of("t" + i, random.nextInt(10));
      network.task(random.nextInt(5) == 0 ? task
          : task.holding(new Demand(random.nextInt(2), 1 + random.nextInt(3)), new Demand(2 + random.nextInt(2), 1 + random.nextInt(2))));
    }
    for (int i = 1; i < tasks; i++) {
      for (int links = random.nextInt(3); links > 0; links--) {
        network.link(new Link(random.nextInt(i), i, Link.Kind.FS, Math.max(0, random.nextInt(8) - 4)));
      }
    }
    return network.build();
  }

  /** The next permutation in lexical order; false after the last. */
  private static boolean nextOrder(int[] order) {
    int k = order.length - 2;
    while (k >= 0 && order[k] > order[k + 1]) {
      k--;
    }
    if (k < 0) {
      return false;
    }
    int greater = order.length - 1;
    while (order[greater] < order[k]) {
      greater--;
    }
    int kept = order[k];
    order[k] = order[greater];
    order[greater] = kept;
    Arrays.sort(order, k + 1, order.length);
    return true;
  }
}
