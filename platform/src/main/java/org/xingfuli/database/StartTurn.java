package org.xingfuli.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.xingfuli.database.server.CannotStart;
import org.xingfuli.database.setup.PreparedDatabase;

/**
 * Lets nodes on one database start one after the other, from before the first bean writes until it is ready: what a first
 * start makes (the district, the demo, the first administrator's link) is made once. A node that dies starting gives up its
 * turn with its connection.
 */
final class StartTurn implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StartTurn.class);
  private static final long LOCK = 7310033470816L;

  private @Nullable Connection held;

  /** Waits for its turn. */
  static StartTurn take(PreparedDatabase database) {
    var turn = new StartTurn();
    try {
      var connection = database.bulletin().getConnection();
      turn.held = connection;
      try (var statement = connection.createStatement()) {
        try (var row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
          row.next();
          if (row.getBoolean(1)) {
            return turn;
          }
        }
        LOG.info("another node is starting; this one waits for its turn");
        statement.execute("set lock_timeout = '10min'");
        statement.execute("select pg_advisory_lock(" + LOCK + ")");
        return turn;
      }
    } catch (SQLException e) {
      turn.close();
      throw new CannotStart("等待另一个节点启动未果：" + e.getMessage(), "Waiting for another node's start failed: " + e.getMessage(), e);
    }
  }

  @EventListener
  void over(ApplicationReadyEvent ready) {
    close();
  }

  @Override
  public synchronized void close() {
    var connection = held;
    held = null;
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException gone) {
        LOG.debug("the turn went with its connection", gone);
      }
    }
  }
}
