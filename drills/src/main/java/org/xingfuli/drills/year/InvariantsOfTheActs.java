package org.xingfuli.drills.year;

import static org.xingfuli.drills.year.Invariant.Applies.has;

import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds of what people did: kept once when it was taken, and not at all when it was refused. */
final class InvariantsOfTheActs {

  private InvariantsOfTheActs() {}

  static List<Invariant> all() {
    return List.of(acknowledgedIsFound(), repeatedIsAnsweredAlike(), refusedChangesNothing(), anotherStreetsIsNobodys());
  }

  private static Invariant acknowledgedIsFound() {
    return new Invariant("acknowledged-is-found", "a report the platform said yes to is on record as it was said", has("reports"),
        (facts, breach) -> {
          for (var act : facts.acts()) {
            var stored = facts.get("reports").path(Objects.requireNonNullElse(act.subject(), ""));
            if (act.acknowledged() && Observer.REPORTS.contains(act.kind()) && stored.isArray()) {
              var found = 0;
              for (var report : stored) {
                found += report.path("id").equals(act.answer().path("id"))
                    && Chronicle.content(report).equals(Chronicle.content(act.answer())) ? 1 : 0;
              }
              if (found != 1) {
                breach.accept(act.about() + " stands " + found + " times");
              }
            }
          }
        }, facts -> facts.get("reports").forEach(rows -> ((ArrayNode) rows).removeAll()));
  }

  private static Invariant repeatedIsAnsweredAlike() {
    return new Invariant("repeated-is-answered-alike",
        "a request sent again gets the answer it got", has("repeated"), (facts, breach) -> {
      for (var pair : facts.get("repeated")) {
        if (!pair.path("first").equals(pair.path("second"))) {
          breach.accept(pair.path("about") + ": " + pair.path("first") + " then " + pair.path("second"));
        }
      }
    }, facts -> ((ObjectNode) facts.get("repeated").get(0)).put("second", "another answer"));
  }

  private static Invariant refusedChangesNothing() {
    return new Invariant("refused-changes-nothing",
        "a slip is refused, and nothing of it is kept", has("refused"), (facts, breach) -> {
      for (var pair : facts.get("refused")) {
        if (pair.path("status").asInt() / 100 != 4 || pair.path("before").asInt() != pair.path("after").asInt()) {
          breach.accept(pair.toString());
        }
      }
    }, facts -> ((ObjectNode) facts.get("refused").get(0)).put("after", 99));
  }

  private static Invariant anotherStreetsIsNobodys() {
    return new Invariant("another-streets-is-nobodys",
        "what lies in another street is answered like what does not exist", has("foreign"),
        (facts, breach) -> {
          for (var pair : facts.get("foreign")) {
            if (!pair.path("theirs").equals(pair.path("nobodys")) || !pair.path("theirs").asString().startsWith("404")) {
              breach.accept(pair.toString());
            }
          }
        }, facts -> ((ObjectNode) facts.get("foreign").get(0)).put("theirs", "200"));
  }
}
