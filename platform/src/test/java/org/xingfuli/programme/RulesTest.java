package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
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
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.programme.store.ForecastStore;
import tools.jackson.databind.JsonNode;

/** The planner edits the rules a year is planned by: what is at risk turns at once, dates only with the next plan. */
@PlatformTest
@Import({Staff.class, AYear.class})
class RulesTest {

  private static final Duration LIVE = Duration.ofSeconds(20);

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired Programmes programmes;
  @Autowired ForecastStore forecasts;
  @Autowired MovableBusinessClock clock;

  private Browser planner;

  @BeforeEach
  void aPlannerSignsInBeforeAnyOfTheYearsBegins() {
    clock.moveTo(LocalDate.of(2021, 9, 1));
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
  }

  private JsonNode year(UUID programme) {
    return planner.get("/api/programmes/" + programme).body();
  }

  private Browser.Answer edit(UUID programme, Map<String, ?> changes) {
    var body = new HashMap<String, Object>(changes);
    body.putIfAbsent("version", year(programme).at("/version").asInt());
    return planner.send("PUT", "/api/programmes/" + programme + "/rules", body);
  }

  private JsonNode chart(UUID programme) {
    return planner.get("/api/battle-chart?programme=" + programme).body();
  }

  /** The chart once it was drawn again by itself, of a forecast that knows the threshold: an older one may come in between. */
  private JsonNode chartWith(UUID programme, int atRiskDays) {
    turned(programme, atRiskDays, 0);
    var version = years.system(() -> {
      programmes.forecastNow(programme);
      return forecasts.head(programme).orElseThrow().version();
    });
    return turned(programme, atRiskDays, version);
  }

  private JsonNode turned(UUID programme, int atRiskDays, long version) {
    var until = System.nanoTime() + LIVE.toNanos();
    while (System.nanoTime() < until) {
      var chart = chart(programme);
      if (chart.at("/atRiskDays").asInt() == atRiskDays && chart.at("/version").asLong() >= version) {
        return chart;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("the chart did not turn");
  }

  private static List<String> states(JsonNode chart) {
    return chart.at("/rows").findValuesAsString("state");
  }

  @Test
  void aWiderThresholdTurnsTheChartAtOnceMovesNoDateAndTurnsBackWithTheUndo() {
    var frozen = years.frozen();
    var programme = frozen.programme();
    years.system(() -> {
      programmes.forecastNow(programme);
      return true;
    });
    var plan = years.system(() -> programmes.frozenPlan(programme));
    var narrow = edit(programme, Map.of("atRiskDays", 0));
    assertThat(narrow.status()).as("%s", narrow.body()).isEqualTo(200);
    var before = chartWith(programme, 0);
    edit(programme, Map.of("atRiskDays", 60, "assumption", false, "source", "区住建局 2022 年例会纪要"));
    var after = chartWith(programme, 60);
    assertThat(states(after).stream().filter("AT_RISK"::equals).count())
        .isGreaterThan(states(before).stream().filter("AT_RISK"::equals).count());
    assertThat(after.at("/unconfirmed").asBoolean()).isFalse();
    assertThat(after.at("/kpis").toString()).doesNotContain("待确认").doesNotContain("unconfirmed");
    assertThat(years.system(() -> programmes.frozenPlan(programme))).isEqualTo(plan);
    edit(programme, Map.of("atRiskDays", 0, "assumption", true, "source", ""));
    var undone = chartWith(programme, 0);
    assertThat(states(undone)).isEqualTo(states(before));
    assertThat(undone.at("/kpis").toString()).contains("待确认");
  }

  @Test
  void anotherCalendarOrStartMakesDraftsStaleButAnotherNameOrThresholdDoesNot() {
    var programme = years.open();
    planner.post("/api/programmes/" + programme + "/projects/from-estates",
        Map.of("estateIds", List.of(years.estate(AYear.HONGQIAO))));
    var plan = planner.post("/api/programmes/" + programme + "/plans", Map.of()).body().at("/id").asString();
    edit(programme, Map.of("name", "改名的年度", "atRiskDays", 12, "assumption", false));
    assertThat(changed(programme)).isEmpty();
    edit(programme, Map.of("office", "CALENDAR_DAYS"));
    assertThat(changed(programme)).containsExactly("RULES");
    assertThat(planner.post("/api/plans/" + plan + "/freeze", Map.of()).code())
        .isEqualTo("programme.plan-basis-changed");
    edit(programme, Map.of("office", "WORKING_DAYS"));
    assertThat(changed(programme)).isEmpty();
    edit(programme, Map.of("rainStopsFrom", 0.8));
    assertThat(changed(programme)).as("what rain stops").containsExactly("RULES");
    assertThat(year(programme).at("/rules/rainStopsFrom").asDouble()).isEqualTo(0.8);
    edit(programme, Map.of("rainStopsFrom", 0.5));
    assertThat(changed(programme)).isEmpty();
    edit(programme, Map.of("starts", LocalDate.parse(year(programme).at("/starts").asString()).plusDays(30).toString()));
    assertThat(changed(programme)).containsExactly("RULES");
  }

  private List<String> changed(UUID programme) {
    return planner.get("/api/programmes/" + programme + "/plans").body().at("/0/changed").findValuesAsString("what");
  }

  @Test
  void whoSawTheRulesBeforeAColleagueChangedThemIsToldInsteadOfOverwriting() {
    var programme = years.open();
    var seen = year(programme).at("/version").asInt();
    assertThat(edit(programme, Map.of("version", seen, "site", "EVERY_DAY")).body().at("/version").asInt())
        .isEqualTo(seen + 1);
    assertThat(edit(programme, Map.of("version", seen, "atRiskDays", 3)).code()).isEqualTo("programme.version-conflict");
    assertThat(year(programme).at("/rules/atRiskDays").asInt()).isEqualTo(7);
    assertThat(year(programme).at("/rules/site").asString()).isEqualTo("EVERY_DAY");
  }

  @Test
  void everyFaultOfTheRulesIsToldAtOnceWithAHint() {
    var programme = years.open();
    var refused = edit(programme, Map.of("atRiskDays", 61, "rainStopsFrom", 50, "starts", "1999-01-01", "name", " "));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().at("/errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/atRiskDays", "/rainStopsFrom", "/starts", "/name");
    assertThat(refused.body().toString()).contains("可能：");
  }

  @Test
  void theRecordSaysWhatTheThresholdWasAndWhetherTheRulesWereConfirmed() {
    var programme = years.open();
    edit(programme, Map.of("atRiskDays", 10, "assumption", false, "source", "例会纪要"));
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, "320613"));
    var entry = auditor.get("/api/audit/entries?act=programme.rules-change").body().at("/items/0");
    assertThat(entry.at("/subjectId").asString()).isEqualTo(programme.toString());
    assertThat(entry.at("/facts/atRiskDaysBefore").asInt()).isEqualTo(7);
    assertThat(entry.at("/facts/atRiskDaysAfter").asInt()).isEqualTo(10);
    assertThat(entry.at("/facts/confirmed").asBoolean()).isTrue();
    assertThat(entry.at("/facts/source").asString()).isEqualTo("例会纪要");
  }
}
