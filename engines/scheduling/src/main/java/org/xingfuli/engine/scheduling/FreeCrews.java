package org.xingfuli.engine.scheduling;

import java.util.Arrays;

/**
 * Free units of all crews by period, for networks whose crews have one size. Several crews share a word with a guard bit
 * each, so that one subtraction asks all of them at once; {@link Load} is for calendars and changing crews.
 */
final class FreeCrews {

  private final int bits;
  private final int perWord;
  private final long guard;
  private final long[] all;
  private final long[][] free;
  private final int[] reached;
  /** Demands of task i by word: entries {@code from[i]} until {@code from[i + 1]}. */
  private final int[] from;
  private final int[] word;
  private final long[] demand;

  FreeCrews(Network network) {
    int largest = 1;
    for (Crew crew : network.crews()) {
      largest = Math.max(largest, crew.largest());
    }
    for (int number : network.demandNumber) {
      largest = Math.max(largest, number);
    }
    bits = largest < 1 << 7 ? 8 : largest < 1 << 15 ? 16 : 32;
    perWord = Long.SIZE / bits;
    long guards = 0;
    for (int field = 0; field < perWord; field++) {
      guards |= 1L << (field * bits + bits - 1);
    }
    guard = guards;
    int words = (network.crews().size() + perWord - 1) / perWord;
    all = new long[words];
    Arrays.fill(all, guard);
    for (int c = 0; c < network.crews().size(); c++) {
      all[c / perWord] |= (long) network.crews().get(c).capacityAt(0) << (c % perWord * bits);
    }
    free = new long[words][512];
    reached = new int[words];
    from = new int[network.size() + 1];
    int[] asking = new int[network.demandCrew.length];
    long[] demands = new long[network.demandCrew.length];
    int filled = 0;
    for (int i = 0; i < network.size(); i++) {
      from[i] = filled;
      if (network.duration[i] == 0) {
        continue;
      }
      for (int k = network.demandsFrom[i]; k < network.demandsFrom[i + 1]; k++) {
        int at = network.demandCrew[k] / perWord;
        int same = from[i];
        while (same < filled && asking[same] != at) {
          same++;
        }
        if (same == filled) {
          asking[filled++] = at;
        }
        demands[same] |= (long) network.demandNumber[k] << (network.demandCrew[k] % perWord * bits);
      }
    }
    from[network.size()] = filled;
    word = Arrays.copyOf(asking, filled);
    demand = Arrays.copyOf(demands, filled);
  }

  /** Everybody is free again. */
  void clear() {
    Arrays.fill(reached, 0);
  }

  /** Earliest start at or after {@code earliest} at which every crew of the task is free throughout. */
  int earliest(int task, int duration, int earliest) {
    int first = from[task];
    int last = from[task + 1];
    int start = earliest;
    if (last - first == 1) {
      return earliest(word[first], demand[first], duration, start);
    }
    // Each word in turn moves the start until all agree.
    for (int agreed = 0, k = first; agreed < last - first; k = k + 1 == last ? first : k + 1) {
      int moved = earliest(word[k], demand[k], duration, start);
      agreed = moved == start ? agreed + 1 : 1;
      start = moved;
    }
    return start;
  }

  private int earliest(int at, long asked, int duration, int earliest) {
    int start = earliest;
    int known = earliest; // from start until here all periods have been found free
    int end = start + duration;
    reach(at, end);
    long[] left = free[at];
    while (true) {
      int t = end - 1;
      while (t >= known && (left[t] - asked & guard) == guard) {
        t--;
      }
      if (t < known) {
        return start;
      }
      start = t + 1;
      known = end;
      end = start + duration;
      reach(at, end);
      left = free[at];
    }
  }

  void book(int task, int start, int finish) {
    for (int k = from[task]; k < from[task + 1]; k++) {
      int at = word[k];
      reach(at, finish);
      long[] left = free[at];
      long asked = demand[k];
      for (int t = start; t < finish; t++) {
        left[t] -= asked;
      }
    }
  }

  private void reach(int at, int periods) {
    if (reached[at] >= periods) {
      return;
    }
    if (free[at].length < periods) {
      free[at] = Arrays.copyOf(free[at], Math.max(periods, 2 * free[at].length));
    }
    Arrays.fill(free[at], reached[at], periods, all[at]);
    reached[at] = periods;
  }
}
