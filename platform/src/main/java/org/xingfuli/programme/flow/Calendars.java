package org.xingfuli.programme.flow;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xingfuli.database.Bulletin;
import org.xingfuli.database.BulletinHearer;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.store.HolidayStore;

/**
 * The work calendar in force: the years that ship with the product and those imported since. Each node keeps it in memory
 * and reads it again when a year was imported on any.
 */
@Component
public class Calendars implements BulletinHearer {

  static final String TOPIC = "programme.calendar";

  /** How far ahead of the known years dates may be computed provisionally. */
  private static final int YEARS_AHEAD = 10;

  private final Transactions transactions;
  private final HolidayStore holidays;
  private final Bulletin bulletin;
  private volatile @Nullable Known known;

  Calendars(Transactions transactions, HolidayStore holidays, Bulletin bulletin) {
    this.transactions = transactions;
    this.holidays = holidays;
    this.bulletin = bulletin;
  }

  /** A calendar, and the state of the store it was read from. */
  private record Known(String stamp, WorkCalendar calendar) {}

  /** The calendar in force, carried on provisionally a few years beyond what is announced. */
  public WorkCalendar current() {
    var kept = known;
    return kept == null ? transactions.as(SystemScope.of("programme.calendar"), this::inForce) : kept.calendar();
  }

  /**
   * The calendar as it is stored at this moment, in the running transaction: for what is written and stays. A year imported
   * on another node counts with its commit there, a moment before this node hears of it.
   */
  public WorkCalendar inForce() {
    var kept = known;
    var stamp = holidays.stamp();
    if (kept == null || !kept.stamp().equals(stamp)) {
      kept = new Known(stamp, read());
      known = kept;
    }
    return kept.calendar();
  }

  /**
   * The calendar as the running transaction has stored it. Everybody on this node has it from the commit on, before the
   * transaction's locks are given up, and the others read it again as they hear; after a failure nobody does.
   */
  WorkCalendar inThisTransaction() {
    var stored = new Known(holidays.stamp(), read());
    bulletin.post(TOPIC, "");
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void beforeCommit(boolean readOnly) {
        known = stored;
      }

      @Override
      public void afterCompletion(int status) {
        if (status != STATUS_COMMITTED) {
          known = null;
        }
      }
    });
    return stored.calendar();
  }

  @Override
  public Set<String> topics() {
    return Set.of(TOPIC);
  }

  @Override
  public void heard(String topic, String text) {
    known = null;
  }

  @Override
  public void missed() {
    known = null;
  }

  private WorkCalendar read() {
    var calendar = WorkCalendar.statutory();
    for (var year : holidays.all()) {
      calendar = calendar.provisionalThrough(year.year()).withYear(year);
    }
    return calendar.provisionalThrough(calendar.lastYear() + YEARS_AHEAD);
  }
}
