package org.xingfuli.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/**
 * A business clock set to another day. For the demo and for tests; it may be moved forward and back.
 *
 * <p>{@link #moveTo} lets it run on at the pace of the time beneath it, over midnight too; {@link #stayAt} lets the day stand
 * until somebody moves it, and only the time of day goes on.
 */
public final class MovableBusinessClock implements BusinessClock {

  private final InstantSource time;
  private volatile UnaryOperator<Instant> hand = UnaryOperator.identity();

  public MovableBusinessClock(InstantSource time) {
    this.time = time;
  }

  @Override
  public Instant now() {
    return hand.apply(time.instant());
  }

  public void moveTo(Instant moment) {
    var offset = Duration.between(time.instant(), moment);
    hand = beneath -> beneath.plus(offset);
  }

  /** Makes the given date today and keeps the time of day. */
  public void moveTo(LocalDate date) {
    var current = now().atZone(ZONE);
    moveTo(current.with(date).toInstant());
  }

  /** Makes the given date today for as long as nobody moves the clock, whatever midnights pass beneath it. */
  public void stayAt(LocalDate date) {
    hand = beneath -> beneath.atZone(ZONE).with(date).toInstant();
  }
}
