package org.xingfuli.programme.flow;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.PlanRule;
import org.xingfuli.programme.model.Basis;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.Planning;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.wire.RequestLedger;

/**
 * Back-schedules a programme as a draft. The first plan of a year may use every day of it; once a plan is frozen, another
 * one keeps what has happened and plans the rest from today on.
 */
@Component
public class ComputePlan {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final ProgrammeStore programmes;
  private final PlanStore plans;
  private final BasisOf bases;
  private final Standing standing;
  private final Calendars calendars;
  private final BusinessClock today;
  private final Clock system;

  ComputePlan(Transactions transactions, RequestLedger ledger, Audit audit, ProgrammeStore programmes, PlanStore plans,
      BasisOf bases, Standing standing, Calendars calendars, BusinessClock today, Clock system) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.programmes = programmes;
    this.plans = plans;
    this.bases = bases;
    this.standing = standing;
    this.calendars = calendars;
    this.today = today;
    this.system = system;
  }

  public Plan compute(@Nullable String key, UUID programmeId, PlanRule rule, String note) {
    var id = transactions.here(() -> ledger.once(key, "programme.plan", UUID.class, () ->
        computed(programmeId, rule, note).id()));
    return transactions.here(() -> plans.find(id).orElseThrow(Unknown::row));
  }

  private Plan computed(UUID programmeId, PlanRule rule, String note) {
    var programme = programmes.find(programmeId).orElseThrow(Unknown::row);
    plans.nextVersion(programmeId);
    var fresh = bases.of(programme);
    var reported = standing.of(programmeId, fresh);
    var basis = fresh.adopting(fresh.adopted().knowing(fresh, reported));
    var from = plans.frozen(programmeId).isPresent() ? today.today() : null;
    var begun = System.nanoTime();
    var seed = (long) programme.year();
    var result = Planning.plan(basis, calendars.current(), rule, seed, reported, from);
    return saved(programme, basis, result, rule, note, seed, (System.nanoTime() - begun) / 1e9);
  }

  /** Keeps a result as the programme's next draft; must be called inside a transaction. */
  Plan saved(Programme programme, Basis basis, Planning.Result result, PlanRule rule, String note, long seed, double seconds) {
    var version = plans.nextVersion(programme.id());
    var score = Planning.score(result);
    var nodes = Planning.nodes(result.network(), result.timetable());
    var handOver = Planning.handOver(nodes);
    var plan = new Plan(UuidV7.create(), programme.id(), version, Plan.State.DRAFT, system.instant(),
        CurrentScope.get().actor(), null, null, null, note, rule.name(), result.method(), seed, basis.size(), seconds,
        score.lateNodes(), score.weightedLateness(), handOver, nodes);
    plans.insert(plan, basis, Planning.dates(result));
    audit.record("programme.plan", new Subject("plan", plan.id()), Map.of(
        "programme", programme.year(), "version", version, "rule", rule.name(), "method", result.method(),
        "activities", basis.size(), "lateNodes", score.lateNodes()));
    return plan;
  }
}
