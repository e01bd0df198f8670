package org.xingfuli.database.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xingfuli.database.backup.Manifest.Content;
import org.xingfuli.database.backup.Manifest.Head;
import org.xingfuli.database.backup.Manifest.Table;
import org.xingfuli.database.server.CannotStart;
import org.xingfuli.database.server.EmbeddedPostgres;
import org.xingfuli.database.server.SecretFile;
import org.xingfuli.database.setup.DatabaseServer;
import org.xingfuli.database.setup.EmbeddedServer;
import org.xingfuli.database.setup.Login;
import org.xingfuli.database.setup.Migrations;

/**
 * Copies database and evidence into one file while everybody works on: one snapshot of the database, read by the backup's
 * login, and then the files it speaks of, which never change once they stand there.
 */
public final class TakeBackup {

  /** Passwords of the database's logins: another server's are made anew. */
  private static final Set<String> LOGINS =
      Set.of("postgres", "xingfuli_migrator", "xingfuli_application", "xingfuli_backup");

  private static final Pattern HEAD = Pattern.compile("\\{\"number\":(\\d+),.*");
  private static final Pattern BLOB = Pattern.compile("[0-9a-f]{64}");

  private final Places places;
  private final String product;
  private final PrintStream progress;

  public TakeBackup(Places places, String product, PrintStream progress) {
    this.places = places;
    this.product = product;
    this.progress = progress;
  }

  /**
   * What was copied.
   *
   * @param sha256 of the whole file
   * @param lost hashes of evidence the database knows and the folder no longer has
   */
  public record Taken(Manifest manifest, String sha256, long bytes, List<String> lost) {}

  /** Takes it; the file stands under its name only when all of it is on the disk. */
  public Taken take(Path file) {
    try (var server = server(); var writer = new BackupWriter(file);
        var connection = server.connect(login(), "backup")) {
      var manifest = copy(connection, writer);
      var lost = lost(connection, manifest);
      connection.rollback();
      var sha256 = writer.finish(manifest);
      return new Taken(manifest, sha256, Files.size(file), lost);
    } catch (CannotStart e) {
      throw BackupRefused.by(e);
    } catch (SQLException e) {
      throw new BackupRefused("数据库无法复制：" + e.getMessage(), "The database cannot be copied: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new BackupRefused("备份没有完成：%s。可能：磁盘已满。".formatted(e), "The backup was not finished: %s. Maybe the disk is full.".formatted(e), e);
    }
  }

  /** The running platform's database, or our own started for this long. */
  private DatabaseServer server() {
    if (places.external() != null) {
      return places.external();
    }
    if (!Files.isRegularFile(places.secrets().resolve("postgres"))) {
      throw new BackupRefused("%s 里没有幸福里的数据库。可能：用 --data 指定数据目录。".formatted(places.data()),
          "There is no database of Xingfuli in %s. Maybe name its folder with --data.".formatted(places.data()));
    }
    var running = EmbeddedPostgres.runningAt(places.data());
    if (running.isPresent()) {
      progress.println("平台正在运行，联机备份 / the platform is running and goes on");
      return EmbeddedServer.joined(running.getAsInt());
    }
    progress.println("平台未运行，临时启动其数据库 / the platform is not running, its database is started for this long");
    return EmbeddedServer.start(places.data());
  }

  private Login login() throws IOException {
    if (places.given() != null) {
      return places.given().backup();
    }
    var file = places.secrets().resolve("xingfuli_backup");
    if (!Files.exists(file)) {
      throw new BackupRefused("找不到备份登录名的密码 %s。可能：--data 不是该平台的数据目录。".formatted(file),
          "The password of the backup's login, %s, is missing. Maybe --data is not this platform's folder.".formatted(file));
    }
    return new Login("xingfuli_backup", SecretFile.readOrCreate(file));
  }

  private Manifest copy(Connection connection, BackupWriter writer) throws SQLException, IOException {
    var catalogue = new Catalogue(connection);
    catalogue.speakPlainly();
    if (!catalogue.one("select pg_try_advisory_lock_shared(" + Migrations.LOCK + ")::text").equals("true")) {
      throw new BackupRefused("平台正在升级数据库结构，请稍后再备份。", "The schemas are being migrated right now; take the backup later.");
    }
    connection.setAutoCommit(false);
    // Everything below sees one moment, whatever is committed meanwhile.
    catalogue.execute("set transaction isolation level repeatable read, read only");
    var takenAt = catalogue.one(
        "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')");
    var migrations = catalogue.migrations();
    if (migrations.isEmpty()) {
      throw new BackupRefused("这个数据库里没有幸福里的数据。", "This database holds nothing of Xingfuli.");
    }
    var tables = new ArrayList<Table>();
    var all = catalogue.tables();
    for (var table : all.entrySet()) {
      var name = table.getKey();
      var sum = Rows.out(connection, name, table.getValue(), writer.begin(BackupFile.table(name)));
      writer.end();
      tables.add(new Table(name, table.getValue(), sum.rows(), sum.bytes(), sum.hex()));
      progress.printf("[%d/%d] %s %,d%n", tables.size(), all.size(), name, sum.rows());
    }
    var head = head(catalogue);
    return new Manifest(Manifest.FORMAT, product, takenAt,
        catalogue.one("select sample::text from database.installation").equals("true"), businessDate(catalogue),
        catalogue.one("show server_version"), migrations, tables, catalogue.sequences(), head,
        Long.parseLong(catalogue.one("select count(*)::text from audit.unsealed")), evidence(writer), files(writer, head));
  }

  private static @Nullable Head head(Catalogue catalogue) throws SQLException {
    var found = catalogue.maybe(
        "select number || ' ' || encode(hash, 'hex') from audit.seal order by number desc limit 1");
    if (found == null) {
      return null;
    }
    var space = found.indexOf(' ');
    return new Head(Long.parseLong(found.substring(0, space)), found.substring(space + 1));
  }

  /** The day the platform stands at; earlier releases kept it in memory. */
  private static @Nullable String businessDate(Catalogue catalogue) throws SQLException {
    return catalogue.exists("database.business_day")
        ? catalogue.maybe("select today::text from database.business_day")
        : null;
  }

  /** Walked after the snapshot began: a file stands before the row that names it is committed. */
  private List<Content> evidence(BackupWriter writer) throws IOException {
    var contents = new ArrayList<Content>();
    if (!Files.isDirectory(places.evidence())) {
      return contents;
    }
    List<Path> files;
    try (var walk = Files.walk(places.evidence())) {
      files = walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> BLOB.matcher(file.getFileName().toString()).matches()).sorted().toList();
    }
    for (var file : files) {
      var path = places.evidence().relativize(file).toString().replace('\\', '/');
      try (var in = Files.newInputStream(file)) {
        var hash = writer.put(BackupFile.evidence(path), in);
        contents.add(new Content(path, Files.size(file), hash));
      }
      if (contents.size() % 1000 == 0) {
        progress.printf("证据文件 / evidence %,d/%,d%n", contents.size(), files.size());
      }
    }
    return contents;
  }

  /** Evidence the snapshot names and the folder lacks, or holds with another content. */
  private static List<String> lost(Connection connection, Manifest manifest) throws SQLException {
    var lost = new ArrayList<String>();
    var catalogue = new Catalogue(connection);
    if (catalogue.exists("evidence.item")) {
      var there = new HashSet<String>();
      manifest.evidence().forEach(content -> there.add(content.sha256()));
      catalogue.each("select distinct hash from evidence.item order by 1", row -> {
        if (!there.contains(row.getString(1))) {
          lost.add(row.getString(1));
        }
      });
    }
    return lost;
  }

  /** What an installation needs beside database and evidence: heads that were exported, keys, and the demo's accounts. */
  private List<Content> files(BackupWriter writer, @Nullable Head head) throws IOException {
    var contents = new ArrayList<Content>();
    var heads = places.data().resolve("audit-heads.jsonl");
    if (Files.exists(heads)) {
      put(writer, contents, "audit-heads.jsonl", headsUpTo(heads, head == null ? 0 : head.number()));
    }
    var accounts = places.data().resolve("demo-accounts.json");
    if (Files.exists(accounts)) {
      put(writer, contents, "demo-accounts.json", Files.readAllBytes(accounts));
    }
    if (Files.isDirectory(places.secrets())) {
      try (var secrets = Files.list(places.secrets())) {
        for (var secret : secrets.filter(Files::isRegularFile).sorted().toList()) {
          var name = secret.getFileName().toString();
          if (!LOGINS.contains(name) && !name.endsWith(".partial")) {
            put(writer, contents, "secrets/" + name, Files.readAllBytes(secret));
          }
        }
      }
    }
    return contents;
  }

  private static void put(BackupWriter writer, List<Content> contents, String path, byte[] bytes) throws IOException {
    contents.add(new Content(path, bytes.length, writer.put(BackupFile.file(path), new ByteArrayInputStream(bytes))));
  }

  /** A head exported after the snapshot would accuse the restored chain of a missing tail. */
  private static byte[] headsUpTo(Path file, long last) throws IOException {
    var kept = new StringBuilder();
    try (var lines = Files.lines(file, StandardCharsets.US_ASCII)) {
      lines.forEach(line -> {
        var match = HEAD.matcher(line);
        if (match.matches() && Long.parseLong(match.group(1)) <= last) {
          kept.append(line).append('\n');
        }
      });
    }
    return kept.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
