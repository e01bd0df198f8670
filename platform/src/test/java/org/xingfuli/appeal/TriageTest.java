package org.xingfuli.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import org.xingfuli.access.AppealObjects;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.access.UtilityObjects;
import org.xingfuli.appeal.flow.HotMatters;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.People;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.identity.UtilityService;
import tools.jackson.databind.JsonNode;

/** Triage in the platform: it learns from the clerks, says why, sees what comes again, and tells the command what many write about. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class, UtilityObjects.class})
class TriageTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired AppealObjects objects;
  @Autowired UtilityObjects utilities;
  @Autowired HotMatters matters;
  @Autowired People people;
  @Autowired JdbcClient jdbc;

  private Browser clerk;

  @BeforeEach
  void aClerkAtTheDesk() {
    clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
    world.system(() -> jdbc.sql("update appeal.routing_choice set model_id = null").update());
  }

  private JsonNode appeal(UUID id) {
    return clerk.get("/api/appeals/" + id).body();
  }

  private UUID said(String title, String words) {
    var body = new HashMap<>(objects.registration(Place.OWN));
    body.put("title", title);
    body.put("words", words);
    var answer = clerk.post("/api/appeals", body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return UUID.fromString(answer.body().path("id").asString());
  }

  private void corrected(UUID id, String classCode) {
    var answer = clerk.post("/api/appeals/" + id + "/correct", Map.of("version", appeal(id).path("version").asInt(), "classCode", classCode));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  @Test
  void aModelIsLearntFromWhatPeopleSaidAndAnyVersionCanBeAskedAgain() {
    // Words of their own that no rule of the first day knows.
    for (int n = 0; n < 22; n++) {
      corrected(said("紫藤花架" + n, "紫藤花架的木条朽了，第" + n + "根快掉下来"), "GREENING");
      corrected(said("铁皮信报箱" + n, "铁皮信报箱锁坏了，第" + n + "格打不开"), "PROPERTY");
    }
    var probe = said("紫藤花架歪了", "紫藤花架的木条朽了一排");
    assertThat(appeal(probe).at("/suggestion/source").asString()).isEqualTo("rules");
    var learnt = clerk.post("/api/appeals/routing/models", Map.of());
    assertThat(learnt.status()).as("%s", learnt.body()).isEqualTo(200);
    var model = learnt.body().at("/models/0");
    assertThat(model.path("rows").asInt()).isGreaterThanOrEqualTo(44);
    assertThat(model.path("version").asString()).hasSize(12);
    var suggestion = appeal(probe).at("/suggestion");
    assertThat(suggestion.path("source").asString()).isEqualTo("model:" + model.path("version").asString());
    assertThat(suggestion.at("/classes/0/code").asString()).isEqualTo("GREENING");
    assertThat(suggestion.path("reasons").valueStream().map(reason -> reason.path("words").asString())).as("by its words")
        .anyMatch(words -> "紫藤花架的木条".contains(words));
    var rules = clerk.post("/api/appeals/routing/choice", new HashMap<>());
    assertThat(rules.body().path("chosen").isNull()).isTrue();
    assertThat(appeal(probe).at("/suggestion/source").asString()).isEqualTo("rules");
    var again = clerk.post("/api/appeals/routing/choice", Map.of("model", model.path("id").asString()));
    assertThat(again.body().path("chosen").asString()).isEqualTo(model.path("id").asString());
    assertThat(clerk.post("/api/appeals/routing/choice", Map.of("model", UUID.randomUUID())).status()).isEqualTo(404);
    var same = clerk.post("/api/appeals/routing/models", Map.of()).body().at("/models/0/version").asString();
    assertThat(same).as("the same rows make the same model").isEqualTo(model.path("version").asString());
  }

  @Test
  void onlyWhoKeepsTheRulesLearns() {
    var street = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET));
    assertThat(street.post("/api/appeals/routing/models", Map.of()).status()).isEqualTo(403);
    assertThat(street.get("/api/appeals/routing").status()).isEqualTo(403);
  }

  @Test
  void whatIsSentAgainAndWhatIsTheSameMatterIsSeenWithItsReasons() {
    var words = "小区东门口夜里总有大货车停着不熄火，柴油味飘进楼里，老人孩子咳嗽，已经说了三次没人管";
    var first = said("东门大货车夜里不熄火", words);
    var again = said("东门大货车夜里不熄火", words + "！");
    var other = said("东门口大货车整夜不熄火有柴油味", "请管管东门口的大货车，整夜不熄火，窗户不敢开");
    said("楼道灯", "三单元楼道灯不亮，晚上看不见");
    var like = clerk.get("/api/appeals/" + first + "/similar").body();
    var byId = new HashMap<String, JsonNode>();
    like.forEach(one -> byId.put(one.at("/row/id").asString(), one));
    assertThat(byId.get(again.toString()).path("again").asBoolean()).isTrue();
    assertThat(byId.get(other.toString()).path("again").asBoolean()).isFalse();
    assertThat(byId.get(other.toString()).path("reasons").valueStream().map(JsonNode::asString)).anyMatch(reason -> reason.startsWith("words:"));
    assertThat(like.toString()).doesNotContain("楼道灯不亮");
  }

  @Test
  void nobodySeesALikeAppealOutOfReach() {
    var words = "河对岸新开的石材厂切割声太大，白灰落在晾的衣服上，想请环保来测一测";
    var here = said("石材厂切割声白灰", words);
    var there = objects.received(Place.OTHER, words, "13700000099");
    assertThat(clerk.get("/api/appeals/" + here + "/similar").body().toString()).contains(there.toString());
    var street = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET));
    var seen = street.get("/api/appeals/" + here + "/similar");
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.body().toString()).doesNotContain(there.toString());
    assertThat(street.get("/api/appeals/" + there + "/similar").status()).isEqualTo(404);
  }

  @Test
  void manyAppealsOfAWeekRaiseOneMatterToTheCommandAndLaterOnesJoinIt() {
    var mark = UUID.randomUUID().toString().substring(0, 4);
    for (int n = 0; n < HotMatters.RAISED_AT; n++) {
      said("观音桥泵站" + mark + "停运积水", "观音桥泵站" + mark + "停运，地下车库积水到脚面，第" + n + "户");
    }
    matters.watch();
    var raised = raised(mark);
    assertThat(raised).hasSize(1);
    assertThat(raised.getFirst().path("inSight")).hasSize(HotMatters.RAISED_AT);
    said("观音桥泵站" + mark + "停运积水又涨了", "观音桥泵站" + mark + "停运，水又涨了");
    matters.watch();
    assertThat(raised(mark)).as("one matter stays one").hasSize(1);
    assertThat(raised(mark).getFirst().path("inSight")).hasSize(HotMatters.RAISED_AT + 1);
    var commander = new Browser(port).signedIn(staff.withRole(Role.COMMANDER, MatrixWorld.DISTRICT));
    var id = raised.getFirst().path("id").asString();
    assertThat(commander.post("/api/appeals/matters/" + id + "/settle", Map.of("words", "已责成排水公司今晚抢通")).status()).isEqualTo(204);
    assertThat(raised(mark).getFirst().path("settledWords").asString()).contains("抢通");
    var topic = clerk.get("/api/appeals/topics?days=31").body().path("topics").valueStream()
        .filter(one -> one.path("title").asString().contains(mark)).findFirst().orElseThrow();
    assertThat(topic.path("size").asInt()).isEqualTo(HotMatters.RAISED_AT + 1);
    assertThat(topic.path("perDay")).hasSize(31);
    assertThat(topic.at("/places/0/estateId").asString()).isEqualTo(world.estate(Place.OWN).toString());
  }

  @Test
  void aFirmSeesNoTopicOfAppealsThatAreNotItsOwn() {
    var mark = UUID.randomUUID().toString().substring(0, 4);
    var ids = new ArrayList<UUID>();
    for (int n = 0; n < HotMatters.RAISED_AT; n++) {
      ids.add(said("运料河" + mark + "堤岸塌方", "运料河" + mark + "堤岸塌方，靠河的院墙裂了，第" + n + "户"));
    }
    matters.watch();
    assertThat(clerk.get("/api/appeals/topics?days=33").body().toString()).contains(mark);
    var project = staff.inProject(Role.CONTRACTOR, world.project());
    var contractor = new Browser(port).signedIn(project);
    var topics = contractor.get("/api/appeals/topics?days=33");
    assertThat(topics.status()).isEqualTo(200);
    assertThat(topics.body().toString()).doesNotContain(mark);
    var firm = people.organisationOf(project.personId()).orElseThrow();
    world.system(() -> jdbc.sql("update appeal.appeal set lead_id = ? where id = any(?)").params(firm, ids.toArray(UUID[]::new)).update());
    assertThat(contractor.get("/api/appeals/topics?days=34").body().toString()).as("its own").contains(mark);
  }

  private List<JsonNode> raised(String mark) {
    return clerk.get("/api/appeals/topics").body().path("matters").valueStream().filter(one -> one.path("title").asString().contains(mark)).toList();
  }

  @Test
  void unitsAreSuggestedWithTheirReasons() {
    var gas = utilities.officer(UtilityService.GAS);
    assertThat(gas).isNotNull();
    var units = appeal(said("煤气灶打不着火", "天然气压力不够，煤气灶打不着")).at("/suggestion/units");
    assertThat(units.at("/0/because/zh").asString()).contains("燃气");
    var ordinary = appeal(said("门口垃圾没人收", "垃圾堆了三天")).at("/suggestion/units");
    assertThat(ordinary.valueStream().map(unit -> unit.at("/because/zh").asString())).contains("诉求地点在其辖区（属地）");
  }
}
