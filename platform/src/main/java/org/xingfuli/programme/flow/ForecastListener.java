package org.xingfuli.programme.flow;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.database.DayPassed;
import org.xingfuli.programme.PlanFrozen;
import org.xingfuli.programme.ProgressReported;
import org.xingfuli.programme.ProjectsChanged;
import org.xingfuli.programme.RulesChanged;

/**
 * Forecasts after a report, after a freeze, after a change of projects: their parties are named by causes, and a project
 * may have moved with its estates; and after a change of rules, which say what is at risk. Harmless when an event comes twice: the forecast is a function of what is
 * stored, and is replaced as a whole.
 */
@Component
class ForecastListener {

  private final ForecastQueue queue;
  private final FreshForecast fresh;

  ForecastListener(ForecastQueue queue, FreshForecast fresh) {
    this.queue = queue;
    this.fresh = fresh;
  }

  /** A new day makes every forecast one of yesterday; of many days passed at once, only today's is computed. */
  @Async
  @TransactionalEventListener
  void on(DayPassed passed) {
    fresh.allAsOfToday();
  }

  @Async
  @TransactionalEventListener
  void on(ProgressReported reported) {
    queue.await(reported.programmeId());
  }

  @Async
  @TransactionalEventListener
  void on(PlanFrozen frozen) {
    queue.await(frozen.programmeId());
  }

  @Async
  @TransactionalEventListener
  void on(ProjectsChanged changed) {
    queue.await(changed.programmeId());
  }

  @Async
  @TransactionalEventListener
  void on(RulesChanged changed) {
    queue.await(changed.programmeId());
  }
}
