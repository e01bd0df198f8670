package org.xingfuli.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
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
import org.xingfuli.exchange.estates.EstateLine;
import org.xingfuli.exchange.estates.PlantedFaults;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;

/** What people meet over HTTP: their own estates, versions, faults with places, and the same answer for absent and forbidden. */
@PlatformTest
@Import(Staff.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EstateEndpointsTest {

  @Autowired EstateIntake intake;
  @Autowired private Staff staff;
  @Autowired private Transactions transactions;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  private final String code = "W-" + UUID.randomUUID().toString().substring(0, 8);
  private Browser planner;
  private Browser hongqiao;
  private Browser xuetian;

  @BeforeAll
  void peopleAtTheirDesks() {
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    hongqiao = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, "320613005"));
    xuetian = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, "320613006"));
  }

  private Map<String, Object> body(String suffix, String street) {
    return Map.of("code", code + suffix, "name", "新村" + code + suffix, "street", street, "floorArea", 60600,
        "roofStructures", 130, "groundStructures", 90, "roofArea", 13200);
  }

  private String registered(Browser who, String suffix, String street) {
    var answer = who.post("/api/estates", body(suffix, street));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body().path("id").asString();
  }

  @Test
  void aStreetOfficerSeesAndChangesOnlyTheEstatesOfTheStreet() {
    var id = registered(hongqiao, "a", "320613005");
    assertThat(hongqiao.get("/api/estates/" + id).body().path("quantities").path("roofStructures").asInt()).isEqualTo(130);
    var absent = xuetian.get("/api/estates/" + UUID.randomUUID());
    for (var answer : List.of(
        xuetian.get("/api/estates/" + id),
        xuetian.get("/api/estates/" + id + "/buildings"),
        xuetian.patch("/api/estates/" + id, Map.of("version", 1, "name", "别人的")),
        xuetian.post("/api/estates/" + id + "/buildings",
            Map.of("number", "1", "storeys", 6, "floorArea", 2774, "stairwells", 3)))) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo(absent.code()).isEqualTo("common.not-found");
    }
    assertThat(xuetian.get("/api/estates?query=" + code + "a").body().path("total").asInt()).isZero();
    assertThat(hongqiao.get("/api/estates?query=" + code + "a").body().path("total").asInt()).isEqualTo(1);
    assertThat(xuetian.post("/api/estates", body("x", "320613005")).code()).isEqualTo("estate.outside-scope");
  }

  @Test
  void whoSawAnOlderVersionIsToldTheCurrentOne() {
    var id = registered(planner, "b", "320613005");
    var first = planner.patch("/api/estates/" + id, Map.of("version", 1, "address", "工人路2号"));
    assertThat(first.status()).as("%s", first.body()).isEqualTo(200);
    assertThat(first.body().path("version").asInt()).isEqualTo(2);
    var second = hongqiao.patch("/api/estates/" + id, Map.of("version", 1, "address", "工人路3号"));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("estate.version-conflict");
    assertThat(second.body().path("values").path("current").asInt()).isEqualTo(2);
    assertThat(planner.patch("/api/estates/" + id, Map.of("address", "x")).code()).isEqualTo("common.version-missing");
  }

  @Test
  void everythingWrongWithAnEstateIsToldAtOnce() {
    var answer = planner.post("/api/estates", Map.of("code", "坏 码", "name", "", "street", "999999999", "builtFrom", 1990,
        "builtTo", 1980, "floorArea", -1));
    assertThat(answer.status()).isIn(400, 422);
    assertThat(answer.body().path("errors")).extracting(error -> error.path("pointer").asString())
        .contains("/code", "/name", "/street", "/builtTo", "/floorArea");
  }

  @Test
  void aCodeIsTakenWithinItsStreetOnlyAndOtherStreetsAreNotTold() {
    registered(hongqiao, "c", "320613005");
    assertThat(hongqiao.post("/api/estates", body("c", "320613005")).code()).isEqualTo("estate.code-taken");
    registered(xuetian, "c", "320613006");
  }

  @Test
  void aBuildingComesWithItsStairwellsAndIsCounted() {
    var id = registered(planner, "d", "320613006");
    var building = Map.of("number", "12甲", "storeys", 6, "builtYear", 1990, "floorArea", 2774, "stairwells", 3);
    var added = planner.post("/api/estates/" + id + "/buildings", building);
    assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
    assertThat(planner.post("/api/estates/" + id + "/buildings", building).code()).isEqualTo("estate.building-number-taken");
    assertThat(planner.post("/api/estates/" + id + "/buildings", Map.of("number", "2")).body().path("errors").size()).isEqualTo(3);
    var estate = planner.get("/api/estates/" + id).body();
    assertThat(estate.path("buildings").asInt()).isEqualTo(1);
    assertThat(estate.path("quantities").path("stairwells").asInt()).isEqualTo(3);
    assertThat(estate.path("version").asInt()).isEqualTo(2);
    var households = planner.get("/api/buildings/" + added.body().path("id").asString() + "/households");
    assertThat(households.body().path("total").asInt()).isZero();
  }

  @Test
  void whatWasFilledInByMistakeCanBeEmptiedAndTheClassGivenBackToTheRule() {
    staff.community("320613005001", "虹桥社区");
    var id = registered(planner, "e", "320613005");
    planner.patch("/api/estates/" + id, Map.of("version", 1, "community", "320613005001", "address", "工人路2号",
        "builtFrom", 1985, "builtTo", 1990, "sizeClass", "SMALL_AND_EASY"));
    var emptied = planner.patch("/api/estates/" + id, Map.of("version", 2,
        "clear", List.of("COMMUNITY", "ADDRESS", "BUILT_FROM", "BUILT_TO", "SIZE_CLASS")));
    assertThat(emptied.status()).as("%s", emptied.body()).isEqualTo(200);
    var estate = planner.get("/api/estates/" + id).body();
    for (var field : List.of("community", "address", "builtFrom", "builtTo")) {
      assertThat(estate.path(field).isNull()).as(field).isTrue();
    }
    assertThat(estate.path("sizeClassChosen").asBoolean()).isFalse();
    assertThat(estate.path("sizeClass").asString()).isEqualTo("REGULAR");
  }

  private String built(String estate, String number, int stairwells) {
    var answer = planner.post("/api/estates/" + estate + "/buildings", Map.of("number", number, "storeys", 6,
        "builtYear", 1990, "floorArea", 2774, "stairwells", stairwells));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body().path("id").asString();
  }

  private static Map<String, Object> corrected(int version, String number, int stairwells) {
    return Map.of("version", version, "number", number, "storeys", 5, "floorArea", 2500, "stairwells", stairwells,
        "pitchedRoof", true);
  }

  @Test
  void aBuildingEnteredByMistakeIsCorrectedOrRemovedAndTheAuditKeepsWhatItWas() {
    var id = registered(planner, "g", "320613005");
    var building = built(id, "1", 3);
    built(id, "2", 2);
    var path = "/api/buildings/" + building;
    assertThat(planner.send("PUT", path, corrected(1, "2", 4)).code()).isEqualTo("estate.building-number-taken");
    assertThat(xuetian.send("PUT", path, corrected(1, "3", 4)).status()).isEqualTo(404);
    assertThat(xuetian.delete(path).status()).isEqualTo(404);
    var put = planner.send("PUT", path, corrected(1, "3", 4));
    assertThat(put.status()).as("%s", put.body()).isEqualTo(200);
    assertThat(put.body().path("version").asInt()).isEqualTo(2);
    assertThat(put.body().path("builtYear").isNull()).isTrue();
    assertThat(planner.send("PUT", path, corrected(1, "3", 4)).code()).isEqualTo("estate.building-version-conflict");
    var estate = planner.get("/api/estates/" + id).body();
    assertThat(estate.path("quantities").path("stairwells").asInt()).isEqualTo(6);
    assertThat(planner.get("/api/search?q=" + code + "g%203").body()).extracting(hit -> hit.path("id").asString())
        .contains(building);

    assertThat(planner.delete(path).status()).isEqualTo(204);
    assertThat(planner.get("/api/estates/" + id + "/buildings").body()).hasSize(1);
    assertThat(planner.get("/api/estates/" + id).body().path("buildings").asInt()).isEqualTo(1);
    var kept = transactions.as(SystemScope.of("test"), () -> jdbc.sql("""
        select facts::jsonb ->> 'number' || ' ' || (facts::jsonb ->> 'floorArea') from audit.entry
        where act = 'estate.remove-building' and subject_id = ?::uuid""").param(building).query(String.class).single());
    assertThat(kept).startsWith("3 2500");
  }

  @Test
  void aBuildingPeopleLiveInIsNotRemovedNorLosesTheStairwellTheyUse() {
    var id = registered(planner, "h", "320613005");
    var building = built(id, "1", 3);
    transactions.run(SystemScope.of("test"), () -> jdbc.sql("""
        insert into estate.household (id, building_id, estate_id, area, stairwell, floor, door, exclusive_area, plain,
          bigrams)
        values (gen_random_uuid(), ?::uuid, ?::uuid, '320613005', 3, 2, '201', 82, 'x', '{x}')""")
        .params(building, id).update());
    var removed = planner.delete("/api/buildings/" + building);
    assertThat(removed.status()).isEqualTo(409);
    assertThat(removed.code()).isEqualTo("estate.building-has-households");
    assertThat(removed.body().path("maybe").asString()).isNotBlank();
    assertThat(planner.send("PUT", "/api/buildings/" + building, corrected(1, "1", 2)).code())
        .isEqualTo("estate.stairwell-has-households");
    assertThat(planner.send("PUT", "/api/buildings/" + building, corrected(1, "1", 3)).status()).isEqualTo(200);
  }

  @Test
  void theWorkbookHoldsWhatTheListWasNarrowedTo() {
    registered(planner, "m1", "320613005");
    registered(planner, "m2", "320613006");
    registered(planner, "n", "320613005");
    var both = planner.read("/api/estates/export?street=320613005&query=" + code + "m").text();
    assertThat(both).contains(code + "m1").doesNotContain(code + "m2").doesNotContain(code + "n");
  }

  @Test
  void aMissingFieldIsCalledByItsNameAndNotByItsPlace() {
    var id = registered(planner, "q", "320613005");
    var fault = planner.post("/api/estates/" + id + "/buildings",
        Map.of("number", "2", "storeys", 6, "stairwells", 3)).body().at("/errors/0");
    assertThat(fault.path("pointer").asString()).isEqualTo("/floorArea");
    assertThat(fault.path("message").asString()).isEqualTo("“建筑面积”必须填写。");
    assertThat(fault.path("messageEn").asString()).contains("Floor area").doesNotContain("/");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    for (int i = 0; i < 5; i++) {
      registered(planner, "p" + i, "320613005");
    }
    var query = "/api/estates?limit=2&query=" + code + "p";
    var first = planner.get(query).body();
    var second = planner.get(query + "&cursor=" + first.path("next").asString()).body();
    var third = planner.get(query + "&cursor=" + second.path("next").asString()).body();
    assertThat(first.path("total").asInt()).isEqualTo(5);
    assertThat(third.path("next").isNull()).isTrue();
    assertThat(List.of(first, second, third).stream().flatMap(page -> page.path("items").valueStream())
        .map(row -> row.path("code").asString()).distinct()).hasSize(5);
    assertThat(planner.get("/api/estates?cursor=nonsense").code()).isEqualTo("common.bad-cursor");
  }

  @Test
  void aWorkbookIsUploadedCheckedAndItsFaultsAreGivenBack() throws Exception {
    staff.community("320613005001", "虹桥社区");
    staff.community("320613006001", "学田社区");
    var answer = hongqiao.send(upload(PlantedFaults.workbook()));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
    var path = "/api/estate-imports/" + answer.body().path("id").asString();
    var found = hongqiao.get(path).body();
    for (int tries = 0; tries < 200 && found.path("state").asString().equals("CHECKING"); tries++) {
      Thread.sleep(50);
      found = hongqiao.get(path).body();
    }
    assertThat(found.path("state").asString()).isEqualTo("FAULTY");
    assertThat(found.path("faults").size()).isEqualTo(PlantedFaults.PLANTED.size()).isGreaterThanOrEqualTo(30);
    assertThat(hongqiao.get(path + "/faults.xlsx").response().body()).startsWith("PK");
    assertThat(hongqiao.post(path + "/adopt", Map.of()).code()).isEqualTo("estate.import-not-ready");
    assertThat(xuetian.get(path).status()).isEqualTo(404);
    assertThat(xuetian.get(path + "/faults.xlsx").status()).isEqualTo(404);
    assertThat(xuetian.delete(path).status()).isEqualTo(404);
    assertThat(hongqiao.get("/api/estate-imports").body()).extracting(row -> row.path("id").asString())
        .contains(answer.body().path("id").asString());
    for (var who : List.of(hongqiao, xuetian, planner)) {
      assertThat(who.rows("/api/estate-imports.xlsx")).extracting(List::getFirst).containsExactlyElementsOf(
          who.get("/api/estate-imports").body().valueStream().map(row -> row.path("fileName").asString()).toList());
    }
    assertThat(hongqiao.rows("/api/estate-imports.xlsx")).anySatisfy(row -> assertThat(row).contains("x.xlsx", "有问题"));
    assertThat(hongqiao.get("/api/estate-imports/template").response().body()).startsWith("PK");
    assertThat(hongqiao.get("/api/estates/export").response().body()).startsWith("PK");
  }

  private HttpRequest upload(byte[] file) throws IOException {
    var boundary = "----xingfuli";
    var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.xlsx\"\r\n"
        + "Content-Type: application/octet-stream\r\n\r\n";
    var body = BodyPublishers.concat(BodyPublishers.ofString(head), BodyPublishers.ofByteArray(file),
        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n", StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(hongqiao.at("/api/estate-imports").toString()))
        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .header("X-XSRF-TOKEN", hongqiao.cookie("XSRF-TOKEN").orElseThrow().getValue())
        .POST(body)
        .build();
  }

  @Test
  void whatASearchFindsIsListedToTheEndHoweverMuchItIs() {
    var word = "众里" + UUID.randomUUID().toString().substring(0, 6);
    var zero = BigDecimal.ZERO;
    var many = IntStream.range(0, 620).mapToObj(n -> new EstateLine(0, word + n, word + n + "号院",
        n % 31 == 0 ? "320613006" : "320613005", null, null, null, null, new BigDecimal(900), null, 1, 1, zero, zero, zero, zero,
        1, 1, zero)).toList();
    transactions.run(SystemScope.of("test"), () -> intake.take(many, List.of(), List.of()));
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = planner.get("/api/estates?limit=200&query=" + word + cursor).body();
      assertThat(page.path("total").asInt()).isEqualTo(620);
      page.path("items").forEach(row -> seen.add(row.path("name").asString()));
      cursor = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
    } while (!cursor.isEmpty());
    assertThat(seen).doesNotHaveDuplicates().hasSize(620);
    assertThat(planner.get("/api/estates?street=320613006&query=" + word).body().path("total").asInt())
        .as("a street's are counted among all that was found").isEqualTo(20);
    assertThat(xuetian.get("/api/estates?query=" + word).body().path("total").asInt()).isEqualTo(20);
    assertThat(planner.rows("/api/estates.xlsx?query=" + word)).hasSize(620);
  }
}
