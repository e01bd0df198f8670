package org.xingfuli.drills.year;

import static org.xingfuli.drills.year.Invariant.Applies.ALWAYS;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds of the battle chart: of its rows, its cells and how a project stands. */
final class InvariantsOfTheChart {

  private static final List<String> WORST_FIRST = List.of("LATE", "AT_RISK", "ON_TIME", "NOT_STARTED", "DONE");

  private InvariantsOfTheChart() {}

  static List<Invariant> all() {
    return List.of(chartCountsProjects(), chartIsTheTimetable(), stateFollowsTheDays(), daysAreDueLessDate(),
        worstIsTheWorst());
  }

  private static Invariant chartCountsProjects() {
    return new Invariant("chart-counts-projects", "the chart has a row for every project of the programme and no other", ALWAYS,
        (facts, breach) -> {
          var rows = ids(facts.get("chart").path("rows"), "projectId");
          var projects = ids(facts.get("projects"), "id");
          if (!rows.equals(projects) || rows.size() != facts.get("programme").path("projects").asInt()) {
            breach.accept(rows.size() + " rows, " + projects.size() + " projects, "
                + facts.get("programme").path("projects").asInt() + " counted");
          }
        }, facts -> ((ArrayNode) facts.get("chart").path("rows")).remove(0));
  }

  private static Invariant chartIsTheTimetable() {
    return new Invariant("chart-is-the-timetable",
        "a chart made again from the timetable is the chart that is shown", ALWAYS, (facts, breach) ->
        cells(facts, (row, cell) -> {
          var bar = facts.barsByProjectAndCode().get(row.path("projectId").asString() + " " + activity(facts, cell));
          if (bar == null || !bar.finish().equals(Bar.date(cell.path("date")))) {
            breach.accept(row.path("code").asString() + ": " + cell.path("date") + " but the timetable has "
                + (bar == null ? "nothing" : bar.finish()));
          }
        }), facts -> cell(facts, "DONE").put("date", "2001-01-01"));
  }

  private static Invariant stateFollowsTheDays() {
    return new Invariant("state-follows-the-days",
        "a node is done when its activity is, else late, at risk or not by the days left", ALWAYS,
        (facts, breach) -> {
          var bars = facts.barsByProjectAndCode();
          var most = facts.get("chart").path("atRiskDays").asInt();
          cells(facts, (row, cell) -> {
            var bar = bars.get(row.path("projectId").asString() + " " + activity(facts, cell));
            var days = cell.path("days").asInt();
            var wanted = bar != null && bar.done() ? Set.of("DONE") : days < 0 ? Set.of("LATE")
                : days <= most ? Set.of("AT_RISK") : Set.of("ON_TIME", "NOT_STARTED");
            if (!wanted.contains(cell.path("state").asString())) {
              breach.accept(row.path("code").asString() + " is " + cell.path("state") + " with " + days + " days left");
            }
          });
        }, facts -> cell(facts, "DONE").put("state", "LATE"));
  }

  private static Invariant daysAreDueLessDate() {
    return new Invariant("days-are-due-less-date",
        "days left are the days from the date to the due date", ALWAYS, (facts, breach) ->
        cells(facts, (row, cell) -> {
          var days = ChronoUnit.DAYS.between(Bar.date(cell.path("date")), Bar.date(cell.path("due")));
          if (days != cell.path("days").asInt()) {
            breach.accept(row.path("code").asString() + ": " + cell.path("days") + " but " + days);
          }
        }), facts -> cell(facts, "DONE").put("days", 999));
  }

  private static Invariant worstIsTheWorst() {
    return new Invariant("worst-is-the-worst", "a project stands as its worst node", ALWAYS, (facts, breach) -> {
      for (var row : facts.get("chart").path("rows")) {
        var worst = WORST_FIRST.stream().filter(state -> states(row).contains(state)).findFirst().orElse("NOT_STARTED");
        if (!row.path("worst").asString().equals(worst)) {
          breach.accept(row.path("code").asString() + " is " + row.path("worst") + " with " + states(row));
        }
      }
    }, facts -> ((ObjectNode) facts.get("chart").path("rows").get(0)).put("worst", "NOT_APPLICABLE"));
  }

  private static Set<String> ids(JsonNode rows, String field) {
    var ids = new HashSet<String>();
    rows.forEach(row -> ids.add(row.path(field).asString()));
    return ids;
  }

  private static String activity(Facts facts, JsonNode cell) {
    for (var node : facts.get("nodes")) {
      if (node.path("id").equals(cell.path("nodeId"))) {
        return node.path("activityCode").asString();
      }
    }
    return "";
  }

  private interface EachCell {
    void cell(JsonNode row, JsonNode cell);
  }

  /** Every cell that has a date. */
  private static void cells(Facts facts, EachCell each) {
    for (var row : facts.get("chart").path("rows")) {
      for (var cell : row.path("cells")) {
        if (cell.path("date").isString()) {
          each.cell(row, cell);
        }
      }
    }
  }

  private static ObjectNode cell(Facts facts, String state) {
    var found = new ArrayList<ObjectNode>();
    cells(facts, (row, cell) -> {
      if (cell.path("state").asString().equals(state)) {
        found.add((ObjectNode) cell);
      }
    });
    return found.getFirst();
  }

  private static Set<String> states(JsonNode row) {
    var states = new HashSet<String>();
    row.path("cells").forEach(cell -> {
      if (cell.path("date").isString()) {
        states.add(cell.path("state").asString());
      }
    });
    return states;
  }
}
