package org.xingfuli.engine.scheduling.exact;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Calendar;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Timetable;

/** What is left of each crew in each period for the tasks that may still move. */
final class Room {

  private final int[][] left;

  private Room(int[][] left) {
    this.left = left;
  }

  /**
   * @param free the tasks that may move; the others hold their crews at the dates of {@code standing}
   * @param periods how far it is needed
   */
  static Room of(Network network, BitSet free, @Nullable Timetable standing, int periods) {
    int[][] left = new int[network.crews().size()][periods];
    for (int c = 0; c < left.length; c++) {
      fill(left[c], network.crews().get(c));
    }
    for (int i = free.nextClearBit(0); standing != null && i < network.size(); i = free.nextClearBit(i + 1)) {
      Calendar calendar = network.calendarOf(i);
      for (Demand demand : network.task(i).demands()) {
        for (int t = standing.start(i); t < Math.min(periods, standing.finish(i)); t++) {
          left[demand.crew()][t] -= calendar.works(t) ? demand.number() : 0;
        }
      }
    }
    return new Room(left);
  }

  private static void fill(int[] left, Crew crew) {
    for (int k = 0; k < crew.profile().size(); k++) {
      Crew.Step step = crew.profile().get(k);
      int from = Math.max(0, step.from());
      int to = k + 1 < crew.profile().size() ? Math.min(left.length, crew.profile().get(k + 1).from()) : left.length;
      if (from < to) {
        Arrays.fill(left, from, to, step.capacity());
      }
    }
  }

  int left(int crew, int period) {
    return left[crew][period];
  }
}
