package org.xingfuli.engine.scheduling;

import java.util.function.Consumer;

/** All timetables of a tiny network with a short horizon, one after the other. */
public final class EveryTimetable {

  private EveryTimetable() {}

  /** Hands over those the verifier finds nothing against. */
  public static void feasible(Network network, Consumer<Timetable> use) {
    int size = network.size();
    int horizon = network.horizon();
    int[] start = new int[size];
    int[] finish = new int[size];
    int all = (int) Math.pow(horizon + 1, size);
    for (int code = 0; code < all; code++) {
      int rest = code;
      boolean inside = true;
      for (int i = 0; i < size; i++) {
        start[i] = rest % (horizon + 1);
        rest /= horizon + 1;
        finish[i] = finish(network, i, start[i]);
        inside &= finish[i] <= horizon;
      }
      if (inside) {
        Timetable timetable = Timetable.of(start, finish);
        if (Verifier.violations(network, timetable).isEmpty()) {
          use.accept(timetable);
        }
      }
    }
  }

  /** Counted period by period. */
  private static int finish(Network network, int task, int start) {
    int left = network.task(task).duration();
    int t = start;
    while (left > 0 && t < network.horizon()) {
      left -= network.calendarOf(task).works(t) ? 1 : 0;
      t++;
    }
    return left > 0 ? network.horizon() + 1 : t;
  }
}
