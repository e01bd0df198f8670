package org.xingfuli.drills;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The commands {@code backup} and {@code restore} of this checkout, run as an operator runs them. */
final class Tool {

  private static final int LIMIT_MINUTES = 15;

  private Tool() {}

  /** How a command ended. */
  record Outcome(int exit, String out, String err, double seconds) {

    /** What both commands say of the same data: rows of every table, evidence, audit head. */
    List<String> facts() {
      return out.lines().filter(line -> line.startsWith("table ") || line.startsWith("evidence ")
          || line.startsWith("audit-head ")).toList();
    }

    long number(String line, int word) {
      return out.lines().filter(l -> l.startsWith(line)).map(l -> Long.parseLong(l.split(" ")[word])).findFirst().orElse(-1L);
    }
  }

  static Outcome run(String act, Path file, Path data) throws IOException, InterruptedException {
    return run(List.of(Platform.java(), "-XX:+UseParallelGC", "-XX:MaxRAMPercentage=20", "-Dfile.encoding=UTF-8",
        "--enable-native-access=ALL-UNNAMED", "-Dlogback.configurationFile=logback-tool.xml", "-cp",
        Platform.libraries(Platform.home()), "org.xingfuli.backup.BackupTool", act, file.toString(), data.toString()));
  }

  static Outcome run(List<String> command) throws IOException, InterruptedException {
    var out = Files.createTempFile("xingfuli-drill-", ".out");
    var err = Files.createTempFile("xingfuli-drill-", ".err");
    try {
      var begun = System.nanoTime();
      var process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("no end within " + LIMIT_MINUTES + " minutes: " + command);
      }
      return new Outcome(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8), (System.nanoTime() - begun) / 1e9);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Runs it and insists that it succeeds. */
  static void must(String... command) throws IOException, InterruptedException {
    var outcome = run(new ArrayList<>(List.of(command)));
    if (outcome.exit() != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + outcome.exit() + ": " + outcome.err() + outcome.out());
    }
  }
}
