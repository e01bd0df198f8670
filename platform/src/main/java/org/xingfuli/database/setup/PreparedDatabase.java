package org.xingfuli.database.setup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A server whose database is ours, up to date, and safe to work with. */
public record PreparedDatabase(DatabaseServer server, Logins logins) {

  /**
   * Makes logins, migrates, checks.
   *
   * @param secrets folder of the password files, used for logins we make ourselves
   * @param given the three logins of a server where we may make none, or null
   */
  public static PreparedDatabase prepare(DatabaseServer server, Path secrets, @Nullable Logins given) {
    var logins = given == null ? Roles.ensure(server, secrets) : given;
    Migrations.run(server, logins);
    LoginCheck.refuseUnbound(server, logins.application());
    return new PreparedDatabase(server, logins);
  }

  /** The three logins, made where they are missing. */
  public static Logins logins(DatabaseServer server, Path secrets) {
    return Roles.ensure(server, secrets);
  }

  /** Connections of the application's login. */
  public ServerDataSource application() {
    return new ServerDataSource(server, logins.application(), "application");
  }

  /** Connections of the application's login that only listen, outside the pool. */
  public ServerDataSource bulletin() {
    return new ServerDataSource(server, logins.application(), "bulletin");
  }

  /** Connections of the backup's login. */
  public ServerDataSource backup() {
    return new ServerDataSource(server, logins.backup(), "backup");
  }
}
