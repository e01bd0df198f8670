package org.xingfuli.evidence.flow;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.store.VerificationStore;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.RequestLedger;

/** The auditor has all evidence walked over; a job of whichever node does it, and another takes it up should that one die. */
@Component
public class VerifyAll {

  /** What the request ledger remembers. */
  record Begun(UUID id) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final VerificationStore store;
  private final SchedulerClient scheduler;
  private final Clock clock;
  private final Audit audit;

  VerifyAll(Transactions transactions, RequestLedger ledger, VerificationStore store, SchedulerClient scheduler,
      Clock clock, Audit audit) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.store = store;
    this.scheduler = scheduler;
    this.clock = clock;
    this.audit = audit;
  }

  public UUID begin(@Nullable String key) {
    return transactions.here(() -> ledger.once(key, "evidence.verify", Begun.class, this::insert)).id();
  }

  private Begun insert() {
    var id = UuidV7.create();
    store.insert(id, CurrentScope.get().principal(), clock.instant());
    scheduler.scheduleIfNotExists(VerifyJob.TASK.instance(id.toString()).build(), clock.instant());
    audit.record("evidence.verify", new Subject("verification", id), Map.of());
    return new Begun(id);
  }
}
