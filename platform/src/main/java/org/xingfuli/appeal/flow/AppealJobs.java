package org.xingfuli.appeal.flow;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What happens to appeals without anybody's act: they are read for searching, what is announced explains them, some are drawn for a
 * re-check, and their clocks are watched.
 */
@Configuration(proxyBeanMethods = false)
class AppealJobs {

  /** An emergency has minutes; its warning must not come late by one of them. */
  private static final Duration WATCHED = Duration.ofSeconds(10);

  private static final Duration DIGESTED = Duration.ofSeconds(2);

  @Bean
  RecurringTask<Void> watchClocksOfAppeals(WatchClocks watch) {
    return Tasks.recurring("appeal.watch-clocks", FixedDelay.of(WATCHED)).execute((instance, context) -> watch.watch());
  }

  @Bean
  RecurringTask<Void> watchPromises(Promises promises) {
    return Tasks.recurring("appeal.watch-promises", FixedDelay.of(WATCHED)).execute((instance, context) -> promises.watch());
  }

  @Bean
  RecurringTask<Void> forgetVisitsOfResidents(ResidentDoor door) {
    return Tasks.recurring("appeal.forget-visits", FixedDelay.ofHours(1)).execute((instance, context) -> door.forget());
  }

  @Bean
  RecurringTask<Void> watchMattersOfAppeals(HotMatters matters) {
    return Tasks.recurring("appeal.watch-matters", FixedDelay.ofMinutes(10)).execute((instance, context) -> matters.watch());
  }

  @Bean
  RecurringTask<Void> explainNewAppeals(ExplainAppeals explain) {
    return Tasks.recurring("appeal.explain", FixedDelay.of(WATCHED)).execute((instance, context) -> explain.all());
  }

  @Bean
  RecurringTask<Void> explainAppealsByWorks(ExplainAppeals explain) {
    return Tasks.recurring("appeal.explain-works", FixedDelay.ofMinutes(10)).execute((instance, context) -> explain.lookAgainAtWorks());
  }

  /** The business day may turn at any hour of the machine, so it is asked again and again; a day is drawn once. */
  @Bean
  RecurringTask<Void> drawRechecksOfAppeals(DrawRechecks draw) {
    return Tasks.recurring("appeal.draw-rechecks", FixedDelay.ofMinutes(1)).execute((instance, context) -> draw.draw());
  }

  @Bean
  RecurringTask<Void> learnRoutingAnew(Routing routing) {
    return Tasks.recurring("appeal.learn-anew", FixedDelay.ofMinutes(10)).execute((instance, context) -> routing.learnAnew());
  }

  @Bean
  RecurringTask<Void> digestNewAppeals(DigestAppeals digest) {
    return Tasks.recurring("appeal.digest", FixedDelay.of(DIGESTED)).execute((instance, context) -> digest.all());
  }
}
