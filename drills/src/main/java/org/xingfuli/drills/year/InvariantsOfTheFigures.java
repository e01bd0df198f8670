package org.xingfuli.drills.year;

import static org.xingfuli.drills.year.Invariant.Applies.ALWAYS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds of the battle chart's figures, and of its streets. */
final class InvariantsOfTheFigures {

  private InvariantsOfTheFigures() {}

  static List<Invariant> all() {
    return List.of(kpiWithinItsWhole(), kpiIsItsRows(), streetsAddUp(), anOfficerSeesTheOwnStreet());
  }

  private static Invariant kpiWithinItsWhole() {
    return new Invariant("kpi-within-its-whole", "no figure counts more than what it is a part of", ALWAYS, (facts, breach) -> {
      for (var kpi : facts.get("chart").path("kpis")) {
        var whole = kpi.path("denominator").asInt() * (kpi.path("code").asString().equals("PROGRESS") ? 100 : 1);
        if (kpi.path("numerator").asInt() > whole || kpi.path("numerator").asInt() < 0) {
          breach.accept(kpi.path("code") + ": " + kpi.path("numerator") + " of " + whole);
        }
      }
    }, facts -> ((ObjectNode) facts.get("chart").path("kpis").get(0)).put("numerator", 1_000_000));
  }

  private static Invariant kpiIsItsRows() {
    return new Invariant("kpi-is-its-rows", "every figure is what its rows add up to", ALWAYS, (facts, breach) -> {
      var wanted = counted(facts.get("chart"));
      for (var kpi : facts.get("chart").path("kpis")) {
        var sums = wanted.get(kpi.path("code").asString());
        if (sums != null && (sums[0] != kpi.path("numerator").asInt() || sums[1] != kpi.path("denominator").asInt())) {
          breach.accept(kpi.path("code") + ": " + kpi.path("numerator") + "/" + kpi.path("denominator") + " but the rows have "
              + sums[0] + "/" + sums[1]);
        }
      }
    }, facts -> ((ObjectNode) facts.get("chart").path("kpis").get(1)).put("numerator", 1));
  }

  private static Invariant streetsAddUp() {
    return new Invariant("streets-add-up", "the streets of the chart add up to the district", ALWAYS, (facts, breach) -> {
      var rows = facts.get("chart").path("rows");
      var sum = 0;
      for (var street : facts.get("chart").path("streets")) {
        var code = street.path("street").asString();
        var counts = new int[3];
        rows.forEach(row -> {
          if (row.path("street").asString().equals(code)) {
            counts[0]++;
            counts[1] += row.path("worst").asString().equals("LATE") ? 1 : 0;
            counts[2] += row.path("worst").asString().equals("AT_RISK") ? 1 : 0;
          }
        });
        sum += counts[0];
        if (counts[0] != street.path("projects").asInt() || counts[1] != street.path("late").asInt()
            || counts[2] != street.path("atRisk").asInt()) {
          breach.accept(code + " has " + street + " but its rows " + List.of(counts[0], counts[1], counts[2]));
        }
      }
      if (sum != rows.size()) {
        breach.accept(sum + " in streets, " + rows.size() + " in the district");
      }
    }, facts -> ((ObjectNode) facts.get("chart").path("streets").get(0)).put("late", 99));
  }

  private static Invariant anOfficerSeesTheOwnStreet() {
    return new Invariant("an-officer-sees-the-own-street",
        "a street's officer sees that street's rows as the command does, and no other", ALWAYS,
        (facts, breach) -> {
          var seen = facts.get("street");
          var street = seen.path("street").asString();
          var whole = new TreeMap<String, String>();
          facts.get("chart").path("rows").forEach(row -> {
            if (row.path("street").asString().equals(street)) {
              whole.put(row.path("code").asString(), Chronicle.content(row));
            }
          });
          var own = new TreeMap<String, String>();
          seen.path("chart").path("rows").forEach(row -> own.put(row.path("code").asString(), Chronicle.content(row)));
          if (!own.equals(whole)) {
            breach.accept(street + " sees " + own.keySet() + " of " + whole.keySet());
          }
        }, facts -> ((ArrayNode) facts.get("street").path("chart").path("rows")).removeAll());
  }

  /** Numerator and denominator of each figure, counted from the rows. */
  private static Map<String, int[]> counted(JsonNode chart) {
    var nodes = 0;
    var byState = new HashMap<String, Integer>();
    var reachedLate = 0;
    var planned = 0;
    var progress = 0;
    var households = 0;
    var begun = 0;
    for (var row : chart.path("rows")) {
      households += row.path("households").asInt();
      begun += row.path("progress").asInt() > 0 ? row.path("households").asInt() : 0;
      if (row.path("inFrozenPlan").asBoolean()) {
        planned++;
        progress += row.path("progress").asInt();
      }
      for (var cell : row.path("cells")) {
        if (cell.path("date").isString()) {
          nodes++;
          byState.merge(cell.path("state").asString(), 1, Integer::sum);
          reachedLate += cell.path("state").asString().equals("DONE") && cell.path("days").asInt() < 0 ? 1 : 0;
        }
      }
    }
    var late = byState.getOrDefault("LATE", 0);
    return Map.of("PROJECTS", new int[] {planned, chart.path("rows").size()}, "HOUSEHOLDS", new int[] {begun, households},
        "KEPT", new int[] {nodes - late - reachedLate, nodes}, "REACHED", new int[] {byState.getOrDefault("DONE", 0), nodes},
        "AT_RISK", new int[] {byState.getOrDefault("AT_RISK", 0), nodes}, "LATE", new int[] {late, nodes},
        "PROGRESS", new int[] {progress, planned});
  }
}
