package org.xingfuli.engine.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Islands.Found;

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
  private final Islands best = new Islands();

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
    return best.timetable();
  }

  /** Searches from nothing. */
  public Result run(Scheduler.Effort effort) {
    return run(effort, null);
  }

  /**
   * Searches from a timetable of the same network; the answer is never longer than it, and no task of it can move to the left.
   * Interrupting the thread ends the search as {@code enough} does.
   */
  public Result run(Scheduler.Effort effort, @Nullable Timetable start) {
    if (start != null) {
      best.tell(new Found(start, start.makespan(), Islands.START));
    }
    List<Runnable> work = new ArrayList<>();
    List<TwoSidedPopulation> populations = new ArrayList<>();
    for (int k = 0; k < effort.islands(); k++) {
      long share = effort.schedules() / effort.islands() + (k < effort.schedules() % effort.islands() ? 1 : 0);
      TwoSidedPopulation population = population(k, effort, start);
      populations.add(population);
      work.add(() -> evolve(population, share));
    }
    Islands.run(work);
    long schedules = populations.stream().mapToLong(TwoSidedPopulation::schedules).sum();
    return new Result(Repair.leftJustified(network, best.found().timetable()), bound, schedules);
  }

  private TwoSidedPopulation population(int island, Scheduler.Effort effort, @Nullable Timetable start) {
    // Each island draws from a stream of its own: neighbours of a seed would be neighbours of another's.
    long seed = new SplittableRandom(effort.seed() + 0x9E37_79B9L * island).nextLong();
    return new TwoSidedPopulation(network, seed, bound, start, effort.enough(), timetable ->
        best.tell(new Found(timetable, timetable.makespan(), island)));
  }

  private static void evolve(TwoSidedPopulation population, long share) {
    long left = share;
    for (long phase = FIRST_SHARE; left > 0 && !population.stopped(); phase *= GROWTH) {
      long mine = left < phase + phase / 2 ? left : phase;
      population.evolve(Math.max(FEWEST, (int) (MEMBERS_BY_ROOT * Math.sqrt(mine))), mine);
      left -= mine;
    }
  }
}
