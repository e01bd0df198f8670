package org.xingfuli.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
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

/** Every field that is put right says who, when, from what to what and why, and the last word can be taken back. */
@PlatformTest
@Import(Staff.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryTest {

  @Autowired private Staff staff;
  @Autowired private Transactions transactions;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  private Browser planner;

  @BeforeAll
  void plannerAtTheDesk() {
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
  }

  private String estate() {
    var code = "H-" + UUID.randomUUID().toString().substring(0, 8);
    var answer = planner.post("/api/estates", Map.of("code", code, "name", "史" + code, "street", "320613006", "floorArea", 6000,
        "roofArea", 1200));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return "/api/estates/" + answer.body().path("id").asString();
  }

  private Browser.Answer put(String path, Object body) {
    return planner.send("PUT", path, body);
  }

  private JsonNode last(String estate) {
    return planner.get(estate + "/history").body().path("items").path(0);
  }

  private Browser.Answer undo(String estate, JsonNode deed) {
    return put(estate + "/history/" + deed.path("id").asString() + "/undone", Map.of("reason", "看错行"));
  }

  @Test
  void aCorrectionOfAnEstateIsToldFieldByFieldAndTakenBackAsANewOne() {
    var estate = estate();
    planner.patch(estate, Map.of("version", 1, "roofArea", 1300.5, "address", "工人路2号", "reason", "现场复测"));
    var told = last(estate);
    assertThat(told.path("who").asString()).contains(Role.PLANNER.words().zh());
    assertThat(told.path("reason").asString()).isEqualTo("现场复测");
    assertThat(told.path("changes")).extracting(change -> change.path("field").asString() + ":"
        + change.path("from").asString() + ">" + change.path("to").asString())
        .containsExactly("address:>工人路2号", "roofArea:1200>1300.5");
    assertThat(undo(estate, told).status()).isEqualTo(204);
    var now = planner.get(estate).body();
    assertThat(now.path("quantities").path("roofArea").asInt()).isEqualTo(1200);
    assertThat(now.path("address").isNull()).isTrue();
    var back = last(estate);
    assertThat(back.path("undoes").asString()).isEqualTo(told.path("id").asString());
    assertThat(undo(estate, back).status()).as("an undoing can be undone too").isEqualTo(204);
    assertThat(planner.get(estate).body().path("address").asString()).isEqualTo("工人路2号");
  }

  @Test
  void whatWasChangedAgainSinceIsNotTakenBack() {
    var estate = estate();
    planner.patch(estate, Map.of("version", 1, "roofArea", 1300));
    var first = last(estate);
    planner.patch(estate, Map.of("version", 2, "roofArea", 1400));
    var refused = undo(estate, first);
    assertThat(refused.code()).isEqualTo("estate.correction-superseded");
    assertThat(planner.get(estate).body().path("quantities").path("roofArea").asInt()).isEqualTo(1400);
    var registered = planner.get(estate + "/history").body().path("items").valueStream()
        .filter(row -> row.path("act").asString().equals("estate.register")).findFirst().orElseThrow();
    assertThat(undo(estate, registered).code()).isEqualTo("estate.not-undoable");
  }

  @Test
  void buildingsAndHouseholdsHaveTheirHistoryToo() {
    var estate = estate();
    var building = planner.post(estate + "/buildings",
        Map.of("number", "3", "storeys", 6, "floorArea", 2400, "stairwells", 3)).body().path("id").asString();
    put("/api/buildings/" + building, Map.of("version", 1, "number", "3甲", "storeys", 6, "floorArea", 2400,
        "stairwells", 4, "reason", "楼号以门牌为准"));
    var household = UUID.randomUUID();
    transactions.as(SystemScope.of("test"), () -> jdbc.sql("""
        insert into estate.household (id, building_id, estate_id, area, stairwell, floor, door, exclusive_area, plain,
          bigrams)
        select ?, id, estate_id, area, 2, 4, '402', 82.3, '', '{}' from estate.building where id = ?""")
        .params(household, UUID.fromString(building)).update());
    var path = "/api/households/" + household;
    assertThat(put(path, Map.of("version", 1, "exclusiveArea", 84)).code()).isEqualTo("estate.reason-missing");
    assertThat(put(path, Map.of("version", 1, "exclusiveArea", 9000, "floor", 7, "reason", "x")).body()
        .path("errors")).hasSize(2);
    assertThat(put(path, Map.of("version", 1, "exclusiveArea", 84.2, "reason", "以产权证为准")).status()).isEqualTo(204);
    var ofBuilding = planner.get(estate + "/history?building=" + building).body().path("items");
    assertThat(ofBuilding).extracting(row -> row.path("act").asString())
        .containsExactly("estate.change-household", "estate.change-building", "estate.add-building");
    assertThat(ofBuilding.path(0).path("name").asString()).endsWith("3甲号楼 2单元 402室");
    assertThat(undo(estate, ofBuilding.path(1)).status()).isEqualTo(204);
    assertThat(planner.get("/api/buildings/" + building).body().path("building").path("number").asString()).isEqualTo("3");
    assertThat(undo(estate, ofBuilding.path(0)).status()).isEqualTo(204);
    assertThat(planner.get("/api/buildings/" + building + "/households").body().path("items").path(0)
        .path("exclusiveArea").asDouble()).isEqualTo(82.3);
  }
}
