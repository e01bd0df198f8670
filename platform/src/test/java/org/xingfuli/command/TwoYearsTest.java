package org.xingfuli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.command.flow.RebuildChart;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.estate.flow.Menus;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.programme.AYear;
import org.xingfuli.programme.PlanRule;
import org.xingfuli.programme.Programmes;
import org.xingfuli.programme.ProjectDraft;
import org.xingfuli.programme.ProjectDraft.EstateShare;
import tools.jackson.databind.JsonNode;

/** Two frozen years side by side, the second with another project in estates of the first: each counts its own. */
@PlatformTest
@Import({Staff.class, AYear.class})
class TwoYearsTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired Menus menus;
  @Autowired Programmes programmes;
  @Autowired RebuildChart rebuild;

  @Test
  void theStatutoryTablesOfAYearCountTheProjectsOfThatYearAlone() {
    var first = years.frozen();
    var again = first.estates().subList(0, 2);
    first.estates().forEach(estate -> years.system(() -> menus.derive(estate)));
    var second = frozenIn(again);
    // Both are under way, and nothing of the second is reported before the first has been.
    for (var year : List.of(first, second)) {
      var begins = years.planned(year.programme(), year.projects().getFirst(), "D04").finish();
      years.goneAsPlanned(year.programme(), begins.plusDays(10));
      rebuild.rebuild(year.programme());
    }
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    var counted = new ArrayList<Set<String>>();
    for (var year : List.of(first, second)) {
      var own = planner.get("/api/programmes/" + year.programme()).body().at("/year").asInt();
      var period = "/api/statistics/" + own;
      var lines = planner.get(period).body().at("/lines");
      assertThat(line(lines, "A01").at("/figure/value").asInt()).as("projects of %s", own).isEqualTo(year.projects().size());
      assertThat(line(lines, "A20").at("/figure/value").asDouble()).as("6,000 m² of roof for each estate of %s", own)
          .isEqualTo(6_000.0 * year.estates().size());
      var projects = new HashSet<String>();
      for (var line : lines) {
        var rows = planner.get(period + "/lines/" + line.at("/figure/code").asString() + "/rows?limit=200").body();
        rows.at("/items").forEach(row -> projects.add(row.at("/projectId").asString()));
      }
      assertThat(projects).as("projects behind the lines of %s", own)
          .containsExactlyInAnyOrderElementsOf(year.projects().stream().map(UUID::toString).toList());
      counted.add(projects);
    }
    assertThat(counted.getFirst()).doesNotContainAnyElementsOf(counted.getLast());
  }

  /** The next year, with a project in each of these estates. */
  private AYear.Frozen frozenIn(List<UUID> estates) {
    var programme = years.open();
    var projects = estates.stream().map(estate -> years.system(() -> programmes.addProject(
        programme, ProjectDraft.of("", List.of(new EstateShare(estate, BigDecimal.ONE)))))).toList();
    years.system(() -> {
      programmes.freeze(programmes.plan(programme, PlanRule.BEST, "第一版"));
      return true;
    });
    return new AYear.Frozen(programme, projects, estates);
  }

  private static JsonNode line(JsonNode lines, String code) {
    return lines.valueStream().filter(line -> line.at("/figure/code").asString().equals(code)).findFirst().orElseThrow();
  }
}
