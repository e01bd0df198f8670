package org.xingfuli.drills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xingfuli.drills.events.CrashPoints;
import org.xingfuli.drills.events.CrashPoints.Caught;
import org.xingfuli.drills.events.Place;

/** One database and the lives on it, one after the other, each until it dies; then one that only finishes; then the count. */
final class EventsRun {

  static final String DEFAULTS = "defaults";
  static final String CARELESS = "careless";

  private static final String CHILD = "org.xingfuli.drills.events.Life";

  /** From the restart to the last effect. */
  private static final int PATIENCE_SECONDS = 60;

  /** A life that is not ready, or, ready, has not come to its place until then is killed where it stands. */
  private static final int LONGEST_START_SECONDS = 60;
  private static final int LONGEST_LIFE_SECONDS = 8;

  private static final String OPEN = "from database.event_publication p where p.completion_date is null and p.event_type like '%Acted'";
  private static final String ITS_ACT = "cast(cast(p.serialized_event as jsonb) ->> 'eventId' as uuid)";

  private final String fault;
  private final int runs;
  private final Random random;
  private final Path folder;
  private final CrashPoints points = new CrashPoints();
  private final List<String> faults = new ArrayList<>();
  private final List<Double> ready = new ArrayList<>();
  private final Map<String, Object> figures = new LinkedHashMap<>();

  EventsRun(Path folder, String fault, int runs, long seed) throws IOException, SQLException, InterruptedException {
    this.folder = folder;
    this.fault = fault;
    this.runs = runs;
    this.random = new Random(seed);
    Files.createDirectories(folder);
    try (var database = SharedDatabase.start(folder.resolve("database")); var look = database.connect()) {
      prepare(database, look);
      for (int life = 1; life <= runs; life++) {
        live(database, look, life);
        if (life % 20 == 0 || life == runs) {
          System.err.printf("%d/%d 次死亡 deaths, %d 个行为被截在途中 acts caught, faults %d%n", life, runs,
              points.withoutEffect() + points.withEffect(), faults.size());
        }
      }
      finish(database, look);
    }
  }

  List<String> faults() {
    return faults;
  }

  Map<String, Object> figures() {
    return figures;
  }

  /** The first life makes the schemas and, once it has ended in peace, leaves what lets the next ones start sooner. */
  private void prepare(SharedDatabase database, Connection look) throws IOException, SQLException, InterruptedException {
    SharedDatabase.execute(look, """
        create schema drill;
        create table drill.act (id uuid primary key, life int not null, at timestamptz not null default clock_timestamp());
        create table drill.effect (act uuid not null, at timestamptz not null default clock_timestamp());
        create index on drill.effect (act)""");
    var first = start(database, 0, Place.ANYWHERE, 0, false, "-XX:AOTCacheOutput=" + cache());
    var ready = first.until("ready ");
    first.end();
    if (ready == null) {
      throw new IOException("the first life did not begin; see " + folder.resolveSibling("lives.log"));
    }
    SharedDatabase.execute(look, """
        grant usage on schema drill to xingfuli_application;
        grant select, insert on all tables in schema drill to xingfuli_application""");
  }

  private Path cache() {
    return folder.resolve("life.aot");
  }

  private void live(SharedDatabase database, Connection look, int life) throws IOException, SQLException, InterruptedException {
    var place = Place.values()[random.nextInt(Place.values().length)];
    var begun = System.nanoTime();
    try (var child = start(database, life, place, place.passage(random), true, "-XX:AOTCache=" + cache())) {
      // Anywhere is also on the way to being ready, where the work of the dead is taken up.
      var share = random.nextDouble();
      child.killIn(place == Place.ANYWHERE ? 1.5 * share * usualStart() : LONGEST_START_SECONDS);
      var node = child.until("ready ");
      if (node != null) {
        ready.add((System.nanoTime() - begun) / 1e9);
        child.killIn(LONGEST_LIFE_SECONDS);
      }
      var died = node == null ? null : child.until("died ");
      child.process.waitFor();
      untilItsConnectionsAreGone(look);
      var here = died == null ? Place.ANYWHERE : Place.valueOf(died.split(" ")[0]);
      points.died(here, node == null ? Caught.NOTHING : caught(look, node));
      if (died != null) {
        check(look, here, UUID.fromString(died.split(" ")[1]));
      }
    }
  }

  private double usualStart() {
    return ready.stream().sorted().skip(ready.size() / 2).findFirst().orElse(2.0);
  }

  /** What a dying process sent may still be committed by the server for a moment. */
  private static void untilItsConnectionsAreGone(Connection look) throws SQLException, InterruptedException {
    while (SharedDatabase.number(look, "select count(*) from pg_stat_activity where usename = 'xingfuli_application'") > 0) {
      Thread.sleep(5);
    }
  }

  private static Caught caught(Connection look, String node) throws SQLException {
    try (var question = look.prepareStatement("""
        select count(*) filter (where not done), count(*) filter (where done)
        from (select exists (select from drill.effect e where e.act = %s) as done %s and p.node = ?) o""".formatted(ITS_ACT, OPEN))) {
      question.setString(1, node);
      try (var row = question.executeQuery()) {
        row.next();
        return new Caught(row.getInt(1), row.getInt(2));
      }
    }
  }

  /** The act at which the process halted stands as the place says; a drill that did not die where it thinks proves nothing. */
  private void check(Connection look, Place place, UUID act) throws SQLException {
    var stored = SharedDatabase.number(look, "select count(*) from drill.act where id = '%s'".formatted(act)) == 1;
    var effects = (int) SharedDatabase.number(look, "select count(*) from drill.effect where act = '%s'".formatted(act));
    var open = SharedDatabase.number(look, "select count(*) %s and %s = '%s'".formatted(OPEN, ITS_ACT, act)) > 0;
    if (!place.holds(stored, effects, open)) {
      faults.add("died at %s with the act %s, and it is %s with %d effects and its publication %s".formatted(place, act,
          stored ? "stored" : "not stored", effects, open ? "open" : "not open"));
    }
  }

  private void finish(SharedDatabase database, Connection look) throws IOException, SQLException, InterruptedException {
    var left = SharedDatabase.number(look, "select count(*) " + OPEN);
    double seconds;
    try (var last = start(database, runs + 1, Place.ANYWHERE, 0, false, "-XX:AOTCache=" + cache())) {
      last.until("ready ");
      var begun = System.nanoTime();
      do {
        Thread.sleep(100);
        seconds = (System.nanoTime() - begun) / 1e9;
      } while (seconds < PATIENCE_SECONDS && SharedDatabase.number(look, "select count(*) " + OPEN) > 0);
      last.end();
    }
    count(look, left, seconds);
  }

  private void count(Connection look, long left, double seconds) throws SQLException {
    var lost = SharedDatabase.number(look, "select count(*) from drill.act a where not exists (select from drill.effect e where e.act = a.id)");
    var doubled = SharedDatabase.number(look, "select count(*) from (select from drill.effect group by act having count(*) > 1) e");
    var unfounded = SharedDatabase.number(look, "select count(*) from drill.effect e where not exists (select from drill.act a where a.id = e.act)");
    var open = SharedDatabase.number(look, "select count(*) " + OPEN);
    blame(lost, "acts are without their effect %d s after the last restart".formatted(PATIENCE_SECONDS));
    blame(doubled, "acts have their effect more than once");
    blame(unfounded, "effects are of acts that never were");
    blame(open, "publications are not complete");
    figures.put("deaths", points.deaths());
    figures.put("deathsByPlace", points.byPlace());
    figures.put("deathsThatCaughtAnAct", points.deathsThatCaught());
    figures.put("actsCaughtBeforeTheirEffect", points.withoutEffect());
    figures.put("actsCaughtBeforeCompletion", points.withEffect());
    figures.put("acts", SharedDatabase.number(look, "select count(*) from drill.act"));
    figures.put("effects", SharedDatabase.number(look, "select count(*) from drill.effect"));
    figures.put("effectsLost", lost);
    figures.put("effectsDoubled", doubled);
    figures.put("effectsUnfounded", unfounded);
    figures.put("openAtTheLastRestart", left);
    figures.put("lastRestartToQuietSeconds", Math.round(seconds * 10) / 10.0);
    figures.put("actToEffectWorstSeconds", Double.parseDouble(SharedDatabase.text(look, """
        select coalesce(max(extract(epoch from e.at - a.at)), 0)::numeric(9, 1)::text
        from drill.effect e join drill.act a on a.id = e.act""")));
    figures.put("readyMedianSeconds", Math.round(usualStart() * 100) / 100.0);
    figures.put("faults", faults.size());
  }

  private void blame(long number, String what) {
    if (number > 0) {
      faults.add(number + " " + what);
    }
  }

  private Child start(SharedDatabase database, int life, Place place, int passage, boolean acts, String cache) throws IOException {
    var command = new ArrayList<>(List.of(Platform.java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", cache,
        "-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED", "-cp",
        Platform.home().resolve("drills/target/drills.jar") + ":" + Platform.libraries(Platform.home()), CHILD,
        "--xingfuli.data=" + folder.resolve("data"), "--xingfuli.drill.life=" + life, "--xingfuli.drill.place=" + place,
        "--xingfuli.drill.passage=" + passage, "--xingfuli.drill.acts=" + acts, "--xingfuli.drill.events=" + fault));
    if (fault.equals(DEFAULTS)) {
      command.addAll(List.of("--db-scheduler.enabled=false", "--spring.modulith.events.staleness.published=0s",
          "--spring.modulith.events.staleness.processing=0s", "--spring.modulith.events.staleness.resubmitted=0s"));
    }
    var builder = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolveSibling("lives.log").toFile()));
    builder.environment().putAll(database.environment());
    return new Child(builder.start());
  }

  /** One living process, and what it says. */
  private static final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    Child(Process process) {
      this.process = process;
      this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The rest of the line that begins like this, or null when the process died before it said so. */
    @Nullable String until(String begin) throws IOException {
      try {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
          if (line.startsWith(begin)) {
            return line.substring(begin.length());
          }
        }
      } catch (IOException e) {
        if (process.isAlive()) {
          throw e;
        }
        // Killed while it was read from: its pipe was closed under the reader.
      }
      return null;
    }

    /** kill -9 after so many seconds, unless it is dead by then. */
    void killIn(double seconds) {
      Thread.ofVirtual().start(() -> {
        try {
          if (!process.waitFor((long) (1e9 * seconds), TimeUnit.NANOSECONDS)) {
            process.destroyForcibly();
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
    }

    void end() throws IOException, InterruptedException {
      process.getOutputStream().close();
      process.waitFor(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
