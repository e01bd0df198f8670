package org.xingfuli.programme.flow;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.model.ForecastHead;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.PlanStore;

/** Sees to it that nobody reads yesterday's forecast: whoever asks first on a new day has it computed. */
@Component
public class FreshForecast {

  private final Transactions transactions;
  private final PlanStore plans;
  private final ForecastStore forecasts;
  private final ForecastQueue queue;
  private final BusinessClock clock;

  FreshForecast(Transactions transactions, PlanStore plans, ForecastStore forecasts, ForecastQueue queue,
      BusinessClock clock) {
    this.transactions = transactions;
    this.plans = plans;
    this.forecasts = forecasts;
    this.queue = queue;
    this.clock = clock;
  }

  public void asOfToday(UUID programmeId) {
    var today = clock.today();
    var stale = transactions.here(() -> plans.frozen(programmeId).isPresent()
        && forecasts.head(programmeId).map(ForecastHead::dataDate).filter(today::equals).isEmpty());
    if (stale) {
      queue.await(programmeId);
    }
  }
}
