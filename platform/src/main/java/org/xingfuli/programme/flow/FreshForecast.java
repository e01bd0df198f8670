package org.xingfuli.programme.flow;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.model.ForecastHead;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgrammeStore;

/** Sees to it that nobody reads yesterday's forecast: whoever asks first on a new day has it computed. */
@Component
public class FreshForecast {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final PlanStore plans;
  private final ForecastStore forecasts;
  private final ForecastQueue queue;
  private final BusinessClock clock;

  FreshForecast(Transactions transactions, ProgrammeStore programmes, PlanStore plans, ForecastStore forecasts,
      ForecastQueue queue, BusinessClock clock) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.plans = plans;
    this.forecasts = forecasts;
    this.queue = queue;
    this.clock = clock;
  }

  /** Every programme with a frozen plan, with the eyes of the system. */
  void allAsOfToday() {
    CurrentScope.with(RefreshForecast.SCOPE, () -> {
      transactions.here(() -> programmes.all().stream().map(Programme::id).toList()).forEach(this::asOfToday);
      return Boolean.TRUE;
    });
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
