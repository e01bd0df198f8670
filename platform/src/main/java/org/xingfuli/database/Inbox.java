package org.xingfuli.database;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What listeners have done, so that an event delivered twice has its effect once. */
@Component
public class Inbox {

  private final JdbcClient jdbc;

  Inbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Does the effect unless this listener has done it for this event before; the note stands or falls with the effect.
   *
   * @return whether the effect was done now
   * @throws IllegalStateException outside a transaction
   */
  public boolean once(String listener, UUID eventId, Runnable effect) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("the inbox joins the effect's transaction, and there is none");
    }
    // A second delivery at the same moment waits here for the first, and then finds its note.
    var first = jdbc.sql("insert into database.inbox (listener, event_id) values (?, ?) on conflict do nothing")
        .params(listener, eventId)
        .update();
    if (first == 1) {
      effect.run();
    }
    return first == 1;
  }

  /** Forgets old notes. */
  void forgetOlderThan(Duration age) {
    jdbc.sql("delete from database.inbox where received_at < now() - make_interval(secs => ?)")
        .param(age.toSeconds())
        .update();
  }
}
