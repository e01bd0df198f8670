package org.xingfuli.engine.scheduling;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Searches pull dates and margins by annealing: every trial is a serial generation in the order they make, begun at the
 * first task whose place changed. It finds which projects should hurry; {@link ReinsertionSearch} then mends what is left.
 */
final class PullSearch {

  /** Loads kept along the order to begin again from. */
  private static final int STOPS = 24;
  private static final long MASK = 0xFFFF_FFFFL;

  private final Network network;
  private final Actuals actuals;
  private final PullDates dates;
  private final ProjectScores scores;
  private final long perLateness;
  private final SplittableRandom random;
  private final int[] place;
  private final int[][] tasksOf;
  private final double[][] workShare;
  private final Board board;
  private final int movable;

  private PullDates.Choice choice;
  /** Accepted: order as key and topological place in one number, dates, and loads along the order. */
  private long[] order;
  private int[] key;
  private final int[] start;
  private final int[] finish;
  private int[][][] loads;
  private long cost = Long.MAX_VALUE;
  private long bestCost = Long.MAX_VALUE;
  private Timetable best = Timetable.of(new int[0], new int[0]);
  /** The accepted dates are the best and not yet kept elsewhere. */
  private boolean bestStands;
  private boolean newBest;

  private long[] triedOrder;
  private int[] triedKey;
  private int[][][] triedLoads;
  private long[] moved = new long[64];
  private final boolean[] touched;
  private long placed;

  PullSearch(Network network, Actuals actuals, PullDates dates, long perLateness, long seed) {
    this.network = network;
    this.actuals = actuals;
    this.dates = dates;
    this.perLateness = perLateness;
    random = new SplittableRandom(seed);
    scores = new ProjectScores(network);
    board = new Board(network, actuals);
    place = new int[network.size()];
    tasksOf = tasksOf(network, board.fact);
    workShare = workShare(network);
    int free = 0;
    for (int at = 0; at < place.length; at++) {
      place[network.topological[at]] = at;
      free += board.fact[network.topological[at]] ? 0 : 1;
    }
    movable = free;
    start = board.start.clone();
    finish = board.finish.clone();
    order = new long[movable];
    triedOrder = new long[movable];
    key = new int[network.size()];
    triedKey = new int[network.size()];
    touched = new boolean[network.projects()];
    int[][][] empty = new int[STOPS][][];
    Arrays.fill(empty, board.load());
    loads = empty;
    triedLoads = empty.clone();
    choice = new PullDates.Choice(network.projects());
  }

  /** Tasks of each project that no fact holds, in topological order. */
  static int[][] tasksOf(Network network, boolean[] fact) {
    int[] count = new int[network.projects()];
    for (int i = 0; i < network.size(); i++) {
      count[network.project[i]] += fact[i] ? 0 : 1;
    }
    int[][] tasks = new int[count.length][];
    for (int p = 0; p < count.length; p++) {
      tasks[p] = new int[count[p]];
    }
    Arrays.fill(count, 0);
    for (int i : network.topological) {
      if (!fact[i]) {
        int p = network.project[i];
        tasks[p][count[p]++] = i;
      }
    }
    return tasks;
  }

  /** By crew and project: the project's part of the crew's work, 1 for an average project. */
  private static double[][] workShare(Network network) {
    double[][] share = new double[network.crews().size()][network.projects()];
    for (int i = 0; i < network.size(); i++) {
      for (int k = network.demandsFrom[i]; k < network.demandsFrom[i + 1]; k++) {
        share[network.demandCrew[k]][network.project[i]] += (double) network.duration[i] * network.demandNumber[k];
      }
    }
    for (double[] crew : share) {
      double all = Arrays.stream(crew).sum();
      for (int p = 0; p < crew.length; p++) {
        crew[p] *= all == 0 ? 0 : crew.length / all;
      }
    }
    return share;
  }

  /** What it stands at, accepted last. */
  Timetable standing() {
    return Timetable.of(start, finish);
  }

  PullDates.Choice choice() {
    return choice;
  }

  /** Whether there is a better one than when {@link #best} was last asked. */
  boolean hasNewBest() {
    return newBest;
  }

  /** The best timetable so far. */
  Timetable best() {
    keepBest();
    newBest = false;
    return best;
  }

  private void keepBest() {
    if (bestStands) {
      best = Timetable.of(start, finish);
      bestStands = false;
    }
  }

  /** Whether another trial, however long, stays within the work. */
  private boolean roomFor(long work) {
    return placed + movable + 1 <= work;
  }

  /** Tasks put on the board since the last call. */
  long takePlaced() {
    long its = placed;
    placed = 0;
    return its;
  }

  /** Tries whole spreads of pulls and keeps the best, until so many tasks were placed. */
  void sweep(int makespan, long work, BooleanSupplier enough) {
    double[] best = null;
    while (roomFor(work) && !enough.getAsBoolean()) {
      double[] spread = best == null ? new double[] {0.25, 1.0, 1.2, 0.04, 1.0, 0, 0, 0, 0} : drawn(best);
      PullDates.Choice trial = dates.spread(handOverOrder(spread), spread[0] * makespan, spread[1] * makespan,
          spread[2], spread[3] * makespan, spread[4]);
      if (accept(trial, 0)) {
        best = spread;
      }
    }
  }

  /** First and last pull, bend, margin, stretch, then two crews with the weight of their work in the order of hand-over. */
  private double[] drawn(double[] best) {
    double[] drawn = best.clone();
    double[] reach = {0.06, 0.15, 0.4, 0.05, 0.3, 0, 1, 0, 1};
    if (random.nextInt(3) == 0) {
      double[] least = {0, 0.5, 0.4, 0, 0.7, 0, 0, 0, 0};
      double[] most = {0.6, 1.5, 2.2, 0.15, 1.6, 0, 3, 0, 3};
      for (int k = 0; k < drawn.length; k++) {
        drawn[k] = least[k] + random.nextDouble() * (most[k] - least[k]);
      }
      drawn[5] = random.nextDouble();
      drawn[7] = random.nextDouble();
      return drawn;
    }
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int k = random.nextInt(drawn.length);
      drawn[k] = k == 5 || k == 7 ? random.nextDouble() : Math.max(0, drawn[k] + (random.nextDouble() - 0.5) * reach[k]);
    }
    return drawn;
  }

  private int[] handOverOrder(double[] spread) {
    int projects = network.projects();
    int[] rank = new int[projects];
    for (int r = 0; r < projects; r++) {
      rank[dates.byLength[r]] = r;
    }
    int crews = workShare.length;
    int[] weight = new int[projects];
    for (int p = 0; p < projects; p++) {
      double its = rank[p] / (double) projects;
      if (crews > 0) {
        its += spread[6] * workShare[(int) (spread[5] * crews)][p] + spread[8] * workShare[(int) (spread[7] * crews)][p];
      }
      weight[p] = (int) (its * 100_000);
    }
    return Ranking.by(weight).byRank;
  }

  /** Anneals from where it stands, from the first temperature to the last, until so many tasks were placed. */
  void anneal(double hot, double cold, double span, long work, BooleanSupplier enough) {
    while (roomFor(work) && !enough.getAsBoolean()) {
      double temperature = hot * Math.pow(cold / hot, placed / (double) work);
      accept(changed(span), temperature);
    }
  }

  private PullDates.Choice changed(double span) {
    PullDates.Choice trial = choice.copy();
    int projects = trial.pull.length;
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int p = random.nextInt(projects);
      switch (random.nextInt(3)) {
        case 0 -> {
          int q = random.nextInt(projects);
          double its = trial.pull[p];
          trial.pull[p] = trial.pull[q];
          trial.pull[q] = its;
        }
        case 1 -> trial.pull[p] += (random.nextDouble() - 0.5) * 0.25 * span;
        default -> trial.margin[p] = Math.max(0, trial.margin[p] + (random.nextDouble() - 0.5) * 0.08 * span);
      }
    }
    return trial;
  }

  /** Takes the choice over when the generation under it is as good, or a little worse as the temperature allows. */
  private boolean accept(PullDates.Choice trial, double temperature) {
    int from = reorder(trial);
    // A trial that changes no place costs something too, or a search that can change nothing would never end.
    placed++;
    if (from < 0) {
      choice = trial;
      return false;
    }
    long its = generate(from);
    if (its > cost && !(temperature > 0 && its < Long.MAX_VALUE
        && random.nextDouble() < Math.exp((cost - its) / temperature))) {
      return false;
    }
    if (its > cost) {
      keepBest();
    }
    choice = trial;
    cost = its;
    if (cost < bestCost) {
      bestCost = cost;
      bestStands = true;
      newBest = true;
    }
    System.arraycopy(board.start, 0, start, 0, start.length);
    System.arraycopy(board.finish, 0, finish, 0, finish.length);
    long[] oldOrder = order;
    order = triedOrder;
    triedOrder = oldOrder;
    int[] oldKey = key;
    key = triedKey;
    triedKey = oldKey;
    int[][][] oldLoads = loads;
    loads = triedLoads;
    triedLoads = oldLoads;
    return true;
  }

  /** Writes the order under the choice; returns the first place that differs, -1 when none does. */
  private int reorder(PullDates.Choice trial) {
    if (cost == Long.MAX_VALUE || dates.crossing() || trial.stretch != choice.stretch) {
      all(trial);
    } else {
      some(trial);
    }
    return Arrays.mismatch(order, triedOrder);
  }

  private void all(PullDates.Choice trial) {
    int count = 0;
    for (int i : network.topological) {
      dates.key(i, trial, triedKey);
      if (!board.fact[i]) {
        triedOrder[count++] = packed(i);
      }
    }
    Arrays.sort(triedOrder);
    if (cost == Long.MAX_VALUE) {
      Arrays.fill(order, Long.MIN_VALUE);
    }
  }

  private long packed(int task) {
    return ((long) triedKey[task] << 32) | place[task];
  }

  private int taskOf(long packed) {
    return network.topological[(int) (packed & MASK)];
  }

  /** Only the projects whose numbers changed are sorted again and merged into the rest. */
  private void some(PullDates.Choice trial) {
    System.arraycopy(key, 0, triedKey, 0, key.length);
    int count = 0;
    for (int p = 0; p < touched.length; p++) {
      touched[p] = trial.pull[p] != choice.pull[p] || trial.margin[p] != choice.margin[p];
      if (touched[p]) {
        for (int i : tasksOf[p]) {
          dates.key(i, trial, triedKey);
          if (count == moved.length) {
            moved = Arrays.copyOf(moved, 2 * count);
          }
          moved[count++] = packed(i);
        }
      }
    }
    Arrays.sort(moved, 0, count);
    int next = 0;
    int to = 0;
    for (long its : order) {
      if (touched[network.project[taskOf(its)]]) {
        continue;
      }
      while (next < count && moved[next] < its) {
        triedOrder[to++] = moved[next++];
      }
      triedOrder[to++] = its;
    }
    while (next < count) {
      triedOrder[to++] = moved[next++];
    }
  }

  /** Serial generation in the order under trial, as far as {@code from} as accepted; its cost, or the largest number. */
  private long generate(int from) {
    int every = Math.max(1, (movable + STOPS - 1) / STOPS);
    int stop = from / every;
    System.arraycopy(start, 0, board.start, 0, start.length);
    System.arraycopy(finish, 0, board.finish, 0, finish.length);
    for (int s = 0; s <= stop; s++) {
      // Up to here both are the same: the trial shares the load instead of copying it.
      triedLoads[s] = loads[s];
    }
    board.backTo(loads[stop]);
    for (int at = stop * every; at < movable; at++) {
      if (at % every == 0 && at / every > stop) {
        int s = at / every;
        triedLoads[s] = triedLoads[s] == loads[s] ? board.load() : board.loadInto(triedLoads[s]);
      }
      placed++;
      if (!board.place(taskOf(triedOrder[at]))) {
        return Long.MAX_VALUE;
      }
    }
    scores.countAll(board.finish);
    return perLateness * scores.totalLateness + scores.handOver;
  }
}
