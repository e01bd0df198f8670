package org.xingfuli.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.AppealObjects;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.access.UtilityObjects;
import org.xingfuli.appeal.flow.DrawRechecks;
import org.xingfuli.appeal.flow.ExplainAppeals;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.WorkCalendars;
import tools.jackson.databind.JsonNode;

/** What may explain which class, and how many are re-checked, is edited and confirmed; open appeals and the next draw keep to it. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class, UtilityObjects.class})
class AppealRulesTest {

  private static final String PATH = "/api/appeal-rules";
  private static final String EXPLAINING = PATH + "/explaining";
  private static final String SOURCE = "区指挥部例会 2026-03-18";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired AppealObjects objects;
  @Autowired UtilityObjects outages;
  @Autowired ExplainAppeals explain;
  @Autowired DrawRechecks draw;
  @Autowired WorkCalendars calendars;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;

  private Browser planner;
  private Browser clerk;

  @BeforeEach
  void aPlannerAndAClerk() {
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, MatrixWorld.DISTRICT));
    clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
  }

  @AfterEach
  void theRulesAreOursAgain() {
    world.system(() -> {
      jdbc.sql("delete from appeal.explaining_rule where class_code = 'PARKING'").update();
      jdbc.sql("""
          update appeal.explaining_rule set what = '{GAS}', unconfirmed = true, hours_after = 2, source = 'assumption: until two hours after'
          where class_code = 'UTILITIES_GAS'""").update();
      return jdbc.sql("update appeal.recheck_rule set share = 5, least = 1, days = 30, unconfirmed = true, source = 'assumption: one in twenty'")
          .update();
    });
  }

  private JsonNode rules() {
    var answer = planner.get(PATH);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static JsonNode rule(JsonNode rules, String classCode) {
    return rules.path("explaining").valueStream().filter(one -> one.path("classCode").asString().equals(classCode)).findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> body(String classCode, String kind, List<String> what) {
    return new HashMap<>(Map.of("classCode", classCode, "kind", kind, "below", true, "what", what, "hoursAfter", 2, "source", SOURCE,
        "unconfirmed", true));
  }

  private Map<String, Object> gas(List<String> what, boolean unconfirmed) {
    var body = body("UTILITIES_GAS", "OUTAGE", what);
    body.put("unconfirmed", unconfirmed);
    body.put("version", rule(rules(), "UTILITIES_GAS").path("version").asInt());
    return body;
  }

  private Map<String, Object> recheck(int share, int least, int days) {
    return new HashMap<>(Map.of("share", share, "least", least, "days", days, "source", SOURCE, "unconfirmed", false,
        "version", rules().at("/recheck/version").asInt()));
  }

  private JsonNode latest(String act) {
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, MatrixWorld.DISTRICT));
    return auditor.get("/api/audit/entries?act=" + act).body().at("/items/0/facts");
  }

  /** An appeal about gas from a building where an outage of gas is agreed for the whole day. */
  private UUID withoutGas() {
    var request = outages.request(Place.OWN);
    var building = world.system(() -> {
      jdbc.sql("update utilities.request set state = 'AGREED', first_day = ?, last_day = ?, from_time = '00:00', to_time = '23:59' where id = ?")
          .params(clock.today(), clock.today(), request).update();
      return jdbc.sql("select building_id from utilities.request_building where request_id = ?").param(request).query(UUID.class).single();
    });
    var body = new HashMap<>(objects.registration(Place.OWN));
    body.putAll(Map.of("classCode", "UTILITIES_GAS", "buildingId", building, "words", "家里没有气"));
    return UUID.fromString(clerk.post("/api/appeals", body).body().path("id").asString());
  }

  private JsonNode explained(UUID appeal) {
    explain.all();
    return clerk.get("/api/appeals/" + appeal).body().path("explanations");
  }

  @Test
  void everyRuleIsReadWithWhatItRestsOnAndItsFlag() {
    var read = rules();
    assertThat(rule(read, "UTILITIES_WATER").at("/what/0/names/0/zh").asString()).isEqualTo("供水");
    assertThat(rule(read, "NOISE").path("what")).hasSize(11);
    assertThat(rule(read, "NOISE").path("below").asBoolean()).isFalse();
    assertThat(rule(read, "NOISE").path("what").valueStream().map(what -> what.path("names").size())).as("R0 is more than one activity")
        .anyMatch(names -> names > 1);
    assertThat(read.path("explaining")).allSatisfy(one -> {
      assertThat(one.path("source").asString()).startsWith("assumption: ");
      assertThat(one.path("unconfirmed").asBoolean()).isTrue();
    });
    assertThat(read.at("/recheck/share").asInt()).isEqualTo(5);
    assertThat(read.at("/recheck/unconfirmed").asBoolean()).isTrue();
    assertThat(read.path("activities").valueStream().map(one -> one.path("code").asString())).contains("D04");
  }

  @Test
  void aConfirmedRuleLosesItsFlagOnTheOpenAppealsItExplainsAndIsOnRecord() {
    var appeal = withoutGas();
    assertThat(explained(appeal).at("/0/unconfirmed").asBoolean()).isTrue();
    var answer = planner.put(EXPLAINING, gas(List.of("GAS"), false));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(rule(answer.body(), "UTILITIES_GAS").path("source").asString()).isEqualTo(SOURCE);
    assertThat(explained(appeal)).hasSize(1);
    assertThat(explained(appeal).at("/0/unconfirmed").asBoolean()).isFalse();
    var facts = latest("appeal.explaining-change");
    assertThat(facts.path("rule").asString()).isEqualTo("UTILITIES_GAS OUTAGE");
    assertThat(facts.path("confirmed").asBoolean()).isTrue();
    assertThat(facts.path("source").asString()).isEqualTo(SOURCE);
  }

  @Test
  void anOpenAppealIsLookedAtAgainWhenItsRuleIsAnother() {
    var appeal = withoutGas();
    assertThat(explained(appeal)).hasSize(1);
    assertThat(clerk.put(EXPLAINING, gas(List.of("WATER"), true)).status()).isEqualTo(200);
    assertThat(explained(appeal)).as("an outage of gas explains it no more").isEmpty();
    assertThat(planner.put(EXPLAINING, gas(List.of("water", "gas"), true)).status()).isEqualTo(200);
    assertThat(explained(appeal)).as("of one of both").hasSize(1);
    assertThat(latest("appeal.explaining-change").path("before").asString()).isEqualTo("WATER +2 h /*");
    assertThat(latest("appeal.explaining-change").path("after").asString()).isEqualTo("WATER GAS +2 h /*");
  }

  @Test
  void aClassThatNothingExplainedGetsARuleOnceAndLosesItAgain() {
    var body = body("PARKING", "WORKS", List.of("d04", "D04"));
    var made = planner.post(EXPLAINING, body);
    assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
    assertThat(rule(made.body(), "PARKING").path("what")).hasSize(1);
    assertThat(planner.post(EXPLAINING, body).code()).isEqualTo("appeal.explaining-exists");
    assertThat(planner.delete(EXPLAINING + "?classCode=PARKING&kind=WORKS&version=7").code()).isEqualTo("appeal.rules-stale");
    assertThat(planner.delete(EXPLAINING + "?classCode=PARKING&kind=OUTAGE&version=1").status()).isEqualTo(404);
    var gone = planner.delete(EXPLAINING + "?classCode=PARKING&kind=WORKS&version=1");
    assertThat(gone.status()).isEqualTo(200);
    assertThat(gone.body().path("explaining").valueStream().map(one -> one.path("classCode").asString())).doesNotContain("PARKING");
    assertThat(latest("appeal.explaining-remove").path("before").asString()).startsWith("D04");
  }

  @Test
  void whoSawAnOlderVersionIsToldInsteadOfOverwriting() {
    var seen = gas(List.of("GAS"), false);
    assertThat(planner.put(EXPLAINING, seen).status()).isEqualTo(200);
    assertThat(planner.put(EXPLAINING, seen).code()).isEqualTo("appeal.rules-stale");
    var share = recheck(10, 2, 60);
    assertThat(planner.put(PATH + "/recheck", share).status()).isEqualTo(200);
    share.put("share", 20);
    assertThat(planner.put(PATH + "/recheck", share).code()).isEqualTo("appeal.rules-stale");
    assertThat(rules().at("/recheck/share").asInt()).isEqualTo(10);
  }

  @Test
  void everyFaultIsToldAtOnceWithItsPlaceAndAHintAndNothingIsWritten() {
    var before = rules();
    var body = body("NO_SUCH", "OUTAGE", List.of("GAS", "D04"));
    body.putAll(Map.of("hoursAfter", 49, "source", " "));
    var refused = planner.post(EXPLAINING, body);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("errors").findValuesAsString("pointer")).containsExactlyInAnyOrder("/classCode", "/what/1",
        "/hoursAfter", "/source");
    var works = planner.post(EXPLAINING, body("PARKING", "WORKS", List.of("GAS")));
    assertThat(works.body().path("errors").findValuesAsString("pointer")).containsExactly("/what/0");
    assertThat(planner.post(EXPLAINING, body("PARKING", "WORKS", List.of())).body().path("errors").findValuesAsString("pointer"))
        .containsExactly("/what");
    var share = recheck(0, -1, 367);
    share.put("source", "依".repeat(201));
    var many = planner.put(PATH + "/recheck", share);
    assertThat(many.body().path("errors").findValuesAsString("pointer")).containsExactlyInAnyOrder("/share", "/least", "/days", "/source");
    for (var answer : List.of(refused, works, many)) {
      assertThat(answer.body().path("errors")).allSatisfy(fault -> {
        assertThat(fault.path("message").asString()).doesNotContain("{");
        assertThat(fault.path("maybe").asString()).startsWith("可能：");
        assertThat(fault.path("maybeEn").asString()).startsWith("Maybe ");
      });
    }
    assertThat(rules()).isEqualTo(before);
  }

  @Test
  void anotherShareHoldsFromTheNextDrawAndTheDrawWritesDownWhatItUsed() {
    world.system(() -> {
      jdbc.sql("delete from appeal.recheck").update();
      jdbc.sql("delete from appeal.recheck_draw").update();
      return jdbc.sql("update appeal.appeal set closed_at = closed_at - interval '90 days' where closed_at is not null").update();
    });
    var unit = UUID.randomUUID();
    for (int n = 0; n < 10; n++) {
      var id = objects.appeal(Place.OWN, AppealState.CLOSED);
      world.system(() -> jdbc.sql("update appeal.appeal set closed_at = closed_at - interval '1 day', lead_id = ? where id = ?")
          .params(unit, id).update());
    }
    assertThat(planner.put(PATH + "/recheck", recheck(50, 1, 10)).status()).isEqualTo(200);
    boolean working = calendars.current().isWorkday(clock.today());
    assertThat(draw.draw()).as("half of ten; nothing on a day off").isEqualTo(working ? 5 : 0);
    var seen = clerk.get("/api/appeals/rechecks?open=true").body();
    assertThat(seen.at("/rule/share").asInt()).isEqualTo(50);
    assertThat(seen.at("/rule/unconfirmed").asBoolean()).isFalse();
    if (working) {
      assertThat(planner.put(PATH + "/recheck", recheck(100, 0, 30)).status()).isEqualTo(200);
      assertThat(clerk.get("/api/appeals/rechecks?open=true").body().at("/draws/0/share").asInt()).as("as it was drawn").isEqualTo(50);
    }
    assertThat(Objects.requireNonNull(latest("appeal.recheck-rule-change")).path("confirmed").asBoolean()).isTrue();
  }

  @Test
  void theWorkbookHasEveryRuleWithItsSourceAndFlag() {
    assertThat(planner.rows(PATH + ".xlsx")).anySatisfy(row -> assertThat(row).contains("UTILITIES_GAS", "停供", "是"));
    assertThat(planner.read(PATH + ".xlsx").text()).contains("抽查复核", "one in twenty");
  }

  @Test
  void whoReadsAppealsReadsTheRulesAndEditsNone() {
    var street = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET));
    assertThat(street.get(PATH).body().path("explaining").size()).isPositive();
    assertThat(street.put(EXPLAINING, gas(List.of("GAS"), false)).status()).isEqualTo(403);
    assertThat(street.put(PATH + "/recheck", recheck(10, 1, 30)).status()).isEqualTo(403);
  }
}
