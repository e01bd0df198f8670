package org.xingfuli.drills;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The least that a durable intake can be: one row like an appeal with four indexes, one row in an outbox, one commit, over one
 * connection. No rights, no audit, no clocks, no HTTP; measured in the same database beside the platform's own intake.
 */
final class IntakePeer implements AutoCloseable {

  private final Connection connection;
  private final PreparedStatement appeal;
  private final PreparedStatement outbox;

  IntakePeer(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    appeal = connection.prepareStatement("""
        insert into drill.peer_appeal (id, number, channel, request_key, area, words, received_at)
        values (?, ?, 'HOTLINE_12345', ?, '320613005', ?, clock_timestamp())""");
    outbox = connection.prepareStatement("insert into drill.peer_outbox (id, event) values (?, cast(? as jsonb))");
  }

  static void prepare(Connection connection) throws SQLException {
    SharedDatabase.execute(connection, """
        create schema if not exists drill;
        create table drill.peer_appeal (id uuid primary key, number text not null unique, channel text not null,
          request_key text not null, area text not null, words text not null, received_at timestamptz not null);
        create unique index on drill.peer_appeal (channel, request_key);
        create index on drill.peer_appeal (area, received_at);
        create table drill.peer_outbox (id uuid primary key, event jsonb not null, at timestamptz not null default clock_timestamp())""");
  }

  void register(String words) throws SQLException {
    var id = UUID.randomUUID();
    appeal.setObject(1, id);
    appeal.setString(2, "SQ-" + id);
    appeal.setString(3, id.toString());
    appeal.setString(4, words);
    appeal.executeUpdate();
    outbox.setObject(1, UUID.randomUUID());
    outbox.setString(2, "{\"event\": \"received\", \"appeal\": \"" + id + "\", \"channel\": \"HOTLINE_12345\"}");
    outbox.executeUpdate();
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
