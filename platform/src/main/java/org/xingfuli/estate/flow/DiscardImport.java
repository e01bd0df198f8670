package org.xingfuli.estate.flow;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.model.Import;
import org.xingfuli.estate.model.ImportState;
import org.xingfuli.estate.store.ImportStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Somebody throws a workbook away that was not adopted. */
@Component
public class DiscardImport {

  private final Transactions transactions;
  private final ImportStore store;
  private final Audit audit;

  DiscardImport(Transactions transactions, ImportStore store, Audit audit) {
    this.transactions = transactions;
    this.store = store;
    this.audit = audit;
  }

  /** Discards the import; null when there is none. What is on record already stays: that is refused. */
  public @Nullable Import discard(UUID id) {
    return transactions.<@Nullable Import>here(() -> {
      var found = store.find(id);
      if (found.isEmpty()) {
        return null;
      }
      var state = found.get().state();
      if (state == ImportState.DISCARDED) {
        return found.get();
      }
      if (!ImportState.GRAPH.legalActs(state).contains(ImportState.Act.DISCARD)
          || !store.move(id, state, ImportState.Act.DISCARD)) {
        throw new Refused(Refusal.of("estate.import-not-discardable", Map.of("state", state.name())));
      }
      store.forgetFile(id);
      audit.record("estate.discard-import", new Subject("import", id), Map.of("file", found.get().fileName()));
      return store.find(id).orElseThrow();
    });
  }
}
