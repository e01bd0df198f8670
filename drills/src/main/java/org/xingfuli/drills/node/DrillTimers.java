package org.xingfuli.drills.node;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.Inbox;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;

/**
 * Timers whose effect can be counted, written as a module writes its own: the effect and its note in the inbox are one
 * transaction. With {@code careless} the note is missing, and a drill that does not turn red then is worth nothing.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("xingfuli.drill.timers")
class DrillTimers {

  /** Before and after the effect, so that a kill has something to hit: work begun, and work done but not yet noted as done. */
  private static final Duration LONG = Duration.ofMillis(150);

  @Bean
  OneTimeTask<Void> drillTimer(Transactions transactions, Inbox inbox, JdbcClient jdbc, @Value("${xingfuli.drill.timers}") String how,
      @Value("${server.port}") String node) {
    return Tasks.oneTime("drill.timer").execute((instance, context) -> {
      var timer = UUID.fromString(instance.getId());
      Runnable effect = () -> {
        jdbc.sql("select pg_sleep(?)::text").param(LONG.toMillis() / 1000.0).query(String.class).single();
        jdbc.sql("insert into drill.fired (timer, node) values (?, ?)").params(timer, node).update();
      };
      transactions.run(SystemScope.of("drill.timer"), () -> {
        if (how.equals("careless")) {
          effect.run();
        } else {
          inbox.once("drill.timer", timer, effect);
        }
      });
      sleep();
    });
  }

  /** One of the kind that comes again and again: every second, on whichever node. */
  @Bean
  RecurringTask<Void> drillTick(Transactions transactions, JdbcClient jdbc, @Value("${server.port}") String node) {
    return Tasks.recurring("drill.tick", FixedDelay.ofSeconds(1)).execute((instance, context) ->
        transactions.run(SystemScope.of("drill.tick"),
            () -> jdbc.sql("insert into drill.tick (node) values (?)").param(node).update()));
  }

  private static void sleep() {
    try {
      Thread.sleep(LONG);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
