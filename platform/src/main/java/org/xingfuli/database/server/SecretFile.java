package org.xingfuli.database.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Random passwords kept in files only their owner can read; there is no default and none is ever logged. */
public final class SecretFile {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private SecretFile() {}

  /** The secret kept in the file; made and stored first where there is none. */
  public static String readOrCreate(Path file) {
    try {
      if (Files.exists(file)) {
        return read(file);
      }
      keepFirst(file, random());
      return read(file);
    } catch (IOException e) {
      throw new CannotStart(
          "无法读写密码文件 %s：%s。可能：数据目录不可写，或属于另一个用户。".formatted(file, e.getMessage()),
          "The password file %s cannot be read or written: %s. Maybe the data folder is read-only or another user's."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  static String read(Path file) throws IOException {
    return Files.readString(file, US_ASCII).strip();
  }

  /** 256 random bits in letters that need no quoting anywhere. */
  public static String random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Of two nodes that make a shared secret at one moment, the first one's counts for both. */
  private static void keepFirst(Path file, String secret) throws IOException {
    var own = file.resolveSibling(file.getFileName() + "." + random().substring(0, 8) + ".partial");
    store(own, secret);
    try {
      Files.createLink(file, own); // unlike a rename, a link never takes the place of a file
    } catch (FileAlreadyExistsException theirs) {
      return;
    } catch (FileSystemException | UnsupportedOperationException noLinksHere) {
      Files.move(own, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(own);
    }
  }

  /** Writes the whole file or nothing, and only then gives it its name. */
  static void write(Path file, String secret) throws IOException {
    var partial = file.resolveSibling(file.getFileName() + ".partial");
    Files.deleteIfExists(partial);
    store(partial, secret);
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void store(Path file, String secret) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, options, OWNER_ONLY)) {
      channel.write(ByteBuffer.wrap((secret + "\n").getBytes(US_ASCII)));
      channel.force(true);
    }
  }
}
