package org.xingfuli.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import tools.jackson.databind.JsonNode;

/** A survey from its opening to the menu of works it makes, and what is put right afterwards. */
@PlatformTest
@Import(Staff.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurveyTest {

  @Autowired private Staff staff;
  @Autowired private Works works;
  @Autowired private Transactions transactions;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  private Browser street;
  private Browser surveyor;
  private Browser colleague;

  @BeforeAll
  void peopleAtTheirDesks() {
    staff.community("320613005001", "虹桥社区");
    street = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, "320613005"));
    surveyor = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, "320613005001"));
    colleague = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, "320613005001"));
  }

  /** An estate of one building in the surveyors' community. */
  private String estate() {
    var code = "S-" + UUID.randomUUID().toString().substring(0, 8);
    var answer = street.post("/api/estates", Map.of("code", code, "name", "体检" + code, "street", "320613005",
        "community", "320613005001", "floorArea", 3000, "roofArea", 999, "greenArea", 400));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    var id = answer.body().path("id").asString();
    assertThat(street.post("/api/estates/" + id + "/buildings",
        Map.of("number", "1", "storeys", 6, "floorArea", 2774, "stairwells", 3)).status()).isEqualTo(201);
    return "/api/estates/" + id;
  }

  private static String sheet(JsonNode survey, int at) {
    return "/survey/sheets/" + survey.path("sheets").path(at).path("sheet").asString();
  }

  /** Every item of the sheet with the same quantity. */
  private void fill(Browser who, String path, int quantity) {
    var findings = new ArrayList<Map<String, Object>>();
    who.get(path).body().path("items").forEach(item -> findings.add(Map.of("item", item.path("code").asString(),
        "version", item.path("version").asInt(), "grade", "POOR", "quantity", Math.min(quantity, item.path("most").asInt()))));
    var answer = put(who, path, Map.of("findings", findings));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  private static Browser.Answer put(Browser who, String path, Object body) {
    return who.send("PUT", path, body);
  }

  private Browser.Answer send(Browser who, String path, byte[] file) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .header("X-XSRF-TOKEN", who.cookie("XSRF-TOKEN").orElseThrow().getValue())
        .PUT(BodyPublishers.ofByteArray(file));
    return who.send(request.build());
  }

  private static byte[] bytes(Browser who, String path) {
    try (var in = who.open(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Browser.Answer submit(String estate) {
    return put(surveyor, estate + "/survey/submission",
        Map.of("version", surveyor.get(estate + "/survey").body().path("version").asInt()));
  }

  private Browser.Answer decide(String estate, String act, String reason) {
    return put(street, estate + "/survey/decision", Map.of("act", act, "reason", reason,
        "version", street.get(estate + "/survey").body().path("version").asInt()));
  }

  private String completed() {
    var estate = estate();
    var survey = surveyor.post(estate + "/surveys", Map.of()).body();
    fill(surveyor, estate + sheet(survey, 0), 40);
    fill(colleague, estate + sheet(survey, 1), 700);
    assertThat(submit(estate).status()).isEqualTo(200);
    assertThat(decide(estate, "COMPLETE", "").status()).isEqualTo(200);
    return estate;
  }

  @Test
  void anUnfinishedSurveyIsNotTakenAndSaysPlaceByPlaceWhatIsMissing() {
    var estate = estate();
    var survey = surveyor.post(estate + "/surveys", Map.of()).body();
    assertThat(survey.path("state").asString()).isEqualTo("OPEN");
    fill(surveyor, estate + sheet(survey, 0), 40);
    var building = estate + sheet(survey, 1);
    assertThat(put(surveyor, building, Map.of("findings",
        List.of(Map.of("item", "ROOF", "grade", "BAD", "quantity", 640)))).status()).isEqualTo(200);
    var refused = submit(estate);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("survey.building-incomplete");
    assertThat(refused.body().path("values").path("missing").asInt()).isEqualTo(11);
    var progress = surveyor.get(estate + "/survey").body();
    assertThat(progress.path("sheetsDone").asInt()).isEqualTo(1);
    assertThat(progress.path("sheets").path(1).path("missing")).hasSize(11);
    assertThat(surveyor.post(estate + "/surveys", Map.of()).code()).isEqualTo("survey.one-at-a-time");
  }

  @Test
  void surveyorsOfOneEstateOnlyCollideOnTheSameItem() {
    var estate = estate();
    var survey = surveyor.post(estate + "/surveys", Map.of()).body();
    var building = estate + sheet(survey, 1);
    var roof = Map.<String, Object>of("item", "ROOF", "version", 0, "grade", "BAD", "quantity", 640);
    var wall = Map.<String, Object>of("item", "WALL", "version", 0, "grade", "FAIR", "quantity", 2600);
    assertThat(put(surveyor, building, Map.of("findings", List.of(roof))).status()).isEqualTo(200);
    assertThat(put(colleague, building, Map.of("findings", List.of(wall))).status()).isEqualTo(200);
    assertThat(put(surveyor, building, Map.of("findings", List.of(roof))).status()).as("the same again is no collision").isEqualTo(200);
    var late = new HashMap<>(roof);
    late.put("quantity", 650);
    var told = put(colleague, building, Map.of("findings", List.of(late)));
    assertThat(told.code()).isEqualTo("survey.item-conflict");
    var faults = put(surveyor, building, Map.of("findings", List.of(
        Map.of("item", "NOTHING"), Map.of("item", "FIRE", "quantity", -1), Map.of("item", "WATER", "option", "GOLD"))));
    assertThat(faults.body().path("errors")).hasSize(3);
  }

  @Test
  void ofTwoWhoSaveTheSameItemAtTheSameMomentTheLaterIsTold() throws Exception {
    var estate = estate();
    var survey = surveyor.post(estate + "/surveys", Map.of()).body();
    var building = estate + sheet(survey, 1);
    assertThat(put(surveyor, building, Map.of("findings",
        List.of(Map.of("item", "ROOF", "version", 0, "grade", "BAD", "quantity", 640)))).status()).isEqualTo(200);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // Both have read version 1 before either may write.
      var answers = transactions.as(SystemScope.of("test"), () -> {
        jdbc.sql("select id from estate.finding where survey_id = ? for update")
            .param(UUID.fromString(survey.path("id").asString())).query(UUID.class).list();
        var sent = List.of(threads.submit(() -> put(surveyor, building, roof(650))), threads.submit(() -> put(colleague, building, roof(660))));
        for (int at = 0; at < 100 && jdbc.sql("select count(*) from pg_locks where not granted").query(Long.class).single() < 2; at++) {
          LockSupport.parkNanos(50_000_000);
        }
        return sent;
      });
      var codes = List.of(answers.get(0).get().code(), answers.get(1).get().code());
      assertThat(codes).containsExactlyInAnyOrder("", "survey.item-conflict");
    }
  }

  private static Map<String, Object> roof(int quantity) {
    return Map.of("findings", List.of(Map.of("item", "ROOF", "version", 1, "grade", "BAD", "quantity", quantity)));
  }

  @Test
  void aReturnedSurveyNamesTheReasonAndIsHandedInAgain() {
    var estate = estate();
    var survey = surveyor.post(estate + "/surveys", Map.of()).body();
    fill(surveyor, estate + sheet(survey, 0), 40);
    fill(surveyor, estate + sheet(survey, 1), 700);
    submit(estate);
    assertThat(put(surveyor, estate + sheet(survey, 1), Map.of("findings", List.of(Map.of("item", "FIRE", "version", 1,
        "grade", "GOOD", "quantity", 1)))).code()).isEqualTo("survey.submitted");
    assertThat(decide(estate, "RETURN", "").code()).isEqualTo("estate.reason-missing");
    assertThat(decide(estate, "RETURN", "屋面违建与台账不符").body().path("state").asString()).isEqualTo("RETURNED");
    assertThat(surveyor.get(estate + "/survey").body().path("returnedReason").asString()).isEqualTo("屋面违建与台账不符");
    assertThat(put(surveyor, estate + "/survey/decision", Map.of("version", 3, "act", "COMPLETE")).status()).isEqualTo(403);
    assertThat(submit(estate).body().path("state").asString()).isEqualTo("SUBMITTED");
  }

  @Test
  void whoeverHandedASurveyInDoesNotTakeItAndMayGiveItBack() {
    var estate = estate();
    var survey = surveyor.post(estate + "/surveys", Map.of()).body();
    fill(surveyor, estate + sheet(survey, 0), 40);
    fill(surveyor, estate + sheet(survey, 1), 700);
    var version = survey.path("version").asInt();
    var handedIn = put(street, estate + "/survey/submission", Map.of("version", version)).body();
    assertThat(handedIn.path("legal").toString()).contains("RETURN").doesNotContain("COMPLETE");
    assertThat(decide(estate, "COMPLETE", "").code()).isEqualTo("survey.own");
    assertThat(decide(estate, "RETURN", "楼号写错").status()).isEqualTo(200);
    assertThat(submit(estate).status()).isEqualTo(200);
    assertThat(street.get(estate + "/survey").body().path("legal").toString()).contains("COMPLETE");
    assertThat(decide(estate, "COMPLETE", "").body().path("state").asString()).isEqualTo("COMPLETED");
  }

  @Test
  void aCompletedSurveyMakesTheQuantitiesAndTheMenuWithCosts() {
    var estate = completed();
    var detail = street.get(estate).body();
    assertThat(detail.path("quantities").path("roofArea").asInt()).isEqualTo(700);
    assertThat(detail.path("quantities").path("greenArea").asInt()).isEqualTo(40);
    var menu = street.get(estate + "/works").body();
    assertThat(menu.path("surveyNumber").asInt()).isEqualTo(1);
    var roof = menu.path("works").path(0);
    assertThat(roof.path("code").asString()).isEqualTo("W01");
    assertThat(roof.path("quantity").asInt()).isEqualTo(700);
    assertThat(roof.path("cost").decimalValue()).isEqualByComparingTo(new BigDecimal("364000"));
    assertThat(roof.path("unconfirmed").asBoolean()).as("an assumption carries its flag").isTrue();
    assertThat(menu.path("limits").path(0).path("exceeded").asBoolean()).as("40 bays on 40 ㎡ of green").isTrue();
    var id = UUID.fromString(detail.path("id").asString());
    var lines = transactions.as(SystemScope.of("test"), () -> works.ofEstate(id));
    assertThat(lines).hasSize(22);
    assertThat(lines.getFirst().activities()).contains("R01");
    assertThat(lines.stream().map(WorkLine::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(menu.path("total").path("cost").decimalValue());
  }

  @Test
  void aQuantityOfTheMenuIsPutRightWithAReasonAndTakenBackAgain() {
    var estate = completed();
    var line = estate + "/works/W12";
    var version = menuLine(estate, "W12").path("version").asInt();
    assertThat(put(street, line, Map.of("version", version, "quantity", 12)).code()).isEqualTo("estate.reason-missing");
    var changed = put(street, line, Map.of("version", version, "quantity", 12, "mark", "ADOPTED", "reason", "保留绿化"));
    assertThat(changed.body().path("corrected").asBoolean()).isTrue();
    assertThat(put(street, line, Map.of("version", version, "quantity", 13, "reason", "x")).code())
        .isEqualTo("works.version-conflict");
    put(street, estate + "/works", Map.of());
    assertThat(menuLine(estate, "W12").path("quantity").asInt()).as("derived anew, the correction stays").isEqualTo(12);
    var deed = street.get(estate + "/history").body().path("items").valueStream()
        .filter(row -> row.path("act").asString().equals("estate.work-change")).findFirst().orElseThrow();
    assertThat(deed.path("reason").asString()).isEqualTo("保留绿化");
    assertThat(put(street, estate + "/history/" + deed.path("id").asString() + "/undone", Map.of()).status()).isEqualTo(204);
    assertThat(menuLine(estate, "W12").path("quantity").asInt()).isEqualTo(40);
    assertThat(menuLine(estate, "W12").path("mark").asString()).isEqualTo("PROPOSED");
    assertThat(put(street, estate + "/history/" + deed.path("id").asString() + "/undone", Map.of()).code())
        .isEqualTo("estate.already-undone");
  }

  private JsonNode menuLine(String estate, String code) {
    return street.get(estate + "/works").body().path("works").valueStream()
        .filter(row -> row.path("code").asString().equals(code)).findFirst().orElseThrow();
  }

  @Test
  void aFindingPutRightAfterwardsNeedsAReasonAndChangesTheMenu() {
    var estate = completed();
    var building = estate + sheet(street.get(estate + "/survey").body(), 1);
    var body = Map.of("findings", List.of(Map.of("item", "ROOF", "version", 1, "grade", "POOR", "quantity", 720)));
    assertThat(put(surveyor, building, body).code()).isEqualTo("estate.reason-missing");
    var with = new HashMap<String, Object>(body);
    with.put("reason", "现场复测");
    assertThat(put(surveyor, building, with).status()).isEqualTo(200);
    assertThat(menuLine(estate, "W01").path("quantity").asInt()).isEqualTo(720);
    assertThat(street.get(estate).body().path("quantities").path("roofArea").asInt())
        .as("what durations are reckoned from").isEqualTo(720);
    var corrected = street.get(estate + "/history").body().path("items").valueStream()
        .filter(row -> row.path("act").asString().equals("estate.change")).findFirst().orElseThrow();
    assertThat(corrected.path("reason").asString()).contains("第 1 次").contains("现场复测");
    assertThat(corrected.path("changes")).as("nothing but what was put right").hasSize(1);
    var last = street.get(estate + "/history").body().path("items").valueStream()
        .filter(row -> row.path("kind").asString().equals("FINDING")).findFirst().orElseThrow();
    assertThat(last.path("changes").path(0).path("from").asString()).isEqualTo("700");
    assertThat(last.path("changes").path(0).path("to").asString()).isEqualTo("720");
  }

  @Test
  void theMenuGoesOutAsAWorkbookAndComesBackWholeOrNotAtAll() {
    var estate = completed();
    var sound = WorkWorkbooks.changed(bytes(street, estate + "/works.xlsx"), Map.of("W14", "55"), Map.of());
    var taken = send(street, estate + "/works.xlsx?reason=x", sound);
    assertThat(taken.body().path("changed").asInt()).as("%s", taken.body()).isEqualTo(1);
    assertThat(menuLine(estate, "W14").path("quantity").asInt()).isEqualTo(55);
    var faulty = WorkWorkbooks.changed(bytes(street, estate + "/works.xlsx"), Map.of("W14", "70", "W12", "-3", "W13", "六个"),
        Map.of("W15", "也许"));
    var refused = send(street, estate + "/works.xlsx?reason=x", faulty);
    assertThat(refused.body().path("faultCount").asInt()).as("%s", refused.body()).isEqualTo(3);
    assertThat(refused.body().path("faults")).allSatisfy(fault -> {
      assertThat(fault.path("row").asInt()).isGreaterThan(1);
      assertThat(fault.path("column").asString()).matches("[FH]");
    });
    assertThat(menuLine(estate, "W14").path("quantity").asInt()).as("nothing half").isEqualTo(55);
  }
}
