package org.xingfuli.command.model;

import org.xingfuli.programme.Words;

/** The ways of counting; each says in words what its numerator and its denominator are, and from which rows. */
public enum Measure {
  NODES_KEPT(true, "按期达成或预测按期的节点", "全部适用节点", "nodes reached in time or forecast so", "nodes that apply",
      Source.FORECAST),
  NODES_IN_TIME(true, "不晚于节点日达成的节点", "已达成或节点日已过的节点", "nodes reached by their date",
      "nodes reached or past their date", Source.FORECAST),
  PLAN_FULFILLED(true, "完成百分数之和（不超过应完成）", "冻结计划应完成百分数之和", "percent done, at most what the plan wants",
      "percent the frozen plan wants by the day", Source.REPORTS),
  REPORTS_FRESH(true, "期限内填报过的在建工序", "全部在建工序", "running activities reported on within the limit",
      "running activities", Source.REPORTS),
  TROUBLES_OWNED(true, "已明确责任单位的滞后或预警节点", "全部滞后或预警节点", "nodes late or at risk with somebody whose move it is",
      "nodes late or at risk", Source.FORECAST),
  WORKS_DONE(true, "已完成的计划天数（天数 × 完成百分数）", "有关工序的计划天数", "planned days done (days × percent)",
      "planned days of these activities", Source.REPORTS),
  BEGUN_SHARE(true, "已开工项目", "纳入冻结计划的项目", "projects begun", "projects of the frozen plan", Source.REPORTS),
  ENDED_SHARE(true, "有关工序已完成的项目", "含有这些工序的项目", "projects with these activities finished",
      "projects that have them", Source.REPORTS),
  EARNED(true, "已完成工程的预算价值（EV，元）", "冻结计划至今应完成的预算价值（PV，元）", "budgeted value of work done (EV, yuan)",
      "budgeted value the plan wants by today (PV, yuan)", Source.MONEY),
  PAID(true, "台账已列支（AC，元）", "已批准预算（元）", "spent by the ledger (AC, yuan)", "approved budget (yuan)", Source.MONEY),
  WEEKLY(true, "本周已报周报的在建项目", "在建项目", "projects under way that have sent this week's report",
      "projects under way", Source.WEEKLY),
  GATES_CLEAR(true, "没有逾期关口条件的项目", "前面还有关口的项目", "projects with no overdue condition of their next gate",
      "projects with a gate before them", Source.WEEKLY),
  PLANNED(false, "纳入冻结计划", "本年度全部", "of the frozen plan", "of the year", Source.PLAN),
  CARRIED(false, "上年结转", "本年度全部", "carried over", "of the year", Source.PLAN),
  PLAN_BEGINS(false, "计划在本期开始", "纳入冻结计划", "planned to begin in the period", "of the frozen plan", Source.PLAN),
  PLAN_ENDS(false, "计划在本期完成", "纳入冻结计划", "planned to end in the period", "of the frozen plan", Source.PLAN),
  BEGUN(false, "有关工序已实际开始", "纳入冻结计划", "really begun", "of the frozen plan", Source.REPORTS),
  ENDED(false, "有关工序已全部实际完成", "纳入冻结计划", "really finished", "of the frozen plan", Source.REPORTS),
  QUANTITY_PLANNED(false, "纳入冻结计划的项目的工程量", "本年度全部项目的工程量", "quantity of projects of the frozen plan",
      "quantity of all projects of the year", Source.QUANTITIES),
  QUANTITY_DONE(false, "已完成工程量（工程量 × 有关工序按计划天数加权的完成百分数）", "纳入冻结计划的工程量",
      "quantity done (quantity × percent of its activities, weighed by planned days)", "quantity of the frozen plan",
      Source.QUANTITIES),
  NO_DATA(true, "尚无数据", "尚无数据", "no data yet", "no data yet", Source.LATER),
  ROOT(true, "", "", "", "", Source.LATER),
  CAUSE(false, "停工或推迟的天数", "", "days lost or pushed", "", Source.FORECAST);

  private final boolean share;
  private final Words numerator;
  private final Words denominator;
  private final Source source;

  Measure(boolean share, String partZh, String wholeZh, String partEn, String wholeEn, Source source) {
    this.share = share;
    this.numerator = Words.of(partZh, partEn);
    this.denominator = Words.of(wholeZh, wholeEn);
    this.source = source;
  }

  /** Where the rows come from. */
  public enum Source {
    FORECAST("预测（按冻结计划与进度报告推算）", "the forecast, from the frozen plan and the reports"),
    REPORTS("进度报告与冻结计划", "progress reports and the frozen plan"),
    MONEY("已批准预算、资金台账与进度报告", "approved budgets, the ledger and the reports"),
    WEEKLY("周报与关口清单", "weekly reports and the lists of the gates"),
    QUANTITIES("已批准预算（未批准的按小区改造内容菜单）与进度报告", "approved budgets, menus of the estates until then, and the reports"),
    PLAN("年度项目与冻结计划", "the year's projects and the frozen plan"),
    LATER("诉求与回访模块上线后提供", "comes with appeals and call-backs");

    private final Words words;

    Source(String zh, String en) {
      this.words = Words.of(zh, en);
    }

    public Words words() {
      return words;
    }
  }

  /** Whether its value is a share in percent; otherwise it is the sum of the numerators. */
  public boolean share() {
    return share;
  }

  public Words numerator() {
    return numerator;
  }

  public Words denominator() {
    return denominator;
  }

  public Source source() {
    return source;
  }
}
