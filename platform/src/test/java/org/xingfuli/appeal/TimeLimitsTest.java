package org.xingfuli.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.AppealObjects;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.Clock;
import org.xingfuli.appeal.model.Given;
import org.xingfuli.appeal.store.ClockStore;
import org.xingfuli.appeal.store.TimeLimitStore;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.WorkCalendars;
import tools.jackson.databind.JsonNode;

/** The planner gives a limit its next version, confirms one, takes one back; clocks that run keep what they were started under. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class})
class TimeLimitsTest {

  private static final String PATH = "/api/appeal-time-limits";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired TimeLimitStore limits;
  @Autowired ClockStore clocks;
  @Autowired WorkCalendars calendars;
  @Autowired BusinessClock today;
  @Autowired AppealObjects objects;
  @Autowired JdbcClient jdbc;

  private Browser planner;
  private String code;

  @BeforeEach
  void aPlannerAndALimitOfTheTestsOwn() {
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, MatrixWorld.DISTRICT));
    code = "TEST.T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  }

  @AfterEach
  void thePauseReasonsAreOursAgainAndNothingOfThisYearStays() {
    world.system(() -> {
      jdbc.sql("delete from appeal.time_limit where code = ? and effective_from <= ?").params(code, today.today().plusDays(1)).update();
      return jdbc.sql("""
          update appeal.pause_reason set allowed = true, unconfirmed = true, source = 'assumption: only in writing'
          where code = 'AT_REQUEST'""").update();
    });
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

  private Browser.Answer takeBack(int number, String asked) {
    return planner.delete(PATH + "/" + code + "/" + number + "?" + asked);
  }

  private List<String> faults(Browser.Answer refused) {
    assertThat(refused.status()).as("409, or 422 when there are several: %s", refused.body()).isIn(409, 422);
    assertThat(refused.body().path("maybe").asString() + refused.body().path("errors")).contains("可能：");
    return refused.body().path("errors").isEmpty() ? List.of(refused.code())
        : refused.body().path("errors").findValuesAsString("code");
  }

  /** A running clock, or a stopped one, under the version; the calendar knows no year after 2036. */
  private Clock started(int number, String at, boolean stopped) {
    var rule = world.system(() -> limits.rules().versions(code)).get(number - 1);
    return world.system(() -> {
      var appeal = UUID.randomUUID();
      jdbc.sql(Given.AN_APPEAL).param("id", appeal).param("area", MatrixWorld.COMMUNITY).update();
      var started = Clock.start(UUID.randomUUID(), appeal, 1, rule, Given.day(at), Given.at(at + " 09:00"), calendars.inForce());
      var clock = stopped ? started.stop(Given.at(at + " 10:00")) : started;
      clocks.insert(List.of(new ClockStore.Placed(clock, MatrixWorld.COMMUNITY, null)));
      return clock;
    });
  }

  private Browser.Answer reason(boolean allowed, boolean unconfirmed, int revision) {
    return planner.put(PATH + "/pause-reasons/AT_REQUEST", Map.of("allowed", allowed, "source", "区指挥部例会 2022-04-18", "unconfirmed",
        unconfirmed, "revision", revision));
  }

  private JsonNode atRequest() {
    return planner.get(PATH).body().path("pauseReasons").valueStream().filter(row -> row.path("code").asString().equals("AT_REQUEST"))
        .findFirst().orElseThrow();
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
    var clock = started(1, "2022-04-22", false);
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
  void takingBackWhatIsNotYetInForceLeavesTheLimitAsItWasBefore() {
    add(15, "2106-01-01");
    var before = version(1);
    assertThat(add(13, "2106-05-01").status()).isEqualTo(201);
    assertThat(takeBack(2, "revision=7&previousTo=2106-12-31").code()).isEqualTo("appeal.time-limit-stale");
    assertThat(version(1).path("effectiveTo").asString()).as("nothing written").isEqualTo("2106-04-30");
    assertThat(takeBack(3, "revision=1").status()).isEqualTo(404);
    var taken = takeBack(2, "revision=1&previousTo=2106-12-31");
    assertThat(taken.status()).as("%s", taken.body()).isEqualTo(200);
    assertThat(world.system(() -> limits.rules().versions(code))).hasSize(1);
    for (var said : before.propertyNames()) {
      if (!said.equals("revision")) {
        assertThat(version(1).path(said)).as(said).isEqualTo(before.path(said));
      }
    }
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, MatrixWorld.DISTRICT));
    var facts = auditor.get("/api/audit/entries?act=appeal.time-limit-take-back").body().at("/items/0/facts");
    assertThat(facts.path("limit").asString()).isEqualTo("13 WORKING_DAYS");
    assertThat(facts.path("to").asString()).isEqualTo("2106-12-31");
    assertThat(takeBack(1, "revision=" + version(1).path("revision").asInt()).status()).as("the first of a limit goes too").isEqualTo(200);
    assertThat(planner.get(PATH).body().toString()).doesNotContain(code);
  }

  @Test
  void whatIsInForceOrFollowedOrUsedIsNotTakenBackAndEveryReasonIsTold() {
    add(15, "2035-01-01");
    add(13, "2035-05-01");
    assertThat(faults(takeBack(1, "revision=2"))).containsExactly("appeal.time-limit-followed");
    started(2, "2035-05-03", true);
    assertThat(faults(takeBack(2, "revision=1"))).as("a stopped clock was reckoned by it").containsExactly("appeal.time-limit-used");
    started(1, "2035-04-30", false);
    assertThat(faults(takeBack(1, "revision=2"))).containsExactlyInAnyOrder("appeal.time-limit-followed", "appeal.time-limit-used");
    assertThat(version(2).path("effectiveTo").asString()).isEqualTo("2035-12-31");
  }

  @Test
  void aVersionIsTakenBackUntilTheDayBeforeItIsInForce() {
    var day = today.today();
    add(15, day.toString());
    assertThat(faults(takeBack(1, "revision=1"))).containsExactly("appeal.time-limit-in-force");
    assertThat(add(13, day.plusDays(1).toString()).status()).isEqualTo(201);
    assertThat(takeBack(2, "revision=1&previousTo=" + day).status()).isEqualTo(200);
    assertThat(version(1).path("effectiveTo").asString()).isEqualTo(day.toString());
  }

  @Test
  void theVersionBeforeIsNotEndedBeforeItsClocksNorOpenedIntoAnotherLimit() {
    add(15, "2036-01-01");
    add(13, "2036-05-01");
    started(1, "2036-04-20", false);
    assertThat(takeBack(2, "revision=1&previousTo=2036-04-10").code()).isEqualTo("appeal.time-limit-bound");
    var other = body(9, "2036-06-01");
    other.put("code", code + ".OTHER");
    assertThat(change(2, LocalDate.of(2036, 5, 31), true, 1).status()).isEqualTo(200);
    assertThat(planner.post(PATH, other).status()).isEqualTo(201);
    assertThat(takeBack(2, "revision=2").code()).isEqualTo("appeal.time-limit-contested");
    assertThat(takeBack(2, "revision=2&previousTo=2036-05-31").status()).isEqualTo(200);
  }

  @Test
  void aReasonThatIsNotAllowedRefusesAPauseAndOneThatStandsGoesOnStanding() {
    var standing = objects.appeal(Place.OWN, AppealState.HANDLING);
    var running = objects.appeal(Place.OWN, AppealState.HANDLING);
    var officer = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.COMMUNITY));
    var pause = Map.of("reason", "AT_REQUEST", "words", "来信要求等到五月");
    assertThat(officer.post("/api/appeals/" + standing + "/pause", pause).status()).isEqualTo(200);
    int seen = atRequest().path("revision").asInt();
    assertThat(reason(false, false, seen).status()).isEqualTo(200);
    assertThat(atRequest().path("allowed").asBoolean()).isFalse();
    assertThat(atRequest().path("unconfirmed").asBoolean()).isFalse();
    assertThat(officer.post("/api/appeals/" + running + "/pause", pause).code()).isEqualTo("appeal.pause-not-lawful");
    assertThat(officer.get("/api/appeals/" + standing).body().at("/row/state").asString()).isEqualTo("PAUSED");
    assertThat(reason(true, true, seen).code()).as("who saw the one before is told").isEqualTo("appeal.rules-stale");
    assertThat(reason(true, true, seen + 1).status()).isEqualTo(200);
    assertThat(officer.post("/api/appeals/" + running + "/pause", pause).status()).isEqualTo(200);
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, MatrixWorld.DISTRICT));
    var facts = auditor.get("/api/audit/entries?act=appeal.pause-reason-change").body().at("/items/0/facts");
    assertThat(facts.path("reason").asString()).isEqualTo("AT_REQUEST");
    assertThat(facts.path("after").asBoolean()).isTrue();
  }

  @Test
  void aReasonToPauseRestsOnSomethingAndIsOneOfThose() {
    int seen = atRequest().path("revision").asInt();
    var refused = planner.put(PATH + "/pause-reasons/AT_REQUEST", Map.of("allowed", true, "source", " ", "unconfirmed", true, "revision", seen));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("errors").findValuesAsString("pointer")).containsExactly("/source");
    assertThat(planner.put(PATH + "/pause-reasons/HOLIDAY", Map.of("allowed", true, "source", "x", "unconfirmed", true, "revision", 1))
        .status()).isBetween(400, 404);
  }

  @Test
  void aClockNamesTheVersionItRunsUnder() {
    var clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
    var clock = clerk.get("/api/appeals/" + objects.appeal(Place.OWN, AppealState.HANDLING)).body().at("/clocks/0");
    assertThat(clock.path("ruleCode").asString()).isEqualTo("HOTLINE.REPLY.COMPLAINT");
    assertThat(clock.path("ruleVersion").asInt()).isPositive();
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
    assertThat(street.delete(PATH + "/HOTLINE.ACCEPT/1?revision=1").status()).isEqualTo(403);
    assertThat(street.put(PATH + "/pause-reasons/AT_REQUEST", Map.of("allowed", false, "source", "x", "unconfirmed", true, "revision", 1))
        .status()).isEqualTo(403);
  }
}
