package org.xingfuli.programme.flow;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.programme.model.LedgerEntry;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.store.BudgetStore;
import org.xingfuli.programme.store.ProjectStore;

/**
 * Brings a project's contracts into the year that goes on with it, each with what was valued of it before: what is still to be
 * done under it binds the new year's money.
 */
@Component
class CarryContracts {

  private final BudgetStore budgets;
  private final ProjectStore projects;

  CarryContracts(BudgetStore budgets, ProjectStore projects) {
    this.budgets = budgets;
    this.projects = projects;
  }

  /** Joins the running transaction. */
  void carry(Project from, Project to) {
    budgets.carryContracts(from.id(), to.id(), to.area());
    valued(to.id());
  }

  /** A bill of the old year may come late; the years that go on with the project then hold less of the contracts. */
  void billed(UUID projectId) {
    for (var years : projects.goingOn(List.of(projectId)).values()) {
      years.stream().skip(1).forEach(this::valued);
    }
  }

  /** The ledger knows no contracts: what was valued in all is laid on them by their amounts. */
  private void valued(UUID projectId) {
    var entries = projects.lineOf(projectId).stream().skip(1).flatMap(id -> budgets.ledger(id).stream()).toList();
    var kind = LedgerEntry.counting(entries);
    budgets.valuedBefore(projectId, entries.stream().filter(entry -> entry.kind() == kind).map(LedgerEntry::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
