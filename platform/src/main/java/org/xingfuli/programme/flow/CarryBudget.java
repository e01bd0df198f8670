package org.xingfuli.programme.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.model.Budget;
import org.xingfuli.programme.model.BudgetState;
import org.xingfuli.programme.model.Progress;
import org.xingfuli.programme.model.ProgressReport;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.store.BudgetStore;
import org.xingfuli.programme.store.ProgressStore;
import org.xingfuli.programme.store.ProjectStore;

/**
 * Draws up what is left of a project's budget for the year that takes it over, as a draft to be approved there: of every
 * work the quantity times what its activities have not done yet, each activity of a work weighing the same.
 */
@Component
class CarryBudget {

  private final Audit audit;
  private final BudgetStore budgets;
  private final ProjectStore projects;
  private final ProgressStore reports;
  private final Clock system;

  CarryBudget(Audit audit, BudgetStore budgets, ProjectStore projects, ProgressStore reports, Clock system) {
    this.audit = audit;
    this.budgets = budgets;
    this.projects = projects;
    this.reports = reports;
    this.system = system;
  }

  /** Joins the running transaction; without an approved budget there is nothing to carry. */
  void carry(Project from, Project to, String reason) {
    var approved = budgets.ofProject(from.id()).stream().filter(each -> each.state() == BudgetState.APPROVED).findFirst();
    if (approved.isEmpty()) {
      return;
    }
    var done = done(from);
    var lines = new ArrayList<Budget.Line>();
    for (var line : approved.get().lines()) {
      var left = left(line, done);
      var quantity = line.quantity().multiply(left).setScale(2, RoundingMode.HALF_UP);
      if (quantity.signum() > 0) {
        lines.add(new Budget.Line(line.code(), line.nameZh(), line.nameEn(), line.workClass(), line.unit(), quantity,
            line.unitCost(), line.activities(), line.unconfirmed(), line.source()));
      }
    }
    if (lines.isEmpty()) {
      return;
    }
    var rest = new Budget(UuidV7.create(), to.id(), to.area(), 1, BudgetState.DRAFT, approved.get().contingencyPercent(),
        Budget.Origin.CARRIED, "结转自 " + from.code() + "，原预算 " + approved.get().total().toPlainString() + " 元；" + reason,
        "", 1, system.instant(), CurrentScope.get().actor(), DraftBudget.writer(), null, null, null,
        lines);
    budgets.insert(rest);
    audit.record("programme.budget-draft", new Subject("project", to.id()), Map.of("project", to.code(), "version", 1,
        "origin", Budget.Origin.CARRIED.name(), "lines", lines.size(), "total", rest.total()));
  }

  private Map<String, Integer> done(Project from) {
    return projects.activitiesOf(from.id()).stream().collect(Collectors.toMap(ProjectStore.ActivityRow::code, row -> {
          var known = Progress.of(reports.ofActivity(row.id()).stream().map(ProgressReport::facts).toList());
          return known == null ? 0 : known.percent();
        }));
  }

  private static BigDecimal left(Budget.Line line, Map<String, Integer> done) {
    List<Integer> percents = line.activities().stream().map(code -> done.getOrDefault(code, 0)).toList();
    if (percents.isEmpty()) {
      return BigDecimal.ONE;
    }
    var sum = percents.stream().mapToInt(Integer::intValue).sum();
    return BigDecimal.ONE.subtract(BigDecimal.valueOf(sum)
        .divide(BigDecimal.valueOf(100L * percents.size()), 6, RoundingMode.HALF_UP));
  }
}
