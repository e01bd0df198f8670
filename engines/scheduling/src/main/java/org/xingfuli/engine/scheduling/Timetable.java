package org.xingfuli.engine.scheduling;

import java.util.Arrays;

/** Dates of every task, by index. Dates of the backward pass may be negative; of a schedule they never are. */
public final class Timetable {

  private final int[] start;
  private final int[] finish;

  private Timetable(int[] start, int[] finish) {
    this.start = start;
    this.finish = finish;
  }

  /** Copies both. */
  public static Timetable of(int[] start, int[] finish) {
    if (start.length != finish.length) {
      throw new IllegalArgumentException(start.length + " starts, " + finish.length + " finishes");
    }
    return new Timetable(start.clone(), finish.clone());
  }

  /** For arrays nobody else holds. */
  static Timetable owning(int[] start, int[] finish) {
    return new Timetable(start, finish);
  }

  public int size() {
    return start.length;
  }

  /** First working period; of a milestone its instant. */
  public int start(int task) {
    return start[task];
  }

  /** Exclusive: the period after the last working one. */
  public int finish(int task) {
    return finish[task];
  }

  /** Not to be written to. */
  int[] starts() {
    return start;
  }

  /** Not to be written to. */
  int[] finishes() {
    return finish;
  }

  /** Latest finish of all, 0 without tasks. */
  public int makespan() {
    int last = 0;
    for (int f : finish) {
      last = Math.max(last, f);
    }
    return last;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Timetable that
        && Arrays.equals(start, that.start)
        && Arrays.equals(finish, that.finish);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(start) + Arrays.hashCode(finish);
  }

  @Override
  public String toString() {
    return "Timetable" + Arrays.toString(start) + Arrays.toString(finish);
  }
}
