package org.xingfuli.drills;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A slim process with the platform's own event machinery dies again and again between the commit of an act and its listener;
 * every effect happens exactly once. Left to the settings the library comes with, or with a listener that keeps no note, the
 * same drill must fail, which it tries itself at the end (R4 of the assurance plan).
 */
@Command(name = "events", mixinStandardHelpOptions = true,
    description = "提交与监听之间的进程死亡：每个后果恰好一次 / deaths between commit and listener: every effect exactly once")
final class EventsDrill implements Callable<Integer> {

  private static final Set<String> FAULTS = Set.of("", EventsRun.DEFAULTS, EventsRun.CARELESS);

  @Option(names = "--runs", defaultValue = "2000", description = "deaths of the process (default ${DEFAULT-VALUE})")
  int runs;

  @Option(names = "--seed", defaultValue = "20220420", description = "of the places of the deaths (default ${DEFAULT-VALUE})")
  long seed;

  @Option(names = "--fault", defaultValue = "", description = "plants a fault, and the drill must turn red: defaults (Spring Modulith as it "
      + "comes) or careless (a listener without the note in the inbox); without it both are tried at the end")
  String fault = "";

  @Option(names = "--planted-runs", defaultValue = "18",
      description = "deaths under each planted fault at the end, 0 leaves them out (default ${DEFAULT-VALUE})")
  int plantedRuns;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (!FAULTS.contains(fault)) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--fault %s 不是 defaults 或 careless / is neither".formatted(fault));
    }
    var folder = Files.createTempDirectory("xingfuli-drill-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    System.err.println("演练数据在 / drill data in " + folder + ", seed " + seed);
    var run = new EventsRun(folder.resolve("run"), fault, runs, seed);
    var result = new LinkedHashMap<String, Object>();
    result.put("drill", "events");
    result.put("runs", runs);
    result.put("seed", seed);
    if (!fault.isEmpty()) {
      result.put("fault", fault);
    }
    result.putAll(run.figures());
    var held = run.faults().isEmpty();
    if (fault.isEmpty() && plantedRuns > 0) {
      var planted = true;
      for (var one : new String[] {EventsRun.DEFAULTS, EventsRun.CARELESS}) {
        System.err.println("植入故障 / planting the fault " + one);
        var red = new EventsRun(folder.resolve(one), one, plantedRuns, seed);
        result.put(one, red.figures());
        planted &= !red.faults().isEmpty();
      }
      result.put("plantedFails", planted);
      held &= planted;
    }
    run.faults().stream().limit(20).forEach(System.err::println);
    result.forEach((name, value) -> System.out.printf("%-34s %s%n", name, value));
    System.out.println(Person.JSON.writeValueAsString(result));
    return held ? 0 : 1;
  }
}
