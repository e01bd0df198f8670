package org.xingfuli.identity.model;

import java.time.Duration;

/**
 * How long a name or an address is locked after so many failures in a row (GB/T 22239-2019 8.1.4.1): each time the
 * limit is reached again, twice as long as before, up to a day.
 *
 * @param limit failures that lock
 * @param first how long the first lock lasts
 */
public record LockOut(int limit, Duration first) {

  private static final Duration LONGEST = Duration.ofHours(24);

  /** After this long without a failure, earlier ones are forgotten. */
  public static final Duration MEMORY = Duration.ofHours(48);

  public LockOut {
    if (limit < 1 || first.isNegative() || first.isZero()) {
      throw new IllegalArgumentException("a lock-out needs a limit and a time");
    }
  }

  /** How long this failure, counted from one, locks; zero when it does not. */
  public Duration after(int failures) {
    if (failures % limit != 0) {
      return Duration.ZERO;
    }
    int round = Math.min(failures / limit - 1, 10);
    var lock = first.multipliedBy(1L << round);
    return lock.compareTo(LONGEST) > 0 ? LONGEST : lock;
  }
}
