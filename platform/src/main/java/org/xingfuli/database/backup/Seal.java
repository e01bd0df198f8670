package org.xingfuli.database.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The hash at the very end of a backup: a flipped byte or a missing end is found before anything is read from it.
 *
 * @param content SHA-256 of everything before the seal
 * @param written what stands in the seal's place
 * @param whole SHA-256 of the file with the right seal
 */
record Seal(String content, String written, String whole) {

  static final String PREFIX = "xingfuli backup sha256 ";
  static final int HEX = 64;

  private static final int CHUNK = 1 << 16;

  static Seal of(FileChannel file) throws IOException {
    var end = file.size() - HEX;
    if (end < PREFIX.length()) {
      throw cut();
    }
    var digest = Sha256.digest();
    var chunk = ByteBuffer.allocate(CHUNK);
    byte[] last = new byte[0];
    for (long at = 0; at < end; ) {
      chunk.clear().limit((int) Math.min(CHUNK, end - at));
      var read = file.read(chunk, at);
      if (read < 0) {
        throw cut();
      }
      digest.update(chunk.array(), 0, read);
      last = tail(last, chunk.array(), read);
      at += read;
    }
    if (!Arrays.equals(last, PREFIX.getBytes(StandardCharsets.US_ASCII))) {
      throw cut();
    }
    var content = hex(digest);
    digest.update(content.getBytes(StandardCharsets.US_ASCII));
    return new Seal(content, written(file, end), HexFormat.of().formatHex(digest.digest()));
  }

  private static String hex(MessageDigest digest) {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] tail(byte[] before, byte[] now, int length) {
    var all = Arrays.copyOf(before, before.length + length);
    System.arraycopy(now, 0, all, before.length, length);
    return Arrays.copyOfRange(all, Math.max(0, all.length - PREFIX.length()), all.length);
  }

  private static String written(FileChannel file, long at) throws IOException {
    var seal = ByteBuffer.allocate(HEX);
    while (seal.hasRemaining() && file.read(seal, at + seal.position()) >= 0) {
      continue;
    }
    return new String(seal.array(), StandardCharsets.US_ASCII);
  }

  private static BackupRefused cut() {
    return new BackupRefused("文件不是幸福里的备份，或缺少结尾（拷贝中断）。没有改动任何数据。",
        "The file is no backup of Xingfuli, or its end is missing (an interrupted copy). Nothing was changed.");
  }
}
