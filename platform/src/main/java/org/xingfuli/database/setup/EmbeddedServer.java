package org.xingfuli.database.setup;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.xingfuli.database.server.CannotStart;
import org.xingfuli.database.server.EmbeddedPostgres;

/** The PostgreSQL we bring along, with our database made in it. */
public final class EmbeddedServer implements DatabaseServer {

  private static final String DATABASE = "xingfuli";

  private final EmbeddedPostgres postgres;

  private EmbeddedServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts it over the data folder. */
  public static EmbeddedServer start(Path data) {
    var server = new EmbeddedServer(EmbeddedPostgres.start(data));
    try {
      server.createDatabase();
      return server;
    } catch (SQLException e) {
      server.close();
      throw new CannotStart("无法创建数据库：" + e.getMessage(), "The database cannot be made: " + e.getMessage(), e);
    }
  }

  /** The database of a platform that runs on this machine, as a guest who leaves it running. */
  public static DatabaseServer joined(int port) {
    return new ExternalServer("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE), null);
  }

  private void createDatabase() throws SQLException {
    var admin = administrator();
    try (var connection = DriverManager.getConnection(postgres.address("postgres"), admin.user(), admin.password());
        var statement = connection.createStatement()) {
      try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("create database " + DATABASE);
    }
  }

  @Override
  public String address() {
    return postgres.address(DATABASE);
  }

  @Override
  public Login administrator() {
    return new Login(postgres.superuser(), postgres.password());
  }

  @Override
  public void close() {
    postgres.close();
  }
}
