package org.xingfuli.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.AppealObjects;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.access.UtilityObjects;
import org.xingfuli.appeal.flow.ExplainAppeals;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.utilities.WindowAgreed;
import tools.jackson.databind.JsonNode;

/** What is announced is linked to the appeals it explains, by itself, once, with its reason, and a person has the last word. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class, UtilityObjects.class})
class ExplainedAppealTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired AppealObjects objects;
  @Autowired UtilityObjects outages;
  @Autowired ExplainAppeals explain;
  @Autowired ApplicationEventPublisher events;
  @Autowired JdbcClient jdbc;

  private Browser clerk;

  @BeforeEach
  void aClerkAtTheDesk() {
    clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
  }

  private JsonNode one(UUID appeal) {
    return clerk.get("/api/appeals/" + appeal).body();
  }

  private JsonNode explained(UUID appeal) {
    explain.all();
    return one(appeal).path("explanations");
  }

  private long lines(UUID appeal, String act) {
    return one(appeal).path("timeline").valueStream().filter(line -> line.path("act").asString().equals(act)).count();
  }

  /** A gas outage of a new building that was agreed, and the building; it is moved to the day on which appeals are made. */
  private Map.Entry<UUID, UUID> outage() {
    var request = outages.request(Place.OWN);
    today(request);
    var building = world.system(() -> jdbc.sql("select building_id from utilities.request_building where request_id = ?").param(request)
        .query(UUID.class).single());
    return Map.entry(request, building);
  }

  private void today(UUID request) {
    world.system(() -> jdbc.sql("""
        update utilities.request set first_day = ?, last_day = ?, from_time = '00:00', to_time = '23:59' where id = ?""")
        .params(clockDay(), clockDay(), request).update());
  }

  private LocalDate clockDay() {
    return world.system(() -> clock.today());
  }

  @Autowired BusinessClock clock;

  /** The last to sign makes the window everybody's; the day itself is set here, as signing asks for notice to the households. */
  private void agreed(UUID request) {
    world.system(() -> jdbc.sql("update utilities.request set state = 'AGREED' where id = ?").param(request).update());
    var estate = Objects.requireNonNull(world.estate(Place.OWN));
    told(new WindowAgreed(UUID.randomUUID(), request, estate));
  }

  private void told(WindowAgreed event) {
    world.system(() -> {
      events.publishEvent(event);
      return true;
    });
    await().atMost(Duration.ofSeconds(20)).until(() -> world.system(() -> jdbc.sql(
        "select count(*) from database.inbox where listener = 'appeal.explain' and event_id = ?").param(event.eventId())
        .query(Long.class).single()) == 1);
  }

  private UUID said(String classCode, UUID building) {
    var body = new HashMap<>(objects.registration(Place.OWN));
    body.put("classCode", classCode);
    body.put("buildingId", building);
    body.put("words", "家里没有气，做不了饭");
    var answer = clerk.post("/api/appeals", body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return UUID.fromString(answer.body().path("id").asString());
  }

  @Test
  void anAppealThatComesDuringAnAnnouncedOutageIsLinkedToItOnceWithItsReason() {
    var outage = outage();
    agreed(outage.getKey());
    var appeal = said("UTILITIES_GAS", outage.getValue());
    var links = explained(appeal);
    assertThat(links).hasSize(1);
    assertThat(links.at("/0/target").asString()).isEqualTo(outage.getKey().toString());
    assertThat(links.at("/0/reason/zh").asString()).contains("停气", "00:00–23:59", "申请");
    assertThat(links.at("/0/unconfirmed").asBoolean()).isTrue();
    assertThat(links.at("/0/reply").asString()).contains("请谅解");
    assertThat(one(appeal).at("/row/state").asString()).as("nothing is answered by itself").isEqualTo("RECEIVED");
    var event = new WindowAgreed(UUID.randomUUID(), outage.getKey(), Objects.requireNonNull(world.estate(Place.OWN)));
    told(event);
    told(event);
    assertThat(explained(appeal)).as("told again").hasSize(1);
    assertThat(lines(appeal, "EXPLAIN")).isEqualTo(1);
  }

  @Test
  void anOutageAnnouncedLaterFindsTheAppealsOfItsBuildingAndLeavesTheOthers() {
    var outage = outage();
    var before = said("UTILITIES_GAS", outage.getValue());
    var water = said("UTILITIES_WATER", outage.getValue());
    var elsewhere = said("UTILITIES_GAS", outages.building(Place.OWN));
    assertThat(explained(before)).as("nothing was announced yet").isEmpty();
    agreed(outage.getKey());
    assertThat(explained(before)).hasSize(1);
    assertThat(explained(water)).as("another service").isEmpty();
    assertThat(explained(elsewhere)).as("another building").isEmpty();
  }

  @Test
  void anAppealThatGetsItsClassLaterIsLookedAtAgain() {
    var outage = outage();
    agreed(outage.getKey());
    var appeal = said("PARKING", outage.getValue());
    assertThat(explained(appeal)).isEmpty();
    clerk.post("/api/appeals/" + appeal + "/correct", Map.of("version", one(appeal).path("version").asInt(), "classCode", "UTILITIES_GAS"));
    assertThat(explained(appeal)).hasSize(1);
    clerk.post("/api/appeals/" + appeal + "/correct", Map.of("version", one(appeal).path("version").asInt(), "classCode", "PARKING"));
    assertThat(explained(appeal)).as("it holds no more").isEmpty();
    assertThat(lines(appeal, "UNEXPLAIN")).isEqualTo(1);
  }

  @Test
  void whatAPersonTakesAwayDoesNotComeBackByItself() {
    var outage = outage();
    agreed(outage.getKey());
    var appeal = said("UTILITIES_GAS", outage.getValue());
    assertThat(explained(appeal)).hasSize(1);
    var gone = clerk.delete("/api/appeals/" + appeal + "/explanation/" + outage.getKey());
    assertThat(gone.status()).as("%s", gone.body()).isEqualTo(200);
    assertThat(gone.body().path("explanations")).isEmpty();
    told(new WindowAgreed(UUID.randomUUID(), outage.getKey(), Objects.requireNonNull(world.estate(Place.OWN))));
    assertThat(explained(appeal)).isEmpty();
    assertThat(lines(appeal, "UNEXPLAIN")).isEqualTo(1);
    var audited = world.system(() -> jdbc.sql("select count(*) from audit.entry where act = 'appeal.unexplain' and subject_id = ?")
        .param(appeal).query(Long.class).single());
    assertThat(audited).isEqualTo(1);
  }

  @Test
  void worksThatRunExplainTheNoiseOfTheirEstate() {
    var code = List.of("D04", "D05", "D06", "R01", "R02", "R03", "R04", "R05", "F01", "F02", "F05", "U02", "U04", "E01", "E02");
    var activity = world.activity(Place.OWN);
    var itsCode = world.system(() -> jdbc.sql("select code from programme.activity where id = ?").param(activity).query(String.class).single());
    if (!code.contains(itsCode)) {
      world.system(() -> jdbc.sql("""
          insert into appeal.explaining_rule (class_code, below, kind, what, source, unconfirmed)
          values ('NOISE_SITE', true, 'WORKS', array[?], 'test', true)
          on conflict (class_code, kind) do update set what = explaining_rule.what || excluded.what""").param(itsCode).update());
    }
    var body = new HashMap<>(objects.registration(Place.OWN));
    body.put("classCode", "NOISE_SITE");
    body.put("saidAt", clockDay().atTime(0, 0).atZone(BusinessClock.ZONE).toInstant().toString());
    var id = UUID.fromString(clerk.post("/api/appeals", body).body().path("id").asString());
    saidAt(id, 12);
    assertThat(explained(id).valueStream().map(link -> link.path("target").asString())).as("it has not begun").doesNotContain(activity.toString());
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, MatrixWorld.DISTRICT));
    var answer = planner.post("/api/activities/" + activity + "/progress-reports", Map.of("percent", 30, "daysLost", 0, "note", ""));
    assertThat(answer.status()).as("%s", answer.body()).isLessThan(300);
    explain.lookAgainAtWorks();
    assertThat(explained(id).valueStream().map(link -> link.path("target").asString())).as("begun today").contains(activity.toString());
    saidAt(id, 0);
    assertThat(explained(id)).as("nobody may build at night").isEmpty();
    saidAt(id, 12);
    var links = explained(id);
    assertThat(links.valueStream().map(link -> link.path("target").asString())).contains(activity.toString());
    assertThat(links.at("/0/reply").asString()).contains("夜间（22:00 至次日 6:00）不施工");
    assertThat(links).as("those begun last are enough").hasSizeLessThanOrEqualTo(3);
    body.put("words", "夜里十点后还在施工，孩子睡不着");
    var night = UUID.fromString(clerk.post("/api/appeals", body).body().path("id").asString());
    saidAt(night, 12);
    assertThat(explained(night)).as("what is told by day of the night").isEmpty();
  }

  private void saidAt(UUID appeal, int hour) {
    world.system(() -> jdbc.sql("update appeal.appeal set said_at = ? where id = ?")
        .params(clockDay().atTime(hour, 0).atZone(BusinessClock.ZONE).toOffsetDateTime(), appeal).update());
  }
}
