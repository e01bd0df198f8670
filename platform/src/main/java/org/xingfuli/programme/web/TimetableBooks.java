package org.xingfuli.programme.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.xingfuli.exchange.tables.TableBook;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.CrewNeed;
import org.xingfuli.programme.web.TimetableView.ActivityBar;
import org.xingfuli.programme.web.TimetableView.ProjectBar;

/** The timetable and the list of what must start today as workbooks. */
final class TimetableBooks {

  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final List<String> TIMETABLE = List.of(
      "项目 Project", "街道 Street", "编码 Code", "工序 Activity", "Activity", "阶段 Phase", "开始 Start", "完成 Finish",
      "冻结开始 Frozen start", "冻结完成 Frozen finish", "最迟开始 Latest start", "浮动 Float (d)", "完成 %", "状态 State",
      "班组 Crews", "节点 Node", "晚于窗口 After its window");
  private static final List<String> MUST_START = List.of(
      "项目 Project", "街道 Street", "编码 Code", "工序 Activity", "Activity", "最迟开始 Latest start", "已过天数 Days overdue",
      "班组 Crews", "责任单位 Responsible");

  private TimetableBooks() {}

  /** Holds the projects the words leave over; a project the plan does not hold stands in a row of its own. */
  static ResponseEntity<byte[]> timetable(TimetableView view, boolean troubled, String search) throws IOException {
    var bars = view.activities().stream()
        .collect(Collectors.groupingBy(ActivityBar::projectId, LinkedHashMap::new, Collectors.toList()));
    var kept = view.projects().stream()
        .filter(project -> !troubled || project.state() == State.LATE || project.state() == State.AT_RISK)
        .filter(project -> carries(project, bars.getOrDefault(project.id(), List.of()), search))
        .collect(Collectors.toMap(ProjectBar::id, project -> project));
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var bar : view.activities()) {
      var project = kept.get(bar.projectId());
      if (project != null) {
        rows.add(Arrays.asList(
            project.name(), project.streetName(), bar.code(), bar.name().zh(), bar.name().en(), bar.phase(),
            bar.start(), bar.finish(), bar.baselineStart(), bar.baselineFinish(), bar.latestStart(), bar.floatDays(),
            bar.percent(), bar.state().label().zh(), CrewNeed.notation(bar.crews()), bar.nodeCode(),
            bar.overrun() == null ? null : bar.overrun().words().zh()));
      }
    }
    var missing = view.basis() == TimetableView.Basis.FORECAST ? "未排入冻结计划" : "未排入此计划";
    for (var project : view.projects()) {
      if (view.planId() != null && kept.containsKey(project.id()) && !bars.containsKey(project.id())) {
        rows.add(Arrays.asList(project.name(), project.streetName(), null, missing, "Not in this plan"));
      }
    }
    return book("倒排工期", TIMETABLE, rows);
  }

  private static boolean carries(ProjectBar project, List<ActivityBar> bars, String search) {
    var sought = search.toLowerCase(Locale.ROOT);
    return project.name().toLowerCase(Locale.ROOT).contains(sought) || bars.stream().anyMatch(bar ->
        bar.name().zh().contains(sought) || bar.name().en().toLowerCase(Locale.ROOT).contains(sought));
  }

  static ResponseEntity<byte[]> mustStart(List<MustStart> due, Map<String, Words> crews, LocalDate today)
      throws IOException {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var row : due) {
      rows.add(Arrays.asList(row.projectName(), row.streetName(), row.code(), row.name().zh(), row.name().en(),
          row.latestStart(), row.overdueDays(), named(row.crews(), crews), row.owner()));
    }
    return book("今日必须开工 " + today, MUST_START, rows);
  }

  private static String named(List<CrewNeed> needs, Map<String, Words> crews) {
    return String.join("、", needs.stream().map(need -> {
      var name = crews.get(need.crew());
      return (name == null ? need.crew() : name.zh()) + (need.number() > 1 ? " × " + need.number() : "");
    }).toList());
  }

  private static ResponseEntity<byte[]> book(String name, List<String> heads, List<List<@Nullable Object>> rows)
      throws IOException {
    var out = new ByteArrayOutputStream();
    TableBook.write(List.of(new TableBook.Table(name, heads, rows)), out);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename(name + ".xlsx", StandardCharsets.UTF_8).build().toString())
        .body(out.toByteArray());
  }
}
