package org.xingfuli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.estate.flow.Menus;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.programme.AYear;
import tools.jackson.databind.JsonNode;

/** Every figure of the command can be counted again from the rows behind it. */
@PlatformTest
@Import({Staff.class, AYear.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired Menus menus;
  private AYear.Frozen year;
  private Browser planner;

  @BeforeAll
  void aYearInWhichOneProjectWaitsForSignatures() {
    year = years.frozen();
    year.estates().forEach(estate -> years.system(() -> menus.derive(estate)));
    var roof = years.planned(year.programme(), year.projects().getFirst(), "D04");
    years.goneAsPlanned(year.programme(), roof.start().plusDays(4));
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    var report = planner.post("/api/activities/" + roof.id() + "/progress-reports",
        Map.of("percent", 6, "daysLost", 90, "reason", "RESIDENTS", "note", "多户未签约"));
    assertThat(report.status()).as("%s", report.body()).isEqualTo(201);
    years.system(() -> {
      programmes.forecastNow(year.programme());
      return true;
    });
    rebuild.rebuild(year.programme());
  }

  @Autowired org.xingfuli.programme.Programmes programmes;
  @Autowired org.xingfuli.command.flow.RebuildChart rebuild;

  private JsonNode read(String path) {
    var answer = planner.get(path + (path.contains("?") ? "&" : "?") + "programme=" + year.programme());
    assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** All pages of the rows behind a figure. */
  private void theListEqualsTheCount(String path, JsonNode figure) {
    double part = 0;
    double whole = 0;
    int rows = 0;
    var cursor = "";
    do {
      var page = read(path + (path.contains("?") ? "&" : "?") + "limit=50" + cursor);
      assertThat(page.at("/total").asInt()).as(path).isEqualTo(figure.path("rows").asInt());
      for (var row : page.at("/items")) {
        part += row.at("/part").asDouble();
        whole += row.at("/whole").asDouble();
        rows++;
      }
      cursor = page.at("/next").isString() ? "&cursor=" + page.at("/next").asString() : "";
    } while (!cursor.isEmpty());
    assertThat(rows).as(path).isEqualTo(figure.path("rows").asInt());
    assertThat(part).as(path).isCloseTo(figure.path("numerator").asDouble(), within(0.11));
    assertThat(whole).as(path).isCloseTo(figure.path("denominator").asDouble(), within(0.11));
  }

  @Test
  void theListBehindEveryKpiEqualsItsCount() {
    var tree = read("/api/command/kpis");
    assertThat(tree.at("/roots")).hasSize(3);
    for (var root : tree.at("/roots")) {
      for (var figure : root.at("/figures")) {
        theListEqualsTheCount("/api/command/figures/KPI/" + figure.at("/code").asString() + "/rows", figure);
      }
    }
  }

  @Test
  void satisfactionSaysThatThereIsNoDataYet() {
    for (var root : read("/api/command/kpis").at("/roots")) {
      for (var figure : root.at("/figures")) {
        if (figure.at("/code").asString().equals("SATISFIED")) {
          assertThat(figure.at("/value").isNull()).isTrue();
          assertThat(figure.at("/data").asBoolean()).isFalse();
        }
      }
    }
  }

  @Test
  void theListBehindEveryComponentOfAStreetEqualsItsCount() {
    var league = read("/api/command/league");
    assertThat(league.at("/streets")).hasSize(2);
    for (var street : league.at("/streets")) {
      for (var figure : street.at("/components")) {
        theListEqualsTheCount("/api/command/figures/LEAGUE/" + figure.at("/code").asString() + "/rows?street="
            + street.at("/street").asString(), figure);
      }
    }
  }

  private List<List<String>> sheet(String path) {
    return planner.rows(path + (path.contains("?") ? "&" : "?") + "programme=" + year.programme());
  }

  private static List<String> texts(JsonNode rows, String pointer) {
    return rows.valueStream().map(row -> row.at(pointer).asString()).toList();
  }

  @Test
  void theLeagueTheKpisTheDimensionsAndTheRulesGoOutWithTheRowsOfTheScreen() {
    var league = read("/api/command/league").at("/streets");
    assertThat(sheet("/api/command/league.xlsx")).extracting(row -> row.get(1))
        .containsExactlyElementsOf(texts(league, "/streetName"));
    var kpis = read("/api/command/kpis").at("/roots").valueStream()
        .flatMap(root -> root.at("/figures").valueStream()).toList();
    assertThat(kpis).isNotEmpty();
    var book = sheet("/api/command/kpis.xlsx");
    assertThat(book).extracting(row -> row.get(1)).containsExactlyElementsOf(
        kpis.stream().map(figure -> figure.at("/name/zh").asString()).toList());
    for (int at = 0; at < kpis.size(); at++) {
      if (kpis.get(at).at("/data").asBoolean()) {
        assertThat(Double.parseDouble(book.get(at).get(4))).as("%s", book.get(at))
            .isEqualTo(kpis.get(at).at("/numerator").asDouble());
      }
    }
    var lines = read("/api/command/dimensions").at("/lines");
    assertThat(sheet("/api/command/dimensions.xlsx")).extracting(List::getFirst).startsWith("崇川区").endsWith(
        texts(lines, "/name").toArray(String[]::new));
    var street = lines.at("/0/street").asString();
    assertThat(sheet("/api/command/dimensions.xlsx?street=" + street)).extracting(List::getFirst)
        .containsExactlyElementsOf(texts(read("/api/command/dimensions?street=" + street).at("/lines"), "/name"));
    assertThat(planner.rows("/api/command/figures.xlsx")).extracting(row -> row.get(1))
        .containsExactlyElementsOf(texts(planner.get("/api/command/figures").body(), "/code"));
  }

  @Test
  void theSixDimensionsNameTheOneThatLags() {
    var dimensions = read("/api/command/dimensions");
    assertThat(dimensions.at("/dimensions")).hasSize(6);
    for (var line : dimensions.at("/lines")) {
      var least = Double.MAX_VALUE;
      var laggard = 0.0;
      for (var figure : line.at("/figures")) {
        least = Math.min(least, figure.at("/value").asDouble());
        if (figure.at("/code").equals(line.at("/laggard"))) {
          laggard = figure.at("/value").asDouble();
        }
      }
      assertThat(laggard).isEqualTo(least);
    }
    var street = dimensions.at("/lines/0/street").asString();
    assertThat(read("/api/command/dimensions?street=" + street).at("/lines").size()).isPositive();
  }

  @Test
  void signaturesThatEndangerANodeAreGroupedCountedOnceAndNeedTheCommand() {
    JsonNode found = null;
    for (var group : read("/api/command/causes").at("/groups")) {
      if (group.at("/kind").asString().equals("RESIDENTS")) {
        found = group;
      }
    }
    assertThat(found).isNotNull();
    assertThat(found.at("/mover").asString()).isEqualTo("STREET");
    assertThat(found.at("/days").asInt()).as("ninety days once, however many nodes they endanger").isEqualTo(90);
    assertThat(found.at("/nodes").asInt()).isPositive();
    assertThat(found.at("/command").asBoolean()).isTrue();
    var nodes = new HashSet<String>();
    for (var item : found.at("/items")) {
      item.at("/nodes").forEach(node -> nodes.add(item.at("/projectId").asString() + node.at("/nodeId").asString()));
    }
    assertThat(nodes).hasSize(found.at("/nodes").asInt());
  }

  @Test
  void everyCellOfTheStatutoryTablesLeadsToItsRows() {
    var day = read("/api/command/kpis").at("/date").asString();
    var view = read("/api/statistics/" + day.substring(0, 7));
    assertThat(view.at("/running").asBoolean()).isTrue();
    for (var line : view.at("/lines")) {
      var path = "/api/statistics/" + day.substring(0, 7) + "/lines/" + line.at("/figure/code").asString() + "/rows";
      theListEqualsTheCount(path, line.at("/figure"));
      double sum = 0;
      for (var cell : line.at("/cells")) {
        sum += cell.at("/value").asDouble();
      }
      assertThat(sum).as(path).isCloseTo(line.at("/figure/value").asDouble(), within(0.01));
    }
    assertThat(planner.get("/api/statistics/2022-Q2/book?programme=" + year.programme()).status()).isEqualTo(200);
    assertThat(planner.get("/api/statistics/2022-Q7").code()).isEqualTo("command.no-such-period");
  }

  @Test
  void everyFigureNamesWhatItsReaderSeesAndTheDistrictOnlyToWhoSeesAllOfIt() {
    var hongqiao = staff.withRole(Role.STREET_OFFICER, AYear.HONGQIAO);
    assertThat(scopesSaidTo(new Browser(port).signedIn(hongqiao))).containsOnly(name(AYear.HONGQIAO));
    var both = staff.withRole(Role.STREET_OFFICER, AYear.XUETIAN);
    staff.also(both, Role.STREET_OFFICER, AYear.HONGQIAO);
    assertThat(scopesSaidTo(new Browser(port).signedIn(both)))
        .containsOnly(name(AYear.HONGQIAO) + "、" + name(AYear.XUETIAN));
    assertThat(scopesSaidTo(planner)).containsOnly("崇川区");
    var contractor = new Browser(port).signedIn(staff.inProject(Role.CONTRACTOR, year.projects().getFirst()));
    for (var path : List.of("/api/battle-chart", "/api/command/league", "/api/command/kpis", "/api/command/dimensions")) {
      assertThat(contractor.get(path + "?programme=" + year.programme()).body().at("/programme/scope/zh").asString())
          .as(path).isEqualTo("本人可见的项目");
    }
  }

  private static String name(String area) {
    return area.equals(AYear.HONGQIAO) ? "虹桥街道" : "学田街道";
  }

  /** What the figures and their workbooks call what they are counted of. */
  private Set<String> scopesSaidTo(Browser browser) {
    var said = new HashSet<String>();
    for (var path : List.of("/api/battle-chart", "/api/command/league", "/api/command/kpis", "/api/command/dimensions",
        "/api/command/causes", "/api/statistics/2022-04")) {
      said.add(browser.get(path + "?programme=" + year.programme()).body().at("/programme/scope/zh").asString());
    }
    said.add(browser.rows("/api/command/dimensions.xlsx?programme=" + year.programme()).getFirst().getFirst());
    said.add(browser.rows("/api/statistics/2022-04/book?programme=" + year.programme()).stream()
        .filter(row -> row.getFirst().equals("填报范围")).findFirst().orElseThrow().get(1));
    return said;
  }

  @Test
  void theStatutoryTablesCountTheQuantitiesOfTheMenuOfWorks() {
    var lines = read("/api/statistics/" + read("/api/command/kpis").at("/date").asString().substring(0, 7)).at("/lines");
    var planned = line(lines, "A20");
    assertThat(planned.at("/figure/value").asDouble()).as("three estates with 6,000 m² of roof each").isEqualTo(18_000);
    var done = line(lines, "B20");
    assertThat(done.at("/figure/denominator").asDouble()).isEqualTo(18_000);
    var removed = line(lines, "B30").at("/figure");
    assertThat(removed.at("/value").asDouble()).as("structures removed").isBetween(0.1, removed.at("/denominator").asDouble());
    assertThat(line(lines, "B30P").at("/figure/value").asDouble()).isLessThanOrEqualTo(removed.at("/value").asDouble());
  }

  @Test
  void withoutAProgrammeATableIsOfTheYearOfItsPeriodAndAYearWithoutOneHasNone() {
    var own = planner.get("/api/programmes/" + year.programme()).body().at("/year").asInt();
    assertThat(planner.get("/api/statistics/" + own + "-12").body().at("/programme/id").asString())
        .isEqualTo(year.programme().toString());
    assertThat(planner.get("/api/statistics/1900").code()).isEqualTo("command.no-such-period");
  }

  private static JsonNode line(JsonNode lines, String code) {
    return lines.valueStream().filter(line -> line.at("/figure/code").asString().equals(code)).findFirst().orElseThrow();
  }

  @Test
  void aWeightThatIsChangedChangesTheScoreAndAStaleEditIsRefused() {
    var rules = planner.get("/api/command/figures").body();
    JsonNode kept = null;
    for (var rule : rules) {
      if (rule.at("/kind").asString().equals("LEAGUE") && rule.at("/code").asString().equals("REPORTS")) {
        kept = rule;
      }
    }
    assertThat(kept).isNotNull();
    var body = Map.of("version", kept.at("/version").asInt(), "nameZh", kept.at("/name/zh").asString(), "nameEn",
        kept.at("/name/en").asString(), "weight", 10, "threshold", 14, "least", 11, "unconfirmed", true);
    assertThat(planner.send("PUT", "/api/command/figures/LEAGUE/REPORTS", body).status()).isEqualTo(200);
    assertThat(planner.send("PUT", "/api/command/figures/LEAGUE/REPORTS", body).status()).isEqualTo(409);
  }

  @Test
  void aChartAskedSinceItsVersionSendsOnlyWhatChangedAndTheWholeOrder() {
    var whole = read("/api/battle-chart");
    assertThat(whole.at("/whole").asBoolean()).isTrue();
    var since = read("/api/battle-chart?since=" + whole.at("/version").asLong());
    assertThat(since.at("/whole").asBoolean()).isFalse();
    assertThat(since.at("/rows")).isEmpty();
    assertThat(since.at("/order")).hasSize(3);
    assertThat(read("/api/battle-chart?since=0").at("/rows")).hasSize(3);
  }
}
