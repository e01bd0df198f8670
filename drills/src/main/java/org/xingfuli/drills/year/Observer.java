package org.xingfuli.drills.year;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.xingfuli.drills.Person;
import org.xingfuli.drills.Sha256;
import org.xingfuli.drills.year.Cast.Member;
import tools.jackson.databind.JsonNode;

/**
 * Reads on each morning what the invariants are held against, each thing as the person who would look at it. Workbooks, the whole
 * audit chain and the like are read once a week.
 */
final class Observer {

  static final Set<String> REPORTS = Set.of("start", "progress", "finish", "correction", "rework", "weekly");
  private static final int MOST_REPORTS = 6;
  private static final int MOST_PHOTOS = 4;

  private final Life life;
  private final Person planner;
  private final Person commander;
  private final Person auditor;
  private final Person operator;
  private final Map<String, Member> officers;
  /** What does not change from day to day, by its address. */
  private final Map<String, JsonNode> kept = new HashMap<>();

  Observer(Life life, Cast cast) throws IOException, InterruptedException {
    this.life = life;
    this.planner = cast.role("PLANNER").person();
    this.commander = cast.role("COMMANDER").person();
    this.auditor = cast.role("AUDITOR").person();
    this.operator = cast.role("DEMO_OPERATOR").person();
    this.officers = cast.streetOfficers();
  }

  Person operator() {
    return operator;
  }

  /** The facts of a morning; the business date is that day. */
  Facts read(LocalDate day, District district, List<Act> acts, @Nullable Facts before) throws IOException, InterruptedException {
    var facts = new Facts(day, List.copyOf(acts), before);
    facts.put("session", commander.json("/api/session"));
    facts.put("clock", operator.json("/api/business-clock"));
    year(facts, district, District.asOf(day, commander, "/api/battle-chart", "date"));
    street(facts);
    acts(facts);
    audit(facts);
    trouble(facts);
    deputies(facts);
    photos(facts);
    pairs(facts);
    utilities(facts);
    facts.put("value", commander.json("/api/programmes/" + facts.get("programme").path("id").asString() + "/earned-value"));
    if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
      workbooks(facts);
      found(facts);
      carriedOver(facts);
    }
    if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      verify(facts);
    }
    return facts;
  }

  private void year(Facts facts, District district, JsonNode chart) throws IOException, InterruptedException {
    var id = chart.path("programme").path("id").asString();
    var path = "/api/programmes/" + id;
    facts.put("chart", chart);
    facts.put("programme", planner.json(path));
    var known = district.years().stream().filter(year -> year.programme().path("id").asString().equals(id)).findFirst();
    facts.put("projects", known.isPresent() ? known.get().projects() : planner.json(path + "/projects"));
    facts.put("timetable", known.isPresent() ? known.get().timetable() : planner.json(path + "/timetable"));
    facts.put("template", known.isPresent() ? known.get().template() : planner.json(path + "/template"));
    facts.put("nodes", kept(path + "/nodes"));
    facts.put("crews", kept(path + "/crews"));
    facts.put("mustStart", planner.json(path + "/must-start-today"));
    var calendar = Person.JSON.createArrayNode();
    for (var year = facts.day().getYear() - 1; year <= facts.day().getYear() + 2; year++) {
      kept("/api/calendar/" + year).path("days").forEach(calendar::add);
    }
    facts.put("calendar", calendar);
  }

  private JsonNode kept(String path) throws IOException, InterruptedException {
    var known = kept.get(path);
    if (known == null) {
      known = planner.json(path);
      kept.put(path, known);
    }
    return known;
  }

  /** A street each day, as its officer sees it. */
  private void street(Facts facts) throws IOException, InterruptedException {
    var streets = List.copyOf(officers.keySet());
    var street = streets.get((int) (facts.day().toEpochDay() % streets.size()));
    var seen = Person.JSON.createObjectNode();
    seen.put("street", street);
    seen.set("chart", Objects.requireNonNull(officers.get(street)).person().json("/api/battle-chart?programme="
        + facts.get("programme").path("id").asString()));
    facts.put("street", seen);
  }

  /** Some of yesterday's reports as they are stored, and what the desk kept. */
  private void acts(Facts facts) throws IOException, InterruptedException {
    var reports = Person.JSON.createObjectNode();
    var acknowledged = facts.acts().stream().filter(act -> REPORTS.contains(act.kind()) && act.acknowledged()).toList();
    for (int at = 0; at < acknowledged.size(); at += Math.max(1, acknowledged.size() / MOST_REPORTS)) {
      var subject = acknowledged.get(at).subject();
      if (subject != null && acknowledged.get(at).kind().equals("weekly")) {
        reports.set(subject, planner.json("/api/projects/" + subject + "/weekly-report").path("reports"));
      } else if (subject != null) {
        reports.set(subject, planner.json("/api/activities/" + subject + "/progress-reports"));
      }
    }
    facts.put("reports", reports);
    for (var what : List.of("repeated", "refused", "foreign")) {
      facts.put(what, life.desk().takeAway(what));
    }
  }

  private void audit(Facts facts) throws IOException, InterruptedException {
    facts.put("auditHead", auditor.json("/api/audit/head"));
    var totals = Person.JSON.createObjectNode();
    for (var act : List.of("programme.progress", "programme.weekly", "demo.clock-move", "programme.freeze")) {
      totals.put(act, auditor.json("/api/audit/entries?limit=1&act=" + act).path("total").asInt());
    }
    facts.put("auditTotals", totals);
  }

  private void verify(Facts facts) throws IOException, InterruptedException {
    facts.put("verification", Desk.json(auditor.post("/api/audit/verifications", Map.of(), null).body()));
  }

  /** One cell in trouble with all that stands behind it. */
  private void trouble(Facts facts) throws IOException, InterruptedException {
    var causes = facts.get("chart").path("causes");
    if (!causes.isEmpty()) {
      var cause = causes.get((int) (facts.day().toEpochDay() % causes.size()));
      facts.put("why", commander.json("/api/battle-chart/" + cause.path("projectId").asString() + "/"
          + cause.path("nodeId").asString()));
      facts.put("cause", cause);
    }
  }

  private void deputies(Facts facts) throws IOException, InterruptedException {
    var seen = Person.JSON.createArrayNode();
    for (var deputy : life.office().deputies()) {
      if (facts.day().isBefore(deputy.last().plusDays(4))) {
        var answer = deputy.member().person().get("/api/estates?limit=200");
        var row = Person.JSON.createObjectNode();
        row.put("name", deputy.member().name());
        row.put("street", deputy.street());
        row.put("last", deputy.last().toString());
        row.put("status", answer.statusCode());
        row.put("code", Desk.json(answer.body()).path("code").asString(""));
        row.set("estates", Desk.json(answer.body()).path("items"));
        seen.add(row);
      }
    }
    if (!seen.isEmpty()) {
      facts.put("deputies", seen);
    }
  }

  /** Some of yesterday's photos as they are stored; ids grow with time, so what came before a photo is not counted with it. */
  private void photos(Facts facts) throws IOException, InterruptedException {
    var rows = Person.JSON.createArrayNode();
    for (var act : facts.acts()) {
      var id = act.subject();
      if (act.kind().equals("photo") && id != null && rows.size() < MOST_PHOTOS) {
        var sent = String.valueOf(act.said().get("sha256"));
        var times = 0;
        for (var item : planner.json("/api/evidence?limit=200&estate=" + act.answer().path("estateId").asString()).path("items")) {
          times += item.path("hash").asString().equals(sent) && item.path("id").asString().compareTo(id) >= 0 ? 1 : 0;
        }
        var row = rows.addObject();
        row.put("about", act.about());
        row.put("sent", sent);
        row.put("times", times);
        row.put("stored", planner.json("/api/evidence/" + id).path("hash").asString());
        row.put("read", Sha256.of(planner.bytes("/api/evidence/" + id + "/content")));
        row.put("sound", planner.json("/api/evidence/" + id + "/verification").path("sound").asBoolean());
      }
    }
    facts.put("photos", rows);
  }

  /** Yesterday's pairs as their estates list them. */
  private void pairs(Facts facts) throws IOException, InterruptedException {
    var rows = Person.JSON.createArrayNode();
    for (var act : facts.acts()) {
      if (act.kind().equals("pair photos") && act.acknowledged()) {
        var row = rows.addObject();
        row.set("said", Person.JSON.valueToTree(act.said()));
        var listed = row.putArray("listed");
        planner.json("/api/evidence-pairs?estate=" + act.answer().path("estateId").asString()).forEach(pair -> {
          if (pair.path("id").equals(act.answer().path("id"))) {
            listed.add(pair);
          }
        });
      }
    }
    facts.put("pairs", rows);
  }

  private void utilities(Facts facts) throws IOException, InterruptedException {
    facts.put("agreed", planner.json("/api/utility-requests?state=AGREED&limit=100").path("items"));
    facts.put("windows", planner.json("/api/utility-calendar"));
    facts.put("sheets", planner.json("/api/utility-notices?state=POSTED&limit=100").path("items"));
  }

  private void workbooks(Facts facts) throws IOException, InterruptedException {
    var rows = Person.JSON.createArrayNode();
    var programme = "/api/programmes/" + facts.get("programme").path("id").asString();
    rows.add(workbook("estates", planner.bytes("/api/estates.xlsx"), planner.json("/api/estates?limit=1").path("total").asInt()));
    rows.add(workbook("projects", planner.bytes(programme + "/projects.xlsx"), planner.json(programme + "/projects").size()));
    rows.add(workbook("crews", planner.bytes(programme + "/crews.xlsx"), planner.json(programme + "/crews").size()));
    rows.add(workbook("chart", commander.bytes("/api/battle-chart.xlsx"), facts.get("chart").path("rows").size()));
    facts.put("workbooks", rows);
  }

  private static JsonNode workbook(String name, byte[] file, int listed) throws IOException {
    var row = Person.JSON.createObjectNode();
    row.put("name", name);
    row.put("rows", rows(file));
    row.put("listed", listed);
    return row;
  }

  /** Rows of the first sheet below its head. */
  static int rows(byte[] workbook) throws IOException {
    var file = Files.createTempFile("xingfuli-year-", ".xlsx");
    try {
      Files.write(file, workbook);
      try (var zip = new ZipFile(file.toFile());
          var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
        return new String(sheet.readAllBytes(), StandardCharsets.UTF_8).split("<row[ >]", -1).length - 2;
      }
    } finally {
      Files.delete(file);
    }
  }

  private void found(Facts facts) throws IOException, InterruptedException {
    var rows = Person.JSON.createArrayNode();
    for (var code : life.office().imported()) {
      var row = Person.JSON.createObjectNode();
      row.put("code", code);
      row.put("found", planner.json("/api/estates?limit=10&query="
          + URLEncoder.encode("演练小区" + code, StandardCharsets.UTF_8)).path("total").asInt());
      rows.add(row);
    }
    if (!rows.isEmpty()) {
      facts.put("found", rows);
    }
  }

  /** Projects another year has taken over, with the years their estates stand in. */
  private void carriedOver(Facts facts) throws IOException, InterruptedException {
    var rows = Person.JSON.createArrayNode();
    for (var project : facts.get("projects")) {
      if (project.path("carriedOverFrom").isInt() && rows.size() < 5) {
        var years = new TreeSet<Integer>();
        for (var estate : project.path("estates")) {
          planner.json("/api/estates/" + estate.path("id").asString() + "/projects")
              .forEach(row -> years.add(row.path("year").asInt()));
        }
        var row = Person.JSON.createObjectNode();
        row.put("project", project.path("code").asString());
        row.put("from", project.path("carriedOverFrom").asInt());
        row.put("to", facts.get("programme").path("year").asInt());
        var array = row.putArray("years");
        new ArrayList<>(years).forEach(array::add);
        rows.add(row);
      }
    }
    if (!rows.isEmpty()) {
      facts.put("carried", rows);
    }
  }
}
