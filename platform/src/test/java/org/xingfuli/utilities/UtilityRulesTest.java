package org.xingfuli.utilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.access.UtilityObjects;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.identity.UtilityService;
import tools.jackson.databind.JsonNode;

/** The planner edits and confirms what outages must keep to; what was asked for under other rules is shown and stays. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, UtilityObjects.class})
class UtilityRulesTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired UtilityObjects objects;
  @Autowired JdbcClient jdbc;

  private Browser planner;
  private JsonNode before;

  @BeforeEach
  void aPlannerSeesTheRules() {
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, MatrixWorld.DISTRICT));
    before = rules();
  }

  /** The rules are the district's, and other tests keep to them. */
  @AfterEach
  void theRulesAreAsTheyWere() {
    for (var row : before.path("rules")) {
      var now = rule(row.path("code").asString());
      if (now.path("version").asInt() != row.path("version").asInt()) {
        assertThat(change(edit(now, row.path("value").asString(), row.path("unconfirmed").asBoolean(),
            row.path("source").asString())).status()).isEqualTo(200);
      }
    }
    for (var row : before.path("services")) {
      planner.put("/api/utility-rules/services/" + row.path("service").asString(), capacity(
          row.path("service").asString(), row.path("answerDays").asInt(), row.path("perDay").asInt(), row.path("perWeek").asInt()));
    }
  }

  private JsonNode rules() {
    return planner.get("/api/utility-rules").body();
  }

  private JsonNode rule(String code) {
    return rules().path("rules").valueStream().filter(row -> row.path("code").asString().equals(code)).findFirst().orElseThrow();
  }

  private static Map<String, Object> edit(JsonNode row, String value, boolean unconfirmed, String source) {
    return Map.of("code", row.path("code").asString(), "value", value, "unconfirmed", unconfirmed, "source", source,
        "version", row.path("version").asInt());
  }

  @SafeVarargs
  private Browser.Answer change(Map<String, Object>... rows) {
    return planner.put("/api/utility-rules", Map.of("rules", List.of(rows)));
  }

  private Map<String, Object> capacity(String service, int answerDays, int perDay, int perWeek) {
    var row = rules().path("services").valueStream().filter(each -> each.path("service").asString().equals(service)).findFirst()
        .orElseThrow();
    return new HashMap<>(Map.of("answerDays", answerDays, "perDay", perDay, "perWeek", perWeek, "hotline",
        row.path("hotline").asString(), "unconfirmed", row.path("unconfirmed").asBoolean(), "source",
        row.path("source").asString(), "version", row.path("version").asInt()));
  }

  @Test
  void aConfirmedRuleLosesItsFlagAndKeepsItsSourceAndTheRecordSaysWhatItWas() {
    var answer = change(edit(rule("outage.most-days"), "007", false, "区指挥部例会 2022-04-18"));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(rule("outage.most-days").path("value").asString()).isEqualTo("7");
    assertThat(rule("outage.most-days").path("unconfirmed").asBoolean()).isFalse();
    assertThat(rule("outage.most-days").path("source").asString()).isEqualTo("区指挥部例会 2022-04-18");
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, MatrixWorld.DISTRICT));
    var entry = auditor.get("/api/audit/entries?act=utilities.rule-change").body().at("/items/0/facts");
    assertThat(entry.path("rule").asString()).isEqualTo("outage.most-days");
    assertThat(entry.path("before").asString()).isEqualTo("5");
    assertThat(entry.path("after").asString()).isEqualTo("7");
    assertThat(entry.path("confirmed").asBoolean()).isTrue();
  }

  @Test
  void everyFaultIsToldAtOnceWithItsValueItsPlaceAndAHintAndNothingIsWritten() {
    var refused = change(
        edit(rule("outage.most-days"), "0", true, "x"),
        edit(rule("outage.on-holidays"), "maybe", true, "x"),
        edit(rule("outage.latest"), "25:00", true, "x".repeat(201)),
        edit(rule("request.lead-days"), "9", true, "x"),
        Map.of("code", "outage.never", "value", "1", "unconfirmed", true, "source", "", "version", 1));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("errors").findValuesAsString("pointer")).containsExactlyInAnyOrder("/rules/0/value",
        "/rules/1/value", "/rules/2/value", "/rules/2/source", "/rules/4/code");
    assertThat(refused.body().path("errors")).allSatisfy(fault -> {
      assertThat(fault.path("maybe").asString()).startsWith("可能：");
      assertThat(fault.path("maybeEn").asString()).startsWith("Maybe ");
    });
    assertThat(refused.body().toString()).contains("“25:00”", "“maybe”", "outage.never");
    assertThat(rule("request.lead-days").path("value").asString()).as("all or none").isEqualTo("5");
  }

  @Test
  void noHourMayBeLeftOverAndBothHoursMoveTogether() {
    assertThat(change(edit(rule("outage.earliest"), "19:00", true, "")).code()).isEqualTo("utilities.rule-hours-reversed");
    assertThat(change(edit(rule("outage.earliest"), "19:00", true, ""), edit(rule("outage.latest"), "22:00:00", true, "")).status())
        .isEqualTo(200);
    assertThat(rule("outage.latest").path("value").asString()).isEqualTo("22:00");
  }

  @Test
  void whoSawTheRuleBeforeAColleagueChangedItIsToldInsteadOfOverwriting() {
    var seen = rule("request.lead-days");
    assertThat(change(edit(seen, "6", true, "")).status()).isEqualTo(200);
    assertThat(change(edit(seen, "4", true, "")).code()).isEqualTo("utilities.rules-stale");
    assertThat(rule("request.lead-days").path("value").asString()).isEqualTo("6");
  }

  @Test
  void aWindowThatNoLongerKeepsToTheRulesIsShownWithItsReasonAndStands() {
    var agent = new Browser(port).signedIn(staff.inProject(Role.DELIVERY_AGENT, world.project()));
    var request = agent.post("/api/utility-requests", objects.asking(Place.OWN, UtilityService.GAS)).body();
    assertThat(breach(request)).isNull();
    change(edit(rule("outage.latest"), "15:30", true, ""));
    var breach = breach(request);
    assertThat(breach.at("/faults/0/code").asString()).isEqualTo("utilities.at-night");
    assertThat(breach.at("/faults/0/message").asString()).contains("15:30");
    assertThat(agent.get("/api/utility-requests/" + request.path("id").asString()).body().path("state").asString())
        .isEqualTo("AWAITING");
    assertThat(planner.rows("/api/utility-rules/breaches.xlsx"))
        .filteredOn(row -> row.getFirst().equals(request.path("number").asString())).singleElement()
        .satisfies(row -> assertThat(row.get(6)).contains("15:30"));
    assertThat(planner.rows("/api/utility-rules.xlsx")).filteredOn(row -> row.getFirst().equals("outage.latest"))
        .singleElement().satisfies(row -> assertThat(row).contains("每天最晚", "15:30", "是"));
    assertThat(planner.read("/api/utility-rules.xlsx").text()).contains("各单位能力", "考试日", "等待窗口的工序");
    var other = new Browser(port).signedIn(staff.inProject(Role.DELIVERY_AGENT, world.project(Place.OTHER)));
    assertThat(other.read("/api/utility-rules/breaches.xlsx").text())
        .as("another's request").doesNotContain(request.path("number").asString());
    assertThat(other.get("/api/utility-rules/breaches").body().toString())
        .as("another's request").doesNotContain(request.path("number").asString());
  }

  private JsonNode breach(JsonNode request) {
    return planner.get("/api/utility-rules/breaches").body().valueStream()
        .filter(row -> row.path("number").asString().equals(request.path("number").asString())).findFirst().orElse(null);
  }

  @Test
  void moreCrewsTakeMoreWindowsAndAWeekHoldsNoFewerThanADay() {
    var gas = new Browser(port).signedIn(objects.officer(UtilityService.GAS));
    var agent = new Browser(port).signedIn(staff.inProject(Role.DELIVERY_AGENT, world.project()));
    var refused = planner.put("/api/utility-rules/services/GAS", capacity("GAS", 0, 5, 3));
    assertThat(refused.body().path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/answerDays", "/perWeek");
    assertThat(planner.put("/api/utility-rules/services/GAS", capacity("GAS", 3, 1, 8)).status()).isEqualTo(200);
    var first = objects.asking(Place.OWN, UtilityService.GAS);
    var second = new HashMap<>(objects.asking(Place.OWN, UtilityService.GAS));
    second.put("window", first.get("window"));
    assertThat(agreed(agent, gas, first)).isEqualTo("AGREED");
    assertThat(agreed(agent, gas, second)).isEqualTo("utilities.no-crew");
    assertThat(planner.put("/api/utility-rules/services/GAS", capacity("GAS", 3, 2, 8)).status()).isEqualTo(200);
    second.put("buildings", List.of(objects.building(Place.OWN)));
    assertThat(agreed(agent, gas, second)).isEqualTo("AGREED");
  }

  private static String agreed(Browser agent, Browser gas, Map<String, Object> asking) {
    var request = agent.post("/api/utility-requests", asking).body();
    var answer = gas.post("/api/utility-requests/" + request.path("id").asString() + "/answers",
        Map.of("service", "GAS", "answer", "AGREE"));
    return answer.status() == 200 ? answer.body().path("state").asString() : answer.code();
  }

  @Test
  void aDayOfAnExaminationIsAddedChangedAndTakenAwayAgain() {
    var path = "/api/utility-rules/exam-days/2031-06-07";
    assertThat(planner.put(path, Map.of("name", " ", "unconfirmed", true, "source", "")).code()).isEqualTo("utilities.exam-name");
    assertThat(planner.put(path, Map.of("name", "高考", "unconfirmed", true, "source", "")).status()).isEqualTo(200);
    assertThat(planner.put(path, Map.of("name", "高考", "unconfirmed", true, "source", "")).code())
        .isEqualTo("utilities.exam-day-exists");
    assertThat(planner.put(path, Map.of("name", "高考", "unconfirmed", false, "source", "省考试院公告", "version", 1)).status())
        .isEqualTo(200);
    assertThat(planner.send("DELETE", path, null).status()).isEqualTo(204);
    assertThat(planner.send("DELETE", path, null).status()).isEqualTo(404);
  }

  private static final String ACTIVITIES = "/api/utility-rules/activities";

  private static Map<String, Object> waiting(String activityCode, String source) {
    return Map.of("kind", "OUTAGE", "service", "GAS", "activityCode", activityCode, "unconfirmed", true, "source", source);
  }

  private JsonNode waiting(String kind, String service, String activityCode) {
    return rules().path("waiting").valueStream().filter(row -> row.path("kind").asString().equals(kind)
        && row.path("service").asString().equals(service) && row.path("activityCode").asString().equals(activityCode))
        .findFirst().orElse(null);
  }

  @Test
  void anActivityIsLetWaitConfirmedWithItsSourceAndLetGoAgainAndEachIsOnRecord() {
    assertThat(planner.post(ACTIVITIES, waiting(" U04 ", "管线会 2022-04-18")).status()).isEqualTo(201);
    assertThat(waiting("OUTAGE", "GAS", "U04").at("/name/zh").asString()).isNotBlank();
    assertThat(waiting("OUTAGE", "GAS", "U04").path("unconfirmed").asBoolean()).isTrue();
    assertThat(planner.post(ACTIVITIES, waiting("U04", "")).code()).isEqualTo("utilities.waiting-exists");
    var path = ACTIVITIES + "/OUTAGE/GAS/U04";
    var confirmed = Map.of("unconfirmed", false, "source", "燃气公司复函", "version", 1);
    assertThat(planner.put(path, confirmed).status()).isEqualTo(200);
    assertThat(waiting("OUTAGE", "GAS", "U04").path("unconfirmed").asBoolean()).isFalse();
    assertThat(waiting("OUTAGE", "GAS", "U04").path("source").asString()).isEqualTo("燃气公司复函");
    assertThat(planner.put(path, confirmed).code()).as("a colleague was faster").isEqualTo("utilities.rules-stale");
    assertThat(planner.send("DELETE", path, null).status()).isEqualTo(204);
    assertThat(planner.send("DELETE", path, null).status()).isEqualTo(404);
    assertThat(planner.put(path, confirmed).status()).isEqualTo(404);
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, MatrixWorld.DISTRICT));
    var entry = auditor.get("/api/audit/entries?act=utilities.waiting-change").body().at("/items/0/facts");
    assertThat(entry.path("activity").asString()).isEqualTo("U04");
    assertThat(entry.path("confirmed").asBoolean()).isTrue();
    assertThat(auditor.get("/api/audit/entries?act=utilities.waiting-remove").body().at("/items/0/facts/service").asString())
        .isEqualTo("GAS");
  }

  @Test
  void anActivityThatNoTemplateHasIsRefusedWithAHintAndTheListSaysWhichThereAre() {
    var refused = planner.post(ACTIVITIES, waiting("U99", "x".repeat(201)));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/activityCode", "/source");
    assertThat(refused.body().at("/errors/0/message").asString()).contains("U99");
    assertThat(refused.body().at("/errors/0/maybe").asString()).startsWith("可能：");
    assertThat(refused.body().at("/errors/0/maybeEn").asString()).startsWith("Maybe ");
    assertThat(rules().path("template").findValuesAsString("code")).contains("U05", "U06").doesNotContain("U99");
    assertThat(rules().path("waiting")).as("as it shipped").allSatisfy(row ->
        assertThat(row.at("/name/en").asString()).isNotBlank());
  }

  /** A template may lose an activity after the row was written. */
  @Test
  void aRowWhoseActivityWasTakenFromEveryTemplateHasNoNameIsNotConfirmedAndIsRemoved() {
    jdbc.sql("insert into utilities.activity (kind, service, activity_code, unconfirmed, source) values (?, ?, ?, true, '')")
        .params("OUTAGE", "GAS", "Z98").update();
    assertThat(waiting("OUTAGE", "GAS", "Z98").path("name").isNull()).isTrue();
    var path = ACTIVITIES + "/OUTAGE/GAS/Z98";
    assertThat(planner.put(path, Map.of("unconfirmed", false, "source", "", "version", 1)).code())
        .isEqualTo("utilities.waiting-unknown");
    assertThat(planner.send("DELETE", path, null).status()).isEqualTo(204);
  }

  @Test
  void whoSignsForAUtilityReadsTheRulesAndEditsNone() {
    var gas = new Browser(port).signedIn(objects.officer(UtilityService.GAS));
    assertThat(gas.get("/api/utility-rules").status()).isEqualTo(200);
    assertThat(gas.put("/api/utility-rules/services/GAS", capacity("GAS", 3, 9, 9)).status()).isEqualTo(403);
    assertThat(gas.post(ACTIVITIES, waiting("U04", "")).status()).isEqualTo(403);
  }
}
