package org.xingfuli.command.flow;

import java.util.UUID;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.database.Inbox;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.ForecastChanged;
import org.xingfuli.programme.ProjectsChanged;

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

  @Async
  @TransactionalEventListener
  void on(ForecastChanged changed) {
    once(changed.eventId(), changed.programmeId());
  }

  /** A project added after the freeze changes no forecast, and stands on the chart all the same. */
  @Async
  @TransactionalEventListener
  void on(ProjectsChanged changed) {
    once(changed.eventId(), changed.programmeId());
  }

  private void once(UUID eventId, UUID programmeId) {
    transactions.run(SystemScope.of("command.rebuild"), () ->
        inbox.once("command.chart", eventId, () -> rebuild.rebuild(programmeId)));
  }
}
