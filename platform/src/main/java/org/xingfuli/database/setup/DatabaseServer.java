package org.xingfuli.database.setup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where PostgreSQL answers: our own, or somebody's. */
public interface DatabaseServer extends AutoCloseable {

  /** JDBC address of the platform's database; asked for at each new connection. */
  String address();

  /** The login that may make roles, or null when the three logins are given. */
  @Nullable Login administrator();

  @Override
  void close();

  /** Signs in. */
  default Connection connect(Login login, String purpose) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    properties.setProperty("ApplicationName", "xingfuli " + purpose);
    properties.setProperty("currentSchema", "database");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(address(), properties);
  }
}
