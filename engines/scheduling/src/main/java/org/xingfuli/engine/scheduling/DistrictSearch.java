package org.xingfuli.engine.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Islands.Found;

/**
 * Layer 2 for programmes of many projects with nodes, calendars and shared crews: lateness at nodes and hand-over made small.
 * Rounds of growing length; in each one every island first lets projects swap their places in the stream
 * ({@link PullSearch}), then takes some out and puts them back ({@link ReinsertionSearch}), and all go on from the best. The
 * same seed, islands and schedules give the same timetable on any machine; {@code enough} only cuts short. At any moment
 * {@link #best} is a feasible timetable.
 */
public final class DistrictSearch {

  /** Schedules' worth of placing in the first round; every round has so many times more. */
  private static final long FIRST_ROUND = 200;
  private static final int GROWTH = 3;
  /** A unit of lateness steers the search by so many periods of hand-over at most, or nothing could pass over a hill. */
  private static final long STEEPEST = 100;

  /** Up to so many projects their order is soon known, and passing over late nodes is what is hard. */
  private static final int FEW = 12;
  /** Beyond so many a hot search spoils the stream of the pulls faster than it finds anything. */
  private static final int MANY = 60;
  private static final double PULL_COLD = 0.5;
  private static final double WARM = 2;
  private static final double COLD = 0.1;

  private final Network network;
  private final Objective.NodesAndHandOver objective;
  private final Actuals actuals;
  private final PullDates dates;
  private final long steering;
  private final Islands best = new Islands();

  /**
   * @param timetable the best found
   * @param cost by the objective
   * @param schedules tasks placed, counted in schedules of the whole network
   */
  public record Result(Timetable timetable, long cost, long schedules) {}

  public DistrictSearch(Network network, Objective.NodesAndHandOver objective) {
    this(network, objective, Actuals.none());
  }

  /** What really happened stays; what has not started begins at the data date or later. */
  public DistrictSearch(Network network, Objective.NodesAndHandOver objective, Actuals actuals) {
    this.network = network;
    this.objective = objective;
    this.actuals = actuals;
    dates = new PullDates(network);
    steering = Math.min(objective.perLateness(), STEEPEST);
  }

  /** The best so far; absent before the first. */
  public @Nullable Timetable best() {
    return best.timetable();
  }

  /**
   * Searches from a feasible timetable of the same network and facts; the answer never costs more. Interrupting the thread
   * ends the search as {@code enough} does.
   */
  public Result run(Scheduler.Effort effort, Timetable start) {
    best.tell(new Found(start, objective.cost(network, start), Islands.START));
    List<Island> islands = new ArrayList<>();
    for (int k = 0; k < effort.islands(); k++) {
      islands.add(new Island(k, effort));
    }
    long left = effort.schedules() / effort.islands();
    for (long round = FIRST_ROUND; left > 0 && !enough(effort); round *= GROWTH) {
      long mine = left < round + round / 2 ? left : round;
      Found from = best.found();
      Islands.run(islands.stream().<Runnable>map(island -> () -> island.round(mine, from)).toList());
      left -= mine;
    }
    Timetable found = best.found().timetable();
    Timetable settled = actuals.progress().isEmpty() ? Repair.leftJustified(network, found) : found;
    long placed = islands.stream().mapToLong(island -> island.placed).sum();
    return new Result(settled, objective.cost(network, settled), placed / Math.max(1, network.size()));
  }

  private static boolean enough(Scheduler.Effort effort) {
    return effort.enough().getAsBoolean() || Thread.currentThread().isInterrupted();
  }

  /** One search among several; its two halves keep what they know from round to round. */
  private final class Island {
    private final int number;
    private final BooleanSupplier enough;
    private final PullSearch pulls;
    private final ReinsertionSearch reinsertion;
    /** Its own best: what the others find counts from the next round on, or the answer would hang on who came first. */
    private Found mine = best.found();
    private boolean swept;
    private long placed;

    Island(int number, Scheduler.Effort effort) {
      this.number = number;
      this.enough = () -> enough(effort);
      // Each island draws from streams of its own: neighbours of a seed would be neighbours of another's.
      var seeds = new SplittableRandom(effort.seed() + 0x9E37_79B9L * number);
      pulls = new PullSearch(network, actuals, dates, steering, seeds.nextLong());
      reinsertion = new ReinsertionSearch(network, actuals, dates, steering, seeds.nextLong());
    }

    void round(long schedules, Found from) {
      long work = schedules * network.size();
      mine = from;
      int span = Math.max(1, mine.timetable().makespan());
      if (!swept) {
        pulls.sweep(span, work / 4, enough);
        swept = true;
        lookAtPulls();
      }
      int projects = network.projects();
      long pulling = projects <= FEW ? work / 5 : work * 3 / 4;
      double hot = Math.max(5, 5 * Math.sqrt(projects / 40.0));
      pulls.anneal(hot, PULL_COLD, span, pulling, enough);
      lookAtPulls();
      long rest = work - count(pulls.takePlaced());
      if (projects <= MANY) {
        rest -= reinsert(projects <= FEW ? 3 * steering : 0.6 * steering, WARM, rest / 2);
      }
      reinsert(WARM, COLD, rest);
    }

    private long count(long its) {
      placed += its;
      return its;
    }

    private long reinsert(double hot, double cold, long work) {
      reinsertion.begin(mine.timetable());
      reinsertion.anneal(hot, cold, work, enough, this::lookAtReinsertion);
      return count(reinsertion.takePlaced());
    }

    private void lookAtPulls() {
      if (pulls.hasNewBest()) {
        tell(pulls.best());
      }
    }

    private void lookAtReinsertion() {
      if (objective.cost(reinsertion.lateness(), reinsertion.handOver()) < mine.cost()) {
        tell(reinsertion.timetable());
      }
    }

    private void tell(Timetable timetable) {
      Found its = new Found(timetable, objective.cost(network, timetable), number);
      mine = Found.better(mine, its);
      best.tell(its);
    }
  }
}
