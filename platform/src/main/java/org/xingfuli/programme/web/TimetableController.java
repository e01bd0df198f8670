package org.xingfuli.programme.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.exchange.tables.TableBook;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.flow.FreshForecast;
import org.xingfuli.programme.model.CrewNeed;
import org.xingfuli.programme.model.Movers;
import org.xingfuli.programme.web.TimetableView.ActivityBar;

/** The timetable of a programme, and who must start today. */
@RestController
@RequestMapping("/api/programmes/{id}")
class TimetableController {

  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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

  /** Not started, able to start by today, and at or past the latest safe start; the longest overdue first. */
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
      if (project != null && !bar.started() && !bar.start().isAfter(today) && !bar.latestStart().isAfter(today)) {
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

  @GetMapping("/timetable.xlsx")
  @Requires(Permission.PROGRAMME_READ)
  ResponseEntity<byte[]> workbook(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID plan,
      @RequestParam(required = false) @Nullable String street, @RequestParam(required = false) @Nullable UUID project)
      throws IOException {
    var view = timetable(id, plan, street, project);
    var projects = view.projects().stream().collect(Collectors.toMap(TimetableView.ProjectBar::id, p -> p));
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var bar : view.activities()) {
      var of = projects.get(bar.projectId());
      rows.add(Arrays.asList(
          of == null ? "" : of.name(), of == null ? "" : of.streetName(), bar.code(), bar.name().zh(),
          bar.name().en(), bar.phase(), bar.start(), bar.finish(), bar.baselineStart(), bar.baselineFinish(),
          bar.latestStart(), bar.floatDays(), bar.percent(), bar.state().label().zh(),
          CrewNeed.notation(bar.crews()), bar.nodeCode()));
    }
    var out = new ByteArrayOutputStream();
    TableBook.write(List.of(new TableBook.Table("倒排工期", List.of(
        "项目 Project", "街道 Street", "编码 Code", "工序 Activity", "Activity", "阶段 Phase", "开始 Start", "完成 Finish",
        "冻结开始 Frozen start", "冻结完成 Frozen finish", "最迟开始 Latest start", "浮动 Float (d)", "完成 %", "状态 State",
        "班组 Crews", "节点 Node"), rows)), out);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename("倒排工期.xlsx", StandardCharsets.UTF_8).build().toString())
        .body(out.toByteArray());
  }
}
