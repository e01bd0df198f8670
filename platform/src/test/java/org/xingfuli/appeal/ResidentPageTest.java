package org.xingfuli.appeal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
import org.xingfuli.database.PlatformTest;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.NewEvidence;
import org.xingfuli.evidence.Photos;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.Programmes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A resident without an account reports from the code at the stairwell, follows it by number and telephone, and has the last word. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class, UtilityObjects.class})
class ResidentPageTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired AppealObjects objects;
  @Autowired UtilityObjects buildings;
  @Autowired BusinessClock clock;
  @Autowired Evidence evidence;
  @Autowired Programmes programmes;
  @Autowired JdbcClient jdbc;

  private final HttpClient phone = HttpClient.newHttpClient();
  private Browser clerk;
  private Browser community;
  private String code;

  @BeforeEach
  void aCodeHangsAtTheStairwell() {
    clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
    community = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.COMMUNITY));
    code = codeOf(buildings.building(Place.OWN));
    // Other tests ask from this address too.
    world.system(() -> jdbc.sql("delete from appeal.attempt").update());
  }

  private String codeOf(UUID building) {
    return clerk.get("/api/estates/" + world.estate(Place.OWN) + "/place-codes").body().valueStream()
        .filter(one -> one.path("buildingId").asString().equals(building.toString())).findFirst().orElseThrow().path("code").asString();
  }

  private record Answer(int status, JsonNode body, String text) {}

  private Answer sent(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = phone.send(request.build(), BodyHandlers.ofString());
      var text = answer.body();
      return new Answer(answer.statusCode(), text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private Answer post(String path, Map<String, ?> body) {
    return sent(at(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private Answer report(String key, Map<String, ?> appeal, byte[]... photos) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"appeal\"; filename=\"blob\"\r\nContent-Type: application/json\r\n\r\n"
        + JSON.writeValueAsString(appeal) + "\r\n").getBytes(UTF_8));
    for (var photo : photos) {
      out.writeBytes("--b\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"1.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
          .getBytes(UTF_8));
      out.writeBytes(photo);
      out.writeBytes("\r\n".getBytes(UTF_8));
    }
    out.writeBytes("--b--\r\n".getBytes(UTF_8));
    return sent(at("/api/resident/appeals").header("Content-Type", "multipart/form-data; boundary=b").header("Idempotency-Key", key)
        .POST(BodyPublishers.ofByteArray(out.toByteArray())));
  }

  private Map<String, Object> leak(String telephone) {
    var body = new HashMap<String, Object>();
    body.put("placeCode", code);
    body.put("stairwell", "4");
    body.put("classCode", "LEAK");
    body.put("text", "客厅顶上一下雨就渗水，昨天夜里滴到地板上");
    body.put("name", "王奶奶");
    body.put("phone", telephone);
    body.put("consent", true);
    return body;
  }

  private UUID id(String number) {
    return world.system(() -> jdbc.sql("select id from appeal.appeal where number = ?").param(number).query(UUID.class).single());
  }

  private void act(Browser who, UUID id, String act, Map<String, ?> body) {
    var answer = who.post("/api/appeals/" + id + "/" + act, body);
    assertThat(answer.status()).as("%s %s", act, answer.body()).isEqualTo(200);
  }

  private void answered(UUID id, boolean again) {
    if (!again) {
      act(clerk, id, "accept", Map.of());
    }
    act(clerk, id, "dispatch", Map.of("unit", objects.unit(Place.OWN)));
    act(community, id, "handle", Map.of());
    act(community, id, "reply", Map.of("words", "重铺防水六平方米，淋水两小时不渗", "outcome", "EXPLAINED", "proofs",
        List.of(Map.of("kind", "PAPER", "words", "淋水试验记录"))));
  }

  private Answer status(String number, String telephone) {
    return post("/api/resident/status", Map.of("number", number, "phone", telephone));
  }

  @Test
  void aReportWithAPhotoIsFollowedUntilItIsSettled() {
    var place = sent(at("/api/resident/places/" + code).GET());
    assertThat(place.body().path("estate").asString()).isEqualTo(world.name(Place.OWN));
    var key = UUID.randomUUID().toString();
    var receipt = report(key, leak("13877776666"), Photos.jpeg(40, 30, 5));
    assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
    var number = receipt.body().path("number").asString();
    assertThat(report(key, leak("13877776666"), Photos.jpeg(40, 30, 5)).body().path("number").asString())
        .as("the same key twice is one appeal").isEqualTo(number);
    assertThat(clerk.get("/api/appeals/" + id(number)).body().path("files")).as("and one photo").hasSize(1);
    assertThat(report(key, leak("13877770000"), Photos.jpeg(40, 30, 5)).status()).as("another telephone is another report").isEqualTo(409);
    assertThat(report(key, leak("13877776666"), Photos.jpeg(40, 30, 6)).status()).as("another photo too").isEqualTo(409);
    answered(id(number), false);
    var mine = status(number, "138-7777-6666");
    assertThat(mine.status()).as(mine.text()).isEqualTo(200);
    assertThat(mine.body().path("mayConfirm").asBoolean()).isTrue();
    assertThat(mine.body().at("/reply/text").asString()).contains("重铺防水");
    assertThat(mine.text()).as("nobody's data is told, not even one's own").doesNotContain("13877776666").doesNotContain("王奶奶");
    var closed = post("/api/resident/confirmations", Map.of("ticket", mine.body().path("ticket").asString(), "satisfied", true));
    assertThat(closed.body().path("state").asString()).as(closed.text()).isEqualTo("CLOSED");
  }

  @Test
  void aPhotoThatIsRefusedLeavesNoAppealBehind() {
    var key = UUID.randomUUID().toString();
    var refused = report(key, leak("13877772222"), Photos.jpeg(40, 30, 7), "<html>no photo</html>".getBytes(UTF_8));
    assertThat(refused.status()).as(refused.text()).isBetween(400, 422);
    assertThat(world.system(() -> jdbc.sql("select count(*) from appeal.appeal where request_key = ?").param("resident." + key)
        .query(Long.class).single())).isZero();
    assertThat(report(key, leak("13877772222"), Photos.jpeg(40, 30, 7)).status()).as("the key is free for the report without it").isEqualTo(201);
  }

  @Test
  void thePlaceTellsItsStairwellsAndWhatIsSwitchedOffThisWeekAndNothingOfAnotherBuilding() {
    var today = clock.today();
    var request = buildings.agreed(Place.OWN);
    world.system(() -> jdbc.sql("""
        update utilities.request set first_day = ?, last_day = ?, from_time = '08:30', to_time = '11:30' where id = ?""")
        .params(today.plusDays(2), today.plusDays(3), request).update());
    var building = world.system(() -> jdbc.sql("select building_id from utilities.request_building where request_id = ?").param(request)
        .query(UUID.class).single());
    var answer = sent(at("/api/resident/places/" + codeOf(building)).GET());
    assertThat(answer.body().path("stairwells").valueStream().map(JsonNode::asString)).containsExactly("1", "2", "3");
    assertThat(answer.body().path("keptMonths").asInt()).isEqualTo(24);
    assertThat(answer.body().path("outages").valueStream().map(one -> one.path("day").asString() + " " + one.path("service").asString()
        + " " + one.path("from").asString())).containsExactly(today.plusDays(2) + " GAS 08:30:00", today.plusDays(3) + " GAS 08:30:00");
    assertThat(sent(at("/api/resident/places/" + code).GET()).body().path("outages")).as("the building next door").isEmpty();
    boolean planned = world.system(() -> programmes.current().orElseThrow().equals(world.programme()));
    assertThat(answer.body().path("steps").valueStream().map(step -> step.at("/name/zh").asString()).toList())
        .as("the way of this year's plan; without one nothing is claimed")
        .isEqualTo(planned ? List.of("进场", "拆违", "屋顶", "墙和管", "完工") : List.of());
  }

  @Test
  void thePhotosOfTheReplyOpenWithTheTicketOfThatAppealAlone() {
    var number = report(UUID.randomUUID().toString(), leak("13877771111")).body().path("number").asString();
    var photo = world.system(() -> evidence.attach(NewEvidence.of(world.estate(Place.OWN), "after.jpg", "修后"), Photos.jpeg(30, 20, 8)));
    act(clerk, id(number), "accept", Map.of());
    act(clerk, id(number), "dispatch", Map.of("unit", objects.unit(Place.OWN)));
    act(community, id(number), "handle", Map.of());
    act(community, id(number), "reply", Map.of("words", "重铺了防水", "outcome", "RESOLVED", "proofs",
        List.of(Map.of("kind", "EVIDENCE", "target", photo))));
    var url = status(number, "13877771111").body().at("/reply/photos/0/url").asString();
    assertThat(sentRaw(url)).isEqualTo(200);
    var other = report(UUID.randomUUID().toString(), leak("13877770001")).body().path("number").asString();
    var ticket = status(other, "13877770001").body().path("ticket").asString();
    assertThat(sentRaw("/api/resident/photos/" + ticket + "/" + photo)).as("another appeal's ticket").isEqualTo(404);
    assertThat(sentRaw("/api/resident/photos/made-up/" + photo)).isEqualTo(410);
  }

  private int sentRaw(String path) {
    try {
      return phone.send(at(path).GET().build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatWasNotSettledIsOpenAgainUnderItsNumberAlsoAfterClosing() {
    var number = report(UUID.randomUUID().toString(), leak("13877775555")).body().path("number").asString();
    answered(id(number), false);
    var ticket = status(number, "13877775555").body().path("ticket").asString();
    var again = post("/api/resident/confirmations", Map.of("ticket", ticket, "satisfied", false, "words", "还在滴"));
    assertThat(again.body().path("state").asString()).as(again.text()).isEqualTo("REOPENED");
    assertThat(again.body().path("number").asString()).isEqualTo(number);
    answered(id(number), true);
    assertThat(post("/api/resident/confirmations", Map.of("ticket", ticket, "satisfied", true)).body().path("state").asString())
        .isEqualTo("CLOSED");
    var later = post("/api/resident/confirmations", Map.of("ticket", ticket, "satisfied", false, "words", "又漏了"));
    assertThat(later.body().path("state").asString()).isEqualTo("REOPENED");
    assertThat(later.body().path("reopened").asInt()).isEqualTo(2);
  }

  @Test
  void whoLeavesNoNumberOpensItWithTheCodeOfTheReceipt() {
    var body = leak("");
    body.put("name", "");
    body.put("consent", false);
    var key = UUID.randomUUID().toString();
    var receipt = report(key, body).body();
    assertThat(receipt.path("lookupCode").asString()).hasSize(10);
    assertThat(report(key, body).body().path("lookupCode")).as("a lost answer can be asked again").isEqualTo(receipt.path("lookupCode"));
    assertThat(status(receipt.path("number").asString(), receipt.path("lookupCode").asString()).status()).isEqualTo(200);
  }

  @Test
  void aWrongTelephoneAndAnUnknownNumberAreAnsweredAlikeAndNotForEver() {
    var number = report(UUID.randomUUID().toString(), leak("13877774444")).body().path("number").asString();
    var wrong = status(number, "13800000000");
    var unknown = status("SQ-20220101-99999", "13877774444");
    assertThat(wrong.status()).isEqualTo(404);
    assertThat(wrong.text()).isEqualTo(unknown.text());
    for (int n = 0; n < 10; n++) {
      status(number, "1380000000" + n);
    }
    assertThat(status(number, "13877774444").status()).as("guessing has shut it, for the right number too").isEqualTo(429);
    assertThat(post("/api/resident/confirmations", Map.of("ticket", "made-up", "satisfied", true)).status()).isEqualTo(410);
    assertThat(sent(at("/api/resident/places/NOSUCHCODE").GET()).status()).isEqualTo(404);
  }

  @Test
  void nameAndTelephoneAreNotTakenWithoutConsent() {
    var body = leak("13877773333");
    body.put("consent", false);
    var refused = report(UUID.randomUUID().toString(), body);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("code").asString()).isEqualTo("appeal.no-consent");
  }
}
