package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.flow.Links;
import org.xingfuli.identity.model.OneTimeLink.Purpose;

/** Who opens accounts, who grants rights and who reads the audit are three people, whichever way one tries. */
@PlatformTest
@Import(Staff.class)
class ThreeHatsTest {

  private static final String DISTRICT = "320613";
  private static final List<Role> HATS = List.of(Role.ADMINISTRATOR, Role.SECURITY_OFFICER, Role.AUDITOR);

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired Transactions transactions;
  @Autowired JdbcClient jdbc;
  @Autowired Links links;

  private Browser security() {
    return new Browser(port).signedIn(staff.withRole(Role.SECURITY_OFFICER, DISTRICT));
  }

  private static Browser.Answer appoint(Browser by, UUID person, Role role) {
    return by.post("/api/people/" + person + "/appointments", Map.of("role", role, "area", DISTRICT));
  }

  static Stream<List<Role>> pairs() {
    return HATS.stream().flatMap(one -> HATS.stream().filter(other -> other != one).map(other -> List.of(one, other)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void nobodyIsGivenASecondHat(List<Role> pair) {
    var person = staff.withRole(pair.getFirst(), DISTRICT).personId();
    var answer = appoint(security(), person, pair.getLast());
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("identity.two-hats");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void nobodyWearsASecondHatForSomebodyElse(List<Role> pair) {
    var deputy = staff.withRole(pair.getFirst(), DISTRICT).personId();
    var holder = staff.withRole(pair.getLast(), DISTRICT);
    var office = new Browser(port).signedIn(holder).get("/api/session").body().at("/appointments/0/id").asString();
    var answer = security().post("/api/people/" + holder.personId() + "/appointments/" + office + "/deputies",
        Map.of("personId", deputy, "validTo", "2099-12-31"));
    assertThat(answer.code()).isEqualTo("identity.two-hats");
  }

  @Test
  void whoStandsInForOneHatIsGivenNoOther() {
    var deputy = staff.withRole(Role.PLANNER, DISTRICT).personId();
    var auditor = staff.withRole(Role.AUDITOR, DISTRICT);
    var office = new Browser(port).signedIn(auditor).get("/api/session").body().at("/appointments/0/id").asString();
    var by = security();
    assertThat(by.post("/api/people/" + auditor.personId() + "/appointments/" + office + "/deputies",
        Map.of("personId", deputy, "validFrom", "2098-01-01", "validTo", "2099-12-31")).status()).isEqualTo(201);
    assertThat(appoint(by, deputy, Role.ADMINISTRATOR).code())
        .as("although the deputyship begins later").isEqualTo("identity.two-hats");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theDatabaseItselfRefusesTheSecondHat(List<Role> pair) {
    var person = staff.withRole(pair.getFirst(), DISTRICT).personId();
    assertThatThrownBy(() -> transactions.run(SystemScope.of("test"), () -> jdbc.sql("""
            insert into identity.appointment (id, person_id, role, area, valid_from, appointed_by, appointed_at)
            values (?, ?, ?, '320613', date '2020-01-01', ?, now())""")
        .params(UUID.randomUUID(), person, pair.getLast().name(), person).update()))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void theLastAuditorIsNeitherSwitchedOffNorRevoked() {
    var last = staff.withRole(Role.AUDITOR, DISTRICT);
    var office = new Browser(port).signedIn(last).get("/api/session").body().at("/appointments/0/id").asString();
    var others = transactions.as(SystemScope.of("test"), () -> jdbc.sql("""
        update identity.person set disabled_at = now() where disabled_at is null and id <> ? and id in
          (select person_id from identity.appointment where role = 'AUDITOR' and revoked_at is null) returning id""")
        .param(last.personId()).query(UUID.class).list());
    try {
      var person = "/api/people/" + last.personId();
      var administrator = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, DISTRICT));
      assertThat(administrator.post(person + "/disable", Map.of()).code()).isEqualTo("identity.last-administrator");
      assertThat(security().send("DELETE", person + "/appointments/" + office, Map.of()).code())
          .isEqualTo("identity.last-administrator");
      staff.withRole(Role.AUDITOR, DISTRICT);
      assertThat(administrator.post(person + "/disable", Map.of()).status()).as("another is there").isEqualTo(204);
    } finally {
      transactions.run(SystemScope.of("test"), () -> others.forEach(person ->
          jdbc.sql("update identity.person set disabled_at = null where id = ?").param(person).update()));
    }
  }

  @Test
  void nobodyIsADemoOperatorOverRealData() {
    var person = staff.withRole(Role.PLANNER, DISTRICT).personId();
    assertThat(appoint(security(), person, Role.DEMO_OPERATOR).code()).isEqualTo("identity.demo-role");
  }

  @Test
  void howeverManyAppointAtOnceOneHatIsGiven() throws Exception {
    long seed = 20260321;
    var random = new SplittableRandom(seed);
    var offices = List.of(security(), security(), security());
    for (int round = 0; round < 6; round++) {
      var person = staff.withRole(Role.PLANNER, DISTRICT).personId();
      var acts = new ArrayList<Callable<Integer>>();
      for (var by : offices) {
        for (int i = 0; i < 2; i++) {
          var role = HATS.get(random.nextInt(HATS.size()));
          acts.add(() -> appoint(by, person, role).status());
        }
      }
      try (var threads = Executors.newFixedThreadPool(acts.size())) {
        var statuses = threads.invokeAll(acts).stream().map(f -> f.resultNow()).toList();
        assertThat(statuses).as("seed %d round %d", seed, round).filteredOn(s -> s == 201).hasSize(1);
        assertThat(statuses).as("seed %d round %d", seed, round).filteredOn(s -> s == 409).hasSize(acts.size() - 1);
      }
    }
    assertThat(twoHats()).isEmpty();
  }

  private List<UUID> twoHats() {
    return transactions.as(SystemScope.of("test"), () -> jdbc.sql("""
        select person_id from identity.appointment
        where role in ('ADMINISTRATOR', 'SECURITY_OFFICER', 'AUDITOR') and revoked_at is null and ended_at is null
        group by person_id having count(*) > 1""").query(UUID.class).list());
  }

  @Test
  void nobodyGrantsRightsToOneself() {
    var account = staff.withRole(Role.SECURITY_OFFICER, DISTRICT);
    var me = new Browser(port).signedIn(account);
    var mine = me.get("/api/session").body().at("/appointments/0/id").asString();
    assertThat(appoint(me, account.personId(), Role.COMMANDER).code()).isEqualTo("identity.own-rights");
    var commander = staff.withRole(Role.COMMANDER, DISTRICT);
    var office = new Browser(port).signedIn(commander).get("/api/session").body().at("/appointments/0/id").asString();
    assertThat(me.post("/api/people/" + commander.personId() + "/appointments/" + office + "/deputies",
        Map.of("personId", account.personId(), "validTo", "2099-12-31")).code())
        .as("not as a deputy").isEqualTo("identity.own-rights");
    assertThat(me.post("/api/people/" + account.personId() + "/appointments/" + mine + "/deputies",
        Map.of("personId", commander.personId(), "validTo", "2099-12-31")).code())
        .as("nor a deputy for the own hat").isEqualTo("identity.own-rights");
    assertThat(me.send("PUT", "/api/people/" + account.personId() + "/appointments/" + mine + "/last-day",
        Map.of("validTo", "2099-12-31")).code()).as("nor a longer term").isEqualTo("identity.own-rights");
  }

  @Test
  void anEmptyInstallationComesByItsHatsInThreeDifferentHeads() {
    standDown(() -> {
      var first = Map.of("signInName", name(), "name", "甲", "password", "seven quiet lanterns");
      var second = Map.of("signInName", name(), "name", "乙", "password", "eight quiet lanterns");
      assertThat(setUp(Purpose.FIRST_ADMINISTRATOR, first).status()).isEqualTo(204);
      assertThat(setUp(Purpose.FIRST_SECURITY_OFFICER, Map.of("signInName", first.get("signInName"), "name", "甲",
          "password", "nine quiet lanterns")).code()).as("the same account gets no second hat").isEqualTo("identity.name-taken");
      assertThat(setUp(Purpose.FIRST_SECURITY_OFFICER, second).status()).isEqualTo(204);
      assertThat(setUp(Purpose.FIRST_SECURITY_OFFICER, Map.of("signInName", name(), "name", "丙",
          "password", "nine quiet lanterns")).code()).as("and there is no third way in").isEqualTo("identity.link-spent");
      var opens = new Browser(port);
      opens.signIn(first.get("signInName"), first.get("password"));
      var grants = new Browser(port);
      grants.signIn(second.get("signInName"), second.get("password"));
      var home = opens.get("/api/people").body().at("/items/0/organisationId").asString();
      var auditor = opens.post("/api/people", Map.of("name", "丙", "title", "审计员", "signInName", name(), "organisationId", home));
      assertThat(appoint(grants, UUID.fromString(auditor.body().path("id").asString()), Role.AUDITOR).status()).isEqualTo(201);
      assertThat(twoHats()).isEmpty();
    });
  }

  private static String name() {
    return "hat-" + UUID.randomUUID().toString().substring(24);
  }

  private Browser.Answer setUp(Purpose purpose, Map<String, String> filled) {
    var browser = new Browser(port);
    browser.get("/api/session");
    return browser.post("/api/setup/" + links.forFirst(purpose), filled);
  }

  /** All who wear a hat take it off for the moment of the test: the database is shared with other tests. */
  private void standDown(Runnable test) {
    var others = transactions.as(SystemScope.of("test"), () -> jdbc.sql("""
        update identity.appointment set revoked_at = now(), revoked_by = person_id
        where role in ('ADMINISTRATOR', 'SECURITY_OFFICER') and revoked_at is null and ended_at is null returning id""")
        .query(UUID.class).list());
    try {
      test.run();
    } finally {
      transactions.run(SystemScope.of("test"), () -> jdbc.sql(
          "update identity.appointment set revoked_at = null, revoked_by = null where id in (:ids)")
          .param("ids", others.isEmpty() ? List.of(new UUID(0, 0)) : others).update());
    }
  }
}
