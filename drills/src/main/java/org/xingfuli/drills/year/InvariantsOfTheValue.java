package org.xingfuli.drills.year;

import static org.xingfuli.drills.year.Invariant.Applies.has;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds of a year's money, and of what a year leaves to the next. */
final class InvariantsOfTheValue {

  private InvariantsOfTheValue() {}

  static List<Invariant> all() {
    return List.of(earnedWithinTheBudget(), valueAddsUp(), carriedOverStandsInBothYears());
  }

  private static Invariant earnedWithinTheBudget() {
    return new Invariant("earned-within-the-budget",
        "no project has earned or planned more than its budget", has("value"), (facts, breach) -> {
      for (var row : facts.get("value").path("rows")) {
        var figures = row.path("figures");
        if (figures.isObject() && (figures.path("earned").asDouble() > figures.path("budget").asDouble() + 0.01
            || figures.path("planned").asDouble() > figures.path("budget").asDouble() + 0.01)) {
          breach.accept(row.path("code") + " " + figures);
        }
      }
    }, facts -> facts.get("value").path("rows").forEach(row -> {
      if (row.path("figures").isObject()) {
        ((ObjectNode) row.path("figures")).put("earned", 1e15);
      }
    }));
  }

  private static Invariant valueAddsUp() {
    return new Invariant("value-adds-up",
        "the budgets and earned values of the projects and of the streets add up to the district's",
        has("value"), (facts, breach) -> {
          var whole = facts.get("value").path("figures");
          for (var part : List.of("rows", "streets")) {
            for (var figure : List.of("budget", "earned")) {
              var sum = 0.0;
              for (var row : facts.get("value").path(part)) {
                sum += row.path("figures").path(figure).asDouble(0);
              }
              if (Math.abs(sum - whole.path(figure).asDouble(0)) > 1) {
                breach.accept(part + " have " + figure + " " + sum + " of " + whole.path(figure));
              }
            }
          }
        }, facts -> ((ObjectNode) facts.get("value").path("figures")).put("budget", -5));
  }

  private static Invariant carriedOverStandsInBothYears() {
    return new Invariant("carried-over-stands-in-both-years",
        "a project that was carried over is shown in both years", has("carried"),
        (facts, breach) -> {
          for (var row : facts.get("carried")) {
            var years = new HashSet<Integer>();
            row.path("years").forEach(year -> years.add(year.asInt()));
            if (!years.containsAll(Set.of(row.path("from").asInt(), row.path("to").asInt()))) {
              breach.accept(row.toString());
            }
          }
        }, facts -> ((ArrayNode) facts.get("carried").get(0).path("years")).removeAll());
  }
}
