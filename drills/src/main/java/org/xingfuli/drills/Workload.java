package org.xingfuli.drills;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Progress reports and imports against one running platform, and the comparison with what was acknowledged. */
final class Workload {

  static final int BUILDINGS = 3;
  static final int HOUSEHOLDS_EACH = 18;
  private static final int REPORTED_ACTIVITIES = 40;
  static final String REPORT = "report ";
  static final String ESTATE = "estate ";
  private static final String CODES = "D";

  private final Platform platform;
  private final Acknowledged acknowledged;
  private final Path folder;
  private final int run;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running = true;
  private int imports;

  Workload(Platform platform, Acknowledged acknowledged, Path folder, int run) {
    this.platform = platform;
    this.acknowledged = acknowledged;
    this.folder = folder;
    this.run = run;
  }

  /** Reports and imports go on until {@link #stop}, each on a thread of its own. */
  void start() throws IOException, InterruptedException {
    var reporter = Person.signIn(platform, "PLANNER");
    var importer = Person.signIn(platform, "PLANNER");
    var activities = activities(reporter);
    threads.add(Thread.ofVirtual().start(() -> until(() -> report(reporter, activities))));
    threads.add(Thread.ofVirtual().start(() -> until(() -> importEstate(importer))));
  }

  void stop() throws InterruptedException {
    running = false;
    for (var thread : threads) {
      thread.join(30_000);
    }
  }

  /**
   * Every acknowledged report and estate stands exactly once; what was sent without an answer stands at most once; no
   * estate stands half, whether acknowledged or not.
   */
  List<String> compare() throws IOException, InterruptedException {
    var planner = Person.signIn(platform, "PLANNER");
    var faults = new ArrayList<String>();
    var stored = new HashMap<String, Integer>();
    for (var activity : activities(planner)) {
      for (var report : planner.json("/api/activities/" + activity + "/progress-reports")) {
        stored.merge(report.path("note").asString(), 1, Integer::sum);
      }
    }
    for (var estate : drillEstates(planner)) {
      stored.merge(ESTATE + estate.path("code").asString(), 1, Integer::sum);
      // A drill may have grown the district by estates of another size before.
      if (estate.path("code").asString().startsWith(CODES) && (estate.path("buildings").asInt() != BUILDINGS
          || estate.path("households").asInt() != BUILDINGS * HOUSEHOLDS_EACH)) {
        faults.add("half an estate: " + estate);
      }
    }
    faults.addAll(acknowledged.compare(stored));
    return faults;
  }

  /** Sends everything again that got no answer before the kill, under its old ids; what is left then was not answered now. */
  void repeatUnanswered() throws IOException, InterruptedException {
    var planner = Person.signIn(platform, "PLANNER");
    for (var request : acknowledged.toRepeat()) {
      request.send(planner);
    }
  }

  private void report(Person planner, List<String> activities) throws IOException, InterruptedException {
    var id = UUID.randomUUID();
    var what = REPORT + run + " " + id;
    var activity = activities.get(Math.floorMod(id.hashCode(), activities.size()));
    acknowledged.sent(what, person -> report(person, activity, what, id));
    report(planner, activity, what, id);
  }

  private void report(Person planner, String activity, String what, UUID id) throws IOException, InterruptedException {
    var answer = planner.post("/api/activities/" + activity + "/progress-reports",
        Map.of("percent", 99, "daysLost", 0, "note", what), id);
    settle(what, answer.statusCode());
  }

  private void importEstate(Person planner) throws IOException, InterruptedException {
    var code = CODES + "%d-%d".formatted(run, ++imports);
    var what = ESTATE + code;
    var file = EstateFile.write(folder, code, BUILDINGS, HOUSEHOLDS_EACH);
    var upload = UUID.randomUUID();
    var adopt = UUID.randomUUID();
    acknowledged.sent(what, person -> importEstate(person, what, file, upload, adopt));
    importEstate(planner, what, file, upload, adopt);
  }

  private void importEstate(Person planner, String what, Path file, UUID uploadId, UUID adoptId)
      throws IOException, InterruptedException {
    var upload = planner.upload("/api/estate-imports", file, uploadId);
    if (upload.statusCode() != 202) {
      settle(what, upload.statusCode());
      return;
    }
    var path = "/api/estate-imports/" + Person.JSON.readTree(upload.body()).path("id").asString();
    var state = waitWhile(planner, path, "CHECKING");
    if (!List.of("READY", "IMPORTING", "DONE").contains(state)) {
      throw new IOException("the drill's own workbook is " + state + ": " + planner.get(path).body());
    }
    var adopt = planner.post(path + "/adopt", Map.of(), adoptId);
    if (adopt.statusCode() / 100 != 2) {
      settle(what, adopt.statusCode());
      return;
    }
    if (waitWhile(planner, path, "IMPORTING").equals("DONE")) {
      acknowledged.answered(what);
    }
  }

  private static String waitWhile(Person planner, String path, String state) throws IOException, InterruptedException {
    for (int asked = 0; asked < 200; asked++) {
      var now = planner.json(path).path("state").asString();
      if (!now.equals(state)) {
        return now;
      }
      Thread.sleep(50);
    }
    return state;
  }

  /** A server error promises nothing: it counts like no answer. */
  private void settle(String what, int status) {
    if (status / 100 == 2) {
      acknowledged.answered(what);
    } else if (status / 100 == 4) {
      acknowledged.refused(what);
    }
  }

  static List<String> activities(Person planner) throws IOException, InterruptedException {
    var programme = planner.json("/api/programmes").path(0).path("id").asString();
    var ids = new ArrayList<String>();
    var codes = List.of("E01", "E02", "E04", "E06");
    for (JsonNode activity : planner.json("/api/programmes/" + programme + "/timetable").path("activities")) {
      if (ids.size() < REPORTED_ACTIVITIES && codes.contains(activity.path("code").asString())) {
        ids.add(activity.path("id").asString());
      }
    }
    return ids;
  }

  /** Of the whole list: a search ends after 500 hits, and an estate behind them would be taken for lost. */
  static List<JsonNode> drillEstates(Person planner) throws IOException, InterruptedException {
    var found = new ArrayList<JsonNode>();
    var cursor = "";
    do {
      var page = planner.json("/api/estates?limit=200" + cursor);
      page.path("items").valueStream().filter(estate -> estate.path("name").asString().contains("演练")).forEach(found::add);
      cursor = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
    } while (!cursor.isEmpty());
    return found;
  }

  private void until(Act act) {
    while (running) {
      try {
        act.perform();
      } catch (IOException e) {
        if (running && !String.valueOf(e.getMessage()).contains("GOAWAY")) {
          System.err.println("  " + e);
        }
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private interface Act {
    void perform() throws IOException, InterruptedException;
  }
}
