package org.xingfuli.drills.year;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.xingfuli.drills.year.Invariant.Applies;
import org.xingfuli.drills.year.Invariant.Check;
import org.xingfuli.drills.year.Invariant.Spoil;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All invariants of a year, each with a fault it must find. */
final class Invariants {

  private static final Applies ALWAYS = facts -> true;
  private static final List<String> WORST_FIRST = List.of("LATE", "AT_RISK", "ON_TIME", "NOT_STARTED", "DONE");

  private final List<Invariant> all = new ArrayList<>();

  private Invariants() {}

  static List<Invariant> all() {
    var made = new Invariants();
    made.ofTheDay();
    made.ofTheTimetable();
    made.ofThePlan();
    made.ofTheChart();
    made.ofTheActs();
    made.ofTheRecords();
    made.all.addAll(InvariantsOfSites.all());
    return List.copyOf(made.all);
  }

  private void add(String name, String says, Applies applies, Check check, Spoil spoil) {
    all.add(new Invariant(name, says, applies, check, spoil));
  }

  private static Applies has(String fact) {
    return facts -> facts.has(fact) && !facts.get(fact).isEmpty();
  }

  // ---------------------------------------------------------------- the day

  private void ofTheDay() {
    add("one-day-for-all", "session, clock, timetable and chart show one business date", ALWAYS, (facts, breach) -> {
      var day = facts.day().toString();
      Map.of("session", facts.get("session").path("businessDate"), "clock", facts.get("clock").path("today"),
          "timetable", facts.get("timetable").path("dataDate"), "chart", facts.get("chart").path("date"))
          .forEach((where, date) -> {
            if (!date.asString("").equals(day)) {
              breach.accept(where + " shows " + date + " on " + day);
            }
          });
    }, facts -> facts.object("chart").put("date", facts.day().minusDays(1).toString()));
  }

  // ---------------------------------------------------------------- the timetable

  private void ofTheTimetable() {
    add("percent-falls-only-by-correction", "a percentage falls only where a report of the day before gave the reason",
        Facts::sameYearAsBefore, (facts, breach) -> {
          var corrected = new HashSet<String>();
          facts.acts().stream().filter(act -> act.acknowledged() && act.said().get("reason") != null)
              .forEach(act -> corrected.add(act.subject()));
          var before = percents(Objects.requireNonNull(facts.before()));
          for (var bar : facts.bars()) {
            if (bar.percent() < before.getOrDefault(bar.id(), 0) && !corrected.contains(bar.id())) {
              breach.accept(bar.about() + " fell from " + before.get(bar.id()) + " to " + bar.percent());
            }
          }
        }, facts -> bar(facts, row -> row.path("percent").asInt() > 50 && row.path("percent").asInt() < 90).put("percent", 1));
    add("reported-is-shown", "the timetable shows the percentage reported last", facts -> !facts.acts().isEmpty(),
        (facts, breach) -> {
          var shown = percents(facts);
          said(facts).forEach((id, percent) -> {
            if (shown.containsKey(id) && !Objects.equals(percent, shown.get(id))) {
              breach.accept(id + " was said to be at " + percent + " and shows " + shown.get(id));
            }
          });
        }, facts -> {
          var told = said(facts);
          facts.get("timetable").path("activities").forEach(row -> {
            if (told.containsKey(row.path("id").asString())) {
              ((ObjectNode) row).put("percent", row.path("percent").asInt() - 1);
            }
          });
        });
    add("no-finish-before-start", "no activity ends before it begins", ALWAYS, (facts, breach) -> {
      for (var bar : facts.bars()) {
        if (bar.finish().isBefore(bar.start())) {
          breach.accept(bar.about() + " from " + bar.start() + " to " + bar.finish());
        }
      }
    }, facts -> bar(facts, row -> true).put("finish", "2001-01-01"));
    add("actuals-not-in-the-future", "what has begun or ended did so by today", ALWAYS, (facts, breach) -> {
      for (var bar : facts.bars()) {
        if (bar.started() && bar.start().isAfter(facts.day()) || bar.done() && bar.finish().isAfter(facts.day())) {
          breach.accept(bar.about() + " began " + bar.start() + " and ended " + bar.finish());
        }
      }
    }, facts -> bar(facts, row -> row.path("percent").asInt() == 100).put("finish", facts.day().plusDays(2).toString()));
    add("open-work-not-in-the-past", "unfinished work ends today or later, and what has not begun begins today or later", ALWAYS,
        (facts, breach) -> {
          for (var bar : facts.bars()) {
            if (!bar.done() && bar.finish().isBefore(facts.day()) || !bar.started() && bar.start().isBefore(facts.day())) {
              breach.accept(bar.about() + " at " + bar.percent() + " % from " + bar.start() + " to " + bar.finish());
            }
          }
        }, facts -> bar(facts, row -> !row.path("started").asBoolean()).put("start", facts.day().minusDays(1).toString()));
    add("begun-by-percent", "what has a percentage has begun, and what is done has all of it", ALWAYS, (facts, breach) -> {
      for (var bar : facts.bars()) {
        if (bar.percent() < 0 || bar.percent() > 100 || bar.percent() > 0 && !bar.started()) {
          breach.accept(bar.about() + " has " + bar.percent() + " %, begun: " + bar.started());
        }
      }
    }, facts -> bar(facts, row -> row.path("percent").asInt() > 0).put("started", false));
    add("crews-rest", "nothing is to begin on a day on which its crews rest: offices on rest days, sites at the Spring Festival",
        ALWAYS, (facts, breach) -> {
          var calendar = calendar(facts);
          var offices = offices(facts);
          for (var bar : facts.bars()) {
            if (!bar.started() && !calendar.works(bar.start(), offices.contains(bar.code()))) {
              breach.accept(bar.about() + " is to begin on " + bar.start());
            }
          }
        }, facts -> {
          var offices = offices(facts);
          bar(facts, row -> !row.path("started").asBoolean() && offices.contains(row.path("code").asString()))
              .put("start", LocalDate.of(facts.day().getYear() + 1, 1, 1).toString());
        });
    add("must-start-is-the-timetables", "the list of what must start is what the timetable says of it", ALWAYS,
        (facts, breach) -> {
          var listed = new HashSet<String>();
          facts.get("mustStart").forEach(row -> listed.add(row.path("activityId").asString(row.path("id").asString())));
          var due = new HashSet<String>();
          facts.bars().stream().filter(bar -> !bar.started() && !bar.start().isAfter(facts.day())
              && !bar.latestStart().isAfter(facts.day())).forEach(bar -> due.add(bar.id()));
          if (!listed.equals(due)) {
            breach.accept(listed.size() + " are listed and " + due.size() + " are due");
          }
        }, facts -> ((ArrayNode) facts.get("mustStart")).addObject().put("id", "nobody's"));
  }

  /** What was reported last of each activity the day before. */
  private static Map<String, Integer> said(Facts facts) {
    var said = new TreeMap<String, Integer>();
    facts.acts().stream().filter(act -> act.acknowledged() && Observer.REPORTS.contains(act.kind()))
        .forEach(act -> said.putAll(act.percents()));
    return said;
  }

  private static Map<String, Integer> percents(Facts facts) {
    var percents = new HashMap<String, Integer>();
    facts.get("timetable").path("activities")
        .forEach(row -> percents.put(row.path("id").asString(), row.path("percent").asInt()));
    return percents;
  }

  private interface Wanted {
    boolean row(JsonNode row);
  }

  /** A row of the timetable to be spoilt. */
  private static ObjectNode bar(Facts facts, Wanted wanted) {
    for (var row : facts.get("timetable").path("activities")) {
      if (wanted.row(row)) {
        return (ObjectNode) row;
      }
    }
    throw new IllegalStateException("nothing to spoil on " + facts.day());
  }

  // ---------------------------------------------------------------- the frozen plan

  private void ofThePlan() {
    add("frozen-plan-stands", "reports change no date of the frozen plan; only another freeze does", facts ->
        facts.sameYearAsBefore() && samePlan(facts), (facts, breach) -> {
      var before = new HashMap<String, Bar>();
      Objects.requireNonNull(facts.before()).bars().forEach(bar -> before.put(bar.id(), bar));
      for (var bar : facts.bars()) {
        var old = before.get(bar.id());
        if (old != null && !(Objects.equals(old.baselineStart(), bar.baselineStart())
            && Objects.equals(old.baselineFinish(), bar.baselineFinish()))) {
          breach.accept(bar.about() + " was planned to " + old.baselineFinish() + " and is to " + bar.baselineFinish());
        }
      }
    }, facts -> bar(facts, row -> row.path("baselineFinish").isString()).put("baselineFinish", "2030-01-01"));
    add("crews-fit-the-plan", "on no day does the frozen plan ask for more of a crew than there is", ALWAYS, (facts, breach) -> {
      var calendar = calendar(facts);
      var offices = offices(facts);
      var estates = new HashMap<String, String>();
      var carried = new HashSet<String>();
      for (var project : facts.get("projects")) {
        estates.put(project.path("id").asString(), project.path("estates").path(0).path("id").asString());
        if (project.path("carriedOverFrom").isInt()) {
          carried.add(project.path("id").asString());
        }
      }
      for (var crew : facts.get("crews")) {
        var load = new HashMap<String, Integer>();
        var code = crew.path("code").asString();
        for (var bar : facts.bars()) {
          var need = bar.crews().getOrDefault(code, 0);
          // What had begun when a later plan was frozen goes on as it is, whatever the crews.
          if (need == 0 || bar.baselineStart() == null || bar.baselineFinish() == null || begunBeforeThePlan(facts, carried, bar)) {
            continue;
          }
          var pool = switch (crew.path("sharedWithin").asString()) {
            case "DISTRICT" -> "";
            case "STREET" -> bar.street();
            case "ESTATE" -> estates.getOrDefault(bar.projectId(), "");
            default -> bar.projectId();
          };
          for (var day = bar.baselineStart(); !day.isAfter(bar.baselineFinish()); day = day.plusDays(1)) {
            if (calendar.works(day, offices.contains(bar.code()))) {
              load.merge(pool + " " + day, need, Integer::sum);
            }
          }
        }
        var most = load.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var capacity = crew.path("capacity").asInt();
        for (var change : crew.path("changes")) {
          capacity = Math.max(capacity, change.path("capacity").asInt());
        }
        if (most > capacity) {
          breach.accept(code + " would need " + most + " of " + capacity);
        }
      }
    }, facts -> facts.get("crews").forEach(crew -> ((ObjectNode) crew).put("capacity", 1)));
  }

  private static boolean samePlan(Facts facts) {
    return Objects.requireNonNull(facts.before()).get("programme").path("frozenPlan").path("id")
        .equals(facts.get("programme").path("frozenPlan").path("id"));
  }

  private static boolean begunBeforeThePlan(Facts facts, Set<String> carried, Bar bar) {
    return bar.started()
        && (carried.contains(bar.projectId()) || facts.get("programme").path("frozenPlan").path("version").asInt() > 1);
  }

  /** Rest days as the calendar says them. */
  private record RestDays(Map<LocalDate, String> types, Set<LocalDate> festival) {

    boolean works(LocalDate day, boolean office) {
      var type = types.get(day);
      return type == null || (office ? type.contains("WORKDAY") : !festival.contains(day));
    }
  }

  private static RestDays calendar(Facts facts) {
    var types = new HashMap<LocalDate, String>();
    var festival = new HashSet<LocalDate>();
    for (var row : facts.get("calendar")) {
      var day = Bar.date(row.path("date"));
      var type = row.path("type").asString();
      types.put(day, type);
      if (row.path("name").asString("").equals("春节") && !type.contains("WORKDAY")) {
        festival.add(day);
      }
    }
    return new RestDays(types, festival);
  }

  private static Set<String> offices(Facts facts) {
    var offices = new HashSet<String>();
    facts.get("template").forEach(row -> {
      if (row.path("calendar").asString().equals("OFFICE")) {
        offices.add(row.path("code").asString());
      }
    });
    return offices;
  }

  // ---------------------------------------------------------------- the chart

  private void ofTheChart() {
    add("chart-counts-projects", "the chart has a row for every project of the programme and no other", ALWAYS,
        (facts, breach) -> {
          var rows = ids(facts.get("chart").path("rows"), "projectId");
          var projects = ids(facts.get("projects"), "id");
          if (!rows.equals(projects) || rows.size() != facts.get("programme").path("projects").asInt()) {
            breach.accept(rows.size() + " rows, " + projects.size() + " projects, "
                + facts.get("programme").path("projects").asInt() + " counted");
          }
        }, facts -> ((ArrayNode) facts.get("chart").path("rows")).remove(0));
    add("chart-is-the-timetable", "a chart made again from the timetable is the chart that is shown", ALWAYS, (facts, breach) ->
        cells(facts, (row, cell) -> {
          var bar = facts.barsByProjectAndCode().get(row.path("projectId").asString() + " " + activity(facts, cell));
          if (bar == null || !bar.finish().equals(Bar.date(cell.path("date")))) {
            breach.accept(row.path("code").asString() + ": " + cell.path("date") + " but the timetable has "
                + (bar == null ? "nothing" : bar.finish()));
          }
        }), facts -> cell(facts, "DONE").put("date", "2001-01-01"));
    add("state-follows-the-days", "a node is done when its activity is, else late, at risk or not by the days left", ALWAYS,
        (facts, breach) -> {
          var bars = facts.barsByProjectAndCode();
          var most = facts.get("chart").path("atRiskDays").asInt();
          cells(facts, (row, cell) -> {
            var bar = bars.get(row.path("projectId").asString() + " " + activity(facts, cell));
            var days = cell.path("days").asInt();
            var wanted = bar != null && bar.done() ? Set.of("DONE") : days < 0 ? Set.of("LATE")
                : days <= most ? Set.of("AT_RISK") : Set.of("ON_TIME", "NOT_STARTED");
            if (!wanted.contains(cell.path("state").asString())) {
              breach.accept(row.path("code").asString() + " is " + cell.path("state") + " with " + days + " days left");
            }
          });
        }, facts -> cell(facts, "DONE").put("state", "LATE"));
    add("days-are-due-less-date", "days left are the days from the date to the due date", ALWAYS, (facts, breach) ->
        cells(facts, (row, cell) -> {
          var days = ChronoUnit.DAYS.between(Bar.date(cell.path("date")), Bar.date(cell.path("due")));
          if (days != cell.path("days").asInt()) {
            breach.accept(row.path("code").asString() + ": " + cell.path("days") + " but " + days);
          }
        }), facts -> cell(facts, "DONE").put("days", 999));
    add("worst-is-the-worst", "a project stands as its worst node", ALWAYS, (facts, breach) -> {
      for (var row : facts.get("chart").path("rows")) {
        var worst = WORST_FIRST.stream().filter(state -> states(row).contains(state)).findFirst().orElse("NOT_STARTED");
        if (!row.path("worst").asString().equals(worst)) {
          breach.accept(row.path("code").asString() + " is " + row.path("worst") + " with " + states(row));
        }
      }
    }, facts -> ((ObjectNode) facts.get("chart").path("rows").get(0)).put("worst", "NOT_APPLICABLE"));
    add("kpi-within-its-whole", "no figure counts more than what it is a part of", ALWAYS, (facts, breach) -> {
      for (var kpi : facts.get("chart").path("kpis")) {
        var whole = kpi.path("denominator").asInt() * (kpi.path("code").asString().equals("PROGRESS") ? 100 : 1);
        if (kpi.path("numerator").asInt() > whole || kpi.path("numerator").asInt() < 0) {
          breach.accept(kpi.path("code") + ": " + kpi.path("numerator") + " of " + whole);
        }
      }
    }, facts -> ((ObjectNode) facts.get("chart").path("kpis").get(0)).put("numerator", 1_000_000));
    add("kpi-is-its-rows", "every figure is what its rows add up to", ALWAYS, (facts, breach) -> {
      var wanted = counted(facts.get("chart"));
      for (var kpi : facts.get("chart").path("kpis")) {
        var sums = wanted.get(kpi.path("code").asString());
        if (sums != null && (sums[0] != kpi.path("numerator").asInt() || sums[1] != kpi.path("denominator").asInt())) {
          breach.accept(kpi.path("code") + ": " + kpi.path("numerator") + "/" + kpi.path("denominator") + " but the rows have "
              + sums[0] + "/" + sums[1]);
        }
      }
    }, facts -> ((ObjectNode) facts.get("chart").path("kpis").get(1)).put("numerator", 1));
    add("streets-add-up", "the streets of the chart add up to the district", ALWAYS, (facts, breach) -> {
      var rows = facts.get("chart").path("rows");
      var sum = 0;
      for (var street : facts.get("chart").path("streets")) {
        var code = street.path("street").asString();
        var counts = new int[3];
        rows.forEach(row -> {
          if (row.path("street").asString().equals(code)) {
            counts[0]++;
            counts[1] += row.path("worst").asString().equals("LATE") ? 1 : 0;
            counts[2] += row.path("worst").asString().equals("AT_RISK") ? 1 : 0;
          }
        });
        sum += counts[0];
        if (counts[0] != street.path("projects").asInt() || counts[1] != street.path("late").asInt()
            || counts[2] != street.path("atRisk").asInt()) {
          breach.accept(code + " has " + street + " but its rows " + List.of(counts[0], counts[1], counts[2]));
        }
      }
      if (sum != rows.size()) {
        breach.accept(sum + " in streets, " + rows.size() + " in the district");
      }
    }, facts -> ((ObjectNode) facts.get("chart").path("streets").get(0)).put("late", 99));
    add("an-officer-sees-the-own-street", "a street's officer sees that street's rows as the command does, and no other", ALWAYS,
        (facts, breach) -> {
          var seen = facts.get("street");
          var street = seen.path("street").asString();
          var whole = new TreeMap<String, String>();
          facts.get("chart").path("rows").forEach(row -> {
            if (row.path("street").asString().equals(street)) {
              whole.put(row.path("code").asString(), Chronicle.content(row));
            }
          });
          var own = new TreeMap<String, String>();
          seen.path("chart").path("rows").forEach(row -> own.put(row.path("code").asString(), Chronicle.content(row)));
          if (!own.equals(whole)) {
            breach.accept(street + " sees " + own.keySet() + " of " + whole.keySet());
          }
        }, facts -> ((ArrayNode) facts.get("street").path("chart").path("rows")).removeAll());
    add("bars-add-up-to-the-shift", "the causes of a node in trouble add up to the days it moved", has("why"),
        (facts, breach) -> {
          var why = facts.get("why");
          var sum = 0;
          for (var bar : why.path("waterfall")) {
            sum += bar.path("days").asInt();
          }
          if (sum != why.path("shiftDays").asInt()) {
            breach.accept(why.path("project").path("code") + ": " + sum + " but moved " + why.path("shiftDays"));
          }
        }, facts -> facts.object("why").put("shiftDays", 999));
    add("causes-are-the-troubled", "what is asked of the command is late or at risk on the chart, with the same days",
        has("cause"), (facts, breach) -> {
          var cause = facts.get("cause");
          for (var row : facts.get("chart").path("rows")) {
            for (var cell : row.path("cells")) {
              if (row.path("projectId").equals(cause.path("projectId")) && cell.path("nodeId").equals(cause.path("nodeId"))
                  && !(cell.path("state").equals(cause.path("state")) && cell.path("days").equals(cause.path("days")))) {
                breach.accept(cause.path("projectName") + " " + cause.path("days") + " but the cell has " + cell.path("days"));
              }
            }
          }
        }, facts -> facts.object("cause").put("days", 777));
  }

  private static Set<String> ids(JsonNode rows, String field) {
    var ids = new HashSet<String>();
    rows.forEach(row -> ids.add(row.path(field).asString()));
    return ids;
  }

  private static String activity(Facts facts, JsonNode cell) {
    for (var node : facts.get("nodes")) {
      if (node.path("id").equals(cell.path("nodeId"))) {
        return node.path("activityCode").asString();
      }
    }
    return "";
  }

  private interface EachCell {
    void cell(JsonNode row, JsonNode cell);
  }

  /** Every cell that has a date. */
  private static void cells(Facts facts, EachCell each) {
    for (var row : facts.get("chart").path("rows")) {
      for (var cell : row.path("cells")) {
        if (cell.path("date").isString()) {
          each.cell(row, cell);
        }
      }
    }
  }

  private static ObjectNode cell(Facts facts, String state) {
    var found = new ArrayList<ObjectNode>();
    cells(facts, (row, cell) -> {
      if (cell.path("state").asString().equals(state)) {
        found.add((ObjectNode) cell);
      }
    });
    return found.getFirst();
  }

  private static Set<String> states(JsonNode row) {
    var states = new HashSet<String>();
    row.path("cells").forEach(cell -> {
      if (cell.path("date").isString()) {
        states.add(cell.path("state").asString());
      }
    });
    return states;
  }

  /** Numerator and denominator of each figure, counted from the rows. */
  private static Map<String, int[]> counted(JsonNode chart) {
    var nodes = 0;
    var byState = new HashMap<String, Integer>();
    var reachedLate = 0;
    var planned = 0;
    var progress = 0;
    var households = 0;
    var begun = 0;
    for (var row : chart.path("rows")) {
      households += row.path("households").asInt();
      begun += row.path("progress").asInt() > 0 ? row.path("households").asInt() : 0;
      if (row.path("inFrozenPlan").asBoolean()) {
        planned++;
        progress += row.path("progress").asInt();
      }
      for (var cell : row.path("cells")) {
        if (cell.path("date").isString()) {
          nodes++;
          byState.merge(cell.path("state").asString(), 1, Integer::sum);
          reachedLate += cell.path("state").asString().equals("DONE") && cell.path("days").asInt() < 0 ? 1 : 0;
        }
      }
    }
    var late = byState.getOrDefault("LATE", 0);
    return Map.of("PROJECTS", new int[] {planned, chart.path("rows").size()}, "HOUSEHOLDS", new int[] {begun, households},
        "KEPT", new int[] {nodes - late - reachedLate, nodes}, "REACHED", new int[] {byState.getOrDefault("DONE", 0), nodes},
        "AT_RISK", new int[] {byState.getOrDefault("AT_RISK", 0), nodes}, "LATE", new int[] {late, nodes},
        "PROGRESS", new int[] {progress, planned});
  }

  // ---------------------------------------------------------------- the acts

  private void ofTheActs() {
    add("acknowledged-is-found", "a report the platform said yes to is on record as it was said", has("reports"),
        (facts, breach) -> {
          for (var act : facts.acts()) {
            var stored = facts.get("reports").path(Objects.requireNonNullElse(act.subject(), ""));
            if (act.acknowledged() && Observer.REPORTS.contains(act.kind()) && stored.isArray()) {
              var found = 0;
              for (var report : stored) {
                found += report.path("id").equals(act.answer().path("id"))
                    && Chronicle.content(report).equals(Chronicle.content(act.answer())) ? 1 : 0;
              }
              if (found != 1) {
                breach.accept(act.about() + " stands " + found + " times");
              }
            }
          }
        }, facts -> facts.get("reports").forEach(rows -> ((ArrayNode) rows).removeAll()));
    add("repeated-is-answered-alike", "a request sent again gets the answer it got", has("repeated"), (facts, breach) -> {
      for (var pair : facts.get("repeated")) {
        if (!pair.path("first").equals(pair.path("second"))) {
          breach.accept(pair.path("about") + ": " + pair.path("first") + " then " + pair.path("second"));
        }
      }
    }, facts -> ((ObjectNode) facts.get("repeated").get(0)).put("second", "another answer"));
    add("refused-changes-nothing", "a slip is refused, and nothing of it is kept", has("refused"), (facts, breach) -> {
      for (var pair : facts.get("refused")) {
        if (pair.path("status").asInt() / 100 != 4 || pair.path("before").asInt() != pair.path("after").asInt()) {
          breach.accept(pair.toString());
        }
      }
    }, facts -> ((ObjectNode) facts.get("refused").get(0)).put("after", 99));
    add("another-streets-is-nobodys", "what lies in another street is answered like what does not exist", has("foreign"),
        (facts, breach) -> {
          for (var pair : facts.get("foreign")) {
            if (!pair.path("theirs").equals(pair.path("nobodys")) || !pair.path("theirs").asString().startsWith("404")) {
              breach.accept(pair.toString());
            }
          }
        }, facts -> ((ObjectNode) facts.get("foreign").get(0)).put("theirs", "200"));
  }

  // ---------------------------------------------------------------- the records

  private void ofTheRecords() {
    add("audit-head-grows", "the sealed chain never gets shorter", facts -> facts.before() != null, (facts, breach) -> {
      var before = Objects.requireNonNull(facts.before()).get("auditHead").path("seq").asLong();
      if (facts.get("auditHead").path("seq").asLong() <= before) {
        breach.accept(facts.get("auditHead").path("seq") + " after " + before);
      }
    }, facts -> facts.object("auditHead").put("seq", 0));
    add("every-act-is-audited", "there is a record for every report, every freeze and every move of the clock",
        facts -> facts.before() != null, (facts, breach) -> {
          var wanted = new HashMap<>(Map.of("programme.progress", 0, "programme.weekly", 0,
              "programme.freeze", 0, "demo.clock-move", 1));
          facts.acts().stream().filter(Act::acknowledged).forEach(act -> {
            if (Observer.REPORTS.contains(act.kind())) {
              wanted.merge("programme.progress", act.percents().size(), Integer::sum);
              wanted.merge("programme.weekly", act.kind().equals("weekly") ? 1 : 0, Integer::sum);
            } else if (act.kind().equals("settle")) {
              wanted.merge("programme.weekly", 1, Integer::sum);
            } else if (act.kind().equals("freeze")) {
              wanted.merge("programme.freeze", 1, Integer::sum);
            }
          });
          var before = Objects.requireNonNull(facts.before()).get("auditTotals");
          wanted.forEach((act, count) -> {
            var grown = facts.get("auditTotals").path(act).asInt() - before.path(act).asInt();
            if (grown != count) {
              breach.accept(act + ": " + count + " done, " + grown + " on record");
            }
          });
        }, facts -> facts.object("auditTotals").put("programme.progress", 1));
    add("audit-chain-verifies", "the whole chain fits its entries and its exported heads", has("verification"),
        (facts, breach) -> {
          if (!facts.get("verification").path("ok").asBoolean()) {
            breach.accept(facts.get("verification").path("faults").toString());
          }
        }, facts -> facts.object("verification").put("ok", false));
    add("workbook-has-the-rows", "a workbook has as many rows as the list it was made of", has("workbooks"), (facts, breach) -> {
      for (var book : facts.get("workbooks")) {
        if (book.path("rows").asInt() != book.path("listed").asInt()) {
          breach.accept(book.toString());
        }
      }
    }, facts -> ((ObjectNode) facts.get("workbooks").get(0)).put("rows", 1));
    add("imported-is-found-once", "an estate that was imported is found, once", has("found"), (facts, breach) -> {
      for (var row : facts.get("found")) {
        if (row.path("found").asInt() != 1) {
          breach.accept(row.toString());
        }
      }
    }, facts -> ((ObjectNode) facts.get("found").get(0)).put("found", 0));
    add("a-revoked-right-ends", "an officer sees the street until the appointment is revoked, and nothing after",
        has("deputies"), (facts, breach) -> {
          for (var deputy : facts.get("deputies")) {
            var over = facts.day().isAfter(Bar.date(deputy.path("last")));
            var strange = false;
            for (var estate : deputy.path("estates")) {
              strange |= !estate.path("street").equals(deputy.path("street"));
            }
            if (over == (deputy.path("status").asInt() == 200) || strange) {
              breach.accept(deputy.path("name") + " of " + deputy.path("street") + " until " + deputy.path("last") + " is answered "
                  + deputy.path("status") + " " + deputy.path("code"));
            }
          }
        }, facts -> ((ObjectNode) facts.get("deputies").get(0)).put("last",
            facts.day().plusDays(facts.get("deputies").get(0).path("status").asInt() == 200 ? -1 : 1).toString()));
    add("earned-within-the-budget", "no project has earned or planned more than its budget", has("value"), (facts, breach) -> {
      for (var row : facts.get("value").path("rows")) {
        var figures = row.path("figures");
        if (figures.isObject() && (figures.path("earned").asDouble() > figures.path("budget").asDouble() + 0.01
            || figures.path("planned").asDouble() > figures.path("budget").asDouble() + 0.01)) {
          breach.accept(row.path("code") + " " + figures);
        }
      }
    }, facts -> facts.get("value").path("rows").forEach(row -> {
      if (row.path("figures").isObject()) {
        ((ObjectNode) row.path("figures")).put("earned", 1e15);
      }
    }));
    add("value-adds-up", "the budgets and earned values of the projects and of the streets add up to the district's",
        has("value"), (facts, breach) -> {
          var whole = facts.get("value").path("figures");
          for (var part : List.of("rows", "streets")) {
            for (var figure : List.of("budget", "earned")) {
              var sum = 0.0;
              for (var row : facts.get("value").path(part)) {
                sum += row.path("figures").path(figure).asDouble(0);
              }
              if (Math.abs(sum - whole.path(figure).asDouble(0)) > 1) {
                breach.accept(part + " have " + figure + " " + sum + " of " + whole.path(figure));
              }
            }
          }
        }, facts -> ((ObjectNode) facts.get("value").path("figures")).put("budget", -5));
    add("carried-over-stands-in-both-years", "a project that was carried over is shown in both years", has("carried"),
        (facts, breach) -> {
          for (var row : facts.get("carried")) {
            var years = new HashSet<Integer>();
            row.path("years").forEach(year -> years.add(year.asInt()));
            if (!years.containsAll(Set.of(row.path("from").asInt(), row.path("to").asInt()))) {
              breach.accept(row.toString());
            }
          }
        }, facts -> ((ArrayNode) facts.get("carried").get(0).path("years")).removeAll());
  }
}
