package org.xingfuli.engine.scheduling;

import java.util.Arrays;
import java.util.BitSet;
import org.xingfuli.kernel.Refused;

/**
 * Schedules period by period: in each one the most urgent tasks that may start and whose crews are free throughout.
 * Throws {@link Refused} {@code schedule.horizon-too-short} when the horizon ends before the work.
 */
public final class ParallelGeneration {

  private final Network network;
  private final Ranking ranking;
  private final int[] start;
  private final int[] finish;
  private final int[] waiting;
  private final Load load;
  private final BitSet ready;
  /** Tasks by the later period they become ready in: heads of linked lists. */
  private int[] later = new int[256];
  private final int[] nextLater;

  private ParallelGeneration(Network network, Ranking ranking) {
    this.network = network;
    this.ranking = ranking;
    int size = network.size();
    start = new int[size];
    finish = new int[size];
    waiting = new int[size];
    nextLater = new int[size];
    load = new Load(network);
    ready = new BitSet(size);
    Arrays.fill(later, -1);
  }

  /**
   * @param key urgency per task, small first; ties by index
   */
  public static Timetable of(Network network, int[] key) {
    return new ParallelGeneration(network, Ranking.by(key)).run();
  }

  private Timetable run() {
    for (int i = 0; i < network.size(); i++) {
      waiting[i] = network.predecessors.count(i);
      if (waiting[i] == 0) {
        admit(i, 0);
      }
    }
    int left = network.size();
    for (int t = 0; left > 0; t++) {
      if (t > network.horizon()) {
        throw SerialGeneration.noRoom(network, unplaced());
      }
      if (t < later.length) {
        for (int i = later[t]; i >= 0; i = nextLater[i]) {
          ready.set(ranking.rank[i]);
        }
      }
      for (int r = ready.nextSetBit(0); r >= 0; r = ready.nextSetBit(r)) {
        int i = ranking.byRank[r];
        if (network.duration[i] > 0 && !(network.calendar[i].works(t) && load.fits(i, t))) {
          r++;
          continue;
        }
        ready.clear(r);
        left--;
        start[i] = t;
        finish[i] = network.calendar[i].finish(t, network.duration[i]);
        load.book(i, t, finish[i]);
        r = Math.min(r, release(i, t));
      }
    }
    return Timetable.owning(start, finish);
  }

  /** Lets the successors come; returns the least rank that became ready at once. */
  private int release(int i, int t) {
    int least = Integer.MAX_VALUE;
    Arcs out = network.successors;
    for (int k = out.from[i]; k < out.from[i + 1]; k++) {
      int q = out.task[k];
      if (--waiting[q] == 0 && admit(q, t)) {
        least = Math.min(least, ranking.rank[q]);
      }
    }
    return least;
  }

  /** Whether the task is ready in period t already. */
  private boolean admit(int i, int t) {
    int from = ForwardPass.earliest(network, i, start, finish, Math.max(t, network.release[i]));
    if (from > network.horizon()) {
      throw SerialGeneration.noRoom(network, i);
    }
    if (from <= t) {
      ready.set(ranking.rank[i]);
      return true;
    }
    if (from >= later.length) {
      int old = later.length;
      later = Arrays.copyOf(later, Math.max(from + 1, 2 * old));
      Arrays.fill(later, old, later.length, -1);
    }
    nextLater[i] = later[from];
    later[from] = i;
    return false;
  }

  private int unplaced() {
    int r = ready.nextSetBit(0);
    return r >= 0 ? ranking.byRank[r] : 0;
  }
}
