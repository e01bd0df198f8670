package org.xingfuli.drills;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A platform that is started where it was, and killed at a random moment, its JVM and its database's postmaster in turn. */
final class Kills {

  private static final int LEAST_MILLIS = 500;
  private static final int MOST_MILLIS = 4000;

  /** What goes on while the platform lives. */
  interface Work {

    /** The platform is ready, for the run of this number. */
    void begin(Platform platform, int run) throws Exception;

    /** It was killed. */
    void end() throws Exception;

    /** One line on how things stand. */
    String told();
  }

  private final Path data;
  private final int runs;
  private final Random random;
  private final List<Double> ready = new ArrayList<>();
  private @Nullable Platform platform;

  Kills(Path data, int runs, long seed) {
    this.data = data;
    this.runs = runs;
    this.random = new Random(seed);
  }

  /** All the kills, one after the other. */
  void each(Work work) throws Exception {
    for (int run = 1; run <= runs; run++) {
      var living = start();
      work.begin(living, run);
      Thread.sleep(LEAST_MILLIS + random.nextInt(MOST_MILLIS - LEAST_MILLIS));
      var jvm = run % 2 == 1;
      if (jvm) {
        living.killJvm();
      } else {
        living.killPostmasterThenJvm();
      }
      work.end();
      System.err.printf("%d/%d %s, ready in %.1f s, %s%n", run, runs, jvm ? "JVM" : "postmaster", living.secondsToReady(), work.told());
    }
  }

  /** The platform after the kill of before, at the address it had. */
  Platform start() throws IOException, InterruptedException {
    var before = platform;
    var living = before == null ? Platform.start(data) : Platform.relaunch(before, Map.of()).untilReady();
    ready.add(living.secondsToReady());
    platform = living;
    return living;
  }

  /** How soon it was ready again; the first start, which makes the demo, does not count. */
  void put(Map<String, Object> result) {
    var sorted = ready.stream().skip(1).sorted().toList();
    result.put("readyMedianSeconds", sorted.get(sorted.size() / 2));
    result.put("readyMaxSeconds", sorted.getLast());
  }
}
