package org.xingfuli.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** Exit codes: 0 done, 1 the work failed, 2 wrong arguments. Results go to stdout, everything else to stderr. */
@Command(
    name = "xingfuli",
    mixinStandardHelpOptions = true,
    description = "幸福里 Xingfuli: 排程与计算 / the engines on the command line.",
    subcommands = {PlanCommand.class, BenchCommand.class})
public final class Main implements Runnable {

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  public static void main(String[] arguments) {
    System.exit(run(
        new PrintWriter(System.out, false, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        arguments));
  }

  /** What {@link #main} does, on any streams. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    // POI logs through an interface nobody implements here, and would say so on stderr.
    System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
    CommandLine line = new CommandLine(new Main()).setOut(out).setErr(err);
    line.setExecutionExceptionHandler((failure, command, parsed) -> {
      err.println("失败 / failed: " + failure);
      return CommandLine.ExitCode.SOFTWARE;
    });
    int code = line.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "缺少命令 / which command?");
  }
}
