package org.xingfuli.programme.flow;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.model.Draft;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.DraftStore;

/** Throws a draft away; thrown away once more, nothing changes. */
@Component
public class DiscardDraft {

  private final Transactions transactions;
  private final Audit audit;
  private final DraftStore drafts;
  private final Clock system;

  DiscardDraft(Transactions transactions, Audit audit, DraftStore drafts, Clock system) {
    this.transactions = transactions;
    this.audit = audit;
    this.drafts = drafts;
    this.system = system;
  }

  public void discard(UUID draftId) {
    transactions.here(() -> {
      var draft = drafts.find(draftId).orElseThrow(Unknown::row);
      if (drafts.close(draftId, Draft.State.DISCARDED, null, system.instant())) {
        audit.record("programme.draft-discard", new Subject("draft", draftId),
            Map.of("name", draft.name(), "edits", draft.edits().size()));
      }
    });
  }
}
