package org.xingfuli.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.demo.DemoYear.DemoProject;
import org.xingfuli.programme.ProgrammeIntake;
import org.xingfuli.programme.Programmes;
import org.xingfuli.programme.ProjectStage;

/**
 * How the demo's projects stand at their gates: nearly all started in February, those whose permit was late in March, two with
 * fewer signatures than asked and a reason; before the rains the roofs are partly ready.
 */
@Component
class DemoGates {

  static final LocalDate STARTED = LocalDate.of(2022, 2, 18);
  static final LocalDate STARTED_LATE = LocalDate.of(2022, 3, 18);
  private static final int PERMIT = 8;
  private static final int FEW_SIGNATURES = 15;

  private final ProgrammeIntake intake;
  private final Programmes programmes;

  DemoGates(ProgrammeIntake intake, Programmes programmes) {
    this.intake = intake;
    this.programmes = programmes;
  }

  void start(List<DemoProject> projects) {
    for (var project : projects) {
      switch (project.number() % DemoProgress.STORY_CYCLE) {
        case PERMIT -> intake.meetAllBut(project.id(), "START", Set.of("CONTRACT", "WAGE_ACCOUNT"), "开工资料 " + project.name());
        case FEW_SIGNATURES -> {
          intake.meetAllBut(project.id(), "START", Set.of("ROUTES_SIGNED"), "开工资料 " + project.name());
          intake.waive(project.id(), "START", "ROUTES_SIGNED", "已签 64%，余户为租户代签，指挥部 2 月 16 日例会同意先进场");
          begin(project);
        }
        default -> {
          intake.meetAllBut(project.id(), "START", Set.of(), "开工资料 " + project.name());
          begin(project);
        }
      }
    }
  }

  /** Those whose permit was late. */
  void startLate(List<DemoProject> projects) {
    projects.stream().filter(project -> project.number() % DemoProgress.STORY_CYCLE == PERMIT).forEach(project -> {
      intake.meetAllBut(project.id(), "START", Set.of(), "质安监登记 3 月 11 日补齐");
      begin(project);
    });
  }

  private void begin(DemoProject project) {
    intake.pass(project.id(), "START");
    intake.move(project.id(), ProjectStage.Act.BEGIN);
  }

  /** What stands before the rains on the demo's today. */
  void roofs(UUID programme, List<DemoProject> projects) {
    for (var project : projects) {
      var done = programmes.latestReports(project.id(), 200).stream().filter(report -> report.percent() == 100)
          .map(report -> report.activityCode()).toList();
      if (done.contains("D04")) {
        intake.meet(project.id(), "ROOF", "STRUCTURES_GONE", "违建清零核查表");
      }
      if (project.number() % 5 < 3) {
        intake.meet(project.id(), "ROOF", "MATERIALS_TESTED", "见证取样复试报告 FS-%03d".formatted(project.number() + 1));
      }
      if (project.number() % 3 == 0) {
        intake.meet(project.id(), "ROOF", "RAIN_PLAN", "");
      }
    }
  }

  /** The project of 2021 that was finished: everything stood, every gate was passed. */
  void finished(DemoProject project) {
    for (var gate : List.of("START", "ROOF", "ACCEPTANCE", "DELIVERY")) {
      intake.meetAllBut(project.id(), gate, Set.of(), "2021 年归档资料");
      intake.pass(project.id(), gate);
      if (gate.equals("START")) {
        intake.move(project.id(), ProjectStage.Act.BEGIN);
      }
    }
    intake.move(project.id(), ProjectStage.Act.WARRANT);
  }
}
