package org.xingfuli.command.web;

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
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.command.model.FigureRule.Kind;
import org.xingfuli.command.web.FigureViews.RowsView;
import org.xingfuli.command.web.FigureViews.StatisticsView;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.exchange.tables.TableBook;
import org.xingfuli.wire.ListBook;

/** The tables of the statistical system for old urban estates: plan, progress, effect; every cell leads to its rows. */
@RestController
@RequestMapping("/api/statistics")
class StatisticsController {

  private static final List<String> TABLES = List.of("PLAN", "PROGRESS", "EFFECT");
  private static final List<String> NAMES = List.of("改造计划", "改造进展", "改造效果");

  private final CountedFigures figures;

  StatisticsController(CountedFigures figures) {
    this.figures = figures;
  }

  /** @param period a month (2022-04), a quarter (2022-Q2) or a year (2022) */
  @GetMapping("/{period}")
  @Requires(Permission.STATISTICS_READ)
  StatisticsView statistics(@PathVariable String period, @RequestParam(required = false) @Nullable UUID programme) {
    return figures.statistics(programme, period);
  }

  /** The rows of one line, of all the caller sees or of a street. */
  @GetMapping("/{period}/lines/{code}/rows")
  @Requires(Permission.STATISTICS_READ)
  RowsView rows(
      @PathVariable String period, @PathVariable String code, @RequestParam(required = false) @Nullable UUID programme,
      @RequestParam(required = false) @Nullable String street, @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return FigureController.page(
        figures.behind(Kind.STATISTIC, code, programme, street, null, CountedFigures.period(period)), cursor, limit);
  }

  @GetMapping("/{period}/lines/{code}/rows.xlsx")
  @Requires(Permission.STATISTICS_READ)
  ResponseEntity<byte[]> rowsBook(
      @PathVariable String period, @PathVariable String code, @RequestParam(required = false) @Nullable UUID programme,
      @RequestParam(required = false) @Nullable String street) {
    return FigureController.book(figures.behind(Kind.STATISTIC, code, programme, street, null, CountedFigures.period(period)));
  }

  /** The three tables as they are handed in, with how each line is counted on a sheet of its own. */
  @GetMapping("/{period}/book")
  @Requires(Permission.STATISTICS_READ)
  ResponseEntity<byte[]> book(@PathVariable String period, @RequestParam(required = false) @Nullable UUID programme)
      throws IOException {
    var view = figures.statistics(programme, period);
    var out = new ByteArrayOutputStream();
    var tables = new ArrayList<TableBook.Table>();
    for (int at = 0; at < TABLES.size(); at++) {
      tables.add(table(view, TABLES.get(at), NAMES.get(at)));
    }
    tables.add(formulas(view));
    TableBook.write(tables, out);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(ListBook.TYPE))
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename("老旧小区改造统计 " + view.period() + ".xlsx", StandardCharsets.UTF_8).build().toString())
        .body(out.toByteArray());
  }

  private static TableBook.Table table(StatisticsView view, String code, String name) {
    var heads = new ArrayList<>(List.of("代码 Code", "指标 Line", "计量单位 Unit", "合计 Total"));
    view.streets().forEach(street -> heads.add(street.name()));
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var line : view.lines()) {
      if (line.table().equals(code)) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(line.figure().code());
        cells.add(line.figure().name().zh());
        cells.add(line.figure().unit().zh());
        cells.add(line.figure().data() ? line.figure().value() : "无数据");
        line.cells().forEach(cell -> cells.add(line.figure().data() ? cell.value() : "无数据"));
        rows.add(cells);
      }
    }
    rows.add(List.of());
    rows.add(List.of("填报范围", view.programme().scope().zh()));
    rows.add(List.of("报告期", view.periodWords() + (view.running() ? "（未满期，截至 " + view.until() + "）" : "")));
    rows.add(List.of("截至日期", view.until()));
    rows.add(List.of("填报人", CurrentScope.get().actor()));
    rows.add(List.of("说明", "表式与口径待确认：法定表式原文未核对，各行口径见“口径”页"));
    return new TableBook.Table(name, heads, rows);
  }

  private static TableBook.Table formulas(StatisticsView view) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var line : view.lines()) {
      var figure = line.figure();
      var cells = new ArrayList<@Nullable Object>();
      cells.add(figure.code());
      cells.add(figure.name().zh());
      cells.add(figure.numeratorWords().zh());
      cells.add(figure.denominatorWords().zh());
      cells.add(figure.parts());
      cells.add(figure.from().zh());
      cells.add(figure.data() ? figure.numerator() : null);
      cells.add(figure.data() ? figure.denominator() : null);
      cells.add(figure.rows());
      cells.add(figure.unconfirmed() ? "待确认" : "已确认");
      cells.add(figure.basis());
      rows.add(cells);
    }
    return new TableBook.Table("口径", List.of("代码 Code", "指标 Line", "计入 Counted", "全部 Of all", "工序或改造内容 Activities, works", "来源 From",
        "数值 Value", "全部 Of", "行数 Rows", "是否确认 Confirmed", "口径来源 Basis"), rows);
  }
}
