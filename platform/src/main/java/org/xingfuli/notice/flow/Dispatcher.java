package org.xingfuli.notice.flow;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xingfuli.notice.NoticeProperties;

/**
 * Two tasks, each every two seconds on one of the nodes; a killed one's turn is taken over by another. Inboxes are filled by the
 * first and wait for no gateway, which the second may have to be patient with.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeProperties.class)
class Dispatcher {

  private static final Duration EVERY = Duration.ofSeconds(2);

  @Bean
  RecurringTask<Void> dispatchNotices(TakeApart takeApart) {
    return Tasks.recurring("notice.dispatch", FixedDelay.of(EVERY)).execute((instance, context) -> takeApart.all());
  }

  @Bean
  RecurringTask<Void> handOverNotices(HandOver handOver) {
    return Tasks.recurring("notice.hand-over", FixedDelay.of(EVERY)).execute((instance, context) -> handOver.all());
  }
}
