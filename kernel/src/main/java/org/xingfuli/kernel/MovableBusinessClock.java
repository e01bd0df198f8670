package org.xingfuli.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/**
 * A business clock set to another day, which runs on at the pace of the time beneath it. For the demo and for tests;
 * it may be moved forward and back.
 */
public final class MovableBusinessClock implements BusinessClock {

  private final InstantSource time;
  private volatile Duration offset = Duration.ZERO;

  public MovableBusinessClock(InstantSource time) {
    this.time = time;
  }

  @Override
  public Instant now() {
    return time.instant().plus(offset);
  }

  public void moveTo(Instant moment) {
    offset = Duration.between(time.instant(), moment);
  }

  /** Makes the given date today and keeps the time of day. */
  public void moveTo(LocalDate date) {
    var current = now().atZone(ZONE);
    moveTo(current.with(date).toInstant());
  }
}
