package org.xingfuli.evidence.flow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.model.Finding;
import org.xingfuli.evidence.model.Verified;
import org.xingfuli.evidence.store.EvidenceStore;
import org.xingfuli.evidence.store.VerificationStore;

/** Walks over all evidence in small steps, so that no transaction stands open for long; the progress is written as it goes. */
@Component
public class WalkEvidence {

  private static final Logger LOG = LoggerFactory.getLogger(WalkEvidence.class);
  private static final Scope SYSTEM = SystemScope.of("evidence.verify");
  private static final int STEP = 100;

  private final Transactions transactions;
  private final EvidenceStore store;
  private final VerificationStore walks;
  private final VerifyItem verify;
  private final Audit audit;
  private final Clock clock;

  WalkEvidence(Transactions transactions, EvidenceStore store, VerificationStore walks, VerifyItem verify, Audit audit,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.walks = walks;
    this.verify = verify;
    this.audit = audit;
    this.clock = clock;
  }

  /** Does the whole walk; a second time it is done anew, with the same end. */
  public void walk(UUID id) {
    try {
      var faults = new ArrayList<Verified>();
      // Asked first: what comes in meanwhile is walked over, but cannot be missed.
      var known = transactions.as(SYSTEM, () -> new HashSet<>(audit.subjects("evidence.attach")));
      int total = transactions.as(SYSTEM, store::countAll);
      int checked = 0;
      UUID last = null;
      for (var more = true; more; ) {
        var after = last;
        var step = transactions.as(SYSTEM, () -> store.after(after, STEP));
        for (var item : step) {
          known.remove(item.id());
          var verified = transactions.as(SYSTEM, () -> verify.verify(item));
          if (!verified.sound()) {
            faults.add(verified);
          }
        }
        checked += step.size();
        int done = checked;
        transactions.run(SYSTEM, () -> walks.progress(id, done, Math.max(done, total)));
        more = step.size() == STEP;
        last = step.isEmpty() ? last : step.getLast().id();
      }
      known.forEach(gone -> faults.add(new Verified(gone, List.of(Finding.ROW_MISSING), 0, null)));
      int done = checked;
      transactions.run(SYSTEM, () -> walks.finish(id, done, faults, clock.instant()));
    } catch (RuntimeException e) {
      LOG.error("the verification {} failed", id, e);
      transactions.run(SYSTEM, () -> walks.fail(
          id, "核验中断，请重新开始。The verification broke off; start it again.", clock.instant()));
    }
  }
}
