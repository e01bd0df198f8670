package org.xingfuli.drills.year;

import static org.xingfuli.drills.year.Invariant.Applies.has;

import java.util.List;

/** What holds of the causes the battle chart gives, and of what it asks of the command. */
final class InvariantsOfTheCauses {

  private InvariantsOfTheCauses() {}

  static List<Invariant> all() {
    return List.of(barsAddUpToTheShift(), causesAreTheTroubled());
  }

  private static Invariant barsAddUpToTheShift() {
    return new Invariant("bars-add-up-to-the-shift", "the causes of a node in trouble add up to the days it moved", has("why"),
        (facts, breach) -> {
          var why = facts.get("why");
          var sum = 0;
          for (var bar : why.path("waterfall")) {
            sum += bar.path("days").asInt();
          }
          if (sum != why.path("shiftDays").asInt()) {
            breach.accept(why.path("project").path("code") + ": " + sum + " but moved " + why.path("shiftDays"));
          }
        }, facts -> facts.object("why").put("shiftDays", 999));
  }

  private static Invariant causesAreTheTroubled() {
    return new Invariant("causes-are-the-troubled",
        "what is asked of the command is late or at risk on the chart, with the same days",
        has("cause"), (facts, breach) -> {
          var cause = facts.get("cause");
          for (var row : facts.get("chart").path("rows")) {
            for (var cell : row.path("cells")) {
              if (row.path("projectId").equals(cause.path("projectId")) && cell.path("nodeId").equals(cause.path("nodeId"))
                  && !(cell.path("state").equals(cause.path("state")) && cell.path("days").equals(cause.path("days")))) {
                breach.accept(cause.path("projectName") + " " + cause.path("days") + " but the cell has " + cell.path("days"));
              }
            }
          }
        }, facts -> facts.object("cause").put("days", 777));
  }
}
