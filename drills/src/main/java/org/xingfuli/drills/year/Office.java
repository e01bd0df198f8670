package org.xingfuli.drills.year;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.drills.EstateFile;
import org.xingfuli.drills.Person;
import org.xingfuli.drills.year.Cast.Member;
import tools.jackson.databind.JsonNode;

/** The desks: plans are tried and frozen, estates and buildings corrected, estates imported, deputies appointed, a year opened. */
final class Office {

  private static final int PATIENCE = 600;
  private static final double LOOKS_AT_A_GATE = 0.3;
  private static final int DEPUTY_DAYS = 3;
  private static final double SETTLES = 0.4;
  private static final double PHOTOGRAPHS = 0.3;

  /** A second officer of a street for some days; rights go by system time, so the appointment is revoked on the last of them. */
  record Deputy(Member member, String street, LocalDate last, String appointment) {}

  private final Desk desk;
  private final Photos photos;
  private final Member planner;
  private final Member commander;
  private final @Nullable Member administrator;
  private final Member granter;
  private final Path folder;
  private final URI address;
  private final List<Deputy> deputies = new ArrayList<>();
  private final List<String> imported = new ArrayList<>();

  Office(Desk desk, Photos photos, URI address, Member planner, Member commander, @Nullable Member administrator,
      @Nullable Member security) throws IOException {
    this.desk = desk;
    this.photos = photos;
    this.address = address;
    this.planner = planner;
    this.commander = commander;
    this.administrator = administrator;
    this.granter = security == null ? planner : security;
    this.folder = Files.createTempDirectory("xingfuli-year-");
  }

  List<Deputy> deputies() {
    return deputies;
  }

  /** Codes of the estates imported so far. */
  List<String> imported() {
    return imported;
  }

  /** The acts of a day. */
  void live(LocalDate day, JsonNode programme) throws IOException, InterruptedException {
    if (day.getDayOfWeek() == DayOfWeek.TUESDAY) {
      correctEstate(day);
    }
    if (day.getDayOfWeek() == DayOfWeek.THURSDAY) {
      correctBuilding(day);
    }
    if (day.getDayOfMonth() == 5) {
      appointDeputy(day);
    }
    for (var deputy : deputies) {
      if (deputy.last().equals(day)) {
        desk.send(day, granter, "revoke", deputy.member().name(), "DELETE", deputy.appointment(), Map.of(), null);
      }
    }
    if (day.getDayOfMonth() == 12 && List.of(Month.AUGUST, Month.OCTOBER).contains(day.getMonth())) {
      importEstate(day);
    }
    if (day.getDayOfWeek() == DayOfWeek.WEDNESDAY) {
      gates(day, programme);
      settle(day, programme);
    }
    if (day.getDayOfMonth() == 2) {
      plan(day, programme, false);
    }
    if (day.getMonth() == Month.JULY && day.getDayOfMonth() == 15) {
      plan(day, programme, true);
    }
  }

  /**
   * The evening of a day: when the year ends, what it leaves goes on in the next.
   *
   * @return the project each carried one goes on as; empty on other days
   */
  Map<String, String> close(LocalDate day, JsonNode programme) throws IOException, InterruptedException {
    return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 20 ? nextYear(day, programme) : Map.of();
  }

  /** Conditions that have come about are stated by the planner, a few each week; the commander passes gates that lack nothing. */
  private void gates(LocalDate day, JsonNode programme) throws IOException, InterruptedException {
    var views = new ArrayList<JsonNode>();
    planner.person().json("/api/programmes/" + programme.path("id").asString() + "/gates").forEach(views::add);
    views.sort((one, other) -> one.path("code").asString().compareTo(other.path("code").asString()));
    for (var view : views) {
      for (var gate : view.path("gates")) {
        if (gate.path("next").asBoolean() && desk.chance().happens(LOOKS_AT_A_GATE, "gate", view.path("code").asString(), day)) {
          gate(day, view, gate);
        }
      }
    }
  }

  private void gate(LocalDate day, JsonNode view, JsonNode gate) throws IOException, InterruptedException {
    var path = "/api/projects/" + view.path("projectId").asString() + "/gates/" + gate.path("code").asString();
    var about = view.path("code").asString() + " " + gate.path("code").asString();
    if (gate.path("missing").asInt() == 0) {
      desk.send(day, commander, "pass gate", about, "POST", path + "/passage", Map.of(), null);
      return;
    }
    for (var condition : gate.path("conditions")) {
      if (condition.path("state").asString().equals("OPEN") && condition.path("required").asBoolean()) {
        var code = condition.path("code").asString();
        var said = new LinkedHashMap<String, Object>();
        said.put("state", "MET");
        said.put("reason", "纸质材料 " + day + "-" + code);
        if (desk.chance().happens(PHOTOGRAPHS, "photo", about, code, day)) {
          var photo = photos.ofProject(day, planner, about + " " + code, view.path("projectId").asString(), "材料照片");
          if (photo != null) {
            said.put("evidence", List.of(photo));
          }
        }
        desk.send(day, planner, "condition", about + " " + code, "PUT", path + "/conditions/" + code, said, null);
        return;
      }
    }
  }

  /** What sites asked of others is settled within some weeks. */
  private void settle(LocalDate day, JsonNode programme) throws IOException, InterruptedException {
    var open = new ArrayList<JsonNode>();
    planner.person().json("/api/programmes/" + programme.path("id").asString() + "/weekly-reports").path("unsettled")
        .forEach(open::add);
    open.sort((one, other) -> key(one).compareTo(key(other)));
    for (var report : open) {
      if (desk.chance().happens(SETTLES, "settles", key(report), day)) {
        desk.send(day, planner, "settle", key(report), "PUT", "/api/weekly-reports/" + report.path("id").asString()
            + "/settlement", Map.of("how", "已会同解决"), null);
      }
    }
  }

  private static String key(JsonNode report) {
    return report.path("projectName").asString() + " " + report.path("on").asString() + " "
        + report.path("coordination").asString();
  }

  private void plan(LocalDate day, JsonNode programme, boolean freeze) throws IOException, InterruptedException {
    var year = programme.path("year").asString();
    var plan = taken(desk.send(day, planner, "plan", year, "POST", "/api/programmes/" + programme.path("id").asString() + "/plans",
        Map.of("rule", "LATEST_FINISH", "note", freeze ? "年中调整" : "月度试排"), null));
    var path = "/api/plans/" + plan.answer().path("id").asString();
    if (freeze) {
      taken(desk.send(day, planner, "freeze", year, "POST", path + "/freeze", Map.of(), null));
    } else {
      taken(desk.send(day, planner, "discard plan", year, "DELETE", path, Map.of(), null));
    }
  }

  private List<JsonNode> estates() throws IOException, InterruptedException {
    var found = new ArrayList<JsonNode>();
    planner.person().json("/api/estates?limit=200").path("items").forEach(found::add);
    found.sort((one, other) -> one.path("code").asString().compareTo(other.path("code").asString()));
    return found;
  }

  private void correctEstate(LocalDate day) throws IOException, InterruptedException {
    var estate = desk.chance().oneOf(estates(), "estate", day);
    var said = new LinkedHashMap<String, Object>();
    said.put("version", estate.path("version").asInt());
    said.put("address", "示例路" + desk.chance().whole(1, 400, "address", day) + "号");
    desk.send(day, planner, "estate correction", estate.path("code").asString(), "PATCH",
        "/api/estates/" + estate.path("id").asString(), said, null);
  }

  private void correctBuilding(LocalDate day) throws IOException, InterruptedException {
    var estate = desk.chance().oneOf(estates(), "estate of building", day);
    var rows = new ArrayList<JsonNode>();
    planner.person().json("/api/estates/" + estate.path("id").asString() + "/buildings").forEach(rows::add);
    rows.sort((one, other) -> Integer.compare(number(one), number(other)));
    if (rows.isEmpty()) {
      return;
    }
    var building = desk.chance().oneOf(rows, "building", day);
    var said = new LinkedHashMap<String, Object>();
    said.put("version", building.path("version").asInt());
    said.put("number", building.path("number").asString());
    said.put("storeys", building.path("storeys").asInt());
    said.put("builtYear", building.path("builtYear").asInt(1990));
    said.put("floorArea", building.path("floorArea").decimalValue());
    said.put("stairwells", building.path("stairwells").asInt());
    said.put("pitchedRoof", !building.path("pitchedRoof").asBoolean());
    desk.send(day, planner, "building correction", estate.path("code").asString() + " " + building.path("number").asString(),
        "PUT", "/api/buildings/" + building.path("id").asString(), said, null);
  }

  private static int number(JsonNode building) {
    return Integer.parseInt(building.path("number").asString().replaceAll("\\D", "0"));
  }

  // ---------------------------------------------------------------- people

  private void appointDeputy(LocalDate day) throws IOException, InterruptedException {
    if (administrator == null) {
      return;
    }
    var organisations = administrator.person().json("/api/organisations");
    var streets = new ArrayList<JsonNode>();
    organisations.forEach(organisation -> {
      if (organisation.path("kind").asString().equals("STREET")) {
        streets.add(organisation);
      }
    });
    streets.sort((one, other) -> one.path("area").asString().compareTo(other.path("area").asString()));
    var street = desk.chance().oneOf(streets.subList(0, Math.min(9, streets.size())), "street", day);
    var name = "deputy-" + day;
    var registered = desk.send(day, administrator, "register person", name, "POST", "/api/people", Map.of("name", "代理专员",
        "title", "街道代理专员", "signInName", name, "organisationId", street.path("id").asString()), null);
    if (!registered.acknowledged()) {
      return;
    }
    var last = day.plusDays(DEPUTY_DAYS);
    var appointed = desk.send(day, granter, "appoint", name, "POST",
        "/api/people/" + registered.answer().path("id").asString() + "/appointments", Map.of("role", "STREET_OFFICER",
            "area", street.path("area").asString()), null);
    var link = registered.answer().path("setPasswordLink").asString();
    var password = "demo deputy of " + desk.chance().id("password", day);
    var set = administrator.person().post("/api/setup/" + link.substring(link.lastIndexOf('/') + 1),
        Map.of("password", password), null);
    if (appointed.acknowledged() && set.statusCode() / 100 == 2) {
      deputies.add(new Deputy(new Member(name, Person.signIn(address, name, password)), street.path("area").asString(), last,
          "/api/people/" + registered.answer().path("id").asString() + "/appointments/"
              + appointed.answer().path(0).path("id").asString()));
    }
  }

  // ---------------------------------------------------------------- the year after

  private void importEstate(LocalDate day) throws IOException, InterruptedException {
    var code = "N-" + day.getMonthValue();
    var file = EstateFile.write(folder, code, 6, 12);
    var upload = planner.person().upload("/api/estate-imports", file, desk.chance().id("import", day));
    if (upload.statusCode() != 202) {
      throw new IOException("the workbook of " + code + " was answered " + upload.statusCode() + " " + upload.body());
    }
    var path = "/api/estate-imports/" + Desk.json(upload.body()).path("id").asString();
    waitWhile(path, "CHECKING");
    desk.send(day, planner, "import", code, "POST", path + "/adopt", Map.of(), null);
    if (waitWhile(path, "IMPORTING").equals("DONE")) {
      imported.add(code);
    }
  }

  private String waitWhile(String path, String state) throws IOException, InterruptedException {
    for (var asked = 0; asked < PATIENCE; asked++) {
      var now = planner.person().json(path).path("state").asString();
      if (!now.equals(state)) {
        return now;
      }
      Thread.sleep(50);
    }
    return state;
  }

  /** Opens the next year with what is unfinished and what was imported, plans it and freezes it. */
  private Map<String, String> nextYear(LocalDate day, JsonNode programme) throws IOException, InterruptedException {
    var year = day.getYear() + 1;
    var opened = taken(desk.send(day, planner, "open year", Integer.toString(year), "POST", "/api/programmes",
        Map.of("year", year, "name", year + " 年老旧小区改造（示例）"), null));
    var id = opened.answer().path("id").asString();
    var unfinished = new ArrayList<JsonNode>();
    // As the day left them: what was finished today stays in its year.
    planner.person().json("/api/programmes/" + programme.path("id").asString() + "/projects").forEach(project -> {
      if (!project.path("finished").asBoolean()) {
        unfinished.add(project);
      }
    });
    unfinished.sort((one, other) -> one.path("code").asString().compareTo(other.path("code").asString()));
    var goesOn = new HashMap<String, String>();
    if (!unfinished.isEmpty()) {
      var carried = taken(desk.send(day, planner, "carry over", unfinished.size() + " of " + programme.path("year").asString(), "POST",
          "/api/programmes/" + id + "/carry-over", Map.of("fromProgramme", programme.path("id").asString(),
              "projectIds", unfinished.stream().map(project -> project.path("id").asString()).toList(), "reason", "本年未完工"), null));
      carried.answer().forEach(row -> goesOn.put(row.path("carriedOverProject").asString(), row.path("id").asString()));
    }
    var fresh = estates().stream().filter(estate -> imported.contains(estate.path("code").asString())).toList();
    if (!fresh.isEmpty()) {
      taken(desk.send(day, planner, "take estates in", fresh.size() + " estates", "POST",
          "/api/programmes/" + id + "/projects/from-estates",
          Map.of("estateIds", fresh.stream().map(estate -> estate.path("id").asString()).toList()), null));
    }
    plan(day, opened.answer(), true);
    return goesOn;
  }

  /** Without these acts the life goes another way than it says, so a refusal ends it. */
  private static Act taken(Act act) throws IOException {
    if (!act.acknowledged()) {
      throw new IOException("%s of %s on %s was answered %d %s".formatted(act.kind(), act.about(), act.day(), act.status(), act.answer()));
    }
    return act;
  }
}
