package org.xingfuli.programme.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.HolidayYear;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.store.ForecastStore;
import org.xingfuli.programme.store.HolidayStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;

/**
 * Takes a newly announced year in, computes everything anew that stands on it, and records every date it moved: due dates of
 * nodes, forecast dates of nodes and of activities. All of it is one transaction; when anything fails, the calendar and
 * every date are what they were.
 */
@Component
public class ImportHolidays {

  private final Transactions transactions;
  private final Audit audit;
  private final HolidayStore holidays;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final ForecastStore forecasts;
  private final Calendars calendars;
  private final FreshForecast fresh;
  private final RefreshForecast refresh;
  private final Clock system;

  ImportHolidays(Transactions transactions, Audit audit, HolidayStore holidays, ProgrammeStore programmes,
      ProjectStore projects, ForecastStore forecasts, Calendars calendars, FreshForecast fresh, RefreshForecast refresh,
      Clock system) {
    this.transactions = transactions;
    this.audit = audit;
    this.holidays = holidays;
    this.programmes = programmes;
    this.projects = projects;
    this.forecasts = forecasts;
    this.calendars = calendars;
    this.fresh = fresh;
    this.refresh = refresh;
    this.system = system;
  }

  /** A date that moved. */
  public record Moved(String what, LocalDate before, LocalDate after) {}

  /** Everything the import moved; who asks is told the dates of nodes one by one. */
  public record Outcome(List<Moved> nodes, List<Moved> activities) {}

  public Outcome take(HolidayYear year) {
    var person = CurrentScope.get();
    // A forecast of yesterday would count the day's move as the calendar's.
    transactions.here(() -> programmes.all()).forEach(programme -> fresh.asOfToday(programme.id()));
    return transactions.as(RefreshForecast.SCOPE, () -> {
      var stored = programmes.all();
      stored.forEach(programme -> forecasts.lock(programme.id()));
      var before = calendars.current();
      var nodes = forecastNodes(stored);
      var activities = forecastActivities(stored);
      holidays.put(year, system.instant(), person.actor(), List.of());
      var after = calendars.inThisTransaction();
      stored.forEach(programme -> refresh.refresh(programme.id(), after));
      var moved = new ArrayList<>(dues(stored, before, after));
      moved.addAll(moved(nodes, forecastNodes(stored)));
      var outcome = new Outcome(List.copyOf(moved), moved(activities, forecastActivities(stored)));
      moved.addAll(outcome.activities());
      holidays.put(year, system.instant(), person.actor(), moved);
      // Every row is recomputed with the system's eyes, and the act is the person's.
      CurrentScope.<@Nullable Object>with(person, () -> {
        audit.record("calendar.import", new Subject("calendar", UuidV7.create()), Map.of(
            "year", year.year(), "days", year.days().size(), "nodesMoved", outcome.nodes().size(),
            "activitiesMoved", outcome.activities().size()));
        return null;
      });
      return outcome;
    });
  }

  private List<Moved> dues(List<Programme> stored, WorkCalendar before, WorkCalendar after) {
    var moved = new ArrayList<Moved>();
    for (var programme : stored) {
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

  private Map<String, LocalDate> forecastNodes(List<Programme> stored) {
    var dates = new LinkedHashMap<String, LocalDate>();
    for (var programme : stored) {
      var names = names(programme);
      var codes = new LinkedHashMap<UUID, String>();
      programmes.nodes(programme.id()).forEach(node -> codes.put(node.id(), node.code()));
      for (var node : forecasts.nodes(programme.id())) {
        dates.put("%d %s %s".formatted(programme.year(), names.get(node.projectId()), codes.get(node.nodeId())),
            node.finish());
      }
    }
    return dates;
  }

  private Map<String, LocalDate> forecastActivities(List<Programme> stored) {
    var dates = new LinkedHashMap<String, LocalDate>();
    for (var programme : stored) {
      var names = names(programme);
      var codes = new LinkedHashMap<UUID, String>();
      projects.activities(programme.id()).forEach(row -> codes.put(row.id(), row.code()));
      for (var row : forecasts.activities(programme.id())) {
        var what = "%d %s %s".formatted(programme.year(), names.get(row.projectId()), codes.get(row.activityId()));
        dates.put(what + " 开始", row.start());
        dates.put(what + " 完成", row.finish());
      }
    }
    return dates;
  }

  /** Projects by code and name, since names may repeat. */
  private Map<UUID, String> names(Programme programme) {
    var names = new LinkedHashMap<UUID, String>();
    projects.ofProgramme(programme.id()).forEach(project ->
        names.put(project.id(), project.code() + " " + project.name()));
    return names;
  }

  private static List<Moved> moved(Map<String, LocalDate> before, Map<String, LocalDate> after) {
    var moved = new ArrayList<Moved>();
    after.forEach((what, date) -> {
      var was = before.get(what);
      if (was != null && !was.equals(date)) {
        moved.add(new Moved(what, was, date));
      }
    });
    return List.copyOf(moved);
  }
}
