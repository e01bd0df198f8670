package org.xingfuli.programme.flow;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.ForecastChanged;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.NodeAtRisk;
import org.xingfuli.programme.NodeMissed;
import org.xingfuli.programme.NodeReached;
import org.xingfuli.programme.State;
import org.xingfuli.programme.model.ForecastHead;
import org.xingfuli.programme.model.ForecastRows;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProjectStore;

/**
 * Computes a programme's forecast as of today and puts it in the place of the one before. The same reports on the same day
 * give the same rows, so doing it once more, or twice at once, changes nothing.
 */
@Component
public class RefreshForecast {

  /** Sees every project. */
  static final Scope SCOPE = SystemScope.of("programme.forecast");

  private final Transactions transactions;
  private final Audit audit;
  private final PlanStore plans;
  private final ProjectStore projects;
  private final ForecastStore forecasts;
  private final Frozen frozen;
  private final Calendars calendars;
  private final ApplicationEventPublisher events;
  private final BusinessClock today;
  private final Clock system;

  RefreshForecast(Transactions transactions, Audit audit, PlanStore plans, ProjectStore projects, ForecastStore forecasts,
      Frozen frozen, Calendars calendars, ApplicationEventPublisher events, BusinessClock today, Clock system) {
    this.transactions = transactions;
    this.audit = audit;
    this.plans = plans;
    this.projects = projects;
    this.forecasts = forecasts;
    this.frozen = frozen;
    this.calendars = calendars;
    this.events = events;
    this.today = today;
    this.system = system;
  }

  public void refresh(UUID programmeId) {
    refresh(programmeId, calendars::inForce);
  }

  /** Joins a transaction of {@link #SCOPE} and computes by a calendar that is not in force before its commit. */
  void refresh(UUID programmeId, WorkCalendar calendar) {
    refresh(programmeId, () -> calendar);
  }

  private void refresh(UUID programmeId, Supplier<WorkCalendar> calendar) {
    transactions.run(SCOPE, () -> {
      forecasts.lock(programmeId);
      var plan = plans.frozen(programmeId);
      if (plan.isEmpty()) {
        forecasts.clear(programmeId);
        // A chart drawn without a plan shows the projects all the same.
        events.publishEvent(new ForecastChanged(UuidV7.create(), programmeId, 0));
        return;
      }
      var begun = System.nanoTime();
      var before = forecasts.nodes(programmeId);
      var standing = forecasts.head(programmeId).orElse(null);
      var version = standing == null ? 1 : standing.version() + 1;
      var forecast = frozen.forecast(plan.get(), today.today(), calendar.get());
      var rows = new ForecastRows(forecast, projects.ofProgramme(programmeId));
      var nodes = rows.nodes();
      var milliseconds = (int) ((System.nanoTime() - begun) / 1_000_000);
      forecasts.replace(
          standing,
          new ForecastHead(
              programmeId, plan.get().id(), version, forecast.dataDate(),
              system.instant().truncatedTo(ChronoUnit.MICROS), milliseconds),
          rows.activities(), nodes, rows.shares());
      var turned = turned(programmeId, version, before, nodes);
      audit.record("programme.forecast", new Subject("programme", programmeId),
          Map.of("version", version, "plan", plan.get().version(), "turnedNodes", turned.size()));
      turned.forEach(events::publishEvent);
      events.publishEvent(new ForecastChanged(UuidV7.create(), programmeId, version));
    });
  }

  /** One event for every node that stands differently than before. */
  private static List<Object> turned(
      UUID programmeId, long version, List<ForecastNode> before, List<ForecastNode> now) {
    var known = new HashMap<String, State>();
    before.forEach(node -> known.put(node.projectId() + "/" + node.nodeId(), node.state()));
    var turned = new ArrayList<Object>();
    for (var node : now) {
      if (node.state() != known.getOrDefault(node.projectId() + "/" + node.nodeId(), State.NOT_STARTED)) {
        switch (node.state()) {
          case AT_RISK -> turned.add(
              new NodeAtRisk(UuidV7.create(), programmeId, node.projectId(), node.nodeId(), version));
          case LATE -> turned.add(
              new NodeMissed(UuidV7.create(), programmeId, node.projectId(), node.nodeId(), version));
          case DONE -> turned.add(
              new NodeReached(UuidV7.create(), programmeId, node.projectId(), node.nodeId(), version));
          default -> { }
        }
      }
    }
    return turned;
  }
}
