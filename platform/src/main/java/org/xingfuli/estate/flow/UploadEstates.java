package org.xingfuli.estate.flow;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.model.Import;
import org.xingfuli.estate.store.ImportStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.RequestLedger;

/** Somebody uploads a workbook of estates; it is checked in the background and changes nothing yet. */
@Component
public class UploadEstates {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final ImportStore store;
  private final ImportRunner runner;
  private final Audit audit;

  UploadEstates(Transactions transactions, RequestLedger ledger, ImportStore store, ImportRunner runner, Audit audit) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.store = store;
    this.runner = runner;
    this.audit = audit;
  }

  /** Keeps the file, durably, and has it checked. */
  public Import upload(@Nullable String key, String fileName, byte[] content) {
    if (content.length == 0) {
      throw new Refused(Refusal.of("estate.empty-file", Map.of("file", fileName)));
    }
    var areas = CurrentScope.get().areas();
    if (areas.isEmpty()) {
      throw new Refused(Refusal.of("estate.no-area"));
    }
    var kept = transactions.here(() ->
        ledger.once(key, "estate.upload", Kept.class, () -> keep(fileName, content, areas)));
    runner.start(kept.id());
    return transactions.here(() -> store.find(kept.id()).orElseThrow());
  }

  private Kept keep(String fileName, byte[] content, Set<String> areas) {
    var id = UuidV7.create();
    var scope = CurrentScope.get();
    store.insert(id, fileName, content, scope.principal(), scope.actor(), areas, common(areas));
    audit.record("estate.upload", new Subject("import", id), Map.of("file", fileName, "bytes", content.length));
    return new Kept(id);
  }

  /** The smallest area that holds all of these; the district at least. */
  static String common(Set<String> areas) {
    for (int length : new int[] {12, 9, 6}) {
      var heads = areas.stream().map(area -> area.substring(0, Math.min(length, area.length()))).distinct().toList();
      if (heads.size() == 1 && heads.getFirst().length() == length) {
        return heads.getFirst();
      }
    }
    return areas.iterator().next().substring(0, 2);
  }

  /** What the request ledger remembers of an upload. */
  record Kept(UUID id) {}
}
