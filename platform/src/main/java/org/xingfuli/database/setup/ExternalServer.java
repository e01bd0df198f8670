package org.xingfuli.database.setup;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.xingfuli.database.server.CannotStart;

/**
 * A PostgreSQL (16 or newer) somebody else runs, named by {@code XINGFULI_DATABASE_URL}.
 *
 * @param address JDBC address of an existing database in UTF-8 with ICU
 * @param administrator a login with CREATEROLE and CREATE on the database, or null when all logins are given
 */
public record ExternalServer(String address, @Nullable Login administrator) implements DatabaseServer {

  /**
   * Reads {@code jdbc:postgresql://host:5432/db} or {@code postgres://user:password@host:5432/db}; a user and password
   * given beside the address win.
   */
  public static ExternalServer of(String url, @Nullable String user, @Nullable String password) {
    var plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
    if (!plain.matches("postgres(ql)?://.+/.+")) {
      throw new CannotStart(
          "XINGFULI_DATABASE_URL 不是 PostgreSQL 地址。例：jdbc:postgresql://主机:5432/xingfuli",
          "XINGFULI_DATABASE_URL is no address of a PostgreSQL. Example: jdbc:postgresql://host:5432/xingfuli");
    }
    var uri = URI.create(plain.replaceFirst("^postgres(ql)?:", "postgresql:"));
    var given = uri.getRawUserInfo();
    var address = "jdbc:" + (given == null ? uri.toString() : uri.toString().replace(given + "@", ""));
    if (user != null) {
      return new ExternalServer(address, new Login(user, password == null ? "" : password));
    }
    if (given == null) {
      return new ExternalServer(address, null);
    }
    var parts = given.split(":", 2);
    return new ExternalServer(address, new Login(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : ""));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {}
}
