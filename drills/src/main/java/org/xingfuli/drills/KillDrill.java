package org.xingfuli.drills;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
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
    var random = new Random(seed);
    var folder = Files.createTempDirectory("xingfuli-drill-");
    Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    var data = folder.resolve("data");
    var acknowledged = new Acknowledged();
    var readySeconds = new ArrayList<Double>();
    var faults = new ArrayList<String>();
    System.err.println("演练数据在 / drill data in " + folder + ", seed " + seed);
    for (int run = 1; run <= runs; run++) {
      var platform = Platform.start(data);
      readySeconds.add(platform.secondsToReady());
      var check = new Workload(platform, acknowledged, folder, run);
      faults.addAll(check.compare());
      check.repeatUnanswered();
      check.start();
      Thread.sleep(500 + random.nextInt(3500));
      var jvm = run % 2 == 1;
      if (jvm) {
        platform.killJvm();
      } else {
        platform.killPostmasterThenJvm();
      }
      check.stop();
      System.err.printf("%d/%d %s, ready in %.1f s, acknowledged %d, faults %d%n", run, runs,
          jvm ? "JVM" : "postmaster", platform.secondsToReady(), acknowledged.yes().size(), faults.size());
    }
    try (var platform = Platform.start(data)) {
      readySeconds.add(platform.secondsToReady());
      var last = new Workload(platform, acknowledged, folder, runs + 1);
      faults.addAll(last.compare());
      last.repeatUnanswered();
      faults.addAll(last.compare());
      acknowledged.unanswered().forEach(what -> faults.add("sent again and still without an answer: «" + what + "»"));
    }
    report(acknowledged, readySeconds.subList(1, readySeconds.size()), faults, folder);
    return faults.isEmpty() ? 0 : 1;
  }

  private void report(Acknowledged acknowledged, List<Double> ready, List<String> faults, Path folder) {
    var sorted = ready.stream().sorted().toList();
    var result = new LinkedHashMap<String, Object>();
    result.put("drill", "kill");
    result.put("runs", runs);
    result.put("seed", seed);
    result.put("acknowledgedReports", acknowledged.count(Workload.REPORT));
    result.put("acknowledgedEstates", acknowledged.count(Workload.ESTATE));
    result.put("sentAgain", acknowledged.repeated());
    result.put("lostOrDoubled", faults.size());
    result.put("readyMedianSeconds", sorted.get(sorted.size() / 2));
    result.put("readyMaxSeconds", sorted.getLast());
    faults.stream().limit(20).forEach(System.err::println);
    System.err.println("记录 / log: " + folder.resolve("platform.log"));
    result.forEach((name, value) -> System.out.printf("%-20s %s%n", name, value));
    System.out.println(Person.JSON.writeValueAsString(result));
  }
}
