package org.xingfuli.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.AppealObjects;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.access.UtilityObjects;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.exchange.tables.TableBook;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What 12345 and the Woodpecker platform send becomes one appeal an order: again, late, corrected, in any order. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class, UtilityObjects.class})
class SentOrdersTest {

  private static final String ORDERS = "/api/appeal-feeds/hotline-12345/orders";
  private static final String CASES = "/api/appeal-feeds/woodpecker/cases";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired UtilityObjects buildings;
  @Autowired JdbcClient jdbc;

  private Browser clerk;
  private String run;

  @BeforeEach
  void aTokenOfTheWholeDistrict() {
    clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
    run = UUID.randomUUID().toString().substring(0, 8);
  }

  private String number(int n) {
    return "12345-" + run + "-" + n;
  }

  private Map<String, Object> order(int n, int revision, String content) {
    var order = new HashMap<String, Object>();
    order.put("orderNumber", number(n));
    order.put("revision", revision);
    order.put("kind", "投诉");
    order.put("content", content);
    order.put("address", world.name(Place.OWN) + "2单元");
    order.put("receivedAt", "2022-04-19 09:30");
    order.put("caller", Map.of("name", "王女士", "phone", "1390000" + (1000 + n)));
    return order;
  }

  private JsonNode sent(Object... orders) {
    return sent(List.of(orders));
  }

  private JsonNode sent(List<?> orders) {
    var answer = clerk.post(ORDERS, Map.of("orders", orders));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static List<String> fates(JsonNode taken) {
    return taken.path("orders").valueStream().map(one -> one.path("fate").asString()).toList();
  }

  private JsonNode appeal(int n) {
    var id = world.system(() -> jdbc.sql("select id from appeal.appeal where channel = 'HOTLINE_12345' and original_number = ?")
        .param(number(n)).query(UUID.class).single());
    return clerk.get("/api/appeals/" + id).body();
  }

  @Test
  void anOrderBecomesAnAppealWhoseEstateIsReadFromItsAddress() {
    var taken = sent(order(1, 1, "楼上漏水，厨房滴了三天"));
    assertThat(fates(taken)).containsExactly("RECEIVED");
    assertThat(taken.at("/orders/0/appealNumber").asString()).startsWith("SQ-");
    var appeal = appeal(1);
    assertThat(appeal.at("/row/estateId").asString()).isEqualTo(world.estate(Place.OWN).toString());
    assertThat(appeal.at("/originalNumber").asString()).isEqualTo(number(1));
    assertThat(appeal.at("/complainant/phone").asString()).isEqualTo("139****1001");
    assertThat(appeal.at("/timeline/0/by").asString()).isEqualTo("12345热线");
    assertThat(appeal.at("/saidAt").asString()).isEqualTo("2022-04-19T01:30:00Z");
  }

  @Test
  void theBuildingIsFoundInWhateverSpelling() {
    var building = buildings.building(Place.OWN);
    world.system(() -> jdbc.sql("update estate.building set number = '87' where id = ?").param(building).update());
    sent(Map.of("orderNumber", number(2), "content", "门禁坏了", "address", world.name(Place.OWN) + " 八十七幢 3单元"));
    var appeal = appeal(2);
    assertThat(appeal.at("/row/buildingId").asString()).isEqualTo(building.toString());
    assertThat(appeal.at("/row/stairwell").asInt()).isEqualTo(3);
  }

  @Test
  void anUnknownPlaceLiesWithTheDistrictUntilAPersonKnowsBetter() {
    sent(Map.of("orderNumber", number(3), "content", "路灯不亮", "address", "某某路口往东五十米"));
    var appeal = appeal(3);
    assertThat(appeal.at("/row/area").asString()).isEqualTo(MatrixWorld.DISTRICT);
    assertThat(appeal.at("/place").asString()).isEqualTo("某某路口往东五十米");
    var street = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET));
    var id = appeal.path("id").asString();
    assertThat(street.get("/api/appeals/" + id).status()).as("nobody's street yet").isEqualTo(404);
    var moved = clerk.post("/api/appeals/" + id + "/correct",
        Map.of("version", appeal.path("version").asInt(), "place", Map.of("estateId", world.estate(Place.OWN), "place", "南门")));
    assertThat(moved.status()).as("%s", moved.body()).isEqualTo(200);
    var seen = street.get("/api/appeals/" + id).body();
    assertThat(seen.at("/row/estateId").asString()).isEqualTo(world.estate(Place.OWN).toString());
    assertThat(seen.path("timeline")).as("the timeline moves along").hasSize(2);
    assertThat(seen.path("clocks")).as("and the clocks").isNotEmpty();
  }

  /** A table of which a row belongs to an appeal and which is forgotten here would keep it from those who may read the appeal. */
  @Test
  void everyTableOfAnAppealMovesAlongWithIt() {
    var tables = world.system(() -> jdbc.sql("""
        select table_name from information_schema.columns where table_schema = 'appeal' and column_name = 'appeal_id'
        intersect select table_name from information_schema.columns where table_schema = 'appeal' and column_name = 'area'""")
        .query(String.class).list());
    tables.remove("walk_in"); // stays with the table it came to
    tables.removeAll(List.of("rating", "rated")); // the view moves with its appeal, and the database what it keeps of it
    assertThat(AppealStore.MOVES_ALONG).containsExactlyInAnyOrderElementsOf(tables);
  }

  @Test
  void whatComesAgainIsAnsweredWithTheNumberItHad() {
    var first = sent(order(4, 1, "电梯停了")).at("/orders/0/appealNumber").asString();
    var again = sent(order(4, 1, "电梯停了"), order(5, 1, "电梯又停了"));
    assertThat(fates(again)).containsExactly("KNOWN", "RECEIVED");
    assertThat(again.at("/orders/0/appealNumber").asString()).isEqualTo(first);
  }

  @Test
  void theSameRevisionWithOtherWordsIsRefusedAndChangesNothing() {
    sent(order(6, 1, "车位被占"));
    var refused = sent(order(6, 1, "充电桩坏了"));
    assertThat(fates(refused)).containsExactly("REFUSED");
    assertThat(refused.at("/orders/0/errors/0/code").asString()).isEqualTo("appeal.order-other-content");
    assertThat(appeal(6).at("/words").asString()).isEqualTo("车位被占");
  }

  @Test
  void aHigherRevisionCorrectsAndTheOldWordsStayInTheTimeline() {
    sent(order(7, 1, "一楼返水"));
    assertThat(fates(sent(order(7, 2, "二楼返水，家里没人")))).containsExactly("CORRECTED");
    var appeal = appeal(7);
    assertThat(appeal.at("/words").asString()).isEqualTo("二楼返水，家里没人");
    assertThat(appeal.at("/timeline").valueStream().map(line -> line.path("words").asString())).contains("更正前：一楼返水");
    assertThat(fates(sent(order(7, 1, "一楼返水")))).as("late").containsExactly("KNOWN");
    assertThat(appeal(7).at("/words").asString()).isEqualTo("二楼返水，家里没人");
  }

  @Test
  void aCorrectionThatSmellsGasMakesItAnEmergencyWithItsOwnClock() {
    sent(order(8, 1, "厨房有味道"));
    var before = appeal(8).at("/row/due/at").asString();
    sent(order(8, 2, "厨房燃气泄漏，味道很重"));
    assertThat(appeal(8).at("/row/urgency").asString()).isEqualTo("EMERGENCY");
    assertThat(appeal(8).at("/clocks").valueStream().filter(clock -> clock.path("step").asString().equals("REPLY"))
        .map(clock -> clock.path("course").asString())).as("one stopped, one running").hasSize(2);
    assertThat(before).isNotEmpty();
  }

  @Test
  void whatAPersonHasCorrectedStaysAsThePersonLeftIt() {
    sent(order(9, 1, "噪音扰民"));
    var appeal = appeal(9);
    clerk.post("/api/appeals/" + appeal.path("id").asString() + "/correct",
        Map.of("version", appeal.path("version").asInt(), "title", "夜间施工噪音", "kind", "HELP"));
    sent(order(9, 2, "噪音扰民，每晚十一点以后"));
    var now = appeal(9);
    assertThat(now.at("/row/title").asString()).isEqualTo("夜间施工噪音");
    assertThat(now.at("/row/kind").asString()).isEqualTo("HELP");
    assertThat(now.at("/words").asString()).endsWith("每晚十一点以后");
  }

  @Test
  void aClerkMayHaveTypedTheOrderBeforeItIsSent() {
    var typed = clerk.post("/api/appeals", Map.of("channel", "HOTLINE_12345", "originalNumber", number(10), "kind", "COMPLAINT",
        "words", "楼道堆物", "estateId", world.estate(Place.OWN)));
    var sent = sent(order(10, 1, "楼道堆满杂物"));
    assertThat(fates(sent)).containsExactly("KNOWN");
    assertThat(sent.at("/orders/0/appealNumber").asString()).isEqualTo(typed.body().path("number").asString());
    assertThat(fates(sent(order(10, 2, "楼道堆满杂物，消防门打不开")))).containsExactly("CORRECTED");
  }

  @Test
  void oneBadOrderKeepsNoneOfTheOthersBackAndTellsAllThatIsWrong() {
    var bad = order(11, 1, "");
    bad.put("kind", "抱怨");
    bad.put("receivedAt", "昨天下午");
    bad.put("caller", Map.of("phone", "不详"));
    var taken = sent(order(12, 1, "垃圾没人收"), bad, order(13, 1, "绿化被毁"));
    assertThat(fates(taken)).containsExactly("RECEIVED", "REFUSED", "RECEIVED");
    assertThat(taken.at("/orders/1/errors").valueStream().map(error -> error.path("pointer").asString()))
        .contains("/kind", "/receivedAt");
    var empty = order(14, 0, " ");
    empty.put("classCode", "NO_SUCH");
    assertThat(sent(empty).at("/orders/0/errors").valueStream().map(error -> error.path("pointer").asString()))
        .containsExactlyInAnyOrder("/revision", "/words", "/classCode");
  }

  @Test
  void theSameOrdersShuffledDoubledAndDelayedLeaveTheSameAppeals() {
    var seed = System.nanoTime();
    var random = new Random(seed);
    var clean = IntStream.range(0, 40).boxed()
        .flatMap(n -> IntStream.rangeClosed(1, 1 + n % 3).mapToObj(revision -> order(100 + n, revision, "第" + revision + "次说：井盖" + n + "松动")))
        .toList();
    var messy = new ArrayList<Map<String, Object>>();
    clean.forEach(order -> Collections.addAll(messy, again(order), again(order), again(order)));
    Collections.shuffle(messy, random);
    clean.forEach(order -> order.put("orderNumber", "c" + order.get("orderNumber")));
    for (int at = 0; at < clean.size(); at += 7) {
      sent(clean.subList(at, Math.min(clean.size(), at + 7)));
    }
    for (int at = 0; at < messy.size(); at += 11) {
      sent(messy.subList(at, Math.min(messy.size(), at + 11)));
    }
    assertThat(state("12345-" + run)).as("seed %d", seed).isEqualTo(state("c12345-" + run)).hasSize(40);
  }

  private static Map<String, Object> again(Map<String, Object> order) {
    return new HashMap<>(order);
  }

  /** What stands of a run's orders, without what differs by nature: ids, our numbers and moments. */
  private List<String> state(String prefix) {
    return world.system(() -> jdbc.sql("""
            select concat_ws('|', substr(a.original_number, length(:prefix) + 1), a.words, a.title, a.kind, a.urgency, a.state, a.area,
              a.estate_id, a.building_id, a.place, a.said_at, o.revision, c.name, c.phone)
            from appeal.appeal a join appeal.sent_order o on o.appeal_id = a.id join appeal.complainant c on c.appeal_id = a.id
            where starts_with(a.original_number, :prefix) and a.channel = 'HOTLINE_12345' and split_part(a.original_number, '-', 3)::integer >= 100
            order by 1""").param("prefix", prefix).query(String.class).list());
  }

  @Test
  void aBatchOfOneOrderInAllItsRevisionsEndsWithTheHighest() {
    assertThat(fates(sent(order(20, 3, "丙"), order(20, 1, "甲"), order(20, 2, "乙")))).containsExactly("RECEIVED", "KNOWN", "KNOWN");
    assertThat(appeal(20).at("/words").asString()).isEqualTo("丙");
  }

  @Test
  void onlyTheWholeDistrictSendsOrders() {
    var street = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET));
    assertThat(street.post(ORDERS, Map.of("orders", List.of(order(30, 1, "井盖松动")))).code()).isEqualTo("appeal.orders-district");
  }

  @Test
  void theHotlineLearnsWhereItsOrderStands() {
    sent(order(40, 1, "管道堵了"));
    var standing = clerk.get(ORDERS + "/" + number(40)).body();
    assertThat(standing.path("state").asString()).isEqualTo("RECEIVED");
    assertThat(standing.path("dueAt").asString()).isNotEmpty();
    assertThat(standing.path("reply").isNull()).isTrue();
    assertThat(clerk.get(ORDERS + "/nothing-of-ours").status()).isEqualTo(404);
  }

  @Test
  void aWoodpeckerCaseIsAReportWithItsPhotosNamed() {
    var found = Map.of("caseNumber", "ZMN-" + run, "description", "河边护栏缺一段", "address", world.name(Place.OWN) + "东侧",
        "foundAt", "2022-04-19T16:00:00+08:00", "photos", List.of("https://example.org/1.jpg"), "finder", Map.of("phone", "13900007777"));
    var taken = clerk.post(CASES, Map.of("cases", List.of(found, found))).body();
    assertThat(fates(taken)).containsExactly("RECEIVED", "KNOWN");
    assertThat(clerk.get(CASES + "/ZMN-" + run).body().path("appealNumber").asString()).startsWith("SQ-");
    assertThat(clerk.get(ORDERS + "/ZMN-" + run).status()).as("a number belongs to its channel").isEqualTo(404);
  }

  @Test
  void aWorkbookIsTakenInWholeOrNotAtAll() throws Exception {
    var heads = List.of("工单编号", "诉求类型", "诉求内容", "地址", "联系电话");
    var good = book(heads, List.of(number(50), "投诉", "楼道灯坏了", world.name(Place.OWN), "13900005050"),
        List.of(number(51), "咨询", "什么时候停水", "", ""));
    var bad = book(heads, List.of(number(52), "投诉", "漏水", "", ""), List.of(number(53), "吐槽", "漏水", "", "12"));
    var refused = upload(bad);
    assertThat(refused.path("faults").valueStream().map(fault -> fault.path("row").asInt() + " " + fault.path("code").asString()))
        .containsExactlyInAnyOrder("3 appeal.order-word", "3 appeal.phone");
    assertThat(refused.toString()).doesNotContain("\"12\"");
    assertThat(world.system(() -> jdbc.sql("select count(*) from appeal.appeal where original_number = ?").param(number(52))
        .query(Long.class).single())).isZero();
    assertThat(upload(good).path("received").asInt()).isEqualTo(2);
    assertThat(upload(good).path("known").asInt()).isEqualTo(2);
    assertThat(appeal(50).at("/row/estateId").asString()).isEqualTo(world.estate(Place.OWN).toString());
  }

  @Test
  void theTemplateCanBeFilledIn() {
    var file = clerk.bytes("/api/appeal-feeds/hotline-12345/workbook-template");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isNotEmpty();
  }

  private JsonNode upload(byte[] file) {
    var answer = clerk.upload("/api/appeal-feeds/hotline-12345/workbook", null, List.of(file), UUID.randomUUID().toString());
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  @SafeVarargs
  private static byte[] book(List<String> heads, List<String>... rows) throws Exception {
    var out = new ByteArrayOutputStream();
    var lines = Stream.of(rows).map(row -> row.stream().<Object>map(cell -> cell.isEmpty() ? null : cell).toList()).toList();
    TableBook.write(
        List.of(new TableBook.Table("工单", heads, lines)), out);
    return out.toByteArray();
  }

  @Test
  void theSchemaNamesTheFieldsThatAreRead() throws Exception {
    for (var feed : List.of("hotline-12345", "woodpecker")) {
      var served = clerk.get("/api/appeal-feeds/" + feed + "/schema").body();
      assertThat(served).isEqualTo(JsonMapper.builder().build().readTree(
          new ClassPathResource("feeds/" + feed + ".schema.json").getInputStream()));
    }
    var contract = JsonMapper.builder().build().readTree(Path.of("openapi.json").toFile()).at("/components/schemas");
    var schema = clerk.get("/api/appeal-feeds/hotline-12345/schema").body();
    assertThat(names(schema.at("/$defs/order/properties"))).isEqualTo(names(contract.at("/HotlineOrder/properties")));
    assertThat(names(schema.at("/$defs/order/properties/caller/properties"))).isEqualTo(names(contract.at("/HotlineCaller/properties")));
    var cases = clerk.get("/api/appeal-feeds/woodpecker/schema").body();
    assertThat(names(cases.at("/$defs/case/properties"))).isEqualTo(names(contract.at("/WoodpeckerCase/properties")));
  }

  private static List<String> names(JsonNode properties) {
    return properties.propertyNames().stream().sorted().toList();
  }
}
