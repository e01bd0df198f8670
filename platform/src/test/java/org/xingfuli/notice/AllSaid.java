package org.xingfuli.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.notice.flow.TakeApart;

/**
 * Brings what was said so far to the inboxes, for tests that then look into one. Made by hand: a bean would make a context of
 * its own, with its own connections, of every test that imports it.
 */
public final class AllSaid {

  private final TakeApart takeApart;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  public AllSaid(TakeApart takeApart, Transactions transactions, JdbcClient jdbc) {
    this.takeApart = takeApart;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /** Also waits for what the platform's own turn holds at this moment, which a turn of ours passes over. */
  public void reaches() {
    for (int at = 0; at < 200; at++) {
      takeApart.all();
      if (waiting() == 0) {
        return;
      }
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(waiting()).as("said and not taken apart").isZero();
  }

  private long waiting() {
    return transactions.as(SystemScope.of("test"),
        () -> jdbc.sql("select count(*) from notice.outbox where taken_at is null").query(Long.class).single());
  }
}
