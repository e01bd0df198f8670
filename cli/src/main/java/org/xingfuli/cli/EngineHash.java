package org.xingfuli.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names the source of the engine that a figure was measured with: of the packages a benchmark reaches and of no other, so that a
 * table of makespans stays valid when only the words of an explanation change.
 */
public final class EngineHash {

  private static final String SOURCES = "engines/scheduling/src/main/java/org/xingfuli/engine/scheduling";
  private static final String TRIAGE = "engines/triage/src/main/java/org/xingfuli/engine/triage";
  private static final String CONSENSUS = "engines/consensus/src/main/java/org/xingfuli/engine/consensus";
  private static final Pattern PART = Pattern.compile("org\\.xingfuli\\.engine\\.scheduling\\.([a-z]+)\\.");

  private EngineHash() {}

  /**
   * First twelve letters of the SHA-256 over paths and contents of the engine's own package, the part named and all parts these
   * reach; {@code unknown} without sources below this folder.
   *
   * @param part sub-package of the engine that the benchmark calls
   */
  public static String of(Path home, String part) throws IOException {
    Path sources = home.resolve(SOURCES);
    if (!Files.isDirectory(sources)) {
      return "unknown";
    }
    return of(sources, reached(sources, part));
  }

  /** The same over the triage engine, whose one package is reached whole. */
  public static String ofTriage(Path home) throws IOException {
    Path sources = home.resolve(TRIAGE);
    return Files.isDirectory(sources) ? of(sources, new TreeSet<>(own(sources))) : "unknown";
  }

  /** The same over a package of the consensus engine. */
  static String ofConsensus(Path home, String part) throws IOException {
    Path sources = home.resolve(CONSENSUS).resolve(part);
    return Files.isDirectory(sources) ? of(sources, new TreeSet<>(own(sources))) : "unknown";
  }

  private static String of(Path sources, SortedSet<Path> files) throws IOException {
    MessageDigest hash = sha256();
    for (Path file : files) {
      hash.update(sources.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      hash.update((byte) 0);
      hash.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(hash.digest()).substring(0, 12);
  }

  private static SortedSet<Path> reached(Path sources, String part) throws IOException {
    SortedSet<Path> files = new TreeSet<>();
    SortedSet<Path> open = new TreeSet<>(List.of(sources, sources.resolve(part)));
    SortedSet<Path> folders = new TreeSet<>();
    while (!open.isEmpty()) {
      Path folder = open.removeFirst();
      if (folders.add(folder)) {
        for (Path file : own(folder)) {
          files.add(file);
          PART.matcher(Files.readString(file)).results().forEach(named -> open.add(sources.resolve(named.group(1))));
        }
      }
    }
    return files;
  }

  private static List<Path> own(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(Files::isRegularFile).toList();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
