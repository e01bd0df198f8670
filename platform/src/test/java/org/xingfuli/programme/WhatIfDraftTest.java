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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import tools.jackson.databind.JsonNode;

/** A draft beside the frozen plan: tried, taken back, adopted or thrown away. */
@PlatformTest
@Import({Staff.class, AYear.class})
class WhatIfDraftTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired JdbcClient jdbc;
  @Autowired Programmes programmes;

  private Browser planner;
  private AYear.Frozen year;

  @BeforeEach
  void aYearIsFrozenAndHasNotBegun(@Autowired MovableBusinessClock clock) {
    clock.moveTo(LocalDate.of(2021, 9, 1));
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    year = years.frozen();
    years.system(() -> {
      years.goneAsPlanned(year.programme(), LocalDate.of(2021, 9, 2));
      return true;
    });
  }

  private String opened(String proposal) {
    var made = planner.post("/api/programmes/" + year.programme() + "/drafts", Map.of("name", "屋面加班组", "proposal", proposal));
    assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
    return made.body().at("/id").asString();
  }

  private JsonNode bar(String code) {
    for (var bar : planner.get("/api/programmes/" + year.programme() + "/timetable").body().at("/activities")) {
      if (bar.at("/code").asString().equals(code)) {
        return bar;
      }
    }
    throw new AssertionError(code);
  }

  /** The activity may start so many days later than it stands. */
  private Browser.Answer late(String draft, JsonNode bar, int days) {
    var from = LocalDate.parse(bar.at("/start").asString()).plusDays(days);
    return planner.post("/api/drafts/" + draft + "/edits", Map.of("edit",
        Map.of("kind", "PERMIT", "activity", bar.at("/id").asString(), "from", from)));
  }

  private Browser.Answer adopt(String draft, String reason) {
    return planner.post("/api/drafts/" + draft + "/adopt", Map.of("reason", reason));
  }

  private int frozenVersion() {
    return planner.get("/api/programmes/" + year.programme() + "/timetable").body().at("/planVersion").asInt();
  }

  @Test
  void anEditSaysWhatDiffersAndWhyAndTakenBackNothingDiffers() {
    var draft = opened("NONE");
    var bar = bar("R05");
    var edited = late(draft, bar, 20);
    assertThat(edited.status()).as("%s", edited.body()).isEqualTo(201);
    assertThat(edited.body().at("/edits/0/words/zh").asString()).contains("不早于");
    assertThat(edited.body().at("/outcome/changed").asInt()).isPositive();
    assertThat(edited.body().at("/outcome/later").asInt()).isGreaterThanOrEqualTo(20);
    var differences = planner.get("/api/drafts/" + draft + "/differences").body();
    assertThat(differences.get(0).at("/cause/zh").asString()).startsWith("许可").contains("→");
    var why = planner.get("/api/drafts/" + draft + "/why/" + bar.at("/id").asString()).body();
    assertThat(why.at("/chain/0/edit/zh").asString()).startsWith("许可");
    assertThat(planner.read("/api/drafts/" + draft + "/differences.xlsx").text()).contains("许可");
    var undone = planner.post("/api/drafts/" + draft + "/undo", Map.of()).body();
    assertThat(undone.at("/outcome/changed").asInt()).isZero();
    assertThat(undone.at("/edits")).isEmpty();
    var redone = planner.post("/api/drafts/" + draft + "/redo", Map.of()).body();
    assertThat(redone.at("/outcome")).isEqualTo(edited.body().at("/outcome"));
    assertThat(planner.send("DELETE", "/api/drafts/" + draft + "/edits/0", null).body().at("/edits")).isEmpty();
  }

  @Test
  void aDraftOpenedWithEditsTriesThemFromTheBeginningAndOneThatLeadsNowhereIsNotOpened() {
    var bar = bar("R05");
    var permit = Map.of("kind", "PERMIT", "activity", bar.at("/id").asString(),
        "from", LocalDate.parse(bar.at("/start").asString()).plusDays(20));
    var opened = planner.post("/api/programmes/" + year.programme() + "/drafts",
        Map.of("name", "补许可", "edits", List.of(permit)));
    assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
    assertThat(opened.body().at("/edits/0/words/zh").asString()).startsWith("许可");
    assertThat(opened.body().at("/outcome/later").asInt()).isGreaterThanOrEqualTo(20);
    assertThat(opened.body().at("/undoable").asBoolean()).isFalse();
    for (var edit : List.of(Map.of("kind", "CREWS", "crew", "NOBODY", "number", 1, "from", "2021-10-01", "until", "2021-10-31"),
        Map.of("kind", "CREWS"), Map.of("crew", "ROOF"))) {
      var refused = planner.post("/api/programmes/" + year.programme() + "/drafts", Map.of("name", "空", "edits", List.of(edit)));
      assertThat(refused.status()).as("%s: %s", edit, refused.body()).isBetween(400, 422);
    }
    assertThat(planner.get("/api/programmes/" + year.programme() + "/drafts").body()).hasSize(1);
  }

  @Test
  void anAdoptedDraftIsTheFrozenPlanWithItsReasonAuditedAndTheOldOneStaysInTheHistory() {
    var draft = opened("NONE");
    var bar = bar("R05");
    late(draft, bar, 15);
    var dates = new HashMap<String, String>();
    planner.get("/api/drafts/" + draft).body().at("/outcome/activities")
        .forEach(each -> dates.put(each.at("/id").asString(), each.at("/finish").asString()));
    var before = frozenVersion();
    var adopted = adopt(draft, "雨后补许可");
    assertThat(adopted.status()).as("%s", adopted.body()).isEqualTo(200);
    assertThat(adopted.body().at("/state").asString()).isEqualTo("FROZEN");
    assertThat(adopted.body().at("/note").asString()).isEqualTo("雨后补许可");
    assertThat(adopted.body().at("/version").asInt()).isEqualTo(before + 1);
    var plans = planner.get("/api/programmes/" + year.programme() + "/plans").body();
    assertThat(plans.at("/1/state").asString()).isEqualTo("SUPERSEDED");
    var records = jdbc.sql("select count(*) from audit.entry where act = 'programme.draft-adopt' and facts like '%雨后补许可%'")
        .query(Integer.class);
    assertThat(years.system(records::single)).isEqualTo(1);
    years.system(() -> {
      programmes.forecastNow(year.programme());
      return true;
    });
    var shown = new HashMap<String, String>();
    planner.get("/api/programmes/" + year.programme() + "/timetable").body().at("/activities")
        .forEach(each -> shown.put(each.at("/id").asString(), each.at("/finish").asString()));
    assertThat(shown).containsAllEntriesOf(dates);
    assertThat(planner.post("/api/drafts/" + draft + "/undo", Map.of()).code()).isEqualTo("programme.draft-closed");
    var compared = planner.get("/api/plans/" + plans.at("/1/id").asString() + "/compare/" + plans.at("/0/id").asString()).body();
    assertThat(compared.at("/changes").findValuesAsString("activityId")).contains(bar.at("/id").asString());
    assertThat(planner.get("/api/plans/" + plans.at("/0/id").asString() + "/compare/" + plans.at("/0/id").asString()).body()
        .at("/changes")).isEmpty();
  }

  @Test
  void workAddedToAProjectIsDrawnAdoptedReportedOnAndStillThereInAPlanComputedAnew() {
    var draft = opened("NONE");
    var roof = bar("R05");
    var edit = Map.of("kind", "ADD", "activity", roof.at("/id").asString(),
        "extra", Map.of("name", "加装电梯基坑", "days", 9, "crew", roof.at("/crews/0/crew").asString(), "number", 1, "outdoor", true));
    var edited = planner.post("/api/drafts/" + draft + "/edits", Map.of("edit", edit));
    assertThat(edited.status()).as("%s", edited.body()).isEqualTo(201);
    assertThat(edited.body().at("/edits/0/words/zh").asString()).contains("新增「加装电梯基坑」9 天").contains("之后");
    var added = edited.body().at("/outcome/added/0");
    assertThat(added.at("/name/zh").asString()).isEqualTo("加装电梯基坑");
    assertThat(LocalDate.parse(added.at("/start").asString())).isAfter(LocalDate.parse(roof.at("/finish").asString()));
    assertThat(edited.body().at("/outcome/links/0/from").asString()).isEqualTo(roof.at("/id").asString());
    var id = added.at("/id").asString();
    assertThat(planner.get("/api/drafts/" + draft + "/differences").body().get(0).at("/activityId").asString()).isEqualTo(id);
    assertThat(planner.get("/api/drafts/" + draft + "/differences").body().get(0).at("/cause/zh").asString())
        .startsWith("新增「加装电梯基坑」9 天").doesNotContain("+");
    assertThat(planner.read("/api/drafts/" + draft + "/differences.xlsx").text()).contains("加装电梯基坑");
    var foreign = planner.post("/api/drafts/" + opened("NONE") + "/edits", Map.of("edit", Map.of("kind", "ADD", "activity",
        roof.at("/id").asString(), "extra", Map.of("id", roof.at("/id").asString(), "name", "冒名", "days", 1, "outdoor", false))));
    assertThat(foreign.body().at("/outcome/added/0/id").asString()).as("an id that the draft does not hold is not taken over")
        .hasSize(36).isNotEqualTo(roof.at("/id").asString());
    var again = Map.of("kind", "ADD", "activity", roof.at("/id").asString(),
        "extra", Map.of("id", id, "name", "加装电梯基坑", "days", 12, "outdoor", true));
    var changed = planner.post("/api/drafts/" + draft + "/edits", Map.of("edit", again));
    assertThat(changed.body().at("/edits")).hasSize(1);
    var finish = changed.body().at("/outcome/added/0/finish").asString();

    var adopted = adopt(draft, "居民要求加装电梯");
    assertThat(adopted.status()).as("%s", adopted.body()).isEqualTo(200);
    years.system(() -> {
      programmes.forecastNow(year.programme());
      return true;
    });
    assertThat(bar("EX1").at("/id").asString()).isEqualTo(id);
    assertThat(bar("EX1").at("/finish").asString()).isEqualTo(finish);
    assertThat(planner.get("/api/activities/" + id + "/why").status()).isEqualTo(200);
    var reported = planner.post("/api/activities/" + id + "/progress-reports", Map.of("percent", 0, "daysLost", 3, "reason", "RAIN"));
    assertThat(reported.status()).as("%s", reported.body()).isEqualTo(201);
    var table = planner.get("/api/programmes/" + year.programme() + "/timetable").body();
    var cell = planner.get("/api/battle-chart/" + bar("EX1").at("/projectId").asString() + "/" + table.at("/nodes/0/id").asString());
    assertThat(cell.body().toString()).as("the report stands by the work's name").contains("加装电梯基坑");
    var anew = planner.post("/api/programmes/" + year.programme() + "/plans", Map.of());
    assertThat(anew.status()).as("%s", anew.body()).isEqualTo(201);
    assertThat(planner.get("/api/programmes/" + year.programme() + "/timetable?plan=" + anew.body().at("/id").asString()).body()
        .at("/activities").valueStream().map(each -> each.at("/code").asString())).contains("EX1");
  }

  @Test
  void crewsThatWereAdoptedAreCapacityOfTheTimetable() {
    var draft = opened("NONE");
    var crew = bar("R05").at("/crews/0/crew").asString();
    var edited = planner.post("/api/drafts/" + draft + "/edits", Map.of("edit",
        Map.of("kind", "CREWS", "crew", crew, "number", 2, "from", "2021-10-01", "until", "2021-10-31")));
    assertThat(edited.status()).as("%s", edited.body()).isEqualTo(201);
    assertThat(adopt(draft, "增派").status()).isEqualTo(200);
    var crews = planner.get("/api/programmes/" + year.programme() + "/timetable").body().at("/crews").valueStream();
    assertThat(crews.filter(each -> each.at("/code").asString().equals(crew))).singleElement().satisfies(each -> {
      assertThat(each.at("/adopted/0/by").asInt()).isEqualTo(2);
      assertThat(each.at("/adopted/0/from").asString()).isEqualTo("2021-10-01");
      assertThat(each.at("/adopted/0/until").asString()).isEqualTo("2021-10-31");
      assertThat(each.at("/adopted/0/pool").isMissingNode() || each.at("/adopted/0/pool").isNull()).isTrue();
    });
  }

  @Test
  void adoptedTwiceUnderOneKeyItIsAdoptedOnce() {
    var draft = opened("NONE");
    late(draft, bar("R05"), 5);
    var before = frozenVersion();
    var key = UUID.randomUUID().toString();
    var once = planner.post("/api/drafts/" + draft + "/adopt", Map.of("reason", "一次"), key);
    var again = planner.post("/api/drafts/" + draft + "/adopt", Map.of("reason", "一次"), key);
    assertThat(again.body().at("/id")).isEqualTo(once.body().at("/id"));
    assertThat(frozenVersion()).isEqualTo(before + 1);
  }

  @Test
  void aDraftIsNotAdoptedWhenAnotherPlanWasFrozenMeanwhileUntilItIsHeldAgainstThatOne() {
    var first = opened("NONE");
    var second = opened("NONE");
    late(first, bar("R05"), 5);
    late(second, bar("F01"), 5);
    assertThat(adopt(first, "先采用").status()).isEqualTo(200);
    var refused = adopt(second, "后采用");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("programme.draft-stale");
    assertThat(planner.get("/api/drafts/" + second).body().at("/stale").asBoolean()).isTrue();
    var rebased = planner.post("/api/drafts/" + second + "/rebase", Map.of()).body();
    assertThat(rebased.at("/stale").asBoolean()).isFalse();
    assertThat(rebased.at("/edits")).hasSize(1);
    assertThat(adopt(second, "后采用").status()).isEqualTo(200);
  }

  @Test
  void withoutAReasonOrWithANodeMovedNothingIsAdopted() {
    var draft = opened("NONE");
    assertThat(adopt(draft, " ").code()).isEqualTo("validation.missing");
    planner.post("/api/drafts/" + draft + "/edits", Map.of("edit", Map.of("kind", "NODE", "node", "M3", "from", "2022-06-15")));
    assertThat(adopt(draft, "放宽").code()).isEqualTo("programme.draft-moves-node");
  }

  @Test
  void theSecondWhoEditsTheSameDraftIsTold() {
    var draft = opened("NONE");
    var rain = Map.of("kind", "RAIN", "from", "2022-05-01", "until", "2022-05-03");
    assertThat(planner.post("/api/drafts/" + draft + "/edits", Map.of("revision", 1, "edit", rain)).status()).isEqualTo(201);
    assertThat(planner.post("/api/drafts/" + draft + "/edits", Map.of("revision", 1, "edit", rain)).code())
        .isEqualTo("programme.version-conflict");
  }

  @Test
  void anEditThatLeadsNowhereIsRefusedAndTheDraftStaysAsItWas() {
    var draft = opened("NONE");
    var nobody = Map.of("kind", "CREWS", "crew", "nobody", "number", 1, "from", "2022-05-01", "until", "2022-05-03");
    assertThat(planner.post("/api/drafts/" + draft + "/edits", Map.of("edit", nobody)).code())
        .isEqualTo("programme.draft-unknown-crew");
    assertThat(planner.get("/api/drafts/" + draft).body().at("/edits")).isEmpty();
  }

  @Test
  void levellingAndReplanningAreProposalsAndCanBeThrownAway() {
    var levelled = opened("LEVEL");
    var view = planner.get("/api/drafts/" + levelled).body();
    for (var node : view.at("/outcome/nodes")) {
      assertThat(node.at("/worstAfter").asInt()).isLessThanOrEqualTo(node.at("/worstBefore").asInt());
    }
    var replanned = opened("REPLAN");
    var outcome = planner.get("/api/drafts/" + replanned).body().at("/outcome");
    assertThat(outcome.at("/lateDaysAfter").asLong()).isLessThanOrEqualTo(outcome.at("/lateDaysBefore").asLong());
    assertThat(planner.get("/api/programmes/" + year.programme() + "/drafts").body()).hasSize(2);
    assertThat(planner.delete("/api/drafts/" + levelled).status()).isEqualTo(204);
    assertThat(planner.get("/api/programmes/" + year.programme() + "/drafts").body()).hasSize(1);
  }

  @Test
  void nobodyButWhoPlansTheWholeDistrictSeesOrTouchesADraft() {
    var draft = opened("NONE");
    for (var role : new Role[] {Role.STREET_OFFICER, Role.CONTRACTOR, Role.COMMANDER}) {
      var other = new Browser(port).signedIn(role == Role.CONTRACTOR ? staff.inProject(role, year.projects().getFirst())
          : staff.withRole(role, role == Role.COMMANDER ? "320613" : "320613005"));
      assertThat(other.get("/api/drafts/" + draft).status()).as(role.name()).isEqualTo(403);
      assertThat(other.post("/api/drafts/" + draft + "/adopt", Map.of("reason", "试")).status()).isEqualTo(403);
    }
  }
}
