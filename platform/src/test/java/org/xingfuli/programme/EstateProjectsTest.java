package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.programme.ProjectDraft.EstateShare;

/** In which projects an estate is, as its page shows them. */
@PlatformTest
@Import({Staff.class, AYear.class})
class EstateProjectsTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired Programmes programmes;

  private Browser as(Role role, String area) {
    return new Browser(port).signedIn(staff.withRole(role, area));
  }

  @Test
  void anEstateSaysInWhichProjectsItIsAndHowTheirNodesStandWithinTheCallersScope() {
    var year = years.frozen();
    var estate = year.estates().getLast();
    var own = as(Role.STREET_OFFICER, AYear.XUETIAN).get("/api/estates/" + estate + "/projects");
    assertThat(own.status()).as("%s", own.body()).isEqualTo(200);
    assertThat(own.body()).hasSize(1);
    assertThat(own.body().at("/0/id").asString()).isEqualTo(year.projects().getLast().toString());
    assertThat(own.body().at("/0/programmeId").asString()).isEqualTo(year.programme().toString());
    assertThat(own.body().at("/0/share").asInt()).isEqualTo(1);
    assertThat(own.body().at("/0/state").isNull()).isFalse();
    assertThat(own.body().at("/0/nodes")).isNotEmpty()
        .allSatisfy(node -> assertThat(node.at("/due").asString()).isNotEmpty());
    var other = as(Role.STREET_OFFICER, AYear.HONGQIAO);
    assertThat(other.get("/api/estates/" + estate + "/projects").body())
        .isEqualTo(other.get("/api/estates/" + UUID.randomUUID() + "/projects").body());
  }

  @Test
  void anEstateInAYearWithoutAPlanSaysSoAndOneCarriedOverSaysWhereItWent() {
    var estate = years.estate(AYear.HONGQIAO);
    var earlier = years.open();
    var later = years.open();
    var left = years.system(() -> programmes.addProject(
        earlier, ProjectDraft.of("", List.of(new EstateShare(estate, BigDecimal.ONE)))));
    years.system(() -> programmes.carryOver(later, earlier, List.of(left), "未完工"));
    var rows = as(Role.PLANNER, "320613").get("/api/estates/" + estate + "/projects").body();
    assertThat(rows).hasSize(2);
    assertThat(rows.at("/0/year").asInt()).as("the newest year first").isGreaterThan(rows.at("/1/year").asInt());
    // The years of the tests go round, so that the one opened later is not always the newer one.
    var at = rows.at("/0/programmeId").asString().equals(later.toString()) ? 0 : 1;
    var there = rows.get(at);
    var here = rows.get(1 - at);
    assertThat(there.at("/carriedOverFrom").asInt()).isEqualTo(here.at("/year").asInt());
    assertThat(here.at("/carriedOverTo").asInt()).isEqualTo(there.at("/year").asInt());
    assertThat(here.at("/state").isNull()).isTrue();
    assertThat(here.at("/nodes")).isEmpty();
  }
}
