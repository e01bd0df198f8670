package org.xingfuli.kernel;

import java.time.LocalDate;
import java.util.Map;

/**
 * Nobody has said which days of that year are worked. Raised instead of guessing; who wants to plan beyond the
 * announced years asks for it by {@link WorkCalendar#provisionalThrough}.
 */
public final class CalendarUnknown extends Refused {

  private static final long serialVersionUID = 1L;

  CalendarUnknown(LocalDate date, int firstYear, int lastYear) {
    super(Refusal.of("calendar.unknown", Map.of("date", date, "firstYear", firstYear, "lastYear", lastYear)));
  }
}
