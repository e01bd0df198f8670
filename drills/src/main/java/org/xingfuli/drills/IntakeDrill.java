package org.xingfuli.drills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xingfuli.drills.IntakeLedger.Stored;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Appeals are registered from a process of its own while the JVM and the database's postmaster are killed in turn; at the end the
 * acknowledged set is compared with the stored one (R1 and R2 of the assurance plan, for the intake).
 */
@Command(name = "intake", mixinStandardHelpOptions = true,
    description = "受理诉求时 kill -9：已答复的一件不丢、一件不重 / appeals under kill -9: none acknowledged is lost, none stands twice")
final class IntakeDrill implements Callable<Integer> {

  private static final Set<String> FAULTS = Set.of("", "keys", "disk");
  private static final int PATIENCE_MINUTES = 5;

  @Option(names = "--runs", defaultValue = "100", description = "kills, JVM and postmaster in turn (default ${DEFAULT-VALUE})")
  int runs;

  @Option(names = "--seed", defaultValue = "20220420", description = "of the moments of the kills (default ${DEFAULT-VALUE})")
  long seed;

  @Option(names = "--fault", defaultValue = "", description = "plants a fault, and the drill must turn red: keys (what got no answer is sent "
      + "again under another key) or disk (the database answers before the disk has)")
  String fault = "";

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (!FAULTS.contains(fault)) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--fault %s 不是 keys 或 disk / is neither keys nor disk".formatted(fault));
    }
    var folder = Files.createTempDirectory("xingfuli-drill-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    System.err.println("演练数据在 / drill data in " + folder + ", seed " + seed);
    var kills = new Kills(folder.resolve("data"), runs, seed);
    var senders = new Senders(folder, folder.resolve("ledger"));
    kills.each(senders);
    try (var platform = kills.start()) {
      senders.stop();
      var ledger = IntakeLedger.of(Files.readAllLines(senders.ledger));
      var stored = stored(platform);
      return report(ledger, ledger.compare(stored), stored.size(), kills, folder);
    }
  }

  /** The process that sends, from the first start on and through all kills. */
  private final class Senders implements Kills.Work {
    private final Path folder;
    private final Path ledger;
    private @Nullable Process process;

    Senders(Path folder, Path ledger) {
      this.folder = folder;
      this.ledger = ledger;
    }

    @Override
    public void begin(Platform platform, int run) throws IOException, SQLException {
      if (process != null) {
        return;
      }
      if (fault.equals("disk")) {
        try (var database = platform.database()) {
          SharedDatabase.execute(database, "alter role xingfuli_application set synchronous_commit = off");
          // Who is connected already goes by what it was told when it came.
          SharedDatabase.execute(database, "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'xingfuli_application'");
        }
      }
      var sending = new ProcessBuilder(Platform.java(), "-Dfile.encoding=UTF-8", "-XX:MaxRAMPercentage=10", "-cp",
          System.getProperty("java.class.path"), "org.xingfuli.drills.IntakeLoad", platform.data().toString(),
          platform.address().toString(), ledger.toString(), Long.toString(seed), Boolean.toString(fault.equals("keys")))
          .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("load.log").toFile())).start();
      process = sending;
      Runtime.getRuntime().addShutdownHook(new Thread(sending::destroy));
      if (new BufferedReader(new InputStreamReader(sending.getInputStream(), StandardCharsets.UTF_8)).readLine() == null) {
        throw new IOException("the process that sends did not begin; see " + folder.resolve("load.log"));
      }
    }

    @Override
    public void end() {
      // Its senders try until they are answered again.
    }

    @Override
    public String told() {
      try (var lines = Files.lines(ledger)) {
        return "%d answers".formatted(lines.filter(line -> line.startsWith("ack ")).count());
      } catch (IOException e) {
        return e.toString();
      }
    }

    void stop() throws IOException, InterruptedException {
      var sending = process;
      if (sending == null) {
        return;
      }
      sending.getOutputStream().close();
      if (!sending.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        sending.destroyForcibly();
        throw new IOException("the process that sends did not end within " + PATIENCE_MINUTES + " minutes");
      }
    }
  }

  /** Every appeal there is, as the clerk reads them. */
  private static List<Stored> stored(Platform platform) throws IOException, InterruptedException {
    var clerk = Person.signIn(platform, "APPEAL_CLERK");
    var all = new ArrayList<Stored>();
    var cursor = "";
    do {
      var page = clerk.json("/api/appeals?order=LATEST&limit=200" + cursor);
      page.path("items").forEach(row -> all.add(new Stored(row.path("number").asString(), row.path("title").asString())));
      cursor = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
    } while (!cursor.isEmpty());
    return all;
  }

  private int report(IntakeLedger ledger, List<String> faults, int stored, Kills kills, Path folder) {
    var result = new LinkedHashMap<String, Object>();
    result.put("drill", "intake");
    result.put("runs", runs);
    result.put("seed", seed);
    if (!fault.isEmpty()) {
      result.put("fault", fault);
    }
    result.put("sent", ledger.sent());
    result.put("acknowledged", ledger.acknowledged());
    result.put("answeredAgainWithTheSameNumber", ledger.answeredAgain());
    result.put("unanswered", ledger.unanswered());
    result.put("storedWithTheDemosOwn", stored);
    result.put("lostOrDoubled", faults.size());
    kills.put(result);
    faults.stream().limit(20).forEach(System.err::println);
    System.err.println("记录 / log: " + folder.resolve("platform.log"));
    result.forEach((name, value) -> System.out.printf("%-32s %s%n", name, value));
    System.out.println(Person.JSON.writeValueAsString(result));
    return faults.isEmpty() && ledger.unanswered() == 0 ? 0 : 1;
  }
}
