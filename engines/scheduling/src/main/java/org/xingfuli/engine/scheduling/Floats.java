package org.xingfuli.engine.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** How many elapsed periods a task's start may slip; negative when its node is already lost by that much. */
public final class Floats {

  private final Network network;
  private final Timetable timetable;
  private final Timetable latest;
  private final int[] projectFinish;

  private Floats(Network network, Timetable timetable, Timetable latest) {
    this.network = network;
    this.timetable = timetable;
    this.latest = latest;
    this.projectFinish = Score.projectFinishes(network, timetable);
  }

  public static Floats of(Network network, Timetable timetable) {
    return new Floats(network, timetable, BackwardPass.of(network));
  }

  /** Latest safe dates of all tasks. */
  public Timetable latest() {
    return latest;
  }

  /** Latest safe start less start: what may be lost without losing a node or a project's end. */
  public int total(int task) {
    return latest.start(task) - timetable.start(task);
  }

  /** What may be lost without moving any successor or the project's finish, crews left aside. */
  public int free(int task) {
    int limit = projectFinish[network.project[task]];
    return BackwardPass.latest(network, task, timetable.starts(), timetable.finishes(), limit) - timetable.start(task);
  }

  /** Tasks not started whose latest safe start is this period or before, in order of that start. */
  public List<Integer> mustStartBy(int today, IntPredicate started) {
    List<Integer> due = new ArrayList<>();
    for (int i = 0; i < network.size(); i++) {
      if (latest.start(i) <= today && !started.test(i)) {
        due.add(i);
      }
    }
    due.sort((a, b) -> latest.start(a) != latest.start(b)
        ? Integer.compare(latest.start(a), latest.start(b)) : Integer.compare(a, b));
    return due;
  }
}
