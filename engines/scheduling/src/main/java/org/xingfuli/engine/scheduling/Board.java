package org.xingfuli.engine.scheduling;

import java.util.Arrays;

/**
 * A whole timetable under work: tasks can be taken off and put back at the earliest period their crews are free. What a task
 * costs to move does not depend on how many others there are. Not for several threads.
 */
final class Board {

  /** How far beyond what it needs the load of the crews is laid out. */
  private static final int AHEAD = 64;

  final Network network;
  final int[] start;
  final int[] finish;
  private final int[][] free;
  private final int[][] capacity;
  private int length;
  /** First period that is still open: what has not started begins here or later. */
  private final int floor;
  /** Whether something really happened to the task: it stays where it is. */
  final boolean[] fact;

  /** A board with the facts on it and nothing else. */
  Board(Network network, Actuals actuals) {
    this.network = network;
    start = new int[network.size()];
    finish = new int[network.size()];
    free = new int[network.crews().size()][0];
    capacity = new int[free.length][0];
    floor = actuals.dataDate();
    fact = new boolean[network.size()];
    actuals.progress().forEach(this::fix);
  }

  private void fix(int task, Actuals.Progress progress) {
    fact[task] = true;
    start[task] = progress.start();
    switch (progress) {
      case Actuals.Done done -> finish[task] = done.finish();
      case Actuals.Underway underway -> {
        Calendar calendar = network.calendar[task];
        int resume = underway.resume(calendar, floor);
        finish[task] = calendar.finish(resume, underway.remaining());
        if (finish[task] > network.horizon()) {
          throw SerialGeneration.noRoom(network, task);
        }
        reach(finish[task]);
        change(task, resume, finish[task], -1);
      }
    }
  }

  private void reach(int periods) {
    if (periods <= length) {
      return;
    }
    int longer = Math.min(network.horizon(), Math.max(periods + AHEAD, length + length / 2));
    for (int c = 0; c < free.length; c++) {
      capacity[c] = Arrays.copyOf(capacity[c], longer);
      Crew crew = network.crews().get(c);
      boolean steady = crew.profile().size() == 1 && crew.profile().get(0).from() <= 0;
      for (int t = length; t < longer; t++) {
        capacity[c][t] = steady ? crew.profile().get(0).capacity() : crew.capacityAt(t);
      }
      free[c] = Arrays.copyOf(free[c], longer);
      System.arraycopy(capacity[c], length, free[c], length, longer - length);
    }
    length = longer;
  }

  /** Puts a task that is off the board where a timetable has it. */
  void put(int task, int itsStart, int itsFinish) {
    start[task] = itsStart;
    finish[task] = itsFinish;
    reach(itsFinish);
    change(task, itsStart, itsFinish, -1);
  }

  void takeOff(int task) {
    change(task, start[task], finish[task], 1);
  }

  /**
   * Puts a task that is off the board to the earliest dates its predecessors and crews allow.
   *
   * @return whether there was room before the horizon
   */
  boolean place(int task) {
    int from = ForwardPass.earliest(network, task, start, finish, Math.max(floor, network.release[task]));
    int d = network.duration[task];
    if (d == 0) {
      start[task] = from;
      finish[task] = from;
      return from <= network.horizon();
    }
    Calendar calendar = network.calendar[task];
    int s = calendar.isEveryPeriod() ? earliest(task, from, d) : earliest(task, from, d, calendar);
    if (s < 0) {
      return false;
    }
    start[task] = s;
    finish[task] = calendar.finish(s, d);
    change(task, s, finish[task], -1);
    return true;
  }

  private int earliest(int task, int from, int d) {
    int s = from;
    int last = network.demandsFrom[task + 1];
    int k = network.demandsFrom[task];
    reach(Math.min(network.horizon(), s + d));
    while (k < last) {
      int[] left = free[network.demandCrew[k]];
      int number = network.demandNumber[k];
      int t = s + d - 1;
      while (t >= s && t < length && left[t] >= number) {
        t--;
      }
      if (t < s) {
        k++;
        continue;
      }
      if (t >= length) {
        return -1;
      }
      s = t + 1;
      k = network.demandsFrom[task];
      if (s + d > length) {
        reach(Math.min(network.horizon(), s + d));
      }
    }
    return s + d <= network.horizon() ? s : -1;
  }

  private int earliest(int task, int from, int d, Calendar calendar) {
    int s = calendar.next(from);
    int last = network.demandsFrom[task + 1];
    int k = network.demandsFrom[task];
    while (true) {
      int f = calendar.finish(s, d);
      if (f > network.horizon()) {
        return -1;
      }
      reach(f);
      int blocked = -1;
      for (; k < last && blocked < 0; k++) {
        int[] left = free[network.demandCrew[k]];
        int number = network.demandNumber[k];
        for (int t = f - 1; t >= s; t--) {
          if (left[t] < number && calendar.works(t)) {
            blocked = t;
            break;
          }
        }
      }
      if (blocked < 0) {
        return s;
      }
      s = calendar.next(blocked + 1);
      k = network.demandsFrom[task];
    }
  }

  private void change(int task, int from, int to, int sign) {
    Calendar calendar = network.calendar[task];
    boolean always = calendar.isEveryPeriod();
    for (int k = network.demandsFrom[task]; k < network.demandsFrom[task + 1]; k++) {
      int[] left = free[network.demandCrew[k]];
      int number = sign * network.demandNumber[k];
      for (int t = Math.max(0, from); t < to; t++) {
        if (always || calendar.works(t)) {
          left[t] += number;
        }
      }
    }
  }

  /** The load as it stands, to come back to. */
  int[][] load() {
    int[][] copy = new int[free.length][];
    for (int c = 0; c < free.length; c++) {
      copy[c] = free[c].clone();
    }
    return copy;
  }

  /** Writes the load into a copy made before; one that has become too short is made anew. */
  int[][] loadInto(int[][] copy) {
    if (copy.length > 0 && copy[0].length != length) {
      return load();
    }
    for (int c = 0; c < free.length; c++) {
      System.arraycopy(free[c], 0, copy[c], 0, length);
    }
    return copy;
  }

  /** Back to a load kept before; periods it did not reach are free again. */
  void backTo(int[][] copy) {
    for (int c = 0; c < free.length; c++) {
      int known = copy[c].length;
      System.arraycopy(copy[c], 0, free[c], 0, known);
      System.arraycopy(capacity[c], known, free[c], known, length - known);
    }
  }

  Timetable timetable() {
    return Timetable.of(start, finish);
  }
}
