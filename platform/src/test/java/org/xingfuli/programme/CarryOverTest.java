package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Accounts.Account;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.People;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.notice.AllSaid;
import org.xingfuli.notice.flow.TakeApart;
import tools.jackson.databind.JsonNode;

/** A project that was not finished goes on in the next year as it was left, and the year it comes from lets go of it. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import({Staff.class, AYear.class})
class CarryOverTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired People people;
  @Autowired ApplicationEventPublisher events;
  @Autowired TakeApart takeApart;
  @Autowired MovableBusinessClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Transactions transactions;

  private AYear.Frozen year;
  private UUID later;
  private UUID before;
  private UUID after;
  private Browser agent;
  private Browser planner;
  private Browser commander;
  private Account appointed;

  @BeforeAll
  void aProjectUnderWayIsTakenOver() {
    year = years.frozen();
    before = year.projects().getFirst();
    var began = years.planned(year.programme(), before, "R03");
    years.goneAsPlanned(year.programme(), began.start().plusDays(1));
    appointed = staff.inProject(Role.DELIVERY_AGENT, before);
    agent = new Browser(port).signedIn(appointed);
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    commander = new Browser(port).signedIn(staff.withRole(Role.COMMANDER, "320613"));
    opened();
    assertThat(post(planner, path(before) + "/contracts", Map.of("number", "SG-1", "name", "施工合同", "party", "甲建", "signedOn",
        clock.today().toString(), "amount", 1_000_000)).status()).isEqualTo(201);
    valued(before, 400_000);
    years.system(() -> jdbc.sql("""
        insert into estate.work_line (id, estate_id, area, edition, code, derived, quantity, unit_cost)
        select ?, e.id, e.area, 1, 'W01', 6000, 6000, 500 from estate.estate e where e.id = ?""")
        .params(UuidV7.create(), year.estates().getFirst()).update());
    var roof = years.planned(year.programme(), before, "R05").id();
    var draft = post(planner, "/api/programmes/" + year.programme() + "/drafts", Map.of("name", "加装电梯", "edits", List.of(Map.of(
        "kind", "ADD", "activity", roof, "extra", Map.of("name", "加装电梯基坑", "days", 9, "outdoor", true)))));
    var adopted = post(planner, "/api/drafts/" + draft.body().at("/id").asString() + "/adopt", Map.of("reason", "居民要求"));
    assertThat(adopted.status()).as("%s %s", draft.body(), adopted.body()).isEqualTo(200);
    later = years.open();
    var carried = post(planner, "/api/programmes/" + later + "/carry-over",
        Map.of("fromProgramme", year.programme(), "projectIds", List.of(before), "reason", "错过施工季"));
    assertThat(carried.status()).as("%s", carried.body()).isEqualTo(201);
    after = UUID.fromString(carried.body().at("/0/id").asString());
  }

  /** The start gate stands and is passed, and works have begun. */
  private void opened() {
    planner.get(path(before) + "/gates").body().path("gates").get(0).path("conditions").forEach(each -> assertThat(planner.put(
        path(before) + "/gates/START/conditions/" + each.path("code").asString(), Map.of("state", "MET", "reason", "文号")).status()).isEqualTo(200));
    assertThat(post(commander, path(before) + "/gates/START/passage", Map.of()).status()).isEqualTo(201);
    assertThat(post(agent, path(before) + "/stage", Map.of("act", "BEGIN")).status()).isEqualTo(201);
  }

  private void valued(UUID project, int amount) {
    assertThat(post(planner, path(project) + "/ledger", Map.of("month", clock.today().withDayOfMonth(1).toString(), "kind", "VALUATION",
        "amount", amount, "document", "计价单")).status()).isEqualTo(201);
  }

  private static String path(UUID project) {
    return "/api/projects/" + project;
  }

  private static Browser.Answer post(Browser who, String path, Object body) {
    return who.post(path, body);
  }

  private JsonNode budget(UUID project) {
    return planner.get(path(project) + "/budget").body();
  }

  @Test
  void whoWasAppointedToItReachesItInTheYearThatGoesOnWithItAndIsToldOfIt() {
    assertThat(agent.get(path(after) + "/gates").status()).isEqualTo(200);
    assertThat(agent.get(path(after) + "/weekly-report").status()).isEqualTo(200);
    assertThat(agent.get("/api/programmes/" + later + "/projects").body()).hasSize(1);
    assertThat(agent.get(path(year.projects().get(1)) + "/gates").status()).as("no other").isEqualTo(404);
    assertThat(people.holders(Role.DELIVERY_AGENT, null, after)).containsExactly(appointed.personId());
    var newcomer = new Browser(port).signedIn(staff.inProject(Role.CONTRACTOR, after));
    assertThat(newcomer.get(path(before) + "/gates").status()).as("who came later has nothing to do with the year before").isEqualTo(404);
    assertThat(planner.get("/api/estates/" + year.estates().getFirst() + "/people").body().valueStream()
        .filter(each -> each.path("role").asString().equals("DELIVERY_AGENT")).map(each -> each.path("name").asString()))
        .as("the estate's page names who goes on with it").hasSize(1).doesNotContain("");
  }

  @Test
  void itsStageItsGatesAndWhoStatedThemComeAlongAndHistoryTellsThemOnce() {
    var there = planner.get(path(before) + "/gates").body();
    var here = planner.get(path(after) + "/gates").body();
    assertThat(here.path("stage").asString()).isEqualTo("UNDERWAY").isEqualTo(there.path("stage").asString());
    assertThat(here.at("/gates/0/passedOn")).isEqualTo(there.at("/gates/0/passedOn"));
    assertThat(here.at("/gates/0/conditions/0/statedBy")).isEqualTo(there.at("/gates/0/conditions/0/statedBy"));
    assertThat(here.at("/gates/0/conditions/0/state").asString()).isEqualTo("MET");
    var acts = planner.get("/api/estates/" + year.estates().getFirst() + "/programme-history").body().path("items").valueStream()
        .map(each -> each.path("act").asString()).filter(act -> act.equals("programme.gate-pass") || act.equals("programme.contract"));
    assertThat(acts).containsExactlyInAnyOrder("programme.gate-pass", "programme.contract");
  }

  @Test
  void aContractBindsTheYearByWhatWasNotValuedBeforeAlsoWhenABillComesLate() {
    var here = budget(after);
    assertThat(here.at("/contracts/0/amount").decimalValue()).isEqualByComparingTo("1000000");
    assertThat(here.at("/contracts/0/carried").asBoolean()).isTrue();
    assertThat(here.path("contracted").decimalValue()).isEqualByComparingTo("600000");
    valued(before, 100_000);
    assertThat(budget(after).path("contracted").decimalValue()).isEqualByComparingTo("500000");
    assertThat(budget(after).at("/contracts/0/valuedBefore").decimalValue()).isEqualByComparingTo("500000");
  }

  @Test
  void theMenuOfAProjectThatCameHalfDoneIsWhatWasLeftOfIt() {
    var draft = post(planner, path(after) + "/budget/draft", Map.of()).body().at("/draft/lines/0");
    assertThat(draft.path("code").asString()).isEqualTo("W01");
    assertThat(draft.path("quantity").asDouble()).as("some of the roof works were done").isGreaterThan(0).isLessThan(6000);
    post(planner, path(before) + "/budget/draft", Map.of());
    assertThat(budget(before).at("/draft/lines/0/quantity").asDouble()).as("all of it in the first year").isEqualTo(6000);
  }

  @Test
  void workThatOnlyThisProjectHasComesAlong() {
    var plan = post(planner, "/api/programmes/" + later + "/plans", Map.of()).body().at("/id").asString();
    var bars = planner.get("/api/programmes/" + later + "/timetable?plan=" + plan).body().at("/activities").valueStream();
    assertThat(bars.filter(bar -> bar.at("/projectId").asString().equals(after.toString()) && bar.at("/code").asString().equals("EX1")))
        .singleElement().satisfies(bar -> assertThat(bar.at("/name/zh").asString()).isEqualTo("加装电梯基坑"));
  }

  @Test
  void nobodyIsToldOfANodeOfTheYearItComesFrom() {
    var other = year.projects().get(1);
    var neighbour = new Browser(port).signedIn(staff.inProject(Role.SUPERVISOR, other));
    var late = new Browser(port).signedIn(staff.inProject(Role.SUPERVISOR, before));
    // What was said before the project was carried over reaches whoever holds the role when it is told.
    AllSaid.reaches(takeApart, transactions, jdbc);
    var toNeighbour = missed(neighbour);
    var toLate = missed(late);
    years.system(() -> {
      var node = jdbc.sql("""
          select n.node_id from programme.forecast_node n join programme.forecast_node m using (node_id)
          where n.project_id = ? and m.project_id = ? limit 1""").params(before, other).query(UUID.class).single();
      List.of(before, other).forEach(project -> events.publishEvent(new NodeMissed(UuidV7.create(), year.programme(), project, node, 1)));
      return true;
    });
    for (int at = 0; at < 200 && missed(neighbour) == toNeighbour; at++) {
      AllSaid.reaches(takeApart, transactions, jdbc);
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(missed(neighbour)).isGreaterThan(toNeighbour);
    assertThat(missed(late)).isEqualTo(toLate);
  }

  /** How often; the same said again is one notice that counts. */
  private static int missed(Browser who) {
    return who.get("/api/notices?limit=50").body().path("items").valueStream()
        .filter(notice -> notice.path("kind").asString().equals("programme.node-missed"))
        .mapToInt(notice -> notice.path("times").asInt()).sum();
  }

  @Test
  void theYearItComesFromAsksNothingOfItAnyMoreAndSaysWhereItGoesOn() {
    var activity = years.planned(year.programme(), before, "R03");
    var report = post(agent, "/api/activities/" + activity.id() + "/progress-reports", Map.of("percent", 50, "daysLost", 0));
    assertThat(report.code()).as("%s", report.body()).isEqualTo("programme.goes-on-elsewhere");
    assertThat(report.body().toString()).contains(planner.get("/api/programmes/" + later + "/projects").body().at("/0/code").asString());
    assertThat(post(agent, path(before) + "/weekly-reports", Map.of("lines", List.of(), "note", "本周停工")).code())
        .isEqualTo("programme.goes-on-elsewhere");
    assertThat(planner.put(path(before) + "/gates/ROOF_CLOSED/conditions/x", Map.of("state", "MET", "reason", "文号")).code())
        .isEqualTo("programme.goes-on-elsewhere");
    assertThat(post(agent, path(before) + "/stage", Map.of("act", "ARCHIVE")).code()).isEqualTo("programme.goes-on-elsewhere");
    assertThat(agent.get(path(before) + "/weekly-report").body().path("lines")).isEmpty();
    var week = planner.get("/api/programmes/" + year.programme() + "/weekly-reports").body().path("rows").valueStream()
        .filter(row -> row.path("projectId").asString().equals(before.toString())).findFirst().orElseThrow();
    assertThat(week.path("state").asString()).isEqualTo("NOTHING_DUE");
  }
}
