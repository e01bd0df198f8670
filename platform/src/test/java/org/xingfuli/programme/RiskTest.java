package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.programme.flow.ReadRisk;
import tools.jackson.databind.JsonNode;

/** How likely nodes are kept stands beside their state; what happens moves it, and everybody sees his own part. */
@PlatformTest
@Import({Staff.class, AYear.class})
class RiskTest {

  private static final Duration SOON = Duration.ofSeconds(40);

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired Programmes programmes;
  @Autowired ReadRisk risk;
  @Autowired MovableBusinessClock clock;

  private Browser planner;

  @BeforeEach
  void aPlannerSignsInBeforeAnyOfTheYearsBegins() {
    clock.moveTo(LocalDate.of(2021, 9, 1));
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
  }

  private static JsonNode once(Browser reader, String path, Predicate<JsonNode> ready) {
    var until = System.nanoTime() + SOON.toNanos();
    JsonNode last = null;
    while (System.nanoTime() < until) {
      last = reader.get(path).body();
      if (ready.test(last)) {
        return last;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError(path + " did not come to say it: " + last);
  }

  private static boolean simulated(JsonNode page) {
    return page.at("/state").asString().equals("READY") && page.at("/current").asBoolean();
  }

  private static JsonNode page(Browser reader, UUID programme, String query) {
    return once(reader, "/api/programmes/" + programme + "/risk" + query, RiskTest::simulated);
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static JsonNode node(JsonNode page, String code) {
    return list(page.at("/nodes")).stream().filter(node -> node.at("/code").asString().equals(code)).findFirst().orElseThrow();
  }

  private double mean(UUID programme, String code) {
    return node(page(planner, programme, ""), code).at("/mean").asDouble();
  }

  @Test
  void everyNodeOfTheChartSaysHowLikelyItIsAndTogetherIsNeverLikelierThanTheWeakest() {
    var frozen = years.frozen();
    var chart = once(planner, "/api/battle-chart?programme=" + frozen.programme(), found -> found.at("/risk/current").asBoolean());
    var nodes = list(chart.at("/nodes"));
    for (var together : list(chart.at("/risk/nodes"))) {
      var place = 0;
      while (!nodes.get(place).at("/id").equals(together.at("/nodeId"))) {
        place++;
      }
      var own = new ArrayList<Double>();
      for (var project : frozen.projects()) {
        var cell = chart.at("/risk/rows/" + project + "/" + place);
        if (!cell.isNull()) {
          assertThat(cell.asDouble()).isBetween(0.0, 1.0);
          own.add(cell.asDouble());
        }
      }
      assertThat(own).hasSize(together.at("/count").asInt());
      var weakest = own.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
      assertThat(together.at("/all").asDouble()).isLessThanOrEqualTo(weakest + 1e-9);
      assertThat(together.at("/mean").asDouble()).isCloseTo(
          own.stream().mapToDouble(Double::doubleValue).average().orElseThrow(), within(1e-9));
    }
    assertThat(chart.at("/risk/unconfirmed").asBoolean()).isTrue();
    var nodeId = nodes.getFirst().at("/id").asString();
    var cell = planner.get("/api/battle-chart/" + frozen.projects().getFirst() + "/" + nodeId).body();
    assertThat(cell.at("/odds/probability").asDouble()).isBetween(0.0, 1.0);
    assertThat(cell.at("/odds/replications").asInt()).isEqualTo(1000);
  }

  @Test
  void daysLostOnTheRoofsMakeTheRoofsLessLikelyAndThePageSaysByWhatAndWhatWouldHelp() {
    var frozen = years.frozen();
    var before = mean(frozen.programme(), "M3");
    var lost = years.planned(frozen.programme(), frozen.projects().getFirst(), "R01");
    years.goneAsPlanned(frozen.programme(), lost.start().minusDays(1));
    years.system(() -> {
      programmes.report(List.of(new ProgressStatement(lost.id(), 0, 40, LossReason.RESIDENTS, "多户未签约", null, null)));
      return true;
    });
    years.system(() -> {
      programmes.forecastNow(frozen.programme());
      return true;
    });
    var query = "?node=" + node(page(planner, frozen.programme(), ""), "M3").at("/id").asString();
    var page = once(planner, "/api/programmes/" + frozen.programme() + "/risk" + query, found -> simulated(found)
        && node(found, "M3").at("/mean").asDouble() < before - 0.1 && found.at("/chosen/curesTried").asBoolean());
    assertThat(node(page, "M3").at("/mean").asDouble()).isLessThan(before);
    var chosen = page.at("/chosen");
    assertThat(list(chosen.at("/quantiles"))).extracting(q -> q.at("/percent").asInt()).containsExactly(10, 50, 80, 90);
    assertThat(list(chosen.at("/drivers"))).extracting(d -> d.at("/kind").asString()).contains("RAIN", "TRADE", "PROJECT");
    assertThat(chosen.at("/critical")).isNotEmpty();
    for (var cure : list(chosen.at("/cures"))) {
      assertThat(cure.at("/after").asDouble() - node(page, "M3").at("/mean").asDouble())
          .isCloseTo(cure.at("/gain").asDouble(), within(1e-9));
    }
    assertThat(chosen.at("/projects/0/projectId").asString()).as("the least likely first")
        .isEqualTo(frozen.projects().getFirst().toString());
  }

  @Test
  void whatDecidesANodeIsReadOfTheOneShownAndOfNoOther() {
    var frozen = years.frozen();
    page(planner, frozen.programme(), "");
    var shown = years.system(() -> risk.picture(frozen.programme(), null, null, null));
    assertThat(shown.nodes().get(shown.chosen())).isNotEmpty();
    shown.nodes().forEach((node, rows) -> assertThat(rows).as(node.code())
        .allMatch(row -> row.finishes().length == 1000 && row.drivers().isEmpty() != node.equals(shown.chosen())));
  }

  @Test
  void aStreetSeesItsOwnProjectsAndOnlyThePlannerChangesWhatIsAssumed() {
    var frozen = years.frozen();
    var all = page(planner, frozen.programme(), "");
    var officer = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, AYear.XUETIAN));
    var own = page(officer, frozen.programme(), "");
    assertThat(own.at("/projects").asInt()).isEqualTo(1);
    assertThat(list(own.at("/chosen/projects"))).extracting(p -> p.at("/projectId").asString())
        .containsExactly(frozen.projects().get(2).toString());
    assertThat(own.toString()).doesNotContain(frozen.projects().getFirst().toString());
    for (var node : list(own.at("/nodes"))) {
      var district = node(all, node.at("/code").asString());
      assertThat(district.at("/all").asDouble()).as("district ≤ street").isLessThanOrEqualTo(node.at("/all").asDouble() + 1e-9);
    }
    assertThat(officer.send("PUT", "/api/programmes/" + frozen.programme() + "/risk-rules", Map.of()).status()).isEqualTo(403);
    var narrowed = page(planner, frozen.programme(), "?street=" + AYear.XUETIAN);
    assertThat(narrowed.at("/projects").asInt()).isEqualTo(1);
  }

  @Test
  void withoutRainSpreadAndLateSignaturesEveryProbabilityIsNoughtOrOneAndTheRecordSaysWhoSaidSo() {
    var frozen = years.frozen();
    page(planner, frozen.programme(), "");
    var path = "/api/programmes/" + frozen.programme() + "/risk-rules";
    var rules = rules(planner.get(path).body());
    assertThat(rules.get("unconfirmed")).isEqualTo(true);
    rules.putAll(Map.of("wetDays", List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), "plumWet", 0, "fastest", 100, "slowest", 100,
        "signatureChance", 0, "unconfirmed", false, "source", "例会纪要"));
    var edited = planner.send("PUT", path, rules);
    assertThat(edited.status()).as("%s", edited.body()).isEqualTo(200);
    assertThat(edited.body().at("/version").asInt()).isEqualTo(1);
    var page = page(planner, frozen.programme(), "");
    for (var row : list(page.at("/chosen/projects"))) {
      assertThat(row.at("/probability").asDouble()).isIn(0.0, 1.0);
      assertThat(row.at("/p90")).isEqualTo(row.at("/p50"));
      assertThat(row.at("/p50")).isEqualTo(row.at("/forecast"));
    }
    assertThat(planner.send("PUT", path, rules).code()).isEqualTo("programme.version-conflict");
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, "320613"));
    var entry = auditor.get("/api/audit/entries?act=programme.risk-rules-change").body().at("/items/0");
    assertThat(entry.at("/subjectId").asString()).isEqualTo(frozen.programme().toString());
    assertThat(entry.at("/facts/source").asString()).isEqualTo("例会纪要");
  }

  @Test
  void everyFaultOfTheAssumptionsIsToldAtOnceWithAHint() {
    var programme = years.open();
    var path = "/api/programmes/" + programme + "/risk-rules";
    var rules = rules(planner.get(path).body());
    rules.putAll(Map.of("fastest", 140, "slowest", 90, "plumFrom", "07-20", "target", 70, "spell", 0));
    var refused = planner.send("PUT", path, rules);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().at("/errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/slowest", "/plumUntil", "/target", "/spell");
    assertThat(refused.body().toString()).contains("可能：");
    assertThat(planner.get("/api/programmes/" + programme + "/risk").body().at("/state").asString()).isEqualTo("NO_PLAN");
  }

  private static Map<String, Object> rules(JsonNode body) {
    var rules = new HashMap<String, Object>();
    body.properties().forEach(entry -> rules.put(entry.getKey(), plain(entry.getValue())));
    return rules;
  }

  private static Object plain(JsonNode value) {
    if (value.isArray()) {
      return list(value).stream().map(RiskTest::plain).toList();
    }
    return value.isBoolean() ? (Object) value.asBoolean() : value.isNumber() ? (Object) value.numberValue() : value.asString();
  }
}
