package org.xingfuli.exchange.plans.mpxj;

import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xingfuli.exchange.plans.model.Loss;

/**
 * Every fault of a PMXML file with its line: MPXJ leaves out what it cannot read and what names nothing, without a word.
 * A baseline's own activities are not looked at.
 */
final class PmxmlCheck extends XmlCheck {

  private static final List<String> DATES = List.of("StartDate", "FinishDate", "PlannedStartDate", "PlannedFinishDate",
      "ActualStartDate", "ActualFinishDate", "RemainingEarlyStartDate", "RemainingEarlyFinishDate", "PrimaryConstraintDate",
      "SecondaryConstraintDate");
  private static final List<String> DURATIONS = List.of("PlannedDuration", "RemainingDuration", "ActualDuration",
      "AtCompletionDuration");
  private static final Set<String> LINKS = Set.of("", "Finish to Start", "Start to Start", "Finish to Finish", "Start to Finish");

  private final Map<String, Integer> activities = new HashMap<>();
  private final Set<String> projects = new HashSet<>();
  private final Set<String> resources = new HashSet<>();
  private final Set<String> calendars = new HashSet<>();
  private final Map<String, String> baseCalendars = new HashMap<>();
  private final Map<String, String> rowsAbove = new HashMap<>();
  private final Map<String, String> resourcesAbove = new HashMap<>();
  private Map<String, String> fields = new HashMap<>();
  private final List<End> ends = new ArrayList<>();
  private boolean project;

  private record End(int line, String place, String what, String activity, String project) {}

  PmxmlCheck(Findings findings) {
    super(findings);
  }

  @Override
  void begin(Deque<String> at) {
    if (at.size() == 2) {
      project = "Project".equals(at.peekLast());
      fields = new HashMap<>();
    } else if (at.size() == 3 && project) {
      fields = new HashMap<>();
    }
  }

  @Override
  void end(Deque<String> at, CharSequence held) {
    var name = String.valueOf(at.peekLast());
    int deep = at.size();
    if (deep > 3 && name.equals("Date")) {
      date(name, held.toString().strip(), place());
    } else if (project && deep == 3 && name.equals("ObjectId")) {
      projects.add(held.toString().strip());
    } else if (deep == (project ? 4 : 3)) {
      fields.put(name, held.toString().strip());
    } else if (deep == (project ? 3 : 2)) {
      part(name);
    }
  }

  private void part(String name) {
    switch (name) {
      case "Activity" -> activity();
      case "Relationship" -> relationship();
      case "ResourceAssignment" -> assignment();
      case "Calendar" -> {
        calendars.add(at("ObjectId"));
        baseCalendars.put(at("ObjectId"), at("BaseCalendarObjectId"));
      }
      case "WBS" -> rowsAbove.put(at("ObjectId"), at("ParentObjectId"));
      case "Resource" -> {
        resources.add(at("ObjectId"));
        resourcesAbove.put(at("ObjectId"), at("ParentObjectId"));
      }
      default -> { }
    }
  }

  private String at(String field) {
    return fields.getOrDefault(field, "");
  }

  private String place() {
    return ((at("Id").isEmpty() ? at("ObjectId") : at("Id")) + " " + at("Name")).strip();
  }

  private void activity() {
    var place = place();
    whole("ObjectId", at("ObjectId"), place, true);
    var before = activities.putIfAbsent(at("ObjectId"), line());
    if (before != null) {
      findings.fault("plan-file.id-twice",
          Map.of("line", line(), "place", place, "value", at("ObjectId"), "before", before));
    }
    DATES.forEach(field -> date(field, at(field), place));
    for (var field : DURATIONS) {
      if (!at(field).isEmpty() && number(field, at(field), place) && below(at(field))) {
        findings.fault("plan-file.negative-duration",
            Map.of("line", line(), "place", place, "value", at(field) + " h"));
        break;
      }
    }
    // Planned dates of work not begun; those of a milestone and of what has begun Primavera itself may turn round.
    if (at("PlannedDuration").matches("[^-]*[1-9].*") && at("Status").equals("Not Started")
        && at("Type").matches("(Task|Resource) Dependent")) {
      order(place, at("PlannedStartDate"), at("PlannedFinishDate"));
    }
    if (!at("CalendarObjectId").isEmpty()) {
      refer(line(), place, "CalendarObjectId", at("CalendarObjectId"));
    }
  }

  private void relationship() {
    var from = at("PredecessorActivityObjectId");
    var to = at("SuccessorActivityObjectId");
    var place = "Relationship " + (at("ObjectId").isEmpty() ? from + " → " + to : at("ObjectId"));
    if (from.equals(to)) {
      findings.fault("plan-file.self-link", Map.of("line", line(), "place", place));
      return;
    }
    ends.add(new End(line(), place, "PredecessorActivityObjectId", from, at("PredecessorProjectObjectId")));
    ends.add(new End(line(), place, "SuccessorActivityObjectId", to, at("SuccessorProjectObjectId")));
    if (!LINKS.contains(at("Type"))) {
      unreadable(place, "Type", at("Type"));
    }
    if (!at("Lag").isEmpty()) {
      number("Lag", at("Lag"), place);
    }
  }

  private void assignment() {
    var place = "ResourceAssignment " + at("ObjectId");
    refer(line(), place, "ActivityObjectId", at("ActivityObjectId"));
    if (!at("ResourceObjectId").isEmpty()) {
      refer(line(), place, "ResourceObjectId", at("ResourceObjectId"));
    }
    for (var field : List.of("PlannedUnitsPerTime", "RemainingUnitsPerTime")) {
      if (!at(field).isEmpty()) {
        notNegative(field, at(field), place);
      }
    }
  }

  @Override
  boolean known(String what, String value) {
    return switch (what) {
      case "CalendarObjectId" -> calendars.contains(value);
      case "ResourceObjectId" -> resources.contains(value);
      default -> activities.containsKey(value);
    };
  }

  @Override
  void done() {
    Circles.in(baseCalendars, "BaseCalendarObjectId", findings);
    Circles.in(rowsAbove, "ParentObjectId", findings);
    Circles.in(resourcesAbove, "ParentObjectId", findings);
    ends.forEach(this::end);
    super.done();
  }

  /** An end in a project that the file does not hold is left out. */
  private void end(End end) {
    boolean outside = !end.project().isEmpty() && !projects.contains(end.project());
    if (outside && !activities.containsKey(end.activity())) {
      findings.lose(Loss.Kind.EXTERNAL, end.place(), end.what() + " " + end.activity());
    } else {
      refer(end.line(), end.place(), end.what(), end.activity());
    }
  }
}
