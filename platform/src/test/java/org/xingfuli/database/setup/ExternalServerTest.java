package org.xingfuli.database.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.xingfuli.database.server.CannotStart;
import org.xingfuli.database.server.EmbeddedPostgres;

/** A PostgreSQL we were given an address of: what its login needs, and which logins are refused. */
class ExternalServerTest {

  private static final EmbeddedPostgres SOMEBODYS = somebodys();

  private static EmbeddedPostgres somebodys() {
    try {
      var base = Files.createDirectories(Path.of("target/launcher").toAbsolutePath());
      var data = base.resolve("somebodys");
      FileSystemUtils.deleteRecursively(data);
      Files.createDirectories(data);
      Files.createSymbolicLink(data.resolve("pg"), Files.createDirectories(base.resolve("pg")));
      return EmbeddedPostgres.start(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void aClerkWhoMayMakeRolesAndOwnsOneDatabase() throws SQLException {
    superuser("create role clerk login createrole password 'p@ss word'");
    superuser("create database city owner clerk");
  }

  @AfterAll
  static void stop() {
    SOMEBODYS.close();
  }

  private static void superuser(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(
            SOMEBODYS.address("postgres"), SOMEBODYS.superuser(), SOMEBODYS.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static ExternalServer city() {
    return ExternalServer.of(SOMEBODYS.address("city"), "clerk", "p@ss word");
  }

  @Test
  void anAddressMayCarryItsLoginOrNot() {
    var withLogin = ExternalServer.of("postgres://clerk:p%40ss%20word@db.example:5432/city?sslmode=require", null, null);
    assertThat(withLogin.address()).isEqualTo("jdbc:postgresql://db.example:5432/city?sslmode=require");
    assertThat(withLogin.administrator()).isEqualTo(new Login("clerk", "p@ss word"));
    assertThat(ExternalServer.of("jdbc:postgresql://db.example/city", null, null).administrator()).isNull();
    assertThatThrownBy(() -> ExternalServer.of("mysql://db.example/city", null, null))
        .isInstanceOf(CannotStart.class).hasMessageContaining("XINGFULI_DATABASE_URL");
  }

  @Test
  void aLoginThatMayMakeRolesIsEnough(@TempDir Path secrets) {
    var prepared = PreparedDatabase.prepare(city(), secrets, null);
    var jdbc = JdbcClient.create(prepared.application());
    assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("xingfuli_application");
    assertThat(jdbc.sql("select count(*) from audit.entry").query(Long.class).single()).isZero();
    // A second node with the same secrets, or the next start, finds everything done.
    PreparedDatabase.prepare(city(), secrets, null);
    for (var unbound : List.of("superuser", "bypassrls", "createrole")) {
      refuses(secrets, "alter role xingfuli_application " + unbound, "alter role xingfuli_application no" + unbound);
    }
    refuses(secrets, "grant xingfuli_migrator to xingfuli_application", "revoke xingfuli_migrator from xingfuli_application");
  }

  private static void refuses(Path secrets, String loosen, String tighten) {
    try {
      superuser(loosen);
      assertThatThrownBy(() -> PreparedDatabase.prepare(city(), secrets, null))
          .as(loosen).isInstanceOf(CannotStart.class).hasMessageContaining("row-level security");
      superuser(tighten);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aLoginThatMayNotIsToldWhatItLacks(@TempDir Path secrets) throws SQLException {
    superuser("create role visitor login password 'visitor'");
    superuser("create database empty");
    assertThatThrownBy(() -> PreparedDatabase.prepare(
            ExternalServer.of(SOMEBODYS.address("empty"), "visitor", "visitor"), secrets, null))
        .isInstanceOf(CannotStart.class).hasMessageContaining("CREATEROLE");
  }
}
