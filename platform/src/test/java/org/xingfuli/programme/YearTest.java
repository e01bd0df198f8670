package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.programme.flow.RefreshForecast;
import org.xingfuli.programme.store.ForecastStore;
import tools.jackson.databind.JsonNode;

/** A year from its opening to a slip on site, as people do it through the interface. */
@PlatformTest
@Import({Staff.class, AYear.class})
class YearTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired MovableBusinessClock clock;
  @Autowired Transactions transactions;
  @Autowired ForecastStore forecasts;
  @Autowired RefreshForecast refresh;
  @Autowired Programmes programmes;

  private Browser as(Role role, String area) {
    return new Browser(port).signedIn(staff.withRole(role, area));
  }

  private Browser planner() {
    return as(Role.PLANNER, "320613");
  }

  @Test
  void aPlannerOpensAYearMakesProjectsComparesPlansAndFreezesOne() {
    var planner = planner();
    var programme = years.open();
    var estates = List.of(years.estate(AYear.HONGQIAO), years.estate(AYear.XUETIAN));
    var refused = planner.post("/api/programmes/" + programme + "/plans", Map.of());
    assertThat(refused.code()).isEqualTo("programme.no-projects");

    var projects = planner.post("/api/programmes/" + programme + "/projects/from-estates",
        Map.of("estateIds", estates));
    assertThat(projects.status()).as("%s", projects.body()).isEqualTo(201);
    assertThat(projects.body()).hasSize(2);
    assertThat(projects.body().at("/0/streetName").asString()).isEqualTo("虹桥街道");

    var first = planner.post("/api/programmes/" + programme + "/plans", Map.of("rule", "LATEST_FINISH"));
    var second = planner.post("/api/programmes/" + programme + "/plans", Map.of("rule", "BEST", "note", "第二版"));
    assertThat(second.body().at("/activities").asInt()).isEqualTo(110);
    assertThat(second.body().at("/weightedLateness").asLong())
        .isLessThanOrEqualTo(first.body().at("/weightedLateness").asLong());

    var frozen = planner.post("/api/plans/" + second.body().at("/id").asString() + "/freeze", Map.of());
    assertThat(frozen.body().at("/state").asString()).isEqualTo("FROZEN");
    assertThat(planner.delete("/api/plans/" + first.body().at("/id").asString()).status()).isEqualTo(204);
    assertThat(planner.delete("/api/plans/" + second.body().at("/id").asString()).code())
        .isEqualTo("programme.plan-not-draft");
  }

  @Test
  void anEstateIsNeverHeldTwiceOverAndMayBeSplitByShare() {
    var planner = planner();
    var programme = years.open();
    var estate = years.estate(AYear.HONGQIAO);
    var path = "/api/programmes/" + programme + "/projects";
    var most = planner.post(path, Map.of("name", "一期", "estates", List.of(Map.of("id", estate, "share", 0.6))));
    assertThat(most.status()).isEqualTo(201);
    var tooMuch = planner.post(path, Map.of("name", "二期", "estates", List.of(Map.of("id", estate, "share", 0.5))));
    assertThat(tooMuch.code()).isEqualTo("programme.estate-share-taken");
    var rest = planner.post(path, Map.of("name", "二期", "estates", List.of(Map.of("id", estate, "share", 0.4))));
    assertThat(rest.status()).isEqualTo(201);
  }

  @Test
  void aSlipMovesTheNodeAndSaysWhyToTheDay() {
    var year = years.frozen();
    var project = year.projects().getFirst();
    var roof = years.planned(year.programme(), project, "D04");
    years.goneAsPlanned(year.programme(), roof.start());
    var contractor = new Browser(port).signedIn(staff.inProject(Role.CONTRACTOR, project));
    clock.moveTo(roof.start().plusDays(4));
    var report = contractor.post("/api/activities/" + roof.id() + "/progress-reports", Map.of(
        "percent", 5, "daysLost", 12, "reason", "RESIDENTS", "note", "6 户未签约",
        "actualStart", roof.start().toString()));
    assertThat(report.status()).as("%s", report.body()).isEqualTo(201);
    years.system(() -> {
      programmes.forecastNow(year.programme());
      return true;
    });
    var why = contractor.get("/api/activities/" + roof.id() + "/why").body();
    assertThat(why.at("/shiftDays").asInt()).isGreaterThanOrEqualTo(12);
    assertThat(sum(why.at("/waterfall"))).isEqualTo(why.at("/shiftDays").asInt());
    assertThat(sum(why.at("/chain"))).isEqualTo(why.at("/shiftDays").asInt());
    assertThat(why.at("/waterfall").toString()).contains("RESIDENTS");
  }

  @Test
  void theForecastRebuiltIsTheForecastThatStood() {
    var year = years.frozen();
    var start = years.planned(year.programme(), year.projects().getFirst(), "D04").start();
    years.goneAsPlanned(year.programme(), start.plusDays(9));
    var activities = years.system(() -> forecasts.activities(year.programme()));
    var nodes = years.system(() -> forecasts.nodes(year.programme()));
    transactions.run(SystemScope.of("test"), () -> forecasts.clear(year.programme()));
    refresh.refresh(year.programme());
    assertThat(years.system(() -> forecasts.activities(year.programme()))).isEqualTo(activities).isNotEmpty();
    assertThat(years.system(() -> forecasts.nodes(year.programme()))).isEqualTo(nodes).isNotEmpty();
  }

  @Test
  void withoutProgressAndOnTheFirstDayTheForecastIsTheFrozenPlan() {
    clock.moveTo(LocalDate.of(2021, 9, 1));
    var year = years.frozen();
    years.system(() -> {
      programmes.forecastNow(year.programme());
      return true;
    });
    var planned = years.system(() -> programmes.frozenPlan(year.programme()));
    var rows = years.system(() -> forecasts.activities(year.programme()));
    assertThat(rows).extracting(row -> row.activityId() + " " + row.start() + " " + row.finish())
        .containsExactlyElementsOf(planned.stream().map(p -> p.id() + " " + p.start() + " " + p.finish()).toList());
  }

  @Test
  void aStreetOfficerSeesOnlyTheProjectsOfTheStreet() {
    var year = years.frozen();
    var officer = as(Role.STREET_OFFICER, AYear.XUETIAN);
    var elsewhere = years.planned(year.programme(), year.projects().getFirst(), "C01");
    assertThat(ids(officer.get("/api/programmes/" + year.programme() + "/projects").body()))
        .containsExactly(year.projects().getLast().toString());
    var timetable = officer.get("/api/programmes/" + year.programme() + "/timetable").body();
    assertThat(timetable.at("/activities")).hasSize(55);
    assertThat(timetable.toString()).doesNotContain(year.projects().getFirst().toString());
    var absent = officer.get("/api/activities/" + UUID.randomUUID() + "/why");
    var forbidden = officer.get("/api/activities/" + elsewhere.id() + "/why");
    assertThat(forbidden.status()).isEqualTo(absent.status()).isEqualTo(404);
    assertThat(forbidden.body()).isEqualTo(absent.body());
    assertThat(officer.post("/api/activities/" + elsewhere.id() + "/progress-reports", Map.of("percent", 5)).status())
        .isEqualTo(404);
    assertThat(officer.get("/api/battle-chart?programme=" + year.programme()).body().at("/rows")).hasSize(1);
  }

  @Test
  void theSameReportSentTwiceIsTakenDownOnce() {
    var year = years.frozen();
    var first = years.planned(year.programme(), year.projects().getFirst(), "P01");
    clock.moveTo(first.start().plusDays(3));
    var planner = planner();
    var path = "/api/activities/" + first.id() + "/progress-reports";
    var one = sent(planner, path, "0190aaaa-0000-7000-8000-000000000001");
    var again = sent(planner, path, "0190aaaa-0000-7000-8000-000000000001");
    assertThat(again.body()).isEqualTo(one.body());
    assertThat(planner.get(path).body()).hasSize(1);
  }

  private static Browser.Answer sent(Browser planner, String path, String key) {
    var token = planner.cookie("XSRF-TOKEN").orElseThrow().getValue();
    return planner.send(HttpRequest.newBuilder(planner.at(path))
        .header("Content-Type", "application/json").header("X-XSRF-TOKEN", token).header("Idempotency-Key", key)
        .POST(BodyPublishers.ofString("{\"percent\": 20}")).build());
  }

  @Test
  void whatCannotBeIsRefusedWithEveryFaultAtOnce() {
    var year = years.frozen();
    var first = years.planned(year.programme(), year.projects().getFirst(), "P01");
    clock.moveTo(first.start().plusDays(3));
    var answer = planner().post("/api/activities/" + first.id() + "/progress-reports", Map.of(
        "percent", 140, "daysLost", 3, "actualStart", first.start().plusDays(9).toString()));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().at("/errors").findValuesAsString("code")).containsExactlyInAnyOrder(
        "programme.percent-out-of-range", "programme.days-lost-without-reason", "programme.actual-in-future");
  }

  @Test
  void anEditedTemplateLeavesTheFrozenPlanAloneAndChangesTheNext() {
    var year = years.frozen();
    var planner = planner();
    var before = years.planned(year.programme(), year.projects().getFirst(), "R06");
    var row = planner.get("/api/programmes/" + year.programme() + "/template").body().get(17);
    var edited = planner.send("PUT", "/api/programmes/" + year.programme() + "/template/" + row.at("/code").asString(),
        Map.of("version", row.at("/version").asInt(), "duration", row.at("/duration").asInt() + 20));
    assertThat(edited.status()).as("%s", edited.body()).isEqualTo(200);
    assertThat(years.planned(year.programme(), year.projects().getFirst(), "R06")).isEqualTo(before);
    var stale = planner.send("PUT", "/api/programmes/" + year.programme() + "/template/" + row.at("/code").asString(),
        Map.of("version", row.at("/version").asInt(), "duration", 5));
    assertThat(stale.code()).isEqualTo("programme.version-conflict");
  }

  @Test
  void theTimetableCanBeTakenAwayAsAWorkbookAndWhoMustStartTodayIsListed() {
    var year = years.frozen();
    var planner = planner();
    var c01 = years.planned(year.programme(), year.projects().getFirst(), "C01");
    years.goneAsPlanned(year.programme(), c01.start().plusDays(40));
    var due = planner.get("/api/programmes/" + year.programme() + "/must-start-today");
    assertThat(due.status()).isEqualTo(200);
    var book = planner.get("/api/programmes/" + year.programme() + "/timetable.xlsx");
    assertThat(book.status()).isEqualTo(200);
    assertThat(book.response().headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");
  }

  @Test
  void aYearIsShownDayByDayAndAnUnannouncedOneSaysSo() {
    var planner = planner();
    var known = planner.get("/api/calendar/2022").body();
    assertThat(known.at("/provisional").asBoolean()).isFalse();
    assertThat(known.at("/days")).hasSize(365);
    assertThat(planner.get("/api/calendar/2028").body().at("/provisional").asBoolean()).isTrue();
    assertThat(planner.get("/api/calendar/2099").code()).isEqualTo("calendar.unknown");
  }

  @Test
  void aNewlyAnnouncedYearMovesTheDatesComputedFromItAndSaysWhich() {
    var planner = planner();
    var year = planner.post("/api/programmes", Map.of("year", 2035, "name", "2035 年度")).body().at("/id").asString();
    var before = planner.get("/api/programmes/" + year + "/nodes").body().get(1);
    assertThat(before.at("/resolvedDate").asString()).isEqualTo("2035-04-30");
    assertThat(before.at("/provisional").asBoolean()).isTrue();
    var imported = planner.post("/api/calendar/2035", Map.of("year", 2035, "papers", List.of(), "days", List.of(
        Map.of("name", "劳动节", "date", "2035-04-30", "isOffDay", true),
        Map.of("name", "劳动节", "date", "2035-05-01", "isOffDay", true))));
    assertThat(imported.status()).as("%s", imported.body()).isEqualTo(200);
    assertThat(imported.body().at("/recomputed/0/what").asString()).contains("2035 M2");
    assertThat(imported.body().at("/recomputed/0/after").asString()).isEqualTo("2035-04-29");
    var after = planner.get("/api/programmes/" + year + "/nodes").body().get(1);
    assertThat(after.at("/resolvedDate").asString()).isEqualTo("2035-04-29");
    assertThat(after.at("/provisional").asBoolean()).isFalse();
    assertThat(as(Role.STREET_OFFICER, AYear.XUETIAN).post("/api/calendar/2035", Map.of()).status()).isEqualTo(403);
  }

  private static int sum(JsonNode bars) {
    var sum = 0;
    for (var bar : bars) {
      sum += bar.at("/days").asInt();
    }
    return sum;
  }

  private static List<String> ids(JsonNode rows) {
    return rows.findValuesAsString("id").stream().filter(id -> id.length() == 36).distinct().toList().subList(0, 1);
  }
}
