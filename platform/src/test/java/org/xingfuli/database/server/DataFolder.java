package org.xingfuli.database.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/** A fresh data folder; the unpacked programs are shared between tests, unpacking takes seconds. */
record DataFolder(Path path) {

  static DataFolder fresh() throws IOException {
    var base = Files.createDirectories(Path.of("target/launcher").toAbsolutePath());
    var programs = Files.createDirectories(base.resolve("pg"));
    var path = Files.createDirectories(base.resolve(UUID.randomUUID().toString().substring(0, 8)));
    Files.createSymbolicLink(path.resolve("pg"), programs);
    return new DataFolder(path);
  }

  /** The folder with its cluster; the programs, reached by a link, stay. */
  void delete() throws IOException {
    FileSystemUtils.deleteRecursively(path);
  }

  Path cluster() {
    return path.resolve("postgres/cluster");
  }

  Path password() {
    return path.resolve("secrets/postgres");
  }

  static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.address("postgres"), postgres.superuser(), postgres.password());
  }

  static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres); var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static long count(EmbeddedPostgres postgres) throws SQLException {
    try (var connection = connect(postgres); var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from kept")) {
      row.next();
      return row.getLong(1);
    }
  }
}
