package org.xingfuli.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reproduces figures of {@code benchmark/README.md}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "复算一项指标 / reproduces a figure of benchmark/README.md: prints a table, then one JSON line.",
    footer = {"", "NAME: plan-one-pass  (DIR holds psplib, mpsplib and district; see benchmark/README.md)"})
final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "plan-one-pass")
  private String name = "";

  @Option(names = "--data", paramLabel = "DIR", description = "folder of the public instances (default: ${DEFAULT-VALUE} below the current folder)")
  private Path data = Path.of("data");

  @Override
  public Integer call() throws IOException {
    if (!name.equals("plan-one-pass")) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "不认识的指标 / unknown figure: " + name + " (plan-one-pass)");
    }
    if (!Files.isDirectory(data)) {
      throw new CommandLine.ParameterException(spec.commandLine(), "不是目录 / not a folder: " + data
          + "。可能：用 --data 指明，公开算例的出处见 benchmark/README.md / Maybe: name it with --data; benchmark/README.md says where to get the sets");
    }
    return new OnePassBench(data, spec.commandLine().getOut()).run();
  }
}
