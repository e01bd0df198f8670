package org.xingfuli.engine.scheduling;

import java.util.Arrays;

/**
 * What is still free of each crew in each period while a schedule grows. Only booking, never giving back: so a crew's
 * first period with enough left only moves forward, and is remembered per number asked.
 */
final class Load {

  private static final int REMEMBERED = 32;

  private final Network network;
  private final int horizon;
  private final int[][] free;
  private final int[][] first;
  private int length;

  Load(Network network) {
    this.network = network;
    this.horizon = network.horizon();
    free = new int[network.crews().size()][];
    first = new int[free.length][REMEMBERED];
    length = 0;
    reach(Math.min(horizon, 512));
  }

  private void reach(int periods) {
    if (periods <= length) {
      return;
    }
    int longer = Math.min(horizon, Math.max(periods, 2 * length));
    for (int c = 0; c < free.length; c++) {
      Crew crew = network.crews().get(c);
      int[] old = free[c];
      int[] grown = old == null ? new int[longer] : Arrays.copyOf(old, longer);
      for (int t = length; t < longer; t++) {
        grown[t] = crew.profile().size() == 1 && crew.profile().get(0).from() <= 0
            ? crew.profile().get(0).capacity() : crew.capacityAt(t);
      }
      free[c] = grown;
    }
    length = longer;
  }

  /** Earliest start at or after {@code from} at which all crews are free throughout; -1 when the horizon ends before. */
  int earliest(int task, int from) {
    Calendar calendar = network.calendar[task];
    int d = network.duration[task];
    if (d == 0) {
      return from <= horizon ? from : -1;
    }
    int s = calendar.next(from);
    boolean holds = network.demandsFrom[task] < network.demandsFrom[task + 1];
    while (true) {
      if (holds) {
        s = calendar.next(afterFull(task, s));
      }
      int f = calendar.finish(s, d);
      if (f > horizon) {
        return -1;
      }
      reach(f);
      int blocked = holds ? lastBlocked(task, calendar, s, f) : -1;
      if (blocked < 0) {
        return s;
      }
      s = calendar.next(blocked + 1);
    }
  }

  /** Whether the task can run from this very working period. */
  boolean fits(int task, int start) {
    int d = network.duration[task];
    if (d == 0) {
      return true;
    }
    Calendar calendar = network.calendar[task];
    int f = calendar.finish(start, d);
    if (f > horizon) {
      return false;
    }
    reach(f);
    for (int k = network.demandsFrom[task]; k < network.demandsFrom[task + 1]; k++) {
      if (free[network.demandCrew[k]][start] < network.demandNumber[k]) {
        return false;
      }
    }
    return lastBlocked(task, calendar, start, f) < 0;
  }

  private int afterFull(int task, int s) {
    for (int k = network.demandsFrom[task]; k < network.demandsFrom[task + 1]; k++) {
      int number = network.demandNumber[k];
      if (number < REMEMBERED) {
        int crew = network.demandCrew[k];
        int[] left = free[crew];
        int t = first[crew][number];
        while (t < length && left[t] < number) {
          t++;
        }
        first[crew][number] = t;
        s = Math.max(s, t);
      }
    }
    return s;
  }

  private int lastBlocked(int task, Calendar calendar, int s, int f) {
    int blocked = -1;
    for (int k = network.demandsFrom[task]; k < network.demandsFrom[task + 1]; k++) {
      int[] left = free[network.demandCrew[k]];
      int number = network.demandNumber[k];
      int until = Math.max(s, blocked + 1);
      for (int t = f - 1; t >= until; t--) {
        if (left[t] < number && (calendar.isEveryPeriod() || calendar.works(t))) {
          blocked = t;
          break;
        }
      }
    }
    return blocked;
  }

  /** Takes the crews; may go below zero when facts say so. */
  void book(int task, int start, int finish) {
    Calendar calendar = network.calendar[task];
    reach(Math.min(finish, horizon));
    for (int k = network.demandsFrom[task]; k < network.demandsFrom[task + 1]; k++) {
      int[] left = free[network.demandCrew[k]];
      int number = network.demandNumber[k];
      for (int t = Math.max(0, start); t < Math.min(finish, horizon); t++) {
        if (calendar.isEveryPeriod() || calendar.works(t)) {
          left[t] -= number;
        }
      }
    }
  }

  /** Units of a crew nobody holds in a period. */
  int free(int crew, int period) {
    reach(Math.min(horizon, period + 1));
    return free[crew][period];
  }
}
