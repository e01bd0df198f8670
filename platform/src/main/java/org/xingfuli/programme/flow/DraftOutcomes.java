package org.xingfuli.programme.flow;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.model.Draft;
import org.xingfuli.programme.model.DraftEdit;
import org.xingfuli.programme.model.DraftOutcome;
import org.xingfuli.programme.model.Forecast;
import org.xingfuli.programme.model.ForecastHead;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.store.ForecastStore;

/**
 * What drafts lead to. An answer holds as long as the plan, the reports, the day and the edits are the same; the last few are kept,
 * so that looking at a draft once more, or undoing, costs nothing.
 */
@Component
class DraftOutcomes {

  private static final int KEPT = 24;

  private final Frozen frozen;
  private final ForecastStore forecasts;
  private final Calendars calendars;
  private final BusinessClock today;
  private final Map<Asked, DraftOutcome> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Asked, DraftOutcome> eldest) {
      return size() > KEPT;
    }
  };

  DraftOutcomes(Frozen frozen, ForecastStore forecasts, Calendars calendars, BusinessClock today) {
    this.frozen = frozen;
    this.forecasts = forecasts;
    this.calendars = calendars;
    this.today = today;
  }

  /**
   * @param forecast version of the stored forecast, which goes up with every report
   */
  private record Asked(UUID plan, LocalDate today, long forecast, WorkCalendar calendar, List<DraftEdit> edits) {}

  /** Against the draft's own base; must be called in a transaction whose scope sees every project. */
  DraftOutcome of(Draft draft, Plan base) {
    return of(base, draft.edits());
  }

  /** The same of edits not yet kept. */
  DraftOutcome of(Plan base, List<DraftEdit> edits) {
    var calendar = calendars.current();
    var version = forecasts.head(base.programmeId()).map(ForecastHead::version).orElse(0L);
    var asked = new Asked(base.id(), today.today(), version, calendar, List.copyOf(edits));
    synchronized (kept) {
      var known = kept.get(asked);
      if (known != null) {
        return known;
      }
    }
    var found = DraftOutcome.of(forecast(base, asked), edits);
    synchronized (kept) {
      kept.put(asked, found);
    }
    return found;
  }

  /** Every draft of a day starts from the same forecast. */
  private Forecast forecast(Plan base, Asked asked) {
    synchronized (kept) {
      for (var each : kept.entrySet()) {
        if (each.getKey().plan().equals(asked.plan()) && each.getKey().today().equals(asked.today())
            && each.getKey().forecast() == asked.forecast() && each.getKey().calendar() == asked.calendar()) {
          return each.getValue().forecast();
        }
      }
    }
    return frozen.forecast(base, asked.today(), asked.calendar());
  }
}
