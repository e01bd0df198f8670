package org.xingfuli.drills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * People at work on a platform of several nodes through a tiny proxy's eyes: every act goes to the next node, and one that
 * gets no answer is sent to another, under its old request id, until it is answered. Nobody signs in again.
 */
final class NodesLoad {

  private static final long PATIENCE_NANOS = 90_000_000_000L;
  private static final String STREET = "320613005";
  private static final int EDITED = 4;

  private final Path data;
  private final Path folder;
  private final List<URI> nodes;
  private final List<Thread> threads = new ArrayList<>();
  private final List<String> reports = new ArrayList<>();
  private final List<String> estates = new ArrayList<>();
  private final Map<String, Integer> edits = new LinkedHashMap<>();
  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong streamGap = new AtomicLong();
  private final AtomicLong seen = new AtomicLong();
  private final AtomicInteger reconnected = new AtomicInteger();
  private volatile boolean running = true;
  private String programme = "";

  NodesLoad(Path data, Path folder, List<URI> nodes) {
    this.data = data;
    this.folder = folder;
    this.nodes = nodes;
  }

  private Person signIn(String role) throws IOException, InterruptedException {
    return Person.signIn(data, nodes, role);
  }

  void start() throws IOException, InterruptedException {
    var reporter = signIn("PLANNER");
    programme = reporter.json("/api/programmes").path(0).path("id").asString();
    var activities = Workload.activities(reporter);
    var editor = signIn("PLANNER");
    var importer = signIn("PLANNER");
    var watcher = signIn("COMMANDER");
    watcher.elsewhere();
    run(() -> report(reporter, activities));
    run(() -> edit(editor));
    run(() -> importEstate(importer));
    threads.add(Thread.ofVirtual().start(() -> watch(watcher)));
  }

  /** Ends what is being done, each act to its answer. */
  void stop() throws InterruptedException {
    running = false;
    for (var thread : threads.subList(0, threads.size() - 1)) {
      thread.join(120_000);
    }
  }

  private interface Act {
    void perform() throws IOException, InterruptedException;
  }

  private interface Call {
    HttpResponse<String> send() throws IOException, InterruptedException;
  }

  private void run(Act act) {
    threads.add(Thread.ofVirtual().start(() -> {
      while (running) {
        try {
          act.perform();
        } catch (IOException e) {
          faults.add(e.toString());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }));
  }

  /** The answer of whichever node gives one. */
  private HttpResponse<String> answered(Person person, Call call) throws IOException, InterruptedException {
    var begun = System.nanoTime();
    person.elsewhere();
    while (System.nanoTime() - begun < PATIENCE_NANOS) {
      try {
        var answer = call.send();
        if (answer.statusCode() == 401 || answer.statusCode() == 403) {
          throw new LostSession(answer.statusCode() + " " + answer.body());
        }
        if (answer.statusCode() < 500) {
          longest.accumulateAndGet(System.nanoTime() - begun, Math::max);
          return answer;
        }
      } catch (LostSession lost) {
        faults.add("a session did not survive: " + lost.getMessage());
        throw lost;
      } catch (IOException gone) {
        // the next one
      }
      person.elsewhere();
      Thread.sleep(20);
    }
    throw new IOException("no node answered for " + PATIENCE_NANOS / 1_000_000_000L + " s");
  }

  private static final class LostSession extends IOException {
    private static final long serialVersionUID = 1L;

    LostSession(String message) {
      super(message);
    }
  }

  private JsonNode json(Person person, String path) throws IOException, InterruptedException {
    return Person.JSON.readTree(answered(person, () -> person.get(path)).body());
  }

  private void report(Person reporter, List<String> activities) throws IOException, InterruptedException {
    var id = UUID.randomUUID();
    var what = "nodes " + id;
    var activity = activities.get(Math.floorMod(id.hashCode(), activities.size()));
    var answer = answered(reporter, () -> reporter.post("/api/activities/" + activity + "/progress-reports",
        Map.of("percent", 99, "daysLost", 0, "note", what), id));
    if (answer.statusCode() / 100 == 2) {
      reports.add(what);
    } else {
      faults.add("a report was refused: " + answer.body());
    }
    Thread.sleep(30);
  }

  /** Registers a few estates and corrects their addresses in turn; the version counts the corrections. */
  private void edit(Person editor) throws IOException, InterruptedException {
    if (edits.size() < EDITED) {
      var answer = answered(editor, idempotent(editor, "/api/estates", Map.ofEntries(
          Map.entry("code", "N-" + (edits.size() + 1)), Map.entry("name", "演练节点小区"), Map.entry("street", STREET),
          Map.entry("floorArea", 1000), Map.entry("roofStructures", 0), Map.entry("groundStructures", 0),
          Map.entry("roofArea", 0), Map.entry("facadeArea", 0), Map.entry("drainLength", 0), Map.entry("roadArea", 0),
          Map.entry("parkingSpaces", 0), Map.entry("chargingPoints", 0), Map.entry("greenArea", 0))));
      if (answer.statusCode() / 100 != 2) {
        throw new IOException("an estate was refused: " + answer.body());
      }
      edits.put(Person.JSON.readTree(answer.body()).path("id").asString(), 0);
      return;
    }
    for (var id : List.copyOf(edits.keySet())) {
      correct(editor, id);
      Thread.sleep(50);
    }
  }

  private static Call idempotent(Person person, String path, Object body) {
    var id = UUID.randomUUID();
    return () -> person.post(path, body, id);
  }

  private void correct(Person editor, String id) throws IOException, InterruptedException {
    var version = json(editor, "/api/estates/" + id).path("version").asInt();
    var address = "演练路 " + UUID.randomUUID();
    var answer = answered(editor, () -> editor.patch("/api/estates/" + id, Map.of("version", version, "address", address)));
    // A correction without an answer that was done refuses its repetition by its version.
    var done = answer.statusCode() / 100 == 2
        || answer.statusCode() / 100 == 4 && json(editor, "/api/estates/" + id).path("address").asString().equals(address);
    if (!done) {
      throw new IOException("a correction was refused: " + answer.body());
    }
    edits.merge(id, 1, Integer::sum);
    addresses.put(id, address);
  }

  private void importEstate(Person planner) throws IOException, InterruptedException {
    var code = "M-" + (estates.size() + 1);
    var file = EstateFile.write(folder, code, Workload.BUILDINGS, Workload.HOUSEHOLDS_EACH);
    var uploadId = UUID.randomUUID();
    var upload = answered(planner, () -> planner.upload("/api/estate-imports", file, uploadId));
    var path = "/api/estate-imports/" + Person.JSON.readTree(upload.body()).path("id").asString();
    waitFor(planner, path, "READY");
    answered(planner, idempotent(planner, path + "/adopt", Map.of()));
    waitFor(planner, path, "DONE");
    estates.add(code);
    Thread.sleep(100);
  }

  private void waitFor(Person planner, String path, String wanted) throws IOException, InterruptedException {
    var begun = System.nanoTime();
    var last = "";
    while (System.nanoTime() - begun < PATIENCE_NANOS) {
      last = json(planner, path).path("state").asString();
      if (last.equals(wanted)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IOException("an import stayed " + last + " and did not become " + wanted);
  }

  /** A chart held open: when its stream breaks it opens another, reads the chart, and goes on from there. */
  private void watch(Person watcher) {
    var broken = 0L;
    while (!Thread.currentThread().isInterrupted()) {
      try (var stream = watcher.open("/api/events");
          var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        see(watcher.json("/api/battle-chart").path("version").asLong());
        if (broken != 0) {
          streamGap.accumulateAndGet(System.nanoTime() - broken, Math::max);
          reconnected.incrementAndGet();
          broken = 0;
        }
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("data:") && line.contains(programme) && line.contains("\"version\"")) {
            see(Person.JSON.readTree(line.substring(5)).path("version").asLong());
          }
        }
      } catch (IOException gone) {
        if (String.valueOf(gone.getMessage()).contains("answered 401")) {
          faults.add("a stream's session did not survive");
          return;
        }
      } catch (InterruptedException over) {
        return;
      }
      broken = broken == 0 ? System.nanoTime() : broken;
      watcher.elsewhere();
      try {
        Thread.sleep(50);
      } catch (InterruptedException over) {
        return;
      }
    }
  }

  private void see(long version) {
    seen.accumulateAndGet(version, Math::max);
  }

  /** Every acknowledged act stands exactly once, and nothing else of ours stands. */
  List<String> compare() throws IOException, InterruptedException {
    var found = new ArrayList<>(faults);
    var planner = signIn("PLANNER");
    var stored = new LinkedHashMap<String, Integer>();
    for (var activity : Workload.activities(planner)) {
      for (var report : planner.json("/api/activities/" + activity + "/progress-reports")) {
        stored.merge(report.path("note").asString(), 1, Integer::sum);
      }
    }
    for (var estate : Workload.drillEstates(planner)) {
      stored.merge("estate " + estate.path("code").asString(), 1, Integer::sum);
      if (estate.path("code").asString().startsWith("M-") && (estate.path("buildings").asInt() != Workload.BUILDINGS
          || estate.path("households").asInt() != Workload.BUILDINGS * Workload.HOUSEHOLDS_EACH)) {
        found.add("half an estate: " + estate);
      }
    }
    reports.forEach(what -> once(stored.remove(what), what, found));
    estates.forEach(code -> once(stored.remove("estate " + code), "estate " + code, found));
    for (int n = 1; n <= edits.size(); n++) {
      once(stored.remove("estate N-" + n), "estate N-" + n, found);
    }
    stored.keySet().stream().filter(what -> what.startsWith("nodes ") || what.startsWith("estate "))
        .forEach(what -> found.add("never acknowledged, and stands: " + what));
    for (var edit : edits.entrySet()) {
      var estate = planner.json("/api/estates/" + edit.getKey());
      if (estate.path("version").asInt() != 1 + edit.getValue()
          || edit.getValue() > 0 && !estate.path("address").asString().equals(addresses.get(edit.getKey()))) {
        found.add("%d corrections acknowledged, and version %d with %s".formatted(
            edit.getValue(), estate.path("version").asInt(), estate.path("address").asString()));
      }
    }
    return found;
  }

  private static void once(@Nullable Integer times, String what, List<String> found) {
    if (times == null || times != 1) {
      found.add("acknowledged «" + what + "» stands " + (times == null ? 0 : times) + " times");
    }
  }

  /** The chart's rows as they are, and as they are when everything was read again; and whether the open stream knows of it. */
  List<String> chart() throws IOException, InterruptedException {
    var found = new ArrayList<String>();
    var planner = signIn("PLANNER");
    var before = planner.json("/api/battle-chart");
    var activity = Workload.activities(planner).getFirst();
    planner.post("/api/activities/" + activity + "/progress-reports",
        Map.of("percent", 99, "daysLost", 0, "note", "last"), UUID.randomUUID());
    var version = before.path("version").asLong();
    var after = before;
    for (int n = 0; n < 300 && after.path("version").asLong() <= version; n++) {
      Thread.sleep(100);
      after = planner.json("/api/battle-chart");
    }
    if (after.path("version").asLong() <= version) {
      found.add("the chart is not rebuilt any more");
    }
    if (!before.path("rows").equals(after.path("rows")) || before.path("rows").isEmpty()) {
      found.add("the chart was not what a rebuild makes of it");
    }
    for (int n = 0; n < 100 && seen.get() < after.path("version").asLong(); n++) {
      Thread.sleep(100);
    }
    if (seen.get() < after.path("version").asLong()) {
      found.add("the open stream knows version %d, the chart is at %d".formatted(seen.get(), after.path("version").asLong()));
    }
    threads.getLast().interrupt();
    return found;
  }

  /** Whether the audit chain holds after all of it. */
  List<String> audit() throws IOException, InterruptedException {
    var auditor = signIn("AUDITOR");
    var answer = auditor.post("/api/audit/verifications", Map.of(), UUID.randomUUID());
    var result = Person.JSON.readTree(answer.body());
    return result.path("ok").asBoolean() ? List.of() : List.of("the audit chain: " + answer.body());
  }

  int acknowledgedReports() {
    return reports.size();
  }

  int acknowledgedEstates() {
    return estates.size() + edits.size();
  }

  int acknowledgedCorrections() {
    return edits.values().stream().mapToInt(Integer::intValue).sum();
  }

  int reconnected() {
    return reconnected.get();
  }

  /** Since it was asked for last. */
  double longestAnswerSeconds() {
    return longest.getAndSet(0) / 1e9;
  }

  double longestStreamGapSeconds() {
    return streamGap.get() / 1e9;
  }
}
