package org.xingfuli.exchange.plans.mpxj;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.plans.model.Loss;

/**
 * Every fault of an XER file with its line, and the file in UTF-8: Primavera writes in the code page of the machine, which
 * in China is GBK and nowhere said in the file.
 */
final class XerCheck {

  private static final int MOST_LINES = 2_000_000;
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d*+([.,]\\d*+)?([eE][+-]?\\d++)?");
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final Findings findings;
  private final Map<String, Row> tasks = new LinkedHashMap<>();
  private final Set<String> projects = new HashSet<>();
  private final Set<String> calendars = new HashSet<>();
  private final Set<String> resources = new HashSet<>();
  private final Map<String, String> baseCalendars = new HashMap<>();
  private final Map<String, String> rowsAbove = new HashMap<>();
  private final Map<String, String> resourcesAbove = new HashMap<>();
  private final List<Row> links = new ArrayList<>();
  private final List<Row> assignments = new ArrayList<>();
  private boolean anyTask;

  /** A row of a table by its heads. */
  private record Row(int line, Map<String, String> cells) {

    String at(String head) {
      return cells.getOrDefault(head, "");
    }

    String place() {
      return (at("task_code").isEmpty() ? at("task_id") : at("task_code")) + (at("task_name").isEmpty() ? "" : " " + at("task_name"));
    }
  }

  XerCheck(Findings findings) {
    this.findings = findings;
  }

  /** The file as UTF-8. */
  byte[] check(byte[] bytes) {
    var text = decoded(bytes);
    var lines = text.split("\r\n|\n|\r", -1);
    if (lines.length > MOST_LINES) {
      findings.fault("plan-file.too-many", Map.of("what", "lines", "most", MOST_LINES));
      return new byte[0];
    }
    tables(lines);
    if (!anyTask) {
      findings.fault("plan-file.no-activities", Map.of());
    }
    Circles.in(baseCalendars, "base_clndr_id", findings);
    Circles.in(rowsAbove, "parent_wbs_id", findings);
    Circles.in(resourcesAbove, "parent_rsrc_id", findings);
    tasks.values().forEach(this::task);
    links.forEach(this::link);
    assignments.forEach(this::assignment);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String decoded(byte[] bytes) {
    if (bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (bytes.length > 2 && ((bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE
        || (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    var utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8 != null) {
      return utf8;
    }
    var chinese = strictly(bytes, GB18030);
    return chinese != null && mostlyPairs(bytes) ? chinese : new String(bytes, WINDOWS);
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      return null;
    }
  }

  /** Common Chinese characters are two high bytes; in western text a high byte mostly stands alone. */
  private static boolean mostlyPairs(byte[] bytes) {
    int pairs = 0;
    int single = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 0) {
        continue;
      }
      if (i + 1 < bytes.length && bytes[i + 1] < 0) {
        pairs++;
        i++;
      } else {
        single++;
      }
    }
    return pairs > 2 * single;
  }

  private void tables(String[] lines) {
    var table = "";
    var heads = new String[0];
    boolean ended = false;
    for (int i = 0; i < lines.length; i++) {
      var line = lines[i];
      var cells = line.split("\t", -1);
      switch (cells[0]) {
        case "%T" -> {
          table = cells.length > 1 ? cells[1].strip() : "";
          heads = new String[0];
        }
        case "%F" -> heads = cells;
        case "%R" -> row(table, heads, cells, i + 1);
        case "%E" -> ended = true;
        default -> { }
      }
    }
    if (!ended) {
      findings.fault("plan-file.cut-off", Map.of("line", lines.length, "expected", "%E"));
    }
  }

  private void row(String table, String[] heads, String[] cells, int line) {
    if (!Set.of("PROJECT", "CALENDAR", "PROJWBS", "RSRC", "TASK", "TASKPRED", "TASKRSRC").contains(table)) {
      return;
    }
    if (heads.length == 0) {
      findings.fault("plan-file.cut-off", Map.of("line", line, "expected", "%F " + table));
      return;
    }
    var named = new HashMap<String, String>();
    for (int c = 1; c < Math.min(heads.length, cells.length); c++) {
      named.put(heads[c].strip(), cells[c].strip());
    }
    var row = new Row(line, named);
    switch (table) {
      case "PROJECT" -> projects.add(row.at("proj_id"));
      case "CALENDAR" -> {
        calendars.add(row.at("clndr_id"));
        baseCalendars.put(row.at("clndr_id"), row.at("base_clndr_id"));
      }
      case "PROJWBS" -> rowsAbove.put(row.at("wbs_id"), row.at("parent_wbs_id"));
      case "RSRC" -> {
        resources.add(row.at("rsrc_id"));
        resourcesAbove.put(row.at("rsrc_id"), row.at("parent_rsrc_id"));
      }
      case "TASKPRED" -> links.add(row);
      case "TASKRSRC" -> assignments.add(row);
      default -> {
        anyTask = true;
        var before = tasks.putIfAbsent(row.at("task_id"), row);
        if (before != null) {
          findings.fault("plan-file.id-twice", Map.of("line", line, "place", row.place(), "value", row.at("task_id"),
              "before", before.line()));
        }
      }
    }
  }

  private void task(Row row) {
    if (!row.at("task_id").matches("\\d{1,9}")) {
      unreadable(row, "task_id");
    }
    for (var field : List.of("target_drtn_hr_cnt", "remain_drtn_hr_cnt")) {
      if (!NUMBER.matcher(row.at(field)).matches()) {
        unreadable(row, field);
      } else if (row.at(field).startsWith("-") && row.at(field).matches(".*[1-9].*")) {
        findings.fault("plan-file.negative-duration",
            Map.of("line", row.line(), "place", row.place(), "value", row.at(field) + " h"));
      }
    }
    for (var field : List.of("target_start_date", "target_end_date", "act_start_date", "act_end_date", "cstr_date")) {
      if (!row.at(field).isEmpty() && !row.at(field).matches("(19|20|21|22)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])( \\d\\d:\\d\\d(:\\d\\d)?)?")) {
        unreadable(row, field);
      }
    }
    order(row);
    project(row, row.place());
    var calendar = row.at("clndr_id");
    if (!calendar.isEmpty() && !calendars.contains(calendar)) {
      unknown(row, row.place(), "clndr_id", calendar);
    }
  }

  /** Planned dates of work not begun; those of a milestone and of what has begun Primavera itself may turn round. */
  private void order(Row row) {
    var start = row.at("target_start_date");
    var finish = row.at("target_end_date");
    boolean works = row.at("target_drtn_hr_cnt").matches("[^-]*[1-9].*") && row.at("status_code").matches("(TK_NotStart)?")
        && row.at("task_type").matches("TT_(Task|Rsrc)");
    if (works && !start.isEmpty() && !finish.isEmpty() && finish.compareTo(start) < 0) {
      findings.fault("plan-file.finish-before-start",
          Map.of("line", row.line(), "place", row.place(), "start", start, "finish", finish));
    }
  }

  private void link(Row row) {
    var to = tasks.get(row.at("task_id"));
    var from = tasks.get(row.at("pred_task_id"));
    var place = to == null ? "TASKPRED " + row.at("task_pred_id") : to.place();
    if (from != null && from == to) {
      findings.fault("plan-file.self-link", Map.of("line", row.line(), "place", place));
      return;
    }
    if (from != null && to != null) {
      project(row, place);
    }
    end(row, place, from, "pred_task_id", row.at("pred_proj_id"));
    end(row, place, to, "task_id", row.at("proj_id"));
    if (!NUMBER.matcher(row.at("lag_hr_cnt")).matches()) {
      unreadable(row, "lag_hr_cnt");
    }
    if (!row.at("pred_type").matches("(PR_)?(FS|SS|FF|SF)[1]?|")) {
      unreadable(row, "pred_type");
    }
  }

  private void end(Row row, String place, @Nullable Row task, String what, String project) {
    if (task != null) {
      return;
    }
    if (!project.isEmpty() && !projects.contains(project)) {
      findings.lose(Loss.Kind.EXTERNAL, place, what + " " + row.at(what));
    } else {
      unknown(row, place, what, row.at(what));
    }
  }

  private void assignment(Row row) {
    var task = tasks.get(row.at("task_id"));
    var place = task == null ? "TASKRSRC " + row.at("taskrsrc_id") : task.place();
    if (task == null) {
      unknown(row, place, "task_id", row.at("task_id"));
    } else {
      project(row, place);
    }
    if (!row.at("rsrc_id").isEmpty() && !resources.contains(row.at("rsrc_id"))) {
      unknown(row, place, "rsrc_id", row.at("rsrc_id"));
    }
  }

  /** What belongs to no project of the file MPXJ leaves out without a word. */
  private void project(Row row, String place) {
    if (!projects.contains(row.at("proj_id"))) {
      unknown(row, place, "proj_id", row.at("proj_id"));
    }
  }

  private void unknown(Row row, String place, String what, String value) {
    findings.fault("plan-file.unknown-reference", Map.of("line", row.line(), "place", place, "what", what, "value", value));
  }

  private void unreadable(Row row, String what) {
    var value = row.at(what);
    findings.fault("plan-file.unreadable-value", Map.of("line", row.line(), "place", row.place(), "what", what, "value",
        value.length() > 60 ? value.substring(0, 60) + "…" : value));
  }
}
