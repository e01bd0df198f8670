package org.xingfuli.programme.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Works;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.model.Budget;
import org.xingfuli.programme.model.BudgetState;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.TemplateActivity;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.BudgetStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.TemplateStore;
import org.xingfuli.wire.RequestLedger;

/**
 * Writes the next version of a project's budget: from the menus of its estates, from a workbook, or line by line; and
 * approves it. The approved version is never changed, only superseded.
 */
@Component
public class DraftBudget {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final ProjectStore projects;
  private final TemplateStore templates;
  private final BudgetStore budgets;
  private final Works works;
  private final BusinessClock today;
  private final Clock system;

  DraftBudget(Transactions transactions, RequestLedger ledger, Audit audit, ProjectStore projects, TemplateStore templates,
      BudgetStore budgets, Works works, BusinessClock today, Clock system) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.projects = projects;
    this.templates = templates;
    this.budgets = budgets;
    this.works = works;
    this.today = today;
    this.system = system;
  }

  /** Puts the works of the project's estates, each by its share, into the draft; a draft there is gets these lines instead. */
  public void fromMenu(@Nullable String key, UUID projectId) {
    transactions.here(() -> ledger.once(key, "programme.budget-draft", String.class, () -> {
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      var rule = budgets.rule();
      var lines = MenuLines.of(project, works.ofEstates(project.estates().stream().map(Project.Share::estateId).toList()),
          templateCodes(project), projects.rest(projectId));
      if (lines.isEmpty()) {
        throw new Refused(Refusal.of("programme.budget-no-menu", Map.of("project", project.name())));
      }
      var sum = lines.stream().map(Budget.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
      var preliminaries = sum.multiply(rule.preliminariesPercent()).divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP);
      if (preliminaries.signum() > 0) {
        lines.add(new Budget.Line("PRE", "前期、设计、监理与临设", "Survey, design, supervision, set-up",
            Budget.WorkClass.OTHER, "项", BigDecimal.ONE, preliminaries, rule.activities(), rule.unconfirmed(),
            rule.source()));
      }
      put(project, lines, rule.contingencyPercent(), Budget.Origin.MENU, "", null);
      return project.code();
    }));
  }

  /** Takes the lines of a workbook, already read without a fault. */
  public void fromLines(
      @Nullable String key, UUID projectId, List<Budget.Line> lines, @Nullable BigDecimal contingency, String note) {
    transactions.here(() -> ledger.once(key, "programme.budget-workbook", String.class, () -> {
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      put(project, lines, contingency == null ? budgets.rule().contingencyPercent() : contingency,
          Budget.Origin.WORKBOOK, note, null);
      return project.code();
    }));
  }

  /** Replaces the lines of the draft there is. */
  public void change(UUID projectId, int revision, List<Budget.Line> lines, BigDecimal contingency, String note) {
    transactions.here(() -> {
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      var draft = draft(projectId);
      put(project, lines, contingency, draft.origin(), note, revision);
    });
  }

  private void put(Project project, List<Budget.Line> lines, BigDecimal contingency, Budget.Origin origin, String note,
      @Nullable Integer revision) {
    Refused.ifAny(Budget.faults(lines, contingency, templateCodes(project)));
    var versions = budgets.ofProject(project.id());
    var draft = versions.stream().filter(each -> each.state() == BudgetState.DRAFT).findFirst().orElse(null);
    var next = new Budget(draft == null ? UuidV7.create() : draft.id(), project.id(), project.area(),
        draft == null ? versions.size() + 1 : draft.version(), BudgetState.DRAFT, contingency, origin, note.strip(), "",
        draft == null ? 1 : revision == null ? draft.revision() : revision, system.instant(),
        CurrentScope.get().actor(), writer(), null, null, null, lines);
    if (draft == null) {
      budgets.insert(next);
    } else if (!budgets.replace(next)) {
      throw EditProgramme.stale(project.code());
    }
    audit.record("programme.budget-draft", new Subject("project", project.id()), Map.of("project", project.code(),
        "version", next.version(), "origin", origin.name(), "lines", lines.size(), "total", next.total()));
  }

  /** The person at work; the platform's own tasks are nobody whose word would count twice. */
  static @Nullable UUID writer() {
    var scope = CurrentScope.get();
    return scope.kind() == Scope.Kind.PERSON ? scope.principal() : null;
  }

  public void discard(UUID projectId) {
    transactions.here(() -> {
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      var draft = draft(projectId);
      budgets.delete(draft.id());
      audit.record("programme.budget-discard", new Subject("project", projectId),
          Map.of("project", project.code(), "version", draft.version()));
    });
  }

  /** Makes the draft the budget that holds; by another than who wrote it last. */
  public void approve(@Nullable String key, UUID projectId, String document) {
    transactions.here(() -> ledger.once(key, "programme.budget-approve", String.class, () -> {
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      if (document.isBlank()) {
        throw new Refused(Refusal.of("validation.missing", Map.of("pointer", "/document")));
      }
      var draft = draft(projectId);
      BudgetState.GRAPH.move(draft.state(), BudgetState.Act.APPROVE).orRefuse();
      var writer = draft.writtenBy();
      if (writer != null && writer.equals(CurrentScope.get().principal())) {
        throw new Refused(Refusal.of("programme.budget-own", Map.of("version", draft.version())));
      }
      budgets.supersede(projectId);
      budgets.approve(draft.id(), system.instant(), CurrentScope.get().actor(), today.today(), document.strip());
      audit.record("programme.budget-approve", new Subject("project", projectId), Map.of("project", project.code(),
          "version", draft.version(), "total", draft.total(), "document", document.strip()));
      return project.code();
    }));
  }

  private Budget draft(UUID projectId) {
    return budgets.ofProject(projectId).stream().filter(each -> each.state() == BudgetState.DRAFT).findFirst()
        .orElseThrow(() -> new Refused(Refusal.of("programme.budget-no-draft")));
  }

  private Set<String> templateCodes(Project project) {
    return templates.activities(project.programmeId()).stream().map(TemplateActivity::code).collect(Collectors.toSet());
  }
}
