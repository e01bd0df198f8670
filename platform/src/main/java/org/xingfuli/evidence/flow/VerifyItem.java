package org.xingfuli.evidence.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.model.Finding;
import org.xingfuli.evidence.model.Hashes;
import org.xingfuli.evidence.model.Verified;
import org.xingfuli.evidence.store.BlobStore;
import org.xingfuli.evidence.store.EvidenceStore;
import org.xingfuli.wire.Problems;

/** Holds one item against what came in: its file against the hash, its row against the seal, the seal against the chain. */
@Component
public class VerifyItem {

  private final Transactions transactions;
  private final EvidenceStore store;
  private final BlobStore blobs;
  private final Audit audit;

  VerifyItem(Transactions transactions, EvidenceStore store, BlobStore blobs, Audit audit) {
    this.transactions = transactions;
    this.store = store;
    this.blobs = blobs;
    this.audit = audit;
  }

  /** The item with the eyes of the current scope. */
  public Verified verify(UUID id) {
    return transactions.here(() -> verify(store.find(id).orElseThrow(Problems::absent)));
  }

  Verified verify(EvidenceItem item) {
    var findings = new ArrayList<Finding>();
    boolean erased = store.erased(item.id());
    if (!erased) {
      file(item, findings);
    }
    var recorded = audit.recorded("evidence.attach", new Subject("evidence", item.id()));
    // Of what is erased the seal stands for what was sealed, and the record of its erasure for the difference.
    var seal = erased && onRecord(item) ? item.seal() : Hashes.seal(item);
    if (recorded.isEmpty()) {
      findings.add(Finding.RECORD_MISSING);
    } else {
      if (!recorded.get().intact()) {
        findings.add(Finding.RECORD_CHANGED);
      }
      if (!seal.equals(item.seal()) || !told(recorded.get().facts(), "seal").equals(item.seal())) {
        findings.add(Finding.ROW_CHANGED);
      }
    }
    if (!erased) {
      withdrawal(item, findings);
    }
    return new Verified(item.id(), List.copyOf(findings), recorded.map(Audit.Recorded::number).orElse(0L),
        recorded.map(Audit.Recorded::at).orElse(null));
  }

  private boolean onRecord(EvidenceItem item) {
    return audit.recorded("evidence.erase", new Subject("evidence", item.id())).filter(Audit.Recorded::intact).isPresent();
  }

  private void file(EvidenceItem item, List<Finding> findings) {
    try (var content = blobs.open(item.hash())) {
      if (content == null) {
        findings.add(Finding.FILE_MISSING);
      } else if (!Hashes.of(content).equals(item.hash())) {
        findings.add(Finding.FILE_CHANGED);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void withdrawal(EvidenceItem item, List<Finding> findings) {
    var recorded = audit.recorded("evidence.withdraw", new Subject("evidence", item.id()));
    var withdrawn = item.withdrawn();
    boolean agree = recorded.isEmpty()
        ? withdrawn == null
        : withdrawn != null && recorded.get().intact() && told(recorded.get().facts(), "reason").equals(withdrawn.reason())
            && told(recorded.get().facts(), "by").equals(withdrawn.by().toString());
    if (!agree) {
      findings.add(Finding.WITHDRAWAL_CHANGED);
    }
  }

  private static String told(Map<String, Object> facts, String name) {
    return String.valueOf(facts.get(name));
  }
}
