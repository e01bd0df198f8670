package org.xingfuli.drills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One platform process that this drill started, with its database below the data folder; ended only by process id. */
public final class Platform implements AutoCloseable {

  private static final int START_LIMIT_SECONDS = 240;

  private final Process process;
  private final Path data;
  private final URI address;
  private final double secondsToReady;

  private Platform(Process process, Path data, URI address, double secondsToReady) {
    this.process = process;
    this.data = data;
    this.address = address;
    this.secondsToReady = secondsToReady;
  }

  /** Starts the platform of this checkout on a free port and waits until it says it is ready. */
  public static Platform start(Path data, String... options) throws IOException, InterruptedException {
    var home = Path.of(System.getProperty("xingfuli.home", "."));
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Files.createDirectories(data);
    var begun = System.nanoTime();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = Stream.concat(
        Stream.of(java, "-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED", "-XX:MaxRAMPercentage=30", "-cp",
            home.resolve("platform/target/platform.jar") + ":" + home.resolve("platform/target/lib") + "/*",
            "org.xingfuli.XingfuliApplication", "--xingfuli.web=" + home.resolve("web/dist"), "--server.port=" + port,
            "--xingfuli.data=" + data),
        Stream.of(options)).toList();
    var process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(data.resolveSibling("platform.log").toFile()))
        .start();
    var ready = CompletableFuture.supplyAsync(() -> firstLine(process));
    try {
      var line = ready.get(START_LIMIT_SECONDS, TimeUnit.SECONDS);
      if (!line.startsWith("ready ")) {
        throw new IOException("the platform said «" + line + "» instead of ready; see " + data.resolveSibling("platform.log"));
      }
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      process.destroyForcibly();
      throw new IOException("the platform was not ready within " + START_LIMIT_SECONDS + " s", e);
    }
    return new Platform(process, data, URI.create("http://localhost:" + port), (System.nanoTime() - begun) / 1e9);
  }

  private static String firstLine(Process process) {
    try {
      var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      var line = out.readLine();
      return line == null ? "nothing" : line;
    } catch (IOException e) {
      return e.toString();
    }
  }

  public URI address() {
    return address;
  }

  public double secondsToReady() {
    return secondsToReady;
  }

  public Path data() {
    return data;
  }

  /** What a power cut does to the JVM: no shutdown hook, no farewell; its database lives on as an orphan. */
  void killJvm() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }

  /** Kills the database's first process, then the JVM that has lost it. */
  void killPostmasterThenJvm() throws IOException, InterruptedException {
    var postmaster = ProcessHandle.of(postmasterPid()).orElseThrow(() -> new IOException("no postmaster is running"));
    postmaster.destroyForcibly();
    Thread.sleep(300);
    killJvm();
  }

  private long postmasterPid() throws IOException {
    try (var files = Files.walk(data, 4)) {
      var file = files.filter(f -> f.getFileName().toString().equals("postmaster.pid")).findFirst()
          .orElseThrow(() -> new IOException("no postmaster.pid below " + data));
      List<String> lines = Files.readAllLines(file);
      return Long.parseLong(lines.getFirst().strip());
    }
  }

  /** Ends the platform as an operator would, its database with it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
