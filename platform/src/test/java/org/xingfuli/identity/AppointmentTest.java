package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.Permission;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Accounts.Account;

/** Who is given which rights by whom, and that they end at once. */
@PlatformTest
@Import(Staff.class)
class AppointmentTest {

  private static final String DISTRICT = "320613";
  private static final String STREET = "320613005";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Transactions transactions;
  @Autowired JdbcClient jdbc;

  private Account administrator;
  private Account security;
  /** Of who opens accounts. */
  private Browser office;
  /** Of who grants rights. */
  private Browser rights;

  @BeforeEach
  void bothAdministratorsAreSignedIn() {
    administrator = staff.withRole(Role.ADMINISTRATOR, DISTRICT);
    security = staff.withRole(Role.SECURITY_OFFICER, DISTRICT);
    office = new Browser(port).signedIn(administrator);
    rights = new Browser(port).signedIn(security);
  }

  private Browser browserOf(Account account) {
    return new Browser(port).signedIn(account);
  }

  private Browser.Answer appoint(UUID person, Role role, String area) {
    return rights.post("/api/people/" + person + "/appointments", Map.of("role", role, "area", area));
  }

  @Test
  void aRevokedRightIsGoneWithTheNextRequest() {
    var auditor = staff.withRole(Role.AUDITOR, DISTRICT);
    var desk = browserOf(auditor);
    assertThat(desk.get("/api/audit/head").status()).isEqualTo(200);
    var appointment = desk.get("/api/session").body().at("/appointments/0/id").asString();
    var revoked = rights.delete("/api/people/" + auditor.personId() + "/appointments/" + appointment);
    assertThat(revoked.status()).isEqualTo(204);
    var refused = desk.get("/api/audit/head");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("common.forbidden");
    assertThat(people.scopeOf(auditor.personId(), Permission.AUDIT_READ)).as("for what is held open").isEmpty();
  }

  @Test
  void aDisabledAccountIsOutWithTheNextRequestAndCannotComeBack() {
    var officer = staff.withRole(Role.STREET_OFFICER, STREET);
    var desk = browserOf(officer);
    assertThat(office.post("/api/people/" + officer.personId() + "/disable", Map.of()).status()).isEqualTo(204);
    assertThat(desk.get("/api/session").status()).isEqualTo(401);
    var answer = desk.signIn(officer.signInName(), officer.password());
    assertThat(answer.code()).isEqualTo("identity.sign-in-failed");
    assertThat(office.post("/api/people/" + officer.personId() + "/enable", Map.of()).status()).isEqualTo(204);
    assertThat(desk.signIn(officer.signInName(), officer.password()).status()).isEqualTo(200);
  }

  @Test
  void anOpenStreamIsCutWithinSecondsOfTheRevocation() throws Exception {
    var commander = staff.withRole(Role.COMMANDER, DISTRICT);
    var wall = browserOf(commander);
    var appointment = wall.get("/api/session").body().at("/appointments/0/id").asString();
    try (var stream = wall.open("/api/events"); var thread = Executors.newSingleThreadExecutor()) {
      assertThat(rights.delete("/api/people/" + commander.personId() + "/appointments/" + appointment).status())
          .isEqualTo(204);
      var rest = thread.submit(stream::readAllBytes);
      assertThat(rest.get(10, TimeUnit.SECONDS)).as("the stream ended, before its next heartbeat").isNotNull();
    }
  }

  @Test
  void anAdministratorReadsNoAuditAndAnAuditorReadsWhoHoldsWhatAndGivesNothing() {
    assertThat(office.get("/api/audit/entries").status()).isEqualTo(403);
    var auditor = browserOf(staff.withRole(Role.AUDITOR, DISTRICT));
    for (var path : List.of("/api/appointments", "/api/people", "/api/security-rules", "/api/tokens")) {
      assertThat(auditor.get(path).status()).as(path).isEqualTo(200);
    }
    var person = staff.withRole(Role.PLANNER, DISTRICT).personId();
    assertThat(auditor.post("/api/people/" + person + "/appointments", Map.of("role", "COMMANDER", "area", DISTRICT)).status())
        .isEqualTo(403);
    assertThat(auditor.post("/api/people/" + person + "/disable", Map.of()).status()).isEqualTo(403);
  }

  @Test
  void nobodyAppointsDisablesOrRevokesOneself() {
    assertThat(appoint(security.personId(), Role.PLANNER, DISTRICT).code()).isEqualTo("identity.own-rights");
    var disabled = office.post("/api/people/" + administrator.personId() + "/disable", Map.of());
    assertThat(disabled.code()).isEqualTo("identity.own-rights");
  }

  @Test
  void aRoleIsGivenOnlyForTheKindOfScopeItAsksFor() {
    var person = staff.withRole(Role.STREET_OFFICER, STREET).personId();
    assertThat(appoint(person, Role.STREET_OFFICER, DISTRICT).code()).isEqualTo("identity.scope-does-not-fit");
    assertThat(appoint(person, Role.CONTRACTOR, STREET).code()).isEqualTo("identity.scope-does-not-fit");
    assertThat(appoint(person, Role.STREET_OFFICER, "320613999").code()).isEqualTo("identity.unknown-area");
    assertThat(appoint(person, Role.STREET_OFFICER, "320602001").code()).as("another district's street answers alike")
        .isEqualTo("identity.unknown-area");
    var projects = Map.of("role", Role.CONTRACTOR, "projectIds", List.of(UUID.randomUUID(), UUID.randomUUID()));
    var refused = rights.post("/api/people/" + person + "/appointments", projects);
    assertThat(refused.body().path("errors").size()).as("each project that is none is named").isEqualTo(2);
    assertThat(refused.body().toString()).contains("identity.unknown-project", "/projectIds/0", "/projectIds/1");
  }

  @Test
  void theSameOfficeIsGivenOnce() {
    var person = staff.withRole(Role.STREET_OFFICER, STREET).personId();
    assertThat(appoint(person, Role.STREET_OFFICER, STREET).code()).isEqualTo("identity.appointed-already");
    assertThat(appoint(person, Role.STREET_OFFICER, "320613006").status()).isEqualTo(201);
  }

  @Test
  void anAppointmentOfTheFutureDoesNotCountYet() {
    var person = staff.withRole(Role.STREET_OFFICER, STREET);
    var wanted = Map.of("role", Role.COMMANDER, "area", DISTRICT, "validFrom", "2099-01-01");
    assertThat(rights.post("/api/people/" + person.personId() + "/appointments", wanted).status()).isEqualTo(201);
    assertThat(browserOf(person).get("/api/session").body().path("appointments").size()).isEqualTo(1);
  }

  @Test
  void eachRightReachesOnlyAsFarAsTheAppointmentThatGivesIt() {
    staff.community("320613006001", "虹桥一社区");
    var person = staff.withRole(Role.STREET_OFFICER, STREET);
    assertThat(appoint(person.personId(), Role.COMMUNITY_OFFICER, "320613006001").status()).isEqualTo(201);
    var edit = people.scopeOf(person.personId(), Permission.ESTATE_EDIT).orElseThrow();
    var read = people.scopeOf(person.personId(), Permission.ESTATE_READ).orElseThrow();
    assertThat(edit.areas()).containsExactly(STREET);
    assertThat(read.areas()).containsExactlyInAnyOrder(STREET, "320613006001");
  }

  @Test
  void theLastTwoWhoGrantRightsCannotRevokeEachOtherAtOnce() throws Exception {
    // In a database of its own there would be two; here the others stand down for the moment of the test.
    var others = transactions.as(SystemScope.of("test"), () -> jdbc.sql("""
            update identity.appointment set revoked_at = now(), revoked_by = person_id
            where role = 'SECURITY_OFFICER' and revoked_at is null and person_id <> ? returning id""")
        .param(security.personId()).query(UUID.class).list());
    try {
      var second = staff.withRole(Role.SECURITY_OFFICER, DISTRICT);
      var desk = browserOf(second);
      List<Callable<Integer>> revokes = List.of(
          () -> revoke(rights, second, desk), () -> revoke(desk, security, rights));
      try (var threads = Executors.newFixedThreadPool(2)) {
        var statuses = threads.invokeAll(revokes).stream().map(f -> f.resultNow()).toList();
        assertThat(statuses).as("at most one succeeds").filteredOn(s -> s == 204).hasSizeLessThan(2);
      }
      assertThat(transactions.as(SystemScope.of("test"), () -> jdbc.sql("""
          select count(*) from identity.appointment where role = 'SECURITY_OFFICER' and revoked_at is null""")
          .query(Long.class).single())).isPositive();
    } finally {
      transactions.run(SystemScope.of("test"), () -> jdbc.sql(
          "update identity.appointment set revoked_at = null, revoked_by = null where id in (:ids)")
          .param("ids", others.isEmpty() ? List.of(new UUID(0, 0)) : others).update());
    }
  }

  private static int revoke(Browser by, Account of, Browser owner) {
    var appointment = owner.get("/api/session").body().at("/appointments/0/id").asString();
    return by.delete("/api/people/" + of.personId() + "/appointments/" + appointment).status();
  }

  @Test
  void whoOpensAccountsGivesNoRightsAndWhoGivesRightsOpensNoAccounts() {
    var person = staff.withRole(Role.STREET_OFFICER, STREET).personId();
    var wanted = Map.of("role", Role.COMMANDER, "area", DISTRICT);
    assertThat(office.post("/api/people/" + person + "/appointments", wanted).status()).isEqualTo(403);
    var newcomer = Map.of("name", "新同事", "title", "科员", "signInName", "newcomer-x",
        "organisationId", organisations.byArea(DISTRICT).orElseThrow().id());
    assertThat(rights.post("/api/people", newcomer).status()).isEqualTo(403);
    assertThat(rights.post("/api/people/" + person + "/disable", Map.of()).status()).isEqualTo(403);
    assertThat(rights.get("/api/audit/entries").status()).isEqualTo(403);
  }

  @Test
  void everyAppointmentIsWrittenDown() {
    var person = staff.withRole(Role.STREET_OFFICER, STREET).personId();
    appoint(person, Role.STREET_OFFICER, "320613006");
    var auditor = browserOf(staff.withRole(Role.AUDITOR, DISTRICT));
    var entries = auditor.get("/api/audit/entries?act=identity.appoint").body().path("items").toString();
    assertThat(entries).contains(person.toString(), "320613006", security.personId().toString());
  }

  @Test
  void whatWasRefusedIsWrittenDown() {
    var officer = staff.withRole(Role.STREET_OFFICER, STREET);
    browserOf(officer).get("/api/people");
    var auditor = browserOf(staff.withRole(Role.AUDITOR, DISTRICT));
    var entries = auditor.get("/api/audit/entries?act=identity.access-refused").body().path("items").toString();
    assertThat(entries).contains(officer.personId().toString(), "PEOPLE_READ", "/api/people");
  }

  @Test
  void anOrganisationJoinsTheTreeWhereItBelongs() {
    var district = organisations.byArea(DISTRICT).orElseThrow().id();
    var firm = office.post("/api/organisations", Map.of("parentId", district, "kind", "CONTRACTOR", "name", "示范施工一队"));
    assertThat(firm.status()).isEqualTo(201);
    var wrong = Map.of("parentId", district, "kind", "COMMUNITY", "name", "无街道社区", "area", "320613005009");
    assertThat(office.post("/api/organisations", wrong).code()).isEqualTo("identity.wrong-parent");
    var id = firm.body().path("id").asString();
    assertThat(office.patch("/api/organisations/" + id, Map.of("name", "示范施工二队")).body().path("name").asString())
        .isEqualTo("示范施工二队");
    assertThat(organisations.find(UUID.fromString(id)).orElseThrow().name()).isEqualTo("示范施工二队");
  }
}
