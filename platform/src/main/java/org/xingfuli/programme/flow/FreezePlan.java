package org.xingfuli.programme.flow;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.PlanStore;

/** Freezes a draft as the plan progress is held against, or throws a draft away. */
@Component
public class FreezePlan {

  private final Transactions transactions;
  private final Audit audit;
  private final PlanStore plans;
  private final PlanChanges changes;
  private final ApplicationEventPublisher events;
  private final BusinessClock today;
  private final Clock system;

  FreezePlan(Transactions transactions, Audit audit, PlanStore plans, PlanChanges changes,
      ApplicationEventPublisher events, BusinessClock today, Clock system) {
    this.transactions = transactions;
    this.audit = audit;
    this.plans = plans;
    this.changes = changes;
    this.events = events;
    this.today = today;
    this.system = system;
  }

  /** Freezes the draft; the frozen plan before it is superseded. Freezing the frozen plan again changes nothing. */
  public Plan freeze(UUID planId) {
    return transactions.here(() -> {
      var plan = plans.find(planId).orElseThrow(Unknown::row);
      plans.nextVersion(plan.programmeId());
      if (plan.state() != Plan.State.FROZEN) {
        if (!Plan.State.GRAPH.legalActs(plan.state()).contains(Plan.State.Act.FREEZE)) {
          throw new Refused(Refusal.of("programme.plan-superseded", Map.of("plan", plan.version())));
        }
        stillOfToday(plan);
        plans.supersedeFrozen(plan.programmeId());
        plans.freeze(planId, system.instant(), CurrentScope.get().actor(), today.today());
        audit.record("programme.freeze", new Subject("plan", planId),
            Map.of("version", plan.version(), "lateNodes", plan.lateNodes()));
        events.publishEvent(new PlanFrozen(UuidV7.create(), plan.programmeId(), planId, plan.version()));
      }
      return plans.find(planId).orElseThrow(Unknown::row);
    });
  }

  /** A draft of other projects, activities, crews or nodes than today's would be a baseline of something else. */
  private void stillOfToday(Plan plan) {
    var counts = new HashMap<String, Object>(Map.of("plan", plan.version(), "added", 0, "removed", 0, "changed", 0,
        "template", 0, "crews", 0, "nodes", 0, "rules", 0));
    var found = changes.of(plan);
    for (var change : found) {
      counts.put(switch (change.what()) {
        case PROJECTS_ADDED -> "added";
        case PROJECTS_REMOVED -> "removed";
        case PROJECTS_CHANGED -> "changed";
        case TEMPLATE -> "template";
        case CREWS -> "crews";
        case NODES -> "nodes";
        case RULES -> "rules";
      }, change.count());
    }
    if (!found.isEmpty()) {
      throw new Refused(Refusal.of("programme.plan-basis-changed", counts));
    }
  }

  /** Deletes a draft; frozen and superseded plans are history and stay. */
  public void discard(UUID planId) {
    transactions.here(() -> {
      var plan = plans.find(planId).orElseThrow(Unknown::row);
      if (plan.state() != Plan.State.DRAFT) {
        throw new Refused(Refusal.of("programme.plan-not-draft",
            Map.of("plan", plan.version(), "state", plan.state().name())));
      }
      plans.delete(planId);
      audit.record("programme.plan-discard", new Subject("plan", planId), Map.of("version", plan.version()));
    });
  }
}
