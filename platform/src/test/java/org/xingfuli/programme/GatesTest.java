package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.kernel.UuidV7;
import tools.jackson.databind.JsonNode;

/** A gate is passed when everything required stands, by hand or by another module, and not before. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import({Staff.class, AYear.class})
class GatesTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired ApplicationEventPublisher events;
  @Autowired JdbcClient jdbc;
  @Autowired Programmes programmes;
  @Autowired MovableBusinessClock clock;

  private AYear.Frozen year;
  private Browser agent;
  private Browser planner;
  private Browser commander;

  @BeforeAll
  void aYearIsFrozen() {
    year = years.frozen();
    clock.moveTo(years.planned(year.programme(), year.projects().getFirst(), "P01").start());
    years.system(() -> {
      programmes.forecastNow(year.programme());
      return true;
    });
    agent = new Browser(port).signedIn(staff.inProject(Role.DELIVERY_AGENT, year.projects().getFirst()));
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    commander = new Browser(port).signedIn(staff.withRole(Role.COMMANDER, "320613"));
  }

  private static JsonNode gate(JsonNode view, String code) {
    return view.path("gates").valueStream().filter(each -> each.path("code").asString().equals(code)).findFirst().orElseThrow();
  }

  private Browser.Answer state(UUID project, String gate, String condition, String state, String reason) {
    return state(planner, project, gate, condition, state, reason);
  }

  private static Browser.Answer state(Browser who, UUID project, String gate, String condition, String state, String reason) {
    return who.put("/api/projects/" + project + "/gates/" + gate + "/conditions/" + condition,
        Map.of("state", state, "reason", reason));
  }

  @Test
  void theStartGateOpensTheProjectOnlyWhenEverythingRequiredStandsOrWasWaivedWithAReason() {
    var project = year.projects().getFirst();
    var path = "/api/projects/" + project;
    var start = gate(agent.get(path + "/gates").body(), "START");
    assertThat(start.path("due").asString()).isEqualTo(years.planned(year.programme(), project, "C01").start().toString());
    assertThat(start.path("next").asBoolean()).isTrue();
    assertThat(start.path("conditions").valueStream().filter(each -> each.path("code").asString().startsWith("VOTE_"))).hasSize(4)
        .allSatisfy(each -> assertThat(each.path("source").asString()).contains("民法典278"));

    var early = agent.post(path + "/gates/START/passage", Map.of());
    assertThat(early.code()).isEqualTo("programme.gate-incomplete");
    assertThat(state(project, "START", "VOTE_PLAN", "MET", "").code()).isEqualTo("programme.gate-evidence-missing");
    assertThat(state(commander, project, "START", "CONSENT_RATIO", "WAIVED", " ").code()).isEqualTo("programme.gate-reason-missing");

    start.path("conditions").valueStream().filter(each -> !each.path("code").asString().equals("CONSENT_RATIO"))
        .forEach(each -> assertThat(state(project, "START", each.path("code").asString(), "MET", "文号").status()).isEqualTo(200));
    var nearly = gate(agent.get(path + "/gates").body(), "START");
    assertThat(nearly.path("missing").asInt()).isEqualTo(1);
    assertThat(state(commander, project, "START", "CONSENT_RATIO", "WAIVED", "指挥部例会同意").status()).isEqualTo(200);
    var waiver = commander.post(path + "/gates/START/passage", Map.of());
    assertThat(waiver.code()).as("who waived does not pass").isEqualTo("programme.gate-second-person");
    assertThat(gate(commander.get(path + "/gates").body(), "START").path("passedByAnother").asBoolean()).isTrue();
    assertThat(state(commander, project, "START", "CONSENT_RATIO", "OPEN", "撤回").status()).isEqualTo(200);
    assertThat(state(project, "START", "CONSENT_RATIO", "MET", "统计 1 号").status()).isEqualTo(200);
    assertThat(planner.post(path + "/gates/START/passage", Map.of()).code()).as("nor who stated everything")
        .isEqualTo("programme.gate-second-person");
    state(project, "START", "CONSENT_RATIO", "OPEN", "改为豁免");
    assertThat(state(commander, project, "START", "CONSENT_RATIO", "WAIVED", "指挥部例会同意").status()).isEqualTo(200);
    var passed = agent.post(path + "/gates/START/passage", Map.of());
    assertThat(passed.status()).as("%s", passed.body()).isEqualTo(201);
    assertThat(passed.body().path("stage").asString()).isEqualTo("MOBILISED");
    assertThat(gate(passed.body(), "START").path("waived").asInt()).isEqualTo(1);

    assertThat(state(project, "START", "VOTE_PLAN", "OPEN", "撤回").code()).isEqualTo("programme.gate-passed-already");
    assertThat(agent.post(path + "/stage", Map.of("act", "ACCEPT")).code()).isEqualTo("programme.gate-before-it");
    assertThat(agent.post(path + "/stage", Map.of("act", "BEGIN")).body().path("stage").asString()).isEqualTo("UNDERWAY");
    assertThat(agent.post(path + "/stage", Map.of("act", "ARCHIVE")).code()).isEqualTo("state.illegal-act");
  }

  @Test
  void aConditionIsStatedByWhoeverHasToFulfilItOrByThePlannerFromPaper() {
    var project = year.projects().get(1);
    var leader = new Browser(port).signedIn(staff.inProject(Role.DELIVERY_AGENT, project));
    var supervisor = new Browser(port).signedIn(staff.inProject(Role.SUPERVISOR, project));
    assertThat(state(leader, project, "START", "CONTRACT", "MET", "合同 1 号").status()).isEqualTo(200);
    assertThat(state(leader, project, "START", "VOTE_PLAN", "MET", "表决 1 号").code()).isEqualTo("programme.gate-not-yours");
    assertThat(state(supervisor, project, "START", "CONTRACT", "OPEN", "补章").code()).isEqualTo("programme.gate-not-yours");
    assertThat(state(supervisor, project, "START", "WAGE_ACCOUNT", "MET", "开户 1 号").status())
        .as("the contractor's is stated by its supervisor").isEqualTo(200);
    assertThat(state(commander, project, "START", "VOTE_PLAN", "MET", "表决 1 号").code()).isEqualTo("programme.gate-not-yours");
    assertThat(state(planner, project, "START", "VOTE_PLAN", "MET", "表决 1 号").status()).isEqualTo(200);
    var view = gate(leader.get("/api/projects/" + project + "/gates").body(), "START").path("conditions");
    assertThat(acts(view, "CONTRACT")).isEqualTo("[\"OPEN\"]");
    assertThat(acts(view, "FISCAL_REVIEW")).isEqualTo("[\"MET\"]");
    assertThat(acts(view, "VOTE_PLAN")).isEqualTo("[]");
  }

  private static String acts(JsonNode conditions, String code) {
    return conditions.valueStream().filter(each -> each.path("code").asString().equals(code)).findFirst().orElseThrow()
        .path("acts").toString();
  }

  @Test
  void onlyACommanderWaivesAndNobodyWhatTheLawAsksFor() {
    var project = year.projects().get(1);
    assertThat(state(planner, project, "ROOF", "RAIN_PLAN", "WAIVED", "例会同意").code())
        .isEqualTo("programme.gate-waived-by-commander");
    assertThat(state(commander, project, "ROOF", "CONCEALED_SIGNED", "WAIVED", "例会同意").code()).isEqualTo("programme.gate-by-law");
    assertThat(state(commander, project, "ROOF", "RAIN_PLAN", "WAIVED", "例会同意").status()).isEqualTo(200);
    assertThat(state(commander, project, "ROOF", "RAIN_PLAN", "OPEN", "撤回").status()).isEqualTo(200);
  }

  @Test
  void whoMayNotDecideReadsAndWhoseProjectItIsNotFindsNothing() {
    var project = year.projects().get(1);
    var contractor = new Browser(port).signedIn(staff.inProject(Role.CONTRACTOR, project));
    assertThat(contractor.get("/api/projects/" + project + "/gates").status()).isEqualTo(200);
    assertThat(contractor.put("/api/projects/" + project + "/gates/START/conditions/CONTRACT",
        Map.of("state", "MET", "reason", "x")).status()).isEqualTo(403);
    assertThat(agent.get("/api/projects/" + project + "/gates").status()).isEqualTo(404);
  }

  @Test
  void anotherModuleStatesAConditionByEventAndTheSameEventTwiceIsOnce() throws InterruptedException {
    var project = year.projects().get(2);
    var stated = new GateConditionStated(UuidV7.create(), project, "START", "VOTE_PLAN", "assembly", true, "表决结果公示 1 号", List.of());
    for (int time = 0; time < 2; time++) {
      years.system(() -> {
        events.publishEvent(stated);
        return true;
      });
    }
    for (int tries = 0; tries < 100 && !condition(planner, project).path("state").asString().equals("MET"); tries++) {
      Thread.sleep(50);
    }
    assertThat(condition(planner, project).path("state").asString()).isEqualTo("MET");
    assertThat(condition(planner, project).path("via").asString()).isEqualTo("assembly");
    assertThat(years.system(() -> jdbc.sql("select count(*) from programme.gate_standing where project_id = ?").param(project)
        .query(Integer.class).single())).as("taken down once").isEqualTo(1);
  }

  private static JsonNode condition(Browser planner, UUID project) {
    return gate(planner.get("/api/projects/" + project + "/gates").body(), "START").path("conditions").valueStream()
        .filter(each -> each.path("code").asString().equals("VOTE_PLAN")).findFirst().orElseThrow();
  }
}
