package org.xingfuli.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
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
import org.xingfuli.access.ReceptionObjects;
import org.xingfuli.access.UtilityObjects;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.NewEvidence;
import org.xingfuli.evidence.Photos;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.BusinessClock;
import tools.jackson.databind.JsonNode;

/** Somebody comes to the table: an appeal like any other, with its photos, its promise and its answer, all of it or nothing. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class, UtilityObjects.class, ReceptionObjects.class})
class ReceptionTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired ReceptionObjects reception;
  @Autowired AppealObjects appeals;
  @Autowired Evidence evidence;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;

  private Browser clerk;
  private UUID point;
  private UUID building;

  @BeforeEach
  void aClerkSitsAtThePoint() {
    clerk = new Browser(port).signedIn(staff.withRole(Role.RECEPTION_CLERK, MatrixWorld.COMMUNITY));
    point = reception.point(Place.OWN);
    building = reception.building(Place.OWN);
  }

  private Map<String, Object> brought() {
    return new HashMap<>(reception.brought(building));
  }

  private Browser.Answer register(Map<String, Object> body, String key) {
    return clerk.post("/api/reception-points/" + point + "/walk-ins", body, key);
  }

  private JsonNode registered(Map<String, Object> body) {
    var answer = register(body, UUID.randomUUID().toString());
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body();
  }

  private List<String> acts(String id) {
    return world.system(() -> jdbc.sql("select act from appeal.entry where appeal_id = ?::uuid order by id").param(id).query(String.class).list());
  }

  private long many() {
    return world.system(() -> jdbc.sql("select count(*) from appeal.appeal where estate_id = ?").param(world.estate(Place.OWN))
        .query(Long.class).single());
  }

  private JsonNode queue() {
    return clerk.get("/api/reception-points/" + point + "/queue").body();
  }

  private JsonNode inQueue(String id) {
    return queue().path("walkIns").valueStream().filter(one -> one.at("/appeal/id").asString().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aWalkInStandsInTheInboxAndInTheQueueAndTakesHomeANumberAndACode() {
    var key = UUID.randomUUID().toString();
    var first = register(brought(), key);
    assertThat(first.status()).as("%s", first.body()).isEqualTo(201);
    var id = first.body().path("id").asString();
    assertThat(clerk.get("/api/appeals/" + id).body().at("/row/channel").asString()).isEqualTo("RECEPTION");
    assertThat(inQueue(id).path("stands").asString()).isEqualTo("TO_ANSWER");
    assertThat(first.body().path("answerBy").asString()).isNotEmpty();
    assertThat(first.body().path("code").asString()).matches("[A-HJ-NP-Z2-9]{10}");
    var again = register(brought(), key);
    assertThat(again.body().path("number")).isEqualTo(first.body().path("number"));
    assertThat(again.body().path("code")).as("a lost answer can be asked again").isEqualTo(first.body().path("code"));
    var other = brought();
    other.put("promise", Map.of("said", "监理上门", "dueAt", later(3_600)));
    assertThat(register(other, key).code()).isEqualTo("common.key-other-content");
    var page = new Browser(port).post("/api/resident/status", Map.of("number", first.body().path("number").asString(), "phone",
        first.body().path("code").asString()));
    assertThat(page.status()).as("number and code open it on the resident page: %s", page.body()).isEqualTo(200);
  }

  @Test
  void answeredAtTheTableItGoesTheWholeLawfulWayAndCloses() {
    var body = brought();
    body.put("answer", Map.of("words", "屋面防水保修五年，先打接待点电话", "satisfied", true));
    var id = registered(body).path("id").asString();
    assertThat(acts(id)).containsExactly("RECEIVE", "ACCEPT", "DISPATCH", "HANDLE", "REPLY", "CALL_BACK_SATISFIED");
    var view = clerk.get("/api/appeals/" + id).body();
    assertThat(view.at("/row/state").asString()).isEqualTo("CLOSED");
    assertThat(view.at("/replies/0/proofs/0/kind").asString()).isEqualTo("OWN_WORD");
    assertThat(inQueue(id).path("stands").asString()).isEqualTo("ANSWERED_AT_ONCE");
  }

  @Test
  void answeredWithoutAskingItWaitsForTheCallBackAndUnsatisfiedItIsOpenAgain() {
    var unasked = brought();
    unasked.put("answer", Map.of("words", "已与项目部核实，今晚停工"));
    assertThat(registered(unasked).path("state").asString()).isEqualTo("REPLIED");
    var id = registered(brought()).path("id").asString();
    var answer = clerk.post("/api/reception-points/" + point + "/walk-ins/" + id + "/answer", Map.of("words", "要等雨停", "satisfied", false));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(acts(id)).endsWith("REPLY", "CALL_BACK_UNSATISFIED");
    assertThat(inQueue(id).path("stands").asString()).as("it is to be answered still").isEqualTo("TO_ANSWER");
    assertThat(clerk.post("/api/reception-points/" + point + "/walk-ins/" + id + "/answer", Map.of("words", "明天补漏", "satisfied", true)).status())
        .isEqualTo(200);
    assertThat(clerk.post("/api/reception-points/" + point + "/walk-ins/" + id + "/answer", Map.of("words", "再答", "satisfied", true)).code())
        .as("what is closed is not answered again").isEqualTo("state.illegal-act");
  }

  @Test
  void whoMayRegisterAndNotHandleDoesNotAnswerAlong() {
    var central = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
    var body = brought();
    body.put("answer", Map.of("words", "好了", "satisfied", true));
    long before = many();
    var refused = central.post("/api/reception-points/" + point + "/walk-ins", body, UUID.randomUUID().toString());
    assertThat(refused.code()).isEqualTo("reception.may-not-answer");
    assertThat(many()).as("nothing is left behind").isEqualTo(before);
  }

  @Test
  void photosPromiseAndAppealStandOrFallTogether() {
    var elsewhere = world.system(() -> evidence.attach(NewEvidence.of(world.estate(Place.OTHER), "a.jpg", ""), Photos.jpeg(20, 20, 4)));
    var body = brought();
    body.put("evidence", List.of(elsewhere));
    body.put("promise", Map.of("said", "监理上门看", "dueAt", later(3_600)));
    long before = many();
    assertThat(register(body, UUID.randomUUID().toString()).code()).isEqualTo("evidence.not-usable");
    body.put("evidence", List.of());
    body.put("promise", Map.of("said", "监理上门看", "dueAt", later(-60)));
    assertThat(register(body, UUID.randomUUID().toString()).code()).isEqualTo("reception.promise-time");
    assertThat(many()).isEqualTo(before);
    var own = world.system(() -> evidence.attach(NewEvidence.of(world.estate(Place.OWN), "a.jpg", ""), Photos.jpeg(20, 20, 5)));
    body.put("evidence", List.of(own));
    body.put("promise", Map.of("said", "监理上门看", "dueAt", later(3_600)));
    var receipt = registered(body);
    assertThat(receipt.at("/promise/said").asString()).isEqualTo("监理上门看");
    assertThat(clerk.get("/api/appeals/" + receipt.path("id").asString()).body().path("files")).hasSize(1);
  }

  @Test
  void handledWithAnotherItKeepsItsOwnNumberAndReply() {
    var lead = appeals.appeal(Place.OWN, AppealState.HANDLING);
    var body = brought();
    body.put("joins", lead);
    var receipt = registered(body);
    assertThat(receipt.path("state").asString()).isEqualTo("MERGED");
    assertThat(inQueue(receipt.path("id").asString()).path("stands").asString()).isEqualTo("JOINED");
    body.put("answer", Map.of("words", "好了"));
    assertThat(register(body, UUID.randomUUID().toString()).code()).isEqualTo("reception.join-or-answer");
  }

  @Test
  void theRosterShowsItsGapsAndTheResidentPageTodaysTrueHours() {
    var community = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.COMMUNITY));
    // A day of the week that has hours, whatever day the tests run on.
    var day = clock.today().with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
    var written = community.put("/api/reception-points/" + point + "/roster", Map.of("from", day.toString(), "to", day.toString(), "shifts",
        List.of(Map.of("day", day.toString(), "begins", "08:30:00", "ends", "13:00:00", "who", "值班员甲", "deputy", "值班员乙"))));
    assertThat(written.status()).as("%s", written.body()).isEqualTo(200);
    assertThat(written.body().at("/days/0/shifts/0/who").asString()).isEqualTo("值班员甲");
    if (!written.body().at("/days/0/open").isEmpty()) {
      assertThat(written.body().at("/days/0/gaps/0/from").asString()).startsWith("13:00");
    }
    assertThat(clerk.put("/api/reception-points/" + point + "/roster", Map.of("from", day.toString(), "to", day.toString(), "shifts",
        List.of())).status()).as("a clerk does not write rosters").isEqualTo(403);
    var central = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
    var code = central.get("/api/estates/" + world.estate(Place.OWN) + "/place-codes").body().get(0).path("code").asString();
    var place = new Browser(port).get("/api/resident/places/" + code).body();
    assertThat(place.at("/reception/0/place").asString()).isEqualTo("门卫室");
    assertThat(place.at("/reception/0/hours/zh").asString()).startsWith("今天");
  }

  private String later(int seconds) {
    return Instant.ofEpochSecond(clock.now().getEpochSecond()).plusSeconds(seconds).toString();
  }
}
