package org.xingfuli.drills.year;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What was read through the API on the morning of a day, before anybody acted: the ground every invariant is held against. */
final class Facts {

  private final LocalDate day;
  private final List<Act> yesterdaysActs;
  private final Map<String, JsonNode> read;
  private @Nullable Facts before;
  private @Nullable List<Bar> bars;

  Facts(LocalDate day, List<Act> yesterdaysActs, @Nullable Facts before) {
    this(day, yesterdaysActs, before, new TreeMap<>());
  }

  private Facts(LocalDate day, List<Act> yesterdaysActs, @Nullable Facts before, Map<String, JsonNode> read) {
    this.day = day;
    this.yesterdaysActs = yesterdaysActs;
    this.before = before;
    this.read = read;
  }

  LocalDate day() {
    return day;
  }

  /** What people did since the facts before. */
  List<Act> acts() {
    return yesterdaysActs;
  }

  /** The facts of the day before; absent on the first. */
  @Nullable Facts before() {
    return before;
  }

  /** Lets the day before the day before go. */
  void forget() {
    if (before != null) {
      before.before = null;
      before.bars = null;
    }
  }

  void put(String name, JsonNode node) {
    read.put(name, node);
  }

  boolean has(String name) {
    return read.containsKey(name);
  }

  /** What was read under a name; missing when it is not a day for it. */
  JsonNode get(String name) {
    var found = read.get(name);
    return found == null ? MissingNode.getInstance() : found;
  }

  ObjectNode object(String name) {
    return (ObjectNode) get(name);
  }

  /** Whether the chart shows the year it showed the day before. */
  boolean sameYearAsBefore() {
    return before != null && before.get("programme").path("id").equals(get("programme").path("id"));
  }

  List<Bar> bars() {
    var known = bars;
    if (known == null) {
      known = Bar.of(get("timetable"));
      bars = known;
    }
    return known;
  }

  Map<String, Bar> barsByProjectAndCode() {
    var map = new HashMap<String, Bar>();
    bars().forEach(bar -> map.put(bar.projectId() + " " + bar.code(), bar));
    return map;
  }

  /** A row of the timetable to be spoilt. */
  ObjectNode row(Predicate<JsonNode> wanted) {
    for (var row : get("timetable").path("activities")) {
      if (wanted.test(row)) {
        return (ObjectNode) row;
      }
    }
    throw new IllegalStateException("nothing to spoil on " + day);
  }

  /** The same facts to be spoilt. */
  Facts copy() {
    var copies = new TreeMap<String, JsonNode>();
    read.forEach((name, node) -> copies.put(name, node.deepCopy()));
    return new Facts(day, yesterdaysActs, before, copies);
  }
}
