package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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

/** What a draft says of itself before anything is frozen, and when it may no longer be frozen. */
@PlatformTest
@Import({Staff.class, AYear.class})
class DraftTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;

  private Browser planner;
  private UUID programme;

  /** Tests before this one have left today anywhere, and a plan begins no earlier than today. */
  @BeforeEach
  void todayIsBeforeAnyOfTheYearsBegins(@Autowired MovableBusinessClock clock) {
    clock.moveTo(LocalDate.of(2021, 9, 1));
  }

  /** A year of two projects with one draft; returns the draft. */
  private String draft() {
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    programme = years.open();
    added(years.estate(AYear.HONGQIAO));
    added(years.estate(AYear.XUETIAN));
    return computed();
  }

  private String added(UUID estate) {
    var made = planner.post("/api/programmes/" + programme + "/projects/from-estates",
        Map.of("estateIds", List.of(estate)));
    return made.body().at("/0/id").asString();
  }

  private String computed() {
    return planner.post("/api/programmes/" + programme + "/plans", Map.of()).body().at("/id").asString();
  }

  private Browser.Answer freeze(String plan) {
    return planner.post("/api/plans/" + plan + "/freeze", Map.of());
  }

  private JsonNode bar(String plan, String code) {
    var view = planner.get("/api/programmes/" + programme + "/timetable?plan=" + plan).body();
    for (var bar : view.at("/activities")) {
      if (bar.at("/code").asString().equals(code)) {
        return bar;
      }
    }
    throw new AssertionError(code);
  }

  private Browser.Answer why(String plan, JsonNode bar) {
    return planner.get("/api/activities/" + bar.at("/id").asString() + "/why/" + plan);
  }

  @Test
  void aBarOfADraftSaysWhatHoldsItThereBeforeAnythingIsFrozen() {
    var plan = draft();
    var bar = bar(plan, "R06");
    var why = why(plan, bar);
    assertThat(why.status()).as("%s", why.body()).isEqualTo(200);
    assertThat(why.body().at("/start").asString()).isEqualTo(bar.at("/start").asString());
    assertThat(why.body().at("/plan/version").asInt()).isEqualTo(1);
    assertThat(why.body().at("/plan/state").asString()).isEqualTo("DRAFT");
    var chain = why.body().at("/chain");
    assertThat(chain.at("/0/activityId").asString()).isEqualTo(bar.at("/id").asString());
    assertThat(chain.at("/0/kind").asString()).isIn("PREDECESSOR", "CREW");
    assertThat(chain.at("/0/reason/zh").asString()).isNotBlank();
    assertThat(chain.at("/0/reason/en").asString()).isNotBlank();
    assertThat(chain.get(chain.size() - 1).at("/kind").asString()).isIn("RELEASE", "CREW");
    assertThat(why.body().at("/node/code").asString()).isEqualTo("M3");
    assertThat(why.body().at("/successors")).isNotEmpty();
  }

  @Test
  void aDraftAfterTheFreezeIsExplainedByItsOwnDatesAndNotByTheFrozenOnes() {
    freeze(draft());
    var row = planner.get("/api/programmes/" + programme + "/template").body();
    for (var activity : row) {
      if (activity.at("/code").asString().equals("R05")) {
        planner.send("PUT", "/api/programmes/" + programme + "/template/R05",
            Map.of("version", activity.at("/version").asInt(), "duration", activity.at("/duration").asInt() + 20));
      }
    }
    var second = computed();
    var bar = bar(second, "R05");
    var why = why(second, bar);
    assertThat(why.body().at("/finish").asString()).isEqualTo(bar.at("/finish").asString())
        .isNotEqualTo(bar.at("/baselineFinish").asString());
    assertThat(why.toString()).doesNotContain(bar.at("/baselineFinish").asString());
  }

  @Test
  void withoutAFrozenPlanADraftIsComparedWithNothing() {
    assertThat(bar(draft(), "R06").at("/baselineStart").isNull()).isTrue();
  }

  @Test
  void aStreetOfficerAsksOnlyAfterBarsOfTheStreet() {
    var plan = draft();
    var bar = bar(plan, "R06");
    var officer = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, "320613001"));
    var forbidden = officer.get("/api/activities/" + bar.at("/id").asString() + "/why/" + plan);
    var absent = officer.get("/api/activities/" + UUID.randomUUID() + "/why/" + plan);
    assertThat(forbidden.status()).isEqualTo(404);
    assertThat(forbidden.body()).isEqualTo(absent.body());
  }

  @Test
  void aDraftOfTodaysProjectsTemplateCrewsAndNodesIsFrozen() {
    var plan = draft();
    assertThat(planner.get("/api/programmes/" + programme + "/plans").body().at("/0/changed")).isEmpty();
    assertThat(freeze(plan).status()).isEqualTo(200);
  }

  @Test
  void aDraftIsNotFrozenOnceAProjectWasAddedAndAnotherRemoved() {
    var plan = draft();
    var first = planner.get("/api/programmes/" + programme + "/projects").body().at("/0/id").asString();
    added(years.estate(AYear.HONGQIAO));
    planner.delete("/api/projects/" + first);
    var refused = freeze(plan);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("programme.plan-basis-changed");
    assertThat(refused.body().at("/detail").asString()).contains("新增项目 1 个", "移除 1 个", "改动 0 个");
    var row = planner.get("/api/programmes/" + programme + "/plans").body().at("/0");
    assertThat(row.at("/changed").findValuesAsString("what"))
        .containsExactlyInAnyOrder("PROJECTS_ADDED", "PROJECTS_REMOVED");
    assertThat(freeze(computed()).status()).isEqualTo(200);
  }

  @Test
  void aDraftIsNotFrozenOnceTemplateCrewsOrNodesWereChanged() {
    var plan = draft();
    var base = "/api/programmes/" + programme;
    var activity = planner.get(base + "/template").body().get(17);
    planner.send("PUT", base + "/template/" + activity.at("/code").asString(),
        Map.of("version", activity.at("/version").asInt(), "duration", activity.at("/duration").asInt() + 1));
    var crew = planner.get(base + "/crews").body().get(3);
    planner.send("PUT", base + "/crews/" + crew.at("/code").asString(),
        Map.of("version", crew.at("/version").asInt(), "capacity", crew.at("/capacity").asInt() + 1));
    var node = planner.get(base + "/nodes").body().get(4);
    planner.send("PUT", base + "/nodes/" + node.at("/id").asString(),
        Map.of("nominalDate", node.at("/nominalDate").asString(), "weight", node.at("/weight").asInt() + 1));
    assertThat(freeze(plan).body().at("/detail").asString()).contains("工序 1 项", "班组 1 个", "节点 1 个", "新增项目 0 个");
  }

  @Test
  void whatWasChangedAndChangedBackIsNoChange() {
    var plan = draft();
    var base = "/api/programmes/" + programme + "/crews";
    var crew = planner.get(base).body().get(3);
    var path = base + "/" + crew.at("/code").asString();
    var capacity = crew.at("/capacity").asInt();
    var version = crew.at("/version").asInt();
    planner.send("PUT", path, Map.of("version", version, "capacity", capacity + 1));
    planner.send("PUT", path, Map.of("version", version + 1, "capacity", capacity));
    assertThat(freeze(plan).status()).isEqualTo(200);
  }

  @Test
  void aProjectAddedAfterTheFreezeIsSaidToStandInNoPlan() {
    freeze(draft());
    var late = added(years.estate(AYear.HONGQIAO));
    var view = planner.get("/api/programmes/" + programme + "/timetable").body();
    assertThat(view.toString()).doesNotContain("1970-01-01");
    var unplanned = 0;
    for (var project : view.at("/projects")) {
      if (project.at("/id").asString().equals(late)) {
        assertThat(project.at("/finish").isNull()).isTrue();
        unplanned++;
      } else {
        assertThat(project.at("/finish").isNull()).isFalse();
      }
    }
    assertThat(unplanned).isEqualTo(1);
    assertThat(planner.read("/api/programmes/" + programme + "/timetable.xlsx").text()).contains("未排入冻结计划");
  }
}
