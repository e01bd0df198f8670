package org.xingfuli.peers;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.xingfuli.cli.Console;
import org.xingfuli.cli.DistrictFile;
import org.xingfuli.cli.EngineHash;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./xingfuli bench timefold}. Exit codes as everywhere: 0 done, 1 the work failed, 2 wrong arguments. */
@Command(
    name = "xingfuli bench timefold",
    mixinStandardHelpOptions = true,
    description = "Timefold Solver 与本系统排程并排比较 / Timefold Solver beside the planner on district programmes: the same cost"
        + " and CPU-seconds, every schedule verified. Prints a table, then one JSON line.",
    sortOptions = false)
final class Main implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", paramLabel = "DIR",
      description = "folder of the public instances (default: ${DEFAULT-VALUE} below the current folder)")
  private Path data = Path.of("data");

  @Option(names = "--estates", paramLabel = "N", split = ",", description = "programmes of so many estates (default 5,10,20,40)")
  private List<Integer> estates = List.of(5, 10, 20, 40);

  @Option(names = "--seconds", paramLabel = "S",
      description = "CPU-seconds of each for a file and seed (default 10 to 60, by size)")
  private double seconds = Double.POSITIVE_INFINITY;

  @Option(names = "--threads", paramLabel = "N",
      description = "of the planner; Timefold has one, the CPU-seconds are the same (default ${DEFAULT-VALUE})")
  private int threads = 1;

  @Option(names = "--seed", paramLabel = "K", description = "first seed (default ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--runs", paramLabel = "N", description = "so many seeds from --seed on (default ${DEFAULT-VALUE})")
  private int runs = 1;

  private Main() {}

  static void main(String[] arguments) {
    quiet();
    Console.main(new Main(), arguments);
  }

  /** What {@link #main} does, on any streams. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    quiet();
    return Console.run(new Main(), out, err, arguments);
  }

  /** Timefold logs through an interface nobody implements here, and would say so on stderr. */
  private static void quiet() {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
  }

  @Override
  public Integer call() throws IOException {
    if (threads < 1 || runs < 1 || !(seconds > 0)) {
      throw wrong("--threads ≥ 1, --runs ≥ 1, --seconds > 0");
    }
    List<DistrictFile> files = DistrictFile.in(data).stream().filter(file -> estates.contains(file.estates())).toList();
    List<Integer> missing = estates.stream().filter(n -> files.stream().noneMatch(file -> file.estates() == n)).toList();
    if (!missing.isEmpty()) {
      throw wrong("没有算例 / no instances: " + data.resolve("district") + " estates " + missing
          + "。可能：--data 应指向 district 的上一级目录 / Maybe: --data names the folder that district lies in");
    }
    String engine = EngineHash.of(Path.of(System.getProperty("xingfuli.home", ".")), "planner");
    return new TimefoldBench(files, spec.commandLine().getOut(), seconds, threads, seed, runs, engine).run();
  }

  private CommandLine.ParameterException wrong(String why) {
    return new CommandLine.ParameterException(spec.commandLine(), why);
  }
}
