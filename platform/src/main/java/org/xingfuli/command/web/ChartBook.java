package org.xingfuli.command.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.command.model.BattleChart;
import org.xingfuli.command.model.ChartCell;
import org.xingfuli.command.model.ChartRow;
import org.xingfuli.command.model.Kpi;
import org.xingfuli.command.model.Trouble;
import org.xingfuli.exchange.tables.TableBook;
import org.xingfuli.exchange.tables.TableBook.Table;
import org.xingfuli.programme.State;

/** The chart as a workbook: what the screen shows, in words a printed page still says. */
final class ChartBook {

  private ChartBook() {}

  static byte[] of(BattleChart chart) throws IOException {
    var out = new ByteArrayOutputStream();
    TableBook.write(List.of(matrix(chart), troubles(chart), figures(chart)), out);
    return out.toByteArray();
  }

  private static Table matrix(BattleChart chart) {
    var heads = new ArrayList<>(List.of("项目 Project", "街道 Street", "责任单位 Owner", "栋 Buildings", "户 Households"));
    chart.nodes().forEach(node -> heads.add("%s（%s 前）%s".formatted(node.name().zh(), node.due(), node.name().en())));
    heads.addAll(List.of("进度 Progress %", "计划 Planned %", "状态 State"));
    return new Table("挂图作战 " + chart.date(), heads, chart.rows().stream().map(ChartBook::row).toList());
  }

  private static List<@Nullable Object> row(ChartRow row) {
    var line = new ArrayList<@Nullable Object>();
    line.add(row.name());
    line.add(row.streetName());
    line.add(row.owner());
    line.add(row.buildings());
    line.add(row.households());
    row.cells().forEach(cell -> line.add(words(cell)));
    line.add(row.progress());
    line.add(row.plannedProgress());
    line.add(words(row.worst()));
    return line;
  }

  private static Table troubles(BattleChart chart) {
    return new Table("需指挥部协调",
        List.of("项目 Project", "街道 Street", "节点 Node", "状态 State", "天 Days", "原因 Cause", "Cause", "该谁动 Whose move",
            "涉及节点 Nodes", "户 Households"),
        Trouble.of(chart).stream().map(ChartBook::row).toList());
  }

  private static List<@Nullable Object> row(Trouble trouble) {
    var line = new ArrayList<@Nullable Object>();
    line.add(trouble.projectName());
    line.add(trouble.streetName());
    line.add(trouble.nodeName().zh());
    line.add(words(trouble.state()));
    line.add(trouble.days());
    line.add(trouble.cause().zh());
    line.add(trouble.cause().en());
    line.add(trouble.owner());
    line.add(trouble.nodes());
    line.add(trouble.households());
    return line;
  }

  private static Table figures(BattleChart chart) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var kpi : Kpi.of(chart)) {
      rows.add(List.of(kpi.label().zh(), kpi.label().en(), kpi.value(), kpi.unit(), kpi.numerator(), kpi.denominator(),
          kpi.note().zh(), kpi.note().en()));
    }
    return new Table("指标",
        List.of("指标 Figure", "Figure", "值 Value", "单位 Unit", "分子 Numerator", "分母 Denominator", "说明 Note", "Note"), rows);
  }

  /** Glyph, word, and days where it hurts or the date elsewhere. */
  private static String words(ChartCell cell) {
    var days = cell.days();
    return words(cell.state()) + switch (cell.state()) {
      case LATE -> days == null ? "" : " %d 天".formatted(-days);
      case AT_RISK -> days == null ? "" : " 余 %d 天".formatted(days);
      case NOT_APPLICABLE -> "";
      default -> cell.date() == null ? "" : " " + cell.date();
    };
  }

  private static String words(State state) {
    var glyph = switch (state) {
      case DONE -> "✓";
      case ON_TIME -> "●";
      case AT_RISK -> "▲";
      case LATE -> "✕";
      case NOT_STARTED -> "○";
      case NOT_APPLICABLE -> "–";
    };
    return glyph + " " + state.label().zh();
  }
}
