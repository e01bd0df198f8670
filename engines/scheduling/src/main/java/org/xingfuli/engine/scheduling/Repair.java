package org.xingfuli.engine.scheduling;

/**
 * The forecast: the order of a frozen timetable kept, what really happened put in its place. Serial generation by frozen
 * start, so that the same facts always move the same dates; generating afresh would compare a different plan. A timetable
 * of {@link Scheduler} without actuals comes back unchanged.
 */
public final class Repair {

  private Repair() {}

  /**
   * @throws org.xingfuli.kernel.Refused {@code schedule.horizon-too-short} when a task finds no room
   */
  public static Timetable of(Network network, Timetable frozen, Actuals actuals) {
    return SerialGeneration.of(network, frozen.starts(), actuals);
  }

  /** Moves every task to the left as far as the order allows, until nothing moves; no task gets later. */
  public static Timetable leftJustified(Network network, Timetable timetable) {
    Timetable before = timetable;
    while (true) {
      Timetable after = SerialGeneration.of(network, before.starts());
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
  }
}
