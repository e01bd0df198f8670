package org.xingfuli.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * Runs a command as all of ours run. Exit codes: 0 done, 1 the work failed, 2 wrong arguments. Results go to stdout, everything
 * else to stderr.
 */
public final class Console {

  private Console() {}

  /** Ends the process with the command's exit code. */
  public static void main(Object command, String... arguments) {
    System.exit(run(
        command,
        new PrintWriter(System.out, false, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        arguments));
  }

  /** The same on any streams, and the exit code is answered. */
  public static int run(Object command, PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(command).setOut(out).setErr(err);
    line.setExecutionExceptionHandler((failure, failed, parsed) -> {
      err.println("失败 / failed: " + failure);
      return CommandLine.ExitCode.SOFTWARE;
    });
    int code = line.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }
}
