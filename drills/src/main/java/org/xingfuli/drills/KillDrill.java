package org.xingfuli.drills;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Kills the JVM and the database's postmaster in turn while progress is reported and estates are imported, and compares what
 * was acknowledged with what is stored after each restart (R1 and R2 of the assurance plan).
 */
@Command(name = "kill", mixinStandardHelpOptions = true,
    description = "kill -9 的演练：已确认的一条不丢、一条不重 / nothing acknowledged is lost or doubled by kill -9")
final class KillDrill implements Callable<Integer> {

  @Option(names = "--runs", defaultValue = "50", description = "kills, JVM and postmaster in turn (default ${DEFAULT-VALUE})")
  int runs;

  @Option(names = "--seed", defaultValue = "20220420", description = "of the moments of the kills (default ${DEFAULT-VALUE})")
  long seed;

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("xingfuli-drill-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    var acknowledged = new Acknowledged();
    var faults = new ArrayList<String>();
    System.err.println("演练数据在 / drill data in " + folder + ", seed " + seed);
    var kills = new Kills(folder.resolve("data"), runs, seed);
    kills.each(new Reports(acknowledged, folder, faults));
    try (var platform = kills.start()) {
      var last = new Workload(platform, acknowledged, folder, runs + 1);
      faults.addAll(last.compare());
      last.repeatUnanswered();
      faults.addAll(last.compare());
      acknowledged.unanswered().forEach(what -> faults.add("sent again and still without an answer: «" + what + "»"));
    }
    report(acknowledged, kills, faults, folder);
    return faults.isEmpty() ? 0 : 1;
  }

  /** Progress is reported and estates are imported, and after each restart everything is compared. */
  private static final class Reports implements Kills.Work {
    private final Acknowledged acknowledged;
    private final Path folder;
    private final List<String> faults;
    private @Nullable Workload load;

    Reports(Acknowledged acknowledged, Path folder, List<String> faults) {
      this.acknowledged = acknowledged;
      this.folder = folder;
      this.faults = faults;
    }

    @Override
    public void begin(Platform platform, int run) throws Exception {
      var check = new Workload(platform, acknowledged, folder, run);
      faults.addAll(check.compare());
      check.repeatUnanswered();
      check.start();
      load = check;
    }

    @Override
    public void end() throws InterruptedException {
      if (load != null) {
        load.stop();
      }
    }

    @Override
    public String told() {
      return "acknowledged %d, faults %d".formatted(acknowledged.yes().size(), faults.size());
    }
  }

  private void report(Acknowledged acknowledged, Kills kills, List<String> faults, Path folder) {
    var result = new LinkedHashMap<String, Object>();
    result.put("drill", "kill");
    result.put("runs", runs);
    result.put("seed", seed);
    result.put("acknowledgedReports", acknowledged.count(Workload.REPORT));
    result.put("acknowledgedEstates", acknowledged.count(Workload.ESTATE));
    result.put("sentAgain", acknowledged.repeated());
    result.put("lostOrDoubled", faults.size());
    kills.put(result);
    faults.stream().limit(20).forEach(System.err::println);
    System.err.println("记录 / log: " + folder.resolve("platform.log"));
    result.forEach((name, value) -> System.out.printf("%-20s %s%n", name, value));
    System.out.println(Person.JSON.writeValueAsString(result));
  }
}
