package org.xingfuli.utilities.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.utilities.model.NoticeState;
import org.xingfuli.utilities.store.NoticeStore;
import org.xingfuli.wire.Problems;

/** Somebody hangs the sheets of a building in its stairwells and shows it by photos. */
@Component
public class PostNotice {

  /** What the photos are evidence of. */
  public static final String SUBJECT = "outage-notice";

  private final Transactions transactions;
  private final NoticeStore store;
  private final Evidence evidence;
  private final BusinessClock clock;
  private final Audit audit;

  PostNotice(Transactions transactions, NoticeStore store, Evidence evidence, BusinessClock clock, Audit audit) {
    this.transactions = transactions;
    this.store = store;
    this.evidence = evidence;
    this.clock = clock;
    this.audit = audit;
  }

  public void post(UUID id, List<UUID> proof) {
    transactions.here(() -> {
      var notice = store.lock(id).orElseThrow(Problems::absent);
      NoticeState.GRAPH.move(notice.state(), NoticeState.Act.POST).orRefuse();
      if (proof.isEmpty()) {
        throw new Refused(Refusal.of("utilities.no-proof", Map.of("pointer", "/evidence")));
      }
      evidence.refer(proof, notice.estateId(), SUBJECT, id);
      store.posted(id, clock.now(), CurrentScope.get().principal());
      audit.record("utilities.post", new Subject("outage-notice", id),
          Map.of("building", notice.buildingNumber(), "photos", proof.size()));
    });
  }
}
