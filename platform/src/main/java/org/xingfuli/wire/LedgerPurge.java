package org.xingfuli.wire;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;

/** Forgets answered requests after a month: no client repeats one later than that. */
@Configuration(proxyBeanMethods = false)
class LedgerPurge {

  @Bean
  RecurringTask<Void> purgeRequests(JdbcClient jdbc, Transactions transactions) {
    return Tasks.recurring("wire.purge-requests", FixedDelay.ofHours(6)).execute((instance, context) ->
        transactions.run(SystemScope.of("wire.purge-requests"),
            () -> jdbc.sql("delete from wire.request where at < now() - interval '30 days'").update()));
  }
}
