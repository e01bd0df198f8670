package org.xingfuli.programme.flow;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.model.Draft;
import org.xingfuli.programme.model.DraftOutcome;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.ProgrammeNetwork;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.DraftStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgrammeStore;

/** Reads a draft with what it leads to, on one picture of the database. */
@Component
public class ReadDraft {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final PlanStore plans;
  private final DraftStore drafts;
  private final DraftOutcomes outcomes;

  ReadDraft(Transactions transactions, ProgrammeStore programmes, PlanStore plans, DraftStore drafts, DraftOutcomes outcomes) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.plans = plans;
    this.drafts = drafts;
    this.outcomes = outcomes;
  }

  /**
   * @param frozen the plan frozen now; another than the draft's base when somebody froze one meanwhile
   * @param plan the base expanded, to say the edits by
   * @param outcome absent when the edits lead nowhere any more, as when an activity has begun since; then {@code faults} say why
   */
  public record Answer(Draft draft, Plan base, @Nullable Plan frozen, ProgrammeNetwork plan, @Nullable DraftOutcome outcome,
      List<Refusal> faults) {

    public boolean stale() {
      return frozen == null || !frozen.id().equals(base.id());
    }
  }

  public List<Draft> open(UUID programmeId) {
    return transactions.here(() -> {
      Unknown.unless(programmes.find(programmeId));
      return drafts.open(programmeId);
    });
  }

  public Answer read(UUID draftId) {
    return transactions.picture(() -> {
      var draft = drafts.find(draftId).orElseThrow(Unknown::row);
      var base = plans.find(draft.basePlan()).orElseThrow(Unknown::row);
      var frozen = plans.frozen(draft.programmeId()).orElse(null);
      try {
        var outcome = outcomes.of(draft, base);
        return new Answer(draft, base, frozen, outcome.forecast().plan(), outcome, List.of());
      } catch (Refused refused) {
        var plan = outcomes.of(base, List.of()).forecast().plan();
        return new Answer(draft, base, frozen, plan, null, refused.refusals());
      }
    });
  }
}
