package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import tools.jackson.databind.JsonNode;

/** The planner adds and removes rows of the template and crews, and takes a removal back. */
@PlatformTest
@Import({Staff.class, AYear.class})
class TemplateEditingTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired MovableBusinessClock clock;
  @Autowired Programmes programmes;

  private Browser planner;

  @BeforeEach
  void aPlannerSignsInBeforeAnyOfTheYearsBegins() {
    clock.moveTo(LocalDate.of(2021, 9, 1));
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
  }

  private JsonNode rows(UUID programme, String what) {
    return planner.get("/api/programmes/" + programme + "/" + what).body();
  }

  private static JsonNode row(JsonNode rows, String code) {
    for (var row : rows) {
      if (row.at("/code").asString().equals(code)) {
        return row;
      }
    }
    throw new AssertionError("no row " + code);
  }

  private static Map<String, Object> lift() {
    return new HashMap<>(Map.of("code", "F07", "name", Map.of("zh", "加装电梯井道", "en", "Lift shaft"), "phase", "FACADE",
        "duration", 60, "driver", "stairwells", "referenceQuantity", 66, "unit", "个", "scalingShare", 0.5,
        "calendar", "SITE", "predecessors", "F02SS+10"));
  }

  @Test
  void aRowIsAddedWhereItBelongsAndTheNextPlanHoldsItInEveryProjectWhileTheFrozenOneStays() {
    var year = years.frozen();
    var wanted = lift();
    wanted.put("successors", "F05FS+0");
    wanted.put("after", "F06");
    var added = planner.post("/api/programmes/" + year.programme() + "/template", wanted);
    assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
    var codes = rows(year.programme(), "template").findValuesAsString("code");
    assertThat(codes.indexOf("F07")).isEqualTo(codes.indexOf("F06") + 1);
    assertThat(row(rows(year.programme(), "template"), "F05").at("/predecessors").asString()).endsWith("F07FS+0");
    assertThat(years.system(() -> programmes.frozenPlan(year.programme()))).hasSize(3 * 55);
    var plan = planner.post("/api/programmes/" + year.programme() + "/plans", Map.of());
    assertThat(plan.status()).as("%s", plan.body()).isEqualTo(201);
    assertThat(plan.body().at("/activities").asInt()).isEqualTo(3 * 56);
  }

  @Test
  void everyFaultOfARowIsToldAtOnceAndNothingIsKept() {
    var programme = years.open();
    var wanted = lift();
    wanted.putAll(Map.of("code", "F01", "duration", 0, "scalingShare", 7, "predecessors", "F05FS+0;F05FS+2;Z99FS+0",
        "successors", "Y88FS+0", "crews", List.of(Map.of("crew", "nobody", "number", 1))));
    var refused = planner.post("/api/programmes/" + programme + "/template", wanted);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().at("/errors").findValuesAsString("code")).contains("programme.activity-exists",
        "programme.duration-out-of-range", "programme.share-out-of-range", "programme.predecessor-twice",
        "programme.predecessor-unknown", "programme.successor-unknown", "programme.crew-unknown");
    assertThat(refused.body().at("/errors").findValuesAsString("pointer")).contains("/code", "/duration", "/scalingShare");
    assertThat(rows(programme, "template")).hasSize(55);
  }

  @Test
  void aRowIsRenamedScaledByAnotherQuantityAndGivenAnotherCalendarAndFirstDayAndTheNextPlanFollows() {
    var year = years.frozen();
    var path = "/api/programmes/" + year.programme() + "/template";
    var before = row(rows(year.programme(), "template"), "R03");
    var edited = planner.send("PUT", path + "/R03", Map.of("version", before.at("/version").asInt(),
        "name", Map.of("zh", "屋面板铺设", "en", "Roof boards"), "driver", "buildings", "referenceQuantity", 22,
        "unit", "栋", "calendar", "OFFICE", "earliest", "Y 11-01", "outdoor", false, "concealed", true));
    assertThat(edited.status()).as("%s", edited.body()).isEqualTo(200);
    var after = row(rows(year.programme(), "template"), "R03");
    assertThat(List.of(after.at("/name/zh").asString(), after.at("/driver").asString(), after.at("/unit").asString(),
        after.at("/calendar").asString(), after.at("/earliest").asString(), after.at("/outdoor").asString(),
        after.at("/concealed").asString(), after.at("/referenceQuantity").asString()))
        .containsExactly("屋面板铺设", "buildings", "栋", "OFFICE", "Y 11-01", "false", "true", "22");
    assertThat(after.at("/duration")).isEqualTo(before.at("/duration"));
    var plan = planner.post("/api/programmes/" + year.programme() + "/plans", Map.of()).body().at("/id").asString();
    var bars = planner.get("/api/programmes/" + year.programme() + "/timetable?plan=" + plan).body().at("/activities");
    assertThat(row(bars, "R03").at("/start").asString().substring(5)).isGreaterThanOrEqualTo("11-01");
    planner.send("PUT", path + "/R03", Map.of("version", after.at("/version").asInt(), "earliest", ""));
    assertThat(row(rows(year.programme(), "template"), "R03").at("/earliest").isNull()).isTrue();
  }

  @Test
  void everyFaultOfAnEditIsToldAtOnceAndNothingIsKept() {
    var programme = years.open();
    var before = row(rows(programme, "template"), "R03");
    var refused = planner.send("PUT", "/api/programmes/" + programme + "/template/R03", Map.of(
        "name", Map.of("zh", " ", "en", ""), "driver", "moon", "earliest", "next spring", "duration", 0,
        "predecessors", "R03FS+0;Z99FS+0"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().at("/errors").findValuesAsString("code")).contains("programme.name-missing",
        "programme.driver-unknown", "programme.earliest-unreadable", "programme.duration-out-of-range",
        "programme.predecessor-unknown", "programme.template-circle");
    assertThat(refused.body().at("/errors").findValuesAsString("pointer"))
        .contains("/name/zh", "/driver", "/earliest", "/duration");
    assertThat(row(rows(programme, "template"), "R03")).isEqualTo(before);
  }

  @Test
  void aRowThatWouldWaitForItselfThroughOthersIsRefusedWithTheCircle() {
    var programme = years.open();
    var wanted = lift();
    wanted.put("successors", "F02FS+0");
    var refused = planner.post("/api/programmes/" + programme + "/template", wanted);
    assertThat(refused.code()).isEqualTo("programme.template-circle");
    assertThat(refused.body().at("/values/activity").asString()).contains("F02").contains("F07").contains("→");
  }

  @Test
  void aRemovedRowIsTakenOutOfItsSuccessorsAndPutBackAsItWas() {
    var year = years.frozen();
    var path = "/api/programmes/" + year.programme() + "/template";
    var before = rows(year.programme(), "template");
    var gone = row(before, "E06");
    var waiting = new HashMap<String, String>();
    for (var each : before) {
      for (var relation : each.at("/predecessors").asString().split(";")) {
        if (relation.startsWith("E06")) {
          waiting.put(each.at("/code").asString(), relation.substring(3));
        }
      }
    }
    assertThat(waiting).isNotEmpty();
    assertThat(planner.delete(path + "/E06?version=" + (gone.at("/version").asInt() + 1)).code())
        .isEqualTo("programme.version-conflict");
    assertThat(planner.delete(path + "/E06?version=" + gone.at("/version").asInt()).status()).isEqualTo(204);
    var without = rows(year.programme(), "template");
    assertThat(without).hasSize(54);
    assertThat(without.toString()).doesNotContain("E06");

    var back = new HashMap<String, Object>();
    gone.properties().forEach(field -> back.put(field.getKey(), field.getValue()));
    back.remove("version");
    back.put("after", "E05");
    back.put("successors", String.join(";", waiting.entrySet().stream().map(w -> w.getKey() + w.getValue()).toList()));
    var restored = planner.post(path, back);
    assertThat(restored.status()).as("%s", restored.body()).isEqualTo(201);
    var after = rows(year.programme(), "template");
    assertThat(after.findValuesAsString("code")).isEqualTo(before.findValuesAsString("code"));
    for (var code : waiting.keySet()) {
      assertThat(List.of(row(after, code).at("/predecessors").asString().split(";")))
          .containsExactlyInAnyOrder(row(before, code).at("/predecessors").asString().split(";"));
    }
    var plan = planner.post("/api/programmes/" + year.programme() + "/plans", Map.of());
    assertThat(plan.body().at("/activities").asInt()).as("%s", plan.body()).isEqualTo(3 * 55);
  }

  @Test
  void aRowThatEndsANodeOrWasReportedOnStaysAndSaysWhy() {
    var year = years.frozen();
    var path = "/api/programmes/" + year.programme() + "/template/";
    assertThat(planner.delete(path + "D04").code()).isEqualTo("programme.activity-ends-node");
    var first = years.planned(year.programme(), year.projects().getFirst(), "P01");
    clock.moveTo(first.start().plusDays(3));
    planner.post("/api/activities/" + first.id() + "/progress-reports", Map.of("percent", 20));
    var refused = planner.delete(path + "P01");
    assertThat(refused.code()).isEqualTo("programme.activity-reported");
    assertThat(refused.body().at("/values/projects").asInt()).isEqualTo(1);
    assertThat(rows(year.programme(), "template")).hasSize(55);
  }

  @Test
  void aCrewIsAddedAndRemovedButNotWhileARowStillAsksForIt() {
    var programme = years.open();
    var path = "/api/programmes/" + programme + "/crews";
    var lifters = Map.of("code", "lift_crew", "name", Map.of("zh", "电梯班组", "en", "Lift crew"),
        "sharedWithin", "DISTRICT", "capacity", 2);
    assertThat(planner.post(path, lifters).status()).isEqualTo(201);
    assertThat(planner.post(path, lifters).code()).isEqualTo("programme.crew-exists");
    var wanted = lift();
    wanted.put("crews", List.of(Map.of("crew", "lift_crew", "number", 1)));
    assertThat(planner.post("/api/programmes/" + programme + "/template", wanted).status()).isEqualTo(201);
    var refused = planner.delete(path + "/lift_crew");
    assertThat(refused.code()).isEqualTo("programme.crew-in-use");
    assertThat(refused.body().at("/detail").asString()).contains("F07").contains("电梯班组");
    assertThat(planner.delete("/api/programmes/" + programme + "/template/F07").status()).isEqualTo(204);
    assertThat(planner.delete(path + "/lift_crew").status()).isEqualTo(204);
    assertThat(rows(programme, "crews")).hasSize(27);
  }

  @Test
  void everyFaultOfACrewIsToldAtOnce() {
    var refused = planner.post("/api/programmes/" + years.open() + "/crews", Map.of("code", "Lift 1",
        "name", Map.of("zh", " ", "en", ""), "sharedWithin", "DISTRICT", "capacity", -1));
    assertThat(refused.body().at("/errors").findValuesAsString("code")).containsExactlyInAnyOrder(
        "programme.crew-code-unreadable", "programme.name-missing", "programme.capacity-out-of-range");
  }
}
