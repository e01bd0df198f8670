package org.xingfuli.programme.flow;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xingfuli.utilities.WorkDays;

/** Lends the programme's work calendar to the utilities. */
@Component
class WorkDaysForUtilities implements WorkDays {

  private final Calendars calendars;

  WorkDaysForUtilities(Calendars calendars) {
    this.calendars = calendars;
  }

  @Override
  public LocalDate after(LocalDate day, int workdays) {
    return calendars.current().plusWorkdays(day, workdays).date();
  }

  @Override
  public Optional<String> holiday(LocalDate day) {
    var calendar = calendars.current();
    return calendar.knows(day) && !calendar.isWorkday(day) ? calendar.nameOf(day) : Optional.empty();
  }
}
