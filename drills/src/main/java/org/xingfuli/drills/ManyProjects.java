package org.xingfuli.drills;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Makes the demo's year larger through the public API: estates imported, projects made of them, crews to match, planned, frozen. */
final class ManyProjects {

  private static final int BUILDINGS = 6;
  private static final int HOUSEHOLDS_EACH = 12;
  private static final int AT_ONCE = 100;
  private static final String PREFIX = "DC";
  private static final List<String> STREETS = List.of("320613001", "320613002", "320613003", "320613004", "320613005",
      "320613006", "320613007", "320613008", "320613009");

  private final Person planner;
  private final Path folder;
  private final String programme;

  ManyProjects(Person planner, Path folder) throws IOException, InterruptedException {
    this.planner = planner;
    this.folder = folder;
    this.programme = planner.json("/api/battle-chart").at("/programme/id").asString();
  }

  String programme() {
    return programme;
  }

  /** Grows the year to so many projects. */
  void grow(int projects) throws IOException, InterruptedException {
    var there = planner.json("/api/programmes/" + programme + "/projects").size();
    var more = projects - there;
    if (more <= 0) {
      return;
    }
    var estates = imported(more);
    System.err.printf("%d estates imported%n", estates.size());
    for (int from = 0; from < estates.size(); from += AT_ONCE) {
      planner.done("/api/programmes/" + programme + "/projects/from-estates",
          Map.of("estateIds", estates.subList(from, Math.min(estates.size(), from + AT_ONCE))), Duration.ofMinutes(2));
    }
    for (var crew : planner.json("/api/programmes/" + programme + "/crews")) {
      var answer = planner.put("/api/programmes/" + programme + "/crews/" + crew.path("code").asString(),
          Map.of("capacity", crew.path("capacity").asInt() * projects / there + 1, "version", crew.path("version").asInt()));
      if (answer.statusCode() != 200) {
        throw new IOException("a crew could not be changed: " + answer.body());
      }
    }
    var plan = planner.done("/api/programmes/" + programme + "/plans", Map.of("rule", "LATEST_START", "note", "drill"),
        Duration.ofMinutes(10));
    System.err.printf("planned in %s s%n", plan.path("seconds").asString());
    planner.done("/api/plans/" + plan.path("id").asString() + "/freeze", Map.of(), Duration.ofMinutes(5));
  }

  /** Every activity that may be reported on. */
  List<String> activities() throws IOException, InterruptedException {
    var ids = new ArrayList<String>();
    for (var activity : planner.json("/api/programmes/" + programme + "/timetable").path("activities")) {
      if (activity.path("percent").asInt() < 50) {
        ids.add(activity.path("id").asString());
      }
    }
    return ids;
  }

  private List<String> imported(int count) throws IOException, InterruptedException {
    var file = EstateFile.many(folder, PREFIX, STREETS, count, BUILDINGS, HOUSEHOLDS_EACH);
    var upload = planner.upload("/api/estate-imports", file, UUID.randomUUID());
    var path = "/api/estate-imports/" + Person.JSON.readTree(upload.body()).path("id").asString();
    until(path, "READY");
    planner.done(path + "/adopt", Map.of(), Duration.ofMinutes(5));
    until(path, "DONE");
    var ids = new ArrayList<String>();
    var cursor = "";
    do {
      var page = planner.json("/api/estates?limit=200&query=" + PREFIX + cursor);
      for (JsonNode estate : page.path("items")) {
        if (estate.path("code").asString().startsWith(PREFIX)) {
          ids.add(estate.path("id").asString());
        }
      }
      cursor = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
    } while (!cursor.isEmpty());
    return ids;
  }

  private void until(String path, String state) throws IOException, InterruptedException {
    for (int asked = 0; asked < 1200; asked++) {
      var now = planner.json(path).path("state").asString();
      if (now.equals(state)) {
        return;
      }
      if (now.equals("FAULTY") || now.equals("FAILED")) {
        throw new IOException("the drill's own workbook is " + now + ": " + planner.get(path).body());
      }
      Thread.sleep(100);
    }
    throw new IOException(path + " is not " + state);
  }
}
