package org.xingfuli.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writing that is on the disk when it returns. */
final class Durable {

  private Durable() {}

  /** A new file with this content; returns its hash. */
  static String write(Path file, InputStream content) throws IOException {
    Files.createDirectories(file.getParent());
    try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var out = Channels.newOutputStream(channel);
      var hash = Sha256.copy(content, out);
      channel.force(true);
      return hash;
    }
  }

  /** The names in a folder. */
  static void folder(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
