package org.xingfuli.engine.scheduling;

import java.util.BitSet;
import java.util.Map;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Schedules task by task: of those whose predecessors have dates the most urgent one, at the earliest period its crews
 * are free. Throws {@link Refused} {@code schedule.horizon-too-short} when a task finds no room.
 */
public final class SerialGeneration {

  private final Network network;
  private final int[] start;
  private final int[] finish;
  private final int[] waiting;
  private final Load load;

  private SerialGeneration(Network network) {
    this.network = network;
    start = new int[network.size()];
    finish = new int[network.size()];
    waiting = new int[network.size()];
    load = new Load(network);
    for (int i = 0; i < network.size(); i++) {
      waiting[i] = network.predecessors.count(i);
    }
  }

  /**
   * @param key urgency per task, small first; ties by index. It need not respect the links
   */
  public static Timetable of(Network network, int[] key) {
    return new SerialGeneration(network).run(Ranking.by(key), Actuals.none());
  }

  /** Likewise, with what has really happened put in its place first; nothing else starts before the data date. */
  public static Timetable of(Network network, int[] key, Actuals actuals) {
    return new SerialGeneration(network).run(Ranking.by(key), actuals);
  }

  private Timetable run(Ranking ranking, Actuals actuals) {
    actuals.progress().forEach((task, progress) -> fix(task, progress, actuals.dataDate()));
    int floor = actuals.dataDate();
    BitSet ready = new BitSet(network.size());
    for (int i = 0; i < network.size(); i++) {
      if (waiting[i] == 0) {
        ready.set(ranking.rank[i]);
      }
    }
    Arcs out = network.successors;
    int left = network.size();
    for (int r = ready.nextSetBit(0); left > 0; r = ready.nextSetBit(r)) {
      ready.clear(r);
      left--;
      int i = ranking.byRank[r];
      if (!actuals.progress().containsKey(i)) {
        place(i, floor);
      }
      for (int k = out.from[i]; k < out.from[i + 1]; k++) {
        int q = out.task[k];
        if (--waiting[q] == 0) {
          ready.set(ranking.rank[q]);
          r = Math.min(r, ranking.rank[q]);
        }
      }
    }
    return Timetable.owning(start, finish);
  }

  private void fix(int task, Actuals.Progress progress, int dataDate) {
    start[task] = progress.start();
    switch (progress) {
      case Actuals.Done done -> finish[task] = done.finish();
      case Actuals.Underway underway -> {
        Calendar calendar = network.calendar[task];
        int resume = underway.resume(calendar, dataDate);
        finish[task] = calendar.finish(resume, underway.remaining());
        if (finish[task] > network.horizon()) {
          throw noRoom(network, task);
        }
        load.book(task, resume, finish[task]);
      }
    }
  }

  private void place(int i, int floor) {
    int from = ForwardPass.earliest(network, i, start, finish, Math.max(floor, network.release[i]));
    int s = load.earliest(i, from);
    if (s < 0) {
      throw noRoom(network, i);
    }
    start[i] = s;
    finish[i] = network.calendar[i].finish(s, network.duration[i]);
    load.book(i, s, finish[i]);
  }

  static Refused noRoom(Network network, int task) {
    return new Refused(Refusal.of("schedule.horizon-too-short",
        Map.of("task", network.nameOf(task), "horizon", network.horizon())));
  }
}
