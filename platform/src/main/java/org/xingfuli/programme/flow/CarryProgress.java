package org.xingfuli.programme.flow;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.model.Plan.Dates;
import org.xingfuli.programme.model.Progress;
import org.xingfuli.programme.model.ProgressReport;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Rest;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgressStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.ProjectStore.ActivityRow;

/** Brings everything reported of a project into the year that goes on with it, and notes what was left there of each activity. */
@Component
class CarryProgress {

  private final ProjectStore projects;
  private final ProgressStore reports;
  private final PlanStore plans;

  CarryProgress(ProjectStore projects, ProgressStore reports, PlanStore plans) {
    this.projects = projects;
    this.reports = reports;
    this.plans = plans;
  }

  /** Joins the running transaction; answers with what was left. */
  Rest carry(Project from, Project to) {
    projects.carryExtras(from.id(), to);
    var ids = projects.activitiesOf(to.id()).stream().collect(Collectors.toMap(ActivityRow::code, ActivityRow::id));
    var planned = plans.frozen(from.programmeId()).map(plan -> plans.dates(plan.id(), from.id())).orElse(List.of()).stream()
        .collect(Collectors.toMap(Dates::activityId, Function.identity()));
    var left = new HashMap<String, Rest.Activity>();
    for (var activity : projects.activitiesOf(from.id())) {
      reports.lock(activity.id()); // a report under way is either brought along or refused where the project goes on
      var made = reports.ofActivity(activity.id());
      var known = Progress.of(made.stream().map(ProgressReport::facts).toList());
      var dates = planned.get(activity.id());
      left.put(activity.code(), new Rest.Activity(known == null ? 0 : known.percent(),
          dates == null ? 1 : (int) (dates.finish().toEpochDay() - dates.start().toEpochDay()) + 1));
      var id = ids.get(activity.code());
      if (id != null) {
        made.forEach(report -> copy(report, id, to));
      }
    }
    var rest = new Rest(left);
    projects.carriedWith(to.id(), rest);
    return rest;
  }

  private void copy(ProgressReport report, UUID activity, Project to) {
    reports.insert(new ProgressReport(UuidV7.create(), activity, to.id(), to.area(), report.reportedOn(),
        report.reportedAt(), report.reporter(), report.reporterName(), report.percent(), report.daysLost(),
        report.reason(), report.note(), report.actualStart(), report.actualFinish()));
  }
}
