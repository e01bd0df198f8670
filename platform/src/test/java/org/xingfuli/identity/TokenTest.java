package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.JsonNode;

/** A machine acts for a person with a token, no further than the person reaches and not a moment longer. */
@PlatformTest
@Import(Staff.class)
class TokenTest {

  private static final LocalDate SOON = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30);

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired JdbcClient jdbc;
  @Autowired Transactions transactions;

  private static Map<String, Object> wanted(String... permissions) {
    return Map.of("name", "日报导出", "permissions", List.of(permissions), "lastDay", SOON);
  }

  private static String made(Browser owner, String... permissions) {
    var answer = owner.post("/api/account/tokens", wanted(permissions));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body().path("secret").asString();
  }

  /** A machine: no cookies, no CSRF token, nothing but the header. */
  private Browser.Answer machine(String secret, String method, String path, @Nullable Object body) {
    var machine = new Browser(port);
    var request = HttpRequest.newBuilder(machine.at(path)).header("Authorization", "Bearer " + secret);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(Browser.json(body)));
    }
    return machine.send(request.build());
  }

  private Account planner() {
    return staff.withRole(Role.PLANNER, "320613");
  }

  @Test
  void aTokenOpensWhatItNamesAndNothingElse() {
    var secret = made(new Browser(port).signedIn(planner()), "PROGRAMME_READ");
    assertThat(secret).startsWith("xfl_").hasSize(4 + 43);
    assertThat(machine(secret, "GET", "/api/programmes", null).status()).isEqualTo(200);
    assertThat(machine(secret, "GET", "/api/estates", null).code()).isEqualTo("common.forbidden");
    assertThat(machine(secret, "GET", "/api/session", null).body().path("permissions").toString())
        .isEqualTo("[\"SESSION\",\"PROGRAMME_READ\"]");
  }

  @Test
  void aTokenWritesWithoutACsrfTokenAndUnderItsOwnersName() {
    var account = planner();
    var secret = made(new Browser(port).signedIn(account), "PROGRAMME_EDIT");
    var answer = machine(secret, "POST", "/api/programmes", Map.of("year", 2031, "name", "由程序开设"));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    var by = transactions.as(SystemScope.of("test"), () -> jdbc.sql(
        "select principal from audit.entry where act = 'programme.open' order by id desc limit 1")
        .query(java.util.UUID.class).single());
    assertThat(by).isEqualTo(account.personId());
  }

  @Test
  void theAuditSaysThatAMachineActedAndWithWhichToken() {
    var owner = new Browser(port).signedIn(planner());
    var secret = made(owner, "PROGRAMME_EDIT");
    var token = owner.get("/api/account/tokens").body().path(0).path("id").asString();
    var id = machine(secret, "POST", "/api/programmes", Map.of("year", 2033, "name", "由程序开设")).body().path("id").asString();
    var byHand = owner.post("/api/programmes", Map.of("year", 2034, "name", "由本人开设")).body().path("id").asString();
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, "320613"));
    var acts = auditor.get("/api/audit/entries?act=programme.open").body();
    assertThat(facts(acts, id).path("byToken").asString()).isEqualTo(token);
    assertThat(facts(acts, byHand).has("byToken")).as("a person acted").isFalse();
    assertThat(acts.toString()).doesNotContain(secret.substring(4));
    assertThat(auditor.read("/api/audit/entries.xlsx?act=programme.open").text()).contains(token);
  }

  private static JsonNode facts(JsonNode acts, String subject) {
    return acts.path("items").valueStream().filter(act -> act.path("subjectId").asString().equals(subject))
        .findFirst().orElseThrow().path("facts");
  }

  @Test
  void aTokenSeesNoFurtherThanItsOwner() {
    var secret = made(new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, "320613005")), "ESTATE_EDIT");
    var elsewhere = machine(secret, "POST", "/api/estates", Map.of("code", "T-1", "name", "界外", "street", "320613006"));
    assertThat(elsewhere.code()).as("%s", elsewhere.body()).isEqualTo("estate.outside-scope");
  }

  @Test
  void aTokenChangesNothingOfTheAccountItBelongsTo() {
    var secret = made(new Browser(port).signedIn(planner()), "PROGRAMME_READ");
    assertThat(machine(secret, "POST", "/api/account/tokens", wanted("PROGRAMME_READ")).code())
        .isEqualTo("identity.not-by-token");
    assertThat(machine(secret, "POST", "/api/session/password", Map.of("current", "x", "next", "y")).code())
        .isEqualTo("identity.not-by-token");
    assertThat(machine(secret, "DELETE", "/api/account/sessions", null).code()).isEqualTo("identity.not-by-token");
  }

  @Test
  void aTokenGivesNoRightsEvenWhenItsOwnerMay() {
    var administrator = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, "320613"));
    var permission = administrator.get("/api/session").body().path("permissions").toString().contains("RIGHTS_GRANT")
        ? "RIGHTS_GRANT"
        : "PEOPLE_MANAGE";
    var secret = made(administrator, permission);
    assertThat(machine(secret, "POST", "/api/people/" + planner().personId() + "/appointments",
        Map.of("role", "COMMANDER", "area", "320613")).code()).isEqualTo("identity.not-by-token");
  }

  @Test
  void noTokenIsWiderThanItsOwnerOrLastsPastAYearOrOpensNothing() {
    var browser = new Browser(port).signedIn(planner());
    assertThat(browser.post("/api/account/tokens", wanted("PEOPLE_MANAGE")).code()).isEqualTo("identity.token-too-wide");
    assertThat(browser.post("/api/account/tokens", wanted()).code()).isEqualTo("identity.token-opens-nothing");
    var all = browser.post("/api/account/tokens",
        Map.of("name", " ", "permissions", List.of("AUDIT_READ"), "lastDay", SOON.plusYears(2)));
    assertThat(all.status()).isEqualTo(422);
    assertThat(all.body().path("errors").toString())
        .contains("identity.bad-name", "identity.token-too-wide", "identity.token-end");
  }

  @Test
  void aRevokedTokenAndARightItsOwnerLostStopWithTheNextRequest() {
    var account = planner();
    var browser = new Browser(port).signedIn(account);
    var secret = made(browser, "PROGRAMME_READ");
    assertThat(machine(secret, "GET", "/api/programmes", null).status()).isEqualTo(200);
    transactions.run(SystemScope.of("test"), () -> jdbc.sql(
        "update identity.appointment set revoked_at = now(), revoked_by = person_id where person_id = ?")
        .param(account.personId()).update());
    assertThat(machine(secret, "GET", "/api/programmes", null).status()).isEqualTo(403);
    var other = new Browser(port).signedIn(planner());
    var revoked = made(other, "PROGRAMME_READ");
    var id = other.get("/api/account/tokens").body().path(0).path("id").asString();
    assertThat(other.delete("/api/account/tokens/" + id).status()).isEqualTo(204);
    var begun = Instant.now();
    var answer = machine(revoked, "GET", "/api/programmes", null);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("identity.token-unknown");
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void theSecretIsShownOnceAndStoredNowhere() {
    var browser = new Browser(port).signedIn(planner());
    var secret = made(browser, "PROGRAMME_READ");
    assertThat(browser.get("/api/account/tokens").response().body()).doesNotContain(secret).contains(secret.substring(0, 10));
    var stored = transactions.as(SystemScope.of("test"), () -> jdbc.sql(
        "select count(*) from identity.api_token where position(:secret in cast(api_token.* as text)) > 0")
        .param("secret", secret.substring(12)).query(Long.class).single());
    assertThat(stored).isZero();
  }

  @Test
  void somebodyElsesTokenIsTakenBackByTheSecurityAdministratorAndByNobodyElse() {
    var browser = new Browser(port).signedIn(planner());
    var secret = made(browser, "PROGRAMME_READ");
    var id = browser.get("/api/account/tokens").body().path(0).path("id").asString();
    var stranger = new Browser(port).signedIn(planner());
    assertThat(stranger.delete("/api/account/tokens/" + id).status()).isEqualTo(404);
    assertThat(stranger.get("/api/tokens").status()).isEqualTo(403);
    var officer = new Browser(port).signedIn(staff.withRole(Role.SECURITY_OFFICER, "320613"));
    var seen = officer.get("/api/tokens?limit=1").body();
    assertThat(seen.path("items").path(0).path("id").asString()).isEqualTo(id);
    assertThat(seen.path("items").path(0).path("ownerName").asString()).isEqualTo("计划员");
    assertThat(officer.delete("/api/tokens/" + id).status()).isEqualTo(204);
    assertThat(machine(secret, "GET", "/api/programmes", null).status()).isEqualTo(401);
    assertThat(officer.read("/api/tokens.xlsx").text()).contains("日报导出");
  }

  @Test
  void onesOwnTokensAndSessionsGoOutWithoutASecretAndNobodyElses() {
    var account = planner();
    var browser = new Browser(port).signedIn(account);
    var secret = made(browser, "PROGRAMME_READ");
    made(new Browser(port).signedIn(planner()), "CHART_READ");
    assertThat(browser.rows("/api/account/tokens.xlsx")).singleElement()
        .satisfies(row -> assertThat(row).startsWith("日报导出", secret.substring(0, 10) + "…", "查看年度"));
    assertThat(browser.read("/api/account/tokens.xlsx").text()).doesNotContain(secret);
    new Browser(port).signedIn(account);
    var sessions = browser.get("/api/account/sessions").body();
    assertThat(browser.rows("/api/account/sessions.xlsx")).hasSize(2).hasSameSizeAs(sessions)
        .extracting(List::getLast).containsExactlyInAnyOrder("是", "否");
    assertThat(browser.read("/api/account/sessions.xlsx").text())
        .doesNotContain(browser.cookie("xingfuli").orElseThrow().getValue());
  }

  @Test
  void theTableOfRightsGoesOutAsItStandsInTheCatalogue() {
    var officer = new Browser(port).signedIn(staff.withRole(Role.SECURITY_OFFICER, "320613"));
    var roles = officer.get("/api/roles").body();
    var rows = officer.rows("/api/roles.xlsx");
    assertThat(rows).hasSize(Permission.values().length - 1);
    for (int role = 0; role < roles.size(); role++) {
      int column = role + 2;
      assertThat(rows.stream().filter(row -> row.size() > column && row.get(column).equals("●")).map(row -> row.get(1)))
          .containsExactlyElementsOf(roles.get(role).path("permissions").valueStream().map(JsonNode::asString)
              .filter(right -> !right.equals("SESSION")).toList());
    }
    assertThat(officer.rows("/api/appointments.xlsx").size())
        .isEqualTo(officer.get("/api/appointments?limit=1").body().path("total").asInt());
  }

  @Test
  void aBadTokenNeverFallsBackOnTheSessionBesideIt() {
    var browser = new Browser(port).signedIn(planner());
    var request = HttpRequest.newBuilder(browser.at("/api/programmes")).header("Authorization", "Bearer xfl_invented").GET();
    assertThat(browser.send(request.build()).status()).isEqualTo(401);
  }
}
