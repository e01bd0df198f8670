package org.xingfuli.drills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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
    return launch(home(), data, Map.of(), options).untilReady();
  }

  /** The checkout this drill was started from. */
  static Path home() {
    return Path.of(System.getProperty("xingfuli.home", ".")).toAbsolutePath().normalize();
  }

  /** Starts the platform of any checkout; it is not ready yet. */
  static Starting launch(Path home, Path data, Map<String, String> environment, String... options) throws IOException {
    try (var socket = new ServerSocket(0)) {
      return launch(home, data, socket.getLocalPort(), environment, options);
    }
  }

  /** Starts a killed one again where it was. */
  static Starting relaunch(Platform killed, Map<String, String> environment, String... options) throws IOException {
    return launch(home(), killed.data, killed.address.getPort(), environment, options);
  }

  private static Starting launch(Path home, Path data, int port, Map<String, String> environment, String... options)
      throws IOException {
    Files.createDirectories(data);
    var begun = System.nanoTime();
    var command = Stream.concat(
        Stream.of(java(), "-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED", "-XX:MaxRAMPercentage=20", "-cp",
            libraries(home) + inside(options),
            "org.xingfuli.XingfuliApplication", "--xingfuli.web=" + home.resolve("web/dist"), "--server.port=" + port,
            "--xingfuli.data=" + data),
        Stream.of(options)).toList();
    var builder = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(log(data).toFile()));
    builder.environment().putAll(environment);
    var process = builder.start();
    // A drill that is interrupted takes its platform with it, and that takes its database.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new Starting(process, data, URI.create("http://localhost:" + port), begun);
  }

  /** What a drill puts inside a node of this checkout, only where it is asked for. */
  private static String inside(String... options) {
    return Stream.of(options).anyMatch(option -> option.startsWith("--xingfuli.drill."))
        ? ":" + home().resolve("drills/target/drills.jar") : "";
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The class path of a checkout's platform. */
  static String libraries(Path home) {
    return home.resolve("platform/target/platform.jar") + ":" + home.resolve("platform/target/lib") + "/*";
  }

  static Path log(Path data) {
    return data.resolveSibling("platform.log");
  }

  /** A platform that was started and has not said yet that it is ready. */
  record Starting(Process process, Path data, URI address, long begun) {

    Platform untilReady() throws IOException, InterruptedException {
      var ready = CompletableFuture.supplyAsync(() -> firstLine(process));
      try {
        var line = ready.get(START_LIMIT_SECONDS, TimeUnit.SECONDS);
        if (!line.startsWith("ready ")) {
          process.destroy();
          throw new IOException("the platform said «" + line + "» instead of ready; see " + log(data));
        }
      } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
        process.destroyForcibly();
        throw new IOException("the platform was not ready within " + START_LIMIT_SECONDS + " s", e);
      }
      return new Platform(process, data, address, (System.nanoTime() - begun) / 1e9);
    }
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

  /** Processor seconds that the platform and its database have taken so far, as far as their processes still live. */
  CpuSeconds cpu() throws IOException {
    var database = ProcessHandle.of(postmasterPid()).stream()
        .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()));
    return new CpuSeconds(seconds(process.toHandle()), database.mapToDouble(Platform::seconds).sum(), seconds(ProcessHandle.current()));
  }

  private static double seconds(ProcessHandle process) {
    return process.info().totalCpuDuration().map(taken -> taken.toNanos() / 1e9).orElse(0.0);
  }

  /** What each of three took of the processors. */
  record CpuSeconds(double platform, double database, double drill) {

    CpuSeconds since(CpuSeconds before) {
      return new CpuSeconds(platform - before.platform, database - before.database, drill - before.drill);
    }

    /** Milliseconds of one of so many acts. */
    Map<String, Double> millisEach(int acts) {
      return Map.of("platform", each(platform, acts), "database", each(database, acts), "client", each(drill, acts));
    }

    private static double each(double seconds, int acts) {
      return Math.round(1e6 * seconds / Math.max(1, acts)) / 1e3;
    }
  }

  private long postmasterPid() throws IOException {
    return Long.parseLong(postmaster().getFirst().strip());
  }

  /** What its own database server wrote down about itself. */
  private List<String> postmaster() throws IOException {
    try (var files = Files.walk(data, 4)) {
      var file = files.filter(f -> f.getFileName().toString().equals("postmaster.pid")).findFirst()
          .orElseThrow(() -> new IOException("no postmaster.pid below " + data));
      return Files.readAllLines(file);
    }
  }

  /** The drill's own look into its database, as the superuser; it changes nothing that belongs to the platform. */
  Connection database() throws IOException, SQLException {
    return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + postmaster().get(3).strip() + "/xingfuli", "xingfuli",
        Files.readString(data.resolve("secrets/postgres")).strip());
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
