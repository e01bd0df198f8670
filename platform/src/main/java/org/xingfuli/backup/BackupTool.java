package org.xingfuli.backup;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.sql.DataSource;
import org.xingfuli.audit.ChainCheck;
import org.xingfuli.database.backup.BackupRefused;
import org.xingfuli.database.backup.Manifest;
import org.xingfuli.database.backup.Places;
import org.xingfuli.database.backup.RestoreBackup;
import org.xingfuli.database.backup.TakeBackup;

/**
 * {@code ./xingfuli backup FILE} and {@code ./xingfuli restore FILE --data DIR}: what was copied with its hash on standard
 * output, progress on standard error; 0 done, 1 refused or not as it should be.
 */
public final class BackupTool {

  private final PrintStream out;

  private BackupTool(PrintStream out) {
    this.out = out;
  }

  static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    try {
      var places = Places.of(Path.of(args[2]).toAbsolutePath().normalize(), System.getenv());
      var file = Path.of(args[1]).toAbsolutePath().normalize();
      var tool = new BackupTool(out);
      System.exit(args[0].equals("backup") ? tool.backup(places, file, err) : tool.restore(places, file, err));
    } catch (BackupRefused refused) {
      err.println(refused.getMessage());
      System.exit(1);
    }
  }

  private int backup(Places places, Path file, PrintStream err) {
    var taken = new TakeBackup(places, product(), err).take(file);
    print(taken.manifest());
    out.printf("backup %s %d bytes sha256 %s%n", file, taken.bytes(), taken.sha256());
    err.println("文件含密码散列与个人信息，仅本人可读（0600），请加密保管 / the file holds password hashes and personal data; "
        + "only you can read it (0600): keep it encrypted");
    if (!taken.lost().isEmpty()) {
      err.printf("数据库提到、但证据目录中缺失或已变的文件 %d 个 / %1$d evidence files the database names are missing or changed:%n",
          taken.lost().size());
      taken.lost().forEach(hash -> err.println("  " + hash));
      return 1;
    }
    return 0;
  }

  private int restore(Places places, Path file, PrintStream err) {
    var restored = new RestoreBackup(places, err).restore(file, (database, manifest) -> verify(places, database, manifest));
    print(restored.manifest());
    out.printf("restored %s sha256 %s into %s%n", file, restored.sha256(), places.data());
    return 0;
  }

  private void verify(Places places, DataSource database, Manifest manifest) {
    var found = ChainCheck.verify(database, places.data());
    if (!found.faults().isEmpty()) {
      throw new BackupRefused("审计链有误：" + found.faults(), "The audit chain has faults: " + found.faults());
    }
    var links = manifest.head() == null ? 0 : manifest.head().number();
    if (found.links() != links) {
      throw new BackupRefused("审计链应有 %d 条，实有 %d 条。".formatted(links, found.links()),
          "The audit chain should have %d links and has %d.".formatted(links, found.links()));
    }
    out.printf("audit-chain %d links verified%n", found.links());
  }

  private void print(Manifest manifest) {
    manifest.tables().forEach(table ->
        out.printf("table %s %d rows sha256-sum %s%n", table.name(), table.rows(), table.sum()));
    manifest.evidence().forEach(content -> out.printf("evidence %s %d bytes%n", content.sha256(), content.bytes()));
    manifest.files().forEach(content -> out.printf("file %s %d bytes sha256 %s%n", content.path(), content.bytes(), content.sha256()));
    var head = manifest.head();
    out.printf("audit-head %s%n", head == null ? "0" : head.number() + " " + head.hash());
    out.printf("snapshot %s tables %d rows %d evidence %d installation %s product %s%n", manifest.takenAt(),
        manifest.tables().size(), manifest.tables().stream().mapToLong(Manifest.Table::rows).sum(),
        manifest.evidence().size(), manifest.sample() ? "demo" : "real", manifest.product());
  }

  private static String product() {
    var version = BackupTool.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
