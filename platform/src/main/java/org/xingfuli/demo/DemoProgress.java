package org.xingfuli.demo;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.demo.DemoYear.DemoProject;
import org.xingfuli.programme.LossReason;
import org.xingfuli.programme.PastReport;
import org.xingfuli.programme.ProgressStatement;
import org.xingfuli.programme.Programmes;
import org.xingfuli.programme.Programmes.PlannedActivity;

/**
 * What the sites of the demo report: most follow the frozen plan; some lose days, and what follows on the same site starts
 * as many days later. Each loss has the reason a foreman would give.
 */
@Component
class DemoProgress {

  /** Days on which the sites report; the last is the demo's today. */
  static final List<LocalDate> REPORTING_DAYS = List.of(LocalDate.of(2021, 9, 30), LocalDate.of(2021, 10, 29),
      LocalDate.of(2021, 11, 30), LocalDate.of(2022, 1, 14),
      LocalDate.of(2022, 2, 18), LocalDate.of(2022, 3, 18), LocalDate.of(2022, 3, 25), LocalDate.of(2022, 4, 1),
      LocalDate.of(2022, 4, 8), LocalDate.of(2022, 4, 15), DemoYear.TODAY);

  /**
   * A loss.
   *
   * @param code the activity that loses the days
   * @param delays first letters or whole codes of what starts later for it
   */
  private record Loss(String code, int days, LossReason reason, String note, Set<String> delays) {

    boolean moves(String other) {
      return delays.contains(other) || delays.contains(other.substring(0, 1));
    }
  }

  private static final Set<String> SITE = Set.of("D03", "D04", "D05", "D06", "R", "F", "U");
  private static final Set<String> ROOFS = Set.of("R03", "R04", "R05", "R06", "F");

  private static final Loss RAIN = new Loss("R02", 4, LossReason.RAIN, "三月下旬连续降雨，屋面停工", ROOFS);
  private static final Loss LONG_RAIN = new Loss("R02", 16, LossReason.RAIN, "连续降雨，锚固件返潮重做", ROOFS);
  private static final Loss SIGNATURES =
      new Loss("D04", 21, LossReason.RESIDENTS, "尚有住户未签拆除协议", Set.of("D06", "R", "F"));
  private static final Loss FEW_SIGNATURES =
      new Loss("D04", 7, LossReason.RESIDENTS, "三户签约晚于约定", Set.of("D06", "R01"));
  private static final Loss CREW = new Loss("D04", 9, LossReason.CREW, "拆违队伍调往邻近工地", Set.of("D06", "R"));
  private static final Loss PERMIT = new Loss("P08", 12, LossReason.PERMIT, "质安监登记补件", Set.of("C01", "D03", "D04", "D05"));
  private static final Loss UTILITY = new Loss("U01", 8, LossReason.UTILITY, "管线会签未齐", Set.of("U"));
  private static final Loss MATERIAL = new Loss("R03", 5, LossReason.MATERIAL, "屋架构件晚到", Set.of("R04", "R05", "R06"));

  /** Days on which the project that was carried over reported in its first year. */
  static final List<LocalDate> DAYS_OF_2021 = List.of(LocalDate.of(2020, 9, 30), LocalDate.of(2020, 11, 30),
      LocalDate.of(2021, 1, 29), LocalDate.of(2021, 3, 31), LocalDate.of(2021, 6, 30), LocalDate.of(2021, 8, 27));
  /** What it finished there: the preparation. The vote had to be taken twice, and the season was over. */
  static final Set<String> DONE_IN_2021 = Set.of("P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09");
  private static final Loss VOTE =
      new Loss("P05", 60, LossReason.RESIDENTS, "首轮表决未过半数，重新征询后再次表决", Set.of("P06", "P07", "P08", "P09"));

  private static final Map<Integer, List<Loss>> STORIES = Map.of(
      1, List.of(RAIN), 3, List.of(SIGNATURES), 6, List.of(CREW, RAIN), 8, List.of(PERMIT), 10, List.of(UTILITY),
      12, List.of(LONG_RAIN, MATERIAL), 15, List.of(FEW_SIGNATURES));
  static final int STORY_CYCLE = 17;

  private final Programmes programmes;

  DemoProgress(Programmes programmes) {
    this.programmes = programmes;
  }

  /** What is new on this day since the reporting day before: begun, gone on, finished; what 2021 finished is left alone. */
  List<PastReport> until(UUID programme, List<DemoProject> projects, LocalDate day) {
    var index = REPORTING_DAYS.indexOf(day);
    var before = index == 0 ? null : REPORTING_DAYS.get(index - 1);
    var byProject = byProject(programme);
    var reports = new ArrayList<PastReport>();
    for (var project : projects) {
      var losses = STORIES.getOrDefault(project.number() % STORY_CYCLE, List.of());
      for (var activity : byProject.getOrDefault(project.id(), List.of())) {
        var statement = project.finished().contains(activity.code()) ? null : statement(activity, losses, before, day);
        if (statement != null) {
          reports.add(DemoReporter.report(project, activity.code(), statement, day));
        }
      }
    }
    return reports;
  }

  /** What the project that was not finished in 2021 reported there. */
  List<PastReport> of2021(UUID programme, DemoProject project, LocalDate day) {
    var index = DAYS_OF_2021.indexOf(day);
    var before = index == 0 ? null : DAYS_OF_2021.get(index - 1);
    var reports = new ArrayList<PastReport>();
    for (var activity : byProject(programme).getOrDefault(project.id(), List.of())) {
      var statement = DONE_IN_2021.contains(activity.code()) ? statement(activity, List.of(VOTE), before, day) : null;
      if (statement != null) {
        reports.add(DemoReporter.report(project, activity.code(), statement, day));
      }
    }
    return reports;
  }

  /** How much longer or shorter than planned the work of the finished project of 2021 took. */
  private static final Map<String, Double> LEARNT = Map.ofEntries(Map.entry("P01", 1.3), Map.entry("P07", 1.25),
      Map.entry("D01", 1.2), Map.entry("D04", 0.75), Map.entry("R01", 1.15), Map.entry("R02", 1.2), Map.entry("R03", 1.25),
      Map.entry("R04", 1.3), Map.entry("F01", 0.8), Map.entry("F03", 1.2), Map.entry("U02", 1.15), Map.entry("E01", 0.85),
      Map.entry("H02", 1.3), Map.entry("H04", 1.2));
  private static final LocalDate ALL_DONE = LocalDate.of(2022, 4, 1);

  /** What the project that was finished reported: every activity as it really went, all of it by April. */
  List<PastReport> finished(UUID programme, DemoProject project, @Nullable LocalDate before, LocalDate day) {
    var reports = new ArrayList<PastReport>();
    for (var activity : byProject(programme).getOrDefault(project.id(), List.of())) {
      var start = activity.start().isAfter(ALL_DONE.minusDays(8)) ? ALL_DONE.minusDays(8) : activity.start();
      var span = DAYS.between(activity.start(), activity.finish()) + 1;
      var took = Math.max(1, Math.round(span * LEARNT.getOrDefault(activity.code(), 1.0)));
      var finish = start.plusDays(took - 1).isAfter(ALL_DONE) ? ALL_DONE : start.plusDays(took - 1);
      if (start.isAfter(day) || before != null && !finish.isAfter(before)) {
        continue;
      }
      var begun = before != null && !start.isAfter(before) ? null : start;
      var percent = (int) Math.clamp(100 * (DAYS.between(start, day) + 1) / (DAYS.between(start, finish) + 1), 1, 99);
      reports.add(DemoReporter.report(project, activity.code(), finish.isAfter(day)
          ? new ProgressStatement(activity.id(), percent, 0, null, "", begun, null)
          : new ProgressStatement(activity.id(), 100, 0, null, "", begun, finish), day));
    }
    return reports;
  }

  private Map<UUID, List<PlannedActivity>> byProject(UUID programme) {
    var byProject = new HashMap<UUID, List<PlannedActivity>>();
    programmes.frozenPlan(programme).forEach(activity ->
        byProject.computeIfAbsent(activity.projectId(), id -> new ArrayList<>()).add(activity));
    return byProject;
  }

  private static @Nullable ProgressStatement statement(
      PlannedActivity activity, List<Loss> losses, @Nullable LocalDate before, LocalDate day) {
    var later = losses.stream().filter(loss -> loss.moves(activity.code())).mapToInt(Loss::days).sum();
    var loss = losses.stream().filter(l -> l.code().equals(activity.code())).findFirst();
    int lost = loss.map(Loss::days).orElse(0);
    var start = activity.start().plusDays(later);
    var finish = activity.finish().plusDays(later + lost);
    if (start.isAfter(day) || before != null && !finish.isAfter(before)) {
      return null;
    }
    int known = before == null || start.isAfter(before) ? 0 : lostBy(start, lost, before);
    var reported = before != null && !start.isAfter(before);
    var now = finish.isAfter(day) ? lostBy(start, lost, day) : lost;
    var reason = now > known ? loss.map(Loss::reason).orElse(null) : null;
    var note = now > known ? loss.map(Loss::note).orElse("") : "";
    var begun = reported ? null : start;
    if (!finish.isAfter(day)) {
      return new ProgressStatement(activity.id(), 100, now - known, reason, note, begun, finish);
    }
    var span = DAYS.between(activity.start(), activity.finish()) + 1;
    var worked = DAYS.between(start, day) + 1 - now;
    var percent = (int) Math.clamp(100 * worked / span, 1, 99);
    return new ProgressStatement(activity.id(), percent, now - known, reason, note, begun, null);
  }

  /** How many of the days are lost by then: from the third day of work on, one a day. */
  private static int lostBy(LocalDate start, int lost, LocalDate day) {
    return (int) Math.clamp(DAYS.between(start, day) - 1, 0, lost);
  }
}
