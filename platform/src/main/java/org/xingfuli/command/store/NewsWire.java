package org.xingfuli.command.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * LISTEN and NOTIFY: what is sent in a transaction reaches every node of the platform when it commits, this one too, and
 * nobody when it does not. Whoever was not connected at that moment never hears it.
 */
@Component
public class NewsWire {

  private static final String CHANNEL = "xingfuli_command";
  private static final int WAIT_MILLISECONDS = 1000;

  private final JdbcClient jdbc;
  private final DataSource source;

  NewsWire(JdbcClient jdbc, DataSource source) {
    this.jdbc = jdbc;
    this.source = source;
  }

  /** Sends with the running transaction. */
  public void send(String text) {
    jdbc.sql("select pg_notify(?, ?)").param(CHANNEL).param(text).query((row, number) -> true).single();
  }

  /**
   * Hears until it is not wanted any more or the connection breaks; takes one connection for itself.
   *
   * @param connected called when nothing sent from now on will be missed
   */
  public void hear(BooleanSupplier wanted, Runnable connected, Consumer<String> heard) throws SQLException {
    try (Connection connection = source.getConnection(); var statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.execute("listen " + CHANNEL);
      connected.run();
      try {
        var wire = connection.unwrap(PGConnection.class);
        while (wanted.getAsBoolean()) {
          for (var notification : wire.getNotifications(WAIT_MILLISECONDS)) {
            heard.accept(notification.getParameter());
          }
        }
      } finally {
        if (!connection.isClosed()) {
          statement.execute("unlisten *");
        }
      }
    }
  }
}
