package org.xingfuli.programme.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.HolidayYear;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.HolidayStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;

/** Takes a newly announced year in, and records every date it moved: due dates of nodes, and forecast node dates. */
@Component
public class ImportHolidays {

  private final Transactions transactions;
  private final Audit audit;
  private final HolidayStore holidays;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final ForecastStore forecasts;
  private final Calendars calendars;
  private final RefreshForecast refresh;
  private final Clock system;

  ImportHolidays(Transactions transactions, Audit audit, HolidayStore holidays, ProgrammeStore programmes,
      ProjectStore projects, ForecastStore forecasts, Calendars calendars, RefreshForecast refresh, Clock system) {
    this.transactions = transactions;
    this.audit = audit;
    this.holidays = holidays;
    this.programmes = programmes;
    this.projects = projects;
    this.forecasts = forecasts;
    this.calendars = calendars;
    this.refresh = refresh;
    this.system = system;
  }

  /** A date that moved; absent dates did not exist before or after. */
  public record Moved(String what, LocalDate before, LocalDate after) {}

  public List<Moved> take(HolidayYear year) {
    var before = calendars.current();
    var after = before.provisionalThrough(year.year()).withYear(year);
    var dates = transactions.here(this::forecastDates);
    transactions.here(() -> holidays.put(year, system.instant(), CurrentScope.get().actor(), List.of()));
    calendars.forget();
    var stored = transactions.here(() -> programmes.all());
    stored.forEach(programme -> refresh.refresh(programme.id()));
    return transactions.here(() -> {
      var moved = new ArrayList<Moved>(nodes(before, after));
      forecastDates().forEach((what, date) -> {
        var was = dates.get(what);
        if (was != null && !was.equals(date)) {
          moved.add(new Moved(what, was, date));
        }
      });
      holidays.put(year, system.instant(), CurrentScope.get().actor(), moved);
      audit.record("calendar.import", new Subject("calendar", UuidV7.create()),
          Map.of("year", year.year(), "days", year.days().size(), "moved", moved.size()));
      return List.copyOf(moved);
    });
  }

  private List<Moved> nodes(WorkCalendar before, WorkCalendar after) {
    var moved = new ArrayList<Moved>();
    for (var programme : programmes.all()) {
      for (var node : programmes.nodes(programme.id())) {
        var was = node.rule().resolve(node.nominal(), before).due();
        var is = node.rule().resolve(node.nominal(), after).due();
        if (!was.equals(is)) {
          moved.add(new Moved(programme.year() + " " + node.code() + " " + node.name().zh(), was, is));
        }
      }
    }
    return moved;
  }

  private Map<String, LocalDate> forecastDates() {
    var dates = new LinkedHashMap<String, LocalDate>();
    for (var programme : programmes.all()) {
      var names = new LinkedHashMap<UUID, String>();
      projects.ofProgramme(programme.id()).forEach(project -> names.put(project.id(), project.name()));
      var codes = new LinkedHashMap<UUID, String>();
      programmes.nodes(programme.id()).forEach(node -> codes.put(node.id(), node.code()));
      for (var node : forecasts.nodes(programme.id())) {
        dates.put("%d %s %s".formatted(programme.year(), names.get(node.projectId()), codes.get(node.nodeId())),
            node.finish());
      }
    }
    return dates;
  }
}
