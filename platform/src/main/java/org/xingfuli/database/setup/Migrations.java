package org.xingfuli.database.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.xingfuli.database.server.CannotStart;

/**
 * Brings every module's schema up to date, floor by floor, each by its own folder {@code db/migration/<module>} with a
 * history of its own. Afterwards owner and backup get their policies on every guarded table.
 */
public final class Migrations {

  /** Of the advisory lock: whoever migrates has it alone, backups share it. */
  public static final long LOCK = 7310033470814L;

  /** Lower floors first: a table may refer to what stands below it. */
  private static final List<String> FLOORS = List.of(
      "database", "wire", "audit", "identity", "evidence", "notice", "estate", "utilities", "inspection", "demolition", "consensus",
      "assembly", "programme", "appeal", "handover", "patrol", "volunteer", "taskforce", "command", "publicity");

  private static final Pattern FOLDER = Pattern.compile("db/migration/([^/]+)/V[^/]+\\.sql$");

  private static final Pattern VERSION = Pattern.compile("db/migration/([^/]+)/V([0-9_]+)__[^/]+\\.sql$");
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  private Migrations() {}

  static void run(DatabaseServer server, Logins logins) {
    migrate(server, logins, null);
  }

  /**
   * Makes the schemas as an earlier version had them, for a backup of that version.
   *
   * @param versions by module the last migration to apply; a module without one is not made
   */
  public static void to(DatabaseServer server, Logins logins, Map<String, String> versions) {
    migrate(server, logins, versions);
  }

  private static void migrate(DatabaseServer server, Logins logins, @Nullable Map<String, String> versions) {
    var source = new ServerDataSource(server, logins.migrator(), "migrator");
    try (var connection = source.getConnection()) {
      var state = "migrations " + hash(logins);
      if (versions == null && state.equals(stateOf(connection))) {
        return;
      }
      // One node at a time, also between the modules' own histories; and not while a backup reads.
      execute(connection, "select pg_advisory_lock(" + LOCK + ")");
      if (versions == null && state.equals(stateOf(connection))) {
        return;
      }
      LOG.info("the schemas are being migrated");
      for (var module : modules()) {
        if (versions == null || versions.containsKey(module)) {
          prepare(connection, module, logins);
          migrate(source, module, logins, versions == null ? "latest" : versions.getOrDefault(module, "latest"));
          execute(connection, "revoke all on %s.flyway_history from %s".formatted(module, logins.application().user()));
        }
      }
      execute(connection, "select database.complete_policies('%s', '%s')"
          .formatted(logins.migrator().user(), logins.backup().user()));
      if (versions == null) {
        execute(connection, "comment on schema database is '%s'".formatted(state));
      }
      LOG.info("the schemas are migrated");
    } catch (SQLException | IOException e) {
      throw new CannotStart("数据库结构无法更新：" + e.getMessage(), "The schemas cannot be migrated: " + e.getMessage(), e);
    }
  }

  /** By module the checksums Flyway would note for the migrations on board, by version. */
  public static Map<String, Map<String, Integer>> checksums() throws IOException {
    var checksums = new TreeMap<String, Map<String, Integer>>();
    for (var file : files()) {
      var name = VERSION.matcher(file.getURL().toString());
      if (name.find()) {
        var crc = new CRC32();
        file.getContentAsString(StandardCharsets.UTF_8).lines()
            .forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        checksums.computeIfAbsent(name.group(1), module -> new TreeMap<>())
            .put(name.group(2).replace('_', '.'), (int) crc.getValue());
      }
    }
    return checksums;
  }

  /** What was migrated last, so that a start with nothing new asks Flyway nothing: it takes its time for every module. */
  private static @Nullable String stateOf(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select obj_description(to_regnamespace('database'), 'pg_namespace')")) {
      row.next();
      return row.getString(1);
    }
  }

  private static String hash(Logins logins) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(logins.toString().getBytes(StandardCharsets.UTF_8));
      for (var file : files()) {
        digest.update(file.getURL().getPath().replaceFirst(".*db/migration/", "").getBytes(StandardCharsets.UTF_8));
        digest.update(file.getContentAsByteArray());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Resource> files() throws IOException {
    var files = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql");
    return Arrays.stream(files).sorted(Comparator.comparing(Resource::getDescription)).toList();
  }

  /** The modules that have a folder, lowest floor first. */
  static List<String> modules() throws IOException {
    var found = new TreeSet<String>();
    for (var file : files()) {
      var name = FOLDER.matcher(file.getURL().toString());
      if (name.find()) {
        found.add(name.group(1));
      }
    }
    var modules = new ArrayList<>(FLOORS);
    modules.retainAll(found);
    found.removeAll(FLOORS);
    if (!found.isEmpty()) {
      throw new IllegalStateException("no floor is known for the migrations of " + found);
    }
    return modules;
  }

  /** Rights are given as a table is made, so that the migration that makes it may take some back. */
  private static void prepare(Connection connection, String module, Logins logins) throws SQLException {
    execute(connection, """
        create schema if not exists %1$s;
        grant usage on schema %1$s to %2$s, %3$s;
        alter default privileges in schema %1$s grant select, insert, update, delete on tables to %2$s;
        alter default privileges in schema %1$s grant usage on sequences to %2$s;
        alter default privileges in schema %1$s grant select on tables to %3$s;
        alter default privileges in schema %1$s grant select on sequences to %3$s;
        """.formatted(module, logins.application().user(), logins.backup().user()));
  }

  private static void migrate(DataSource source, String module, Logins logins, String target) {
    var flyway = Flyway.configure()
        .dataSource(source)
        .defaultSchema(module)
        .schemas(module)
        .table("flyway_history")
        .initSql("set xingfuli.kind = 'SYSTEM'") // migrations see every row they change
        .locations("classpath:db/migration/" + module)
        .placeholders(Map.of(
            "migrator", logins.migrator().user(),
            "application", logins.application().user(),
            "backup", logins.backup().user()))
        .failOnMissingLocations(true)
        .target(target)
        .load();
    refuseNewer(flyway, module);
    flyway.migrate();
  }

  /** Tables of a newer version are not worked on with what this one knows of them. */
  private static void refuseNewer(Flyway flyway, String module) {
    for (var migration : flyway.info().applied()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new CannotStart(
            "数据来自更新的版本（本版没有 %s V%s），不会改动它。请用那个版本启动。".formatted(module, migration.getVersion()),
            "The data are of a newer version (this one does not have %s V%s) and are left alone. Start that version."
                .formatted(module, migration.getVersion()));
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
