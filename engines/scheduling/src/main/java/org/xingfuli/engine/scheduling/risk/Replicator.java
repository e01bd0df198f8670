package org.xingfuli.engine.scheduling.risk;

import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Node;

/**
 * Places all tasks of a frozen order once for every replication: serial generation without its queue, without objects. Gives
 * what {@code Repair} gives for the network of {@link Replication}. A task that finds no room within the horizon, and what
 * waits for it, is {@link RiskResult#BEYOND}. One per thread.
 */
final class Replicator {

  /** Later than any date; small enough to add lags to. */
  private static final int LOST = 1 << 29;

  private final FrozenOrder frozen;
  private final Chance chance;
  private final CrewWords crews;
  private final WorkDays[] days;
  private final Signature[] signatures;
  /** Release of each task when late signatures are counted in. */
  private final int[] signed;
  private final int[] nodes;
  private final int[] projectOf;
  final int[] start;
  final int[] finish;

  Replicator(FrozenOrder frozen, RiskModel model, long seed) {
    this.frozen = frozen;
    chance = new Chance(frozen.network, model, frozen.floor, seed);
    crews = new CrewWords(frozen.network, frozen.floor);
    days = new WorkDays[frozen.calendars.size()];
    for (int c = 0; c < days.length; c++) {
      days[c] = new WorkDays(frozen.working(c), frozen.horizon, frozen.floor, frozen.calendars.get(c).sensitivity());
    }
    signed = frozen.release.clone();
    signatures = model.signatures.toArray(new Signature[0]);
    nodes = frozen.network.nodes().stream().mapToInt(Node::task).toArray();
    projectOf = new int[frozen.network.size()];
    start = new int[projectOf.length];
    finish = new int[projectOf.length];
    for (int i = 0; i < projectOf.length; i++) {
      projectOf[i] = frozen.network.task(i).project();
    }
    frozen.actuals.progress().forEach((task, progress) -> {
      start[task] = progress.start();
      finish[task] = progress instanceof Actuals.Done done ? done.finish() : 0;
    });
  }

  void run(long replication) {
    chance.draw(replication);
    for (WorkDays each : days) {
      each.wet(chance.lightness);
    }
    crews.clear();
    for (Signature signature : signatures) {
      signed[signature.task()] = frozen.release[signature.task()];
    }
    for (int k = 0; k < signatures.length; k++) {
      int task = signatures[k].task();
      if (chance.late[k] > 0) {
        signed[task] = Math.max(signed[task], signatures[k].from() + chance.late[k]);
      }
    }
    for (int task : frozen.underway) {
      goOn(task);
    }
    for (int task : frozen.order) {
      place(task);
    }
  }

  private void goOn(int task) {
    WorkDays own = days[frozen.days[task]];
    int remaining = frozen.actuals.progress().get(task) instanceof Actuals.Underway known ? known.remaining() : 0;
    int left = chance.duration(task, remaining);
    if (left == 0) {
      finish[task] = frozen.floor;
      return;
    }
    int first = own.before[frozen.floor];
    if (first + left > own.count) {
      finish[task] = LOST;
      return;
    }
    for (int k = first; k < first + left; k++) {
      crews.bookFact(frozen.network.task(task), own.at[k]);
    }
    finish[task] = own.at[first + left - 1] + 1;
  }

  private void place(int task) {
    int s = Math.max(frozen.floor, signed[task]);
    int f = s;
    for (int k = frozen.from[task]; k < frozen.from[task + 1]; k++) {
      int before = frozen.predecessor[k];
      int bound = frozen.lag[k];
      switch (frozen.kind[k]) {
        case FS -> s = Math.max(s, finish[before] + bound);
        case SS -> s = Math.max(s, start[before] + bound);
        case FF -> f = Math.max(f, finish[before] + bound);
        case SF -> f = Math.max(f, start[before] + bound);
      }
    }
    int duration = chance.duration(task, frozen.duration[task]);
    if (s > frozen.horizon || f > frozen.horizon) {
      lose(task);
    } else if (duration == 0) {
      start[task] = Math.max(s, f);
      finish[task] = start[task];
    } else {
      WorkDays own = days[frozen.days[task]];
      put(task, own, Math.max(own.before[s], own.index(f - 1) - duration + 1), duration);
    }
  }

  /** From the k-th working period on, as early as the crews allow. */
  private void put(int task, WorkDays own, int earliest, int duration) {
    int from = crews.from[task];
    int until = crews.from[task + 1];
    int k = earliest;
    for (int a = from; a < until; a++) {
      k = Math.max(k, own.before[crews.first(a)]);
    }
    if (until - from == 1) {
      k = room(own, crews.free[crews.asksWord[from]], crews.asks[from], crews.guard[crews.asksWord[from]], k, duration);
    } else {
      // Each word in turn moves the start until all agree.
      for (int agreed = 0, a = from; agreed < until - from && k >= 0; a = a + 1 == until ? from : a + 1) {
        int word = crews.asksWord[a];
        int moved = room(own, crews.free[word], crews.asks[a], crews.guard[word], k, duration);
        agreed = moved == k ? agreed + 1 : 1;
        k = moved;
      }
    }
    if (k < 0 || k + duration > own.count) {
      lose(task);
      return;
    }
    int[] at = own.at;
    start[task] = at[k];
    finish[task] = at[k + duration - 1] + 1;
    for (int a = from; a < until; a++) {
      long[] free = crews.free[crews.asksWord[a]];
      long ask = crews.asks[a];
      for (int j = k; j < k + duration; j++) {
        free[at[j]] -= ask;
      }
    }
  }

  /** First of as many working periods in a row that are free; -1 when the horizon ends before. */
  private static int room(WorkDays own, long[] free, long ask, long guard, int earliest, int duration) {
    int[] at = own.at;
    int k = earliest;
    int known = k; // from here on until the end looked at before, all periods have been found free
    while (true) {
      int end = k + duration;
      if (end > own.count) {
        return -1;
      }
      int j = end - 1;
      while (j >= known && (free[at[j]] - ask & guard) == guard) {
        j--;
      }
      if (j < known) {
        return k;
      }
      k = j + 1;
      known = end;
    }
  }

  private void lose(int task) {
    start[task] = LOST;
    finish[task] = LOST;
  }

  /** Finish of every node's task, then of every project's last task. */
  void write(int[] into, int offset) {
    for (int n = 0; n < nodes.length; n++) {
      into[offset + n] = told(finish[nodes[n]]);
    }
    int projects = offset + nodes.length;
    for (int p = 0; p < frozen.network.projects(); p++) {
      into[projects + p] = 0;
    }
    for (int i = 0; i < finish.length; i++) {
      into[projects + projectOf[i]] = Math.max(into[projects + projectOf[i]], told(finish[i]));
    }
  }

  private static int told(int finish) {
    return finish >= LOST / 2 ? RiskResult.BEYOND : finish;
  }
}
