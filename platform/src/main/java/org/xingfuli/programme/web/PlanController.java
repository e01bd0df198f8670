package org.xingfuli.programme.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.PlanRule;
import org.xingfuli.programme.flow.ComputePlan;
import org.xingfuli.programme.flow.FreezePlan;
import org.xingfuli.programme.flow.PlanChanges;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgrammeStore;

/** Plans: compute, compare, freeze, throw away. */
@RestController
@RequestMapping("/api")
class PlanController {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final PlanStore plans;
  private final ComputePlan compute;
  private final FreezePlan freeze;
  private final PlanChanges changes;

  PlanController(Transactions transactions, ProgrammeStore programmes, PlanStore plans, ComputePlan compute,
      FreezePlan freeze, PlanChanges changes) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.plans = plans;
    this.compute = compute;
    this.freeze = freeze;
    this.changes = changes;
  }

  @GetMapping("/programmes/{id}/plans")
  @Requires(Permission.PROGRAMME_READ)
  List<PlanRow> list(@PathVariable UUID id) {
    var all = transactions.here(() -> {
      Unknown.unless(programmes.find(id));
      return plans.ofProgramme(id);
    });
    var changed = changes.ofDrafts(id, all);
    return all.stream().map(plan -> PlanRow.of(plan, changed.getOrDefault(plan.id(), List.of()))).toList();
  }

  @PostMapping("/programmes/{id}/plans")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PLAN_COMPUTE)
  PlanRow compute(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid PlanRow.Wanted body) {
    var rule = body.rule() == null ? PlanRule.BEST : body.rule();
    var note = body.note() == null ? "" : body.note();
    return PlanRow.of(compute.compute(key, id, rule, note));
  }

  @PostMapping("/plans/{id}/freeze")
  @Requires(value = Permission.PLAN_FREEZE, freshSecondFactor = true)
  PlanRow freeze(@PathVariable UUID id) {
    return PlanRow.of(freeze.freeze(id));
  }

  @DeleteMapping("/plans/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PLAN_COMPUTE)
  void discard(@PathVariable UUID id) {
    freeze.discard(id);
  }
}
