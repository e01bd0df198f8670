package org.xingfuli.programme.flow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.model.Budget;
import org.xingfuli.programme.model.EarnedValue;
import org.xingfuli.programme.model.EarnedValue.Curve;
import org.xingfuli.programme.model.EarnedValue.Reported;
import org.xingfuli.programme.model.EarnedValue.Task;
import org.xingfuli.programme.model.ForecastActivity;
import org.xingfuli.programme.model.LedgerEntry;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.store.BudgetStore;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgressStore;
import org.xingfuli.programme.store.ProjectStore;

/** Reads planned, earned and actual value of a programme's projects, as far as the current scope sees them. */
@Component
public class ReadValue {

  private final Transactions transactions;
  private final ProjectStore projects;
  private final PlanStore plans;
  private final ForecastStore forecasts;
  private final ProgressStore reports;
  private final BudgetStore budgets;
  private final ReadsMoney money;
  private final BusinessClock today;

  ReadValue(Transactions transactions, ProjectStore projects, PlanStore plans, ForecastStore forecasts,
      ProgressStore reports, BudgetStore budgets, ReadsMoney money, BusinessClock today) {
    this.transactions = transactions;
    this.projects = projects;
    this.plans = plans;
    this.forecasts = forecasts;
    this.reports = reports;
    this.budgets = budgets;
    this.money = money;
    this.today = today;
  }

  /**
   * A project with its curve.
   *
   * @param budget the approved one, for those who read amounts
   * @param curve absent without an approved budget or outside the frozen plan
   * @param amounts whether the curve is in 元; otherwise in hundredths of all budgets the caller sees
   */
  public record Valued(
      Project project, @Nullable Budget budget, List<LedgerEntry> ledger, @Nullable Curve curve, boolean amounts) {

    private Valued inHundredthsOf(BigDecimal sum) {
      return new Valued(project, null, ledger, curve == null ? null : curve.inHundredthsOf(sum), false);
    }
  }

  /** All projects over the same days and in the same unit, so that their curves can be added. */
  public List<Valued> ofProgramme(UUID programmeId) {
    return transactions.picture(() -> {
      var now = today.today();
      var approved = budgets.approved(programmeId);
      var ledger = budgets.ledgerOf(programmeId);
      var tasks = tasks(programmeId);
      var days = EarnedValue.days(tasks.values().stream().flatMap(List::stream).toList(), now);
      var all = projects.ofProgramme(programmeId);
      var valued = all.stream().map(project -> {
        var budget = approved.get(project.id());
        var own = tasks.getOrDefault(project.id(), List.of());
        var entries = ledger.getOrDefault(project.id(), List.of());
        return new Valued(project, budget, entries, budget == null || own.isEmpty() ? null
            : EarnedValue.of(budget.lines(), own, entries, now, days), true);
      }).toList();
      if (money.ofAll(all)) {
        return valued;
      }
      var sum = valued.stream().map(Valued::curve).filter(Objects::nonNull).map(curve -> curve.figures().budget())
          .reduce(BigDecimal.ZERO, BigDecimal::add);
      return valued.stream().map(each -> each.inHundredthsOf(sum)).toList();
    });
  }

  private Map<UUID, List<Task>> tasks(UUID programmeId) {
    var frozen = plans.frozen(programmeId);
    if (frozen.isEmpty()) {
      return Map.of();
    }
    var activities = projects.activities(programmeId).stream()
        .collect(Collectors.toMap(ProjectStore.ActivityRow::id, row -> row));
    var expected = forecasts.activities(programmeId).stream()
        .collect(Collectors.toMap(ForecastActivity::activityId, row -> row));
    var reported = new HashMap<UUID, List<Reported>>();
    reports.ofProgramme(programmeId).forEach(report -> {
      // What is done at its finish counts from then on, also when it was told later.
      var on = report.percent() == 100 && report.actualFinish() != null ? report.actualFinish() : report.reportedOn();
      var all = reported.computeIfAbsent(report.activityId(), id -> new ArrayList<>());
      all.removeIf(earlier -> earlier.on().isAfter(on));
      all.add(new Reported(on, report.percent()));
    });
    var tasks = new HashMap<UUID, List<Task>>();
    for (var row : plans.dates(frozen.get().id())) {
      var activity = activities.get(row.activityId());
      if (activity != null) {
        var forecast = expected.get(row.activityId());
        tasks.computeIfAbsent(row.projectId(), id -> new ArrayList<>()).add(new Task(activity.code(), row.start(),
            row.finish(), forecast == null ? row.start() : forecast.start(),
            forecast == null ? row.finish() : forecast.finish(), activity.carried().percent(), reported.getOrDefault(row.activityId(), List.of())));
      }
    }
    return tasks;
  }

  /** The day the values are of. */
  public LocalDate today() {
    return today.today();
  }
}
