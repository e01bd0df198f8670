package org.xingfuli.database.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.xingfuli.database.server.CannotStart;
import org.xingfuli.database.server.SecretFile;

/** Makes the three logins where they are missing; their passwords stand in the data folder, 0600. */
final class Roles {

  private static final int OLDEST = 160_000;
  private static final long LOCK = 7310033470815L;

  private Roles() {}

  static Logins ensure(DatabaseServer server, Path secrets) {
    var administrator = Objects.requireNonNull(server.administrator());
    try (var connection = server.connect(administrator, "roles"); var statement = connection.createStatement()) {
      refuseOldServer(connection);
      // Two nodes starting at once over one secrets folder would make two passwords for each login.
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
      makeFolder(secrets);
      var logins = new Logins(
          login("xingfuli_migrator", secrets), login("xingfuli_application", secrets), login("xingfuli_backup", secrets));
      for (var login : List.of(logins.migrator(), logins.application(), logins.backup())) {
        ensure(connection, server, login);
      }
      var database = quote(connection.getCatalog());
      statement.execute("grant connect, create on database %s to xingfuli_migrator".formatted(database));
      statement.execute("grant connect on database %s to xingfuli_application, xingfuli_backup".formatted(database));
      return logins;
    } catch (SQLException e) {
      throw new CannotStart(
          "无法准备数据库登录名：%s。可能：%s 没有 CREATEROLE 权限。".formatted(e.getMessage(), administrator),
          "The database logins cannot be prepared: %s. Maybe %s lacks CREATEROLE.".formatted(e.getMessage(), administrator), e);
    }
  }

  /** With somebody else's server nobody has made it yet. */
  private static void makeFolder(Path secrets) {
    try {
      if (!Files.isDirectory(secrets)) {
        Files.createDirectories(secrets);
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new CannotStart("无法创建 %s：%s".formatted(secrets, e), "%s cannot be made: %s".formatted(secrets, e), e);
    }
  }

  private static void refuseOldServer(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select current_setting('server_version_num')::int, version()")) {
      row.next();
      if (row.getInt(1) < OLDEST) {
        throw new CannotStart(
            "需要 PostgreSQL 16 或更新版本，现为 %s。".formatted(row.getString(2)),
            "PostgreSQL 16 or newer is needed, this is %s.".formatted(row.getString(2)));
      }
    }
  }

  private static Login login(String name, Path secrets) {
    return new Login(name, SecretFile.readOrCreate(secrets.resolve(name)));
  }

  private static void ensure(Connection connection, DatabaseServer server, Login login) throws SQLException {
    boolean known;
    try (var query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      query.setString(1, login.user());
      try (var found = query.executeQuery()) {
        known = found.next();
      }
    }
    if (known && opens(server, login)) {
      return;
    }
    if (known && works(connection, login)) {
      throw new CannotStart(
          "另一个节点正以 %1$s 使用该数据库，而本机的密码文件与之不符。请让各节点共用 secrets 目录，或在环境变量中给出三个登录名。".formatted(login),
          "Another node works on this database as %s, and the password kept here is another. Let the nodes share their secrets folder, or give them the three logins."
              .formatted(login));
    }
    // The password is 43 letters of base64url, so it needs no quoting.
    try (var statement = connection.createStatement()) {
      statement.execute("%s role %s login password '%s'"
          .formatted(known ? "alter" : "create", login.user(), login.password()));
    }
  }

  /** A new password for a login at work would shut out whoever works with it. */
  private static boolean works(Connection connection, Login login) throws SQLException {
    try (var query = connection.prepareStatement("select 1 from pg_stat_activity where usename = ?")) {
      query.setString(1, login.user());
      try (var found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  private static boolean opens(DatabaseServer server, Login login) {
    try (var connection = server.connect(login, "check")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
