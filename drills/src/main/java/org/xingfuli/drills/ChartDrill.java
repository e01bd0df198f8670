package org.xingfuli.drills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * How live the battle chart of a whole district stays under load: reports come in at a fixed rate, whether the platform
 * keeps up or not; each is timed from its answer to the moment an open chart is told of a chart that contains it, and to the
 * moment that chart has been read. A chart says itself until when it has seen reports; a report counts as contained only
 * when it was answered before that moment, so the figures are upper bounds.
 */
@Command(name = "chart", mixinStandardHelpOptions = true,
    description = "四百个项目的作战图在每秒五十条报告下有多实时 / how live the chart of 400 projects stays at 50 reports a second")
final class ChartDrill implements Callable<Integer> {

  private static final double WANTED_P99_SECONDS = 2;
  private static final int SESSIONS = 8;
  private static final int PATIENCE_SECONDS = 60;

  @Option(names = "--projects", defaultValue = "400", description = "of the year (default ${DEFAULT-VALUE})")
  int projects;

  @Option(names = "--rate", defaultValue = "50", description = "reports a second (default ${DEFAULT-VALUE})")
  int rate;

  @Option(names = "--seconds", defaultValue = "60", description = "how long they come (default ${DEFAULT-VALUE})")
  int seconds;

  @Option(names = "--watchers", defaultValue = "3", description = "open charts (default ${DEFAULT-VALUE})")
  int watchers;

  @Option(names = "--seed", defaultValue = "20220420", description = "of what is reported (default ${DEFAULT-VALUE})")
  long seed;

  @Option(names = "--data", description = "a data folder that is kept and used again, to grow the year only once")
  @Nullable Path kept;

  @Option(names = "--no-browser", description = "leaves out the first paint in Chromium")
  boolean noBrowser;

  /** When an answer came: its moment by the system clock, in milliseconds. */
  private final List<Long> answered = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> posts = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean running = true;

  @Override
  public Integer call() throws Exception {
    var folder = kept != null ? kept : Files.createTempDirectory("xingfuli-drill-");
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    var result = new LinkedHashMap<String, Object>();
    result.put("drill", "chart");
    result.put("referenceSecondsBefore", Reference.seconds());
    try (var platform = Platform.start(folder.resolve("data"))) {
      var many = new ManyProjects(Person.signIn(platform, "PLANNER"), folder);
      many.grow(projects);
      var open = new ArrayList<OpenChart>();
      for (int i = 0; i < watchers; i++) {
        open.add(new OpenChart(Person.signIn(platform, "COMMANDER")));
      }
      var first = open.getFirst().chart();
      result.put("projects", first.path("rows").size());
      result.put("nodes", first.path("nodes").size());
      result.put("ratePerSecond", rate);
      result.put("seconds", seconds);
      result.put("watchers", watchers);
      result.put("seed", seed);
      if (!noBrowser) {
        FirstPaint.measure(platform, result);
      }
      for (var one : open) {
        one.listen();
      }
      load(platform, many.activities());
      open.getFirst().awaitSeen(Collections.max(answered));
      running = false;
      result.put("referenceSecondsAfter", Reference.seconds());
      return report(open.getFirst(), result);
    }
  }

  /** An open-loop load: every report has its moment, and does not wait for the one before. */
  private void load(Platform platform, List<String> activities) throws IOException, InterruptedException {
    var random = new Random(seed);
    Collections.shuffle(activities, random);
    var senders = new ArrayList<Person>();
    for (int i = 0; i < SESSIONS; i++) {
      senders.add(Person.signIn(platform, "PLANNER"));
    }
    var all = rate * seconds;
    var done = new CountDownLatch(all);
    var begun = System.nanoTime();
    for (int n = 0; n < all; n++) {
      var due = begun + n * TimeUnit.SECONDS.toNanos(1) / rate;
      while (System.nanoTime() < due) {
        TimeUnit.NANOSECONDS.sleep(Math.max(1, due - System.nanoTime()));
      }
      var sender = senders.get(n % SESSIONS);
      var activity = activities.get(n % activities.size());
      var body = random.nextInt(5) == 0
          ? Map.<String, Object>of("percent", 50 + n / activities.size() % 50, "daysLost", 1, "reason", "RAIN", "note", "drill")
          : Map.<String, Object>of("percent", 50 + n / activities.size() % 50, "daysLost", 0, "note", "drill");
      Thread.startVirtualThread(() -> {
        try {
          send(sender, activity, body);
        } finally {
          done.countDown();
        }
      });
    }
    if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException(done.getCount() + " reports are still without an answer");
    }
    System.err.printf("%d reports sent in %.1f s, %d answered, %d refused%n", all,
        (System.nanoTime() - begun) / 1e9, answered.size(), refused.get());
  }

  private void send(Person sender, String activity, Map<String, Object> body) {
    try {
      var asked = System.nanoTime();
      var answer = sender.post("/api/activities/" + activity + "/progress-reports", body, UUID.randomUUID());
      if (answer.statusCode() == 201) {
        answered.add(System.currentTimeMillis());
        posts.add((System.nanoTime() - asked) / 1e9);
      } else if (refused.incrementAndGet() == 1) {
        System.err.println("a report was refused: " + answer.body());
      }
    } catch (IOException failed) {
      if (refused.incrementAndGet() == 1) {
        System.err.println(failed);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private int report(OpenChart open, Map<String, Object> result) {
    var told = new ArrayList<Double>();
    var shown = new ArrayList<Double>();
    for (var moment : List.copyOf(answered)) {
      told.add(open.toldOf(moment) / 1000.0);
      shown.add(open.shownOf(moment) / 1000.0);
    }
    result.put("reportsAnswered", answered.size());
    result.put("reportsRefused", refused.get());
    put(result, "post", posts);
    put(result, "told", told);
    put(result, "shown", shown);
    result.put("chartsTold", open.told.size());
    put(result, "read", open.reads);
    result.put("shownP99ByTenSeconds", byTenSeconds(open));
    result.forEach((name, value) -> System.out.printf("%-24s %s%n", name, value));
    System.out.println(Person.JSON.writeValueAsString(result));
    return refused.get() == 0 && percentile(shown, 0.99) <= WANTED_P99_SECONDS ? 0 : 1;
  }

  /** The 99th percentile of every ten seconds, so that a slow beginning is not mistaken for a slow platform. */
  private List<Double> byTenSeconds(OpenChart open) {
    var first = Collections.min(answered);
    var slices = new TreeMap<Long, List<Double>>();
    for (var moment : List.copyOf(answered)) {
      slices.computeIfAbsent((moment - first) / 10_000, at -> new ArrayList<>()).add(open.shownOf(moment) / 1000.0);
    }
    return slices.values().stream().map(slice -> percentile(slice, 0.99)).toList();
  }

  private static void put(Map<String, Object> result, String name, List<Double> seconds) {
    for (var share : List.of(0.5, 0.99, 1.0)) {
      var label = share == 1.0 ? "Worst" : "P" + Math.round(share * 100);
      result.put(name + label + "Seconds", Math.round(percentile(seconds, share) * 1000) / 1000.0);
    }
  }

  private static double percentile(List<Double> values, double share) {
    var sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
  }

  /** An open chart: hears the stream, and reads the chart again as the page does, one reading at a time. */
  private final class OpenChart {

    private final Person person;
    /** What the chart has seen, by when we were told; and by when it had been read. */
    final NavigableMap<Long, Long> told = new ConcurrentSkipListMap<>();
    final NavigableMap<Long, Long> shown = new ConcurrentSkipListMap<>();
    final List<Double> reads = Collections.synchronizedList(new ArrayList<>());
    private long version;
    private volatile boolean news;

    OpenChart(Person person) {
      this.person = person;
    }

    JsonNode chart() throws IOException, InterruptedException {
      var chart = person.json("/api/battle-chart");
      version = chart.path("version").asLong();
      return chart;
    }

    void listen() throws IOException, InterruptedException {
      var stream = person.open("/api/events");
      Thread.ofVirtual().start(() -> hear(stream));
      Thread.ofVirtual().start(this::read);
    }

    private void hear(InputStream stream) {
      try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        for (var line = lines.readLine(); line != null && running; line = lines.readLine()) {
          if (line.startsWith("data:") && line.contains("\"seen\"")) {
            told.putIfAbsent(Person.JSON.readTree(line.substring(5)).path("seen").asLong(), System.currentTimeMillis());
            news = true;
          }
        }
      } catch (IOException ended) {
        // the drill is over, or the wait for the last report says so
      }
    }

    /** The page gathers news for a quarter of a second, then asks. */
    private void read() {
      try {
        while (running) {
          if (!news) {
            Thread.sleep(5);
            continue;
          }
          Thread.sleep(250);
          news = false;
          var asked = System.nanoTime();
          var chart = person.json("/api/battle-chart?since=" + version);
          reads.add((System.nanoTime() - asked) / 1e9);
          version = chart.path("version").asLong();
          shown.putIfAbsent(chart.path("seen").asLong(), System.currentTimeMillis());
        }
      } catch (IOException failed) {
        System.err.println(failed);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    void awaitSeen(long moment) throws IOException, InterruptedException {
      for (int waited = 0; shown.isEmpty() || shown.lastKey() <= moment; waited++) {
        if (waited > PATIENCE_SECONDS * 20) {
          throw new IOException("the last report is not in the chart after " + PATIENCE_SECONDS + " s");
        }
        Thread.sleep(50);
      }
    }

    long toldOf(long moment) {
      return since(told, moment);
    }

    long shownOf(long moment) {
      return since(shown, moment);
    }

    private static long since(NavigableMap<Long, Long> charts, long moment) {
      var first = new TreeMap<>(charts.tailMap(moment, false)).firstEntry();
      return first == null ? Long.MAX_VALUE : Math.max(0, first.getValue() - moment);
    }
  }
}
