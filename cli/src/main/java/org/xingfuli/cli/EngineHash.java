package org.xingfuli.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Names the engine's source, so that a table of figures says which engine it was measured with. */
final class EngineHash {

  private static final String SOURCES = "engines/scheduling/src/main";

  private EngineHash() {}

  /** First twelve letters of the SHA-256 over the sources' paths and contents below this folder; {@code unknown} without them. */
  static String of(Path home) throws IOException {
    Path sources = home.resolve(SOURCES);
    if (!Files.isDirectory(sources)) {
      return "unknown";
    }
    MessageDigest hash = sha256();
    try (Stream<Path> found = Files.walk(sources)) {
      List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        hash.update(sources.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
        hash.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(hash.digest()).substring(0, 12);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
