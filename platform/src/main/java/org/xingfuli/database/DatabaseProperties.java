package org.xingfuli.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xingfuli.database.setup.Login;
import org.xingfuli.database.setup.Logins;

/**
 * Where the data stands.
 *
 * @param data folder of the embedded server, its passwords, and exported audit heads
 * @param database an existing PostgreSQL instead of the embedded one
 */
@ConfigurationProperties("xingfuli")
record DatabaseProperties(@DefaultValue(".xingfuli") Path data, @DefaultValue Database database) {

  /**
   * {@code XINGFULI_DATABASE_URL} and its companions.
   *
   * @param url address; absent for the embedded server
   * @param user a login that may create roles; it may also stand in the address
   * @param migrator with {@code application} and {@code backup}: logins made beforehand, where none may be created
   * @param pool how many connections the application keeps at most
   */
  record Database(
      @Nullable String url, @Nullable String user, @Nullable String password,
      @Nullable GivenLogin migrator, @Nullable GivenLogin application, @Nullable GivenLogin backup,
      @DefaultValue("20") int pool) {

    @Nullable Logins given() {
      return migrator == null || application == null || backup == null
          ? null
          : new Logins(migrator.login(), application.login(), backup.login());
    }
  }

  /** A login from the configuration. */
  record GivenLogin(String user, String password) {
    Login login() {
      return new Login(user, password);
    }
  }
}
