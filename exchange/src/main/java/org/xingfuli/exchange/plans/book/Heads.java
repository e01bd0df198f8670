package org.xingfuli.exchange.plans.book;

import java.text.Normalizer;
import java.util.List;

/** Sheets and columns of the workbook; a head is found by its Chinese or its English name. */
final class Heads {

  /** Longer texts are no heads. */
  private static final int LONGEST = 100;

  static final String PLAN = "计划";
  static final String ACTIVITIES = "工序";
  static final String CALENDARS = "日历";
  static final String EXCEPTIONS = "例外";
  static final String CREWS = "班组";

  /** A column; what it means in both languages. */
  record Head(String zh, String en, boolean required, String help) {

    String shown() {
      return zh + (required ? " *" : "") + "\n" + en;
    }

    boolean matches(String found) {
      if (found.length() > LONGEST) {
        return false;
      }
      var words = found.replace("*", "").strip().split("\\s*\n\\s*", 2);
      return plain(words[0]).equals(plain(zh)) || plain(words[0]).equalsIgnoreCase(plain(en))
          || words.length > 1 && plain(words[1]).equalsIgnoreCase(plain(en));
    }

    /** As people type it: blanks within, brackets and digits of full width or not. */
    private static String plain(String text) {
      return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
  }

  static final Head NAME_OF_PLAN = new Head("计划名称", "programme", true, "整份计划的名称 · name of the programme");
  static final Head START = new Head("开始日期", "start", true, "此前不排任何工作 · nothing happens before");

  static final Head ID = new Head("编号", "id", true, "全文件唯一 · unique in the file");
  static final Head WBS = new Head("WBS", "WBS", false, "分解编码 · code in the breakdown");
  static final Head NAME = new Head("工序", "activity", true, "");
  static final Head PROJECT = new Head("项目", "project", false, "属于哪个项目；留空即第一个 · which project; blank: the first");
  static final Head GROUPS = new Head("分组", "groups", false, "由外到内，用“ / ”隔开 · outermost first, \" / \" between");
  static final Head DAYS = new Head("工期（天）", "days", true, "按所用日历的工作日；0 为里程碑 · working days of its calendar; 0: milestone");
  static final Head CALENDAR = new Head("日历", "calendar", false, "“日历”表里的名称；留空即每天 · a name of that sheet; blank: every day");
  static final Head NOT_BEFORE = new Head("最早开始", "not before", false, "此日前不得开始 · may not start before");
  static final Head LINKS = new Head("前置", "predecessors", false,
      "如 A010FS+3;A020SS；间隔为日历天，写 wd 为工作日（A010FS+3wd）· lags in calendar days, wd for working days");
  static final Head CREW_NEEDS = new Head("班组", "crews", false, "如 管道班:2;脚手架班:1 · code:number");
  static final Head NODE = new Head("节点", "node", false, "节点名称 · name of the node");
  static final Head DUE = new Head("节点期限", "due", false, "当天完成算按时 · finished on that day is in time");
  static final Head WEIGHT = new Head("权重", "weight", false, "晚一天算多少，留空为 1 · what a day late counts; blank: 1");
  static final Head RAIN = new Head("雨天停工", "rain stops it", false, "是 / 否 · yes / no");
  static final Head PLANNED_FIRST = new Head("计划开始", "planned start", false, "");
  static final Head PLANNED_LAST = new Head("计划完成", "planned finish", false, "最后一天 · the last day");
  static final Head BASE_FIRST = new Head("基线开始", "baseline start", false, "");
  static final Head BASE_LAST = new Head("基线完成", "baseline finish", false, "最后一天 · the last day");
  static final Head DONE_FIRST = new Head("实际开始", "actual start", false, "");
  static final Head DONE_LAST = new Head("实际完成", "actual finish", false, "最后一天 · the last day");
  static final Head PERCENT = new Head("完成百分比", "per cent", false, "0–100");

  static final Head CALENDAR_NAME = new Head("日历", "calendar", true, "");
  static final Head WEEK = new Head("每周", "week", true, "七位 0/1，周一起：1111100 · seven digits from Monday");
  static final Head FROM = new Head("自", "from", true, "第一天 · first day");
  static final Head TO = new Head("至", "to", false, "最后一天，留空即一天 · last day; blank: one day");
  static final Head WORKED = new Head("上班", "worked", true, "是 / 否 · yes / no");

  static final Head CODE = new Head("编码", "code", true, "");
  static final Head CREW_NAME = new Head("名称", "name", false, "");
  static final Head NUMBER = new Head("数量", "number", true, "同时能上几个 · how many at once");
  static final Head SINCE = new Head("自", "from", false, "从这天起；留空即从头 · from this day; blank: from the start");

  static final List<Head> OF_PLAN = List.of(NAME_OF_PLAN, START);
  static final List<Head> OF_ACTIVITIES = List.of(ID, WBS, NAME, PROJECT, GROUPS, DAYS, CALENDAR, NOT_BEFORE, LINKS,
      CREW_NEEDS, NODE, DUE, WEIGHT, RAIN, PLANNED_FIRST, PLANNED_LAST, BASE_FIRST, BASE_LAST, DONE_FIRST, DONE_LAST, PERCENT);
  static final List<Head> OF_CALENDARS = List.of(CALENDAR_NAME, WEEK);
  static final List<Head> OF_EXCEPTIONS = List.of(CALENDAR_NAME, FROM, TO, WORKED);
  static final List<Head> OF_CREWS = List.of(CODE, CREW_NAME, NUMBER, SINCE);

  private Heads() {}
}
