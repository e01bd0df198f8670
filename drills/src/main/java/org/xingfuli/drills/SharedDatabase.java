package org.xingfuli.drills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of its own process, which no killed node takes with it, and the drill's own look into it as its superuser. */
final class SharedDatabase implements AutoCloseable {

  private final Process process;
  private final String address;
  private final String password;

  private SharedDatabase(Process process, String address, String password) {
    this.process = process;
    this.address = address;
    this.password = password;
  }

  static SharedDatabase start(Path folder) throws IOException {
    Files.createDirectories(folder);
    var process = new ProcessBuilder(Platform.java(), "-Dlogback.configurationFile=logback-tool.xml", "-cp",
        Platform.libraries(Platform.home()), "org.xingfuli.database.setup.DatabaseAlone", folder.toString())
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolveSibling("database.log").toFile())).start();
    var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    if (said == null || !said.startsWith("ready ")) {
      throw new IOException("the database said «" + said + "»; see " + folder.resolveSibling("database.log"));
    }
    return new SharedDatabase(process, said.substring("ready ".length()),
        Files.readString(folder.resolve("secrets/postgres")).strip());
  }

  /** The environment of a node that works on it. */
  Map<String, String> environment() {
    return Map.of("XINGFULI_DATABASE_URL", address, "XINGFULI_DATABASE_USER", "xingfuli",
        "XINGFULI_DATABASE_PASSWORD", password);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(address, "xingfuli", password);
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static long number(Connection connection, String sql) throws SQLException {
    return Long.parseLong(text(connection, sql));
  }

  static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
      row.next();
      return Objects.requireNonNullElse(row.getString(1), "");
    }
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
