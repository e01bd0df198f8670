package org.xingfuli.database.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
      var secret = random();
      write(file, secret);
      return secret;
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

  /** Writes the whole file or nothing, and only then gives it its name. */
  static void write(Path file, String secret) throws IOException {
    var partial = file.resolveSibling(file.getFileName() + ".partial");
    Files.deleteIfExists(partial);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(partial, options, OWNER_ONLY)) {
      channel.write(ByteBuffer.wrap((secret + "\n").getBytes(US_ASCII)));
      channel.force(true);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
