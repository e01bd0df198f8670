package org.xingfuli.drills.year;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.drills.Person;
import tools.jackson.databind.JsonNode;

/** What the platform shows of the years that have a frozen plan, the earliest first; years before the business year's past one are over. */
record District(List<Year> years) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** One year's programme as it stands. */
  record Year(JsonNode programme, JsonNode projects, JsonNode timetable, JsonNode template, List<Bar> bars, Set<String> goneOn) {

    /** Activities the sites still live: without the projects another year has taken over. */
    List<Bar> open() {
      return bars.stream().filter(bar -> !goneOn.contains(bar.projectId()) && bar.baselineStart() != null).toList();
    }

    int number() {
      return programme.path("year").asInt();
    }
  }

  static District read(Person reader, LocalDate day) throws IOException, InterruptedException {
    var frozen = new ArrayList<JsonNode>();
    for (var programme : reader.json("/api/programmes")) {
      if (programme.path("frozenPlan").isObject() && programme.path("year").asInt() >= day.getYear() - 1) {
        frozen.add(programme);
      }
    }
    frozen.sort((one, other) -> Integer.compare(one.path("year").asInt(), other.path("year").asInt()));
    var projects = new ArrayList<JsonNode>();
    var taken = new HashSet<String>();
    for (var programme : frozen) {
      var rows = reader.json("/api/programmes/" + id(programme) + "/projects");
      rows.forEach(row -> taken.add(row.path("carriedOverProject").asString("")));
      projects.add(rows);
    }
    var years = new ArrayList<Year>();
    for (int at = 0; at < frozen.size(); at++) {
      var path = "/api/programmes/" + id(frozen.get(at));
      if (finished(projects.get(at), taken)) {
        continue;
      }
      var timetable = asOf(day, reader, path + "/timetable", "dataDate");
      years.add(new Year(frozen.get(at), projects.get(at), timetable, reader.json(path + "/template"), Bar.of(timetable), taken));
    }
    return new District(years);
  }

  /** What rests on the forecast, as of that day: it follows the day within moments, and until then shows the day before. */
  static JsonNode asOf(LocalDate day, Person reader, String path, String field) throws IOException, InterruptedException {
    var until = System.nanoTime() + PATIENCE.toNanos();
    var shown = reader.json(path);
    while (!shown.path(field).asString("").equals(day.toString()) && System.nanoTime() < until) {
      Thread.sleep(20);
      shown = reader.json(path);
    }
    return shown;
  }

  /** Whether nothing of a year is left to do, here or ever. */
  private static boolean finished(JsonNode projects, Set<String> taken) {
    for (var project : projects) {
      if (!project.path("finished").asBoolean() && !taken.contains(id(project))) {
        return false;
      }
    }
    return true;
  }

  private static String id(JsonNode node) {
    return node.path("id").asString();
  }

  /** The year the desks work on: the earliest that is not over. */
  @Nullable Year current() {
    return years.isEmpty() ? null : years.getFirst();
  }
}
