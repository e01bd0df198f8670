package org.xingfuli.programme.flow;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.RiskChanged;
import org.xingfuli.programme.model.Chances;
import org.xingfuli.programme.model.Forecast;
import org.xingfuli.programme.model.ForecastHead;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.RiskActivity;
import org.xingfuli.programme.model.RiskHead;
import org.xingfuli.programme.model.RiskRules;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.RiskStore;

/**
 * Simulates a programme's risk and puts it in the place of the one before: first the probabilities, then, unless a newer
 * forecast waits, what is in the way and what would help. No connection is held while it computes. It is a function of what
 * is stored, so doing it once more changes nothing, and it is not an act of anybody: the forecast before it is on record.
 */
@Component
class RefreshRisk {

  private static final Scope SCOPE = SystemScope.of("programme.risk");

  private final Transactions transactions;
  private final PlanStore plans;
  private final ProjectStore projects;
  private final ForecastStore forecasts;
  private final RiskStore risks;
  private final Frozen frozen;
  private final ApplicationEventPublisher events;
  private final BusinessClock today;
  private final Clock system;

  RefreshRisk(Transactions transactions, PlanStore plans, ProjectStore projects, ForecastStore forecasts, RiskStore risks,
      Frozen frozen, ApplicationEventPublisher events, BusinessClock today, Clock system) {
    this.transactions = transactions;
    this.plans = plans;
    this.projects = projects;
    this.forecasts = forecasts;
    this.risks = risks;
    this.frozen = frozen;
    this.events = events;
    this.today = today;
    this.system = system;
  }

  private record Given(Plan plan, long version, Forecast forecast, RiskRules rules, Map<UUID, String> areas) {}

  /** @param newer whether a newer forecast waits */
  void refresh(UUID programmeId, BooleanSupplier newer) {
    var given = transactions.as(SCOPE, () -> given(programmeId));
    if (given.isEmpty()) {
      transactions.run(SCOPE, () -> {
        risks.lock(programmeId);
        risks.clear(programmeId);
        events.publishEvent(new RiskChanged(UuidV7.create(), programmeId, 0));
      });
      return;
    }
    var begun = System.nanoTime();
    var chances = Chances.of(given.get().forecast(), given.get().rules(), Chances.REPLICATIONS);
    store(given.get(), chances, List.of(), List.of(), begun);
    if (newer.getAsBoolean()) {
      return;
    }
    var inTheWay = chances.inTheWay(newer);
    var critical = chances.activities(given.get().areas(), inTheWay);
    var tried = chances.cures(inTheWay, newer);
    if (!newer.getAsBoolean()) {
      store(given.get(), chances, critical, tried, begun);
    }
  }

  private Optional<Given> given(UUID programmeId) {
    return plans.frozen(programmeId).map(plan -> new Given(plan,
        forecasts.head(programmeId).map(ForecastHead::version).orElse(0L), frozen.forecast(plan, today.today()),
        risks.rules(programmeId).rules(),
        projects.ofProgramme(programmeId).stream().collect(Collectors.toMap(Project::id, Project::area))));
  }

  private void store(Given given, Chances chances, List<RiskActivity> critical, List<Chances.Tried> tried, long begun) {
    var forecast = given.forecast();
    var nodes = chances.nodes(given.areas(), tried.stream().map(Chances.Tried::after).toList());
    var head = new RiskHead(given.plan().programmeId(), given.plan().id(), given.version(), forecast.dataDate(),
        forecast.plan().horizon().first(), system.instant().truncatedTo(ChronoUnit.MICROS),
        (int) ((System.nanoTime() - begun) / 1_000_000), chances.replications(), given.rules(),
        tried.stream().map(Chances.Tried::cure).toList());
    transactions.run(SCOPE, () -> {
      risks.lock(head.programmeId());
      var known = risks.head(head.programmeId());
      // Another node of the platform may have been faster with a newer forecast, or the plan may have been superseded.
      var outdone = known.filter(other -> other.forecastVersion() > head.forecastVersion()).isPresent();
      if (!outdone && plans.frozen(head.programmeId()).filter(plan -> plan.id().equals(head.planId())).isPresent()) {
        risks.replace(head, nodes, critical);
        events.publishEvent(new RiskChanged(UuidV7.create(), head.programmeId(), head.forecastVersion()));
      }
    });
  }
}
