package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.programme.ProjectDraft.EstateShare;

/** In which projects an estate is, as its page shows them. */
@PlatformTest
@Import({Staff.class, AYear.class})
class EstateProjectsTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired MovableBusinessClock clock;
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

  @Test
  void whatTheProgrammeDidWithAnEstateStandsInItsHistoryWithWhoAndWhy() {
    clock.moveTo(LocalDate.of(2022, 4, 20)); // after the contract is signed
    var estate = years.estate(AYear.HONGQIAO);
    var earlier = years.open();
    var later = years.open();
    var planner = as(Role.PLANNER, "320613");
    var made = planner.post("/api/programmes/" + earlier + "/projects/from-estates", Map.of("estateIds", List.of(estate)));
    var project = made.body().at("/0/id").asString();
    assertThat(planner.put("/api/projects/" + project + "/size-class",
        Map.of("sizeClass", "REGULAR", "reason", "巷子进不了车")).status()).isEqualTo(200);
    assertThat(planner.post("/api/projects/" + project + "/contracts", Map.of("number", "HT-1", "name", "施工合同", "party",
        "示范施工", "signedOn", "2022-03-01", "amount", 1234567)).status()).isLessThan(300);
    assertThat(planner.post("/api/programmes/" + later + "/carry-over",
        Map.of("fromProgramme", earlier, "projectIds", List.of(project), "reason", "表决未过")).status()).isEqualTo(201);

    var path = "/api/estates/" + estate + "/programme-history";
    var rows = planner.get(path).body().path("items");
    assertThat(rows.valueStream().map(row -> row.path("act").asString())).containsExactly("programme.carry-over",
        "programme.carry-over", "programme.project-add", "programme.size-choice", "programme.project-add", "programme.contract");
    assertThat(rows.at("/0/what/zh").asString()).startsWith("由 ");
    assertThat(rows.at("/1/what/zh").asString()).startsWith("结转到 ");
    assertThat(rows.at("/1/reason").asString()).isEqualTo("表决未过");
    assertThat(rows.at("/5/what/zh").asString()).contains("HT-1", "123.46 万元");
    assertThat(rows.at("/3/reason").asString()).isEqualTo("巷子进不了车");
    assertThat(rows.at("/3/who").asString()).isEqualTo("计划员");
    assertThat(rows.at("/5/doneOn").asString()).as("the day it was signed").isEqualTo("2022-03-01");
    assertThat(rows.at("/4/programmeId").asString()).isEqualTo(earlier.toString());

    var first = planner.get(path + "?limit=4").body();
    var second = planner.get(path + "?limit=4&cursor=" + first.path("next").asString()).body();
    assertThat(second.path("items").valueStream().map(row -> row.path("act").asString()))
        .containsExactly("programme.project-add", "programme.contract");
    assertThat(planner.rows(path + ".xlsx")).extracting(row -> row.get(5))
        .containsExactlyElementsOf(rows.valueStream().map(row -> row.path("act").asString()).toList());
    assertThat(as(Role.STREET_OFFICER, AYear.HONGQIAO).get(path).body().path("total").asInt()).isEqualTo(6);
    assertThat(as(Role.STREET_OFFICER, AYear.XUETIAN).get(path).status()).isEqualTo(404);
  }

  @Test
  void aProjectThatWasTakenOutStaysInTheHistoryOfItsEstate() {
    var estate = years.estate(AYear.HONGQIAO);
    var planner = as(Role.PLANNER, "320613");
    var project = planner.post("/api/programmes/" + years.open() + "/projects/from-estates",
        Map.of("estateIds", List.of(estate))).body().at("/0/id").asString();
    assertThat(planner.delete("/api/projects/" + project).status()).isEqualTo(204);
    var rows = planner.get("/api/estates/" + estate + "/programme-history").body().path("items");
    assertThat(rows.valueStream().map(row -> row.path("act").asString()))
        .containsExactly("programme.project-remove", "programme.project-add");
    assertThat(rows.at("/0/programmeId").isNull()).isTrue();
  }
}
