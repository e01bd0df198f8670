package org.xingfuli.utilities.flow;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.database.Inbox;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.EstateChanged;
import org.xingfuli.estate.Estates;
import org.xingfuli.utilities.store.RequestStore;

/** Keeps requests and sheets where their estate is. */
@Component
class FollowEstates {

  private final Transactions transactions;
  private final Inbox inbox;
  private final Estates estates;
  private final RequestStore store;

  FollowEstates(Transactions transactions, Inbox inbox, Estates estates, RequestStore store) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.estates = estates;
    this.store = store;
  }

  @Async
  @TransactionalEventListener
  void on(EstateChanged changed) {
    transactions.run(SystemScope.of("utilities.follow-estates"), () ->
        inbox.once("utilities.follow-estates", changed.eventId(), () ->
            estates.find(changed.estateId()).ifPresent(estate -> store.moveEstate(estate.id(), estate.area()))));
  }
}
