package org.xingfuli.programme.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Which forecast stands: against which plan, as of which day, and how long it took to compute. */
public record ForecastHead(
    UUID programmeId, UUID planId, long version, LocalDate dataDate, Instant computedAt, int milliseconds) {

  /** When reading began: what was committed before is in it. */
  public Instant begun() {
    return computedAt.minusMillis(milliseconds + 1L);
  }
}
