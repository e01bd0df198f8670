package org.xingfuli.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.command.flow.ChartStream;
import org.xingfuli.command.web.CellView.CellReport;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.exchange.tables.TableBook;
import org.xingfuli.identity.HeldBy;
import org.xingfuli.programme.Programmes;

/** The battle chart, what stands behind its cells, and the stream of what changes. */
@RestController
@RequestMapping("/api")
class BattleChartController {

  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int REPORTS = 12;

  private final Charts charts;
  private final Programmes programmes;
  private final ChartStream stream;

  BattleChartController(Charts charts, Programmes programmes, ChartStream stream) {
    this.charts = charts;
    this.programmes = programmes;
    this.stream = stream;
  }

  /**
   * The programme's chart; the newest with a frozen plan when none is named.
   *
   * @param since a version the caller has: only rows that changed after it are sent
   */
  @GetMapping("/battle-chart")
  @Requires(Permission.CHART_READ)
  ChartView chart(
      @RequestParam(required = false) @Nullable UUID programme, @RequestParam(required = false) @Nullable Long since) {
    return charts.of(programme, since);
  }

  @GetMapping("/battle-chart/{projectId}/{nodeId}")
  @Requires(Permission.CHART_READ)
  CellView cell(@PathVariable UUID projectId, @PathVariable UUID nodeId) {
    var programme = programmes.programmeOf(projectId);
    var chart = charts.of(programme);
    var row = chart.rows().stream().filter(each -> each.projectId().equals(projectId)).findFirst()
        .orElseThrow(Charts::unknown);
    var node = chart.nodes().stream().filter(each -> each.id().equals(nodeId)).findFirst()
        .orElseThrow(Charts::unknown);
    var cell = row.cells().stream().filter(each -> each.nodeId().equals(nodeId)).findFirst()
        .orElseThrow(Charts::unknown);
    var owner = chart.causes().stream()
        .filter(each -> each.projectId().equals(projectId) && each.nodeId().equals(nodeId))
        .map(ChartView.Trouble::owner).findFirst().orElse(row.owner());
    var why = programmes.why(projectId, nodeId);
    var cure = why.cure();
    return new CellView(
        new CellView.CellProject(projectId, row.code(), row.name(), row.streetName()),
        new CellView.CellNode(nodeId, node.code(), node.name(), node.unconfirmed(), node.provisional()), why.id(), node.due(), why.baselineFinish(),
        why.finish(), cell.state(), cell.days() == null ? 0 : cell.days(), why.shiftDays(), cell.cause(), owner,
        why.waterfall(), why.chain(), cure == null ? null : cure.text(),
        programmes.odds(projectId, nodeId).orElse(null),
        programmes.latestReports(projectId, REPORTS).stream().map(CellReport::of).toList());
  }

  @GetMapping("/battle-chart.xlsx")
  @Requires(Permission.CHART_READ)
  ResponseEntity<byte[]> workbook(@RequestParam(required = false) @Nullable UUID programme) throws IOException {
    var chart = charts.of(programme);
    var out = new ByteArrayOutputStream();
    TableBook.write(List.of(projects(chart), causes(chart)), out);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename("挂图作战 " + chart.programme().year() + ".xlsx", StandardCharsets.UTF_8).build().toString())
        .body(out.toByteArray());
  }

  private static TableBook.Table projects(ChartView chart) {
    var heads = new ArrayList<>(List.of("编号 Code", "项目 Project", "街道 Street", "栋 Buildings", "户 Households",
        "负责 Owner", "完成 %", "应完成 %", "最差 Worst"));
    chart.nodes().forEach(node -> {
      heads.add(node.code() + " " + node.name().zh());
      heads.add(node.code() + " 余/晚 天");
    });
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var row : chart.rows()) {
      var cells = new ArrayList<@Nullable Object>();
      cells.add(row.code());
      cells.add(row.name());
      cells.add(row.streetName());
      cells.add(row.buildings());
      cells.add(row.households());
      cells.add(row.owner());
      cells.add(row.progress());
      cells.add(row.plannedProgress());
      cells.add(row.worst().label().zh());
      row.cells().forEach(cell -> {
        cells.add(cell.date() != null ? cell.state().label().zh() + " " + cell.date()
            : cell.cause() != null ? cell.cause().zh() : cell.state().label().zh());
        cells.add(cell.days());
      });
      rows.add(cells);
    }
    return new TableBook.Table("项目×节点", heads, rows);
  }

  private static TableBook.Table causes(ChartView chart) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var trouble : chart.causes()) {
      var cells = new ArrayList<@Nullable Object>();
      cells.add(trouble.projectName());
      cells.add(trouble.streetName());
      cells.add(trouble.nodeName().zh());
      cells.add(trouble.state().label().zh());
      cells.add(trouble.days());
      cells.add(trouble.cause().zh());
      cells.add(trouble.owner());
      rows.add(cells);
    }
    return new TableBook.Table("需协调", List.of("项目 Project", "街道 Street", "节点 Node", "状态 State", "余/晚 天",
        "原因 Cause", "该谁动 Owner"), rows);
  }

  /**
   * Events {@code chart} and {@code progress} when something changed, {@code anything} when news may have been missed,
   * {@code heartbeat} every 15 seconds, and {@code end} with the reason before the platform closes the stream.
   */
  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Requires(Permission.CHART_READ)
  SseEmitter events(HttpServletRequest request) {
    return stream.open(CurrentScope.get().principal(), HeldBy.request(() -> request.getSession().getId()));
  }
}
