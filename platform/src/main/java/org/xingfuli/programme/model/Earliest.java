package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/** A day of the programme's year before which an activity may not start; written {@code Y-1 09-01} or {@code Y 02-12}. */
public record Earliest(int yearOffset, MonthDay day) {

  public static @Nullable Earliest parse(String notation) {
    if (notation.isBlank()) {
      return null;
    }
    var parts = notation.strip().split(" ", 2);
    var offset = parts[0].length() == 1 ? 0 : Integer.parseInt(parts[0].substring(1));
    return new Earliest(offset, MonthDay.parse("--" + parts[1]));
  }

  public LocalDate in(int year) {
    return day.atYear(year + yearOffset);
  }

  public String notation() {
    var year = yearOffset == 0 ? "Y" : "Y" + (yearOffset > 0 ? "+" : "") + yearOffset;
    return year + " " + day.toString().substring(2);
  }
}
