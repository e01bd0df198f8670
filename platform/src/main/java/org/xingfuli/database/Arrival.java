package org.xingfuli.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Since when the running work waits for its turn at the database, see {@link Turns}. A request came when it came, however
 * many transactions it needs; a reading is ahead of the acts of the last moments, for it is short and somebody looks at
 * the screen; what follows from an answered act is ahead of both, for whoever was answered believes it done. A head start
 * is a time and no rank: whoever waits longer than it is next, so that nobody waits for ever.
 */
public final class Arrival implements AutoCloseable {

  /** Estimates, held against {@code drill chart}. */
  private static final Duration OF_READINGS = Duration.ofSeconds(8);
  private static final Duration OF_CONSEQUENCES = Duration.ofSeconds(10);

  private static final ThreadLocal<@Nullable Long> SINCE = new ThreadLocal<>();

  private Arrival() {}

  /** Binds the arrival of a request to this thread until it is closed. */
  public static Arrival now(boolean reading) {
    SINCE.set(System.nanoTime() - (reading ? OF_READINGS.toNanos() : 0));
    return new Arrival();
  }

  /** By {@link System#nanoTime()}; work without a request is the consequence of an earlier one. */
  static long since() {
    var since = SINCE.get();
    return since != null ? since : System.nanoTime() - OF_CONSEQUENCES.toNanos();
  }

  @Override
  public void close() {
    SINCE.remove();
  }
}
