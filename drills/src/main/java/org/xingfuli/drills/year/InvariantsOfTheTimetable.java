package org.xingfuli.drills.year;

import static org.xingfuli.drills.year.Invariant.Applies.ALWAYS;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds of the day, and of the timetable people are shown on it. */
final class InvariantsOfTheTimetable {

  private InvariantsOfTheTimetable() {}

  static List<Invariant> all() {
    return List.of(oneDayForAll(), percentFallsOnlyByCorrection(), reportedIsShown(), noFinishBeforeStart(),
        actualsNotInTheFuture(), openWorkNotInThePast(), begunByPercent(), crewsRest(), mustStartIsTheTimetables());
  }

  private static Invariant oneDayForAll() {
    return new Invariant("one-day-for-all",
        "session, clock, timetable and chart show one business date", ALWAYS, (facts, breach) -> {
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

  private static Invariant percentFallsOnlyByCorrection() {
    return new Invariant("percent-falls-only-by-correction",
        "a percentage falls only where a report of the day before gave the reason",
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
        }, facts -> facts.row(row -> row.path("percent").asInt() > 50 && row.path("percent").asInt() < 90).put("percent", 1));
  }

  private static Invariant reportedIsShown() {
    return new Invariant("reported-is-shown", "the timetable shows the percentage reported last", facts -> !facts.acts().isEmpty(),
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
  }

  private static Invariant noFinishBeforeStart() {
    return new Invariant("no-finish-before-start", "no activity ends before it begins", ALWAYS, (facts, breach) -> {
      for (var bar : facts.bars()) {
        if (bar.finish().isBefore(bar.start())) {
          breach.accept(bar.about() + " from " + bar.start() + " to " + bar.finish());
        }
      }
    }, facts -> facts.row(row -> true).put("finish", "2001-01-01"));
  }

  private static Invariant actualsNotInTheFuture() {
    return new Invariant("actuals-not-in-the-future", "what has begun or ended did so by today", ALWAYS, (facts, breach) -> {
      for (var bar : facts.bars()) {
        if (bar.started() && bar.start().isAfter(facts.day()) || bar.done() && bar.finish().isAfter(facts.day())) {
          breach.accept(bar.about() + " began " + bar.start() + " and ended " + bar.finish());
        }
      }
    }, facts -> facts.row(row -> row.path("percent").asInt() == 100).put("finish", facts.day().plusDays(2).toString()));
  }

  private static Invariant openWorkNotInThePast() {
    return new Invariant("open-work-not-in-the-past",
        "unfinished work ends today or later, and what has not begun begins today or later", ALWAYS,
        (facts, breach) -> {
          for (var bar : facts.bars()) {
            if (!bar.done() && bar.finish().isBefore(facts.day()) || !bar.started() && bar.start().isBefore(facts.day())) {
              breach.accept(bar.about() + " at " + bar.percent() + " % from " + bar.start() + " to " + bar.finish());
            }
          }
        }, facts -> facts.row(row -> !row.path("started").asBoolean()).put("start", facts.day().minusDays(1).toString()));
  }

  private static Invariant begunByPercent() {
    return new Invariant("begun-by-percent",
        "what has a percentage has begun, and what is done has all of it", ALWAYS, (facts, breach) -> {
      for (var bar : facts.bars()) {
        if (bar.percent() < 0 || bar.percent() > 100 || bar.percent() > 0 && !bar.started()) {
          breach.accept(bar.about() + " has " + bar.percent() + " %, begun: " + bar.started());
        }
      }
    }, facts -> facts.row(row -> row.path("percent").asInt() > 0).put("started", false));
  }

  private static Invariant crewsRest() {
    return new Invariant("crews-rest",
        "nothing is to begin on a day on which its crews rest: offices on rest days, sites at the Spring Festival",
        ALWAYS, (facts, breach) -> {
          var rest = RestDays.of(facts);
          for (var bar : facts.bars()) {
            if (!bar.started() && !rest.works(bar.start(), bar.code())) {
              breach.accept(bar.about() + " is to begin on " + bar.start());
            }
          }
        }, facts -> {
          var offices = RestDays.of(facts).offices();
          facts.row(row -> !row.path("started").asBoolean() && offices.contains(row.path("code").asString()))
              .put("start", LocalDate.of(facts.day().getYear() + 1, 1, 1).toString());
        });
  }

  private static Invariant mustStartIsTheTimetables() {
    return new Invariant("must-start-is-the-timetables", "the list of what must start is what the timetable says of it", ALWAYS,
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
}
