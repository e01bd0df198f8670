package org.xingfuli.programme.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Works;
import org.xingfuli.programme.PlannedQuantity;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Budget;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Rest;
import org.xingfuli.programme.model.TemplateActivity;
import org.xingfuli.programme.store.BudgetStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.TemplateStore;

/**
 * Reads how much of each work a year's projects are to do: what was approved, and until then what the menus of their estates say.
 * A project carried over so counts what was left of it.
 */
@Component
public class ReadQuantities {

  private final Transactions transactions;
  private final ProjectStore projects;
  private final TemplateStore templates;
  private final BudgetStore budgets;
  private final Works works;

  ReadQuantities(Transactions transactions, ProjectStore projects, TemplateStore templates, BudgetStore budgets, Works works) {
    this.transactions = transactions;
    this.projects = projects;
    this.templates = templates;
    this.budgets = budgets;
    this.works = works;
  }

  public List<PlannedQuantity> of(UUID programmeId) {
    return transactions.here(() -> {
      var approved = budgets.approved(programmeId);
      var all = projects.ofProgramme(programmeId);
      var menus = works.ofEstates(all.stream().filter(project -> !approved.containsKey(project.id()))
          .flatMap(project -> project.estates().stream()).map(Project.Share::estateId).distinct().toList());
      var known = templates.activities(programmeId).stream().map(TemplateActivity::code).collect(Collectors.toSet());
      var rests = projects.rests(programmeId);
      return all.stream().flatMap(project -> quantities(project, approved.get(project.id()),
          () -> MenuLines.of(project, menus, known, rests.getOrDefault(project.id(), new Rest(Map.of())))).stream()).toList();
    });
  }

  private static List<PlannedQuantity> quantities(
      Project project, @Nullable Budget budget, Supplier<List<Budget.Line>> menu) {
    var lines = budget == null ? menu.get() : budget.lines();
    return lines.stream().map(line -> new PlannedQuantity(project.id(), line.code(), Words.of(line.nameZh(), line.nameEn()),
        line.unit(), line.quantity(), budget != null, line.activities())).toList();
  }
}
