package org.xingfuli.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Everything wrong with a year somebody wants to add to a calendar, all at once. */
final class HolidayYearCheck {

  private HolidayYearCheck() {}

  static List<Refusal> of(HolidayYear year, int firstKnown, int lastKnown) {
    var faults = new ArrayList<Refusal>();
    if (year.year() < firstKnown || year.year() > lastKnown + 1) {
      faults.add(
          Refusal.of("calendar.year-gap", Map.of("year", year.year(), "first", firstKnown, "next", lastKnown + 1)));
    }
    if (year.announced() && year.days().isEmpty()) {
      faults.add(Refusal.of("calendar.year-empty", Map.of("year", year.year())));
    }
    var seen = new HashSet<LocalDate>();
    for (var day : year.days()) {
      var date = day.date();
      if (!belongs(date, year.year())) {
        faults.add(Refusal.of("calendar.day-outside-year", Map.of("year", year.year(), "date", date)));
      }
      if (!seen.add(date)) {
        faults.add(Refusal.of("calendar.day-twice", Map.of("year", year.year(), "date", date)));
      }
      if (day.name().isBlank()) {
        faults.add(Refusal.of("calendar.day-nameless", Map.of("year", year.year(), "date", date)));
      }
    }
    return faults;
  }

  /** A paper names days of its year and, for New Year's Day, of the December before. */
  private static boolean belongs(LocalDate date, int year) {
    return date.getYear() == year || (date.getYear() == year - 1 && date.getMonth() == Month.DECEMBER);
  }

  static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
