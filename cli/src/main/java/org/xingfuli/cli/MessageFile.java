package org.xingfuli.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.triage.Labelled;
import org.xingfuli.engine.triage.Message;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages, one JSON object a line (UTF-8, with or without BOM, any line end; empty lines are skipped). Fields are known by several
 * names. A file is read whole or not at all: all faulty lines are told together.
 *
 * @param messages in the order of the file
 * @param labels of each message; null where the line has none
 */
record MessageFile(List<Message> messages, List<@Nullable String> labels) {

  static final List<String> TEXT = List.of("text", "content", "body", "message", "正文", "内容", "留言详情", "留言内容");
  static final List<String> TITLE = List.of("title", "subject", "topic", "summary", "标题", "主题", "留言主题");
  static final List<String> LABEL = List.of("label", "class", "category", "classcode", "level1", "类别", "分类", "标签", "一级标签");
  static final List<String> ID = List.of("id", "n", "no", "number", "编号", "留言编号");
  static final List<String> TIME = List.of("time", "at", "date", "created", "createdat", "datetime", "时间", "留言时间");
  static final List<String> PLACE = List.of("place", "estate", "address", "地点", "小区");

  /** Faults beyond so many are counted, not told one by one. */
  private static final int MOST_TOLD = 50;

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final List<DateTimeFormatter> FORMATS = List.of(
      DateTimeFormatter.ofPattern("yyyy-M-d H:m:s"), DateTimeFormatter.ofPattern("yyyy-M-d H:m"),
      DateTimeFormatter.ofPattern("yyyy-M-d'T'H:m:s"), DateTimeFormatter.ofPattern("yyyy-M-d'T'H:m"));

  /**
   * @param label name of the field that holds the label; null: one of {@link #LABEL}
   * @throws Refused with every faulty line
   */
  static MessageFile read(Path file, @Nullable String label) throws IOException {
    List<String> labelNames = label == null ? LABEL : List.of(label.toLowerCase(Locale.ROOT));
    List<Message> messages = new ArrayList<>();
    List<@Nullable String> labels = new ArrayList<>();
    List<Refusal> faults = new ArrayList<>();
    Map<String, Integer> lineOf = new HashMap<>();
    int number = 0;
    // A byte that is not UTF-8 is shown as a replacement instead of ending the reading: the other lines still tell their faults.
    var decoder = StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String json = line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (!json.isBlank()) {
          one(json, number, labelNames, messages, labels, lineOf, faults);
        }
      }
    }
    if (messages.isEmpty() && faults.isEmpty()) {
      faults.add(Refusal.of("message-file.empty"));
    }
    refuse(faults);
    return new MessageFile(messages, labels);
  }

  private static void refuse(List<Refusal> faults) {
    if (faults.size() > MOST_TOLD) {
      int more = faults.size() - MOST_TOLD;
      List<Refusal> told = new ArrayList<>(faults.subList(0, MOST_TOLD));
      told.add(Refusal.of("message-file.more", Map.of("count", more)));
      throw new Refused(told);
    }
    Refused.ifAny(faults);
  }

  private static void one(String json, int line, List<String> labelNames, List<Message> messages, List<@Nullable String> labels,
      Map<String, Integer> lineOf, List<Refusal> faults) {
    Map<String, String> fields = fields(json, line, faults);
    if (fields == null) {
      return;
    }
    String text = first(fields, TEXT);
    String title = first(fields, TITLE);
    if (text.isBlank() && title.isBlank()) {
      faults.add(Refusal.of("message-file.no-text", Map.of("line", line, "fields", String.join(", ", fields.keySet().stream().sorted().toList()))));
      return;
    }
    String id = first(fields, ID);
    if (id.isEmpty()) {
      id = "line-" + line;
    }
    // Exports repeat ids; the later one is told by its line, so that clusters name each message once.
    String unique = lineOf.putIfAbsent(id, line) == null ? id : id + "@" + line;
    String time = first(fields, TIME);
    Instant at = time.isEmpty() ? null : time(time);
    if (at == null && !time.isEmpty()) {
      faults.add(Refusal.of("message-file.time", Map.of("line", line, "found", time)));
      return;
    }
    String place = first(fields, PLACE);
    messages.add(new Message(unique, title, text, at, place.isEmpty() ? null : place));
    String label = first(fields, labelNames);
    labels.add(label.isEmpty() ? null : label);
  }

  private static @Nullable Map<String, String> fields(String json, int line, List<Refusal> faults) {
    try {
      JsonNode node = JsonMapper.shared().readTree(json);
      if (!node.isObject()) {
        faults.add(Refusal.of("message-file.no-object", Map.of("line", line, "found", shortened(json))));
        return null;
      }
      Map<String, String> fields = new HashMap<>();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        JsonNode value = field.getValue();
        if (value.isValueNode() && !value.isNull()) {
          fields.put(field.getKey().strip().toLowerCase(Locale.ROOT), value.asString().strip());
        }
      }
      return fields;
    } catch (JacksonException e) {
      faults.add(Refusal.of("message-file.no-json", Map.of("line", line, "found", shortened(json))));
      return null;
    }
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private static String first(Map<String, String> fields, List<String> names) {
    for (String name : names) {
      String value = fields.get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  /** ISO with or without zone, or year, month, day parted by - or / with or without a time; Chinese time where none is said. */
  static @Nullable Instant time(String text) {
    String dashed = text.replace('/', '-');
    try {
      return OffsetDateTime.parse(dashed).toInstant();
    } catch (DateTimeParseException e) {
      // No zone: tried below.
    }
    for (DateTimeFormatter format : FORMATS) {
      try {
        return LocalDateTime.parse(dashed, format).atZone(SHANGHAI).toInstant();
      } catch (DateTimeParseException e) {
        // The next format.
      }
    }
    try {
      return LocalDate.parse(dashed, DateTimeFormatter.ofPattern("yyyy-M-d")).atStartOfDay(SHANGHAI).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Every message with its label. @throws Refused when some have none */
  List<Labelled> labelled() {
    List<Refusal> faults = new ArrayList<>();
    List<Labelled> rows = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      String label = labels.get(i);
      if (label == null) {
        faults.add(Refusal.of("message-file.no-label", Map.of("id", messages.get(i).id())));
      } else {
        rows.add(Labelled.byClerk(messages.get(i), label));
      }
    }
    refuse(faults);
    return rows;
  }
}
