package org.xingfuli.database.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.xingfuli.database.backup.Manifest.Content;
import org.xingfuli.database.backup.Manifest.Migration;
import org.xingfuli.database.backup.Manifest.Table;
import org.xingfuli.database.server.CannotStart;
import org.xingfuli.database.setup.DatabaseServer;
import org.xingfuli.database.setup.EmbeddedServer;
import org.xingfuli.database.setup.Migrations;
import org.xingfuli.database.setup.PreparedDatabase;

/**
 * Makes an installation from a backup in an empty folder. Everything that can be wrong with the file is found before the
 * first write; the schemas are made as the backup had them, filled and compared row for row in one transaction, and only
 * then migrated to this version.
 */
public final class RestoreBackup {

  /** Stands in the data folder as long as it does not hold the whole backup; no platform starts over it. */
  public static final String UNFINISHED = "RESTORE-UNFINISHED";

  /** A cluster, its write-ahead log and indexes need about three times the rows' text. */
  private static final long ROOM = 3;

  private static final long CLUSTER_BYTES = 200L << 20;

  private final Places places;
  private final PrintStream progress;

  public RestoreBackup(Places places, PrintStream progress) {
    this.places = places;
    this.progress = progress;
  }

  /** Looks at the restored installation while its database still runs. */
  public interface LastCheck {
    /** Throws when something is not as it should be; the connections are the backup login's. */
    void check(DataSource database, Manifest manifest);
  }

  /**
   * What stands now.
   *
   * @param sha256 of the backup
   */
  public record Restored(Manifest manifest, String sha256) {}

  public Restored restore(Path file, LastCheck last) {
    try (var backup = BackupFile.open(file)) {
      refuseUnknown(backup.manifest().migrations());
      var target = Target.prepare(places, room(backup.manifest()));
      try {
        fill(backup, last);
        target.finished();
        return new Restored(backup.manifest(), backup.sha256());
      } catch (RuntimeException | IOException | SQLException e) {
        target.abandon();
        throw e;
      }
    } catch (CannotStart e) {
      throw BackupRefused.by(e);
    } catch (SQLException e) {
      throw new BackupRefused("恢复失败，没有留下数据：" + e.getMessage(), "The restore failed and left nothing behind: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new BackupRefused("恢复失败，没有留下数据：%s。可能：磁盘已满。".formatted(e),
          "The restore failed and left nothing behind: %s. Maybe the disk is full.".formatted(e), e);
    }
  }

  private static long room(Manifest manifest) {
    return CLUSTER_BYTES + ROOM * (manifest.bytes() - manifest.evidenceBytes()) + manifest.evidenceBytes();
  }

  /** A migration we do not have, or have otherwise, was made by another version: ours cannot read its tables. */
  private static void refuseUnknown(Map<String, List<Migration>> migrations) throws IOException {
    var ours = Migrations.checksums();
    for (var module : migrations.entrySet()) {
      for (var migration : module.getValue()) {
        var known = ours.getOrDefault(module.getKey(), Map.of()).get(migration.version());
        if (known == null || known != migration.checksum()) {
          var name = module.getKey() + " V" + migration.version();
          throw new BackupRefused(
              "备份来自更新的版本（本版没有 %s）。没有改动任何数据。请用取得该备份的版本或更新的版本恢复。".formatted(name),
              "The backup was taken by a newer version (this one does not have %s). Nothing was changed. Restore it with that version or a newer one."
                  .formatted(name));
        }
      }
    }
  }

  private void fill(BackupFile backup, LastCheck last) throws SQLException, IOException {
    var manifest = backup.manifest();
    progress.println("建立数据库 / making the database");
    try (var server = server()) {
      refuseInhabited(server);
      var logins = places.given() == null
          ? PreparedDatabase.logins(server, places.secrets())
          : places.given();
      Migrations.to(server, logins, versions(manifest));
      try (var connection = server.connect(logins.migrator(), "restore")) {
        new Catalogue(connection).speakPlainly();
        connection.setAutoCommit(false);
        load(connection, backup);
        connection.commit();
        connection.setAutoCommit(true);
        new Catalogue(connection).execute("analyze");
      }
      write(backup, manifest.evidence(), places.evidence(), BackupFile::evidence);
      write(backup, manifest.files(), places.data(), BackupFile::file);
      progress.println("升级到本版 / migrating to this version");
      last.check(PreparedDatabase.prepare(server, places.secrets(), places.given()).backup(), manifest);
    }
  }

  private DatabaseServer server() {
    return places.external() == null ? EmbeddedServer.start(places.data()) : places.external();
  }

  private void refuseInhabited(DatabaseServer server) throws SQLException {
    var login = places.given() == null ? server.administrator() : places.given().migrator();
    if (login == null) {
      throw new CannotStart("缺少 XINGFULI_DATABASE_USER。", "XINGFULI_DATABASE_USER is missing.");
    }
    try (var connection = server.connect(login, "restore")) {
      if (new Catalogue(connection).maybe("select to_regnamespace('database')::text") != null) {
        throw new BackupRefused("该数据库已有幸福里的数据，不覆盖。请指定一个空数据库。",
            "The database already holds an installation and is not overwritten; name an empty one.");
      }
    }
  }

  private static Map<String, String> versions(Manifest manifest) {
    var versions = new HashMap<String, String>();
    manifest.migrations().forEach((module, applied) -> {
      if (!applied.isEmpty()) {
        versions.put(module, applied.getLast().version());
      }
    });
    return versions;
  }

  /** Fills the tables as their owner: without foreign keys, triggers and policies, which stand again when it commits. */
  private void load(Connection connection, BackupFile backup) throws SQLException, IOException {
    var catalogue = new Catalogue(connection);
    var tables = backup.manifest().tables();
    refuseOtherTables(catalogue.tables(), tables);
    var keys = catalogue.foreignKeys();
    var forced = catalogue.forced();
    for (var key : keys) {
      catalogue.execute("alter table %s drop constraint %s".formatted(key.table(), key.name()));
    }
    for (var table : forced) {
      catalogue.execute("alter table %s no force row level security".formatted(table));
    }
    // What migrations plant is in the backup, as it was changed since.
    var all = new ArrayList<>(tables.stream().map(Table::name).toList());
    all.addAll(catalogue.leftOut());
    catalogue.execute("truncate " + String.join(", ", all));
    int done = 0;
    for (var table : tables) {
      load(connection, catalogue, backup, table);
      progress.printf("[%d/%d] %s %,d%n", ++done, tables.size(), table.name(), table.rows());
    }
    for (var sequence : backup.manifest().sequences().entrySet()) {
      catalogue.one("select setval('%s', %d)::text".formatted(sequence.getKey(), sequence.getValue()));
    }
    for (var key : keys) {
      catalogue.execute("alter table %s add constraint %s %s".formatted(key.table(), key.name(), key.definition()));
    }
    for (var table : forced) {
      catalogue.execute("alter table %s force row level security".formatted(table));
    }
    // Nobody works on these tasks any more: they are due again at once, not after a dead node's patience.
    catalogue.execute("update database.scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null where picked");
  }

  private static void load(Connection connection, Catalogue catalogue, BackupFile backup, Table table)
      throws SQLException, IOException {
    catalogue.execute("alter table %s disable trigger user".formatted(table.name()));
    try (var rows = backup.read(BackupFile.table(table.name()))) {
      Rows.in(connection, table.name(), table.columns(), rows);
    }
    var sum = Rows.out(connection, table.name(), table.columns(), OutputStream.nullOutputStream());
    if (sum.rows() != table.rows() || !sum.hex().equals(table.sum())) {
      throw new BackupRefused(
          "%s 恢复后为 %,d 行 %s，备份中为 %,d 行 %s。".formatted(table.name(), sum.rows(), sum.hex(), table.rows(), table.sum()),
          "%s has %,d rows %s after the restore, and %,d rows %s in the backup."
              .formatted(table.name(), sum.rows(), sum.hex(), table.rows(), table.sum()));
    }
    catalogue.execute("alter table %s enable trigger user".formatted(table.name()));
  }

  private static void refuseOtherTables(Map<String, List<String>> made, List<Table> wanted) {
    var names = new HashMap<String, List<String>>();
    wanted.forEach(table -> names.put(table.name(), table.columns()));
    for (var table : made.entrySet()) {
      var columns = names.remove(table.getKey());
      if (columns == null || !columns.equals(table.getValue())) {
        throw new BackupRefused("备份中 %s 的列 %s 与该版结构 %s 不符。".formatted(table.getKey(), columns, table.getValue()),
            "The backup has columns %2$s of %1$s, its version's schema has %3$s.".formatted(table.getKey(), columns, table.getValue()));
      }
    }
    if (!names.isEmpty()) {
      throw new BackupRefused("备份中的 %s 在该版结构中不存在。".formatted(names.keySet()),
          "The backup's %s are unknown to its version's schema.".formatted(names.keySet()));
    }
  }

  private interface Name {
    String of(String path);
  }

  private void write(BackupFile backup, List<Content> contents, Path folder, Name name) throws IOException {
    int done = 0;
    for (var content : contents) {
      var file = folder.resolve(content.path()).normalize();
      if (!file.startsWith(folder.normalize())) {
        throw new BackupRefused("备份中有不该有的路径 " + content.path(), "The backup holds a path that leads astray: " + content.path());
      }
      try (var in = backup.read(name.of(content.path()))) {
        var hash = Durable.write(file, in);
        if (!hash.equals(content.sha256())) {
          throw new BackupRefused("%s 的内容与备份清单不符。".formatted(content.path()),
              "The content of %s is not what the backup's list says.".formatted(content.path()));
        }
      }
      if (content.path().startsWith("secrets/") || content.path().equals("demo-accounts.json")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      if (++done % 1000 == 0) {
        progress.printf("%s %,d/%,d%n", folder.getFileName(), done, contents.size());
      }
    }
    for (var parent : contents.stream().map(c -> folder.resolve(c.path()).getParent()).distinct()
        .sorted(Comparator.reverseOrder()).toList()) {
      Durable.folder(parent);
    }
  }
}
