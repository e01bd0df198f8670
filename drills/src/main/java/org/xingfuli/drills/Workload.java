package org.xingfuli.drills;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Contractors' progress reports and a planner's imports against one running platform, and the comparison afterwards. */
final class Workload {

  private static final int REPORTED_ACTIVITIES = 40;

  private final Platform platform;
  private final Acknowledged acknowledged;
  private final int run;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running = true;

  Workload(Platform platform, Acknowledged acknowledged, Path folder, int run) {
    this.platform = platform;
    this.acknowledged = acknowledged;
    this.run = run;
  }

  void start() throws IOException, InterruptedException {
    var planner = Person.signIn(platform, "PLANNER");
    var activities = activities(planner);
    threads.add(Thread.ofVirtual().start(() -> until(() -> report(planner, activities))));
  }

  void stop() throws InterruptedException {
    running = false;
    for (var thread : threads) {
      thread.join(5000);
    }
  }

  /** Every acknowledged report stands exactly once; one without an answer stands at most once. */
  List<String> compare() throws IOException, InterruptedException {
    var planner = Person.signIn(platform, "PLANNER");
    var stored = new HashMap<String, Integer>();
    for (var activity : activities(planner)) {
      for (var report : planner.json("/api/activities/" + activity + "/progress-reports")) {
        stored.merge(report.path("note").asString(), 1, Integer::sum);
      }
    }
    var faults = new ArrayList<String>();
    for (var marker : acknowledged.yes()) {
      var times = stored.getOrDefault(marker, 0);
      if (times != 1) {
        faults.add("acknowledged «" + marker + "» stands " + times + " times");
      }
    }
    acknowledged.unanswered().forEach((marker, id) -> {
      if (stored.getOrDefault(marker, 0) > 1) {
        faults.add("unanswered «" + marker + "» stands more than once");
      }
    });
    return faults;
  }

  private void report(Person planner, List<String> activities) throws IOException, InterruptedException {
    var id = UUID.randomUUID();
    var marker = "drill " + run + " " + id;
    var activity = activities.get(Math.floorMod(id.hashCode(), activities.size()));
    acknowledged.sent(marker, id);
    var answer = planner.post("/api/activities/" + activity + "/progress-reports",
        java.util.Map.of("percent", 50, "daysLost", 0, "note", marker), id);
    if (answer.statusCode() / 100 == 2) {
      acknowledged.answered(marker);
    } else {
      acknowledged.refused(marker);
    }
  }

  private static List<String> activities(Person planner) throws IOException, InterruptedException {
    var programme = planner.json("/api/programmes").path(0).path("id").asString();
    var ids = new ArrayList<String>();
    for (JsonNode activity : planner.json("/api/programmes/" + programme + "/timetable").path("activities")) {
      if (ids.size() < REPORTED_ACTIVITIES && !activity.path("state").asString().equals("DONE")) {
        ids.add(activity.path("id").asString());
      }
    }
    return ids;
  }

  private void until(Act act) {
    while (running) {
      try {
        act.perform();
      } catch (IOException e) {
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
