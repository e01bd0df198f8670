package org.xingfuli.programme.flow;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.model.Draft;
import org.xingfuli.programme.model.DraftEdit;
import org.xingfuli.programme.model.DraftOutcome;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.DraftStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.wire.RequestLedger;

/** Opens a draft beside the frozen plan: empty, or with what the engine proposes. */
@Component
public class OpenDraft {

  /** What a draft begins with. */
  public enum Proposal {
    /** Nothing. */
    NONE,
    /** The fewest changes of the order found that take lateness away, from today on. */
    REPLAN,
    /** The crews' load evened out inside the float. */
    LEVEL
  }

  private static final int LONGEST_NAME = 80;

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final ProgrammeStore programmes;
  private final PlanStore plans;
  private final DraftStore drafts;
  private final DraftOutcomes outcomes;
  private final Clock system;

  OpenDraft(Transactions transactions, RequestLedger ledger, Audit audit, ProgrammeStore programmes, PlanStore plans,
      DraftStore drafts, DraftOutcomes outcomes, Clock system) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.programmes = programmes;
    this.plans = plans;
    this.drafts = drafts;
    this.outcomes = outcomes;
    this.system = system;
  }

  /**
   * Returns the draft's id.
   *
   * @param edits what it tries from its first moment on, as a cure does; behind what is proposed
   */
  public UUID open(@Nullable String key, UUID programmeId, String name, Proposal proposal, List<DraftEdit> edits) {
    Refused.ifAny(edits.stream().flatMap(edit -> edit.faults().stream()).toList());
    return transactions.here(() -> ledger.once(key, "programme.draft-open", UUID.class, () -> {
      Unknown.unless(programmes.find(programmeId));
      var plan = plans.frozen(programmeId).orElseThrow(() -> new Refused(Refusal.of("programme.no-frozen-plan")));
      if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
        throw new Refused(Refusal.of("programme.draft-name", Map.of("most", LONGEST_NAME, "pointer", "/name")));
      }
      var scope = CurrentScope.get();
      var draft = new Draft(UuidV7.create(), programmeId, name.strip(), Draft.State.OPEN, plan.id(), plan.version(),
          scope.principal(), scope.actor(), system.instant().truncatedTo(ChronoUnit.MICROS), 1,
          begun(plan, proposal, edits), List.of(), List.of(), null);
      drafts.insert(draft);
      audit.record("programme.draft-open", new Subject("draft", draft.id()), Map.of("name", draft.name(),
          "plan", plan.version(), "proposal", proposal.name(), "edits", draft.edits().size()));
      return draft.id();
    }));
  }

  /** Edits that lead nowhere are refused here already: a draft with such could only be thrown away. */
  private List<DraftEdit> begun(Plan plan, Proposal proposal, List<DraftEdit> edits) {
    var all = new ArrayList<>(proposed(plan, proposal));
    edits.forEach(edit -> all.add(edit.identified(List.of())));
    if (!edits.isEmpty()) {
      outcomes.of(plan, all);
    }
    return EditDraft.followable(all);
  }

  private List<DraftEdit> proposed(Plan plan, Proposal proposal) {
    return switch (proposal) {
      case NONE -> List.of();
      case REPLAN -> DraftOutcome.replanned(outcomes.of(plan, List.of()).forecast());
      case LEVEL -> outcomes.of(plan, List.of()).levelled();
    };
  }
}
