package org.xingfuli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.command.flow.RebuildChart;
import org.xingfuli.command.model.StoredChart;
import org.xingfuli.command.store.ChartStore;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.programme.AYear;
import org.xingfuli.programme.Programmes;

/** The battle chart follows what happens, and can be made again from the programme. */
@PlatformTest
@Import({Staff.class, AYear.class})
class BattleChartTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired MovableBusinessClock clock;
  @Autowired Transactions transactions;
  @Autowired ChartStore charts;
  @Autowired RebuildChart rebuild;
  @Autowired Programmes programmes;

  @Test
  void theChartRebuiltIsTheChartThatStood() throws InterruptedException {
    var year = years.frozen();
    var start = years.planned(year.programme(), year.projects().getFirst(), "D04").start();
    years.goneAsPlanned(year.programme(), start.plusDays(9));
    var commander = new Browser(port).signedIn(staff.withRole(Role.COMMANDER, "320613"));
    var version = years.system(() -> charts.version(year.programme()));
    for (int tries = 0; tries < 100 && version.isEmpty(); tries++) {
      Thread.sleep(50);
      version = years.system(() -> charts.version(year.programme()));
    }
    assertThat(commander.get("/api/battle-chart?programme=" + year.programme()).status()).isEqualTo(200);
    rebuild.rebuild(year.programme());
    var live = years.system(() -> charts.find(year.programme())).orElseThrow();
    transactions.run(SystemScope.of("test"), () -> charts.clear(year.programme()));
    rebuild.rebuild(year.programme());
    var rebuilt = years.system(() -> charts.find(year.programme())).orElseThrow();
    assertThat(timeless(rebuilt)).isEqualTo(timeless(live));
    assertThat(live.cells()).hasSizeGreaterThanOrEqualTo(12);
  }

  private static StoredChart timeless(StoredChart chart) {
    return new StoredChart(chart.programmeId(), chart.year(), chart.name(), chart.version(), chart.dataDate(),
        chart.atRiskDays(), chart.unconfirmed(), Instant.EPOCH, chart.nodes(), chart.rows(), chart.cells(), null);
  }

  @Test
  void aChartReadWhileItIsReplacedIsTheOneOrTheOtherAndNotSomeOfEach() {
    var year = years.frozen();
    years.goneAsPlanned(year.programme(), years.planned(year.programme(), year.projects().getFirst(), "D04").start());
    var commander = new Browser(port).signedIn(staff.withRole(Role.COMMANDER, "320613"));
    var path = "/api/battle-chart?programme=" + year.programme();
    assertThat(commander.get(path).status()).isEqualTo(200);
    var first = years.system(() -> charts.find(year.programme())).orElseThrow();
    var going = new AtomicBoolean(true);
    var replacing = CompletableFuture.runAsync(() -> {
      for (var version = first.version() + 1000; going.get(); version++) {
        var next = planned(first, version);
        transactions.run(SystemScope.of("test"), () -> {
          charts.lock(year.programme());
          charts.replace(next);
        });
      }
    });
    try {
      for (int reading = 0; reading < 150; reading++) {
        var chart = commander.get(path).body();
        var version = chart.at("/version").asLong();
        if (version >= first.version() + 1000) {
          assertThat(chart.at("/rows").valueStream().map(row -> row.at("/plannedProgress").asLong()))
              .as("reading %d, version %d", reading, version).hasSize(3).containsOnly(version % 100);
        }
      }
    } finally {
      going.set(false);
      replacing.join();
    }
  }

  /** The chart as it would be if every project should be as far as the version says. */
  private static StoredChart planned(StoredChart chart, long version) {
    var rows = chart.rows().stream().map(row -> new StoredChart.Row(row.projectId(), row.code(), row.name(), row.street(),
        row.area(), row.estates(), row.buildings(), row.households(), row.deliveryAgent(), row.contractor(),
        row.carriedOverFrom(), row.progress(), (int) (version % 100), row.inFrozenPlan())).toList();
    return new StoredChart(chart.programmeId(), chart.year(), chart.name(), version, chart.dataDate(), chart.atRiskDays(),
        chart.unconfirmed(), chart.updatedAt(), chart.nodes(), rows, chart.cells(), chart.seen());
  }

  @Test
  void aReportTurnsTheNodeAndReachesWhoWatches() throws Exception {
    var year = years.frozen();
    var project = year.projects().getFirst();
    var roof = years.planned(year.programme(), project, "D04");
    years.goneAsPlanned(year.programme(), roof.start().plusDays(4));
    var account = staff.withRole(Role.COMMANDER, "320613");
    var commander = new Browser(port).signedIn(account);
    var path = "/api/battle-chart?programme=" + year.programme();
    assertThat(commander.get(path).body().at("/rows/0/cells/1/state").asString()).isNotEqualTo("LATE");
    var turned = watch(commander, year.programme().toString(),
        () -> commander.get(path).body().at("/rows/0/cells/1/state").asString().equals("LATE"));
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    var report = planner.post("/api/activities/" + roof.id() + "/progress-reports",
        Map.of("percent", 6, "daysLost", 90, "reason", "RESIDENTS", "note", "多户未签约"));
    assertThat(report.status()).as("%s", report.body()).isEqualTo(201);
    assertThat(turned.get(20, TimeUnit.SECONDS)).contains(year.programme().toString());

    var chart = commander.get(path).body();
    var row = chart.at("/rows/0");
    assertThat(row.at("/projectId").asString()).isEqualTo(project.toString());
    assertThat(row.at("/cells/1/state").asString()).isEqualTo("LATE");
    assertThat(row.at("/cells/1/cause/zh").asString()).contains("居民未签约").contains("90 天");
    assertThat(chart.at("/causes/0/ownerKind").asString()).isEqualTo("STREET");
    assertThat(chart.at("/kpis/0/value").asInt()).isEqualTo(3);

    var node = chart.at("/nodes/1/id").asString();
    var cell = commander.get("/api/battle-chart/" + project + "/" + node).body();
    var sum = 0;
    for (var bar : cell.at("/waterfall")) {
      sum += bar.at("/days").asInt();
    }
    assertThat(sum).isEqualTo(cell.at("/shiftDays").asInt()).isGreaterThanOrEqualTo(90);
    assertThat(cell.at("/reports/0/daysLost").asInt()).isEqualTo(90);
    assertThat(commander.get("/api/battle-chart.xlsx?programme=" + year.programme()).status()).isEqualTo(200);
  }

  @Test
  void aProjectAddedAfterTheFreezeStandsOnTheChartAsNotInTheFrozenPlan() throws Exception {
    var year = years.frozen();
    years.goneAsPlanned(year.programme(), years.planned(year.programme(), year.projects().getFirst(), "D04").start());
    var commander = new Browser(port).signedIn(staff.withRole(Role.COMMANDER, "320613"));
    var path = "/api/battle-chart?programme=" + year.programme();
    assertThat(commander.get(path).body().at("/rows").size()).isEqualTo(3);
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    var made = planner.post("/api/programmes/" + year.programme() + "/projects/from-estates",
        Map.of("estateIds", List.of(years.estate(AYear.HONGQIAO))));
    assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
    var added = made.body().at("/0/id").asString();

    var chart = commander.get(path).body();
    for (int tries = 0; tries < 100 && chart.at("/rows").size() < 4; tries++) {
      Thread.sleep(50);
      chart = commander.get(path).body();
    }
    var rows = StreamSupport.stream(chart.at("/rows").spliterator(), false).toList();
    var row = rows.stream().filter(each -> each.at("/projectId").asString().equals(added)).findFirst().orElseThrow();
    assertThat(row.at("/inFrozenPlan").asBoolean()).isFalse();
    assertThat(row.at("/worst").asString()).isEqualTo("NOT_STARTED");
    for (var cell : row.at("/cells")) {
      assertThat(cell.at("/state").asString()).isEqualTo("NOT_STARTED");
      assertThat(cell.at("/cause/zh").asString()).isEqualTo("未纳入冻结计划");
      assertThat(cell.at("/date").isNull()).isTrue();
    }
    assertThat(rows.stream().filter(each -> each.at("/inFrozenPlan").asBoolean()).count()).isEqualTo(3);
    assertThat(chart.at("/kpis/0/numerator").asInt()).as("projects of the frozen plan").isEqualTo(3);
    assertThat(chart.at("/kpis/6/denominator").asInt()).as("projects whose progress is averaged").isEqualTo(3);
    assertThat(planner.delete("/api/projects/" + added).status()).isEqualTo(204);
    for (int tries = 0; tries < 100 && commander.get(path).body().at("/rows").size() > 3; tries++) {
      Thread.sleep(50);
    }
    assertThat(commander.get(path).body().at("/rows").size()).isEqualTo(3);
  }

  @Test
  void everyFigureSaysWhatItIsAPartOfSoThatOneCanCountAgain() {
    years.system(() -> programmes.current().orElseGet(() -> years.frozen().programme()));
    var chart = new Browser(port).signedIn(staff.withRole(Role.COMMANDER, "320613")).get("/api/battle-chart").body();
    var sum = 0;
    var homes = 0;
    for (var row : chart.at("/rows")) {
      sum += row.at("/progress").asInt();
      homes += row.at("/households").asInt();
    }
    for (var kpi : chart.at("/kpis")) {
      var code = kpi.at("/code").asString();
      var numerator = kpi.at("/numerator").asInt();
      var denominator = kpi.at("/denominator").asInt();
      assertThat(denominator).as(code).isGreaterThanOrEqualTo(code.equals("HOUSEHOLDS") ? 0 : 1);
      for (var language : List.of("zh", "en")) {
        assertThat(kpi.at("/reckoning/" + language).asString()).as(code).contains("÷")
            .contains(Integer.toString(numerator)).contains(Integer.toString(denominator));
      }
      switch (code) {
        case "PROGRESS" -> {
          assertThat(numerator).isEqualTo(sum);
          assertThat(kpi.at("/value").asInt()).isEqualTo(Math.round((float) sum / denominator));
        }
        case "HOUSEHOLDS" -> assertThat(denominator).isEqualTo(homes);
        case "KEPT", "REACHED" -> assertThat(kpi.at("/value").asDouble())
            .isEqualTo(Math.round(1000.0 * numerator / denominator) / 10.0);
        default -> { }
      }
    }
  }

  /** Completes with the first chart event about a later version than the one seen. */
  /**
   * What a watching screen does: whenever the stream names the programme, look again. Done with the line after which the
   * chart shows what is waited for; lines of what happened before may come first.
   */
  private CompletableFuture<String> watch(Browser browser, String programme, BooleanSupplier shown) throws Exception {
    var cookie = browser.cookie("xingfuli").orElseThrow();
    var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    var response = client.send(HttpRequest.newBuilder(browser.at("/api/events"))
        .header("Cookie", cookie.getName() + "=" + cookie.getValue()).build(), BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    return CompletableFuture.supplyAsync(() -> {
      try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("data:") && line.contains(programme) && line.contains("version") && shown.getAsBoolean()) {
            return line;
          }
        }
      } catch (IOException closed) {
        throw new AssertionError(closed);
      }
      throw new AssertionError("the stream ended");
    });
  }
}
