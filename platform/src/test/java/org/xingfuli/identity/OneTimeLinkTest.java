package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.flow.Links;
import org.xingfuli.identity.flow.ResetPassword;
import org.xingfuli.identity.model.OneTimeLink.Purpose;

/** Links that let somebody set a password once; nobody is ever given a default one. */
@PlatformTest
@Import(Staff.class)
class OneTimeLinkTest {

  private static final String PASSWORD = "seven quiet lanterns";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired Organisations organisations;
  @Autowired Links links;
  @Autowired ResetPassword reset;
  @Autowired Transactions transactions;
  @Autowired JdbcClient jdbc;

  private Browser browser() {
    var browser = new Browser(port);
    browser.get("/api/session");
    return browser;
  }

  private static Map<String, Object> newcomer(UUID organisation) {
    return Map.of("name", "新同事", "title", "科员", "signInName", "new-" + UUID.randomUUID().toString().substring(24),
        "organisationId", organisation);
  }

  private String tokenOf(Browser.Answer answer, String field) {
    var link = answer.body().path(field).asString();
    assertThat(link).startsWith("http://localhost:" + port + "/setup/");
    return link.substring(link.lastIndexOf('/') + 1);
  }

  @Test
  void aNewPersonSetsAPasswordOnceAndSignsIn() {
    var office = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, "320613"));
    var wanted = newcomer(organisations.byArea("320613005").orElseThrow().id());
    var token = tokenOf(office.post("/api/people", wanted), "setPasswordLink");
    var look = browser().get("/api/setup/" + token).body();
    assertThat(look.path("valid").asBoolean()).isTrue();
    assertThat(look.path("purpose").asString()).isEqualTo("SET_PASSWORD");
    assertThat(look.path("name").asString()).isEqualTo("新同事");
    assertThat(browser().post("/api/setup/" + token, Map.of("password", "short")).code())
        .isEqualTo("identity.password-too-short");
    assertThat(browser().post("/api/setup/" + token, Map.of("password", PASSWORD)).status()).isEqualTo(204);
    assertThat(browser().post("/api/setup/" + token, Map.of("password", "another " + PASSWORD)).code())
        .isEqualTo("identity.link-spent");
    assertThat(browser().get("/api/setup/" + token).body().path("valid").asBoolean()).isFalse();
    assertThat(browser().signIn((String) wanted.get("signInName"), PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void usedByManyAtOnceItWorksOnce() throws Exception {
    var account = staff.withRole(Role.STREET_OFFICER, "320613005");
    var token = transactions.as(SystemScope.of("test"), () -> reset.link(account.personId()));
    List<Callable<Integer>> uses = IntStream.range(0, 6)
        .<Callable<Integer>>mapToObj(i -> () ->
            browser().post("/api/setup/" + token, Map.of("password", PASSWORD + " " + i)).status())
        .toList();
    try (var threads = Executors.newFixedThreadPool(6)) {
      var statuses = threads.invokeAll(uses).stream().map(f -> f.resultNow()).toList();
      assertThat(statuses).filteredOn(s -> s == 204).hasSize(1);
      assertThat(statuses).filteredOn(s -> s == 410).hasSize(5);
    }
  }

  @Test
  void aNewerLinkMakesTheOlderWorthless() {
    var account = staff.withRole(Role.STREET_OFFICER, "320613005");
    var office = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, "320613"));
    var path = "/api/people/" + account.personId() + "/password-link";
    var older = tokenOf(office.post(path, Map.of()), "link");
    var newer = tokenOf(office.post(path, Map.of()), "link");
    assertThat(browser().get("/api/setup/" + older).body().path("valid").asBoolean()).isFalse();
    assertThat(browser().get("/api/setup/" + newer).body().path("valid").asBoolean()).isTrue();
  }

  @Test
  void aLinkEndsAfterADay() {
    var account = staff.withRole(Role.STREET_OFFICER, "320613005");
    var token = transactions.as(SystemScope.of("test"), () -> reset.link(account.personId()));
    transactions.run(SystemScope.of("test"), () -> jdbc.sql(
        "update identity.one_time_link set expires_at = expires_at - interval '24 hours' where person_id = ?")
        .param(account.personId()).update());
    assertThat(browser().post("/api/setup/" + token, Map.of("password", PASSWORD)).code())
        .isEqualTo("identity.link-spent");
  }

  @Test
  void theDatabaseDoesNotKnowTheToken() {
    var account = staff.withRole(Role.STREET_OFFICER, "320613005");
    var token = transactions.as(SystemScope.of("test"), () -> reset.link(account.personId()));
    var kept = transactions.as(SystemScope.of("test"), () -> jdbc.sql("""
        select l::text || coalesce((select string_agg(r::text, ' ') from wire.request r), '')
        from identity.one_time_link l where person_id = ?""").param(account.personId()).query(String.class).single());
    assertThat(kept).doesNotContain(token);
  }

  @Test
  void aRepeatedRegistrationIsTheSamePerson() {
    var office = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, "320613"));
    var body = new HashMap<String, Object>(newcomer(organisations.byArea("320613005").orElseThrow().id()));
    var request = HttpRequest.newBuilder(office.at("/api/people"))
        .header("X-XSRF-TOKEN", office.cookie("XSRF-TOKEN").orElseThrow().getValue())
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(Browser.json(body)))
        .build();
    var first = office.send(request);
    var again = office.send(request);
    assertThat(first.status()).isEqualTo(again.status()).isEqualTo(201);
    assertThat(first.body().path("id")).isEqualTo(again.body().path("id"));
    assertThat(browser().get("/api/setup/" + tokenOf(again, "setPasswordLink")).body().path("valid").asBoolean()).isTrue();
  }

  @Test
  void theLinkOfTheFirstAdministratorIsWorthlessOnceThereIsOne() {
    staff.withRole(Role.ADMINISTRATOR, "320613");
    var token = links.forFirst(Purpose.FIRST_ADMINISTRATOR);
    var wanted = Map.of("signInName", "intruder", "name", "某人", "password", PASSWORD);
    assertThat(browser().post("/api/setup/" + token, wanted).code()).isEqualTo("identity.link-spent");
  }
}
