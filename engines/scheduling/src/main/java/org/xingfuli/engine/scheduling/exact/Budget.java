package org.xingfuli.engine.scheduling.exact;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * How long CP-SAT may think.
 *
 * @param deterministicTime CP-SAT's own measure of work, roughly seconds of one core; infinite: not counted
 * @param seconds cap by the wall clock, or infinite
 * @param workers threads; part of what the answer depends on
 * @param seed of everything random
 * @param enough asked every few milliseconds from another thread; true ends the search
 * @param better told every better timetable when it is found, from any thread
 */
public record Budget(double deterministicTime, double seconds, int workers, long seed, BooleanSupplier enough,
    Consumer<Timetable> better) {

  public Budget {
    if (!(deterministicTime > 0) || !(seconds > 0) || workers < 1) {
      throw new IllegalArgumentException(
          "deterministic time " + deterministicTime + ", seconds " + seconds + ", workers " + workers);
    }
  }

  /**
   * The same answer on any machine for the same workers and seed, as long as nothing else ends it: one worker is
   * deterministic by itself, several take turns ({@code interleave_search}).
   */
  public static Budget deterministic(double deterministicTime, int workers, long seed) {
    return new Budget(deterministicTime, Double.POSITIVE_INFINITY, workers, seed, () -> false, timetable -> {});
  }

  /** Ends by the clock; with several workers the answer is not repeatable. */
  public static Budget seconds(double seconds, int workers, long seed) {
    return new Budget(Double.POSITIVE_INFINITY, seconds, workers, seed, () -> false, timetable -> {});
  }

  public Budget until(BooleanSupplier value) {
    return new Budget(deterministicTime, seconds, workers, seed, value, better);
  }

  public Budget telling(Consumer<Timetable> value) {
    return new Budget(deterministicTime, seconds, workers, seed, enough, value);
  }

  boolean repeatable() {
    return Double.isFinite(deterministicTime);
  }
}
