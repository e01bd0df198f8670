package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.programme.model.WeeklyReport;
import tools.jackson.databind.JsonNode;

/** A week is reported in one act, and what it says of the works is the one truth of their progress. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import({Staff.class, AYear.class})
class WeeklyTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired MovableBusinessClock clock;

  private AYear.Frozen year;
  private LocalDate day;
  private Browser agent;
  private Browser planner;

  @BeforeAll
  void aYearIsUnderWay() {
    year = years.frozen();
    day = WeeklyReport.weekOf(years.planned(year.programme(), year.projects().getFirst(), "R01").start().plusDays(9)).plusDays(3);
    years.goneAsPlanned(year.programme(), day);
    agent = new Browser(port).signedIn(staff.inProject(Role.DELIVERY_AGENT, year.projects().getFirst()));
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
  }

  private JsonNode form(UUID project) {
    clock.moveTo(day);
    return agent.get("/api/projects/" + project + "/weekly-report").body();
  }

  private static Map<String, Object> line(JsonNode line, int percent, int lost, @Nullable String reason) {
    var said = new HashMap<String, Object>(Map.of("activityId", line.path("activityId").asString(), "percent", percent, "daysLost", lost));
    if (reason != null) {
      said.put("reason", reason);
    }
    return said;
  }

  @Test
  void theFormIsFilledWithTheLastFiguresAndSendingItMakesProgressReports() {
    var project = year.projects().getFirst();
    var path = "/api/projects/" + project;
    var form = form(project);
    assertThat(form.path("lines")).isNotEmpty();
    assertThat(form.path("state").asString()).isEqualTo("WAITING");
    var running = form.path("lines").valueStream().filter(each -> each.path("started").asBoolean()).toList();
    assertThat(running).isNotEmpty().allSatisfy(each -> assertThat(each.path("percent").asInt()).isBetween(1, 99));

    var first = running.getFirst();
    var key = UUID.randomUUID().toString();
    var lines = new ArrayList<Map<String, Object>>();
    running.forEach(each -> lines.add(line(each, each.path("percent").asInt(), 0, null)));
    lines.set(0, line(first, Math.min(99, first.path("percent").asInt() + 1), 2, "RAIN"));
    var body = Map.of("lines", lines, "note", "周三小雨", "coordination", "燃气会签未齐", "coordinationWith", "UTILITY");
    var made = agent.post(path + "/weekly-reports", body, key);
    assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
    assertThat(made.body().path("daysLost").asInt()).isEqualTo(2);
    assertThat(agent.post(path + "/weekly-reports", body, key).body().path("id")).isEqualTo(made.body().path("id"));

    var history = agent.get("/api/activities/" + first.path("activityId").asString() + "/progress-reports").body();
    var last = history.get(history.size() - 1);
    assertThat(last.path("daysLost").asInt()).isEqualTo(2);
    assertThat(last.path("reason").asString()).isEqualTo("RAIN");
    assertThat(form(project).path("state").asString()).isEqualTo("REPORTED");

    var week = planner.get("/api/programmes/" + year.programme() + "/weekly-reports").body();
    var states = new HashMap<String, String>();
    week.path("rows").forEach(row -> states.put(row.path("projectId").asString(), row.path("state").asString()));
    assertThat(states).containsEntry(project.toString(), "REPORTED").containsEntry(year.projects().get(1).toString(), "WAITING");
    assertThat(week.path("reported").asInt()).isEqualTo(1);
    assertThat(week.path("unsettled").valueStream().map(each -> each.path("coordination").asString())).containsExactly("燃气会签未齐");
    var settled = agent.put("/api/weekly-reports/" + made.body().path("id").asString() + "/settlement", Map.of("how", "已排 4 月 25 日"));
    assertThat(settled.status()).isEqualTo(200);
    assertThat(planner.get("/api/programmes/" + year.programme() + "/weekly-reports").body().path("unsettled")).isEmpty();
    assertThat(agent.get("/api/programmes/" + year.programme() + "/weekly-reports").body().path("rows"))
        .as("an agent sees its own").hasSize(1);
  }

  @Test
  void everyFaultIsToldAtItsLineAndNothingIsKept() {
    var project = year.projects().getFirst();
    var running = form(project).path("lines").valueStream().filter(each -> each.path("started").asBoolean()).toList();
    var before = agent.get("/api/activities/" + running.getFirst().path("activityId").asString() + "/progress-reports").body().size();
    var refused = agent.post("/api/projects/" + project + "/weekly-reports", Map.of("lines", List.of(
        line(running.get(0), 101, 0, null), line(running.get(1), running.get(1).path("percent").asInt(), 3, null)),
        "coordination", "要协调"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("errors").valueStream().map(each -> each.path("pointer").asString()))
        .contains("/coordinationWith").anyMatch(pointer -> pointer.startsWith("/lines/0"))
        .anyMatch(pointer -> pointer.startsWith("/lines/1"));
    assertThat(agent.get("/api/activities/" + running.getFirst().path("activityId").asString() + "/progress-reports").body())
        .hasSize(before);
  }

  @Test
  void aReportThatArrivesAfterItsWeekCountsForItsWeekAndNoneIsTakenForAWeekLongOver() {
    var project = year.projects().getFirst();
    var path = "/api/projects/" + project + "/weekly-reports";
    var running = WeeklyReport.weekOf(day);
    clock.moveTo(day);
    var late = agent.post(path, Map.of("week", running.minusWeeks(1).toString(), "lines", List.of(), "note", "周日地下室报的"));
    assertThat(late.status()).as("%s", late.body()).isEqualTo(201);
    assertThat(late.body().path("week").asString()).isEqualTo(running.minusWeeks(1).toString());
    assertThat(late.body().path("on").asString()).as("the day it came").isEqualTo(day.toString());
    var before = planner.get("/api/programmes/" + year.programme() + "/weekly-reports?week=" + running.minusWeeks(1)).body();
    assertThat(before.path("rows").valueStream().filter(row -> row.path("projectId").asString().equals(project.toString()))
        .map(row -> row.path("state").asString())).containsExactly("REPORTED");
    for (var other : List.of(running.minusWeeks(2), running.plusWeeks(1))) {
      var refused = agent.post(path, Map.of("week", other.toString(), "lines", List.of(), "note", "x"));
      assertThat(refused.status()).as("%s", refused.body()).isEqualTo(422);
      assertThat(refused.code()).isEqualTo("programme.weekly-week");
    }
  }

  @Test
  void anotherProjectsWeekIsNeitherReadNorWritten() {
    var other = year.projects().get(2);
    assertThat(agent.get("/api/projects/" + other + "/weekly-report").status()).isEqualTo(404);
    assertThat(agent.post("/api/projects/" + other + "/weekly-reports", Map.of("lines", List.of(), "note", "x")).status()).isEqualTo(404);
  }
}
