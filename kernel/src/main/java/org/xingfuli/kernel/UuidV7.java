package org.xingfuli.kernel;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Makes time-ordered ids (RFC 9562 version 7) in Java, so that nothing depends on what only PostgreSQL 18 knows.
 *
 * <p>Ids of one maker never go backwards, even when the clock does; they may be sorted by creation.
 */
public final class UuidV7 {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final UuidV7 SYSTEM = new UuidV7(InstantSource.system());

  private final InstantSource time;
  private long last;

  public UuidV7(InstantSource time) {
    this.time = time;
  }

  /** A new id by system time; business time never enters an id. */
  public static UUID create() {
    return SYSTEM.next();
  }

  /** The next id: 48 bits of milliseconds, 12 bits of sequence, 62 random bits. */
  public UUID next() {
    long tick;
    synchronized (this) {
      tick = Math.max(time.millis() << 12 | RANDOM.nextInt(1 << 8), last + 1);
      last = tick;
    }
    long high = tick >>> 12 << 16 | 0x7000L | tick & 0xFFFL;
    long low = 0x8000000000000000L | RANDOM.nextLong() >>> 2;
    return new UUID(high, low);
  }
}
