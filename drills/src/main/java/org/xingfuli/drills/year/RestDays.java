package org.xingfuli.drills.year;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Rest days as the calendar says them.
 *
 * @param offices codes of the activities that are done in offices
 */
record RestDays(Map<LocalDate, String> types, Set<LocalDate> festival, Set<String> offices) {

  static RestDays of(Facts facts) {
    var types = new HashMap<LocalDate, String>();
    var festival = new HashSet<LocalDate>();
    for (var row : facts.get("calendar")) {
      var day = Bar.date(row.path("date"));
      var type = row.path("type").asString();
      types.put(day, type);
      if (row.path("name").asString("").equals("春节") && !type.contains("WORKDAY")) {
        festival.add(day);
      }
    }
    return new RestDays(types, festival, offices(facts));
  }

  private static Set<String> offices(Facts facts) {
    var offices = new HashSet<String>();
    facts.get("template").forEach(row -> {
      if (row.path("calendar").asString().equals("OFFICE")) {
        offices.add(row.path("code").asString());
      }
    });
    return offices;
  }

  /** Whether the crews of an activity work on a day. */
  boolean works(LocalDate day, String activity) {
    var type = types.get(day);
    return type == null || (offices.contains(activity) ? type.contains("WORKDAY") : !festival.contains(day));
  }
}
