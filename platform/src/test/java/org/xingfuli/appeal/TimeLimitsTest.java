package org.xingfuli.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.appeal.model.Clock;
import org.xingfuli.appeal.model.Given;
import org.xingfuli.appeal.store.ClockStore;
import org.xingfuli.appeal.store.TimeLimitStore;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.programme.WorkCalendars;
import tools.jackson.databind.JsonNode;

/** The planner gives a limit its next version and confirms one; clocks that run keep what they were started under. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class})
class TimeLimitsTest {

  private static final String PATH = "/api/appeal-time-limits";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired TimeLimitStore limits;
  @Autowired ClockStore clocks;
  @Autowired WorkCalendars calendars;
  @Autowired JdbcClient jdbc;

  private Browser planner;
  private String code;

  @BeforeEach
  void aPlannerAndALimitOfTheTestsOwn() {
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, MatrixWorld.DISTRICT));
    code = "TEST.T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  }

  /** For a step and a year in which nobody else has limits: every test has a year of its own. */
  private Map<String, Object> body(int amount, String from) {
    return new HashMap<>(Map.of("code", code, "regime", "WARRANTY", "step", "CALL_BACK", "amount", amount, "unit",
        "WORKING_DAYS", "effectiveFrom", from, "effectiveTo", from.substring(0, 4) + "-12-31",
        "source", "区指挥部例会 2022-04-18", "unconfirmed", true));
  }

  private Browser.Answer add(int amount, String from) {
    return planner.post(PATH, body(amount, from));
  }

  private JsonNode version(int number) {
    return planner.get(PATH).body().path("timeLimits").valueStream().filter(row -> row.path("code").asString().equals(code)
        && row.path("version").asInt() == number).findFirst().orElseThrow();
  }

  private Browser.Answer change(int number, LocalDate to, boolean unconfirmed, int revision) {
    var body = new HashMap<String, Object>(Map.of("source", "市12345办复函", "unconfirmed", unconfirmed, "revision", revision));
    body.put("effectiveTo", to);
    return planner.put(PATH + "/" + code + "/" + number, body);
  }

  @Test
  void theNextVersionEndsTheOneBeforeAndBothAreOnRecord() {
    assertThat(add(15, "2101-01-01").status()).isEqualTo(201);
    var next = add(13, "2101-05-01");
    assertThat(next.status()).as("%s", next.body()).isEqualTo(201);
    assertThat(version(1).path("effectiveTo").asString()).isEqualTo("2101-04-30");
    assertThat(version(2).at("/words/zh").asString()).isEqualTo("13 个工作日");
    assertThat(version(2).path("effectiveTo").asString()).isEqualTo("2101-12-31");
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, MatrixWorld.DISTRICT));
    var entry = auditor.get("/api/audit/entries?act=appeal.time-limit-add").body().at("/items/0/facts");
    assertThat(entry.path("before").asString()).isEqualTo("15 WORKING_DAYS");
    assertThat(entry.path("after").asString()).isEqualTo("13 WORKING_DAYS");
  }

  @Test
  void aConfirmedLimitLosesItsFlagAndWhoSawItBeforeIsToldInsteadOfOverwriting() {
    add(15, "2102-01-01");
    assertThat(change(1, LocalDate.of(2102, 12, 31), false, 1).status()).isEqualTo(200);
    assertThat(version(1).path("unconfirmed").asBoolean()).isFalse();
    assertThat(version(1).path("source").asString()).isEqualTo("市12345办复函");
    assertThat(change(1, LocalDate.of(2102, 11, 30), true, 1).code()).isEqualTo("appeal.time-limit-stale");
    assertThat(change(7, null, true, 1).status()).isEqualTo(404);
  }

  @Test
  void everyFaultIsToldAtOnceWithItsPlaceAndAHintAndNothingIsWritten() {
    var body = body(0, "2103-05-01");
    body.putAll(Map.of("effectiveTo", "2103-04-30", "source", " ", "mostExtension", 9999, "warnBefore", 3, "warnUnit", "HOURS",
        "roll", "NONE"));
    var refused = planner.post(PATH, body);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("errors").findValuesAsString("pointer")).containsExactlyInAnyOrder("/amount",
        "/mostExtension", "/warnUnit", "/source", "/effectiveTo");
    assertThat(refused.body().path("errors")).allSatisfy(fault -> {
      assertThat(fault.path("maybe").asString()).startsWith("可能：");
      assertThat(fault.path("maybeEn").asString()).startsWith("Maybe ");
    });
    assertThat(planner.get(PATH).body().toString()).doesNotContain(code);
  }

  @Test
  void versionsNeitherOverlapNorLeaveAGapNorContestAnotherLimit() {
    add(15, "2104-01-01");
    assertThat(add(13, "2103-12-31").code()).isEqualTo("appeal.time-limit-overlap");
    assertThat(change(1, LocalDate.of(2104, 6, 30), true, 1).status()).isEqualTo(200);
    assertThat(add(13, "2104-07-02").code()).isEqualTo("appeal.time-limit-gap");
    var other = body(9, "2104-03-01");
    other.put("code", code + ".OTHER");
    assertThat(planner.post(PATH, other).code()).isEqualTo("appeal.time-limit-contested");
    other.put("kinds", List.of("HELP"));
    other.put("effectiveTo", "2104-03-31");
    assertThat(planner.post(PATH, other).status()).isEqualTo(201);
    var another = body(9, "2104-07-01");
    another.put("step", "REPLY");
    assertThat(planner.post(PATH, another).code()).isEqualTo("appeal.time-limit-other-matter");
  }

  @Test
  void aRunningClockKeepsItsVersionFromBeingTakenAwayAndKeepsItsLimitWhenTheNextBegins() {
    add(15, "2022-02-01");
    var rule = world.system(() -> limits.rules().versions(code)).getFirst();
    var clock = world.system(() -> {
      var appeal = UUID.randomUUID();
      jdbc.sql(Given.AN_APPEAL).param("id", appeal).param("area", MatrixWorld.COMMUNITY).update();
      var started = Clock.start(UUID.randomUUID(), appeal, 1, rule, Given.day("2022-04-22"), Given.at("2022-04-22 09:00"),
          calendars.inForce());
      clocks.insert(List.of(new ClockStore.Placed(started, MatrixWorld.COMMUNITY, null)));
      return started;
    });
    var refused = add(13, "2022-04-22");
    assertThat(refused.code()).isEqualTo("appeal.time-limit-bound");
    assertThat(refused.body().path("detail").asString()).contains("1 件", "2022-04-22", "2022-04-21");
    assertThat(change(1, LocalDate.of(2022, 4, 1), true, 1).code()).isEqualTo("appeal.time-limit-bound");
    assertThat(add(13, "2022-04-23").status()).isEqualTo(201);
    assertThat(world.system(() -> clocks.find(clock.id())).orElseThrow().clock()).isEqualTo(clock);
    assertThat(change(1, LocalDate.of(2022, 4, 22), false, 2).status()).as("confirming moves no date").isEqualTo(200);
    assertThat(world.system(() -> clocks.find(clock.id())).orElseThrow().clock().rule().unconfirmed()).isFalse();
  }

  @Test
  void theWorkbookHasEveryVersionWithItsSourceAndFlag() {
    assertThat(planner.rows(PATH + ".xlsx")).filteredOn(row -> row.getFirst().equals("PETITION.REPLY")).hasSize(2)
        .anySatisfy(row -> assertThat(row).contains("信访", "答复", "60 天", "30 天", "提前 7 天", "信访工作条例第三十四条", "否"));
    assertThat(planner.read(PATH + ".xlsx").text()).contains("停表事由", "等待鉴定或检测结论");
  }

  @Test
  void whoReadsAppealsReadsTheLimitsAndEditsNone() {
    var street = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET));
    assertThat(street.get(PATH).body().path("pauseReasons")).hasSize(5);
    assertThat(street.post(PATH, body(5, "2105-01-01")).status()).isEqualTo(403);
  }
}
