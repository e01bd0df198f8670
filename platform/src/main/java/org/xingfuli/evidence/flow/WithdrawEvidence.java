package org.xingfuli.evidence.flow;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.EvidenceWithdrawn;
import org.xingfuli.evidence.store.EvidenceStore;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.Problems;

/** Somebody takes an item back, with a reason; the item and its file stay for whoever asks later. */
@Component
public class WithdrawEvidence {

  private static final int LEAST = 2;
  private static final int MOST = 200;

  private final Transactions transactions;
  private final EvidenceStore store;
  private final BusinessClock clock;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  WithdrawEvidence(Transactions transactions, EvidenceStore store, BusinessClock clock, Audit audit,
      ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
    this.audit = audit;
    this.events = events;
  }

  public EvidenceItem withdraw(UUID id, String said) {
    return transactions.here(() -> {
      var item = store.lock(id).orElseThrow(Problems::absent);
      var reason = said.replaceAll("\\p{Cntrl}", " ").strip();
      if (reason.length() < LEAST || reason.length() > MOST) {
        throw new Refused(Refusal.of("evidence.reason-needed", Map.of("pointer", "/reason", "most", MOST)));
      }
      if (item.withdrawn() != null) {
        throw new Refused(Refusal.of("evidence.withdrawn-already"));
      }
      var by = CurrentScope.get().principal();
      store.withdraw(id, clock.now(), by, reason);
      audit.record("evidence.withdraw", new Subject("evidence", id),
          Map.of("estate", item.estateId(), "by", by, "reason", reason));
      events.publishEvent(new EvidenceWithdrawn(UuidV7.create(), id, item.estateId()));
      return store.find(id).orElseThrow();
    });
  }
}
