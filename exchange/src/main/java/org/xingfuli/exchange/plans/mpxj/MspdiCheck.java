package org.xingfuli.exchange.plans.mpxj;

import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.xingfuli.exchange.plans.model.Loss;

/** Every fault of an MSPDI file with its line: values that are none, numbers twice, references into nothing. */
final class MspdiCheck extends XmlCheck {

  private static final Pattern DURATION =
      Pattern.compile("-?P(\\d+(\\.\\d+)?Y)?(\\d+(\\.\\d+)?M)?(\\d+(\\.\\d+)?D)?(T(\\d+(\\.\\d+)?H)?(\\d+(\\.\\d+)?M)?(\\d+(\\.\\d+)?S)?)?");
  private static final Set<String> DATES = Set.of("Start", "Finish", "ConstraintDate", "Deadline", "ActualStart", "ActualFinish");
  /** Microsoft Project writes these where nothing is meant. */
  private static final Set<String> NOTHING = Set.of("-1", "-65535", "0", "");

  private final Map<String, Integer> tasks = new HashMap<>();
  private final Set<String> resources = new HashSet<>();
  private final Set<String> calendars = new HashSet<>();
  private final Map<String, String> parents = new HashMap<>();
  private Map<String, String> fields = new HashMap<>();
  private Map<String, String> link = new HashMap<>();
  private int linkLine;

  MspdiCheck(Findings findings) {
    super(findings);
  }

  @Override
  void begin(Deque<String> at) {
    if (at.size() == 3) {
      fields = new HashMap<>();
    } else if (at.size() == 4 && at.peekLast() instanceof String name && name.equals("PredecessorLink")) {
      link = new HashMap<>();
      linkLine = line();
    }
  }

  @Override
  void end(Deque<String> at, CharSequence held) {
    var names = List.copyOf(at);
    var name = names.get(names.size() - 1);
    if (names.size() == 4) {
      if (name.equals("PredecessorLink")) {
        predecessor();
      } else {
        fields.put(name, held.toString().strip());
      }
    } else if (names.size() == 5 && names.get(3).equals("PredecessorLink")) {
      link.put(name, held.toString().strip());
    } else if (names.size() > 5 && (name.equals("FromDate") || name.equals("ToDate"))) {
      // A rule that repeats for thousands of years is one to fill the memory.
      date(name, held.toString().strip(), place());
    } else if (names.size() == 3) {
      switch (name) {
        case "Task" -> task();
        case "Resource" -> resources.add(fields.getOrDefault("UID", ""));
        case "Calendar" -> calendar();
        case "Assignment" -> assignment();
        default -> { }
      }
    }
  }

  private void calendar() {
    var uid = fields.getOrDefault("UID", "");
    calendars.add(uid);
    parents.put(uid, fields.getOrDefault("BaseCalendarUID", ""));
  }

  private void task() {
    var uid = fields.getOrDefault("UID", "");
    var place = place();
    if ("1".equals(fields.get("IsNull"))) {
      return;
    }
    whole("UID", uid, place, true);
    if (!uid.isEmpty()) {
      var before = tasks.putIfAbsent(uid, line());
      if (before != null) {
        findings.fault("plan-file.id-twice", Map.of("line", line(), "place", place, "value", uid, "before", before));
      }
    }
    for (var field : DATES) {
      date(field, fields.get(field), place);
    }
    duration(place);
    order(place, fields.get("Start"), fields.get("Finish"));
    var calendar = fields.getOrDefault("CalendarUID", "");
    if (!NOTHING.contains(calendar)) {
      refer(line(), place, "CalendarUID", calendar);
    }
  }

  private String place() {
    var name = fields.getOrDefault("Name", "");
    return (fields.getOrDefault("UID", "?") + " " + name).strip();
  }

  private void duration(String place) {
    var value = fields.get("Duration");
    if (value == null || value.isEmpty()) {
      return;
    }
    if (!DURATION.matcher(value).matches() || value.equals("P")) {
      unreadable(place, "Duration", value);
    } else if (below(value)) {
      findings.fault("plan-file.negative-duration", Map.of("line", line(), "place", place, "value", value));
    }
  }

  private void predecessor() {
    var from = link.getOrDefault("PredecessorUID", "");
    var place = place();
    boolean outside = "1".equals(link.get("CrossProject"));
    whole("PredecessorUID", from, place, !outside);
    var type = link.getOrDefault("Type", "1");
    if (!type.matches("[0-3]")) {
      unreadable(place, "Type", type);
    }
    number("LinkLag", link.getOrDefault("LinkLag", "0"), place);
    if (from.equals(fields.get("UID"))) {
      findings.fault("plan-file.self-link", Map.of("line", linkLine, "place", place));
    } else if (outside) {
      findings.lose(Loss.Kind.EXTERNAL, place, link.getOrDefault("CrossProjectName", from));
    } else {
      refer(linkLine, place, "PredecessorUID", from);
    }
  }

  private void assignment() {
    var task = fields.getOrDefault("TaskUID", "");
    var resource = fields.getOrDefault("ResourceUID", "");
    var place = "Assignment " + fields.getOrDefault("UID", "?");
    refer(line(), place, "TaskUID", task);
    if (!NOTHING.contains(resource)) {
      refer(line(), place, "ResourceUID", resource);
    }
    notNegative("Units", fields.getOrDefault("Units", "1"), place);
  }

  @Override
  boolean known(String what, String value) {
    return switch (what) {
      case "CalendarUID" -> calendars.contains(value);
      case "ResourceUID" -> resources.contains(value);
      default -> tasks.containsKey(value);
    };
  }

  @Override
  void done() {
    Circles.in(parents, "BaseCalendarUID", findings);
    super.done();
  }
}
