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

  /**
   * What a spread of pulls is made of: first and last pull and the margin as shares of the makespan, bend, stretch, and two
   * crews, as shares of how many there are, with the weight that a project's work for them has in the order of hand-over.
   */
  private static final int FIRST = 0;
  private static final int LAST = 1;
  private static final int BEND = 2;
  private static final int MARGIN = 3;
  private static final int STRETCH = 4;
  private static final int CREW = 5;
  private static final int CREW_WEIGHT = 6;
  private static final int OTHER_CREW = 7;
  private static final int OTHER_WEIGHT = 8;
  private static final double[] PLAIN = {0.25, 1.0, 1.2, 0.04, 1.0, 0, 0, 0, 0};
  private static final double[] LEAST = {0, 0.5, 0.4, 0, 0.7, 0, 0, 0, 0};
  private static final double[] MOST = {0.6, 1.5, 2.2, 0.15, 1.6, 1, 3, 1, 3};
  private static final double[] REACH = {0.06, 0.15, 0.4, 0.05, 0.3, 0, 1, 0, 1};

  private final Network network;
  private final Actuals actuals;
  private final PullDates dates;
  private final ProjectScores scores;
  private final long perLateness;
  private final SplittableRandom random;
  private final int[] place;
  private final int[][] tasksOf;
  private final double[][] workShare;
  /** Place of each project among all, the shortest first. */
  private final int[] lengthRank;
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
    lengthRank = dates.lengthRank;
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
      double[] spread = best == null ? PLAIN.clone() : drawn(best);
      PullDates.Choice trial = dates.spread(handOverOrder(spread), spread[FIRST] * makespan, spread[LAST] * makespan,
          spread[BEND], spread[MARGIN] * makespan, spread[STRETCH]);
      if (accept(trial, 0)) {
        best = spread;
      }
    }
  }

  /** Mostly a neighbour of the best, every third time anything. */
  private double[] drawn(double[] best) {
    double[] drawn = best.clone();
    if (random.nextInt(3) == 0) {
      for (int k = 0; k < drawn.length; k++) {
        drawn[k] = LEAST[k] + random.nextDouble() * (MOST[k] - LEAST[k]);
      }
      return drawn;
    }
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int k = random.nextInt(drawn.length);
      drawn[k] = k == CREW || k == OTHER_CREW
          ? random.nextDouble() : Math.max(0, drawn[k] + (random.nextDouble() - 0.5) * REACH[k]);
    }
    return drawn;
  }

  private int[] handOverOrder(double[] spread) {
    int[] weight = new int[lengthRank.length];
    int crews = workShare.length;
    for (int p = 0; p < weight.length; p++) {
      double its = lengthRank[p] / (double) weight.length;
      if (crews > 0) {
        its += spread[CREW_WEIGHT] * workShare[(int) (spread[CREW] * crews)][p]
            + spread[OTHER_WEIGHT] * workShare[(int) (spread[OTHER_CREW] * crews)][p];
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
    return cost == Long.MAX_VALUE ? 0 : Arrays.mismatch(order, triedOrder);
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
