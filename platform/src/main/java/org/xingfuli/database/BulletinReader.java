package org.xingfuli.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.xingfuli.database.setup.PreparedDatabase;

/**
 * Listens for what is posted, on one connection that does nothing else. When that breaks it is opened again after a
 * growing pause, and hearers are told that they may have missed something. A proxy between platform and PostgreSQL must
 * keep sessions apart (no transaction pooling), or nothing is heard.
 */
@Component
class BulletinReader implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(BulletinReader.class);

  /** After so long a silence the connection is asked whether it still stands; a dead one tells nothing by itself. */
  private static final Duration SILENCE = Duration.ofSeconds(2);

  private static final int ANSWER_SECONDS = 2;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  private final PreparedDatabase database;
  private final List<BulletinHearer> hearers;
  private volatile boolean running;
  private volatile @Nullable Connection open;

  BulletinReader(PreparedDatabase database, List<BulletinHearer> hearers) {
    this.database = database;
    this.hearers = hearers;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("bulletin").start(this::listenForEver);
  }

  private void listenForEver() {
    var pause = FIRST_PAUSE;
    while (running) {
      try (var connection = database.bulletin().getConnection()) {
        open = connection;
        listen(connection);
        pause = FIRST_PAUSE;
        read(connection);
      } catch (SQLException | RuntimeException broken) {
        if (running) {
          LOG.warn("not listening to the other nodes: {}; again in {} ms", broken.getMessage(), pause.toMillis());
          pause = sleptTwiceAsLong(pause);
        }
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var topic : topics()) {
        statement.execute("listen \"" + topic + "\"");
      }
    }
    // From here on nothing committed is missed; what was committed before is read again.
    hearers.forEach(hearer -> quietly(hearer::missed));
  }

  private Set<String> topics() {
    var topics = new TreeSet<String>();
    hearers.forEach(hearer -> topics.addAll(hearer.topics()));
    if (topics.stream().anyMatch(topic -> !topic.matches("[a-z.-]+"))) {
      throw new IllegalStateException("no names of topics: " + topics);
    }
    return topics;
  }

  private void read(Connection connection) throws SQLException {
    var postgres = connection.unwrap(PGConnection.class);
    while (running) {
      var postings = postgres.getNotifications((int) SILENCE.toMillis());
      if (postings == null || postings.length == 0) {
        if (running && !connection.isValid(ANSWER_SECONDS)) {
          throw new SQLException("the connection no longer answers");
        }
        continue;
      }
      for (var posting : postings) {
        hearers.stream().filter(hearer -> hearer.topics().contains(posting.getName()))
            .forEach(hearer -> quietly(() -> hearer.heard(posting.getName(), posting.getParameter())));
      }
    }
  }

  /** A hearer that fails must not make the others deaf. */
  private static void quietly(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException failed) {
      LOG.error("a posting was not taken in", failed);
    }
  }

  private static Duration sleptTwiceAsLong(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    var longer = pause.multipliedBy(2);
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  @Override
  public void stop() {
    running = false;
    var connection = open;
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException gone) {
        LOG.debug("already gone", gone);
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server, so that whoever opens a stream is told from the first moment. */
  @Override
  public int getPhase() {
    return 0;
  }
}
