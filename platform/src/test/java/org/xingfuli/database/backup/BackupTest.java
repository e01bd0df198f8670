package org.xingfuli.database.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xingfuli.database.TestDatabase;
import org.xingfuli.database.setup.ExternalServer;

/** A backup of one database restored into another, and every way a file can be bad. */
class BackupTest {

  private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());
  private static final String PHOTO = HexFormat.of().formatHex(Sha256.digest().digest("before".getBytes(StandardCharsets.UTF_8)));
  private static final long SEED = 20220420;

  private static final TestDatabase SOURCE = TestDatabase.fresh();

  @TempDir private static Path folder;
  private static Path file;
  private static TakeBackup.Taken taken;

  @BeforeAll
  static void aPlatformAtWork() throws IOException {
    var jdbc = SOURCE.superuser();
    jdbc.sql("insert into database.installation (sample, since) values (false, now())").update();
    jdbc.sql("""
        insert into estate.estate (id, code, name, street, floor_area, size_class, roof_structures, ground_structures,
          roof_area, facade_area, drain_length, road_area, parking_spaces, charging_points, green_area, plain, bigrams)
        select gen_random_uuid(), 'B-' || n, E'幸福里\\t\\\\N ' || n, '320613005', 100, 'REGULAR', 0, 0, 0, 0, 0, 0, 0, 0, 0,
          '幸福里', array['幸福', '福里'] from generate_series(1, 500) n""").update();
    jdbc.sql("""
        insert into database.spring_session values (:id, :id, 0, 0, 0, 0, 'somebody')""")
        .param("id", UUID.randomUUID().toString()).update();
    var evidence = folder.resolve("source/evidence/" + PHOTO.substring(0, 2));
    Files.createDirectories(evidence);
    Files.writeString(evidence.resolve(PHOTO), "before");
    Files.writeString(evidence.resolve(".half.part"), "bef");
    Files.createDirectories(folder.resolve("source/secrets"));
    Files.writeString(folder.resolve("source/secrets/second-factor"), "a key");
    Files.writeString(folder.resolve("source/secrets/xingfuli_backup"), "a password");
    file = folder.resolve("district.backup");
    taken = new TakeBackup(places("source", SOURCE.address()), "test", SILENT).take(file);
  }

  @AfterAll
  static void drop() {
    SOURCE.close();
  }

  private static Places places(String name, String address) {
    var data = folder.resolve(name);
    return new Places(data, data.resolve("evidence"), new ExternalServer(address, null), SOURCE.prepared().logins());
  }

  private static RestoreBackup restoreInto(String name, String address) {
    return new RestoreBackup(places(name, address), SILENT);
  }

  @Test
  void whatIsRestoredIsWhatWasCopiedRowForRow() throws IOException {
    var database = "restored_" + UUID.randomUUID().toString().replace("-", "");
    SOURCE.superuser().sql("create database " + database).update();
    SOURCE.superuser().sql("grant create on database " + database + " to xingfuli_migrator").update();
    var address = SOURCE.address().replaceFirst("[^/]+$", database);
    try {
      var restored = restoreInto("whole", address).restore(file, (prepared, manifest) -> {});
      assertThat(restored.sha256()).isEqualTo(taken.sha256());
      var again = new TakeBackup(places("whole", address), "test", SILENT).take(folder.resolve("again.backup"));
      // The tables were compared while they were filled; here once more, after policies and keys stand again.
      assertThat(again.manifest().tables()).isEqualTo(taken.manifest().tables());
      assertThat(again.manifest().evidence()).isEqualTo(taken.manifest().evidence());
      assertThat(rows(again, "estate.estate")).as("rows behind row-level security").isEqualTo(500);
      assertThat(folder.resolve("whole/secrets/second-factor")).hasContent("a key");
      assertThat(folder.resolve("whole/secrets/xingfuli_backup")).as("another server's password").doesNotExist();
      assertThat(folder.resolve("whole/" + RestoreBackup.UNFINISHED)).doesNotExist();
    } finally {
      SOURCE.superuser().sql("drop database " + database + " with (force)").update();
    }
  }

  private static long rows(TakeBackup.Taken backup, String table) {
    return backup.manifest().tables().stream().filter(t -> t.name().equals(table)).findFirst().orElseThrow().rows();
  }

  @Test
  void sessionsAreNotCopiedAndOnlyItsOwnerMayReadTheFile() throws IOException {
    assertThat(taken.manifest().tables()).extracting(Manifest.Table::name)
        .doesNotContain("database.spring_session", "database.spring_session_attributes")
        .contains("identity.person", "database.event_publication");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    assertThat(taken.manifest().evidence()).extracting(Manifest.Content::sha256).containsExactly(PHOTO);
  }

  @Test
  void aFileOfThatNameIsNotOverwritten() {
    assertThatThrownBy(() -> new TakeBackup(places("source", SOURCE.address()), "test", SILENT).take(file))
        .isInstanceOf(BackupRefused.class).hasMessageContaining("not overwritten");
  }

  @Test
  void aFlippedByteIsFoundWhereverItIs() throws IOException {
    var random = new Random(SEED);
    for (int n = 0; n < 40; n++) {
      var bad = copy();
      var at = random.nextLong(Files.size(bad));
      flip(bad, at);
      refuses(bad, "byte " + at + ", seed " + SEED, "damaged", "its end is missing");
    }
  }

  @Test
  void aCutFileIsFoundWhereverItWasCut() throws IOException {
    var random = new Random(SEED);
    for (int n = 0; n < 20; n++) {
      var bad = copy();
      var length = random.nextLong(Files.size(bad));
      try (var channel = FileChannel.open(bad, StandardOpenOption.WRITE)) {
        channel.truncate(length);
      }
      refuses(bad, "cut at " + length + ", seed " + SEED, "its end is missing", "damaged");
    }
  }

  @Test
  void aMissingEvidenceFileIsNamed() throws IOException {
    refuses(rewritten("evidence/" + PHOTO.substring(0, 2) + "/" + PHOTO, manifest -> manifest), "evidence", PHOTO);
  }

  @Test
  void aNewerVersionsBackupIsRefused() throws IOException {
    refuses(rewritten("", manifest -> manifest.replaceFirst("\"version\" : \"1\"", "\"version\" : \"99\"")),
        "migration", "newer version");
    refuses(rewritten("", manifest -> manifest.replaceFirst("\"format\" : 1", "\"format\" : 2")), "format", "has form 2");
  }

  @Test
  void aFolderWithSomethingInItIsLeftAlone() throws IOException {
    var inhabited = Files.createDirectories(folder.resolve("inhabited"));
    Files.writeString(inhabited.resolve("letter"), "mine");
    assertThatThrownBy(() -> restoreInto("inhabited", SOURCE.address()).restore(file, (prepared, manifest) -> {}))
        .isInstanceOf(BackupRefused.class).hasMessageContaining("is not empty");
    assertThat(inhabited.resolve("letter")).hasContent("mine");
  }

  @Test
  void aDatabaseWithAnInstallationInItIsLeftAloneAndTheFolderIsEmptyAgain() {
    assertThatThrownBy(() -> restoreInto("second", SOURCE.address()).restore(file, (prepared, manifest) -> {}))
        .isInstanceOf(BackupRefused.class).hasMessageContaining("already holds an installation");
    assertThat(folder.resolve("second")).doesNotExist();
  }

  @Test
  void anUnfinishedRestoreSaysSo() throws IOException {
    Files.createFile(Files.createDirectories(folder.resolve("half")).resolve(RestoreBackup.UNFINISHED));
    assertThatThrownBy(() -> restoreInto("half", SOURCE.address()).restore(file, (prepared, manifest) -> {}))
        .isInstanceOf(BackupRefused.class).hasMessageContaining("unfinished restore");
  }

  private static void refuses(Path bad, String what, String... oneOf) {
    var target = "refused-" + UUID.randomUUID();
    assertThatThrownBy(() -> restoreInto(target, SOURCE.address()).restore(bad, (prepared, manifest) -> {}))
        .as(what).isInstanceOf(BackupRefused.class)
        .satisfies(refused -> assertThat(oneOf).anyMatch(word -> refused.getMessage().contains(word)));
    assertThat(folder.resolve(target)).as("nothing was written").doesNotExist();
  }

  private static Path copy() throws IOException {
    return Files.copy(file, folder.resolve("bad-" + UUID.randomUUID()));
  }

  private static void flip(Path bad, long at) throws IOException {
    try (var channel = FileChannel.open(bad, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var one = ByteBuffer.allocate(1);
      channel.read(one, at);
      one.put(0, (byte) (one.get(0) ^ 1)).rewind();
      channel.write(one, at);
    }
  }

  /** The backup with an entry left out or another manifest, sealed as if it were in order. */
  private static Path rewritten(String without, UnaryOperator<String> manifest) throws IOException {
    var bad = folder.resolve("rewritten-" + UUID.randomUUID());
    try (var from = new ZipFile(file.toFile()); var to = new ZipOutputStream(Files.newOutputStream(bad))) {
      for (var entry : from.stream().filter(e -> !e.getName().equals(without)).toList()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        var bytes = from.getInputStream(entry).readAllBytes();
        to.write(entry.getName().equals(BackupFile.MANIFEST)
            ? manifest.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8) : bytes);
        to.closeEntry();
      }
      to.setComment(Seal.PREFIX + "0".repeat(Seal.HEX));
    }
    try (var channel = FileChannel.open(bad, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var seal = Seal.of(channel).content();
      channel.write(ByteBuffer.wrap(seal.getBytes(StandardCharsets.US_ASCII)), channel.size() - Seal.HEX);
    }
    return bad;
  }
}
