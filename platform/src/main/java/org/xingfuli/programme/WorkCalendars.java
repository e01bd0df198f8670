package org.xingfuli.programme;

import org.springframework.stereotype.Component;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.flow.Calendars;

/** Lends the work calendar, with the years imported since the product shipped, to modules that stand above. */
@Component
public class WorkCalendars {

  private final Calendars calendars;

  WorkCalendars(Calendars calendars) {
    this.calendars = calendars;
  }

  /** The calendar in force, carried on provisionally a few years beyond what is announced: for what is shown. */
  public WorkCalendar current() {
    return calendars.current();
  }

  /** The calendar as it is stored at this moment, in the running transaction: for what is written and stays. */
  public WorkCalendar inForce() {
    return calendars.inForce();
  }
}
