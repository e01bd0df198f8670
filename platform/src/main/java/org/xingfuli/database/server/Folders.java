package org.xingfuli.database.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * Where everything of one data folder stands.
 *
 * @param data the data folder the operator named
 * @param home what the server's user must be able to reach: binaries and cluster; the data folder itself wherever possible
 */
record Folders(Path data, Path home) {

  /** Makes the folders. Root's data below a closed folder, such as {@code /root}, keeps its cluster in /var/lib/xingfuli. */
  static Folders prepare(Path folder, ServerUser user) {
    try {
      Files.createDirectories(folder);
      var data = folder.toRealPath();
      var home = user.reaches(data) ? data : outside(data);
      var folders = new Folders(data, home);
      Files.createDirectories(folders.secrets());
      Files.setPosixFilePermissions(folders.secrets(), PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(folders.binaries());
      Files.createDirectories(folders.server());
      user.own(folders.server());
      return folders;
    } catch (IOException e) {
      throw new CannotStart(
          "数据目录 %s 不可用：%s。可能：目录只读、磁盘已满，或属于另一个用户；用 --data 指定另一个目录。".formatted(folder, describe(e)),
          "The data folder %s cannot be used: %s. Maybe it is read-only, full, or another user's; name another with --data."
              .formatted(folder, describe(e)),
          e);
    }
  }

  private static String describe(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }

  private static Path outside(Path data) throws IOException {
    var root = Files.createDirectories(Path.of("/var/lib/xingfuli"));
    var home = root.resolve(data.getFileName() + "-" + shortHash(data.toString()));
    Files.createDirectories(home);
    Files.writeString(data.resolve("DATABASE-STANDS-IN"), home + "\n");
    return home.toRealPath();
  }

  private static String shortHash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Path secrets() {
    return data.resolve("secrets");
  }

  Path lock() {
    return data.resolve("lock");
  }

  Path port() {
    return data.resolve("port");
  }

  Path binaries() {
    return home.resolve("pg");
  }

  /** Owned by the server's user. */
  Path server() {
    return home.resolve("postgres");
  }

  Path cluster() {
    return server().resolve("cluster");
  }

  Path log() {
    return server().resolve("server.log");
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var walk = Files.walk(folder)) {
      for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
