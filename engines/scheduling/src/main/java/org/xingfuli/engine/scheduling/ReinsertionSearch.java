package org.xingfuli.engine.scheduling;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Takes a few projects out of a timetable and puts them back in another order, over and over; what is no worse stays, what is
 * a little worse sometimes, by temperature. A move costs the same with 40 projects as with 4,000, because only the removed
 * ones and their crews' load change.
 */
final class ReinsertionSearch {

  private static final int MOST_PROJECTS = 5;
  /** Looks for projects that hold the same crew at the same time; so many are asked for each one wanted. */
  private static final int ASKED = 6;
  private static final int FINE = 4;

  private final Network network;
  private final PullDates dates;
  private final long perLateness;
  private final SplittableRandom random;
  private final Board board;
  private final ProjectScores scores;
  private final int[][] tasksOf;
  /** Projects with something to move. */
  private final int[] movable;
  /** Tasks the longest move can place. */
  private final int longest;
  private final int[] key;
  private final boolean[] chosen;

  private final int[] project = new int[MOST_PROJECTS];
  private int projects;
  private int[] task = new int[0];
  private long[] order = new long[0];
  private int[] oldStart = new int[0];
  private int[] oldFinish = new int[0];
  private int tasks;
  private long placed;
  private boolean begun;

  ReinsertionSearch(Network network, Actuals actuals, PullDates dates, long perLateness, long seed) {
    this.network = network;
    this.dates = dates;
    this.perLateness = perLateness;
    random = new SplittableRandom(seed);
    board = new Board(network, actuals);
    scores = new ProjectScores(network);
    tasksOf = PullSearch.tasksOf(network, board.fact);
    movable = IntStream.range(0, tasksOf.length).filter(p -> tasksOf[p].length > 0).toArray();
    longest = Math.min(MOST_PROJECTS, movable.length)
        * IntStream.of(movable).map(p -> tasksOf[p].length).max().orElse(0);
    key = new int[network.size()];
    chosen = new boolean[network.projects()];
    Arrays.fill(key, Integer.MIN_VALUE);
  }

  /** Puts the whole timetable on the board; what is on it goes. */
  void begin(Timetable timetable) {
    for (int[] its : tasksOf) {
      for (int i : its) {
        if (begun) {
          board.takeOff(i);
        }
      }
    }
    begun = true;
    for (int[] its : tasksOf) {
      for (int i : its) {
        board.put(i, timetable.start(i), timetable.finish(i));
      }
    }
    scores.countAll(board.finish);
  }

  long lateness() {
    return scores.totalLateness;
  }

  long handOver() {
    return scores.handOver;
  }

  Timetable timetable() {
    return board.timetable();
  }

  /** Tasks put on the board since the last call, those put back after a refused move not counted. */
  long takePlaced() {
    long its = placed;
    placed = 0;
    return its;
  }

  /**
   * Anneals from where the board stands until so many tasks were placed.
   *
   * @param look called about once for every schedule's worth of placing, so that the best can be kept
   */
  void anneal(double hot, double cold, long work, BooleanSupplier enough, Runnable look) {
    long nextLook = network.size();
    while (placed + longest <= work && movable.length > 0 && !enough.getAsBoolean()) {
      move(hot * Math.pow(cold / hot, placed / (double) work));
      if (placed >= nextLook) {
        look.run();
        nextLook = placed + network.size();
      }
    }
    look.run();
  }

  private void move(double temperature) {
    choose();
    long before = steered();
    takeOut();
    sort();
    int done = 0;
    while (done < tasks && board.place(task[(int) order[done]])) {
      done++;
    }
    placed += Math.max(1, done);
    if (done == tasks && linksHold()) {
      count();
      long worse = steered() - before;
      if (worse <= 0 || random.nextDouble() < Math.exp(-worse / temperature)) {
        return;
      }
    }
    for (int k = 0; k < done; k++) {
      board.takeOff(task[(int) order[k]]);
    }
    for (int k = 0; k < tasks; k++) {
      board.put(task[k], oldStart[k], oldFinish[k]);
    }
    count();
  }

  private void count() {
    for (int k = 0; k < projects; k++) {
      scores.count(project[k], board.finish);
    }
  }

  private long steered() {
    return perLateness * scores.totalLateness + scores.handOver;
  }

  private long costOf(int p) {
    return perLateness * scores.lateness[p] + scores.end[p];
  }

  /** One project, often a costly one, and others: often such as hold its crews when it wants them. */
  private void choose() {
    int wanted = 1 + random.nextInt(Math.min(MOST_PROJECTS, movable.length));
    projects = 0;
    int first = movable[random.nextInt(movable.length)];
    if (random.nextBoolean()) {
      for (int k = 0; k < MOST_PROJECTS - 1; k++) {
        int other = movable[random.nextInt(movable.length)];
        first = costOf(other) > costOf(first) ? other : first;
      }
    }
    add(first);
    if (random.nextInt(5) < 2) {
      addRivals(tasksOf[first][random.nextInt(tasksOf[first].length)], wanted);
    }
    while (projects < wanted) {
      int other = movable[random.nextInt(movable.length)];
      if (!chosen[other]) {
        add(other);
      }
    }
    for (int k = 0; k < projects; k++) {
      chosen[project[k]] = false;
    }
  }

  private void add(int p) {
    chosen[p] = true;
    project[projects++] = p;
  }

  private void addRivals(int i, int wanted) {
    int demands = network.demandsFrom[i + 1] - network.demandsFrom[i];
    if (demands == 0) {
      return;
    }
    int crew = network.demandCrew[network.demandsFrom[i] + random.nextInt(demands)];
    int from = board.start[i] - 2 * network.duration[i];
    for (int asked = ASKED * wanted; asked > 0 && projects < wanted; asked--) {
      int other = movable[random.nextInt(movable.length)];
      if (!chosen[other] && holds(other, crew, from, board.finish[i])) {
        add(other);
      }
    }
  }

  private boolean holds(int p, int crew, int from, int to) {
    for (int i : tasksOf[p]) {
      if (board.start[i] < to && board.finish[i] > from) {
        for (int k = network.demandsFrom[i]; k < network.demandsFrom[i + 1]; k++) {
          if (network.demandCrew[k] == crew) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void takeOut() {
    tasks = 0;
    for (int k = 0; k < projects; k++) {
      for (int i : tasksOf[project[k]]) {
        if (tasks == task.length) {
          int longer = Math.max(64, 2 * tasks);
          task = Arrays.copyOf(task, longer);
          order = Arrays.copyOf(order, longer);
          oldStart = Arrays.copyOf(oldStart, longer);
          oldFinish = Arrays.copyOf(oldFinish, longer);
        }
        task[tasks] = i;
        oldStart[tasks] = board.start[i];
        oldFinish[tasks++] = board.finish[i];
        board.takeOff(i);
      }
    }
  }

  /** By latest start, by the dates they had, or pulled to an earlier end; blurred. */
  private void sort() {
    int way = random.nextInt(5);
    double blur = random.nextDouble() * random.nextDouble() * 20;
    int k = 0;
    for (int at = 0; at < projects; at++) {
      int p = project[at];
      double shift = way < 2 ? 0 : (random.nextDouble() - 0.5) * 2 * blur;
      double pull = way < 2 ? scores.end[p] * (1.05 - 0.35 * random.nextDouble() * random.nextDouble()) : scores.end[p];
      for (int i : tasksOf[p]) {
        double pulled = Math.min(dates.dueStart(i), pull - dates.tail(i));
        double its = way < 3 ? pulled : way == 3 ? oldStart[k] : (oldStart[k] + pulled) / 2;
        int wanted = (int) (FINE * (its + shift + (random.nextDouble() - 0.5) * blur));
        key[i] = dates.notBeforePredecessors(i, wanted, key);
        order[k] = ((long) key[i] << 32) | k;
        k++;
      }
    }
    Arrays.sort(order, 0, tasks);
    for (int at = 0; at < tasks; at++) {
      // What is on the board asks nothing of the order.
      key[task[at]] = Integer.MIN_VALUE;
    }
  }

  /** Whether links to projects that stayed where they were hold; those inside a project do by the order. */
  private boolean linksHold() {
    if (!dates.crossing()) {
      return true;
    }
    for (int k = 0; k < tasks; k++) {
      Arcs in = network.predecessors;
      Arcs out = network.successors;
      int i = task[k];
      for (int a = in.from[i]; a < in.from[i + 1]; a++) {
        if (!kept(in.kind[a], in.lag[a], in.task[a], i)) {
          return false;
        }
      }
      for (int a = out.from[i]; a < out.from[i + 1]; a++) {
        if (!board.fact[out.task[a]] && !kept(out.kind[a], out.lag[a], i, out.task[a])) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean kept(Link.Kind kind, int lag, int from, int to) {
    return switch (kind) {
      case FS -> board.start[to] >= board.finish[from] + lag;
      case SS -> board.start[to] >= board.start[from] + lag;
      case FF -> board.finish[to] >= board.finish[from] + lag;
      case SF -> board.finish[to] >= board.start[from] + lag;
    };
  }
}
