package org.xingfuli.database.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The empty folder a backup goes into. It says of itself that it is unfinished until it is finished, and is emptied again
 * when the restore fails; after a power cut the mark is left, and so is the refusal.
 */
final class Target {

  private static final String OUTSIDE = "DATABASE-STANDS-IN";

  private final Places places;
  private final boolean made;

  private Target(Places places, boolean made) {
    this.places = places;
    this.made = made;
  }

  static Target prepare(Places places, long room) throws IOException {
    var data = places.data();
    if (Files.exists(data.resolve(RestoreBackup.UNFINISHED))) {
      throw new BackupRefused("%s 里有一次没有完成的恢复。请清空该目录后重新恢复。".formatted(data),
          "%s holds an unfinished restore. Empty the folder and restore again.".formatted(data));
    }
    refuseInhabited(data);
    if (!places.evidence().startsWith(data)) {
      refuseInhabited(places.evidence());
    }
    var made = !Files.exists(data);
    Files.createDirectories(data);
    var free = Files.getFileStore(data).getUsableSpace();
    if (free < room) {
      if (made) {
        Files.delete(data);
      }
      throw new BackupRefused("%s 剩余 %,d MB，恢复约需 %,d MB。没有改动任何数据。".formatted(data, free >> 20, room >> 20),
          "%s has %,d MB left, the restore needs about %,d MB. Nothing was changed.".formatted(data, free >> 20, room >> 20));
    }
    Files.createFile(data.resolve(RestoreBackup.UNFINISHED));
    return new Target(places, made);
  }

  private static void refuseInhabited(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new BackupRefused("%s 不是空目录，不覆盖。".formatted(folder), "%s is not empty and is not overwritten.".formatted(folder));
        }
      }
    }
  }

  void finished() throws IOException {
    Files.delete(places.data().resolve(RestoreBackup.UNFINISHED));
    Durable.folder(places.data());
  }

  /** Everything in the folder is ours: it was empty. */
  void abandon() {
    try {
      var elsewhere = places.data().resolve(OUTSIDE);
      if (Files.exists(elsewhere) && Files.exists(places.secrets().resolve("xingfuli_backup"))) {
        empty(Path.of(Files.readString(elsewhere).strip()));
      }
      if (!places.evidence().startsWith(places.data())) {
        empty(places.evidence());
      }
      empty(places.data());
      if (made) {
        Files.deleteIfExists(places.data());
      }
    } catch (IOException e) {
      System.err.println("未能清空 / not emptied: " + places.data() + ": " + e);
    }
  }

  /** The mark of the unfinished goes last. */
  private static void empty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var walk = Files.walk(folder)) {
      for (var path : walk.filter(path -> !path.equals(folder) && !path.endsWith(RestoreBackup.UNFINISHED))
          .sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
    Files.deleteIfExists(folder.resolve(RestoreBackup.UNFINISHED));
  }
}
