package org.xingfuli.programme.flow;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.model.Budget;
import org.xingfuli.programme.model.BudgetState;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Rest;
import org.xingfuli.programme.store.BudgetStore;

/**
 * Draws up what is left of a project's budget for the year that takes it over, as a draft to be approved there: of every
 * work the quantity times what its activities have not done yet ({@link Rest}).
 */
@Component
class CarryBudget {

  private final Audit audit;
  private final BudgetStore budgets;
  private final Clock system;

  CarryBudget(Audit audit, BudgetStore budgets, Clock system) {
    this.audit = audit;
    this.budgets = budgets;
    this.system = system;
  }

  /** Joins the running transaction; without an approved budget there is nothing to carry. */
  void carry(Project from, Project to, Rest rest, String reason) {
    var approved = budgets.ofProject(from.id()).stream().filter(each -> each.state() == BudgetState.APPROVED).findFirst();
    if (approved.isEmpty()) {
      return;
    }
    var lines = rest.of(approved.get().lines());
    if (lines.isEmpty()) {
      return;
    }
    var draft = new Budget(UuidV7.create(), to.id(), to.area(), 1, BudgetState.DRAFT, approved.get().contingencyPercent(),
        Budget.Origin.CARRIED, "结转自 " + from.code() + "，原预算 " + approved.get().total().toPlainString() + " 元；" + reason,
        "", 1, system.instant(), CurrentScope.get().actor(), DraftBudget.writer(), null, null, null,
        lines);
    budgets.insert(draft);
    audit.record("programme.budget-draft", new Subject("project", to.id()), Map.of("project", to.code(), "version", 1,
        "origin", Budget.Origin.CARRIED.name(), "lines", lines.size(), "total", draft.total()));
  }
}
