package org.xingfuli.database.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Properties;

/** Signs in and makes sure that it is our server, over our folder, and that it forgets nothing. */
final class ServerCheck {

  /** Key of the lock a running platform holds; the letters of "xingfuli" as a number. */
  private static final long PLATFORM_LOCK = 0x78696e6766756c69L;

  private static final String WRONG_PASSWORD = "28P01";

  private ServerCheck() {}

  static void check(String address, String password, Folders folders) throws SQLException {
    try (var connection = connect(address, password); var statement = connection.createStatement();
        var row = statement.executeQuery("""
            select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
              current_setting('full_page_writes') as full_page_writes,
              current_setting('data_checksums') as data_checksums, current_setting('data_directory')""")) {
      row.next();
      var faults = new ArrayList<String>();
      for (var i = 1; i <= 4; i++) {
        if (!"on".equals(row.getString(i))) {
          faults.add(row.getMetaData().getColumnName(i) + " = " + row.getString(i));
        }
      }
      if (!Path.of(row.getString(5)).toRealPath().equals(folders.cluster().toRealPath())) {
        faults.add("data_directory = " + row.getString(5));
      }
      if (!faults.isEmpty()) {
        throw new CannotStart(
            "数据库设置不安全：%s。可能：postgresql.conf 或 postgresql.auto.conf 被改动。".formatted(faults),
            "The database is set up unsafely: %s. Maybe postgresql.conf or postgresql.auto.conf was changed.".formatted(faults));
      }
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  /** A connection that holds the platform's lock as long as it lives. */
  static Connection guard(String address, String password, Folders folders) throws SQLException {
    var connection = connect(address, password);
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_try_advisory_lock(" + PLATFORM_LOCK + ")")) {
      row.next();
      if (row.getBoolean(1)) {
        return connection;
      }
    }
    connection.close();
    throw new CannotStart(
        "另一个幸福里正在使用数据库 %s。请先停止它。".formatted(folders.cluster()),
        "Another Xingfuli is using the database %s. Stop it first.".formatted(folders.cluster()));
  }

  static CannotStart refusal(SQLException e, Folders folders) {
    if (WRONG_PASSWORD.equals(e.getSQLState())) {
      return new CannotStart(
          "密码文件 %s 打不开数据库 %s。请从备份恢复该文件。".formatted(folders.secrets().resolve("postgres"), folders.cluster()),
          "The password file %s does not open the database %s. Restore the file from a backup."
              .formatted(folders.secrets().resolve("postgres"), folders.cluster()), e);
    }
    return new CannotStart("数据库无法连接：" + e.getMessage(), "The database cannot be reached: " + e.getMessage(), e);
  }

  private static Connection connect(String address, String password) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", Cluster.SUPERUSER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("ApplicationName", "xingfuli launcher");
    return DriverManager.getConnection(address, properties);
  }
}
