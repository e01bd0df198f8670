package org.xingfuli.drills;

import org.xingfuli.drills.year.YearDrill;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./xingfuli drill NAME}. */
@Command(
    name = "xingfuli drill",
    mixinStandardHelpOptions = true,
    description = "可靠性与安全演练 / reliability and security drills, against a platform they start themselves",
    subcommands = {KillDrill.class, LiveDrill.class, ChartDrill.class, NodesDrill.class, RestoreDrill.class, UpgradeDrill.class,
        GuessDrill.class, YearDrill.class, EventsDrill.class, IntakeDrill.class, ReplayDrill.class, IntakeBench.class, Open311Drill.class, ManyAppeals.class, ForeignDrill.class})
final class Main {

  private Main() {}

  static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
