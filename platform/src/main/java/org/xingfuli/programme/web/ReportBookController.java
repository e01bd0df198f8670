package org.xingfuli.programme.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.LossReason;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Correction;
import org.xingfuli.programme.model.ProgressReport;
import org.xingfuli.programme.model.TemplateActivity;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgressStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.TemplateStore;
import org.xingfuli.wire.ListBook;

/** What was reported of a project, every report as it was made and what it takes back, as a workbook. */
@RestController
class ReportBookController {

  private final Transactions transactions;
  private final ProjectStore projects;
  private final ProgressStore reports;
  private final TemplateStore templates;

  ReportBookController(Transactions transactions, ProjectStore projects, ProgressStore reports, TemplateStore templates) {
    this.transactions = transactions;
    this.projects = projects;
    this.reports = reports;
    this.templates = templates;
  }

  /**
   * The latest first.
   *
   * @param activity of the project, where only its reports are wanted
   */
  @GetMapping(path = "/api/projects/{id}/progress-reports.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> reportBook(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID activity) {
    var rows = transactions.here(() -> {
      var project = projects.find(id).orElseThrow(Unknown::row);
      var codes = projects.activitiesOf(id).stream()
          .collect(Collectors.toMap(ProjectStore.ActivityRow::id, ProjectStore.ActivityRow::code));
      var names = templates.activities(project.programmeId()).stream()
          .collect(Collectors.toMap(TemplateActivity::code, TemplateActivity::name));
      // What a report takes back is told by those before it of the same activity.
      var told = reports.ofProject(id).stream().filter(each -> activity == null || activity.equals(each.activityId()))
          .collect(Collectors.groupingBy(ProgressReport::activityId)).values().stream()
          .flatMap(each -> ReportRow.of(each).stream())
          .sorted(Comparator.comparing(ReportRow::on).thenComparing(ReportRow::at).reversed()).toList();
      return told.stream().map(row -> {
        var code = codes.getOrDefault(row.activityId(), "");
        return row(project.name(), code, names.getOrDefault(code, Words.of(code, code)), row);
      }).toList();
    });
    return ListBook.answer("填报记录", List.of("项目 Project", "编码 Code", "工序 Activity", "Activity", "业务日期 Date",
        "时间 When", "填报人 By", "完成 %", "损失天数 Days lost", "原因 Reason", "说明 Note", "实际开始 Actual start",
        "实际完成 Actual finish", "更正 Corrects"), rows);
  }

  private static List<@Nullable Object> row(String project, String code, Words name, ReportRow row) {
    var cells = new ArrayList<@Nullable Object>(List.of(project, code, name.zh(), name.en(), row.on()));
    cells.add(ListBook.moment(row.at()));
    cells.add(row.by());
    cells.add(row.percent());
    cells.add(row.daysLost());
    cells.add(reason(row.reason()));
    cells.add(row.note());
    cells.add(row.actualStart());
    cells.add(row.actualFinish());
    cells.add(corrected(row.corrects()));
    return cells;
  }

  private static @Nullable String reason(@Nullable LossReason reason) {
    return reason == null ? null : reason.label().zh();
  }

  private static @Nullable String corrected(@Nullable Correction was) {
    if (was == null) {
      return null;
    }
    var parts = new ArrayList<String>();
    if (was.percent() != null) {
      parts.add("原填 " + was.percent() + "%");
    }
    if (was.daysLost() != null) {
      parts.add("收回损失 " + was.daysLost() + " 天");
    }
    if (was.actualStart() != null) {
      parts.add("原填开始 " + was.actualStart());
    }
    if (was.actualFinish() != null) {
      parts.add("原填完成 " + was.actualFinish());
    }
    return String.join("，", parts);
  }
}
