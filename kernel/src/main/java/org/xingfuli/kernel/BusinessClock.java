package org.xingfuli.kernel;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The clock of the office: dates and deadlines are told by it, in Asia/Shanghai. The demo moves it. Ids, audit,
 * security and measurements use system time instead.
 */
public interface BusinessClock {

  /** The one time zone of business dates. */
  ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  Instant now();

  /** The business date. */
  default LocalDate today() {
    return LocalDate.ofInstant(now(), ZONE);
  }

  /** Midnight after the business date. */
  default Instant endOfToday() {
    return today().plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  /** A business clock that is never moved: it tells the given time, in production the system's. */
  static BusinessClock of(InstantSource time) {
    return time::instant;
  }
}
