package org.xingfuli.programme.flow;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.ProjectStage;
import org.xingfuli.programme.model.ConditionStanding;
import org.xingfuli.programme.model.ConditionState;
import org.xingfuli.programme.model.ForecastActivity;
import org.xingfuli.programme.model.Gate;
import org.xingfuli.programme.model.GatePassage;
import org.xingfuli.programme.model.Plan.Dates;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.GateStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProjectStore;

/** Reads how projects stand before their gates, as far as the current scope sees them. */
@Component
public class ReadGates {

  private final Transactions transactions;
  private final ProjectStore projects;
  private final GateStore gates;
  private final ForecastStore forecasts;
  private final PlanStore plans;

  ReadGates(Transactions transactions, ProjectStore projects, GateStore gates, ForecastStore forecasts, PlanStore plans) {
    this.transactions = transactions;
    this.projects = projects;
    this.gates = gates;
    this.forecasts = forecasts;
    this.plans = plans;
  }

  /** A project with all gates, in the order in which they are passed. */
  public record ProjectGates(Project project, ProjectStage stage, List<Standing> gates) {

    /** The gate it has before it. */
    public @Nullable Standing next() {
      return gates.stream().filter(Standing::next).findFirst().orElse(null);
    }
  }

  /**
   * How a project stands before a gate.
   *
   * @param due the day it has to be passed by the forecast, by the frozen plan without one
   * @param next whether it is before the project now
   * @param missing how many required conditions do not stand
   */
  public record Standing(
      Gate gate, @Nullable LocalDate due, @Nullable GatePassage passage, boolean next,
      List<ConditionReading> conditions, int missing) {}

  /** How a condition stands, what was last said of it, and the day it should stand. */
  public record ConditionReading(
      Gate.Condition condition, ConditionState state, @Nullable ConditionStanding last, @Nullable LocalDate due) {}

  public ProjectGates of(UUID projectId) {
    return transactions.here(() -> {
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      var last = new HashMap<String, ConditionStanding>();
      gates.ofProject(projectId).forEach(row -> last.put(key(projectId, row.gate(), row.condition()), row));
      var plan = plans.frozen(project.programmeId()).map(frozen -> plans.dates(frozen.id(), projectId)).orElse(List.of());
      return read(project, gates.stageOf(projectId), new Known(gates.all(), last, byGate(gates.passagesOf(projectId)),
          dates(codes(projects.activitiesOf(projectId)), plan, forecasts.ofProject(projectId))));
    });
  }

  public List<ProjectGates> ofProgramme(UUID programmeId) {
    return transactions.here(() -> {
      var last = gates.lastOfProgramme(programmeId).stream().collect(Collectors.toMap(
          row -> key(row.projectId(), row.gate(), row.condition()), row -> row));
      var plan = plans.frozen(programmeId).map(frozen -> plans.dates(frozen.id())).orElse(List.of());
      var known = new Known(gates.all(), last, byGate(gates.passages(programmeId)),
          dates(codes(projects.activities(programmeId)), plan, forecasts.activities(programmeId)));
      var stages = gates.stages(programmeId);
      return projects.ofProgramme(programmeId).stream()
          .map(project -> read(project, stages.getOrDefault(project.id(), ProjectStage.PLANNED), known)).toList();
    });
  }

  /** What was read of one or many projects. */
  private record Known(
      List<Gate> gates, Map<String, ConditionStanding> standings, Map<String, GatePassage> passages,
      Map<String, Span> dates) {}

  private static ProjectGates read(Project project, ProjectStage stage, Known known) {
    return new ProjectGates(project, stage, known.gates().stream().map(gate -> {
      var span = known.dates().get(project.id() + "/" + gate.activityCode());
      var due = span == null ? null : gate.atStart() ? span.start() : span.finish();
      var passage = known.passages().get(project.id() + "/" + gate.code());
      var conditions = gate.conditions().stream().filter(condition -> condition.retiredOn() == null
          || known.standings().containsKey(key(project.id(), gate.code(), condition.code()))).map(condition -> {
        var last = known.standings().get(key(project.id(), gate.code(), condition.code()));
        return new ConditionReading(condition, last == null ? ConditionState.OPEN : last.state(), last,
            Gate.due(due, condition));
      }).toList();
      var missing = (int) conditions.stream()
          .filter(each -> each.condition().counts() && each.state() == ConditionState.OPEN).count();
      return new Standing(gate, due, passage, gate.next(stage, passage != null), conditions, missing);
    }).toList());
  }

  private record Span(LocalDate start, LocalDate finish) {}

  private static Map<UUID, String> codes(List<ProjectStore.ActivityRow> rows) {
    return rows.stream().collect(Collectors.toMap(ProjectStore.ActivityRow::id, ProjectStore.ActivityRow::code));
  }

  private static Map<String, GatePassage> byGate(List<GatePassage> passages) {
    return passages.stream().collect(Collectors.toMap(row -> row.projectId() + "/" + row.gate(), row -> row));
  }

  private static Map<String, Span> dates(Map<UUID, String> codes, List<Dates> plan, List<ForecastActivity> forecast) {
    var dates = new HashMap<String, Span>();
    plan.forEach(row ->
        dates.put(row.projectId() + "/" + codes.get(row.activityId()), new Span(row.start(), row.finish())));
    forecast.forEach(row ->
        dates.put(row.projectId() + "/" + codes.get(row.activityId()), new Span(row.start(), row.finish())));
    return dates;
  }

  private static String key(UUID project, String gate, String condition) {
    return project + "/" + gate + "/" + condition;
  }
}
