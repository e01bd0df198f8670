package org.xingfuli.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Data of an earlier release under this one: everything that release acknowledged still stands, every question of every screen
 * is answered, also when this release is killed in the middle of its migration.
 */
@Command(name = "upgrade", mixinStandardHelpOptions = true,
    description = "旧版数据用新版启动 / data of an earlier release under this one, also killed while it migrates")
final class UpgradeDrill implements Callable<Integer> {

  private static final List<String> ROLES = List.of("ADMINISTRATOR", "AUDITOR", "COMMANDER", "PLANNER", "STREET_OFFICER");

  @Option(names = "--from", defaultValue = "99ca777", description = "commit of the earlier release (default ${DEFAULT-VALUE})")
  String from = "";

  @Option(names = "--built", description = "a checkout of that commit whose platform is built already, instead of building one")
  @Nullable Path built;

  @Option(names = "--runs", defaultValue = "4", description = "kills in the middle of the migration (default ${DEFAULT-VALUE})")
  int runs;

  @Option(names = "--seed", defaultValue = "20220420", description = "of the moments of the kills (default ${DEFAULT-VALUE})")
  long seed;

  private final List<String> faults = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("xingfuli-drill-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    System.err.println("演练数据在 / drill data in " + folder + ", from " + from);
    if (built != null) {
      return drill(folder, built.toAbsolutePath());
    }
    var old = folder.resolve("old");
    Tool.must("git", "-C", Platform.home().toString(), "worktree", "add", "--detach", old.toString(), from);
    try {
      System.err.println("构建旧版 / building the earlier release …");
      Tool.must("mvn", "-q", "-B", "-DskipTests", "-f", old.resolve("pom.xml").toString(), "-pl", "platform", "-am", "package");
      return drill(folder, old);
    } finally {
      Tool.must("git", "-C", Platform.home().toString(), "worktree", "remove", "--force", old.toString());
    }
  }

  private int drill(Path folder, Path old) throws Exception {
    var data = folder.resolve("earlier/data");
    var acknowledged = new Acknowledged();
    var chart = new TreeMap<String, String>();
    try (var platform = Platform.launch(old, data, Map.of()).untilReady()) {
      var load = new Workload(platform, acknowledged, folder, 1);
      load.start();
      Thread.sleep(6000);
      load.stop();
      chart.putAll(settledChart(platform));
    }
    System.err.println("旧版已确认 / the earlier release acknowledged: " + acknowledged.yes().size());
    var seconds = new ArrayList<Double>();
    var questions = new TreeMap<String, String>();
    var upgraded = copy(folder, 0);
    try (var platform = Platform.start(upgraded)) {
      seconds.add(platform.secondsToReady());
      System.err.printf("升级后就绪 / ready after the upgrade in %.1f s%n", platform.secondsToReady());
      compareCharts(chart, chart(platform));
      faults.addAll(new Workload(platform, acknowledged, folder, 2).compare());
      questions.putAll(ask(platform));
    }
    var random = new Random(seed);
    int inTheMiddle = 0;
    for (int run = 1; run <= runs; run++) {
      var again = copy(folder, run);
      inTheMiddle += killWhileMigrating(again, random) ? 1 : 0;
      try (var platform = Platform.start(again)) {
        seconds.add(platform.secondsToReady());
        faults.addAll(new Workload(platform, acknowledged, folder, 2).compare());
        var answers = ask(platform);
        if (!answers.equals(questions)) {
          faults.add("after a killed migration other questions are answered: " + answers);
        }
      }
      System.err.printf("%d/%d 迁移中 kill -9 / killed while migrating, in the middle %d, faults %d%n", run, runs, inTheMiddle, faults.size());
    }
    report(acknowledged, questions, seconds, inTheMiddle);
    return faults.isEmpty() ? 0 : 1;
  }

  /** The chart of the earlier release once it has seen every report: it says the same twice, a second apart. */
  private static Map<String, String> settledChart(Platform platform) throws IOException, InterruptedException {
    var before = chart(platform);
    for (int asked = 0; asked < 30; asked++) {
      Thread.sleep(1000);
      var now = chart(platform);
      if (now.equals(before)) {
        return now;
      }
      before = now;
    }
    throw new IOException("the earlier release's chart does not come to rest");
  }

  /** By project: how far it is and is wanted, and how its nodes stand. */
  private static Map<String, String> chart(Platform platform) throws IOException, InterruptedException {
    var rows = new TreeMap<String, String>();
    for (var row : Person.signIn(platform, "COMMANDER").json("/api/battle-chart").path("rows")) {
      var cells = new StringBuilder();
      row.path("cells").forEach(cell -> cells.append(' ').append(cell.path("state").asString()));
      rows.put(row.path("code").asString(), row.path("progress").asInt() + "/" + row.path("plannedProgress").asInt() + cells);
    }
    return rows;
  }

  private void compareCharts(Map<String, String> before, Map<String, String> after) {
    if (before.isEmpty()) {
      faults.add("the earlier release shows no chart");
    }
    before.forEach((project, stood) -> {
      if (!stood.equals(after.get(project))) {
        faults.add("project " + project + " stood " + stood + " and stands " + after.get(project));
      }
    });
  }

  /** The stopped earlier release's folder once more, with its owners. */
  private static Path copy(Path folder, int number) throws IOException, InterruptedException {
    var parent = Files.createDirectories(folder.resolve("upgrade-" + number));
    Tool.must("cp", "-a", folder.resolve("earlier/data").toString(), parent.resolve("data").toString());
    return parent.resolve("data");
  }

  /** Kills this release at a random moment of its migration; whether it was really in the middle. */
  private boolean killWhileMigrating(Path data, Random random) throws IOException, InterruptedException {
    var starting = Platform.launch(Platform.home(), data, Map.of());
    var begun = System.nanoTime();
    while (!said(data, "the schemas are being migrated")) {
      if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(120) || !starting.process().isAlive()) {
        starting.process().destroyForcibly();
        faults.add("this release has nothing to migrate, or does not say so");
        return false;
      }
      Thread.sleep(5);
    }
    Thread.sleep(random.nextInt(1500));
    starting.process().destroyForcibly();
    starting.process().waitFor(30, TimeUnit.SECONDS);
    return !said(data, "the schemas are migrated");
  }

  private static boolean said(Path data, String words) throws IOException {
    var log = Platform.log(data);
    return Files.exists(log) && Files.readString(log).contains(words);
  }

  /** Every question of the contract that needs no more than an id, asked by each role; the best answer of each. */
  private Map<String, String> ask(Platform platform) throws IOException, InterruptedException {
    var best = new TreeMap<String, String>();
    for (var role : ROLES) {
      var person = Person.signIn(platform, role);
      var ids = new Ids(person);
      var paths = person.json("/api/openapi.json").path("paths");
      for (var path : paths.propertyNames()) {
        if (isStream(paths.path(path).path("get")) || !paths.path(path).has("get")) {
          continue;
        }
        var asked = ids.in(path);
        if (asked == null) {
          continue;
        }
        var status = person.get(asked).statusCode();
        if (status >= 500) {
          faults.add(role + " asked " + asked + " and got " + status);
        }
        best.merge(path, Integer.toString(status), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    return best;
  }

  /** A stream never ends its answer. */
  private static boolean isStream(JsonNode get) {
    return get.path("responses").path("200").path("content").has("text/event-stream");
  }

  /** One of each kind of thing, to be asked about. */
  private static final class Ids {

    private final Map<String, String> known = new LinkedHashMap<>();

    Ids(Person person) throws IOException, InterruptedException {
      find(person, "/api/programmes", "/api/programmes/{id}");
      find(person, "/api/estates", "/api/estates/{id}");
      find(person, "/api/people", "/api/people/{id}");
      var estate = known.get("/api/estates/{id}");
      if (estate != null) {
        find(person, "/api/estates/" + estate + "/buildings", "/api/buildings/{id}");
        find(person, "/api/estates/" + estate + "/projects", "/api/projects/{id}");
      }
      var programme = known.get("/api/programmes/{id}");
      if (programme != null) {
        find(person, "/api/programmes/" + programme + "/plans", "/api/plans/{id}");
        var activity = first(person.get("/api/programmes/" + programme + "/timetable").body(), "activities");
        if (activity != null) {
          known.put("/api/activities/{id}", activity);
        }
      }
    }

    private void find(Person person, String list, String path) throws IOException, InterruptedException {
      var answer = person.get(list);
      var id = answer.statusCode() == 200 ? first(answer.body(), "items") : null;
      if (id != null) {
        known.put(path, id);
      }
    }

    private static @Nullable String first(String body, String items) {
      try {
        var json = Person.JSON.readTree(body);
        var one = (json.isArray() ? json : json.path(items)).path(0).path("id");
        return one.isString() ? one.asString() : null;
      } catch (JacksonException notJson) {
        return null;
      }
    }

    /** The path with its id filled in, or null when we have none. */
    @Nullable String in(String path) {
      var filled = path.replace("{year}", "2022");
      for (var id : known.entrySet()) {
        if (filled.startsWith(id.getKey())) {
          filled = filled.replaceFirst("\\{id}", id.getValue());
        }
      }
      return filled.contains("{") ? null : filled;
    }
  }

  private void report(Acknowledged acknowledged, Map<String, String> questions, List<Double> seconds, int inTheMiddle) {
    var result = new LinkedHashMap<String, Object>();
    result.put("drill", "upgrade");
    result.put("from", from);
    result.put("runs", runs);
    result.put("seed", seed);
    result.put("acknowledgedReports", acknowledged.count(Workload.REPORT));
    result.put("acknowledgedEstates", acknowledged.count(Workload.ESTATE));
    result.put("questions", questions.size());
    result.put("answered", questions.values().stream().filter(status -> status.startsWith("2")).count());
    result.put("killedInTheMiddle", inTheMiddle);
    result.put("readySecondsFirst", Math.round(seconds.getFirst() * 10) / 10.0);
    result.put("readySecondsWorst", Math.round(seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0) * 10) / 10.0);
    result.put("faults", faults.size());
    faults.stream().limit(20).forEach(System.err::println);
    questions.forEach((path, status) -> {
      if (!status.startsWith("2")) {
        System.err.println("  " + status + " " + path);
      }
    });
    result.forEach((name, value) -> System.out.printf("%-20s %s%n", name, value));
    System.out.println(Person.JSON.writeValueAsString(result));
  }
}
