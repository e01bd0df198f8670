package org.xingfuli.programme.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.Cause;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.LossReason;
import org.xingfuli.programme.PlannedWork;
import org.xingfuli.programme.Push;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Causes;
import org.xingfuli.programme.model.Explanation.Step;
import org.xingfuli.programme.model.Forecast;
import org.xingfuli.programme.model.ForecastHead;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProjectStore;

/**
 * What pushes the nodes in trouble, for all projects of a programme at once. The forecast is computed with wide eyes, and
 * answered as far as the asker sees; what was computed for one version of the forecast is kept until the next.
 */
@Component
public class ReadPushes {

  private final Transactions transactions;
  private final ProjectStore projects;
  private final PlanStore plans;
  private final ForecastStore forecasts;
  private final Frozen frozen;
  private final ReadWorks works;
  private final BusinessClock today;
  private volatile @Nullable Kept kept;

  /** Of the newest forecast asked about: nothing that could not be computed again. */
  private record Kept(UUID programme, long version, LocalDate day, List<Found> found) {}

  /** A push with the project in which its activity stands. */
  private record Found(Push push, UUID where) {}

  ReadPushes(Transactions transactions, ProjectStore projects, PlanStore plans, ForecastStore forecasts, Frozen frozen,
      ReadWorks works, BusinessClock today) {
    this.transactions = transactions;
    this.projects = projects;
    this.plans = plans;
    this.forecasts = forecasts;
    this.frozen = frozen;
    this.works = works;
    this.today = today;
  }

  public List<Push> of(UUID programmeId) {
    record Asked(Plan plan, Set<UUID> visible, long version) {}

    var asked = transactions.here(() -> plans.frozen(programmeId).map(plan -> new Asked(plan,
        projects.ofProgramme(programmeId).stream().map(Project::id).collect(Collectors.toSet()),
        forecasts.head(programmeId).map(ForecastHead::version).orElse(0L))));
    if (asked.isEmpty()) {
      return List.of();
    }
    var visible = asked.get().visible();
    return found(asked.get().plan(), asked.get().version()).stream()
        .filter(found -> visible.contains(found.push().projectId()))
        .map(found -> visible.contains(found.where()) ? found.push() : unnamed(found.push())).toList();
  }

  private static Push unnamed(Push push) {
    return new Push(push.projectId(), push.nodeId(), push.kind(), push.label(), null, Words.of("另一项目", "another project"),
        push.days(), push.since(), push.mover());
  }

  private List<Found> found(Plan plan, long version) {
    var day = today.today();
    var known = kept;
    if (known != null && known.programme().equals(plan.programmeId()) && known.version() == version
        && known.day().equals(day)) {
      return known.found();
    }
    var found = transactions.as(SystemScope.of("programme.pushes"), () -> computed(plan, day));
    kept = new Kept(plan.programmeId(), version, day, found);
    return found;
  }

  private List<Found> computed(Plan plan, LocalDate day) {
    var forecast = frozen.forecast(plan, day);
    var causes = new Causes(forecast);
    var reports = works.of(plan.programmeId(), day).stream()
        .collect(Collectors.toMap(PlannedWork::activityId, work -> work));
    var troubled = new HashMap<String, ForecastNode>();
    forecasts.nodes(plan.programmeId()).stream()
        .filter(node -> node.state() == State.LATE || node.state() == State.AT_RISK)
        .forEach(node -> troubled.put(node.projectId() + "/" + node.nodeId(), node));
    var all = new ArrayList<Found>();
    for (var due : forecast.plan().dueNodes()) {
      var project = forecast.plan().basis().projects().get(due.project()).id();
      if (troubled.containsKey(project + "/" + due.node().id())) {
        all.addAll(pushing(forecast, causes, reports, project, due.node().id(), due.activity()));
      }
    }
    return all;
  }

  private static List<Found> pushing(Forecast forecast, Causes causes, Map<UUID, PlannedWork> reports, UUID project,
      UUID node, int activity) {
    var steps = causes.explanation().shift(activity) <= 0 ? List.<Step>of() : causes.steps(activity).stream()
        .filter(step -> step.days() > 0 && step.cause() != Cause.CALENDAR).toList();
    if (steps.isEmpty()) {
      return List.of(new Found(new Push(project, node, Push.NO_ROOM, Words.of("冻结计划余量不足", "the frozen plan leaves no room"),
          forecast.plan().basis().idOf(activity), causes.shortName(activity), 0, null, causes.of(activity).mover()), project));
    }
    return steps.stream().map(step -> {
      var id = forecast.plan().basis().idOf(step.activity());
      var lost = step.cause() == Cause.LOST ? (step.reason() == null ? LossReason.OTHER : step.reason()) : null;
      return new Found(new Push(project, node, lost == null ? step.cause().name() : lost.name(),
          lost == null ? step.cause().label() : lost.label(), id, causes.shortName(step.activity()), step.days(),
          since(step, lost, reports.get(id)), causes.mover(step)),
          forecast.plan().basis().projectOf(step.activity()).id());
    }).toList();
  }

  private static @Nullable LocalDate since(Step step, @Nullable LossReason lost, @Nullable PlannedWork work) {
    if (work == null) {
      return null;
    }
    if (lost != null) {
      return work.lostSince().get(lost);
    }
    return step.cause() == Cause.OVERDUE ? work.finish() : work.begun() != null ? work.begun() : work.start();
  }
}
