package org.xingfuli.programme.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.model.Draft;
import org.xingfuli.programme.model.DraftEdit;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.DraftStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.wire.RequestLedger;

/**
 * Changes what a draft tries. Every change can be taken back and made again; one that leads nowhere (nothing fits any more) is
 * refused and leaves the draft as it was. Trying is not audited: only what is adopted counts.
 */
@Component
public class EditDraft {

  /** More edits than anybody can follow. */
  private static final int MOST_EDITS = 200;

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final PlanStore plans;
  private final DraftStore drafts;
  private final DraftOutcomes outcomes;

  EditDraft(Transactions transactions, RequestLedger ledger, PlanStore plans, DraftStore drafts, DraftOutcomes outcomes) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.plans = plans;
    this.drafts = drafts;
    this.outcomes = outcomes;
  }

  /** Adds an edit; one about the same thing as an edit there is takes its place, as a bar that is dragged once more does. */
  public void add(@Nullable String key, UUID draftId, @Nullable Integer revision, DraftEdit asked) {
    Refused.ifAny(asked.faults());
    change(key, draftId, revision, draft -> {
      var edit = asked.identified(draft.edits());
      var next = new ArrayList<>(draft.edits());
      next.removeIf(other -> sameThing(other, edit));
      next.add(edit);
      return draft.editedTo(followable(next));
    });
  }

  static List<DraftEdit> followable(List<DraftEdit> edits) {
    if (edits.size() > MOST_EDITS) {
      throw new Refused(Refusal.of("programme.draft-too-long", Map.of("most", MOST_EDITS)));
    }
    return edits;
  }

  private static boolean sameThing(DraftEdit one, DraftEdit other) {
    var single = one.needsOpenActivity() && one.activity() != null && one.activity().equals(other.activity());
    return one.kind() == other.kind() && (single || one.sameExtra(other) || one.kind() == DraftEdit.Kind.ORDER
        || one.kind() == DraftEdit.Kind.LEVEL || one.kind() == DraftEdit.Kind.NODE && one.node() != null && one.node().equals(other.node()));
  }

  public void remove(@Nullable String key, UUID draftId, @Nullable Integer revision, int position) {
    change(key, draftId, revision, draft -> {
      if (position < 0 || position >= draft.edits().size()) {
        throw Unknown.row();
      }
      var next = new ArrayList<>(draft.edits());
      next.remove(position);
      return draft.editedTo(next);
    });
  }

  public void undo(@Nullable String key, UUID draftId, @Nullable Integer revision) {
    change(key, draftId, revision, Draft::undone);
  }

  public void redo(@Nullable String key, UUID draftId, @Nullable Integer revision) {
    change(key, draftId, revision, Draft::redone);
  }

  /** Evens out the crews' load behind the edits there are. */
  public void level(@Nullable String key, UUID draftId, @Nullable Integer revision) {
    change(key, draftId, revision, draft -> {
      var without = draft.edits().stream().filter(edit -> edit.kind() != DraftEdit.Kind.LEVEL).toList();
      var next = new ArrayList<>(without);
      next.addAll(outcomes.of(base(draft), without).levelled());
      return draft.editedTo(next);
    });
  }

  /** Holds the draft against the plan that was frozen meanwhile; edits that lead nowhere there fall away. */
  public void rebase(@Nullable String key, UUID draftId, @Nullable Integer revision) {
    change(key, draftId, revision, draft -> {
      var plan = plans.frozen(draft.programmeId()).orElseThrow(() -> new Refused(Refusal.of("programme.no-frozen-plan")));
      return draft.editedTo(draft.edits()).onto(plan, applicable(plan, draft.edits()));
    });
  }

  private List<DraftEdit> applicable(Plan plan, List<DraftEdit> edits) {
    List<DraftEdit> kept = new ArrayList<>();
    for (var edit : edits) {
      var next = new ArrayList<>(kept);
      next.add(edit);
      try {
        outcomes.of(plan, next);
        kept = next;
      } catch (Refused leadsNowhere) {
        // It falls away; the list says what is left.
      }
    }
    return kept;
  }

  private void change(@Nullable String key, UUID draftId, @Nullable Integer revision, UnaryOperator<Draft> change) {
    transactions.here(() -> ledger.once(key, "programme.draft-edit", UUID.class, () -> {
      var draft = drafts.find(draftId).orElseThrow(Unknown::row);
      if (draft.state() != Draft.State.OPEN) {
        throw new Refused(Refusal.of("programme.draft-closed", Map.of("name", draft.name())));
      }
      if (EditProgramme.seenAnother(revision, draft.revision())) {
        throw EditProgramme.stale(draft.name());
      }
      var next = change.apply(draft);
      if (!next.edits().equals(draft.edits())) {
        outcomes.of(base(next), next.edits());
      }
      if (!drafts.update(next)) {
        throw EditProgramme.stale(draft.name());
      }
      return draftId;
    }));
  }

  private Plan base(Draft draft) {
    return plans.find(draft.basePlan()).orElseThrow(Unknown::row);
  }
}
