package org.xingfuli.exchange.plans.book;

import java.io.IOException;
import java.io.OutputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.plans.book.Heads.Head;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.model.Programme.Due;
import org.xingfuli.exchange.plans.model.Programme.Tie;
import org.xingfuli.exchange.plans.model.Span;

/** Writes a programme so that {@link ProgrammeBook#read} reads the same, or the empty form people fill in. */
final class ProgrammeBookWriter {

  private static final String HEAD = "1F4E5F";
  private static final String REQUIRED = "0E7C7B";
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private final Programme programme;
  private final boolean[] ends;

  ProgrammeBookWriter(Programme programme) {
    this.programme = programme;
    this.ends = programme.endsWork();
  }

  void write(OutputStream out) throws IOException {
    try (var workbook = new Workbook(out, "Xingfuli", "1.0")) {
      sheet(workbook, Heads.ACTIVITIES, Heads.OF_ACTIVITIES, activities());
      sheet(workbook, Heads.PLAN, Heads.OF_PLAN, List.of(row(programme.name(), programme.start())));
      sheet(workbook, Heads.CALENDARS, Heads.OF_CALENDARS,
          programme.calendars().stream().map(days -> row(days.name(), week(days.week()))).toList());
      sheet(workbook, Heads.EXCEPTIONS, Heads.OF_EXCEPTIONS, exceptions());
      sheet(workbook, Heads.CREWS, Heads.OF_CREWS, crews());
      help(workbook);
    }
  }

  private static void sheet(Workbook workbook, String name, List<Head> heads, List<List<@Nullable Object>> rows) {
    var sheet = workbook.newWorksheet(name);
    for (int column = 0; column < heads.size(); column++) {
      var head = heads.get(column);
      sheet.value(0, column, head.shown());
      sheet.style(0, column).bold().wrapText(true).fontColor("FFFFFF").fillColor(head.required() ? REQUIRED : HEAD).set();
      sheet.width(column, head == Heads.NAME || head == Heads.LINKS ? 32 : Math.clamp(head.zh().length() * 2.6 + 3, 12, 26));
      if (!head.help().isEmpty()) {
        sheet.comment(0, column, head.help());
      }
    }
    sheet.rowHeight(0, 36);
    sheet.freezePane(0, 1);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        switch (rows.get(row).get(column)) {
          case null -> { }
          case Number number -> sheet.value(row + 1, column, number);
          case LocalDate date -> {
            sheet.value(row + 1, column, date);
            sheet.style(row + 1, column).format("yyyy-mm-dd").set();
          }
          case Object text -> sheet.inlineString(row + 1, column, harmless(text.toString()));
        }
      }
    }
  }

  /** A text that could be taken for a formula gets an apostrophe before it; reading takes it off. */
  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    var row = new ArrayList<@Nullable Object>();
    Collections.addAll(row, cells);
    return row;
  }

  private List<List<@Nullable Object>> activities() {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (int i = 0; i < programme.activities().size(); i++) {
      rows.add(activity(i, programme.activities().get(i)));
    }
    return rows;
  }

  private List<@Nullable Object> activity(int i, Activity a) {
    var dues = programme.dues().stream().filter(due -> due.activity() == i).toList();
    var crews = a.demands().stream().map(d -> programme.crews().get(d.crew()).code() + ":" + d.number())
        .collect(Collectors.joining(";"));
    var actual = a.actual();
    return row(a.id(), a.wbs(), a.name(), programme.projects().get(a.project()), String.join(" / ", a.groups()), a.days(),
        programme.calendars().get(a.calendar()).name(), a.notBefore(), links(i), crews,
        dues.stream().map(Due::code).collect(Collectors.joining(";")),
        dues.isEmpty() ? null : dues.size() == 1 ? dues.get(0).by()
            : dues.stream().map(due -> due.by().toString()).collect(Collectors.joining(";")),
        dues.isEmpty() ? null : dues.size() == 1 ? dues.get(0).weight()
            : dues.stream().map(due -> String.valueOf(due.weight())).collect(Collectors.joining(";")),
        a.rainSensitive() ? "是" : null, first(a.planned(), i), last(a.planned(), i), first(a.baseline(), i),
        last(a.baseline(), i), actual == null ? null : actual.start(),
        actual == null || actual.end() == null ? null : last(new Span(actual.start() == null ? actual.end() : actual.start(), actual.end()), i),
        actual == null ? null : actual.percent());
  }

  private @Nullable LocalDate first(@Nullable Span span, int i) {
    return span == null ? null : Programme.firstDay(span, ends[i]);
  }

  private @Nullable LocalDate last(@Nullable Span span, int i) {
    return span == null ? null : Programme.lastDay(span, ends[i]);
  }

  private String links(int i) {
    return programme.ties().stream().filter(tie -> tie.to() == i).map(tie -> {
      var lag = tie.lag() == 0 ? "" : (tie.lag() > 0 ? "+" : "") + tie.lag() + (tie.calendar() == Tie.ELAPSED ? "" : "wd");
      return programme.activities().get(tie.from()).id() + tie.kind() + lag;
    }).collect(Collectors.joining(";"));
  }

  private static String week(java.util.Set<DayOfWeek> week) {
    var digits = new StringBuilder();
    for (var day : DayOfWeek.values()) {
      digits.append(week.contains(day) ? '1' : '0');
    }
    return digits.toString();
  }

  private List<List<@Nullable Object>> exceptions() {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var days : programme.calendars()) {
      LocalDate from = null;
      LocalDate last = null;
      boolean worked = false;
      for (var day : days.exceptions().entrySet()) {
        if (from != null && last != null && last.plusDays(1).equals(day.getKey()) && day.getValue() == worked) {
          last = day.getKey();
        } else {
          exception(rows, days.name(), from, last, worked);
          from = day.getKey();
          last = from;
          worked = day.getValue();
        }
      }
      exception(rows, days.name(), from, last, worked);
    }
    return rows;
  }

  private static void exception(List<List<@Nullable Object>> rows, String name, @Nullable LocalDate from,
      @Nullable LocalDate last, boolean worked) {
    if (from != null) {
      rows.add(row(name, from, last, worked ? "是" : "否"));
    }
  }

  private List<List<@Nullable Object>> crews() {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var pool : programme.crews()) {
      boolean first = true;
      for (var step : pool.capacity().entrySet()) {
        rows.add(row(pool.code(), pool.name(), step.getValue(), first ? null : step.getKey()));
        first = false;
      }
    }
    return rows;
  }

  private static void help(Workbook workbook) {
    var sheet = workbook.newWorksheet("说明");
    sheet.width(0, 14);
    sheet.width(1, 18);
    sheet.width(2, 18);
    sheet.width(3, 90);
    sheet.value(0, 0, "计划工作簿 · Programme workbook");
    sheet.style(0, 0).bold().fontSize(15).set();
    sheet.value(1, 0, "绿色表头必填。整份检查，所有问题一次列出；有一处问题就什么都不导入。"
        + " Green heads are required. The file is checked whole; with any fault nothing is imported.");
    int row = 3;
    for (var part : List.of(List.of(Heads.PLAN, Heads.OF_PLAN), List.of(Heads.ACTIVITIES, Heads.OF_ACTIVITIES),
        List.of(Heads.CALENDARS, Heads.OF_CALENDARS), List.of(Heads.EXCEPTIONS, Heads.OF_EXCEPTIONS),
        List.of(Heads.CREWS, Heads.OF_CREWS))) {
      for (var head : (List<?>) part.get(1)) {
        var each = (Head) head;
        sheet.value(row, 0, part.get(0).toString());
        sheet.value(row, 1, each.zh());
        sheet.value(row, 2, each.en());
        sheet.value(row++, 3, each.help());
      }
    }
  }
}
