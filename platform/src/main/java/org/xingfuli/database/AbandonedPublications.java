package org.xingfuli.database;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds, at start, the publications a killed process left open, and has them delivered at once instead of after the
 * staleness of minutes. What a living node works on is left to it, and to {@link Nodes} when it dies.
 */
@Component
class AbandonedPublications implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AbandonedPublications.class);

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Instant ourStart;
  private volatile boolean running;

  AbandonedPublications(JdbcClient jdbc, Transactions transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.ourStart = clock.instant();
  }

  @Override
  public void start() {
    running = true;
    var found = transactions.as(SystemScope.of("database.redeliver-events"), () -> jdbc.sql("""
            update database.event_publication set status = 'FAILED'
            where completion_date is null and status <> 'FAILED'
              and greatest(publication_date, last_resubmission_date) < ?
              and (node is null or not exists (select from database.node n where n.id::text = event_publication.node))""")
        .param(Timestamp.from(ourStart))
        .update());
    if (found > 0) {
      LOG.info("{} events were left unfinished by a process of before; they are delivered now", found);
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  /** Before the web server, so that nothing of ours is open yet. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
