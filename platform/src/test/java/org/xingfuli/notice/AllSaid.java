package org.xingfuli.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.notice.flow.TakeApart;

/**
 * Brings what was said so far to the inboxes, for tests that then look into one. No bean: it would make a context of its own,
 * with its own connections, of every test that imports it.
 */
public final class AllSaid {

  private AllSaid() {}

  /** Also waits for what the platform's own turn holds at this moment, which a turn of ours passes over. */
  public static void reaches(TakeApart takeApart, Transactions transactions, JdbcClient jdbc) {
    var waiting = 1L;
    for (int at = 0; at < 200 && waiting > 0; at++) {
      takeApart.all();
      waiting = transactions.as(SystemScope.of("test"),
          () -> jdbc.sql("select count(*) from notice.outbox where taken_at is null").query(Long.class).single());
      LockSupport.parkNanos(waiting > 0 ? 50_000_000 : 0);
    }
    assertThat(waiting).as("said and not taken apart").isZero();
  }
}
