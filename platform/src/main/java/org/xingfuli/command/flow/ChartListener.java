package org.xingfuli.command.flow;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.database.Inbox;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.ForecastChanged;
import org.xingfuli.programme.ProgressReported;

/** Keeps the chart in step with the forecast, and tells who watches. */
@Component
class ChartListener {

  private final Transactions transactions;
  private final Inbox inbox;
  private final RebuildChart rebuild;
  private final ChartStream stream;

  ChartListener(Transactions transactions, Inbox inbox, RebuildChart rebuild, ChartStream stream) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.rebuild = rebuild;
    this.stream = stream;
  }

  @Async
  @TransactionalEventListener
  void on(ForecastChanged changed) {
    transactions.run(SystemScope.of("command.rebuild"), () ->
        inbox.once("command.chart", changed.eventId(), () -> rebuild.rebuild(changed.programmeId())));
    stream.tell("chart", new ChartStream.Changed(changed.programmeId(), changed.version()));
  }

  @Async
  @TransactionalEventListener
  void on(ProgressReported reported) {
    stream.tell("progress", new ChartStream.Reported(reported.programmeId()));
  }
}
