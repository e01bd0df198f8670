package org.xingfuli.drills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How fresh the battle chart is: from a progress report's answer to the event at an open chart, and to the seal of the act;
 * and how long the chart takes to read (R19 of the assurance plan).
 */
@Command(name = "live", mixinStandardHelpOptions = true,
    description = "进度报告多久到达开着的作战图 / how long a report takes to reach an open battle chart")
final class LiveDrill implements Callable<Integer> {

  private static final double WANTED_LIVE_SECONDS = 2;
  private static final double WANTED_SEAL_SECONDS = 1;
  private static final int PATIENCE_SECONDS = 30;

  @Option(names = "--runs", defaultValue = "50", description = "reports, one after the other (default ${DEFAULT-VALUE})")
  int runs;

  @Option(names = "--seed", defaultValue = "20220420", description = "of the activities reported on (default ${DEFAULT-VALUE})")
  long seed;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private long version;
  private long heardAt;

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("xingfuli-drill-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    var random = new Random(seed);
    try (var platform = Platform.start(folder.resolve("data"))) {
      var planner = Person.signIn(platform, "PLANNER");
      var auditor = Person.signIn(platform, "AUDITOR");
      var watcher = Person.signIn(platform, "COMMANDER");
      var activities = Workload.activities(planner);
      version = watcher.json("/api/battle-chart").path("version").asLong();
      var stream = watcher.open("/api/events");
      var reader = Thread.ofVirtual().start(() -> read(stream));
      var live = new ArrayList<Double>();
      var seal = new ArrayList<Double>();
      var chart = new ArrayList<Double>();
      for (int run = 0; run < runs; run++) {
        var seen = seen();
        var sealed = auditor.json("/api/audit/head").required("seq").asLong();
        var activity = activities.get(random.nextInt(activities.size()));
        var answer = planner.post("/api/activities/" + activity + "/progress-reports",
            Map.of("percent", 99, "daysLost", 0, "note", "live " + run), UUID.randomUUID());
        if (answer.statusCode() / 100 != 2) {
          throw new IOException("a report was refused: " + answer.body());
        }
        var answered = System.nanoTime();
        seal.add(untilSealed(auditor, sealed, answered));
        live.add(untilSeen(seen, answered));
        var asked = System.nanoTime();
        watcher.json("/api/battle-chart");
        chart.add((System.nanoTime() - asked) / 1e9);
      }
      reader.interrupt();
      return report(live, seal, chart);
    }
  }

  private int report(List<Double> live, List<Double> seal, List<Double> chart) {
    var result = new LinkedHashMap<String, Object>();
    result.put("drill", "live");
    result.put("runs", runs);
    result.put("seed", seed);
    put(result, "live", live);
    put(result, "seal", seal);
    put(result, "chart", chart);
    result.forEach((name, value) -> System.out.printf("%-20s %s%n", name, value));
    System.out.println(Person.JSON.writeValueAsString(result));
    boolean held = worst(live) <= WANTED_LIVE_SECONDS && worst(seal) <= WANTED_SEAL_SECONDS;
    return held ? 0 : 1;
  }

  private static void put(Map<String, Object> result, String name, List<Double> seconds) {
    var sorted = seconds.stream().sorted().toList();
    result.put(name + "MedianSeconds", sorted.get(sorted.size() / 2));
    result.put(name + "WorstSeconds", sorted.getLast());
  }

  private static double worst(List<Double> seconds) {
    return seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /** Asking costs a few milliseconds itself, so the figure is an upper bound. */
  private static double untilSealed(Person auditor, long before, long since) throws IOException, InterruptedException {
    while (auditor.json("/api/audit/head").required("seq").asLong() <= before) {
      if (System.nanoTime() - since > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        throw new IOException("an act waits for its seal for more than " + PATIENCE_SECONDS + " s");
      }
      Thread.sleep(5);
    }
    return (System.nanoTime() - since) / 1e9;
  }

  private long seen() {
    lock.lock();
    try {
      return version;
    } finally {
      lock.unlock();
    }
  }

  private double untilSeen(long before, long since) throws IOException, InterruptedException {
    lock.lock();
    try {
      var left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (version <= before) {
        left = news.awaitNanos(left);
        if (left <= 0) {
          throw new IOException("the open chart heard nothing for " + PATIENCE_SECONDS + " s");
        }
      }
      return (Math.max(heardAt, since) - since) / 1e9;
    } finally {
      lock.unlock();
    }
  }

  private void read(InputStream stream) {
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data:") && line.contains("\"version\"")) {
          heard(Person.JSON.readTree(line.substring(5)).path("version").asLong());
        }
      }
    } catch (IOException ended) {
      // the drill is over, or the wait above says so
    }
  }

  private void heard(long now) {
    lock.lock();
    try {
      version = now;
      heardAt = System.nanoTime();
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
