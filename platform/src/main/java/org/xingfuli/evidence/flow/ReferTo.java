package org.xingfuli.evidence.flow;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.store.EvidenceStore;
import org.xingfuli.evidence.store.ReferenceStore;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** A module takes uploaded items as evidence of something it keeps; that module's own act is what the audit names. */
@Component
public class ReferTo {

  private final Transactions transactions;
  private final EvidenceStore store;
  private final ReferenceStore references;
  private final BusinessClock clock;

  ReferTo(Transactions transactions, EvidenceStore store, ReferenceStore references, BusinessClock clock) {
    this.transactions = transactions;
    this.store = store;
    this.references = references;
    this.clock = clock;
  }

  public void refer(Collection<UUID> items, UUID estate, String subjectType, UUID subject) {
    if (items.isEmpty()) {
      return;
    }
    transactions.here(() -> {
      var missing = new HashSet<>(items);
      missing.removeAll(store.usable(estate, items));
      if (!missing.isEmpty()) {
        throw new Refused(Refusal.of("evidence.not-usable", Map.of("pointer", "/evidence", "count", missing.size())));
      }
      items.forEach(item -> references.insert(item, subjectType, subject, clock.now()));
    });
  }
}
