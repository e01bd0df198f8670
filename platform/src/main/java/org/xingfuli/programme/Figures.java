package org.xingfuli.programme;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.flow.ReadGates;
import org.xingfuli.programme.flow.ReadValue;
import org.xingfuli.programme.flow.ReadWeek;
import org.xingfuli.programme.model.ConditionState;
import org.xingfuli.programme.model.WeeklyReport;

/** Answers with every project of a programme in figures, with the eyes of the current scope. */
@Component
public class Figures {

  private final Transactions transactions;
  private final ReadValue values;
  private final ReadGates gates;
  private final ReadWeek weeks;
  private final BusinessClock today;

  Figures(Transactions transactions, ReadValue values, ReadGates gates, ReadWeek weeks, BusinessClock today) {
    this.transactions = transactions;
    this.values = values;
    this.gates = gates;
    this.weeks = weeks;
    this.today = today;
  }

  /** In the order of their codes. */
  public List<ProjectFigures> of(UUID programmeId) {
    return transactions.here(() -> {
      var standing = gates.ofProgramme(programmeId).stream()
          .collect(Collectors.toMap(each -> each.project().id(), each -> each));
      var weekly = weeks.states(programmeId, WeeklyReport.weekOf(today.today()));
      return values.ofProgramme(programmeId).stream().map(valued -> {
        var id = valued.project().id();
        return figures(valued, Objects.requireNonNull(standing.get(id)), weekly.getOrDefault(id, WeeklyState.NOTHING_DUE));
      }).toList();
    });
  }

  private ProjectFigures figures(ReadValue.Valued valued, ReadGates.ProjectGates standing, WeeklyState weekly) {
    var project = valued.project();
    var budget = valued.budget();
    var curve = valued.curve();
    var value = curve == null ? null : curve.figures();
    var amounts = valued.amounts() ? value : null;
    var gate = standing.next();
    var overdue = gate == null ? 0 : (int) gate.conditions().stream().filter(each -> each.condition().counts()
        && each.state() == ConditionState.OPEN && each.due() != null && each.due().isBefore(today.today())).count();
    return new ProjectFigures(project.id(), project.code(), project.name(), project.street(), standing.stage(),
        project.sizeClass(), project.sizeClassBy(), budget == null ? null : budget.total(),
        budget == null ? null : budget.works(), amounts == null ? null : amounts.planned(),
        amounts == null ? null : amounts.earned(), amounts == null ? null : amounts.actual(), value == null ? null : value.spi(),
        value == null ? null : value.cpi(), amounts == null ? null : amounts.atCompletion(),
        gate == null ? null : gate.gate().code(), gate == null ? null : gate.gate().name(),
        gate == null ? 0 : gate.missing(), overdue, gate == null ? null : gate.due(), weekly);
  }
}
