package org.xingfuli.exchange.plans.model;

/**
 * One thing of a file that did not survive as it was.
 *
 * @param place where: the activity, resource, calendar or link
 * @param value what stood there
 */
public record Loss(Kind kind, String place, String value) {

  /** What people are told; {@code {v}} is the value. */
  public enum Kind {
    PERCENT_LAG("百分比间隔 {v} 换算成天数，不再随工期变化", "the percentage lag {v} became days; it no longer follows the duration"),
    LEAD("负间隔 {v} 按所在日期换算为日历天", "the lead {v} became calendar days as measured where it stands"),
    LAG_CALENDAR("间隔 {v} 按别的日历计算，写成后续工序的日历", "the lag {v} counts on another calendar; it is written on the successor's"),
    LAG_ELAPSED("间隔 {v} 按工作日计算，此格式只能整份用日历天", "the lag {v} counts working days; this format takes elapsed days for the whole file"),
    HOURS("{v} 不足整天，进为整天", "{v} is finer than a day and was rounded up"),
    PART_DAY("在一天之中开始（{v}），从当天算起", "it starts within a day ({v}); the day counts whole"),
    WORKING_HOURS("每日工时 {v} 不保留，只留哪天上班", "the working hours {v} are not kept, only which days are worked"),
    ELAPSED_DURATION("工期 {v} 按日历天，改用每天都上班的日历", "the elapsed duration {v} stands on a calendar that works every day"),
    SPLIT("工序中断 {v} 处，按连续施工计", "split into {v} parts; it is taken as uninterrupted"),
    DURATION_DIFFERS("工期与计划日期不符：{v}", "duration and planned dates do not agree: {v}"),
    PART_TIME("班组用量 {v} 不是整数，进为整数", "{v} units of a crew are no whole number; rounded up"),
    RESOURCE_CALENDARS("几个资源的日历不同（{v}），取都上班的日子", "its resources' calendars differ ({v}); days on which all work are taken"),
    RESOURCE_KIND("{v} 类资源不是班组，不导入", "a resource of type {v} is no crew and is left out"),
    WORK_CONTOUR("用量分布 {v} 按均匀计", "the work contour {v} is taken as even"),
    MANUAL("手动排程，固定在 {v}：作为最早开始", "scheduled by hand on {v}: taken as earliest start"),
    INACTIVE("已停用的工序，不导入", "an inactive task is left out"),
    EXTERNAL("其他文件里的工序，作为固定在 {v} 的里程碑", "a task of another file; it stands as a milestone fixed on {v}"),
    SUBPROJECT("引用了另一个文件 {v}，没有读", "it refers to another file, {v}, which is not read"),
    SUMMARY_LINK("摘要任务上的关系 {v}，改接到其下工序", "the link {v} of a summary task was tied to the tasks below it"),
    SUMMARY_LOST("摘要任务上的关系 {v} 无法等价表达，取计划里最先（最后）的工序", "the link {v} of a summary has no equal; the first (last) task below it stands for it"),
    SUMMARY_RESOURCE("摘要任务上的资源 {v} 不导入", "the resource {v} on a summary task is left out"),
    LEVEL_OF_EFFORT("随其他工序伸缩的工作（{v}）不导入", "work that stretches with others ({v}) is left out"),
    ALAP("“越晚越好”不保留；看最迟开始日期", "\"as late as possible\" is not kept; see the latest start"),
    MUST("硬性日期 {v}：作为最早开始与节点", "the hard date {v} became an earliest start and a node"),
    SECOND_CONSTRAINT("第二个日期限制 {v} 没有位置", "there is no room for the further date constraint {v}"),
    SEVERAL_NODES("同一工序有多个节点，只写最早的，未写 {v}", "several nodes on one activity; the earliest is written, not {v}"),
    BASELINES("另有 {v} 个基线，只保留第一个", "{v} further baselines; only the first is kept"),
    COST("费用 {v} 不导入", "costs ({v}) are left out"),
    NOTES("备注不导入", "notes are left out"),
    LEVELLING("人工设置的调配延迟 {v} 不保留", "the levelling delay {v} is not kept"),
    ACTUALS("实际进度 {v} 随行保留，排程时不固定", "the actuals {v} are kept beside it; scheduling does not fix them"),
    ACTUALS_NOT_WRITTEN("实际进度 {v} 不写入此格式", "the actuals {v} are not written to this format"),
    STATUS_DATE("状态日期 {v} 不保留", "the data date {v} is not kept"),
    RECURRENCE("日历里的重复例外 {v} 只展开到排程范围内", "the recurring exception {v} is expanded within the horizon only"),
    RAIN("雨天停工的日子已并入日历", "the days of rain became part of the calendar"),
    NOT_IN_FORMAT("{v} 不写入此格式", "{v} is not written to this format"),
    UNREADABLE("读不懂的内容已略过：{v}", "something could not be understood and was passed over: {v}");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  public String zh() {
    return kind.zh.replace("{v}", value);
  }

  public String en() {
    return kind.en.replace("{v}", value);
  }
}
