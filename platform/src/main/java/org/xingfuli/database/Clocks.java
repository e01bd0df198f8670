package org.xingfuli.database;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** System time for security, ids and audit; business dates come from the business clock, which the demo may move. */
@Configuration(proxyBeanMethods = false)
class Clocks {

  @Bean
  Clock systemClock() {
    return Clock.systemUTC();
  }
}
