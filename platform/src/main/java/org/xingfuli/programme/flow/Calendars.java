package org.xingfuli.programme.flow;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
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

  /**
   * The calendar as the running transaction has stored it. Everybody has it from the commit on, before the transaction's
   * locks are given up; after a failure nobody does.
   */
  WorkCalendar inThisTransaction() {
    var stored = read();
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void beforeCommit(boolean readOnly) {
        current = stored;
      }

      @Override
      public void afterCompletion(int status) {
        if (status != STATUS_COMMITTED) {
          current = null;
        }
      }
    });
    return stored;
  }

  private WorkCalendar read() {
    var calendar = WorkCalendar.statutory();
    for (var year : holidays.all()) {
      calendar = calendar.provisionalThrough(year.year()).withYear(year);
    }
    return calendar.provisionalThrough(calendar.lastYear() + YEARS_AHEAD);
  }
}
