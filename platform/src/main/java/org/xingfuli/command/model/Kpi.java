package org.xingfuli.command.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;

/**
 * One figure of the strip, never without what it is counted from.
 *
 * @param value what is shown: the count, or the share in percent with one decimal
 * @param numerator the part the note speaks of; at most the denominator
 * @param note what numerator and denominator are
 */
public record Kpi(
    String code, Words label, BigDecimal value, String unit, long numerator, long denominator, Words note) {

  /** The strip of a chart, from what its reader sees; nothing in it is estimated. */
  public static List<Kpi> of(BattleChart chart) {
    var strip = new ArrayList<Kpi>();
    strip.add(projects(chart));
    strip.add(households(chart));
    strip.add(onTime(chart));
    strip.add(late(chart));
    strip.add(atRisk(chart));
    strip.add(progress(chart));
    strip.add(mustStart(chart));
    return strip;
  }

  private static Kpi projects(BattleChart chart) {
    var begun = chart.rows().stream().filter(row -> row.progress() > 0).count();
    var carried = chart.rows().stream().filter(ChartRow::carriedOver).count();
    var estates = chart.rows().stream().flatMap(row -> row.estates().stream()).distinct().count();
    return count("PROJECTS", Words.of("改造项目", "Projects"), chart.rows().size(), "个", begun, chart.rows().size(),
        Words.of("已启动 · %d 个小区，续建 %d".formatted(estates, carried),
            "begun · %d estates, %d carried over".formatted(estates, carried)));
  }

  private static Kpi households(BattleChart chart) {
    var all = chart.rows().stream().mapToLong(ChartRow::households).sum();
    var touched = chart.rows().stream()
        .filter(row -> row.worst() == State.LATE || row.worst() == State.AT_RISK)
        .mapToLong(ChartRow::households).sum();
    var buildings = chart.rows().stream().mapToLong(ChartRow::buildings).sum();
    return count("HOUSEHOLDS", Words.of("涉及居民", "Households"), all, "户", touched, all,
        Words.of("受滞后或预警影响 · %d 栋".formatted(buildings),
            "touched by lateness or risk · %d buildings".formatted(buildings)));
  }

  private static Kpi onTime(BattleChart chart) {
    var all = chart.cells().count();
    var inTime = chart.cells().filter(cell -> cell.days() != null && cell.days() >= 0).count();
    var reached = chart.cells().filter(cell -> cell.state() == State.DONE).count();
    return share("NODES_ON_TIME", Words.of("节点按期率", "Nodes on time"), inTime, all,
        Words.of("按期完成或预计按期 · 已完成 %d".formatted(reached),
            "reached or forecast in time · %d reached".formatted(reached)));
  }

  private static Kpi late(BattleChart chart) {
    var late = chart.cells().filter(cell -> cell.state() == State.LATE).count();
    var longest = chart.cells().mapToInt(ChartCell::daysLate).max().orElse(0);
    var reachedLate = chart.cells()
        .filter(cell -> cell.state() == State.DONE && cell.days() != null && cell.days() < 0).count();
    return count("NODES_LATE", Words.of("滞后节点", "Late nodes"), late, "项", late, chart.cells().count(),
        Words.of("最长 %d 天 · 另有 %d 项逾期完成".formatted(longest, reachedLate),
            "at most %d days · %d more reached late".formatted(longest, reachedLate)));
  }

  private static Kpi atRisk(BattleChart chart) {
    var risk = chart.cells().filter(cell -> cell.state() == State.AT_RISK).count();
    return count("NODES_AT_RISK", Words.of("预警节点", "Nodes at risk"), risk, "项", risk, chart.cells().count(),
        Words.of("余量不超过 %d 天%s".formatted(chart.atRiskDays(), chart.unconfirmed() ? "（待确认）" : ""),
            "at most %d days left%s".formatted(chart.atRiskDays(), chart.unconfirmed() ? " (unconfirmed)" : "")));
  }

  private static Kpi progress(BattleChart chart) {
    var all = chart.rows().stream().mapToLong(ChartRow::days).sum();
    var done = chart.rows().stream().mapToLong(row -> (long) row.days() * row.progress()).sum() / 100;
    var wanted = chart.rows().stream().mapToLong(row -> (long) row.days() * row.plannedProgress()).sum() / 100;
    var planned = percent(wanted, all).toPlainString();
    return share("PROGRESS", Words.of("总进度", "Progress"), done, all,
        Words.of("工序天数 · 计划 %s%%".formatted(planned), "activity days · %s%% planned".formatted(planned)));
  }

  private static Kpi mustStart(BattleChart chart) {
    return count("MUST_START_TODAY", Words.of("今日必须开工", "Must start today"), chart.mustStart(), "项",
        chart.mustStart(), chart.mayStart(),
        Words.of("最迟安全开工日已到 / 现可开工", "latest safe start has come / able to start"));
  }

  private static Kpi count(
      String code, Words label, long value, String unit, long numerator, long denominator, Words note) {
    return new Kpi(code, label, BigDecimal.valueOf(value), unit, numerator, denominator, note);
  }

  private static Kpi share(String code, Words label, long numerator, long denominator, Words note) {
    return new Kpi(code, label, percent(numerator, denominator), "%", numerator, denominator, note);
  }

  /** A share of nothing is 0. */
  private static BigDecimal percent(long numerator, long denominator) {
    return denominator == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(numerator * 100).divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP);
  }
}
