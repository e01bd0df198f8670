package org.xingfuli.engine.scheduling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Layer 2 for networks without calendars: shortens the makespan by populations of growing size. The same seed, islands and
 * schedules give the same timetable on any machine; {@code enough} only cuts short. At any moment {@link #best} is a
 * feasible timetable.
 */
public final class GeneticSearch {

  /** What the first population may make, and how much more each that follows; four times the work carries twice the members. */
  private static final long FIRST_SHARE = 5_000;
  private static final int GROWTH = 4;
  private static final double MEMBERS_BY_ROOT = 0.85;
  private static final int FEWEST = 12;

  private final Network network;
  private final int bound;
  private final AtomicReference<@Nullable Found> best = new AtomicReference<>();

  /**
   * @param timetable the best found
   * @param bound no timetable is shorter
   * @param schedules decodings made
   */
  public record Result(Timetable timetable, int bound, long schedules) {

    public boolean optimal() {
      return timetable.makespan() == bound;
    }
  }

  /** A makespan and its timetable, from the island with this number. */
  private record Found(Timetable timetable, int makespan, int island) {

    /** Of equals the first island's, so that it does not matter which thread came first. */
    static Found better(@Nullable Found one, Found other) {
      if (one == null || other.makespan < one.makespan) {
        return other;
      }
      return other.makespan == one.makespan && other.island < one.island ? other : one;
    }
  }

  public GeneticSearch(Network network) {
    if (!suits(network)) {
      throw new IllegalArgumentException("time cannot be turned round in this network");
    }
    this.network = network;
    bound = LowerBounds.makespan(network);
  }

  /** Whether the search is made for this network: no calendars, no releases, crews of one size, plain links. */
  public static boolean suits(Network network) {
    return network.size() > 0 && Mirror.suits(network);
  }

  /** The best so far; absent before the first. */
  public @Nullable Timetable best() {
    Found found = best.get();
    return found == null ? null : found.timetable;
  }

  /** Searches from nothing. */
  public Result run(Scheduler.Effort effort) throws InterruptedException {
    return run(effort, null);
  }

  /** Searches from a timetable of the same network; the answer is never longer than it. */
  public Result run(Scheduler.Effort effort, @Nullable Timetable start) throws InterruptedException {
    if (start != null) {
      best.set(new Found(start, start.makespan(), -1));
    }
    List<Callable<Long>> islands = new ArrayList<>();
    for (int k = 0; k < effort.islands(); k++) {
      int island = k;
      long share = effort.schedules() / effort.islands() + (k < effort.schedules() % effort.islands() ? 1 : 0);
      islands.add(() -> island(island, share, effort, start));
    }
    long schedules = 0;
    try (var threads = Executors.newFixedThreadPool(effort.islands())) {
      for (var island : threads.invokeAll(islands)) {
        schedules += island.get();
      }
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
    }
    Found found = best.get();
    if (found == null) {
      throw new IllegalStateException("no schedule was allowed");
    }
    return new Result(Repair.leftJustified(network, found.timetable), bound, schedules);
  }

  private long island(int island, long share, Scheduler.Effort effort, @Nullable Timetable start) {
    // Each island draws from a stream of its own: neighbours of a seed would be neighbours of another's.
    long seed = new SplittableRandom(effort.seed() + 0x9E37_79B9L * island).nextLong();
    Elder elder = new Elder(start);
    var population = new TwoSidedPopulation(network, seed, bound, (makespan, starts, forward) -> {
      Timetable timetable = timetable(makespan, starts, forward);
      elder.timetable = timetable;
      best.accumulateAndGet(new Found(timetable, makespan, island), Found::better);
    }, effort.enough());
    long left = share;
    for (long phase = FIRST_SHARE; left > 0 && !population.stopped(); phase *= GROWTH) {
      long mine = left < phase + phase / 2 ? left : phase;
      int members = Math.max(FEWEST, (int) (MEMBERS_BY_ROOT * Math.sqrt(mine)));
      population.evolve(members, mine, elder.orders());
      left -= mine;
    }
    return population.schedules();
  }

  /** What an island's next population begins with besides its samples. */
  private final class Elder {
    private @Nullable Timetable timetable;

    Elder(@Nullable Timetable timetable) {
      this.timetable = timetable;
    }

    int[][] orders() {
      return timetable == null ? new int[0][] : new int[][] {Ranking.by(key(timetable)).byRank};
    }

    /** By start; of those that start together a predecessor, which then takes no time, comes first. */
    private int[] key(Timetable from) {
      int[] place = new int[network.size()];
      int[] order = new int[network.size()];
      for (int k = 0; k < order.length; k++) {
        place[network.topological[k]] = k;
      }
      long[] packed = new long[order.length];
      for (int i = 0; i < order.length; i++) {
        packed[i] = (long) from.start(i) << 32 | place[i];
      }
      Arrays.sort(packed);
      for (int k = 0; k < packed.length; k++) {
        order[network.topological[(int) packed[k]]] = k;
      }
      return order;
    }
  }

  private Timetable timetable(int makespan, int[] starts, boolean forward) {
    int[] start = new int[starts.length];
    int[] finish = new int[starts.length];
    for (int i = 0; i < starts.length; i++) {
      start[i] = forward ? starts[i] : makespan - starts[i] - network.duration[i];
      finish[i] = start[i] + network.duration[i];
    }
    return Timetable.owning(start, finish);
  }
}
