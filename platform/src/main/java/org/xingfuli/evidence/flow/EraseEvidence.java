package org.xingfuli.evidence.flow;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.store.BlobStore;
import org.xingfuli.evidence.store.EvidenceStore;
import org.xingfuli.evidence.store.PreviewStore;
import org.xingfuli.evidence.store.ReferenceStore;

/**
 * Erases what was evidence of subjects whose retention is over and of nothing else. The row stays with its seal, so that the walk over
 * all evidence still finds it; what is said of it goes at once, and its file once that is committed: a file cannot be brought back when
 * a transaction is.
 */
@Component
public class EraseEvidence {

  private static final Scope SYSTEM = SystemScope.of("evidence.erase");
  private static final int STEP = 200;

  private final Transactions transactions;
  private final EvidenceStore store;
  private final ReferenceStore references;
  private final BlobStore blobs;
  private final PreviewStore previews;
  private final Audit audit;
  private final Clock clock;

  EraseEvidence(Transactions transactions, EvidenceStore store, ReferenceStore references, BlobStore blobs, PreviewStore previews,
      Audit audit, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.references = references;
    this.blobs = blobs;
    this.previews = previews;
    this.audit = audit;
    this.clock = clock;
  }

  /** Returns how many items were erased; joins a transaction of the system. */
  public int erase(Map<String, ? extends Collection<UUID>> subjects) {
    return transactions.as(SYSTEM, () -> {
      var items = new HashSet<UUID>();
      subjects.forEach((type, ids) -> items.addAll(references.drop(type, ids)));
      var lonely = store.lonely(items);
      var now = clock.instant();
      for (var id : lonely) {
        store.erase(id, now);
        audit.record("evidence.erase", new Subject("evidence", id), Map.of());
      }
      return lonely.size();
    });
  }

  /** Takes away the files of erased items that no other item has; again is the same as once. */
  public void files() {
    int many;
    do {
      var hashes = transactions.as(SYSTEM, () -> store.toErase(STEP));
      hashes.forEach(hash -> transactions.run(SYSTEM, () -> file(hash)));
      many = hashes.size();
    } while (many == STEP);
  }

  private void file(String hash) {
    store.holdContent(hash, true);
    if (!store.isNeeded(hash)) {
      previews.erase(hash);
      blobs.erase(hash);
    }
    store.fileErased(hash, clock.instant());
  }

  /** Runs it on one node. */
  @Configuration(proxyBeanMethods = false)
  static class Timer {

    @Bean
    RecurringTask<Void> eraseFilesOfEvidence(EraseEvidence work) {
      return Tasks.recurring("evidence.erase-files", FixedDelay.ofMinutes(10)).execute((instance, context) -> work.files());
    }
  }
}
