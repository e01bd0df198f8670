package org.xingfuli.drills.year;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An activity as the timetable shows it. */
record Bar(String id, String projectId, String project, String street, String code, LocalDate start, LocalDate finish,
    @Nullable LocalDate baselineStart, @Nullable LocalDate baselineFinish, LocalDate latestStart, int percent, boolean started,
    Map<String, Integer> crews) {

  /** All activities of a timetable by project and code: the same order in every run, whatever ids were made. */
  static List<Bar> of(JsonNode timetable) {
    var projects = new HashMap<String, JsonNode>();
    timetable.path("projects").forEach(project -> projects.put(project.path("id").asString(), project));
    var bars = new ArrayList<Bar>();
    for (var row : timetable.path("activities")) {
      var project = projects.get(row.path("projectId").asString());
      if (project != null) {
        var crews = new HashMap<String, Integer>();
        row.path("crews").forEach(need -> crews.put(need.path("crew").asString(), need.path("number").asInt()));
        bars.add(new Bar(row.path("id").asString(), row.path("projectId").asString(), project.path("code").asString(),
            project.path("street").asString(), row.path("code").asString(), date(row.path("start")),
            date(row.path("finish")), maybe(row.path("baselineStart")), maybe(row.path("baselineFinish")),
            date(row.path("latestStart")), row.path("percent").asInt(), row.path("started").asBoolean(), crews));
      }
    }
    bars.sort(Comparator.comparing(Bar::project).thenComparing(Bar::code));
    return bars;
  }

  String about() {
    return project + " " + code;
  }

  boolean done() {
    return percent == 100;
  }

  /** Days the frozen plan gives it. */
  long span() {
    return baselineStart == null || baselineFinish == null
        ? ChronoUnit.DAYS.between(start, finish) + 1
        : ChronoUnit.DAYS.between(baselineStart, baselineFinish) + 1;
  }

  static LocalDate date(JsonNode node) {
    return LocalDate.parse(node.asString());
  }

  static @Nullable LocalDate maybe(JsonNode node) {
    return node.isString() ? LocalDate.parse(node.asString()) : null;
  }
}
