package org.xingfuli.programme.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.model.BasisChange;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgrammeStore;

/** Holds drafts against today's projects, template, crews and nodes: one of yesterday's must not become the baseline. */
@Component
public class PlanChanges {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final PlanStore plans;
  private final BasisOf bases;

  PlanChanges(Transactions transactions, ProgrammeStore programmes, PlanStore plans, BasisOf bases) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.plans = plans;
    this.bases = bases;
  }

  /** What changed since a plan was computed, as far as the current scope sees. */
  List<BasisChange> of(Plan plan) {
    var now = bases.asOfNow(programmes.find(plan.programmeId()).orElseThrow(Unknown::row));
    return BasisChange.between(plans.basis(plan.id()), now);
  }

  /** What changed since each draft among the plans of a programme was computed; other plans are left out. */
  public Map<UUID, List<BasisChange>> ofDrafts(UUID programmeId, List<Plan> all) {
    var drafts = all.stream().filter(plan -> plan.state() == Plan.State.DRAFT).toList();
    if (drafts.isEmpty()) {
      return Map.of();
    }
    // With the eyes of the system: a caller who sees one street would take every other project for removed.
    return transactions.as(SystemScope.of("programme.plan-changes"), () -> {
      var now = bases.asOfNow(programmes.find(programmeId).orElseThrow(Unknown::row));
      var changes = new HashMap<UUID, List<BasisChange>>();
      drafts.forEach(plan -> changes.put(plan.id(), BasisChange.between(plans.basis(plan.id()), now)));
      return changes;
    });
  }
}
