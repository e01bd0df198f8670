package org.xingfuli.programme.web;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.flow.FreshForecast;
import org.xingfuli.programme.model.Movers;
import org.xingfuli.programme.web.TimetableView.ActivityBar;

/** The timetable of a programme, and who must start today. */
@RestController
@RequestMapping("/api/programmes/{id}")
class TimetableController {

  private final Timetables timetables;
  private final FreshForecast fresh;
  private final Parties parties;
  private final BusinessClock clock;

  TimetableController(Timetables timetables, FreshForecast fresh, Parties parties, BusinessClock clock) {
    this.timetables = timetables;
    this.fresh = fresh;
    this.parties = parties;
    this.clock = clock;
  }

  @GetMapping("/timetable")
  @Requires(Permission.PROGRAMME_READ)
  TimetableView timetable(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID plan,
      @RequestParam(required = false) @Nullable String street, @RequestParam(required = false) @Nullable UUID project) {
    fresh.asOfToday(id);
    return timetables.of(id, plan, street, project);
  }

  /**
   * Not started, able to start by today, and at or past the latest safe start; the longest overdue first. What a draft dropped has no
   * day of work left and need not start.
   */
  @GetMapping("/must-start-today")
  @Requires(Permission.PROGRAMME_READ)
  List<MustStart> mustStartToday(@PathVariable UUID id) {
    fresh.asOfToday(id);
    var today = clock.today();
    var view = timetables.of(id, null, null, null);
    var projects = view.projects().stream().collect(Collectors.toMap(TimetableView.ProjectBar::id, p -> p));
    var book = parties.of(id);
    var due = new ArrayList<MustStart>();
    for (var bar : view.activities()) {
      var project = projects.get(bar.projectId());
      var dropped = bar.finish().isBefore(bar.start());
      if (project != null && !dropped && !bar.started() && !bar.start().isAfter(today)
          && !bar.latestStart().isAfter(today)) {
        due.add(new MustStart(bar.id(), bar.projectId(), project.name(), project.streetName(), bar.code(), bar.name(),
            bar.latestStart(), (int) ChronoUnit.DAYS.between(bar.latestStart(), today), bar.crews(),
            book.owner(bar.projectId(), mover(bar))));
      }
    }
    due.sort(Comparator.comparing(MustStart::latestStart).thenComparing(MustStart::projectName)
        .thenComparing(MustStart::code));
    return due;
  }

  private static Mover mover(ActivityBar bar) {
    return Movers.byWork(bar.crews(), bar.phase());
  }

  /** The same list to take to the sites. */
  @GetMapping("/must-start-today.xlsx")
  @Requires(Permission.PROGRAMME_READ)
  ResponseEntity<byte[]> mustStartWorkbook(@PathVariable UUID id) throws IOException {
    return TimetableBooks.mustStart(mustStartToday(id), timetables.crewNames(id), clock.today());
  }

  /**
   * The timetable as it is narrowed on the screen.
   *
   * @param troubled only projects at risk or late
   * @param search only projects that carry the word in their name or in an activity's
   */
  @GetMapping("/timetable.xlsx")
  @Requires(Permission.PROGRAMME_READ)
  ResponseEntity<byte[]> workbook(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID plan,
      @RequestParam(required = false) @Nullable String street, @RequestParam(required = false) @Nullable UUID project,
      @RequestParam(required = false) @Nullable Boolean troubled,
      @RequestParam(required = false) @Nullable String search) throws IOException {
    var view = timetable(id, plan, street, project);
    return TimetableBooks.timetable(view, troubled != null && troubled, search == null ? "" : search.strip());
  }
}
