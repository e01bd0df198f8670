package org.xingfuli.cli;

import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** The engines on the command line; {@link Console} tells exit codes and streams. */
@Command(
    name = "xingfuli",
    mixinStandardHelpOptions = true,
    description = "幸福里 Xingfuli: 排程与计算 / the engines on the command line.",
    subcommands = {PlanCommand.class, TriageCommand.class, ElectCommand.class, OwnersVoteCommand.class, OpinionCommand.class,
        BenchCommand.class})
public final class Main implements Runnable {

  /** Held, since a logger nobody holds forgets its level. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  public static void main(String[] arguments) {
    quiet();
    Console.main(new Main(), arguments);
  }

  /** What {@link #main} does, on any streams. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    quiet();
    return Console.run(new Main(), out, err, arguments);
  }

  /** POI logs through an interface nobody implements here, and would say so on stderr; Lucene recommends an incubating module. */
  private static void quiet() {
    LUCENE.setLevel(Level.SEVERE);
    System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "缺少命令 / which command?");
  }
}
