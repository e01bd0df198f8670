package org.xingfuli.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The exported heads: one line per sealing, only ever appended to, outside the database, so that whoever rewrites or cuts
 * the chain there is contradicted here.
 */
@Component
class HeadFile {

  private static final Pattern LINE = Pattern.compile("\\{\"number\":(\\d+),\"hash\":\"([0-9a-f]{64})\",\"at\":\"[^\"]+\"}");

  private final Path file;

  HeadFile(@Value("${xingfuli.data:.xingfuli}") Path data) {
    this.file = data.resolve("audit-heads.jsonl");
  }

  /** Appends a head and makes sure it has reached the disk. */
  synchronized void append(Seal head, Instant at) {
    var line = "{\"number\":%d,\"hash\":\"%s\",\"at\":\"%s\"}\n"
        .formatted(head.number(), HexFormat.of().formatHex(head.hash()), at);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var channel = FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
        channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
        channel.force(false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the audit head cannot be exported", e);
    }
  }

  /** All exported heads by number; a line torn by a crash is no head. */
  TreeMap<Long, byte[]> read() {
    var heads = new TreeMap<Long, byte[]>();
    if (!Files.exists(file)) {
      return heads;
    }
    try (var lines = Files.lines(file, StandardCharsets.US_ASCII)) {
      lines.forEach(line -> {
        var match = LINE.matcher(line);
        if (match.matches()) {
          // The first word about a number counts: a later one may come from a chain that was cut and grown again.
          heads.putIfAbsent(Long.parseLong(match.group(1)), HexFormat.of().parseHex(match.group(2)));
        }
      });
      return heads;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The highest number exported. */
  OptionalLong last() {
    var heads = read();
    return heads.isEmpty() ? OptionalLong.empty() : OptionalLong.of(heads.lastKey());
  }
}
