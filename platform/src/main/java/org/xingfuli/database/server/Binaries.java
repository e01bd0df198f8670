package org.xingfuli.database.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from the classpath into a folder named by the archive's hash.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path folder) {

  /** Unpacks the programs for this machine below the given folder, unless they are there already. */
  static Binaries unpack(Path pg) throws IOException {
    var archive = archive();
    var folder = pg.resolve(hash(archive));
    if (!Files.isDirectory(folder)) {
      // Under a name of our own first, then renamed: whoever finds the folder finds it whole.
      var partial = Files.createTempDirectory(pg, "unpacking-");
      extract(archive, partial);
      Files.setPosixFilePermissions(partial, modes(0755));
      try {
        Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        Folders.delete(partial);
        if (!Files.isDirectory(folder)) {
          throw e;
        }
      }
    }
    return new Binaries(folder);
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  private static String archive() {
    var os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    var arm = arch.equals("aarch64") || arch.equals("arm64");
    var name = "/postgres-%s-%s.txz".formatted(os, arm ? "arm_64" : "x86_64");
    if (Binaries.class.getResource(name) == null) {
      throw new CannotStart(
          "没有适用于本机（%s %s）的 PostgreSQL。可能：用 XINGFULI_DATABASE_URL 指向一个现有的 PostgreSQL 16 或更新版本。".formatted(os, arch),
          "No PostgreSQL for this machine (%s %s) is on board. Maybe point XINGFULI_DATABASE_URL at a PostgreSQL 16 or newer."
              .formatted(os, arch));
    }
    return name;
  }

  private static InputStream open(String archive) {
    var stream = Binaries.class.getResourceAsStream(archive);
    if (stream == null) {
      throw new IllegalStateException("gone from the classpath: " + archive);
    }
    return stream;
  }

  private static String hash(String archive) throws IOException {
    try (var in = open(archive)) {
      var digest = MessageDigest.getInstance("SHA-256");
      var buffer = new byte[1 << 16];
      for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void extract(String archive, Path into) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(tar, entry, into);
      }
    }
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
    var target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into)) {
      throw new IOException("archive entry outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      Files.setPosixFilePermissions(target, modes(0755));
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, into.resolve(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      Files.setPosixFilePermissions(target, modes(entry.getMode() & 0111 | 0644));
    }
  }

  private static Set<PosixFilePermission> modes(int mode) {
    var all = PosixFilePermission.values(); // owner, group, others; read, write, execute each
    var set = EnumSet.noneOf(PosixFilePermission.class);
    for (var i = 0; i < all.length; i++) {
      if ((mode & 0400 >> i) != 0) {
        set.add(all[i]);
      }
    }
    return set;
  }
}
