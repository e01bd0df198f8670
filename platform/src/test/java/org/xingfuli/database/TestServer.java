package org.xingfuli.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import org.xingfuli.database.server.EmbeddedPostgres;
import org.xingfuli.database.setup.DatabaseServer;
import org.xingfuli.database.setup.Login;
import org.xingfuli.database.setup.Logins;
import org.xingfuli.database.setup.PreparedDatabase;

/**
 * The one server of a test run, with a template of the migrated database. Kept between runs: the template is named by
 * the hash of all migrations, so that a changed migration makes a new one.
 */
final class TestServer {

  private static @Nullable TestServer running;

  private final EmbeddedPostgres postgres;
  private final Path data;
  private final String template;
  private final Logins logins;

  @SuppressWarnings("unused") // held until the JVM ends
  private final FileLock slot;

  private TestServer(EmbeddedPostgres postgres, Path data, FileLock slot) throws IOException {
    this.postgres = postgres;
    this.data = data;
    this.slot = slot;
    this.template = "template_" + hashOfMigrations();
    FileSystemUtils.deleteRecursively(data.resolve("contexts"));
    var names = jdbc().sql("select datname from pg_database").query(String.class).list();
    names.stream().filter(n -> n.startsWith("test_") || n.equals("migrating")).forEach(this::drop);
    names.stream().filter(n -> n.startsWith("template_") && !n.equals(template)).forEach(this::drop);
    if (names.contains(template)) {
      logins = logins();
    } else {
      jdbc().sql("create database migrating").update();
      logins = PreparedDatabase.prepare(server("migrating"), data.resolve("secrets"), null).logins();
      jdbc().sql("alter database migrating rename to " + template).update();
    }
  }

  static synchronized TestServer running() {
    var known = running;
    if (known != null) {
      return known;
    }
    try {
      var base = Files.createDirectories(Path.of("target/test-postgres"));
      for (var number = 0; ; number++) {
        var channel = FileChannel.open(
            base.resolve("slot-" + number), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock != null) {
          var data = base.resolve(Integer.toString(number));
          var postgres = EmbeddedPostgres.start(data);
          // After the contexts, which would otherwise wait half a minute for a database that has gone.
          SpringApplication.getShutdownHandlers().add(postgres::close);
          running = new TestServer(postgres, data, lock);
          return running;
        }
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Logins logins() {
    return new Logins(login("xingfuli_migrator"), login("xingfuli_application"), login("xingfuli_backup"));
  }

  private Login login(String name) {
    try {
      return new Login(name, Files.readString(data.resolve("secrets").resolve(name)).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void copyTemplate(String name) {
    jdbc().sql("create database %s template %s".formatted(name, template)).update();
    jdbc().sql("grant create on database %s to xingfuli_migrator".formatted(name)).update();
  }

  void drop(String name) {
    jdbc().sql("drop database if exists %s with (force)".formatted(name)).update();
  }

  String address(String database) {
    return postgres.address(database);
  }

  Login administrator() {
    return new Login(postgres.superuser(), postgres.password());
  }

  Path data() {
    return data;
  }

  private JdbcClient jdbc() {
    return JdbcClient.create(
        new DriverManagerDataSource(address("postgres"), postgres.superuser(), postgres.password()));
  }

  private DatabaseServer server(String database) {
    return new DatabaseServer() {
      @Override
      public String address() {
        return TestServer.this.address(database);
      }

      @Override
      public Login administrator() {
        return TestServer.this.administrator();
      }

      @Override
      public void close() {}
    };
  }

  private static String hashOfMigrations() throws IOException {
    var files = new ArrayList<>(migrations());
    files.sort(Comparator.comparing(Resource::getDescription));
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : files) {
        digest.update(file.getContentAsByteArray());
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Resource> migrations() throws IOException {
    return Arrays.asList(new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql"));
  }
}
