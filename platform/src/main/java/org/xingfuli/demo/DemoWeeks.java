package org.xingfuli.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.demo.DemoYear.DemoProject;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.PastReport;
import org.xingfuli.programme.ProgrammeIntake;
import org.xingfuli.programme.Programmes;
import org.xingfuli.programme.WeeklyStatement;

/**
 * The demo's weekly reports since March: what the sites report, one report a project and week by its delivery agent. A few
 * forget a week, and on the demo's today a third has not reported yet: what is known of those came otherwise.
 */
@Component
class DemoWeeks {

  /** The first day on which reports come by the week. */
  static final LocalDate FIRST = LocalDate.of(2022, 3, 18);
  private static final int FORGETFUL = 11;

  /** A problem that needs others, told by the project of this number in its story cycle. */
  private record Problem(Mover with, String text) {}

  private static final Map<Integer, Problem> PROBLEMS = Map.of(
      3, new Problem(Mover.STREET, "屋面违建尚有 6 户未签拆除协议，请街道会同社区入户"),
      6, new Problem(Mover.COMMAND, "拆违队伍被调往邻近工地，请指挥部协调两个班组返回"),
      10, new Problem(Mover.UTILITY, "燃气、供电两家管线会签未齐，开挖窗口定不下来"),
      12, new Problem(Mover.SUPERVISOR, "返潮锚固件已重做，请监理安排隐蔽复验"),
      15, new Problem(Mover.STREET, "三户约定签约时间一再推迟，请街道协助"));
  private static final List<String> NOTES = List.of("本周按计划推进。", "班组到齐，材料已进场。", "周三小雨停工半天，已补回。", "居民反映噪声，已调整作业时间。");

  private final ProgrammeIntake intake;
  private final Programmes programmes;

  DemoWeeks(ProgrammeIntake intake, Programmes programmes) {
    this.intake = intake;
    this.programmes = programmes;
  }

  /** Takes a day's reports, those of a project together as its week where it made one. */
  void take(List<DemoProject> projects, List<PastReport> reports, Map<UUID, UUID> projectOf, LocalDate day) {
    var own = new LinkedHashMap<UUID, List<PastReport>>();
    reports.forEach(report -> own.computeIfAbsent(projectOf.get(report.said().activityId()), id -> new ArrayList<>()).add(report));
    var otherwise = new ArrayList<PastReport>();
    for (var project : projects) {
      var made = own.getOrDefault(project.id(), List.of());
      if (day.isBefore(FIRST) || made.isEmpty() || silent(project, day)) {
        otherwise.addAll(made);
        continue;
      }
      var problem = PROBLEMS.get(project.number() % DemoProgress.STORY_CYCLE);
      var tells = day.equals(project.number() % 2 == 0 ? DemoYear.TODAY.minusDays(5) : DemoYear.TODAY.minusDays(12)) ? problem : null;
      var first = made.getFirst();
      var agent = UUID.nameUUIDFromBytes(("demo:" + DemoReporter.DELIVERY_AGENT + project.parties().getFirst()).getBytes(
          StandardCharsets.UTF_8));
      intake.week(new WeeklyStatement(project.id(), null, made.stream().map(PastReport::said).toList(),
          NOTES.get(Math.floorMod(project.number() * 3 + day.getDayOfYear(), NOTES.size())), tells == null ? "" : tells.text(),
          tells == null ? null : tells.with(), List.of()), agent, DemoReporter.DELIVERY_AGENT, first.at());
    }
    if (!otherwise.isEmpty()) {
      programmes.takeOver(otherwise);
    }
  }

  private static boolean silent(DemoProject project, LocalDate day) {
    return day.equals(DemoYear.TODAY) ? project.number() % 3 == 1
        : Math.floorMod(project.number() * 5 + day.getDayOfYear(), FORGETFUL) == 0;
  }

  /** The project of every activity. */
  static Map<UUID, UUID> projectOf(List<Programmes.PlannedActivity> plan) {
    return plan.stream().collect(Collectors.toMap(Programmes.PlannedActivity::id, Programmes.PlannedActivity::projectId));
  }
}
