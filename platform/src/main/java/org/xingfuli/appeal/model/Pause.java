package org.xingfuli.appeal.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a clock stood still.
 *
 * @param to when it ran on; null while it stands
 */
public record Pause(Instant from, PauseReason reason, @Nullable Instant to) {

  public boolean open() {
    return to == null;
  }

  Pause until(Instant end) {
    return new Pause(from, reason, end);
  }
}
