package org.xingfuli.programme;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.programme.flow.DecideGate;
import org.xingfuli.programme.flow.DraftBudget;
import org.xingfuli.programme.flow.KeepLedger;
import org.xingfuli.programme.flow.ReadGates;
import org.xingfuli.programme.flow.ReportWeek;
import org.xingfuli.programme.flow.SizeProject;
import org.xingfuli.programme.model.Budget;
import org.xingfuli.programme.model.ConditionState;
import org.xingfuli.programme.model.LedgerEntry;
import org.xingfuli.programme.model.SizeSheet;

/**
 * Takes in what a district knows already of its projects: budgets, contracts, what was valued and paid, what stood at the
 * gates, the weeks that were reported. As of today's business date, through the same acts as a person's, so with the same checks.
 */
@Component
public class ProgrammeIntake {

  private final DraftBudget budgets;
  private final KeepLedger ledger;
  private final DecideGate decide;
  private final ReadGates gates;
  private final ReportWeek weeks;
  private final SizeProject sizes;

  ProgrammeIntake(DraftBudget budgets, KeepLedger ledger, DecideGate decide, ReadGates gates, ReportWeek weeks,
      SizeProject sizes) {
    this.budgets = budgets;
    this.ledger = ledger;
    this.decide = decide;
    this.gates = gates;
    this.weeks = weeks;
    this.sizes = sizes;
  }

  /**
   * A work of a budget.
   *
   * @param workClass {@code BASIC}, {@code IMPROVED}, {@code ENHANCED} or {@code OTHER}
   * @param unitCost 元 a unit
   * @param activities codes of the template's activities that do it
   */
  public record BudgetLine(
      String code, String nameZh, String nameEn, String workClass, String unit, BigDecimal quantity, BigDecimal unitCost,
      List<String> activities, String source) {}

  /** A budget that was approved by the document. */
  public void budget(UUID projectId, List<BudgetLine> lines, BigDecimal contingencyPercent, String document) {
    budgets.fromLines(null, projectId, lines.stream().map(line -> new Budget.Line(line.code(), line.nameZh(), line.nameEn(),
        Budget.WorkClass.valueOf(line.workClass()), line.unit(), line.quantity(), line.unitCost(), line.activities(), true,
        line.source())).toList(), contingencyPercent, "");
    budgets.approve(null, projectId, document);
  }

  /** A budget of what the menus of the project's estates hold, approved by the document. */
  public void budgetFromMenu(UUID projectId, String document) {
    budgets.fromMenu(null, projectId);
    budgets.approve(null, projectId, document);
  }

  /** Approves the draft there is. */
  public void approveBudget(UUID projectId, String document) {
    budgets.approve(null, projectId, document);
  }

  public void contract(UUID projectId, String number, String name, String party, LocalDate signedOn, BigDecimal amount) {
    ledger.contract(null, projectId, number, name, party, signedOn, amount);
  }

  /** What was valued in a month. */
  public void valuation(UUID projectId, LocalDate month, BigDecimal amount, String document) {
    ledger.enter(null, projectId, month, LedgerEntry.Kind.VALUATION, amount, document, "");
  }

  /** What was paid in a month. */
  public void payment(UUID projectId, LocalDate month, BigDecimal amount, String document) {
    ledger.enter(null, projectId, month, LedgerEntry.Kind.PAYMENT, amount, document, "");
  }

  /** Conditions of a gate that stand, all but those named. */
  public void meetAllBut(UUID projectId, String gate, Set<String> open, String words) {
    gates.of(projectId).gates().stream().filter(each -> each.gate().code().equals(gate))
        .flatMap(each -> each.conditions().stream())
        .filter(each -> each.state() == ConditionState.OPEN && !open.contains(each.condition().code()))
        .forEach(each -> meet(projectId, gate, each.condition().code(), words));
  }

  public void meet(UUID projectId, String gate, String condition, String words) {
    decide.state(null, projectId, gate, condition, new DecideGate.Said(ConditionState.MET, words, List.of()));
  }

  public void waive(UUID projectId, String gate, String condition, String reason) {
    decide.state(null, projectId, gate, condition, new DecideGate.Said(ConditionState.WAIVED, reason, List.of()));
  }

  public void pass(UUID projectId, String gate) {
    decide.pass(null, null, projectId, gate);
  }

  public void move(UUID projectId, ProjectStage.Act act) {
    decide.move(null, projectId, act);
  }

  /** A week as somebody reported it. */
  public void week(WeeklyStatement said, UUID reporter, String reporterName, Instant at) {
    weeks.takeOver(said, reporter, reporterName, at);
  }

  /** What the score sheet asks people: percent of consent, and access from 1 (easy) to 3 (by hand only). */
  public void sizeFacts(UUID projectId, int consent, int access) {
    sizes.state(projectId, List.of(new SizeProject.Said(SizeSheet.Fact.CONSENT, BigDecimal.valueOf(consent), ""),
        new SizeProject.Said(SizeSheet.Fact.ACCESS, BigDecimal.valueOf(access), "")));
  }

  /** Another class than the sheet gives, with the reason; absent leaves it to the sheet. */
  public void sizeClass(UUID projectId, @Nullable SizeClass chosen, String reason) {
    sizes.choose(projectId, null, chosen, reason);
  }
}
