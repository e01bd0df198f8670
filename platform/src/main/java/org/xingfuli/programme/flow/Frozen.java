package org.xingfuli.programme.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.model.Basis;
import org.xingfuli.programme.model.Forecast;
import org.xingfuli.programme.model.Horizon;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.Plan.Dates;
import org.xingfuli.programme.model.PlanningRules;
import org.xingfuli.programme.model.ProgrammeNetwork;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgrammeStore;

/** The frozen plan ready to be forecast against; a plan never changes, so what was read of it once is kept. */
@Component
public class Frozen {

  private static final int KEPT = 4;

  private final ProgrammeStore programmes;
  private final PlanStore plans;
  private final Standing standing;
  private final Calendars calendars;
  private final Map<UUID, Baseline> kept = new ConcurrentHashMap<>();
  private final Map<UUID, Expanded> expanded = new ConcurrentHashMap<>();

  Frozen(ProgrammeStore programmes, PlanStore plans, Standing standing, Calendars calendars) {
    this.programmes = programmes;
    this.plans = plans;
    this.standing = standing;
    this.calendars = calendars;
  }

  /** A plan's basis with its dates in the order of the basis. */
  public record Baseline(Basis basis, Timetable dates, List<Dates> rows) {}

  /** A plan's network as of a day, and what it was expanded from besides the plan. */
  private record Expanded(PlanningRules rules, WorkCalendar calendar, LocalDate dataDate, ProgrammeNetwork network) {}

  /**
   * The plan's own basis and dates, held to what counts as at risk today. Must be called with a scope that sees every
   * project.
   */
  public Baseline baseline(Plan plan) {
    var own = own(plan.id());
    var today = programmes.find(plan.programmeId()).orElseThrow(Unknown::row).rules();
    return new Baseline(own.basis().heldTo(today), own.dates(), own.rows());
  }

  private Baseline own(UUID planId) {
    var known = kept.get(planId);
    if (known == null) {
      var basis = plans.basis(planId);
      var rows = plans.dates(planId);
      if (rows.size() != basis.size()) {
        throw new IllegalStateException("plan %s has %d of %d dates".formatted(planId, rows.size(), basis.size()));
      }
      var horizon = Horizon.of(basis.starts(), basis.year());
      known = new Baseline(basis, Timetable.of(
          rows.stream().mapToInt(row -> horizon.day(row.start())).toArray(),
          rows.stream().mapToInt(row -> horizon.day(row.finish()) + 1).toArray()), rows);
      if (kept.size() >= KEPT) {
        kept.clear();
      }
      kept.put(planId, known);
    }
    return known;
  }

  /** The forecast as of a day; must be called with a scope that sees every project. */
  Forecast forecast(Plan plan, LocalDate dataDate) {
    return forecast(plan, dataDate, calendars.current());
  }

  /** The forecast by a calendar that may not be in force yet. */
  Forecast forecast(Plan plan, LocalDate dataDate, WorkCalendar calendar) {
    var baseline = baseline(plan);
    return Forecast.of(expanded(plan.id(), baseline.basis(), calendar, dataDate), baseline.dates(),
        standing.of(plan.programmeId(), baseline.basis()), dataDate);
  }

  /** Expanding a district takes as long as forecasting it, and between two reports of a day nothing of it changes. */
  private ProgrammeNetwork expanded(UUID planId, Basis basis, WorkCalendar calendar, LocalDate dataDate) {
    var known = expanded.get(planId);
    if (known != null && known.calendar() == calendar && known.dataDate().equals(dataDate)
        && known.rules().equals(basis.rules())) {
      return known.network();
    }
    var network = Forecast.expanded(basis, calendar, dataDate);
    if (expanded.size() >= KEPT) {
      expanded.clear();
    }
    expanded.put(planId, new Expanded(basis.rules(), calendar, dataDate, network));
    return network;
  }
}
