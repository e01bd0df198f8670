package org.xingfuli.appeal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.store.InboxStore;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;

/** Answers other modules' questions about appeals with the eyes of the current scope. */
@Component
public class Appeals {

  private final Transactions transactions;
  private final InboxStore inbox;
  private final BusinessClock clock;

  Appeals(Transactions transactions, InboxStore inbox, BusinessClock clock) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** How many appeals are open, and how many of them are beyond their limit. */
  public record Open(int open, int overdue) {}

  /** What is open in each of these estates; estates without any are left out. */
  public Map<UUID, Open> open(Collection<UUID> estates) {
    return transactions.here(() -> inbox.openByEstate(estates, clock.now())).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> new Open(one.getValue()[0], one.getValue()[1])));
  }
}
