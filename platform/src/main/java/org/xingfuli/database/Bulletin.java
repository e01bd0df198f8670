package org.xingfuli.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every node of the platform that something has happened. What is posted leaves with the commit of the
 * transaction, never before it and never after a rollback; {@link BulletinHearer} hears it within moments.
 *
 * <p>It is told once to who listens at that moment and is kept nowhere. For a consequence that must happen, publish an
 * event; this is for what nodes hold in memory, such as open streams, and can read again.
 */
@Component
public class Bulletin {

  private final JdbcClient jdbc;

  Bulletin(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Posts in the running transaction; the same text twice in one transaction is told once.
   *
   * @param topic module and subject, such as {@code command.chart}
   * @param text what it is about, an id rather than facts: less than 8,000 bytes, nothing secret or personal
   * @throws IllegalStateException outside a transaction
   */
  public void post(String topic, String text) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a posting leaves with its transaction, and there is none");
    }
    jdbc.sql("select pg_notify(?, ?)").params(topic, text).query((row, number) -> true).single();
  }
}
