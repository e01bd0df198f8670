package org.xingfuli.programme.flow;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.store.HolidayStore;

/** The work calendar in force: the years that ship with the product and those imported since. */
@Component
public class Calendars {

  /** How far ahead of the known years dates may be computed provisionally. */
  private static final int YEARS_AHEAD = 10;

  private final Transactions transactions;
  private final HolidayStore holidays;
  private volatile @Nullable WorkCalendar current;

  Calendars(Transactions transactions, HolidayStore holidays) {
    this.transactions = transactions;
    this.holidays = holidays;
  }

  /** The calendar in force, carried on provisionally a few years beyond what is announced. */
  public WorkCalendar current() {
    var known = current;
    if (known == null) {
      known = transactions.as(SystemScope.of("programme.calendar"), this::read);
      current = known;
    }
    return known;
  }

  /** Reads again; called after an import has been committed. */
  public void forget() {
    current = null;
  }

  private WorkCalendar read() {
    var calendar = WorkCalendar.statutory();
    for (var year : holidays.all()) {
      calendar = calendar.provisionalThrough(year.year()).withYear(year);
    }
    return calendar.provisionalThrough(calendar.lastYear() + YEARS_AHEAD);
  }
}
