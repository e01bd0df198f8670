package org.xingfuli.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Two nodes on one PostgreSQL under load; one after the other is killed with kill -9 and started again. Nothing that was
 * acknowledged is lost or doubled, no timer fires twice or never, no event is lost, sessions and streams go on at the other
 * node.
 */
@Command(name = "nodes", mixinStandardHelpOptions = true,
    description = "两个节点轮流 kill -9 / two nodes on one PostgreSQL, killed in turn under load")
final class NodesDrill implements Callable<Integer> {

  private static final int TIMERS_EACH = 40;
  private static final int TIMERS_OVER_SECONDS = 8;
  private static final int PATIENCE_SECONDS = 60;

  @Option(names = "--runs", defaultValue = "20", description = "kills, the two nodes in turn (default ${DEFAULT-VALUE})")
  int runs;

  @Option(names = "--seed", defaultValue = "20220420", description = "of the moments of the kills (default ${DEFAULT-VALUE})")
  long seed;

  @Option(names = "--fault", description = "plants a fault, and the drill must turn red: timers (a timer that does not note what it did)")
  String fault = "";

  private final List<String> faults = new ArrayList<>();
  private String since = "";

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("xingfuli-drill-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    System.err.println("演练数据在 / drill data in " + folder + ", seed " + seed);
    try (var database = SharedDatabase.start(folder.resolve("database")); var look = database.connect()) {
      var data = folder.resolve("data");
      var environment = database.environment();
      var option = "--xingfuli.drill.timers=" + (fault.equals("timers") ? "careless" : "careful");
      // Both at once on an empty database: the first start's work must be done once.
      var starting = new Platform.Starting[2];
      SharedDatabase.execute(look, """
          create schema drill;
          create table drill.due (timer uuid primary key, due timestamptz not null);
          create table drill.fired (timer uuid not null, node text, at timestamptz not null default clock_timestamp());
          create table drill.tick (node text, at timestamptz not null default clock_timestamp())""");
      for (int n = 0; n < 2; n++) {
        starting[n] = Platform.launch(Platform.home(), data, environment, option);
      }
      var nodes = new Platform[2];
      try {
        for (int n = 0; n < 2; n++) {
          nodes[n] = starting[n].untilReady();
        }
        System.err.printf("两个节点同时首次启动 / both nodes started at once: %.1f s and %.1f s%n", nodes[0].secondsToReady(),
            nodes[1].secondsToReady());
        SharedDatabase.execute(look, """
            grant usage on schema drill to xingfuli_application;
            grant select, insert on all tables in schema drill to xingfuli_application""");
        drill(look, nodes, environment, option, data, folder);
      } finally {
        for (var node : nodes) {
          if (node != null) {
            node.close();
          }
        }
        for (var process : starting) {
          if (process != null) {
            process.process().destroyForcibly();
          }
        }
      }
    }
    return faults.isEmpty() ? 0 : 1;
  }

  private void drill(Connection look, Platform[] nodes, Map<String, String> environment, String option, Path data,
      Path folder) throws Exception {
    var random = new Random(seed);
    if (SharedDatabase.number(look, "select count(*) from programme.programme") != 2) {
      faults.add("the demo district was loaded more than once, or not at all");
    }
    var load = new NodesLoad(data, folder, List.of(nodes[0].address(), nodes[1].address()));
    since = SharedDatabase.text(look, "select clock_timestamp()::text");
    load.start();
    var answers = new ArrayList<Double>();
    var timers = new ArrayList<Double>();
    var events = new ArrayList<Double>();
    var starts = new ArrayList<Double>();
    for (int run = 1; run <= runs; run++) {
      plantTimers(look, random);
      Thread.sleep(1000 + random.nextInt(3000));
      load.longestAnswerSeconds();
      var victim = run % 2;
      nodes[victim].killJvm();
      var killed = SharedDatabase.text(look, "select clock_timestamp()::text");
      var begun = System.nanoTime();
      var again = Platform.relaunch(nodes[victim], environment, option);
      timers.add(until(look, begun, "timers",
          "select count(*) from drill.due d where due < '%s' and not exists (select from drill.fired f where f.timer = d.timer)"
              .formatted(killed)));
      events.add(until(look, begun, "events",
          "select count(*) from database.event_publication where completion_date is null and publication_date < '%s'"
              .formatted(killed)));
      answers.add(load.longestAnswerSeconds());
      nodes[victim] = again.untilReady();
      starts.add(nodes[victim].secondsToReady());
      System.err.printf("%d/%d 节点 node %d: 答复 answer ≤ %.2f s, 定时 timers %.1f s, 事件 events %.1f s, 重启 restart %.1f s, 故障 faults %d%n",
          run, runs, victim + 1, answers.getLast(), timers.getLast(), events.getLast(), starts.getLast(), faults.size());
    }
    load.stop();
    var quiet = System.nanoTime();
    until(look, quiet, "timers", "select count(*) from drill.due d where not exists (select from drill.fired f where f.timer = d.timer)");
    until(look, quiet, "timers at work", "select count(*) from database.scheduled_tasks where task_name = 'drill.timer'");
    until(look, quiet, "events", "select count(*) from database.event_publication where completion_date is null");
    var lostOrDoubled = load.compare();
    faults.addAll(lostOrDoubled);
    countTimers(look);
    countEvents(look, load);
    faults.addAll(load.chart());
    faults.addAll(load.audit());
    report(look, load, lostOrDoubled, answers, timers, events, starts, folder);
  }

  /** So many timers, due over the next seconds, as a module would plan them. */
  private static void plantTimers(Connection look, Random random) throws SQLException {
    try (var insert = look.prepareStatement("""
        with planted as (insert into drill.due (timer, due)
          select gen_random_uuid(), clock_timestamp() + make_interval(secs => ? * n / ?) from generate_series(1, ?) n returning timer, due)
        insert into database.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        select 'drill.timer', timer::text, due, false, 1 from planted""")) {
      insert.setDouble(1, TIMERS_OVER_SECONDS * (0.5 + random.nextDouble() / 2));
      insert.setDouble(2, TIMERS_EACH);
      insert.setInt(3, TIMERS_EACH);
      insert.executeUpdate();
    }
  }

  /** Seconds until the question answers zero. */
  private double until(Connection look, long begun, String what, String question) throws SQLException, InterruptedException {
    for (;;) {
      var left = SharedDatabase.number(look, question);
      var seconds = (System.nanoTime() - begun) / 1e9;
      if (left == 0) {
        return seconds;
      }
      if (seconds > PATIENCE_SECONDS) {
        faults.add("%d %s were not taken over within %d s".formatted(left, what, PATIENCE_SECONDS));
        return seconds;
      }
      Thread.sleep(100);
    }
  }

  private void countTimers(Connection look) throws SQLException {
    var twice = SharedDatabase.number(look, "select count(*) from (select from drill.fired group by timer having count(*) > 1) f");
    var never = SharedDatabase.number(look,
        "select count(*) from drill.due d where not exists (select from drill.fired f where f.timer = d.timer)");
    if (twice > 0) {
      faults.add(twice + " timers fired twice");
    }
    if (never > 0) {
      faults.add(never + " timers never fired");
    }
  }

  private void countEvents(Connection look, NodesLoad load) throws SQLException {
    var done = SharedDatabase.number(look, """
        select count(*) from database.event_publication p where event_type like '%ProgressReported'
          and listener_id like '%ForecastListener%' and completion_date is not null
          and p.publication_date > '""" + since + "'");
    if (done < load.acknowledgedReports()) {
      faults.add("%d reports were acknowledged, and %d were ever heard of".formatted(load.acknowledgedReports(), done));
    }
  }

  private void report(Connection look, NodesLoad load, List<String> lostOrDoubled, List<Double> answers, List<Double> timers,
      List<Double> events, List<Double> starts, Path folder) throws SQLException, IOException {
    var result = new LinkedHashMap<String, Object>();
    result.put("drill", "nodes");
    result.put("runs", runs);
    result.put("seed", seed);
    result.put("acknowledgedReports", load.acknowledgedReports());
    result.put("acknowledgedEstates", load.acknowledgedEstates());
    result.put("acknowledgedCorrections", load.acknowledgedCorrections());
    result.put("lostOrDoubled", lostOrDoubled.size());
    result.put("timers", SharedDatabase.number(look, "select count(*) from drill.due"));
    result.put("timersTwice",
        SharedDatabase.number(look, "select count(*) from (select from drill.fired group by timer having count(*) > 1) f"));
    result.put("timersNever", SharedDatabase.number(look,
        "select count(*) from drill.due d where not exists (select from drill.fired f where f.timer = d.timer)"));
    result.put("timerWorstDelaySeconds", Double.parseDouble(SharedDatabase.text(look,
        "select coalesce(max(extract(epoch from f.at - d.due)), 0)::numeric(9, 1)::text from drill.fired f join drill.due d using (timer)")));
    result.put("tickLongestGapSeconds", Double.parseDouble(SharedDatabase.text(look, """
        select coalesce(max(extract(epoch from at - before)), 0)::numeric(9, 1)::text
        from (select at, lag(at) over (order by at) as before from drill.tick) t""")));
    result.put("eventsUnfinished",
        SharedDatabase.number(look, "select count(*) from database.event_publication where completion_date is null"));
    result.put("streamsReconnected", load.reconnected());
    result.put("streamLongestGapSeconds", rounded(load.longestStreamGapSeconds()));
    put(result, "answer", answers);
    put(result, "timerTakeOver", timers);
    put(result, "eventTakeOver", events);
    put(result, "restart", starts);
    result.put("faults", faults.size());
    faults.stream().limit(20).forEach(System.err::println);
    System.err.println("记录 / log: " + Platform.log(folder.resolve("data")));
    result.forEach((name, value) -> System.out.printf("%-26s %s%n", name, value));
    System.out.println(Person.JSON.writeValueAsString(result));
  }

  private static void put(LinkedHashMap<String, Object> result, String name, List<Double> seconds) {
    var sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length > 0) {
      result.put(name + "MedianSeconds", rounded(sorted[sorted.length / 2]));
      result.put(name + "WorstSeconds", rounded(Arrays.stream(sorted).max().orElse(0)));
    }
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 100) / 100.0;
  }
}
