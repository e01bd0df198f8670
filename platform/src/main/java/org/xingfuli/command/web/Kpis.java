package org.xingfuli.command.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xingfuli.command.model.BattleChart;
import org.xingfuli.command.model.StoredChart;
import org.xingfuli.command.web.ChartView.Kpi;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;

/** The figures above the chart, each with its numerator and denominator. */
final class Kpis {

  private Kpis() {}

  static List<Kpi> of(BattleChart chart) {
    var rows = chart.chart().rows();
    var cells = chart.chart().cells().size();
    var carried = (int) rows.stream().map(StoredChart.Row::carriedOverFrom).filter(Objects::nonNull).count();
    var buildings = rows.stream().mapToInt(StoredChart.Row::buildings).sum();
    var households = rows.stream().mapToInt(StoredChart.Row::households).sum();
    var late = chart.count(State.LATE);
    var kept = cells - late - chart.reachedLate();
    var done = chart.count(State.DONE);
    var risk = chart.count(State.AT_RISK);
    return List.of(
        count("PROJECTS", Words.of("改造项目", "Projects"), rows.size(), "个", carried, rows.size(),
            Words.of("其中结转 " + carried + " 个", carried + " carried over")),
        count("HOUSEHOLDS", Words.of("涉及居民", "Households"), households, "户", null, null,
            Words.of(buildings + " 栋", buildings + " buildings")),
        share("KEPT", Words.of("节点按期率", "Nodes kept"), kept, cells,
            Words.of("已达成和预测按期的节点 ÷ 全部适用节点", "nodes reached in time or forecast so ÷ all that apply")),
        share("REACHED", Words.of("节点已达成", "Nodes reached"), done, cells,
            Words.of("其中晚于节点日 " + chart.reachedLate() + " 个", chart.reachedLate() + " after their date")),
        count("AT_RISK", Words.of("预警节点", "Nodes at risk"), risk, "项", risk, cells,
            Words.of("余量不超过 " + chart.chart().atRiskDays() + " 天（待确认）",
                "at most " + chart.chart().atRiskDays() + " days left (unconfirmed)")),
        count("LATE", Words.of("滞后节点", "Nodes late"), late, "项", late, cells,
            Words.of("最多滞后 " + worst(chart) + " 天", "at worst " + worst(chart) + " days")),
        progress(rows));
  }

  private static int worst(BattleChart chart) {
    return chart.chart().cells().stream().filter(cell -> cell.state() == State.LATE)
        .mapToInt(cell -> -cell.floatDays()).max().orElse(0);
  }

  private static Kpi progress(List<StoredChart.Row> rows) {
    var done = (int) Math.round(rows.stream().mapToInt(StoredChart.Row::progress).average().orElse(0));
    var planned = (int) Math.round(rows.stream().mapToInt(StoredChart.Row::plannedProgress).average().orElse(0));
    return new Kpi("PROGRESS", Words.of("平均完成", "Mean progress"), done, "%", null, null,
        Words.of("冻结计划应完成 " + planned + " %", "the frozen plan wants " + planned + " %"));
  }

  private static Kpi count(
      String code, Words label, int value, String unit, @Nullable Integer numerator, @Nullable Integer denominator,
      Words note) {
    return new Kpi(code, label, value, unit, numerator, denominator, note);
  }

  private static Kpi share(String code, Words label, int numerator, int denominator, Words note) {
    var percent = denominator == 0 ? 0 : Math.round(1000.0 * numerator / denominator) / 10.0;
    return new Kpi(code, label, percent, "%", numerator, denominator, note);
  }
}
