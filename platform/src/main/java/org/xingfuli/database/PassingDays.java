package org.xingfuli.database;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notices within seconds that midnight has passed, also when no node was running at midnight. */
@Configuration(proxyBeanMethods = false)
class PassingDays {

  private static final Duration EVERY = Duration.ofSeconds(15);

  @Bean
  RecurringTask<Void> tellOfPassedDays(DayKeeper days) {
    return Tasks.recurring("database.passed-days", FixedDelay.of(EVERY))
        .execute((instance, context) -> days.tellOfPassedDays());
  }
}
