package org.xingfuli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.programme.AYear;
import tools.jackson.databind.JsonNode;

/**
 * Rule 11 of the house: whatever states a date, a limit or a score from an unconfirmed rule says so. Held over the rule
 * tables as they ship: template, crews, nodes, the threshold of risk and the size rule; the screens' side of it is in
 * {@code web/e2e/year.spec.ts}.
 */
@PlatformTest
@Import({Staff.class, AYear.class})
class UnconfirmedFlagsTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;

  @Test
  void everyAnswerFromAnUnconfirmedRuleCarriesTheFlag() {
    var year = years.frozen();
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    var programme = "/api/programmes/" + year.programme();
    int dated = planner.get(programme).body().path("year").asInt();

    for (var row : planner.get(programme + "/template").body()) {
      boolean assumed = row.path("source").asString().startsWith("assumption");
      assertThat(!assumed || row.path("assumption").asBoolean()).as("%s", row).isTrue();
    }
    assertThat(flags(planner.get(programme + "/crews").body(), "assumption")).doesNotContain(false);
    assertThat(planner.get("/api/size-rule").body().path("unconfirmed").asBoolean()).isTrue();

    var chart = planner.get("/api/battle-chart?programme=" + year.programme()).body();
    assertThat(chart.path("unconfirmed").asBoolean()).as("the threshold of risk").isTrue();
    var timetable = planner.get(programme + "/timetable").body();
    for (var nodes : List.of(planner.get(programme + "/nodes").body(), chart.path("nodes"), timetable.path("nodes"))) {
      assertThat(nodes).hasSize(5);
      // The brief dates the nodes of 2022; in other years they are ours.
      assertThat(flags(nodes, "unconfirmed")).containsOnly(dated != 2022);
    }
    assertThat(flags(chart.path("nodes"), "provisional")).containsOnly(dated > 2026);

    var cell = planner.get("/api/battle-chart/" + year.projects().getFirst() + "/" + chart.at("/nodes/4/id").asString());
    assertThat(cell.body().at("/node/unconfirmed").asBoolean()).isEqualTo(dated != 2022);
    var risk = StreamSupport.stream(chart.path("kpis").spliterator(), false)
        .filter(kpi -> kpi.path("code").asString().equals("AT_RISK")).findFirst().orElseThrow();
    assertThat(risk.at("/note/zh").asString()).contains("待确认");
  }

  private static List<Boolean> flags(JsonNode rows, String name) {
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.required(name).asBoolean()).toList();
  }
}
