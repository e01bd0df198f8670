package org.xingfuli.appeal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.web.RateViews.RateCase;
import org.xingfuli.appeal.web.RateViews.RateCell;
import org.xingfuli.appeal.web.RateViews.RatesView;
import org.xingfuli.exchange.tables.TableBook;
import org.xingfuli.wire.ListBook;

/** The rates as workbooks: the figures, what each counts, why cases were left out. */
final class RateBooks {

  static final List<String> CASE_HEADS = List.of("编号 Number", "第几次答复 Round", "计入情况 Standing", "状态 State", "标题 Title", "类别 Class",
      "区域 Area", "小区 Estate", "楼栋 Building", "承办单位 Lead unit", "收到 Received", "重办次数 Reopened");

  private RateBooks() {}

  static List<TableBook.Table> tables(RatesView view) {
    return List.of(figures(view), definitions(view), left(view));
  }

  private static TableBook.Table figures(RatesView view) {
    var heads = new ArrayList<>(List.of("范围 Of"));
    view.rates().forEach(rate -> heads.addAll(List.of(rate.name().zh() + " " + rate.name().en() + " %", rate.numerator().zh(),
        rate.denominator().zh(), "不计入 Excluded（" + rate.name().zh() + "）")));
    var rows = new ArrayList<List<@Nullable Object>>();
    rows.add(line("合计 Total", view.total()));
    view.rows().forEach(row -> rows.add(line(row.name().zh(), row.cells())));
    return new TableBook.Table("三率", heads, rows);
  }

  private static List<@Nullable Object> line(String name, List<RateCell> cells) {
    var line = new ArrayList<@Nullable Object>();
    line.add(name);
    for (var cell : cells) {
      line.add(cell.denominator() == 0 ? null : Math.round(cell.numerator() * 10_000.0 / cell.denominator()) / 100.0);
      line.add(cell.numerator());
      line.add(cell.denominator());
      line.add(cell.excluded());
    }
    return line;
  }

  private static TableBook.Table definitions(RatesView view) {
    return new TableBook.Table("口径", List.of("指标 Rate", "分子 Numerator", "分母 Denominator", "统计范围 Basis", "不计入 Excluded",
        "是否确认 Confirmed"), view.rates().stream().map(rate -> Arrays.<@Nullable Object>asList(rate.name().zh(), rate.numerator().zh(),
            rate.denominator().zh(), rate.basis().zh(), String.join("；", rate.excludes().stream().map(words -> words.zh()).toList()),
            rate.unconfirmed() ? "待确认" : "已确认")).toList());
  }

  private static TableBook.Table left(RatesView view) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (int at = 0; at < view.rates().size(); at++) {
      var name = view.rates().get(at).name().zh();
      view.total().get(at).reasons().forEach(reason ->
          rows.add(Arrays.<@Nullable Object>asList(name, reason.words().zh(), reason.words().en(), reason.cases())));
    }
    return new TableBook.Table("不计入原因", List.of("指标 Rate", "原因", "Reason", "件数 Cases"), rows);
  }

  static List<@Nullable Object> cells(RateCase one) {
    var row = one.appeal();
    return Arrays.<@Nullable Object>asList(row.number(), one.round(), one.words().zh(), row.state().words().zh(),
        row.confidential() ? "（保密件）" : row.title(), row.className() == null ? null : row.className().zh(), row.areaName(),
        row.estateName(), row.building(), row.leadName(), ListBook.moment(row.receivedAt()), row.reopened());
  }
}
