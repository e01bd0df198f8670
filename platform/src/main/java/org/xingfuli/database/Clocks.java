package org.xingfuli.database;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xingfuli.kernel.MovableBusinessClock;

/** System time for security, ids and audit; business time for dates and deadlines, which the demo may move. */
@Configuration(proxyBeanMethods = false)
class Clocks {

  @Bean
  Clock systemClock() {
    return Clock.systemUTC();
  }

  /** Starts at the day of {@code xingfuli.clock} and runs on; tells system time when none is set. */
  @Bean
  MovableBusinessClock businessClock(Clock systemClock, @Value("${xingfuli.clock:#{null}}") @Nullable LocalDate start) {
    var clock = new MovableBusinessClock(systemClock);
    if (start != null) {
      clock.moveTo(start);
    }
    return clock;
  }
}
