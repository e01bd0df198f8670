package org.xingfuli.appeal.flow;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.database.Inbox;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.EstateChanged;
import org.xingfuli.estate.Estates;

/** Keeps appeals, and all that belongs to them, where their estate is: its street and community read them. */
@Component
class AppealsFollowEstates {

  private static final String LISTENER = "appeal.follow-estates";

  private final Transactions transactions;
  private final Inbox inbox;
  private final Estates estates;
  private final AppealStore store;

  AppealsFollowEstates(Transactions transactions, Inbox inbox, Estates estates, AppealStore store) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.estates = estates;
    this.store = store;
  }

  @Async
  @TransactionalEventListener
  void on(EstateChanged changed) {
    transactions.run(SystemScope.of(LISTENER), () -> inbox.once(LISTENER, changed.eventId(), () ->
        estates.find(changed.estateId()).ifPresent(estate -> store.moveEstate(estate.id(), estate.area()))));
  }
}
