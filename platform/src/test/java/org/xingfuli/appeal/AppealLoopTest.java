package org.xingfuli.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.AppealObjects;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.appeal.flow.DigestAppeals;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.NewEvidence;
import org.xingfuli.evidence.Photos;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Erasing;
import org.xingfuli.identity.People;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import tools.jackson.databind.JsonNode;

/** Every appeal gets a reply and an outcome; nothing closes without both, and nobody's appeal disappears in another. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class})
class AppealLoopTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired AppealObjects objects;
  @Autowired Evidence evidence;
  @Autowired People people;
  @Autowired DigestAppeals digest;
  @Autowired JdbcClient jdbc;
  @Autowired List<Erasing> erasings;

  private Browser street;
  private Browser community;
  private Browser clerk;

  @BeforeEach
  void peopleAtTheirDesks() {
    street = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET));
    community = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.COMMUNITY));
    clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
  }

  private JsonNode registered(Browser who, Map<String, Object> body) {
    var answer = who.post("/api/appeals", body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body();
  }

  private static Browser.Answer act(Browser who, Object id, String act, Map<String, ?> body) {
    return who.post("/api/appeals/" + id + "/" + act, body);
  }

  private static JsonNode done(Browser.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private String state(UUID id) {
    return clerk.get("/api/appeals/" + id).body().at("/row/state").asString();
  }

  private Map<String, Object> photoReply(String words) {
    var photo = world.system(() ->
        evidence.attach(NewEvidence.of(world.estate(Place.OWN), "after.jpg", "修后"), Photos.jpeg(30, 20, 4)));
    return Map.of("words", words, "outcome", "RESOLVED", "proofs", List.of(Map.of("kind", "EVIDENCE", "target", photo)));
  }

  @Test
  void anAppealGoesFromItsFirstWordToTheArchive() {
    var id = UUID.fromString(registered(clerk, objects.registration(Place.OWN)).path("id").asString());
    var first = clerk.get("/api/appeals/" + id).body();
    assertThat(first.at("/row/number").asString()).matches("SQ-\\d{8}-\\d{5}");
    assertThat(first.at("/row/due/step").asString()).isEqualTo("ACCEPT");
    assertThat(first.at("/clocks").valueStream().map(clock -> clock.path("step").asString()))
        .as("the reply counts from the day it came").containsExactlyInAnyOrder("ACCEPT", "REPLY");
    assertThat(first.at("/complainant/phone").asString()).isEqualTo("139****1111");
    assertThat(first.toString()).doesNotContain("13900001111").doesNotContain("李大妈");
    done(act(clerk, id, "accept", Map.of()));
    done(act(clerk, id, "dispatch", Map.of("unit", objects.unit(Place.OWN), "words", "请先到现场看")));
    done(act(community, id, "handle", Map.of()));
    done(act(community, id, "progress", Map.of("words", "已约疏通队", "visible", true)));
    assertThat(act(community, id, "reply", Map.of("words", "修好了", "outcome", "RESOLVED", "proofs", List.of())).code())
        .isEqualTo("appeal.no-proof");
    assertThat(act(community, id, "reply", Map.of("words", "修好了", "outcome", "RESOLVED", "proofs",
        List.of(Map.of("kind", "PAPER", "words", "维修单")))).code()).isEqualTo("appeal.proof-not-seen");
    assertThat(act(clerk, id, "call-back", Map.of("result", "SATISFIED")).code()).isEqualTo("state.illegal-act");
    var replied = done(act(community, id, "reply", photoReply("管道已疏通，返味是地漏干了，是我们的责任")));
    assertThat(replied.at("/row/due/step").asString()).isEqualTo("CALL_BACK");
    assertThat(act(community, id, "call-back", Map.of("result", "SATISFIED")).code())
        .as("who signed does not ask").isEqualTo("appeal.own-reply");
    assertThat(done(act(clerk, id, "call-back", Map.of("result", "SATISFIED", "words", "不返味了"))).at("/row/state").asString())
        .isEqualTo("CLOSED");
    var archived = done(act(clerk, id, "archive", Map.of()));
    assertThat(archived.at("/row/state").asString()).isEqualTo("ARCHIVED");
    assertThat(archived.at("/timeline").valueStream().map(line -> line.path("act").asString())).containsExactly("RECEIVE", "ACCEPT",
        "DISPATCH", "HANDLE", "PROGRESS", "REPLY", "CALL_BACK_SATISFIED", "ARCHIVE");
    assertThat(archived.at("/clocks").valueStream()).allSatisfy(clock -> assertThat(clock.at("/course").asString()).isEqualTo("MET"));
  }

  @Test
  void aRefusedOutcomeOpensTheAppealAgainUnderItsNumber() {
    var id = objects.appeal(Place.OWN, AppealState.REPLIED);
    var number = clerk.get("/api/appeals/" + id).body().at("/row/number").asString();
    var again = done(act(clerk, id, "call-back", Map.of("result", "UNSATISFIED", "words", "晚上又不亮了")));
    assertThat(again.at("/row/state").asString()).isEqualTo("REOPENED");
    assertThat(again.at("/row/number").asString()).isEqualTo(number);
    assertThat(again.at("/row/reopened").asInt()).isEqualTo(1);
    assertThat(again.at("/clocks").valueStream().filter(clock -> clock.path("round").asInt() == 2)
        .map(clock -> clock.path("step").asString())).containsExactlyInAnyOrder("DISPATCH", "REPLY");
    done(act(clerk, id, "dispatch", Map.of("unit", objects.unit(Place.OWN))));
    done(act(community, id, "handle", Map.of()));
    done(act(community, id, "reply", photoReply("换了声控开关")));
    var closed = done(act(clerk, id, "call-back", Map.of("result", "SATISFIED")));
    assertThat(closed.at("/row/state").asString()).isEqualTo("CLOSED");
    assertThat(closed.at("/replies")).as("each round has its own reply").hasSize(2);
    assertThat(done(act(clerk, id, "recheck", Map.of("stands", false, "words", "现场没换"))).at("/row/state").asString())
        .as("a re-check opens it again").isEqualTo("REOPENED");
  }

  @Test
  void threeMergedAppealsAreAllAnsweredAndEachIsCalledBack() {
    var lead = objects.appeal(Place.OWN, AppealState.HANDLING);
    var second = objects.received(Place.OWN, "三楼的灯也不亮", "13700000002");
    var third = objects.received(Place.OWN, "整个单元晚上没灯", "13700000003");
    done(act(street, lead, "merge", Map.of("others", List.of(second, third), "words", "同一单元照明")));
    assertThat(List.of(state(second), state(third))).containsOnly("MERGED");
    var reply = new HashMap<>(photoReply("整个单元换了线路"));
    reply.put("own", Map.of(third, "您家门口的感应灯也换了"));
    done(act(community, lead, "reply", reply));
    assertThat(List.of(state(lead), state(second), state(third))).containsOnly("REPLIED");
    assertThat(clerk.get("/api/appeals/" + third).body().at("/replies/0/words").asString()).contains("整个单元换了线路").contains("感应灯也换了");
    assertThat(clerk.get("/api/appeals/" + second).body().at("/replies/0/words").asString()).doesNotContain("感应灯");
    done(act(clerk, lead, "call-back", Map.of("result", "SATISFIED")));
    done(act(clerk, second, "call-back", Map.of("result", "UNSATISFIED", "words", "三楼还是暗")));
    assertThat(List.of(state(lead), state(second), state(third))).containsExactly("CLOSED", "REOPENED", "REPLIED");
  }

  @Test
  void noStatementOfAnyoneClosesAnAppealWithoutReplyAndProof() {
    var id = objects.appeal(Place.OWN, AppealState.HANDLING);
    assertThatThrownBy(() -> world.system(
        () -> jdbc.sql("update appeal.appeal set state = 'CLOSED' where id = ?").param(id).update()))
        .hasMessageContaining("closes with a reply and proof");
    var replied = objects.appeal(Place.OWN, AppealState.REPLIED);
    world.system(() -> jdbc.sql("delete from appeal.proof where appeal_id = ?").param(replied).update());
    assertThat(act(clerk, replied, "call-back", Map.of("result", "SATISFIED")).code()).isEqualTo("appeal.closes-with-proof");
    assertThat(state(replied)).isEqualTo("REPLIED");
  }

  @Test
  void everyActThatItsStateForbidsIsRefusedByItsAddress() {
    var bodies = new HashMap<String, Map<?, ?>>();
    for (var act : AppealObjects.ACTS) {
      objects.at("POST /api/appeals/{id}/" + act, Place.OWN, true);
      bodies.put(act, (Map<?, ?>) objects.body("POST /api/appeals/{id}/" + act));
    }
    var acts = Map.of("accept", "ACCEPT", "dispatch", "DISPATCH", "return", "RETURN", "handle", "HANDLE", "pause", "PAUSE", "resume",
        "RESUME", "reply", "REPLY", "lapse", "LAPSE", "archive", "ARCHIVE", "separate", "SEPARATE");
    for (var state : List.of(AppealState.RECEIVED, AppealState.ACCEPTED, AppealState.DISPATCHED, AppealState.HANDLING,
        AppealState.PAUSED, AppealState.REPLIED, AppealState.MERGED, AppealState.CLOSED)) {
      var legal = AppealState.GRAPH.legalActs(state).stream().map(Enum::name).toList();
      acts.forEach((address, name) -> {
        if (!legal.contains(name)) {
          var id = objects.appeal(Place.OWN, state);
          var answer = street.post("/api/appeals/" + id + "/" + address, bodies.get(address));
          assertThat(answer.code()).as("%s in %s: %s", address, state, answer.body())
              .isIn("state.illegal-act", "appeal.not-lead");
          assertThat(state(id)).isEqualTo(state.name());
        }
      });
    }
  }

  @Test
  void theSameRequestFromManyHandsIsOneAppeal() {
    var key = UUID.randomUUID().toString();
    var body = objects.registration(Place.OWN);
    var numbers = ConcurrentHashMap.<String>newKeySet();
    IntStream.range(0, 12).parallel().forEach(n -> numbers.add(clerk.post("/api/appeals", body, key).body().path("number").asString()));
    assertThat(numbers).hasSize(1);
    for (var field : List.of("words", "kind", "title")) {
      var other = new HashMap<>(body);
      other.put(field, field.equals("kind") ? "CONSULTATION" : "另一件事");
      assertThat(clerk.post("/api/appeals", other, key).code()).as(field).isEqualTo("common.key-other-content");
    }
  }

  @Test
  void aLinkToWhatDoesNotExistAsAKindIsRefusedAndNotBroken() {
    var id = objects.appeal(Place.OWN, AppealState.HANDLING);
    var answer = act(street, id, "link", Map.of("kind", "PLANET", "target", UUID.randomUUID(), "words", "火星"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("common.bad-parameter");
  }

  @Test
  void wordsOfDangerMakeItAnEmergencyWithMinutes() {
    var body = objects.registration(Place.OWN);
    body.put("words", "厨房有煤气味，灶具关了还有");
    var view = clerk.get("/api/appeals/" + registered(clerk, body).path("id").asString()).body();
    assertThat(view.at("/row/urgency").asString()).isEqualTo("EMERGENCY");
    assertThat(view.at("/suggestion/reasons/0/words").asString()).as("said by the words of the appeal").isEqualTo("煤气味");
    assertThat(view.at("/clocks/0/counted").asString()).isEqualTo("MINUTES");
  }

  @Test
  void aFirmReadsOnlyWhatItLeadsOrHelpsWith() {
    var account = staff.inProject(Role.CONTRACTOR, world.project());
    var contractor = new Browser(port).signedIn(account);
    var id = objects.appeal(Place.OWN, AppealState.HANDLING);
    assertThat(contractor.get("/api/appeals/" + id).status()).isEqualTo(404);
    var firm = people.organisationOf(account.personId()).orElseThrow();
    done(act(community, id, "cooperate", Map.of("units", List.of(firm), "words", "请派人看线路")));
    assertThat(contractor.get("/api/appeals/" + id).status()).isEqualTo(200);
    assertThat(done(act(contractor, id, "progress", Map.of("words", "已派电工", "visible", false))).at("/supports/0/answer").asString())
        .isEqualTo("已派电工");
    assertThat(act(contractor, id, "reply", Map.of("words", "好了", "outcome", "EXPLAINED", "proofs",
        List.of(Map.of("kind", "PAPER", "words", "单")))).code()).isEqualTo("appeal.not-lead");
  }

  @Test
  void whoAppealedIsErasedWhenItsTimeIsOverAndWhatWasSaidStays() {
    var id = objects.appeal(Place.OWN, AppealState.CLOSED);
    var erasing = erasings.stream().filter(one -> one.rule().equals("RETAIN_COMPLAINANT")).findFirst().orElseThrow();
    var later = java.time.Instant.EPOCH.plusSeconds(2_000_000_000L).plusSeconds(86_400L * 365 * 40);
    world.system(() -> erasing.erase(later));
    assertThat(world.system(() -> erasing.remaining(later))).isZero();
    assertThat(world.system(() -> jdbc.sql("""
            select count(*) from appeal.complainant where appeal_id = ? and erased_at is not null
              and coalesce(name, phone, door) is null and phone_key is null""").param(id).query(Long.class).single())).isEqualTo(1);
    assertThat(clerk.get("/api/appeals/" + id).body().path("words").asString()).contains("楼道灯");
  }

  @Test
  void wordsNumbersAndPlacesAreFoundWithinReach() {
    var own = objects.received(Place.OWN, "围墙外的榆树压住了晾衣架", "13700000009");
    var other = objects.received(Place.OTHER, "河边的榆树压住了晾衣架", "13700000010");
    digest.all();
    assertThat(clerk.get("/api/appeals?q=榆树,晾衣架").body().toString()).contains(own.toString()).contains(other.toString());
    assertThat(street.get("/api/appeals?q=榆树").body().toString()).contains(own.toString()).doesNotContain(other.toString());
    var number = clerk.get("/api/appeals/" + own).body().at("/row/number").asString();
    assertThat(clerk.get("/api/appeals?q=" + number).body().path("total").asInt()).isEqualTo(1);
  }
}
