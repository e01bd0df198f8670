package org.xingfuli.programme.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.PlanFrozen;
import org.xingfuli.programme.model.Draft;
import org.xingfuli.programme.model.DraftEdit;
import org.xingfuli.programme.model.DraftOutcome;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.DraftStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.wire.RequestLedger;

/**
 * Makes a draft the frozen plan, with the reason; the plan before it stays in the history. Refused when another plan was frozen since
 * the draft was opened: then it was never held against what counts, and is rebased first.
 */
@Component
public class AdoptDraft {

  /** What a plan that was a draft says of how it came about. */
  public static final String RULE = "ADOPTED_DRAFT";

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final PlanStore plans;
  private final ProjectStore projects;
  private final DraftStore drafts;
  private final DraftOutcomes outcomes;
  private final Calendars calendars;
  private final ApplicationEventPublisher events;
  private final BusinessClock today;
  private final Clock system;

  AdoptDraft(Transactions transactions, RequestLedger ledger, Audit audit, PlanStore plans, ProjectStore projects, DraftStore drafts,
      DraftOutcomes outcomes, Calendars calendars, ApplicationEventPublisher events, BusinessClock today, Clock system) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.plans = plans;
    this.projects = projects;
    this.drafts = drafts;
    this.outcomes = outcomes;
    this.calendars = calendars;
    this.events = events;
    this.today = today;
    this.system = system;
  }

  /** Returns the plan. */
  public Plan adopt(@Nullable String key, UUID draftId, @Nullable Integer revision, String reason) {
    var id = transactions.here(() -> ledger.once(key, "programme.draft-adopt", UUID.class,
        () -> adopted(draftId, revision, reason)));
    return transactions.here(() -> plans.find(id).orElseThrow(Unknown::row));
  }

  private UUID adopted(UUID draftId, @Nullable Integer revision, String reason) {
    var draft = drafts.find(draftId).orElseThrow(Unknown::row);
    var version = plans.nextVersion(draft.programmeId());
    var base = mayBeAdopted(draft, revision, reason);
    var begun = System.nanoTime();
    var outcome = outcomes.of(draft, base);
    var adoption = outcome.adopted(calendars.current());
    var seconds = (System.nanoTime() - begun) / 1e9;
    var score = outcome.difference().after();
    var handOver = adoption.nodes().stream().map(Plan.NodeResult::latestFinish).filter(date -> date != null)
        .max(LocalDate::compareTo).orElse(null);
    var plan = new Plan(UuidV7.create(), draft.programmeId(), version, Plan.State.DRAFT, system.instant(),
        CurrentScope.get().actor(), null, null, null, reason.strip(), RULE, "draft " + draft.name(), base.seed(),
        adoption.basis().size(), seconds, score.lateNodes(), score.weightedLateness(), handOver, adoption.nodes());
    projects.insertExtras(adoption.basis());
    plans.insert(plan, adoption.basis(), adoption.dates());
    plans.supersedeFrozen(draft.programmeId());
    plans.freeze(plan.id(), system.instant(), CurrentScope.get().actor(), today.today());
    drafts.close(draftId, Draft.State.ADOPTED, plan.id(), system.instant());
    audited(draft, base, plan, outcome);
    events.publishEvent(new PlanFrozen(UuidV7.create(), plan.programmeId(), plan.id(), version));
    return plan.id();
  }

  private Plan mayBeAdopted(Draft draft, @Nullable Integer revision, String reason) {
    if (draft.state() != Draft.State.OPEN) {
      throw new Refused(Refusal.of("programme.draft-closed", Map.of("name", draft.name())));
    }
    if (EditProgramme.seenAnother(revision, draft.revision())) {
      throw EditProgramme.stale(draft.name());
    }
    if (reason.isBlank()) {
      throw new Refused(Refusal.of("validation.missing", Map.of("pointer", "/reason")));
    }
    var frozen = plans.frozen(draft.programmeId()).orElseThrow(() -> new Refused(Refusal.of("programme.no-frozen-plan")));
    if (!frozen.id().equals(draft.basePlan())) {
      throw new Refused(Refusal.of("programme.draft-stale",
          Map.of("base", draft.baseVersion(), "frozen", frozen.version())));
    }
    if (draft.edits().stream().anyMatch(edit -> edit.kind() == DraftEdit.Kind.NODE)) {
      throw new Refused(Refusal.of("programme.draft-moves-node"));
    }
    return frozen;
  }

  private void audited(Draft draft, Plan base, Plan plan, DraftOutcome outcome) {
    var difference = outcome.difference();
    audit.record("programme.draft-adopt", new Subject("plan", plan.id()), Map.of("draft", draft.name(),
        "version", plan.version(), "before", base.version(), "reason", plan.note(), "edits", draft.edits().size(),
        "changed", difference.changes().size(), "lateNodesBefore", difference.lateNodesBefore(),
        "lateNodesAfter", difference.lateNodesAfter(), "crewDays", outcome.crewDays()));
  }
}
