package org.xingfuli.estate.model;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Why something is corrected.
 *
 * @param undoes the act this one takes back, when it is an undoing
 */
public record Because(@Nullable String reason, @Nullable UUID undoes) {

  /** Nothing is said. */
  public static final Because UNSAID = new Because(null, null);
  private static final int MOST = 200;

  public Because {
    reason = reason == null || reason.isBlank() ? null : reason.strip();
    if (reason != null && reason.length() > MOST) {
      throw new Refused(Refusal.of("estate.reason-too-long", Map.of("pointer", "/reason", "most", MOST)));
    }
  }

  public static Because of(@Nullable String reason) {
    return new Because(reason, null);
  }

  /**
   * The same where a reason must be given.
   *
   * @throws Refused without one
   */
  public Because given() {
    if (reason == null && undoes == null) {
      throw new Refused(Refusal.of("estate.reason-missing", Map.of("pointer", "/reason")));
    }
    return this;
  }
}
