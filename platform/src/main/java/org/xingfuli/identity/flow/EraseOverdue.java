package org.xingfuli.identity.flow;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Erasing;
import org.xingfuli.identity.store.ErasureStore;
import org.xingfuli.identity.store.ErasureStore.Erasure;
import org.xingfuli.identity.store.SecurityRuleStore;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.UuidV7;

/**
 * Every night erases the personal data whose retention has ended, of all modules, each rule in a transaction of its own, and
 * keeps the proof: how much went, and that nothing was left (个人信息保护法 arts. 19 and 47).
 */
@Component
public class EraseOverdue {

  private static final Logger LOG = LoggerFactory.getLogger(EraseOverdue.class);

  private final Transactions transactions;
  private final List<Erasing> erasings;
  private final SecurityRuleStore rules;
  private final ErasureStore store;
  private final Audit audit;
  private final Clock clock;

  EraseOverdue(Transactions transactions, List<Erasing> erasings, SecurityRuleStore rules, ErasureStore store, Audit audit,
      Clock clock) {
    this.transactions = transactions;
    this.erasings = erasings;
    this.rules = rules;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which rules have somebody who erases by them. */
  public List<String> rules() {
    return erasings.stream().map(Erasing::rule).sorted().toList();
  }

  /** Erases all that is due; what fails for one rule keeps no other from its turn. */
  public void run() {
    for (var erasing : erasings) {
      try {
        transactions.run(SystemScope.of("identity.erase"), () -> erase(erasing));
      } catch (RuntimeException failed) {
        LOG.error("personal data of {} was not erased", erasing.rule(), failed);
      }
    }
  }

  private void erase(Erasing erasing) {
    var now = clock.instant();
    var before = now.minus(Duration.ofDays(rules.value(erasing.rule())));
    var proof = new Erasure(
        UuidV7.create(), erasing.rule(), now, before, erasing.erase(before), erasing.remaining(before));
    store.insert(proof);
    if (proof.erased() > 0 || proof.remaining() > 0) {
      audit.record("identity.erase", new Subject("erasure", proof.id()), Map.of("rule", proof.rule(), "before", before,
          "erased", proof.erased(), "remaining", proof.remaining()));
    }
  }

  /** Runs it on one node, when nobody works. */
  @Configuration(proxyBeanMethods = false)
  static class Timer {

    @Bean
    RecurringTask<Void> eraseEveryNight(EraseOverdue work) {
      return Tasks.recurring("identity.erase", Schedules.daily(BusinessClock.ZONE, LocalTime.of(3, 20)))
          .execute((instance, context) -> work.run());
    }
  }
}
