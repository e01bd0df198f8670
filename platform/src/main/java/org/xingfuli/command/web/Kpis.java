package org.xingfuli.command.web;

import java.util.List;
import java.util.Objects;
import org.xingfuli.command.model.BattleChart;
import org.xingfuli.command.model.StoredChart.Row;
import org.xingfuli.command.web.ChartView.Kpi;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;

/**
 * The figures above the chart, each with its numerator and denominator, and in words how both are counted. They count what
 * the caller sees.
 */
final class Kpis {

  private final BattleChart chart;
  private final List<Row> rows;
  /** Nodes that apply to projects of the frozen plan. */
  private final int nodes;

  private Kpis(BattleChart chart) {
    this.chart = chart;
    this.rows = chart.chart().rows();
    this.nodes = chart.chart().cells().size();
  }

  static List<Kpi> of(BattleChart chart) {
    var kpis = new Kpis(chart);
    return List.of(kpis.projects(), kpis.households(), kpis.kept(), kpis.reached(), kpis.atRisk(), kpis.late(),
        kpis.progress());
  }

  private Kpi projects() {
    var carried = (int) rows.stream().map(Row::carriedOverFrom).filter(Objects::nonNull).count();
    var added = rows.size() - planned().size();
    return new Kpi("PROJECTS", Words.of("改造项目", "Projects"), rows.size(), "个", planned().size(), rows.size(),
        Words.of("纳入冻结计划" + (added == 0 ? "" : "，后加 " + added + " 个") + "；结转 " + carried + " 个",
            "in the frozen plan" + (added == 0 ? "" : ", " + added + " added since") + "; " + carried
                + " carried over"),
        Words.of("纳入冻结计划的项目 " + planned().size() + " 个 ÷ 本年度全部项目 " + rows.size() + " 个；其中结转 " + carried + " 个",
            planned().size() + " projects of the frozen plan ÷ all " + rows.size() + " of the year; " + carried
                + " carried over"));
  }

  private Kpi households() {
    var all = rows.stream().mapToInt(Row::households).sum();
    var begun = rows.stream().filter(row -> row.progress() > 0).mapToInt(Row::households).sum();
    var projects = rows.stream().filter(row -> row.progress() > 0).count();
    var estates = rows.stream().mapToInt(Row::estates).sum();
    var buildings = rows.stream().mapToInt(Row::buildings).sum();
    return new Kpi("HOUSEHOLDS", Words.of("涉及居民", "Households"), all, "户", begun, all,
        Words.of("所在项目已有进度；全部 " + buildings + " 栋",
            "in projects with progress; " + buildings + " buildings in all"),
        Words.of("已有进度的 " + projects + " 个项目的户数 " + begun + " ÷ 全部 " + rows.size() + " 个项目（" + estates + " 个小区，分属几个项目的各计一次；"
                + buildings + " 栋）的户数 " + all,
            begun + " households of the " + projects + " projects with progress ÷ " + all + " of all " + rows.size()
                + " projects (" + estates + " estates, one split over projects counts in each; " + buildings + " buildings)"));
  }

  private Kpi kept() {
    var kept = nodes - chart.count(State.LATE) - chart.reachedLate();
    return new Kpi("KEPT", Words.of("节点按期率", "Nodes kept"), percent(kept, nodes), "%", kept, nodes,
        Words.of("已达成和预测按期的节点 ÷ 全部适用节点", "nodes reached in time or forecast so ÷ all that apply"),
        Words.of("按期达成或预测按期的节点 " + kept + " 个 ÷ 适用节点 " + nodes + " 个（每个项目的每个节点算一个）",
            kept + " nodes reached in time or forecast so ÷ " + nodes
                + " that apply (each node of each project counts one)"));
  }

  private Kpi reached() {
    var done = chart.count(State.DONE);
    return new Kpi("REACHED", Words.of("节点已达成", "Nodes reached"), percent(done, nodes), "%", done, nodes,
        Words.of("其中晚于节点日 " + chart.reachedLate() + " 个", chart.reachedLate() + " after their date"),
        Words.of("已达成的节点 " + done + " 个 ÷ 适用节点 " + nodes + " 个", done + " nodes reached ÷ " + nodes + " that apply"));
  }

  private Kpi atRisk() {
    var risk = chart.count(State.AT_RISK);
    var days = chart.chart().atRiskDays();
    var assumed = chart.chart().unconfirmed();
    return new Kpi("AT_RISK", Words.of("预警节点", "Nodes at risk"), risk, "项", risk, nodes,
        Words.of("余量不超过 " + days + " 天" + (assumed ? "（待确认）" : ""),
            "at most " + days + " days left" + (assumed ? " (unconfirmed)" : "")),
        Words.of("预测余量 0 至 " + days + " 天的节点 " + risk + " 个 ÷ 适用节点 " + nodes + " 个"
                + (assumed ? "；" + days + " 天待确认" : ""),
            risk + " nodes forecast with 0 to " + days + " days left ÷ " + nodes + " that apply"
                + (assumed ? "; the " + days + " days are unconfirmed" : "")));
  }

  private Kpi late() {
    var late = chart.count(State.LATE);
    var worst = chart.chart().cells().stream().filter(cell -> cell.state() == State.LATE)
        .mapToInt(cell -> -cell.floatDays()).max().orElse(0);
    return new Kpi("LATE", Words.of("滞后节点", "Nodes late"), late, "项", late, nodes,
        Words.of("最多滞后 " + worst + " 天", "at worst " + worst + " days"),
        Words.of("未达成且预测晚于节点日的节点 " + late + " 个 ÷ 适用节点 " + nodes + " 个",
            late + " nodes not reached and forecast after their date ÷ " + nodes + " that apply"));
  }

  /** Each project weighs the same; within a project each activity weighs its days in the frozen plan. */
  private Kpi progress() {
    var counted = planned();
    var sum = counted.stream().mapToInt(Row::progress).sum();
    var wanted = mean(counted.stream().mapToInt(Row::plannedProgress).sum(), counted.size());
    return new Kpi("PROGRESS", Words.of("平均完成", "Mean progress"), mean(sum, counted.size()), "%", sum, counted.size(),
        Words.of("冻结计划应完成 " + wanted + " %", "the frozen plan wants " + wanted + " %"),
        Words.of("各项目完成百分数之和 " + sum + " ÷ 纳入冻结计划的项目 " + counted.size()
                + " 个，每个项目权重相同；项目内各工序按冻结计划的天数加权",
            "percentages of the projects, " + sum + " in all, ÷ " + counted.size() + " projects of the frozen plan, "
                + "each of the same weight; within a project activities weigh their days in the frozen plan"));
  }

  private List<Row> planned() {
    return rows.stream().filter(Row::inFrozenPlan).toList();
  }

  private static int mean(int sum, int count) {
    return count == 0 ? 0 : Math.round((float) sum / count);
  }

  private static double percent(int numerator, int denominator) {
    return denominator == 0 ? 0 : Math.round(1000.0 * numerator / denominator) / 10.0;
  }
}
