package org.xingfuli.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import tools.jackson.databind.JsonNode;

/** The dispatcher's desk: many answered at once, each by itself; templates, views of the inbox, and the board. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class, UtilityObjects.class})
class DispatcherDeskTest {

  private static final String WORDS = "您反映的{地点}“{标题}”（{编号}）已由{承办单位}核实。";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired AppealObjects objects;
  @Autowired JdbcClient jdbc;

  private Browser street;
  private Browser clerk;

  @BeforeEach
  void aStreetAndAClerk() {
    street = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET));
    clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
  }

  private JsonNode appeal(UUID id) {
    return clerk.get("/api/appeals/" + id).body();
  }

  private List<JsonNode> drafts(List<UUID> ids, String words, String outcome) {
    var answer = street.post("/api/appeals/answers/preview", Map.of("ids", ids, "words", words, "outcome", outcome, "paper", "答复函 7 号"));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body().valueStream().toList();
  }

  @Test
  void eachOfManyIsAnsweredInItsOwnWordsAndOneRefusedKeepsNoneBack() {
    var one = objects.appeal(Place.OWN, AppealState.HANDLING);
    var other = objects.appeal(Place.STREET, AppealState.HANDLING);
    var early = objects.appeal(Place.OWN, AppealState.ACCEPTED);
    var drafts = drafts(List.of(one, other, early), WORDS, "EXPLAINED");
    assertThat(drafts).hasSize(3);
    for (var draft : drafts) {
      assertThat(draft.path("words").asString()).contains(draft.path("number").asString()).contains(" 11 幢 4 单元").doesNotContain("502");
      assertThat(draft.path("problem").isNull()).as("%s", draft).isEqualTo(!draft.path("id").asString().equals(early.toString()));
    }
    var sent = street.post("/api/appeals/answers", Map.of("outcome", "EXPLAINED", "paper", "答复函 7 号", "cases", drafts.stream()
        .map(draft -> Map.of("id", draft.path("id").asString(), "words", draft.path("words").asString())).toList()));
    assertThat(sent.status()).as("%s", sent.body()).isEqualTo(200);
    assertThat(sent.body().valueStream().map(result -> result.path("done").asBoolean()).toList()).containsExactlyInAnyOrder(true, true, false);
    assertThat(appeal(early).at("/row/state").asString()).isEqualTo("ACCEPTED");
    for (var id : List.of(one, other)) {
      var appeal = appeal(id);
      assertThat(appeal.at("/row/state").asString()).isEqualTo("REPLIED");
      assertThat(appeal.at("/replies/0/words").asString()).contains(appeal.at("/row/number").asString());
      assertThat(appeal.at("/replies/0/signer").asString()).isNotBlank();
      assertThat(appeal.at("/replies/0/proofs/0/kind").asString()).isEqualTo("PAPER");
    }
  }

  @Test
  void theRulesOfASingleReplyHoldForMany() {
    var one = objects.appeal(Place.OWN, AppealState.HANDLING);
    assertThat(drafts(List.of(one), WORDS, "RESOLVED").getFirst().at("/problem/code").asString()).as("a paper does not show that it is so")
        .isEqualTo("appeal.proof-not-seen");
    var elsewhere = objects.appeal(Place.OTHER, AppealState.HANDLING);
    assertThat(drafts(List.of(elsewhere), WORDS, "EXPLAINED")).as("out of reach").isEmpty();
    var sent = street.post("/api/appeals/answers", Map.of("outcome", "RESOLVED", "paper", "答复函 7 号", "cases",
        List.of(Map.of("id", one, "words", "好了"), Map.of("id", elsewhere, "words", "好了"))));
    assertThat(sent.body().valueStream().map(result -> result.at("/problem/code").asString()).toList())
        .containsExactly("appeal.proof-not-seen", "common.not-found");
    assertThat(appeal(one).at("/row/state").asString()).isEqualTo("HANDLING");
    var unfilled = drafts(List.of(one), "{类别}类事项已转办", "EXPLAINED").getFirst();
    if (appeal(one).at("/row/classCode").isNull()) {
      assertThat(unfilled.at("/problem/code").asString()).isEqualTo("appeal.template-unfilled");
    }
    assertThat(street.post("/api/appeals/answers", Map.of("outcome", "EXPLAINED", "paper", "答复函 7 号", "cases",
        List.of(Map.of("id", one, "words", "{承办单位}已处理")))).body().at("/0/problem/code").asString()).isEqualTo("appeal.template-unfilled");
  }

  @Test
  void thoseMergedIntoOneAreAnsweredUnderTheirOwnNumbers() {
    var lead = objects.appeal(Place.OWN, AppealState.HANDLING);
    var member = objects.appeal(Place.OWN, AppealState.HANDLING);
    assertThat(clerk.post("/api/appeals/" + lead + "/merge", Map.of("others", List.of(member))).status()).isEqualTo(200);
    var draft = drafts(List.of(lead), WORDS, "EXPLAINED").getFirst();
    var members = new HashMap<String, String>();
    draft.path("members").valueStream().forEach(one -> members.put(one.path("id").asString(), one.path("words").asString()));
    assertThat(members).containsOnlyKeys(member.toString());
    street.post("/api/appeals/answers", Map.of("outcome", "EXPLAINED", "paper", "答复函 7 号", "cases",
        List.of(Map.of("id", lead, "words", draft.path("words").asString(), "members", members))));
    for (var id : List.of(lead, member)) {
      var appeal = appeal(id);
      assertThat(appeal.at("/row/state").asString()).isEqualTo("REPLIED");
      assertThat(appeal.at("/replies/0/words").asString()).contains(appeal.at("/row/number").asString()).contains("已由");
    }
  }

  @Test
  void oneMergedFromAnotherEstateIsAnsweredAtItsOwnPlaceByTheSameUnit() {
    var lead = objects.appeal(Place.OWN, AppealState.HANDLING);
    var member = objects.appeal(Place.STREET, AppealState.ACCEPTED);
    assertThat(clerk.post("/api/appeals/" + lead + "/merge", Map.of("others", List.of(member))).status()).isEqualTo(200);
    var draft = drafts(List.of(lead), "{地点}由{承办单位}处理", "EXPLAINED").getFirst();
    var unit = appeal(lead).at("/row/leadName").asString();
    for (var one : List.of(draft, draft.at("/members/0"))) {
      var estate = appeal(UUID.fromString(one.path("id").asString())).at("/row/estateName").asString();
      assertThat(estate).isNotEmpty();
      assertThat(one.path("words").asString()).startsWith(estate).contains("由" + unit + "处理");
    }
    assertThat(draft.at("/members/0/id").asString()).isEqualTo(member.toString());
  }

  @Test
  void aTemplateIsKeptByItsOwnPeopleInVersionsThatStay() {
    var made = street.post("/api/appeals/reply-templates", Map.of("name", "已核实", "words", WORDS, "outcome", "EXPLAINED", "forAll", false));
    assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
    var template = made.body().path("templates").valueStream().filter(one -> one.path("name").asString().equals("已核实")).findFirst().orElseThrow();
    var path = "/api/appeals/reply-templates/" + template.path("id").asString();
    var bad = street.put(path, Map.of("name", "已核实", "words", "{门牌}", "outcome", "EXPLAINED", "version", 1));
    assertThat(bad.body().path("code").asString()).isEqualTo("appeal.template-place");
    assertThat(street.put(path, Map.of("name", "已核实", "words", "{编号}已核实。", "outcome", "EXPLAINED", "version", 1)).status()).isEqualTo(200);
    assertThat(street.put(path, Map.of("name", "晚了", "words", "{编号}", "outcome", "EXPLAINED", "version", 1)).body().path("code").asString())
        .isEqualTo("appeal.template-changed");
    var versions = street.get(path + "/versions").body();
    assertThat(versions.valueStream().map(one -> one.path("words").asString()).toList()).containsExactly("{编号}已核实。", WORDS);
    assertThat(street.post("/api/appeals/reply-templates", Map.of("name", "全区", "words", "好", "outcome", "EXPLAINED", "forAll", true))
        .body().path("code").asString()).isEqualTo("appeal.template-not-yours");
    assertThat(clerk.get(path + "/versions").status()).as("another organisation's is none").isEqualTo(404);
    var forAll = clerk.post("/api/appeals/reply-templates", Map.of("name", "全区通用", "words", "好", "outcome", "EXPLAINED", "forAll", true));
    assertThat(forAll.status()).as("%s", forAll.body()).isEqualTo(201);
    assertThat(street.get("/api/appeals/reply-templates").body().path("templates").valueStream()
        .filter(one -> one.path("name").asString().equals("全区通用")).map(one -> one.path("mayEdit").asBoolean()).toList()).containsExactly(false);
    assertThat(street.delete(path + "?version=2").status()).isEqualTo(200);
    assertThat(street.get("/api/appeals/reply-templates").body().path("templates").valueStream()
        .filter(one -> one.path("id").asString().equals(template.path("id").asString())).toList()).isEmpty();
  }

  @Test
  void aViewIsOnesOwnUntilItIsShared() {
    var account = staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET);
    var maker = new Browser(port).signedIn(account);
    var kept = maker.post("/api/appeals/views", Map.of("name", "紧急未派", "shared", false, "wanted", Map.of("range", "OPEN", "states",
        List.of("RECEIVED", "ACCEPTED"), "urgency", "EMERGENCY", "dueToday", true)));
    assertThat(kept.status()).as("%s", kept.body()).isEqualTo(201);
    var view = kept.body().get(0);
    assertThat(view.at("/wanted/states").valueStream().map(JsonNode::asString).toList()).containsExactly("RECEIVED", "ACCEPTED");
    assertThat(view.at("/wanted/order").asString()).isEqualTo("DUE");
    assertThat(names(street)).doesNotContain("紧急未派");
    var path = "/api/appeals/views/" + view.path("id").asString();
    var shared = Map.of("name", "紧急未派", "shared", true, "wanted", Map.of("range", "OPEN"), "version", 1);
    assertThat(street.put(path, shared).status()).as("somebody else's").isEqualTo(404);
    assertThat(maker.put(path, shared).status()).isEqualTo(200);
    assertThat(maker.put(path, shared).status()).as("seen in an older version").isEqualTo(409);
    assertThat(names(street)).as("colleagues").contains("紧急未派");
    assertThat(names(clerk)).as("people of another organisation").doesNotContain("紧急未派");
    assertThat(street.delete(path).status()).isEqualTo(404);
    assertThat(maker.delete(path).status()).isEqualTo(200);
    assertThat(names(maker)).doesNotContain("紧急未派");
  }

  private static List<String> names(Browser browser) {
    return browser.get("/api/appeals/views").body().valueStream().map(one -> one.path("name").asString()).toList();
  }

  @Test
  void theBoardShowsWhereEachStandsWhoseItMayBeAndWhatUnitsHave() {
    // Due long ago, so that it stands first among all that other tests left.
    var accepted = objects.appeal(Place.OWN, AppealState.ACCEPTED);
    var handling = objects.appeal(Place.OWN, AppealState.HANDLING);
    List.of(accepted, handling).forEach(appeal -> objects.due(appeal, Instant.parse("2001-01-01T00:00:00Z")));
    var board = street.get("/api/appeals/board").body();
    assertThat(board.path("lanes").valueStream().map(lane -> lane.path("lane").asString()).toList())
        .containsExactly("RECEIVED", "ACCEPTED", "DISPATCHED", "HANDLING", "REPLIED");
    var card = board.at("/lanes/1/cards").valueStream().filter(one -> one.at("/row/id").asString().equals(accepted.toString())).findFirst().orElseThrow();
    assertThat(card.path("units").valueStream().map(unit -> unit.path("unit").asString()).toList()).contains(objects.unit(Place.OWN).toString());
    assertThat(card.at("/units/0/because/zh").asString()).isNotBlank();
    var load = board.path("loads").valueStream().filter(one -> one.path("unit").asString().equals(objects.unit(Place.OWN).toString())).findFirst()
        .orElseThrow();
    assertThat(load.path("overdue").asInt()).isGreaterThanOrEqualTo(1);
    assertThat(load.path("open").asInt()).isGreaterThanOrEqualTo(load.path("overdue").asInt() + load.path("dueToday").asInt());
    assertThat(new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.COMMUNITY)).get("/api/appeals/board").status())
        .isEqualTo(403);
  }

  @Test
  void theCountsOfTheViewsAreTheNumbersOfTheirLists() {
    objects.appeal(Place.OWN, AppealState.HANDLING);
    var counts = clerk.get("/api/appeals/counts").body();
    assertThat(total("dueToday=true")).isEqualTo(counts.path("dueToday").asInt());
    assertThat(total("overdue=true")).isEqualTo(counts.path("overdue").asInt());
    assertThat(total("reopened=true")).isEqualTo(counts.path("reopened").asInt());
    assertThat(total("urgency=EMERGENCY")).isEqualTo(counts.path("emergencies").asInt());
    assertThat(total("mine=true")).isEqualTo(counts.path("mine").asInt());
    assertThat(total("state=RECEIVED,ACCEPTED,REOPENED")).isEqualTo(counts.path("toAccept").asInt() + counts.path("toDispatch").asInt());
  }

  private int total(String filter) {
    return clerk.get("/api/appeals?open=true&limit=1&" + filter).body().path("total").asInt();
  }
}
