package org.xingfuli.programme.flow;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgrammeStore;

/**
 * Reads the frozen plans when a node has started and forecasts beside its first requests, until that way is compiled: the first
 * reports after a restart shall not wait for either. Nothing is written, and nothing kept but what every forecast keeps.
 */
@Component
class WarmForecast {

  /** An estimate of how often the way is gone before the virtual machine compiles it; what it saves was not measured alone. */
  private static final int TIMES = 20;

  private static final Logger LOG = LoggerFactory.getLogger(WarmForecast.class);

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final PlanStore plans;
  private final Frozen frozen;
  private final BusinessClock clock;

  WarmForecast(Transactions transactions, ProgrammeStore programmes, PlanStore plans, Frozen frozen, BusinessClock clock) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.plans = plans;
    this.frozen = frozen;
    this.clock = clock;
  }

  @EventListener
  void on(ApplicationReadyEvent ready) {
    Thread.ofVirtual().name("warm-forecast").start(() -> {
      try {
        for (int time = 0; time < TIMES; time++) {
          forecast();
        }
      } catch (RuntimeException away) {
        LOG.debug("no forecast was read ahead: {}", away.getMessage());
      }
    });
  }

  private void forecast() {
    transactions.run(RefreshForecast.SCOPE, () -> programmes.all().forEach(programme ->
        plans.frozen(programme.id()).ifPresent(plan -> frozen.forecast(plan, clock.today()))));
  }
}
