package org.xingfuli.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.consensus.opinion.Vote;
import org.xingfuli.engine.consensus.opinion.Votes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Collects votes and statements from rows, whether of a table or of a JSON array; fields are known by several names. */
final class ConversationRows {

  static final List<String> PARTICIPANT = List.of("voter-id", "participant-id", "participant", "pid");
  static final List<String> STATEMENT = List.of("comment-id", "statement-id", "statement", "tid");
  static final List<String> VOTE = List.of("vote");
  static final List<String> TIME = List.of("timestamp", "modified", "time", "created");
  static final List<String> TEXT = List.of("comment-body", "statement-text", "text", "txt");
  static final List<String> MODERATED = List.of("moderated", "mod");
  static final List<String> META = List.of("is-meta");
  static final List<String> CONSENSUS = List.of("group-informed-consensus");
  static final String GROUP = "group-id";

  private static final Set<String> YES = Set.of("true", "1", "t");
  private static final Set<String> NO = Set.of("", "false", "0", "f");

  final ConversationFaults faults = new ConversationFaults();
  final Votes.Builder votes = Votes.builder();
  final Set<String> moderatedOut = new TreeSet<>();
  final Set<String> meta = new TreeSet<>();
  final Map<String, String> texts = new HashMap<>();
  final Map<String, Double> consensus = new TreeMap<>();
  final Map<String, List<String>> groups = new TreeMap<>();
  int cast;

  /** A name as it is compared: small letters, dashes. */
  static String name(String field) {
    return field.strip().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A row's values by name; empty where there is none. */
  private interface Fields {
    String get(String name);
  }

  private interface Each {
    void row(Fields fields, List<String> names, String file, int line);
  }

  void votesTable(Path file) throws IOException {
    table(file, this::vote);
  }

  void statementsTable(Path file) throws IOException {
    table(file, this::statement);
  }

  void votesArray(Path file) {
    array(file, this::vote);
  }

  void statementsArray(Path file) {
    array(file, this::statement);
  }

  private static String file(Path path) {
    return Objects.requireNonNullElse(path.getFileName(), path).toString();
  }

  private void table(Path path, Each each) throws IOException {
    String file = file(path);
    try (Csv csv = new Csv(path)) {
      Csv.Row head = csv.next();
      List<String> names = head == null ? List.of() : head.cells().stream().map(ConversationRows::name).toList();
      Map<String, Integer> columns = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        columns.putIfAbsent(names.get(i), i);
      }
      for (Csv.Row row = csv.next(); row != null; row = csv.next()) {
        if (row.unclosed()) {
          faults.fault("opinion-file.quote", file, Map.of("line", row.line()));
        } else if (row.cells().size() != names.size()) {
          faults.fault("opinion-file.cells", file, Map.of("line", row.line(), "found", row.cells().size(), "expected", names.size()));
        } else {
          List<String> cells = row.cells();
          each.row(name -> {
            int column = columns.getOrDefault(name, -1);
            return column < 0 ? "" : cells.get(column).strip();
          }, names, file, row.line());
        }
      }
    }
  }

  private void array(Path path, Each each) {
    String file = file(path);
    int number = 0;
    try (MappingIterator<JsonNode> nodes = JsonMapper.shared().readerFor(JsonNode.class).readValues(path.toFile())) {
      while (nodes.hasNextValue()) {
        JsonNode node = nodes.nextValue();
        number++;
        if (node.isObject()) {
          Map<String, String> fields = new HashMap<>();
          for (Map.Entry<String, JsonNode> field : node.properties()) {
            fields.put(name(field.getKey()), field.getValue().isNull() ? "" : field.getValue().asString("").strip());
          }
          each.row(name -> fields.getOrDefault(name, ""), fields.keySet().stream().sorted().toList(), file, number);
        } else {
          faults.fault("opinion-file.no-object", file, Map.of("line", number, "found", node.toString()));
        }
      }
    } catch (JacksonException e) {
      faults.fault("opinion-file.no-json", file, Map.of("line", e.getLocation() == null ? 0 : e.getLocation().getLineNr()));
    }
  }

  private static String first(Fields fields, List<String> names) {
    for (String name : names) {
      String value = fields.get(name);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private void vote(Fields fields, List<String> names, String file, int line) {
    String participant = first(fields, PARTICIPANT);
    String statement = first(fields, STATEMENT);
    if (participant.isEmpty() || statement.isEmpty()) {
      faults.fault("opinion-file.no-id", file, Map.of("line", line, "fields", String.join(", ", names)));
    }
    Vote vote = vote(first(fields, VOTE));
    if (vote == null) {
      faults.fault("opinion-file.vote", file, Map.of("line", line, "found", first(fields, VOTE)));
    }
    String time = first(fields, TIME);
    Long at = time(time);
    if (at == null) {
      faults.fault("opinion-file.time", file, Map.of("line", line, "found", time));
    }
    if (vote != null && at != null && !participant.isEmpty() && !statement.isEmpty()) {
      votes.cast(participant, statement, vote, at);
      cast++;
    }
  }

  static @Nullable Vote vote(String text) {
    return switch (text) {
      case "1", "1.0", "+1" -> Vote.AGREE;
      case "0", "0.0", "-0.0" -> Vote.PASS;
      case "-1", "-1.0" -> Vote.DISAGREE;
      default -> null;
    };
  }

  /** Milliseconds, or a date; 0 where none is said. */
  private static @Nullable Long time(String text) {
    if (text.isEmpty()) {
      return 0L;
    }
    try {
      return text.chars().allMatch(c -> c >= '0' && c <= '9') ? Long.parseLong(text) : (long) Double.parseDouble(text);
    } catch (NumberFormatException e) {
      Instant at = MessageFile.time(text);
      return at == null ? null : at.toEpochMilli();
    }
  }

  private void statement(Fields fields, List<String> names, String file, int line) {
    String id = first(fields, STATEMENT);
    if (id.isEmpty()) {
      faults.fault("opinion-file.no-id", file, Map.of("line", line, "fields", String.join(", ", names)));
      return;
    }
    String moderated = first(fields, MODERATED);
    if (moderated.equals("-1")) {
      moderatedOut.add(id);
    } else if (!Set.of("", "0", "1").contains(moderated)) {
      faults.fault("opinion-file.moderated", file, Map.of("line", line, "found", moderated));
    }
    String about = first(fields, META).toLowerCase(Locale.ROOT);
    if (YES.contains(about)) {
      meta.add(id);
    } else if (!NO.contains(about)) {
      faults.fault("opinion-file.meta", file, Map.of("line", line, "found", about));
    }
    texts.put(id, first(fields, TEXT));
    String value = first(fields, CONSENSUS);
    if (!value.isEmpty()) {
      try {
        consensus.put(id, Double.parseDouble(value));
      } catch (NumberFormatException e) {
        faults.fault("opinion-file.number", file, Map.of("line", line, "found", value));
      }
    }
  }

  /** One row a participant, one column a statement; empty cells were not seen. @param alone no file of votes is there: cells are votes */
  void matrix(Path path, boolean alone) throws IOException {
    String file = file(path);
    table(path, (fields, names, name, line) -> {
      String participant = first(fields, PARTICIPANT);
      if (participant.isEmpty()) {
        faults.fault("opinion-file.no-id", file, Map.of("line", line, "fields", "participant"));
        return;
      }
      votes.participant(participant);
      String group = fields.get(GROUP);
      if (!group.isEmpty()) {
        groups.computeIfAbsent(group, key -> new ArrayList<>()).add(participant);
      }
      for (String statement : alone ? names.stream().filter(ConversationRows::isStatement).toList() : List.<String>of()) {
        String cell = fields.get(statement);
        Vote vote = vote(cell);
        if (vote != null) {
          votes.cast(participant, statement, vote, 0);
          cast++;
        } else if (!cell.isEmpty()) {
          faults.fault("opinion-file.vote", file, Map.of("line", line, "found", cell));
        }
      }
    });
  }

  static boolean isStatement(String column) {
    return !column.isEmpty() && column.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
