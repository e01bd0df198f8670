package org.xingfuli.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.flow.ArrangeProjects;
import org.xingfuli.programme.flow.CarryOver;
import org.xingfuli.programme.flow.ComputePlan;
import org.xingfuli.programme.flow.EditProgramme;
import org.xingfuli.programme.flow.ExplainDate;
import org.xingfuli.programme.flow.ForecastQueue;
import org.xingfuli.programme.flow.FreezePlan;
import org.xingfuli.programme.flow.FreshForecast;
import org.xingfuli.programme.flow.OpenProgramme;
import org.xingfuli.programme.flow.ReadChart;
import org.xingfuli.programme.flow.ReadRisk;
import org.xingfuli.programme.flow.ReportProgress;
import org.xingfuli.programme.model.Crew;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.TemplateStore;

/** Answers other modules' questions about programmes with the eyes of the current scope, and does acts for the demo. */
@Component
public class Programmes {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final PlanStore plans;
  private final TemplateStore templates;
  private final ReadChart chart;
  private final ReadRisk risk;
  private final ExplainDate explain;
  private final FreshForecast fresh;
  private final ForecastQueue forecasts;
  private final Acts acts;
  private final BusinessClock today;

  Programmes(Transactions transactions, ProgrammeStore programmes, ProjectStore projects, PlanStore plans,
      TemplateStore templates, ReadChart chart, ReadRisk risk, ExplainDate explain, FreshForecast fresh, ForecastQueue forecasts,
      Acts acts, BusinessClock today) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.projects = projects;
    this.plans = plans;
    this.templates = templates;
    this.chart = chart;
    this.risk = risk;
    this.explain = explain;
    this.fresh = fresh;
    this.forecasts = forecasts;
    this.acts = acts;
    this.today = today;
  }

  /** Ids of all programmes, newest year first. */
  public List<UUID> all() {
    return transactions.here(() -> programmes.all().stream().map(Programme::id).toList());
  }

  /** This business year's programme when its plan is frozen, otherwise the newest frozen one, otherwise the newest at all. */
  public Optional<UUID> current() {
    return transactions.here(() -> {
      var all = programmes.all();
      var frozen = all.stream().filter(programme -> plans.frozen(programme.id()).isPresent()).toList();
      return frozen.stream().filter(programme -> programme.year() == today.today().getYear()).findFirst()
          .or(() -> frozen.stream().findFirst()).or(() -> all.stream().findFirst()).map(Programme::id);
    });
  }

  /** The programme of a year, planned or not. */
  public Optional<UUID> ofYear(int year) {
    return transactions.here(() -> programmes.ofYear(year).map(Programme::id));
  }

  /** The programme a project belongs to. */
  public UUID programmeOf(UUID projectId) {
    return transactions.here(() -> projects.find(projectId).orElseThrow(Unknown::row).programmeId());
  }

  public ChartFacts chart(UUID programmeId) {
    return chart.of(programmeId);
  }

  /** How likely nodes are kept; absent until something was simulated. Joins a reading on one picture. */
  public Optional<Odds> odds(UUID programmeId) {
    return risk.odds(programmeId);
  }

  /** How likely one node of one project is kept, and by when. */
  public Optional<NodeOdds> odds(UUID projectId, UUID nodeId) {
    return risk.of(projectId, nodeId).map(single -> NodeOdds.of(single.head(), single.node()));
  }

  /** Why a node of a project stands as it does. */
  public Why why(UUID projectId, UUID nodeId) {
    return explain.why(chart.activityOf(projectId, nodeId));
  }

  /** The newest reports of a project, newest first. */
  public List<ReportedProgress> latestReports(UUID projectId, int most) {
    return chart.latestReports(projectId, most);
  }

  /** Sees to it that the forecast is of today's business date. */
  public void asOfToday(UUID programmeId) {
    fresh.asOfToday(programmeId);
  }

  /** Has the forecast computed now, and waits for it. */
  public void forecastNow(UUID programmeId) {
    forecasts.await(programmeId);
  }

  /** The projects that hold one of these estates: id to name. */
  public Map<UUID, String> holding(List<UUID> estates) {
    return transactions.here(() -> projects.list(projects.holding(estates)).stream()
        .collect(Collectors.toMap(project -> project.id(), project -> project.name())));
  }

  /** Who delivers the works of the current year in an estate; none where nothing is planned there. */
  public List<UUID> deliveryAgents(UUID estate) {
    return transactions.here(() -> {
      var current = current().orElse(null);
      return projects.list(projects.holding(List.of(estate))).stream().filter(project -> project.programmeId().equals(current))
          .flatMap(project -> Stream.ofNullable(project.deliveryAgent())).distinct().toList();
    });
  }

  /** The part of each estate that each project of a programme holds. */
  public Map<UUID, Map<UUID, BigDecimal>> shares(UUID programmeId) {
    return transactions.here(() -> projects.ofProgramme(programmeId).stream().collect(Collectors.toMap(
        project -> project.id(), project -> project.estates().stream().collect(Collectors.toMap(
            share -> share.estateId(), share -> share.share())))));
  }

  /** An activity of a programme with its dates in the frozen plan. */
  public record PlannedActivity(UUID id, UUID projectId, String code, LocalDate start, LocalDate finish) {}

  /** Every activity of the frozen plan; empty without one. */
  public List<PlannedActivity> frozenPlan(UUID programmeId) {
    return transactions.here(() -> plans.frozen(programmeId).map(plan -> {
      var codes = projects.activities(programmeId).stream()
          .collect(Collectors.toMap(ProjectStore.ActivityRow::id, ProjectStore.ActivityRow::code));
      return plans.dates(plan.id()).stream().map(dates -> new PlannedActivity(dates.activityId(), dates.projectId(),
          codes.getOrDefault(dates.activityId(), ""), dates.start(), dates.finish())).toList();
    }).orElse(List.of()));
  }

  /** The activities of a project by their code. */
  public Map<String, UUID> activities(UUID projectId) {
    return transactions.here(() -> {
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      return projects.activities(project.programmeId()).stream().filter(row -> row.projectId().equals(projectId))
          .collect(Collectors.toMap(ProjectStore.ActivityRow::code, ProjectStore.ActivityRow::id));
    });
  }

  public UUID open(int year, String name, @Nullable LocalDate starts) {
    return acts.open().open(null, year, name, starts);
  }

  public UUID addProject(UUID programmeId, ProjectDraft draft) {
    return acts.arrange().add(null, programmeId, draft);
  }

  public List<UUID> carryOver(UUID programmeId, UUID fromProgramme, List<UUID> projectIds, String reason) {
    return acts.carryOver().carryOver(null, programmeId, fromProgramme, projectIds, reason);
  }

  /** Sets how many of a crew there are in each of its pools. */
  public void setCrew(UUID programmeId, String code, int capacity) {
    var version = transactions.here(() -> templates.crews(programmeId)).stream()
        .filter(crew -> crew.code().equals(code)).findFirst().orElseThrow(Unknown::row).version();
    acts.edit().crew(programmeId, code, version, crew -> new Crew(crew.code(), crew.name(), crew.sharedWithin(),
        capacity, List.of(), crew.assumption(), crew.source(), crew.version()));
  }

  /** Computes a draft; returns its id. */
  public UUID plan(UUID programmeId, PlanRule rule, String note) {
    return acts.compute().compute(null, programmeId, rule, note).id();
  }

  public void freeze(UUID planId) {
    acts.freeze().freeze(planId);
  }

  /** Reports of others as one act, as of today's business date; each keeps who made it and when. */
  public void takeOver(List<PastReport> reports) {
    acts.report().takeOver(reports);
  }

  /** Several reports as one act, as of today's business date. */
  public void report(List<ProgressStatement> statements) {
    acts.report().reportAll(statements);
  }

  /** The acts, gathered so that the facade stays small. */
  @Component
  record Acts(OpenProgramme open, ArrangeProjects arrange, CarryOver carryOver, EditProgramme edit,
      ComputePlan compute, FreezePlan freeze, ReportProgress report) {}
}
