package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

/** Somebody stands in for somebody else: the same office, from a day to a day, and on record as such. */
@PlatformTest
@Import(Staff.class)
class DeputyTest {

  private static final String STREET = "320613005";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired People people;
  @Autowired Transactions transactions;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private Browser rights;
  private LocalDate today;
  private Account officer;
  private Account deputy;
  private String office;

  @BeforeEach
  void anOfficerIsAway() {
    rights = new Browser(port).signedIn(staff.withRole(Role.SECURITY_OFFICER, "320613"));
    today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    officer = staff.withRole(Role.STREET_OFFICER, STREET);
    deputy = staff.withRole(Role.COMMANDER, "320613");
    office = new Browser(port).signedIn(officer).get("/api/session").body().at("/appointments/0/id").asString();
  }

  private String path() {
    return "/api/people/" + officer.personId() + "/appointments/" + office;
  }

  private Browser.Answer deputise(LocalDate from, LocalDate to) {
    return rights.post(path() + "/deputies",
        Map.of("personId", deputy.personId(), "validFrom", from.toString(), "validTo", to.toString()));
  }

  private boolean mayEdit() {
    return people.scopeOf(deputy.personId(), Permission.ESTATE_EDIT).filter(s -> s.areas().contains(STREET)).isPresent();
  }

  @Test
  void theDeputyMayDoTheSameWithinTheSameScopeAndIsShownAsActing() {
    var made = deputise(today, today.plusDays(7));
    assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
    assertThat(mayEdit()).isTrue();
    var row = rights.get("/api/people/" + officer.personId()).body();
    assertThat(row.at("/appointments/0/deputies/0/personId").asString()).isEqualTo(deputy.personId().toString());
    assertThat(row.at("/appointments/0/deputies/0/validTo").asString()).isEqualTo(today.plusDays(7).toString());
    var own = new Browser(port).signedIn(deputy).get("/api/session").body().path("appointments");
    assertThat(own.at("/1/actingFor/personId").asString()).isEqualTo(officer.personId().toString());
    var charge = people.inCharge(Set.of(Role.STREET_OFFICER), List.of(STREET), List.of()).stream()
        .filter(one -> one.personId().equals(deputy.personId())).toList();
    assertThat(charge).singleElement().satisfies(one -> assertThat(one.actingFor()).isEqualTo(officer.personId()));
  }

  @Test
  void oneThatBeginsTomorrowDoesNotCountYet() {
    assertThat(deputise(today.plusDays(1), today.plusDays(7)).status()).isEqualTo(201);
    assertThat(mayEdit()).isFalse();
  }

  @Test
  void itEndsByItselfAndCanBeGivenAgain() {
    assertThat(deputise(today, today.plusDays(7)).status()).isEqualTo(201);
    transactions.run(SystemScope.of("test"), () -> jdbc.sql(
        "update identity.appointment set valid_from = ?, valid_to = ? where person_id = ? and acting_for is not null")
        .params(today.minusDays(9), today.minusDays(1), deputy.personId()).update());
    assertThat(mayEdit()).as("its last day is over").isFalse();
    assertThat(deputise(today, today.plusDays(3)).status()).as("again").isEqualTo(201);
    assertThat(mayEdit()).isTrue();
  }

  @Test
  void itEndsWithTheOfficeItStandsFor() {
    deputise(today, today.plusDays(7));
    assertThat(rights.delete(path()).status()).isEqualTo(204);
    assertThat(mayEdit()).isFalse();
  }

  @Test
  void itEndsNoLaterThanTheOfficeItStandsFor() {
    deputise(today, today.plusDays(7));
    assertThat(rights.send("PUT", path() + "/last-day", Map.of("validTo", today.plusDays(2).toString())).status()).isEqualTo(200);
    var row = rights.get("/api/people/" + officer.personId()).body();
    assertThat(row.at("/appointments/0/deputies/0/validTo").asString()).isEqualTo(today.plusDays(2).toString());
    var beyond = rights.post(path() + "/deputies", Map.of("personId", staff.withRole(Role.COMMANDER, "320613").personId(),
        "validTo", today.plusDays(5).toString()));
    assertThat(beyond.code()).isEqualTo("identity.beyond-the-office");
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    var answer = rights.post(path() + "/deputies", Map.of("personId", UUID.randomUUID(),
        "validFrom", today.minusDays(9).toString(), "validTo", today.minusDays(3).toString()));
    assertThat(answer.body().toString())
        .contains("identity.ends-in-the-past", "identity.beyond-the-office", "identity.unknown-person");
  }

  @Test
  void aDeputyHasNoDeputyAndNobodyStandsInTwice() {
    var made = deputise(today, today.plusDays(7));
    var acting = made.body().path("id").asString();
    assertThat(deputise(today, today.plusDays(2)).code()).isEqualTo("identity.deputy-already");
    var third = rights.post("/api/people/" + deputy.personId() + "/appointments/" + acting + "/deputies",
        Map.of("personId", staff.withRole(Role.COMMANDER, "320613").personId(), "validTo", today.plusDays(2).toString()));
    assertThat(third.code()).isEqualTo("identity.deputy-of-a-deputy");
  }

  @Test
  void whoHoldsTheOfficeAlreadyNeedsNoDeputyship() {
    var same = staff.withRole(Role.STREET_OFFICER, STREET).personId();
    var answer = rights.post(path() + "/deputies", Map.of("personId", same, "validTo", today.plusDays(1).toString()));
    assertThat(answer.code()).isEqualTo("identity.appointed-already");
  }

  @Test
  void theListOfWhatEndsSoonHoldsIt() {
    deputise(today, today.plusDays(3));
    var soon = rights.get("/api/appointments?endingWithin=5&deputies=true&limit=200").body().path("items").toString();
    assertThat(soon).contains(deputy.personId().toString());
    var sooner = rights.get("/api/appointments?endingWithin=2&deputies=true&limit=200").body().path("items").toString();
    assertThat(sooner).doesNotContain(deputy.personId().toString());
    assertThat(rights.get("/api/appointments?role=STREET_OFFICER&limit=200").body().path("items").toString())
        .contains(officer.personId().toString()).doesNotContain("\"COMMANDER\"");
  }
}
