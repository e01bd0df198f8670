package org.xingfuli.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of an opinion conversation and reads them. What a file is, is told by its content: a table by its first row, a JSON
 * file by its first fields. A file given alone is read with the others of its folder, if the folder holds one conversation.
 */
final class ConversationFiles {

  private static final int LOOK = 4_096;

  private ConversationFiles() {}

  /** What a file may be. */
  enum Kind {
    VOTES, STATEMENTS, MATRIX, MATHEMATICS
  }

  /** @throws org.xingfuli.kernel.Refused with everything that is wrong */
  static Conversation read(Path given) throws IOException {
    ConversationRows rows = new ConversationRows();
    Map<Kind, Path> chosen = choose(given, rows.faults);
    rows.faults.refuse();
    Path votes = chosen.get(Kind.VOTES);
    Path statements = chosen.get(Kind.STATEMENTS);
    Path matrix = chosen.get(Kind.MATRIX);
    Path mathematics = chosen.get(Kind.MATHEMATICS);
    if (votes != null && isJson(votes)) {
      rows.votesArray(votes);
    } else if (votes != null) {
      rows.votesTable(votes);
    }
    if (statements != null && isJson(statements)) {
      rows.statementsArray(statements);
    } else if (statements != null) {
      rows.statementsTable(statements);
    }
    if (matrix != null) {
      rows.matrix(matrix, votes == null);
    }
    Conversation.@Nullable Server server = null;
    if (mathematics != null) {
      server = ServerMathFile.read(mathematics, rows.faults);
      if (server != null && rows.cast > 0) {
        // The server values statements that nobody voted on as well.
        server.consensus().keySet().forEach(rows.votes::statement);
      }
    } else if (matrix != null && !rows.groups.isEmpty()) {
      server = new Conversation.Server(file(matrix), List.copyOf(rows.groups.values()), rows.consensus, Map.of(), 0, false);
    }
    if (rows.cast == 0 && mathematics == null && rows.faults.none()) {
      rows.faults.fault("opinion-file.empty", file(votes != null ? votes : given), Map.of());
    }
    rows.faults.refuse();
    List<String> files = chosen.values().stream().map(ConversationFiles::file).toList();
    return new Conversation(files, rows.votes.build(), rows.moderatedOut, rows.meta, rows.texts, server);
  }

  private static String file(Path path) {
    return Objects.requireNonNullElse(path.getFileName(), path).toString();
  }

  private static Map<Kind, Path> choose(Path given, ConversationFaults faults) throws IOException {
    Path folder = Files.isDirectory(given) ? given : given.toAbsolutePath().getParent();
    Map<Kind, List<Path>> found = folder == null ? new EnumMap<>(Kind.class) : found(folder);
    Map<Kind, Path> chosen = new EnumMap<>(Kind.class);
    if (Files.isDirectory(given)) {
      found.forEach((kind, paths) -> {
        chosen.put(kind, paths.getFirst());
        if (paths.size() > 1) {
          faults.fault("opinion-file.several", file(given), Map.of("files", String.join(", ", paths.stream().map(ConversationFiles::file).toList())));
        }
      });
      if (!chosen.containsKey(Kind.VOTES) && !chosen.containsKey(Kind.MATRIX) && !chosen.containsKey(Kind.MATHEMATICS)) {
        faults.fault("opinion-file.no-votes", given.toString(), Map.of("found", inside(given)));
      }
      return chosen;
    }
    Kind kind = kind(given);
    if (kind == null || kind == Kind.STATEMENTS) {
      faults.fault("opinion-file.unknown", file(given), Map.of());
      return chosen;
    }
    // Of a folder with several conversations nobody can say which files belong together.
    if (found.values().stream().allMatch(paths -> paths.size() == 1)) {
      found.forEach((other, paths) -> chosen.put(other, paths.getFirst()));
    }
    chosen.put(kind, given);
    return chosen;
  }

  private static Map<Kind, List<Path>> found(Path folder) throws IOException {
    Map<Kind, List<Path>> found = new EnumMap<>(Kind.class);
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        String name = file(path).toLowerCase(Locale.ROOT);
        Kind kind = name.endsWith(".csv") || name.endsWith(".json") ? kind(path) : null;
        if (kind != null) {
          found.computeIfAbsent(kind, key -> new ArrayList<>()).add(path);
        }
      }
    }
    return found;
  }

  private static String inside(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      List<String> names = paths.sorted().map(path -> file(path) + (Files.isDirectory(path) ? "/" : "")).limit(12).toList();
      return names.isEmpty() ? "—" : String.join(", ", names);
    }
  }

  private static String beginning(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      String text = new String(in.readNBytes(LOOK), StandardCharsets.UTF_8);
      return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
    }
  }

  private static boolean isJson(Path path) throws IOException {
    String text = beginning(path);
    return text.startsWith("[") || text.startsWith("{");
  }

  private static @Nullable Kind kind(Path path) throws IOException {
    String text = beginning(path);
    if (text.startsWith("{")) {
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).contains("\"group-clusters\"") ? Kind.MATHEMATICS : null;
    }
    if (text.startsWith("[")) {
      if (text.contains("\"vote\"")) {
        return Kind.VOTES;
      }
      return text.contains("\"txt\"") || text.contains("\"mod") ? Kind.STATEMENTS : null;
    }
    try (Csv csv = new Csv(path)) {
      Csv.Row row = csv.next();
      List<String> head = row == null ? List.of() : row.cells().stream().map(ConversationRows::name).toList();
      boolean participant = head.stream().anyMatch(ConversationRows.PARTICIPANT::contains);
      boolean statement = head.stream().anyMatch(ConversationRows.STATEMENT::contains);
      if (participant && statement && head.contains("vote")) {
        return Kind.VOTES;
      }
      if (participant && !head.contains("vote") && head.stream().anyMatch(ConversationRows::isStatement)) {
        return Kind.MATRIX;
      }
      boolean about = head.stream().anyMatch(name -> ConversationRows.TEXT.contains(name) || ConversationRows.MODERATED.contains(name));
      return statement && about ? Kind.STATEMENTS : null;
    }
  }
}
