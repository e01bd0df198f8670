package org.xingfuli.appeal;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.flow.CaseDesk;
import org.xingfuli.appeal.store.InboxStore;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;

/** How many open appeals there are in the estates, for modules that show estates; counted as the inbox of the same person counts. */
@Component
public class OpenAppeals {

  /**
   * The open appeals of an estate that the caller reads.
   *
   * @param overdue those beyond their limit
   */
  public record OpenAt(UUID estate, long open, long overdue) {}

  private final Transactions transactions;
  private final InboxStore inbox;
  private final CaseDesk desk;
  private final BusinessClock clock;

  OpenAppeals(Transactions transactions, InboxStore inbox, CaseDesk desk, BusinessClock clock) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.desk = desk;
    this.clock = clock;
  }

  /** Every estate in the caller's reach that has any, in the order of their ids. */
  public List<OpenAt> byEstate() {
    return transactions.here(() -> inbox.byEstate(InboxStore.Filter.open(null, desk.units()), clock.now()).stream()
        .map(one -> new OpenAt(one.estate(), one.open(), one.overdue())).toList());
  }
}
