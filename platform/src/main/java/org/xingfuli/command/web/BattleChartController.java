package org.xingfuli.command.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.command.flow.ReadBattleChart;
import org.xingfuli.command.flow.ReadCell;

/** The battle chart, its cells and its workbook; everybody gets the projects of one's own scope. */
@RestController
class BattleChartController {

  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final ReadBattleChart charts;
  private final ReadCell cells;

  BattleChartController(ReadBattleChart charts, ReadCell cells) {
    this.charts = charts;
    this.cells = cells;
  }

  /** Without a programme: the newest with a frozen plan. No rows while none is frozen. */
  @GetMapping("/api/battle-chart")
  @Requires(Permission.CHART_READ)
  BattleChartView chart(@RequestParam(required = false) @Nullable UUID programme) {
    return BattleChartView.of(charts.of(programme));
  }

  @GetMapping("/api/battle-chart/{projectId}/{nodeId}")
  @Requires(Permission.CHART_READ)
  BattleCellView cell(@PathVariable UUID projectId, @PathVariable UUID nodeId) {
    return BattleCellView.of(cells.of(projectId, nodeId));
  }

  @GetMapping(value = "/api/battle-chart.xlsx", produces = XLSX)
  @Requires(Permission.CHART_READ)
  ResponseEntity<byte[]> workbook(@RequestParam(required = false) @Nullable UUID programme) throws IOException {
    var chart = charts.of(programme);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename("挂图作战 " + chart.date() + ".xlsx", StandardCharsets.UTF_8).build().toString())
        .body(ChartBook.of(chart));
  }
}
