package org.xingfuli.programme.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.LossReason;
import org.xingfuli.programme.State;
import org.xingfuli.programme.WeeklyState;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.ForecastActivity;
import org.xingfuli.programme.model.Plan.Dates;
import org.xingfuli.programme.model.Progress;
import org.xingfuli.programme.model.ProgressReport;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.model.WeeklyReport;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgressStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.WeeklyStore;

/** Reads what a week asks of a project, and who has reported. */
@Component
public class ReadWeek {

  /** So many days ahead an activity is shown before it is due to start. */
  private static final int AHEAD = 7;

  private final Transactions transactions;
  private final ProjectStore projects;
  private final PlanStore plans;
  private final ForecastStore forecasts;
  private final ProgressStore reports;
  private final ActivityNames activityNames;
  private final WeeklyStore weeks;
  private final BusinessClock today;

  ReadWeek(Transactions transactions, ProjectStore projects, PlanStore plans, ForecastStore forecasts,
      ProgressStore reports, ActivityNames activityNames, WeeklyStore weeks, BusinessClock today) {
    this.transactions = transactions;
    this.projects = projects;
    this.plans = plans;
    this.forecasts = forecasts;
    this.reports = reports;
    this.activityNames = activityNames;
    this.weeks = weeks;
    this.today = today;
  }

  /**
   * An activity the week asks about.
   *
   * @param percent by the last report; 0 without one
   * @param planned percent the frozen plan wants by today
   * @param lostByReason days lost so far, which alone can be taken back
   * @param lastOn day of the last report
   */
  public record Line(
      UUID activityId, String code, Words name, State state, int percent, int planned, boolean started,
      @Nullable LocalDate start, LocalDate plannedStart, LocalDate plannedFinish, LocalDate finish,
      Map<LossReason, Integer> lostByReason, @Nullable LocalDate lastOn) {}

  /** What the running week asks of a project, and the reports so far, newest first. */
  public record Form(Project project, LocalDate week, WeeklyState state, List<Line> lines, List<WeeklyReport> reports) {}

  public Form form(UUID projectId) {
    return transactions.here(() -> {
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      var now = today.today();
      var lines = projects.successorOf(projectId).isPresent() ? List.<Line>of() : lines(project, now);
      var made = weeks.ofProject(projectId, 12);
      var week = WeeklyReport.weekOf(now);
      var reported = made.stream().anyMatch(report -> report.week().equals(week));
      return new Form(project, week, reported ? WeeklyState.REPORTED
          : lines.isEmpty() ? WeeklyState.NOTHING_DUE : WeeklyState.WAITING, lines, made);
    });
  }

  private List<Line> lines(Project project, LocalDate now) {
    var frozen = plans.frozen(project.programmeId());
    if (frozen.isEmpty()) {
      return List.of();
    }
    var planned = plans.dates(frozen.get().id(), project.id()).stream()
        .collect(Collectors.toMap(Dates::activityId, row -> row));
    var names = activityNames.of(project.programmeId(), projects.activitiesOf(project.id()));
    var lines = new ArrayList<Line>();
    var made = reports.ofProject(project.id()).stream().collect(Collectors.groupingBy(ProgressReport::activityId));
    for (var row : forecasts.ofProject(project.id())) {
      var plan = planned.get(row.activityId());
      var activity = names.get(row.activityId());
      if (plan != null && activity != null && asked(row, now)) {
        var known = Progress.of(made.getOrDefault(row.activityId(), List.of()).stream().map(ProgressReport::facts).toList());
        if (known == null || !known.done()) {
          lines.add(line(row, plan, activity.code(), activity.shortName(), known, now));
        }
      }
    }
    lines.sort(Comparator.comparing((Line line) -> !line.started()).thenComparing(Line::state)
        .thenComparing(Line::plannedFinish).thenComparing(Line::code));
    return lines;
  }

  private static boolean asked(ForecastActivity row, LocalDate now) {
    return row.percent() < 100 && (row.started() || !row.start().isAfter(now.plusDays(AHEAD)));
  }

  private static Line line(
      ForecastActivity row, Dates plan, String code, Words name, @Nullable Progress known, LocalDate now) {
    var lost = new HashMap<LossReason, Integer>();
    if (known != null) {
      known.lostBefore().forEach((reason, days) -> lost.merge(reason, days, Integer::sum));
      known.lostSince().forEach((reason, days) -> lost.merge(reason, days, Integer::sum));
    }
    return new Line(row.activityId(), code, name, row.state(), known == null ? 0 : known.percent(),
        wanted(plan, now), row.started(), known == null ? null : known.start(), plan.start(), plan.finish(),
        row.finish(), lost, known == null ? null : known.asOf());
  }

  /** Percent the plan wants at the end of a day. */
  static int wanted(Dates plan, LocalDate day) {
    var span = plan.finish().toEpochDay() - plan.start().toEpochDay() + 1;
    var gone = Math.clamp(day.toEpochDay() - plan.start().toEpochDay() + 1, 0, span);
    return (int) (100 * gone / span);
  }

  /** Who has reported for a week. */
  public Map<UUID, WeeklyState> states(UUID programmeId, LocalDate week) {
    return transactions.here(() -> {
      var now = today.today();
      var reported = weeks.ofWeek(programmeId, week).stream().map(WeeklyReport::projectId).collect(Collectors.toSet());
      var due = due(programmeId, week, now);
      var left = projects.left(programmeId);
      var states = new HashMap<UUID, WeeklyState>();
      for (var project : projects.ofProgramme(programmeId)) {
        states.put(project.id(), reported.contains(project.id()) ? WeeklyState.REPORTED
            : !due.contains(project.id()) || left(left.get(project.id()), week) ? WeeklyState.NOTHING_DUE
            : week.plusDays(6).isBefore(now) ? WeeklyState.MISSED : WeeklyState.WAITING);
      }
      return states;
    });
  }

  /** A week in which another year had the project is asked for there. */
  private static boolean left(ProjectStore.@Nullable Carried next, LocalDate week) {
    return next != null && !next.on().isAfter(week.plusDays(6));
  }

  private Set<UUID> due(UUID programmeId, LocalDate week, LocalDate now) {
    if (week.plusDays(6).isBefore(now)) {
      return plans.frozen(programmeId).map(plan -> plans.dates(plan.id()).stream()
          .filter(row -> !row.start().isAfter(week.plusDays(6)) && !row.finish().isBefore(week))
          .map(Dates::projectId).collect(Collectors.toSet())).orElse(Set.of());
    }
    return forecasts.activities(programmeId).stream().filter(row -> asked(row, now)).map(ForecastActivity::projectId)
        .collect(Collectors.toSet());
  }
}
