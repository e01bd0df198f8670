package org.xingfuli.programme.flow;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.LossReason;
import org.xingfuli.programme.PlannedWork;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.flow.ActivityNames.Named;
import org.xingfuli.programme.model.Plan.Dates;
import org.xingfuli.programme.model.Progress;
import org.xingfuli.programme.model.ProgressReport;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgressStore;
import org.xingfuli.programme.store.ProjectStore;

/** Reads the activities of the frozen plan with their reports up to a day, as far as the current scope sees. */
@Component
public class ReadWorks {

  private final Transactions transactions;
  private final ProjectStore projects;
  private final PlanStore plans;
  private final ProgressStore reports;
  private final ActivityNames activityNames;

  ReadWorks(Transactions transactions, ProjectStore projects, PlanStore plans, ProgressStore reports,
      ActivityNames activityNames) {
    this.transactions = transactions;
    this.projects = projects;
    this.plans = plans;
    this.reports = reports;
    this.activityNames = activityNames;
  }

  /** Nothing without a frozen plan. */
  public List<PlannedWork> of(UUID programmeId, LocalDate day) {
    return of(programmeId, List.of(day)).getOrDefault(day, List.of());
  }

  /** By day; nothing without a frozen plan. */
  public Map<LocalDate, List<PlannedWork>> of(UUID programmeId, Collection<LocalDate> days) {
    return transactions.here(() -> plans.frozen(programmeId).map(plan -> {
      var activities = projects.activities(programmeId).stream()
          .collect(Collectors.toMap(ProjectStore.ActivityRow::id, row -> row));
      var names = activityNames.of(programmeId, List.copyOf(activities.values()));
      var reported = reports.ofProgramme(programmeId);
      var planned = plans.dates(plan.id());
      return days.stream().distinct().collect(Collectors.toMap(Function.identity(), day -> works(day, planned, activities, names, reported)));
    }).orElse(Map.of()));
  }

  /** Those of one project, in its own programme; nothing without a frozen plan. */
  public List<PlannedWork> ofProject(UUID projectId, LocalDate day) {
    return transactions.here(() -> projects.find(projectId).flatMap(project -> plans.frozen(project.programmeId()).map(plan -> {
      var activities = projects.activitiesOf(projectId).stream().collect(Collectors.toMap(ProjectStore.ActivityRow::id, row -> row));
      return works(day, plans.dates(plan.id(), projectId), activities,
          activityNames.of(project.programmeId(), List.copyOf(activities.values())), reports.ofProject(projectId));
    })).orElse(List.of()));
  }

  private static List<PlannedWork> works(LocalDate day, List<Dates> planned, Map<UUID, ProjectStore.ActivityRow> activities,
      Map<UUID, Named> names, List<ProgressReport> reported) {
    var said = reported.stream().filter(report -> !report.reportedOn().isAfter(day))
        .collect(Collectors.groupingBy(ProgressReport::activityId));
    return planned.stream().map(dates -> {
      var activity = activities.get(dates.activityId());
      var named = names.getOrDefault(dates.activityId(), Named.NOBODY);
      return work(dates, named.code(), named.shortName(), activity == null ? 0 : activity.carried().percent(),
          said.getOrDefault(dates.activityId(), List.of()));
    }).toList();
  }

  private static PlannedWork work(Dates dates, String code, Words name, int carried, List<ProgressReport> reports) {
    var known = Progress.of(reports.stream().map(ProgressReport::facts).toList());
    return known == null
        ? new PlannedWork(dates.projectId(), dates.activityId(), code, name, dates.start(), dates.finish(), null, null, 0,
            carried, null, Map.of(), Map.of())
        : new PlannedWork(dates.projectId(), dates.activityId(), code, name, dates.start(), dates.finish(), known.start(),
            known.finish(), known.percent(), carried, known.asOf(), lost(known), since(reports));
  }

  private static Map<LossReason, Integer> lost(Progress known) {
    var lost = new EnumMap<LossReason, Integer>(LossReason.class);
    known.lostBefore().forEach((reason, days) -> lost.merge(reason, days, Integer::sum));
    known.lostSince().forEach((reason, days) -> lost.merge(reason, days, Integer::sum));
    return lost;
  }

  private static Map<LossReason, LocalDate> since(List<ProgressReport> reports) {
    var since = new EnumMap<LossReason, LocalDate>(LossReason.class);
    for (var report : reports) {
      @Nullable LossReason reason = report.reason();
      if (report.daysLost() > 0) {
        since.putIfAbsent(reason == null ? LossReason.OTHER : reason, report.reportedOn());
      }
    }
    return since;
  }
}
