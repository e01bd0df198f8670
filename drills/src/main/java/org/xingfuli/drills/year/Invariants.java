package org.xingfuli.drills.year;

import java.util.List;
import java.util.stream.Stream;

/** All invariants of a year, each with a fault it must find; held in this order. */
final class Invariants {

  private Invariants() {}

  static List<Invariant> all() {
    return Stream.of(InvariantsOfTheTimetable.all(), InvariantsOfThePlan.all(), InvariantsOfTheChart.all(),
        InvariantsOfTheFigures.all(), InvariantsOfTheCauses.all(), InvariantsOfTheActs.all(), InvariantsOfTheAudit.all(),
        InvariantsOfTheRecords.all(), InvariantsOfTheValue.all(), InvariantsOfSites.all())
        .flatMap(List::stream).toList();
  }
}
