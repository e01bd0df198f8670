package org.xingfuli.utilities.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.utilities.model.Notice;
import org.xingfuli.utilities.model.NoticeState;
import org.xingfuli.utilities.store.NoticeStore;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/** Somebody hangs the sheets of a building in its stairwells and shows it by photos. */
@Component
public class PostNotice {

  /** What the photos are evidence of. */
  public static final String SUBJECT = "outage-notice";

  /** What the request ledger remembers. */
  record Posted(UUID id) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final NoticeStore store;
  private final Evidence evidence;
  private final BusinessClock clock;
  private final Audit audit;

  PostNotice(Transactions transactions, RequestLedger ledger, NoticeStore store, Evidence evidence, BusinessClock clock,
      Audit audit) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.store = store;
    this.evidence = evidence;
    this.clock = clock;
    this.audit = audit;
  }

  public void post(@Nullable String key, UUID id, List<UUID> proof) {
    transactions.here(() -> {
      var notice = store.lock(id).orElseThrow(Problems::absent);
      return ledger.once(key, "utilities.post", Posted.class, () -> write(notice, proof));
    });
  }

  private Posted write(Notice notice, List<UUID> proof) {
    NoticeState.GRAPH.move(notice.state(), NoticeState.Act.POST).orRefuse();
    if (proof.isEmpty()) {
      throw new Refused(Refusal.of("utilities.no-proof", Map.of("pointer", "/evidence")));
    }
    evidence.refer(proof, notice.estateId(), SUBJECT, notice.id());
    store.posted(notice.id(), clock.now(), CurrentScope.get().principal());
    audit.record("utilities.post", new Subject("outage-notice", notice.id()),
        Map.of("building", notice.buildingNumber(), "photos", proof.size()));
    return new Posted(notice.id());
  }
}
