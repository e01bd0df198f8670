package org.xingfuli.drills.year;

import static org.xingfuli.drills.year.Invariant.Applies.has;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What holds of lists that leave the platform and come into it, and of rights that end. */
final class InvariantsOfTheRecords {

  private InvariantsOfTheRecords() {}

  static List<Invariant> all() {
    return List.of(workbookHasTheRows(), importedIsFoundOnce(), aRevokedRightEnds());
  }

  private static Invariant workbookHasTheRows() {
    return new Invariant("workbook-has-the-rows",
        "a workbook has as many rows as the list it was made of", has("workbooks"), (facts, breach) -> {
      for (var book : facts.get("workbooks")) {
        if (book.path("rows").asInt() != book.path("listed").asInt()) {
          breach.accept(book.toString());
        }
      }
    }, facts -> ((ObjectNode) facts.get("workbooks").get(0)).put("rows", 1));
  }

  private static Invariant importedIsFoundOnce() {
    return new Invariant("imported-is-found-once", "an estate that was imported is found, once", has("found"), (facts, breach) -> {
      for (var row : facts.get("found")) {
        if (row.path("found").asInt() != 1) {
          breach.accept(row.toString());
        }
      }
    }, facts -> ((ObjectNode) facts.get("found").get(0)).put("found", 0));
  }

  private static Invariant aRevokedRightEnds() {
    return new Invariant("a-revoked-right-ends", "an officer sees the street until the appointment is revoked, and nothing after",
        has("deputies"), (facts, breach) -> {
          for (var deputy : facts.get("deputies")) {
            var over = facts.day().isAfter(Bar.date(deputy.path("last")));
            var strange = false;
            for (var estate : deputy.path("estates")) {
              strange |= !estate.path("street").equals(deputy.path("street"));
            }
            if (over == (deputy.path("status").asInt() == 200) || strange) {
              breach.accept(deputy.path("name") + " of " + deputy.path("street") + " until " + deputy.path("last") + " is answered "
                  + deputy.path("status") + " " + deputy.path("code"));
            }
          }
        }, facts -> ((ObjectNode) facts.get("deputies").get(0)).put("last",
            facts.day().plusDays(facts.get("deputies").get(0).path("status").asInt() == 200 ? -1 : 1).toString()));
  }
}
