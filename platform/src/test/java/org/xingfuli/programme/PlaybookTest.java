package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;

/** A finished project improves the template: what is accepted, with its reason, is what the next year starts from. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import({Staff.class, AYear.class})
class PlaybookTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired Programmes programmes;
  @Autowired MovableBusinessClock clock;
  @Autowired JdbcClient jdbc;

  /** Years opened by other tests start from the template that ships with the product. */
  @AfterEach
  void theShippedTemplateIsTheNewestAgain() {
    years.system(() -> jdbc.sql("delete from programme.playbook").update());
  }

  @Test
  void whatIsAcceptedBecomesTheNextVersionAndOnlyYearsOpenedLaterHaveIt() {
    var year = years.frozen();
    var project = year.projects().getFirst();
    var all = years.system(() -> programmes.frozenPlan(year.programme())).stream()
        .filter(each -> each.projectId().equals(project)).toList();
    var last = all.stream().map(Programmes.PlannedActivity::finish).max(LocalDate::compareTo).orElseThrow();
    clock.moveTo(last.plusDays(60));
    years.system(() -> {
      programmes.report(all.stream().map(each -> new ProgressStatement(each.id(), 100, 0, null, "", each.start(),
          each.code().equals("P03") ? each.start().plusDays(59) : each.finish())).toList());
      return true;
    });
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    assertThat(planner.get("/api/playbook/finished").body().valueStream().map(each -> each.path("projectId").asString()))
        .contains(project.toString());
    var lessons = planner.get("/api/playbook/lessons?projects=" + project).body();
    assertThat(lessons.path("version").asInt()).isEqualTo(1);
    var design = lessons.path("lessons").valueStream().filter(each -> each.path("activity").asString().equals("P03")
        && each.path("kind").asString().equals("DURATION")).findFirst().orElseThrow();
    assertThat(design.path("to").asInt()).isEqualTo(60);
    assertThat(design.at("/evidence/0/actual").asInt()).isEqualTo(60);

    var book = planner.rows("/api/playbook/lessons.xlsx?projects=" + project);
    assertThat(book).hasSize(lessons.path("lessons").valueStream().mapToInt(each -> each.path("evidence").size()).sum());
    assertThat(book).filteredOn(row -> row.get(1).equals("P03") && row.get(4).equals("参照工期")).singleElement()
        .satisfies(row -> assertThat(row.subList(6, 8)).containsExactly("30", "60"));

    var decision = Map.<String, Object>of("kind", "DURATION", "activity", "P03", "relation", "", "to", 60, "accepted", true, "reason", "");
    var body = Map.of("version", 1, "projects", List.of(project), "decisions", List.of(decision));
    assertThat(planner.post("/api/playbook/versions", body).code()).isEqualTo("programme.lesson-reason-missing");
    var decisions = new ArrayList<Map<String, Object>>();
    lessons.path("lessons").forEach(each -> decisions.add(Map.of("kind", each.path("kind").asString(), "activity",
        each.path("activity").asString(), "relation", each.path("relation").asString(), "to", each.path("to").asInt(),
        "accepted", each == design || each.path("activity").asString().equals("P03"), "reason", "决定")));
    var made = planner.post("/api/playbook/versions", Map.of("version", 1, "projects", List.of(project), "decisions", decisions));
    assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
    assertThat(made.body().at("/head/version").asInt()).isEqualTo(2);
    var changes = planner.get("/api/playbook/2/changes").body();
    assertThat(changes.valueStream().filter(each -> each.path("code").asString().equals("P03")).findFirst().orElseThrow()
        .at("/after/duration").asInt()).isEqualTo(60);
    assertThat(planner.post("/api/playbook/versions", Map.of("version", 1, "projects", List.of(project), "decisions", decisions)).code())
        .isEqualTo("programme.version-conflict");

    var next = years.open();
    assertThat(duration(planner, next.toString())).as("the next year starts from it").isEqualTo(60);
    assertThat(duration(planner, year.programme().toString())).as("the older keeps its own").isEqualTo(30);
    var versions = planner.get("/api/playbook").body();
    assertThat(versions.at("/0/sources/0/projectId").asString()).isEqualTo(project.toString());
  }

  private static int duration(Browser planner, String programme) {
    return planner.get("/api/programmes/" + programme + "/template").body().valueStream()
        .filter(each -> each.path("code").asString().equals("P03")).findFirst().orElseThrow().path("duration").asInt();
  }
}
