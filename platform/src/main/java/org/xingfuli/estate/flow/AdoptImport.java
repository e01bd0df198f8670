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

/** Somebody adopts a workbook without faults; its rows are then written in the background, all of them or none. */
@Component
public class AdoptImport {

  private final Transactions transactions;
  private final ImportStore store;
  private final ImportRunner runner;
  private final Audit audit;

  AdoptImport(Transactions transactions, ImportStore store, ImportRunner runner, Audit audit) {
    this.transactions = transactions;
    this.store = store;
    this.runner = runner;
    this.audit = audit;
  }

  /** Adopts the import; adopting one that is being written, or is done, changes nothing. Null when there is none. */
  public @Nullable Import adopt(UUID id) {
    var adopted = transactions.<@Nullable Import>here(() -> {
      var found = store.find(id);
      if (found.isEmpty()) {
        return null;
      }
      if (store.move(id, ImportState.READY, ImportState.Act.ADOPT)) {
        audit.record("estate.adopt-import", new Subject("import", id), Map.of("file", found.get().fileName()));
      }
      return store.find(id).orElseThrow();
    });
    if (adopted == null) {
      return null;
    }
    switch (adopted.state()) {
      case IMPORTING -> runner.start(id);
      case DONE -> {}
      default -> throw new Refused(Refusal.of("estate.import-not-ready", Map.of("state", adopted.state().name())));
    }
    return adopted;
  }
}
