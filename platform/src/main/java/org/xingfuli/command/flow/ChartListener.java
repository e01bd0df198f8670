package org.xingfuli.command.flow;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.database.Inbox;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.ForecastChanged;

/** Keeps the chart in step with the forecast; who watches is told by the transaction that replaces it. */
@Component
class ChartListener {

  private final Transactions transactions;
  private final Inbox inbox;
  private final RebuildChart rebuild;

  ChartListener(Transactions transactions, Inbox inbox, RebuildChart rebuild) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.rebuild = rebuild;
  }

  /** A change of projects comes as a forecast too, however many projects an act has touched. */
  @Async
  @TransactionalEventListener
  void on(ForecastChanged changed) {
    transactions.run(SystemScope.of("command.rebuild"), () ->
        inbox.once("command.chart", changed.eventId(), () -> rebuild.rebuild(changed.programmeId())));
  }
}
