package org.xingfuli.peers;

import java.util.Arrays;
import java.util.List;

/**
 * Serial generation: one task after the other at the earliest start at which its predecessors are done and its crews free. A task
 * that stands before a predecessor waits for it and follows at once.
 */
final class SerialOrder {

  private final Facts facts;
  private final int[][] free;
  private final int[] start;
  /** Predecessors not yet placed. */
  private final int[] open;
  private final boolean[] listed;
  private final boolean[] done;
  /** Tasks as they were placed, and how many were once position k of the order was done. */
  private final int[] placed;
  private final int[] placedAfter;
  private final int[] order;
  private int count;
  private int positions;

  SerialOrder(Facts facts) {
    this.facts = facts;
    free = new int[facts.capacity.length][];
    for (int c = 0; c < free.length; c++) {
      free[c] = new int[512];
      Arrays.fill(free[c], facts.capacity[c]);
    }
    start = new int[facts.size()];
    open = new int[facts.size()];
    for (int i = 0; i < open.length; i++) {
      open[i] = facts.before[i].length / 2;
    }
    listed = new boolean[facts.size()];
    done = new boolean[facts.size()];
    placed = new int[facts.size()];
    placedAfter = new int[facts.size()];
    order = new int[facts.size()];
  }

  /** Brings the timetable to this order of all tasks, from the first position on at which the last order differs. */
  void place(List<OrderedTask> wanted) {
    int same = 0;
    while (same < positions && same < wanted.size() && order[same] == wanted.get(same).index()) {
      same++;
    }
    takeBack(same);
    for (int k = same; k < wanted.size(); k++) {
      int task = wanted.get(k).index();
      order[k] = task;
      listed[task] = true;
      if (open[task] == 0) {
        place(task);
      }
      placedAfter[k] = count;
    }
    positions = wanted.size();
  }

  private void takeBack(int same) {
    for (int k = same; k < positions; k++) {
      listed[order[k]] = false;
    }
    int keep = same == 0 ? 0 : placedAfter[same - 1];
    while (count > keep) {
      int task = placed[--count];
      book(task, 1);
      done[task] = false;
      for (int next : facts.after[task]) {
        open[next]++;
      }
    }
  }

  private void place(int task) {
    start[task] = earliest(task);
    book(task, -1);
    done[task] = true;
    placed[count++] = task;
    for (int next : facts.after[task]) {
      open[next]--;
    }
    for (int next : facts.after[task]) {
      if (open[next] == 0 && listed[next] && !done[next]) {
        place(next);
      }
    }
  }

  private int earliest(int task) {
    int s = facts.release[task];
    int[] before = facts.before[task];
    for (int k = 0; k < before.length; k += 2) {
      s = Math.max(s, start[before[k]] + facts.duration[before[k]] + before[k + 1]);
    }
    int blocked = lastBlocked(task, s);
    while (blocked >= 0) {
      s = blocked + 1;
      blocked = lastBlocked(task, s);
    }
    return s;
  }

  private int lastBlocked(int task, int from) {
    int until = from + facts.duration[task];
    int[] demands = facts.demands[task];
    int blocked = -1;
    for (int k = 0; k < demands.length; k += 2) {
      int[] left = reaching(demands[k], until);
      for (int t = until - 1; t >= Math.max(from, blocked + 1); t--) {
        if (left[t] < demands[k + 1]) {
          blocked = t;
          break;
        }
      }
    }
    return blocked;
  }

  private int[] reaching(int crew, int until) {
    int known = free[crew].length;
    if (known < until) {
      free[crew] = Arrays.copyOf(free[crew], 2 * until);
      Arrays.fill(free[crew], known, free[crew].length, facts.capacity[crew]);
    }
    return free[crew];
  }

  private void book(int task, int sign) {
    int[] demands = facts.demands[task];
    for (int k = 0; k < demands.length; k += 2) {
      int[] left = free[demands[k]];
      for (int t = start[task]; t < start[task] + facts.duration[task]; t++) {
        left[t] += sign * demands[k + 1];
      }
    }
  }

  /** Of every task, once an order was placed. */
  int[] starts() {
    return start;
  }

  /** The cost below zero. */
  long soft() {
    long lateness = 0;
    int[] end = new int[facts.projects];
    for (int i = 0; i < start.length; i++) {
      int finish = start[i] + facts.duration[i];
      lateness += facts.lateness(i, finish);
      end[facts.project[i]] = Math.max(end[facts.project[i]], finish);
    }
    long handOver = 0;
    for (int each : end) {
      handOver += each;
    }
    return Facts.soft(lateness, handOver);
  }
}
