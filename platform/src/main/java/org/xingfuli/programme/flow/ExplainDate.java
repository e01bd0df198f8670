package org.xingfuli.programme.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.engine.scheduling.CriticalChain;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Why;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Causes;
import org.xingfuli.programme.model.Explanation.Step;
import org.xingfuli.programme.model.Forecast;
import org.xingfuli.programme.model.ForecastActivity;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Remedy;
import org.xingfuli.programme.model.StepWords;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.model.WindowOverrun;
import org.xingfuli.programme.model.WindowRemarks;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProjectStore;

/**
 * Answers why a date is what it is. The chain may run through crews that another street's project holds: the caller then
 * learns that, and not which project.
 */
@Component
public class ExplainDate {

  private final Transactions transactions;
  private final ProjectStore projects;
  private final PlanStore plans;
  private final ForecastStore forecasts;
  private final Frozen frozen;
  private final UtilityWindows windows;
  private final BusinessClock today;

  ExplainDate(Transactions transactions, ProjectStore projects, PlanStore plans, ForecastStore forecasts,
      Frozen frozen, UtilityWindows windows, BusinessClock today) {
    this.transactions = transactions;
    this.projects = projects;
    this.plans = plans;
    this.forecasts = forecasts;
    this.frozen = frozen;
    this.windows = windows;
    this.today = today;
  }

  /** What the caller may see, asked before anything is computed with wider eyes. */
  private record Asked(Project project, Plan plan, Set<UUID> visible, UtilityWindows.Agreed agreed,
      @Nullable ForecastActivity row) {}

  public Why why(UUID activityId) {
    var asked = transactions.here(() -> {
      var activity = projects.activity(activityId).orElseThrow(Unknown::row);
      var project = projects.find(activity.projectId()).orElseThrow(Unknown::row);
      var plan = plans.frozen(project.programmeId())
          .orElseThrow(() -> new Refused(Refusal.of("programme.no-frozen-plan")));
      var visible = projects.ofProgramme(project.programmeId());
      return new Asked(project, plan, visible.stream().map(Project::id).collect(Collectors.toSet()), windows.of(visible),
          forecasts.activity(activityId).orElse(null));
    });
    var forecast = transactions.as(SystemScope.of("programme.why"), () ->
        frozen.forecast(asked.plan(), today.today()));
    var activity = number(forecast, activityId);
    if (activity < 0) {
      throw new Refused(Refusal.of("programme.not-in-frozen-plan", Map.of("project", asked.project().code())));
    }
    return explained(forecast, activity, asked);
  }

  private static int number(Forecast forecast, UUID activityId) {
    var basis = forecast.plan().basis();
    for (int activity = 0; activity < basis.size(); activity++) {
      if (basis.idOf(activity).equals(activityId)) {
        return activity;
      }
    }
    return -1;
  }

  private Why explained(Forecast forecast, int activity, Asked asked) {
    var basis = forecast.plan().basis();
    var horizon = forecast.plan().horizon();
    var causes = new Causes(forecast);
    var words = new StepWords(forecast, causes, project -> asked.visible().contains(project));
    var steps = causes.steps(activity);
    var row = asked.row();
    return new Why(
        basis.idOf(activity), asked.project().id(), asked.project().name(), basis.templateOf(activity).code(),
        basis.templateOf(activity).name(), forecast.start(activity), forecast.finish(activity),
        horizon.date(forecast.baseline().start(activity)), horizon.date(forecast.baseline().finish(activity) - 1),
        horizon.date(forecast.latest().start(activity)), row == null ? 0 : row.percent(),
        row == null ? State.NOT_STARTED : row.state(), forecast.floatDays(activity),
        causes.explanation().shift(activity), waterfall(steps, words),
        WindowRemarks.in(steps.isEmpty() ? bindings(forecast, activity, words) : steps.stream().map(words::link).toList(),
            basis.idOf(activity), words.nameOf(activity), id -> overrun(forecast, number(forecast, id), asked.agreed())),
        successors(forecast, activity), cure(forecast, causes, activity));
  }

  private static List<Why.Bar> waterfall(List<Step> steps, StepWords words) {
    var bars = new LinkedHashMap<String, Why.Bar>();
    for (var step : steps.reversed()) {
      var bar = words.bar(step);
      bars.merge(bar.label().zh(), bar, (one, more) ->
          new Why.Bar(one.cause(), one.label(), one.days() + more.days()));
    }
    return bars.values().stream().filter(bar -> bar.days() != 0).toList();
  }

  /** Nothing has shifted: then what holds the date where it is. */
  private static List<Why.Link> bindings(Forecast forecast, int activity, StepWords words) {
    return CriticalChain.of(forecast.open(), forecast.timetable(), forecast.actuals()).to(activity).reversed().stream()
        .limit(12).map(words::link).toList();
  }

  private static @Nullable WindowOverrun overrun(Forecast forecast, int activity, UtilityWindows.Agreed agreed) {
    var basis = forecast.plan().basis();
    return forecast.done(activity) ? null : agreed.overrun(
        basis.projectOf(activity).id(), basis.templateOf(activity).code(), forecast.finish(activity));
  }

  private static List<Why.Successor> successors(Forecast forecast, int activity) {
    var basis = forecast.plan().basis();
    var next = new ArrayList<Why.Successor>();
    var seen = new HashSet<Integer>();
    for (var link : forecast.plan().network().links()) {
      if (link.from() == activity && seen.add(link.to())) {
        var to = link.to();
        next.add(new Why.Successor(
            basis.idOf(to), basis.templateOf(to).code(), basis.templateOf(to).name(), forecast.start(to),
            forecast.finish(to), forecast.floatDays(to),
            basis.rules().state(forecast.done(to), forecast.floatDays(to), forecast.started(to))));
      }
    }
    return next;
  }

  private static Why.@Nullable Cure cure(Forecast forecast, Causes causes, int activity) {
    var threshold = forecast.plan().basis().rules().atRiskDays();
    var missing = threshold + 1 - forecast.floatDays(activity);
    var found = new Remedy(forecast).of(activity, missing);
    if (found == null) {
      return null;
    }
    var name = causes.shortName(found.activity());
    var finish = forecast.finish(activity).minusDays(found.gain());
    var mover = causes.byWork(found.activity());
    return new Why.Cure(
        forecast.plan().basis().idOf(found.activity()), name, found.days(), found.gain(), finish,
        Words.of("%s 追回 %d 天，完成日提前 %d 天到 %s（按冻结次序试算）".formatted(name.zh(), found.days(), found.gain(), finish),
            "make up %d days at %s: the finish comes %d days earlier, to %s (tried against the frozen order)"
                .formatted(found.days(), name.en(), found.gain(), finish)),
        mover);
  }
}
