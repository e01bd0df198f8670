package org.xingfuli.drills.year;

import static org.xingfuli.drills.year.Invariant.Applies.ALWAYS;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What holds of the frozen plan, and of the crews it asks for. */
final class InvariantsOfThePlan {

  private InvariantsOfThePlan() {}

  static List<Invariant> all() {
    return List.of(frozenPlanStands(), crewsFitThePlan());
  }

  private static Invariant frozenPlanStands() {
    return new Invariant("frozen-plan-stands", "reports change no date of the frozen plan; only another freeze does", facts ->
        facts.sameYearAsBefore() && samePlan(facts), (facts, breach) -> {
      var before = new HashMap<String, Bar>();
      Objects.requireNonNull(facts.before()).bars().forEach(bar -> before.put(bar.id(), bar));
      for (var bar : facts.bars()) {
        var old = before.get(bar.id());
        if (old != null && !(Objects.equals(old.baselineStart(), bar.baselineStart())
            && Objects.equals(old.baselineFinish(), bar.baselineFinish()))) {
          breach.accept(bar.about() + " was planned to " + old.baselineFinish() + " and is to " + bar.baselineFinish());
        }
      }
    }, facts -> facts.row(row -> row.path("baselineFinish").isString()).put("baselineFinish", "2030-01-01"));
  }

  private static Invariant crewsFitThePlan() {
    return new Invariant("crews-fit-the-plan",
        "on no day does the frozen plan ask for more of a crew than there is and was added by what it adopted", ALWAYS, (facts, breach) -> {
      var rest = RestDays.of(facts);
      var estates = new HashMap<String, String>();
      var carried = new HashSet<String>();
      for (var project : facts.get("projects")) {
        estates.put(project.path("id").asString(), project.path("estates").path(0).path("id").asString());
        if (project.path("carriedOverFrom").isInt()) {
          carried.add(project.path("id").asString());
        }
      }
      for (var crew : facts.get("crews")) {
        var load = new HashMap<String, Integer>();
        var code = crew.path("code").asString();
        for (var bar : facts.bars()) {
          var need = bar.crews().getOrDefault(code, 0);
          // What had begun when a later plan was frozen goes on as it is, whatever the crews.
          if (need == 0 || bar.baselineStart() == null || bar.baselineFinish() == null || begunBeforeThePlan(facts, carried, bar)) {
            continue;
          }
          var pool = switch (crew.path("sharedWithin").asString()) {
            case "DISTRICT" -> "";
            case "STREET" -> bar.street();
            case "ESTATE" -> estates.getOrDefault(bar.projectId(), "");
            default -> bar.projectId();
          };
          for (var day = bar.baselineStart(); !day.isAfter(bar.baselineFinish()); day = day.plusDays(1)) {
            if (rest.works(day, bar.code())) {
              load.merge(pool + " " + day, need, Integer::sum);
            }
          }
        }
        var capacity = crew.path("capacity").asInt();
        for (var change : crew.path("changes")) {
          capacity = Math.max(capacity, change.path("capacity").asInt());
        }
        var most = capacity;
        load.entrySet().stream().filter(each -> each.getValue() > most + adopted(facts, code, each.getKey()))
            .max(Map.Entry.comparingByValue())
            .ifPresent(each -> breach.accept(code + " would need " + each.getValue() + " of " + most));
      }
    }, facts -> facts.get("crews").forEach(crew -> ((ObjectNode) crew).put("capacity", 1)));
  }

  /** Crews that the plan has adopted besides the year's own, for a pool on a day. */
  private static int adopted(Facts facts, String code, String poolAndDay) {
    var at = poolAndDay.lastIndexOf(' ');
    var day = poolAndDay.substring(at + 1);
    var by = 0;
    for (var crew : facts.get("timetable").path("crews")) {
      for (var change : crew.path("code").asString().equals(code) ? crew.path("adopted") : crew.path("none")) {
        var pool = change.path("pool").isString() ? change.path("pool").asString() : "";
        if ((pool.isEmpty() || pool.equals(poolAndDay.substring(0, at))) && change.path("from").asString().compareTo(day) <= 0
            && change.path("until").asString().compareTo(day) >= 0) {
          by += change.path("by").asInt();
        }
      }
    }
    return by;
  }

  private static boolean samePlan(Facts facts) {
    return Objects.requireNonNull(facts.before()).get("programme").path("frozenPlan").path("id")
        .equals(facts.get("programme").path("frozenPlan").path("id"));
  }

  private static boolean begunBeforeThePlan(Facts facts, Set<String> carried, Bar bar) {
    return bar.started()
        && (carried.contains(bar.projectId()) || facts.get("programme").path("frozenPlan").path("version").asInt() > 1);
  }
}
