package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;

/** Firms of every kind join, are corrected, close and open again, and people move between them, without us. */
@PlatformTest
@Import(Staff.class)
class OrganisationsTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired Organisations organisations;

  private Browser office;
  private UUID district;

  @BeforeEach
  void anAdministratorIsSignedIn() {
    office = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, "320613"));
    district = organisations.byArea("320613").orElseThrow().id();
  }

  private static String word() {
    return "示例" + UUID.randomUUID().toString().substring(0, 8);
  }

  private Browser.Answer add(String kind, Map<String, ?> more) {
    var body = new HashMap<String, Object>(Map.of("parentId", district, "kind", kind, "name", word()));
    body.putAll(more);
    return office.post("/api/organisations", body);
  }

  @Test
  void everyKindOfFirmJoinsAndAUtilityNamesItsService() {
    for (var kind : List.of("DELIVERY_AGENT", "CONTRACTOR", "SUPERVISOR", "PROPERTY_MANAGER", "DEPARTMENT")) {
      assertThat(add(kind, Map.of("phone", "0513-80000000", "contact", "值班室")).status()).as(kind).isEqualTo(201);
      assertThat(add(kind, Map.of("service", "GAS")).code()).as(kind).isEqualTo("identity.service-does-not-fit");
    }
    for (var service : UtilityService.values()) {
      assertThat(add("UTILITY", Map.of("service", service)).body().path("service").asString()).isEqualTo(service.name());
      assertThat(organisations.utilities(service)).isNotEmpty();
    }
    assertThat(add("UTILITY", Map.of()).code()).isEqualTo("identity.service-does-not-fit");
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    var answer = add("UTILITY", Map.of("phone", "call me", "area", "320613009"));
    assertThat(answer.body().toString())
        .contains("identity.bad-phone", "identity.service-does-not-fit", "identity.bad-area");
  }

  @Test
  void aPersonMovesAndKeepsTheOffice() {
    var person = staff.withRole(Role.STREET_OFFICER, "320613005").personId();
    var to = UUID.fromString(add("DEPARTMENT", Map.of()).body().path("id").asString());
    var moved = office.patch("/api/people/" + person, Map.of("organisationId", to, "title", "科长", "phone", "13800001234"));
    assertThat(moved.status()).as("%s", moved.body()).isEqualTo(204);
    var row = office.get("/api/people/" + person).body();
    assertThat(row.path("organisationId").asString()).isEqualTo(to.toString());
    assertThat(row.path("title").asString()).isEqualTo("科长");
    assertThat(row.path("phone").asString()).as("masked").isEqualTo("138****1234");
    assertThat(row.at("/appointments/0/role").asString()).isEqualTo("STREET_OFFICER");
    assertThat(office.get("/api/people?organisation=" + to).body().path("total").asInt()).isEqualTo(1);
  }

  @Test
  void whoSignsForAServiceStaysWithItsFirmAndTheFirmWithItsService() {
    var person = staff.withRole(Role.UTILITY_OFFICER, "320613").personId();
    var gas = add("UTILITY", Map.of("service", "GAS")).body().path("id").asString();
    assertThat(office.patch("/api/people/" + person, Map.of("organisationId", gas)).code())
        .isEqualTo("identity.signs-for-service");
    assertThat(office.patch("/api/people/" + person, Map.of("title", "燃气专员")).status()).as("other fields").isEqualTo(204);
    var officer = staff.officer(UUID.fromString(gas)).personId();
    assertThat(office.patch("/api/organisations/" + gas, Map.of("service", "WATER")).code())
        .isEqualTo("identity.service-signed-for");
    assertThat(office.patch("/api/organisations/" + gas, Map.of("service", "GAS", "phone", "0513-80000008")).status())
        .isLessThan(300);
    var granter = new Browser(port).signedIn(staff.withRole(Role.SECURITY_OFFICER, "320613"));
    var appointment = office.get("/api/people/" + officer).body().at("/appointments/0/id").asString();
    assertThat(granter.delete("/api/people/" + officer + "/appointments/" + appointment).status()).isLessThan(300);
    assertThat(office.patch("/api/people/" + officer, Map.of("organisationId", district)).status()).isEqualTo(204);
    assertThat(office.patch("/api/organisations/" + gas, Map.of("service", "WATER")).status()).isLessThan(300);
  }

  @Test
  void oneInUseDoesNotCloseAndAClosedOneTakesNobody() {
    var firm = add("CONTRACTOR", Map.of()).body();
    var id = firm.path("id").asString();
    var person = staff.withRole(Role.STREET_OFFICER, "320613005").personId();
    office.patch("/api/people/" + person, Map.of("organisationId", id));
    assertThat(office.post("/api/organisations/" + id + "/close", Map.of()).code()).isEqualTo("identity.organisation-in-use");
    office.patch("/api/people/" + person, Map.of("organisationId", district));
    assertThat(office.post("/api/organisations/" + id + "/close", Map.of()).status()).isEqualTo(204);
    assertThat(office.post("/api/organisations/" + id + "/close", Map.of()).status()).as("again").isEqualTo(204);
    assertThat(office.patch("/api/people/" + person, Map.of("organisationId", id)).code())
        .isEqualTo("identity.unknown-organisation");
    assertThat(organisations.find(UUID.fromString(id)).orElseThrow().closed()).isTrue();
    var again = Map.of("parentId", district, "kind", "CONTRACTOR", "name", firm.path("name").asString());
    assertThat(office.post("/api/organisations", again).status()).as("its name is free").isEqualTo(201);
    assertThat(office.post("/api/organisations/" + id + "/reopen", Map.of()).code())
        .isEqualTo("identity.organisation-known");
    assertThat(office.post("/api/organisations/" + district + "/close", Map.of()).body().toString())
        .contains("identity.district-stays");
  }

  @Test
  void whomToAskForIsMaskedForThoseWhoDoNotLookAfterPeople() {
    var name = add("PROPERTY_MANAGER", Map.of("contact", "张小明", "phone", "0513-80000009")).body().path("id").asString();
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    var seen = planner.get("/api/organisations").body();
    for (var one : seen) {
      if (one.path("id").asString().equals(name)) {
        assertThat(one.path("contact").asString()).isEqualTo("张*明");
        assertThat(one.path("phone").asString()).isEqualTo("0513-80000009");
      }
    }
    assertThat(seen.toString()).contains("张*明").doesNotContain("张小明");
    assertThat(office.get("/api/organisations").body().toString()).contains("张小明");
  }
}
