package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.State;
import org.xingfuli.programme.model.Basis.ProjectBasis;
import org.xingfuli.programme.model.ProgrammeNetwork.DueNode;

/** A forecast as rows: every activity's dates and state, every node's state with its cause. */
public final class ForecastRows {

  private final Forecast forecast;
  private final Map<UUID, Project> projects = new HashMap<>();
  private final Causes causes;

  public ForecastRows(Forecast forecast, List<Project> projects) {
    this.forecast = forecast;
    this.causes = new Causes(forecast);
    projects.forEach(project -> this.projects.put(project.id(), project));
  }

  public List<ForecastActivity> activities() {
    var basis = forecast.plan().basis();
    var critical = Planning.critical(
        forecast.plan(), forecast.timetable(), forecast.latest(), causes.explanation().chain());
    var rows = new ArrayList<ForecastActivity>();
    for (int activity = 0; activity < basis.size(); activity++) {
      var project = basis.projectOf(activity);
      var known = forecast.progress().get(activity);
      rows.add(new ForecastActivity(
          basis.idOf(activity), project.id(), area(project), activity, forecast.start(activity),
          forecast.finish(activity), forecast.plan().horizon().date(forecast.latest().start(activity)),
          forecast.floatDays(activity), critical.get(activity), known == null ? 0 : known.percent(),
          forecast.started(activity), state(activity, forecast.floatDays(activity), forecast.started(activity))));
    }
    return rows;
  }

  /** Half a percent rounds up. */
  public List<ForecastShare> shares() {
    var basis = forecast.plan().basis();
    var today = forecast.plan().horizon().day(forecast.dataDate());
    var rows = new ArrayList<ForecastShare>();
    for (int number = 0; number < basis.projects().size(); number++) {
      long days = 0;
      long done = 0;
      long planned = 0;
      for (int activity : basis.activitiesAt(number)) {
        var start = forecast.baseline().start(activity);
        var length = forecast.baseline().finish(activity) - start;
        var known = forecast.progress().get(activity);
        days += length;
        done += known == null ? 0 : (long) known.percent() * length;
        planned += 100L * Math.clamp(today - start, 0, length);
      }
      var project = basis.projects().get(number);
      rows.add(new ForecastShare(project.id(), area(project), (int) Math.round((double) done / days),
          (int) Math.round((double) planned / days)));
    }
    return rows;
  }

  public List<ForecastNode> nodes() {
    var begun = phasesBegun();
    var rows = new ArrayList<ForecastNode>();
    for (var due : forecast.plan().dueNodes()) {
      rows.add(node(due, begun));
    }
    return rows;
  }

  private ForecastNode node(DueNode due, Set<String> begun) {
    var activity = due.activity();
    var horizon = forecast.plan().horizon();
    var project = forecast.plan().basis().projects().get(due.project());
    var finish = forecast.finish(activity);
    var left = horizon.day(due.due()) - horizon.day(finish);
    var phase = forecast.plan().basis().templateOf(activity).phase();
    var state = state(activity, left, begun.contains(due.project() + phase));
    var explained = state == State.AT_RISK || state == State.LATE || left < 0;
    var verdict = explained ? causes.of(activity) : null;
    return new ForecastNode(
        project.id(), due.node().id(), area(project), due.due(), baseline(activity), finish, left,
        causes.explanation().shift(activity), state, verdict == null ? null : verdict.cause(),
        verdict == null ? null : organisation(project.id(), verdict.mover()),
        verdict == null ? null : verdict.mover());
  }

  /** Where the project lies now, which is not always where it lay when the plan was frozen. */
  private String area(ProjectBasis planned) {
    var project = projects.get(planned.id());
    return project == null ? planned.area() : project.area();
  }

  private LocalDate baseline(int activity) {
    return forecast.plan().horizon().date(forecast.baseline().finish(activity) - 1);
  }

  private State state(int activity, int floatDays, boolean begun) {
    return forecast.plan().basis().rules().state(forecast.done(activity), floatDays, begun);
  }

  /** Project number and phase of everything that has started. */
  private Set<String> phasesBegun() {
    var begun = new HashSet<String>();
    var basis = forecast.plan().basis();
    forecast.progress().forEach((activity, known) -> {
      if (known.started()) {
        begun.add(basis.projectAt(activity) + basis.templateOf(activity).phase());
      }
    });
    return begun;
  }

  private @Nullable UUID organisation(UUID projectId, ForecastNode.Mover mover) {
    var project = projects.get(projectId);
    if (project == null) {
      return null;
    }
    return switch (mover) {
      case DELIVERY_AGENT -> project.deliveryAgent();
      case CONTRACTOR -> project.contractor();
      case SUPERVISOR -> project.supervisor();
      case STREET, UTILITY, COMMAND -> null;
    };
  }
}
