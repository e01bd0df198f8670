package org.xingfuli.programme.flow;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.exchange.plans.model.Span;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.State;
import org.xingfuli.programme.model.Plan.Dates;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.PlanExport.Dated;
import org.xingfuli.programme.model.PlanExport;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.ProgrammeNetwork;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;

/** The timetable, as far as the caller sees it, for other planning software: the forecast, or one plan's own dates. */
@Component
public class ExportPlan {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final PlanStore plans;
  private final ForecastStore forecasts;
  private final Frozen frozen;
  private final Calendars calendars;

  ExportPlan(Transactions transactions, ProgrammeStore programmes, ProjectStore projects, PlanStore plans,
      ForecastStore forecasts, Frozen frozen, Calendars calendars) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.projects = projects;
    this.plans = plans;
    this.forecasts = forecasts;
    this.frozen = frozen;
    this.calendars = calendars;
  }

  private record Asked(Programme programme, Plan plan, Set<UUID> shown, Map<UUID, Dated> dates) {}

  /**
   * @param planId a plan instead of the forecast
   * @param street only projects of this street
   * @param projectId only this project
   * @param streets names of areas
   */
  public org.xingfuli.exchange.plans.model.Programme programme(UUID programmeId, @Nullable UUID planId, @Nullable String street,
      @Nullable UUID projectId, Map<String, String> streets) {
    var asked = transactions.picture(() -> asked(programmeId, planId, street, projectId));
    var calendar = calendars.current();
    var basis = transactions.as(SystemScope.of("programme.export"), () -> frozen.baseline(asked.plan()).basis());
    var name = asked.programme().year() + " 年度计划 v" + asked.plan().version();
    return new PlanExport(ProgrammeNetwork.of(basis, calendar), asked.dates(), streets).of(name, asked.shown());
  }

  private Asked asked(UUID programmeId, @Nullable UUID planId, @Nullable String street, @Nullable UUID projectId) {
    var programme = programmes.find(programmeId).orElseThrow(Unknown::row);
    var shown = projects.ofProgramme(programmeId).stream()
        .filter(project -> street == null || project.street().equals(street))
        .filter(project -> projectId == null || project.id().equals(projectId))
        .map(Project::id).collect(Collectors.toSet());
    var plan = planId == null ? plans.frozen(programmeId).orElse(null)
        : plans.find(planId).filter(p -> p.programmeId().equals(programmeId)).orElseThrow(Unknown::row);
    if (plan == null) {
      throw new Refused(Refusal.of("programme.no-frozen-plan"));
    }
    var dates = planId == null ? forecast(programmeId, plan) : own(plans.dates(plan.id()));
    if (shown.isEmpty() || dates.isEmpty()) {
      throw Unknown.row();
    }
    return new Asked(programme, plan, shown, dates);
  }

  private Map<UUID, Dated> forecast(UUID programmeId, Plan plan) {
    var baseline = plans.dates(plan.id()).stream().collect(Collectors.toMap(Dates::activityId, Function.identity()));
    var rows = forecasts.activities(programmeId);
    if (rows.isEmpty()) {
      return own(List.copyOf(baseline.values()));
    }
    var dates = new HashMap<UUID, Dated>();
    for (var row : rows) {
      var before = baseline.get(row.activityId());
      if (before != null) {
        dates.put(row.activityId(), new Dated(row.start(), row.finish(), span(before.start(), before.finish()), row.started(),
            row.state() == State.DONE, row.percent()));
      }
    }
    return dates;
  }

  private static Map<UUID, Dated> own(List<Dates> rows) {
    var dates = new HashMap<UUID, Dated>();
    rows.forEach(row -> dates.put(row.activityId(), new Dated(row.start(), row.finish(), null, false, false, 0)));
    return dates;
  }

  private static Span span(LocalDate start, LocalDate finish) {
    return new Span(start, finish.plusDays(1));
  }
}
