package org.xingfuli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.programme.AYear;
import org.xingfuli.programme.Programmes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The battle chart as each of its readers gets it. */
@PlatformTest
@Import({Staff.class, AYear.class})
class BattleChartTest {

  private static final String DISTRICT = "320613";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired Programmes programmes;

  private Browser as(Role role, String area) {
    return new Browser(port).signedIn(staff.withRole(role, area));
  }

  /** A year in which the first project's roofs were held up for so long that a node is missed. */
  private AYear.Frozen slipped() {
    var year = years.frozen();
    var roof = years.planned(year.programme(), year.projects().getFirst(), "D04");
    years.goneAsPlanned(year.programme(), roof.start().plusDays(4));
    var report = as(Role.PLANNER, DISTRICT).post("/api/activities/" + roof.id() + "/progress-reports",
        Map.of("percent", 6, "daysLost", 90, "reason", "RESIDENTS", "note", "多户未签约"));
    assertThat(report.status()).as("%s", report.body()).isEqualTo(201);
    years.system(() -> {
      programmes.forecastNow(year.programme());
      return true;
    });
    return year;
  }

  private static String chart(UUID programme) {
    return "/api/battle-chart?programme=" + programme;
  }

  @Test
  void aSlipTurnsItsNodeLateAtTheTopOfTheChartWithCauseAndMover() {
    var year = slipped();
    var chart = as(Role.COMMANDER, DISTRICT).get(chart(year.programme())).body();
    assertThat(chart.at("/rows")).hasSize(3);
    var row = chart.at("/rows/0");
    assertThat(row.at("/projectId").asString()).isEqualTo(year.projects().getFirst().toString());
    assertThat(row.at("/worst").asString()).isEqualTo("LATE");
    var cell = row.at("/cells/1");
    assertThat(cell.at("/state").asString()).isEqualTo("LATE");
    assertThat(cell.at("/days").asInt()).isNegative();
    assertThat(cell.at("/cause/zh").asString()).contains("90 天");
    var cause = chart.at("/causes/0");
    assertThat(cause.at("/projectId")).isEqualTo(row.at("/projectId"));
    assertThat(cause.at("/owner").asString()).isNotBlank();
    assertThat(cause.at("/days").asInt()).isNegative();
    assertThat(chart.at("/kpis")).hasSize(7).allSatisfy(kpi ->
        assertThat(kpi.at("/numerator").asLong()).isLessThanOrEqualTo(kpi.at("/denominator").asLong()));
    assertThat(chart.at("/streets")).hasSize(2);
  }

  @Test
  void everyWaterfallAddsUpToItsShiftAndEveryChainNamesItsSteps() {
    var year = slipped();
    var commander = as(Role.COMMANDER, DISTRICT);
    for (var row : commander.get(chart(year.programme())).body().at("/rows")) {
      for (var cell : row.at("/cells")) {
        if (cell.at("/state").asString().equals("NOT_APPLICABLE")) {
          continue;
        }
        var path = "/api/battle-chart/" + row.at("/projectId").asString() + "/" + cell.at("/nodeId").asString();
        var behind = commander.get(path).body();
        var sum = 0;
        for (var bar : behind.at("/waterfall")) {
          sum += bar.at("/days").asInt();
        }
        assertThat(sum).as("%s", behind).isEqualTo(behind.at("/shiftDays").asInt());
        assertThat(behind.at("/finish")).isEqualTo(cell.at("/date"));
        assertThat(behind.at("/days")).isEqualTo(cell.at("/days"));
        assertThat(behind.at("/chain")).allSatisfy(link -> assertThat(link.at("/reason/zh").asString()).isNotBlank());
      }
    }
  }

  @Test
  void theCellTellsWhatWasReportedOfItsChain() {
    var year = slipped();
    var commander = as(Role.COMMANDER, DISTRICT);
    var node = commander.get(chart(year.programme())).body().at("/nodes/1/id").asString();
    var cell = commander.get("/api/battle-chart/" + year.projects().getFirst() + "/" + node).body();
    assertThat(cell.at("/shiftDays").asInt()).isGreaterThanOrEqualTo(90);
    assertThat(cell.at("/reports/0/daysLost").asInt()).isEqualTo(90);
    assertThat(cell.at("/reports/0/note").asString()).isEqualTo("多户未签约");
    assertThat(cell.at("/chain")).isNotEmpty();
    assertThat(cell.at("/node/resolution/zh").asString()).isNotBlank();
  }

  @Test
  void aStreetOfficerSeesOnlyTheProjectsOfTheStreet() throws Exception {
    var year = slipped();
    var officer = as(Role.STREET_OFFICER, AYear.XUETIAN);
    var chart = officer.get(chart(year.programme())).body();
    assertThat(chart.at("/rows")).hasSize(1);
    assertThat(chart.at("/rows/0/projectId").asString()).isEqualTo(year.projects().get(2).toString());
    assertThat(chart.at("/streets")).hasSize(1);
    assertThat(chart.at("/kpis/0/denominator").asInt()).isEqualTo(1);
    for (var foreign : year.projects().subList(0, 2)) {
      assertThat(chart.toString()).doesNotContain(foreign.toString());
    }
    var foreignName = as(Role.COMMANDER, DISTRICT).get(chart(year.programme())).body().at("/rows/0/name").asString();
    assertThat(sheets(officer, year.programme())).doesNotContain(foreignName);
    assertThat(sheets(as(Role.COMMANDER, DISTRICT), year.programme())).contains(foreignName);
  }

  @Test
  void theCellOfAForeignProjectAnswersLikeAnAbsentOne() {
    var year = slipped();
    var node = as(Role.COMMANDER, DISTRICT).get(chart(year.programme())).body().at("/nodes/1/id").asString();
    var officer = as(Role.STREET_OFFICER, AYear.XUETIAN);
    var foreign = officer.get("/api/battle-chart/" + year.projects().getFirst() + "/" + node);
    var absent = officer.get("/api/battle-chart/" + UUID.randomUUID() + "/" + node);
    assertThat(foreign.status()).isEqualTo(absent.status()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(absent.body());
    assertThat(officer.get("/api/battle-chart/" + year.projects().get(2) + "/" + UUID.randomUUID()).body())
        .as("a node of no year").isEqualTo(absent.body());
    assertThat(officer.get(chart(UUID.randomUUID())).status()).isEqualTo(404);
  }

  @Test
  void theChartMadeAnewFromEverythingIsTheChartThatStood() {
    var year = slipped();
    var commander = as(Role.COMMANDER, DISTRICT);
    var live = timeless(commander.get(chart(year.programme())).body());
    years.system(() -> {
      programmes.forecastNow(year.programme());
      return true;
    });
    assertThat(timeless(commander.get(chart(year.programme())).body())).isEqualTo(live);
  }

  /** Without when and how often it was computed. */
  private static JsonNode timeless(JsonNode chart) {
    ((ObjectNode) chart).remove(List.of("updatedAt", "version"));
    return chart;
  }

  @Test
  void beforeAPlanIsFrozenThereIsNothingToShow() {
    var programme = years.open();
    var chart = as(Role.COMMANDER, DISTRICT).get(chart(programme));
    assertThat(chart.status()).isEqualTo(200);
    assertThat(chart.body().at("/rows")).isEmpty();
    assertThat(chart.body().at("/version").asInt()).isZero();
  }

  @Test
  void whoMaySeeNoChartIsRefused() {
    assertThat(as(Role.ADMINISTRATOR, DISTRICT).get("/api/battle-chart").status()).isEqualTo(403);
    assertThat(as(Role.ADMINISTRATOR, DISTRICT).get("/api/battle-chart.xlsx").status()).isEqualTo(403);
    assertThat(new Browser(port).get("/api/battle-chart").status()).isEqualTo(401);
  }

  /** The texts of all cells of the workbook. */
  private String sheets(Browser browser, UUID programme) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(browser.at("/api/battle-chart.xlsx?programme=" + programme))
        .header("Cookie", "xingfuli=" + browser.cookie("xingfuli").orElseThrow().getValue()).build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      var texts = new StringBuilder();
      try (var book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
        for (var sheet : book.getSheets().toList()) {
          sheet.read().forEach(row -> row.forEach(cell -> texts.append(cell == null ? "" : cell.getText()).append('\n')));
        }
      }
      return texts.toString();
    }
  }
}
