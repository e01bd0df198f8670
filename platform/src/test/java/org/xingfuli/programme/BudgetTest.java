package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.exchange.tables.TableBook;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.flow.BudgetBook;

/** Budgets by works in versions, the ledger, and the value that was earned for it. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import({Staff.class, AYear.class})
class BudgetTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired Figures figures;
  @Autowired MovableBusinessClock clock;
  @Autowired JdbcClient jdbc;

  private AYear.Frozen year;
  private Browser planner;
  private Browser commander;

  @BeforeAll
  void aYearIsUnderWay() {
    year = years.frozen();
    years.goneAsPlanned(year.programme(), years.planned(year.programme(), year.projects().getFirst(), "R03").start());
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    commander = new Browser(port).signedIn(staff.withRole(Role.COMMANDER, "320613"));
  }

  private static byte[] workbook(List<List<Object>> rows) {
    var out = new ByteArrayOutputStream();
    try {
      TableBook.write(List.of(new TableBook.Table("预算", BudgetBook.HEADS.subList(0, 9), List.copyOf(rows))), out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private Browser.Answer upload(UUID project, byte[] file) {
    return planner.post("/api/projects/" + project + "/budget/workbook", file, UUID.randomUUID().toString());
  }

  @Test
  void aWorkbookIsReadBackAsItWasWrittenOrRefusedWithEveryFaultByRowAndColumn() {
    var project = year.projects().get(1);
    var faulty = upload(project, workbook(List.of(
        List.of("W1", "屋面", "Roofs", "基础类", "㎡", "很多", 520, "", "R01"),
        List.of("W2", "外墙", "Façade", "豪华类", "㎡", 100, 84, "", "F01"))));
    assertThat(faulty.status()).isEqualTo(422);
    assertThat(faulty.body().path("errors").valueStream().map(each -> each.path("message").asString()))
        .hasSize(2).anyMatch(words -> words.contains("第 2 行") && words.contains("工程量"))
        .anyMatch(words -> words.contains("第 3 行") && words.contains("类别"));
    assertThat(planner.get("/api/projects/" + project + "/budget").body().path("draft").isNull()).isTrue();
    assertThat(upload(project, "no workbook".getBytes(StandardCharsets.UTF_8)).code())
        .isEqualTo("programme.workbook-unreadable");

    var sound = upload(project, workbook(List.of(
        List.of("W1", "屋面", "Roofs", "基础类", "㎡", 1000, 520.5, "", "R01;R02"),
        List.of("W2", "外墙", "Façade", "基础类", "㎡", 100, 84, "", "F01"))));
    assertThat(sound.status()).as("%s", sound.body()).isEqualTo(201);
    assertThat(sound.body().at("/draft/works").decimalValue()).isEqualByComparingTo("528900");
    assertThat(sound.body().at("/draft/lines/0/activities/1").asString()).isEqualTo("R02");
    assertThat(upload(project, workbook(List.of(List.of("W1", "屋面", "Roofs", "基础类", "㎡", 1, 1, "", "X99")))).code())
        .isEqualTo("programme.budget-activity-unknown");
  }

  @Test
  void theMenuOfWorksBecomesADraftAndOnlyTheApprovedVersionCounts() {
    var project = year.projects().get(2);
    var path = "/api/projects/" + project;
    assertThat(planner.post(path + "/budget/draft", Map.of()).code()).isEqualTo("programme.budget-no-menu");
    years.system(() -> jdbc.sql("""
        insert into estate.work_line (id, estate_id, area, edition, code, derived, quantity, unit_cost)
        select ?, e.id, e.area, 1, 'W01', 6000, 6000, 500 from estate.estate e where e.id = ?""")
        .params(UuidV7.create(), year.estates().get(2)).update());
    var draft = planner.post(path + "/budget/draft", Map.of()).body();
    assertThat(draft.at("/draft/lines/0/amount").decimalValue()).isEqualByComparingTo("3000000");
    assertThat(draft.at("/draft/lines/1/code").asString()).as("preliminaries at 5 %").isEqualTo("PRE");
    assertThat(draft.at("/draft/works").decimalValue()).isEqualByComparingTo("3150000");
    assertThat(draft.at("/draft/total").decimalValue()).as("with 3 % contingency").isEqualByComparingTo("3244500");
    assertThat(commander.post(path + "/budget/approval", Map.of("document", " ")).status()).isBetween(400, 422);
    var approved = commander.post(path + "/budget/approval", Map.of("document", "通财审 1 号")).body();
    assertThat(approved.at("/approved/version").asInt()).isEqualTo(1);
    planner.post(path + "/budget/draft", Map.of());
    var second = commander.post(path + "/budget/approval", Map.of("document", "通财审 2 号")).body();
    assertThat(second.path("versions").valueStream().map(each -> each.path("state").asString()))
        .containsExactly("APPROVED", "SUPERSEDED");
    assertThat(commander.post(path + "/budget/approval", Map.of("document", "x")).code()).isEqualTo("programme.budget-no-draft");
  }

  @Test
  void whoeverWroteTheDraftLastDoesNotApproveIt() {
    var project = year.projects().get(1);
    var path = "/api/projects/" + project;
    upload(project, workbook(List.of(List.of("W1", "屋面", "Roofs", "基础类", "㎡", 1000, 520, "", "R01"))));
    assertThat(planner.post(path + "/budget/approval", Map.of("document", "通财审 5 号")).status()).isEqualTo(403);

    var account = staff.withRole(Role.PLANNER, "320613");
    staff.also(account, Role.COMMANDER, "320613");
    var both = new Browser(port).signedIn(account);
    var draft = both.get(path + "/budget").body().path("draft");
    var written = both.send("PUT", path + "/budget/draft", Map.of("revision", draft.path("revision").asInt(),
        "contingencyPercent", 5, "lines", List.of(Map.of("code", "W1", "nameZh", "屋面", "nameEn", "Roofs", "workClass", "BASIC",
            "unit", "㎡", "quantity", 900, "unitCost", 520, "activities", List.of("R01"), "unconfirmed", false, "source", "核定"))));
    assertThat(written.status()).as("%s", written.body()).isEqualTo(200);
    assertThat(both.post(path + "/budget/approval", Map.of("document", "通财审 5 号")).code()).isEqualTo("programme.budget-own");
    assertThat(commander.post(path + "/budget/approval", Map.of("document", "通财审 5 号")).status()).isEqualTo(201);
  }

  private void approved(UUID project, int amount) {
    upload(project, workbook(List.of(List.of("W1", "前期", "Preparation", "其他", "项", 1, amount, "", "P01;P02;P03"))));
    assertThat(commander.post("/api/projects/" + project + "/budget/approval", Map.of("document", "通财审")).status()).isEqualTo(201);
  }

  @Test
  void aContractorReadsNoBudgetNoContractAndNoLedger() {
    var project = year.projects().getFirst();
    var contractor = new Browser(port).signedIn(staff.inProject(Role.CONTRACTOR, project));
    for (var path : List.of("/api/projects/" + project + "/budget", "/api/programmes/" + year.programme() + "/budgets")) {
      assertThat(contractor.get(path).status()).as(path).isEqualTo(403);
    }
    approved(project, 100_000);
    var value = "/api/programmes/" + year.programme() + "/earned-value";
    assertThat(contractor.get(value + ".xlsx").status()).isEqualTo(403);
    var shares = contractor.get(value).body();
    assertThat(shares.path("amounts").asBoolean()).isFalse();
    assertThat(shares.at("/figures/budget").decimalValue()).as("a share of what is seen").isEqualByComparingTo("100");
    assertThat(shares.at("/figures/earned").decimalValue()).as("preparation is done").isEqualByComparingTo("100");
    assertThat(contractor.get("/api/command/kpis?programme=" + year.programme()).body().toString()).doesNotContain("100000");
    assertThat(planner.get(value).body().path("amounts").asBoolean()).isTrue();
    var agent = new Browser(port).signedIn(staff.inProject(Role.DELIVERY_AGENT, project));
    assertThat(agent.get(value).body().at("/figures/budget").decimalValue()).isEqualByComparingTo("100000");
    assertThat(agent.get("/api/projects/" + project + "/budget").status()).isEqualTo(200);
  }

  @Test
  void theValueEarnedIsMeasuredAgainstThePlanAndTheLedgerWithItsDenominators() {
    var project = year.projects().getFirst();
    var path = "/api/projects/" + project;
    upload(project, workbook(List.of(List.of("W1", "前期", "Preparation", "其他", "项", 1, 100000, "", "P01;P02;P03"),
        List.of("W2", "绿化", "Planting", "完善类", "项", 1, 50000, "", "E05"))));
    commander.post(path + "/budget/approval", Map.of("document", "通财审 3 号"));
    var value = planner.get("/api/programmes/" + year.programme() + "/earned-value?project=" + project).body();
    assertThat(value.at("/figures/budget").decimalValue()).isEqualByComparingTo("150000");
    assertThat(value.at("/figures/earned").decimalValue()).as("preparation is done, planting has not begun").isEqualByComparingTo("100000");
    assertThat(value.at("/figures/planned").decimalValue()).isEqualByComparingTo("100000");
    assertThat(value.at("/figures/cpi").isNull()).as("no cost data").isTrue();

    var month = clock.today().withDayOfMonth(1).toString();
    assertThat(planner.post(path + "/ledger", Map.of("month", month, "kind", "VALUATION", "amount", 125000, "document", "计价单 1")).status()).isEqualTo(201);
    assertThat(planner.post(path + "/ledger", Map.of("month", month, "kind", "VALUATION", "amount", -200000, "document", "冲减", "note", "多计")).code())
        .isEqualTo("programme.ledger-below-zero");
    assertThat(planner.post(path + "/ledger", Map.of("month", month, "kind", "VALUATION", "amount", -25000, "document", "冲减")).code())
        .isEqualTo("programme.ledger-reason-missing");
    var costed = planner.get("/api/programmes/" + year.programme() + "/earned-value").body();
    assertThat(costed.path("projects").asInt()).isEqualTo(3);
    assertThat(costed.path("costed").asInt()).isEqualTo(1);
    var row = costed.path("rows").valueStream().filter(each -> each.path("projectId").asString().equals(project.toString())).findFirst().orElseThrow();
    assertThat(row.at("/figures/cpi").decimalValue()).isEqualByComparingTo("0.8");
    assertThat(row.at("/figures/atCompletion").decimalValue()).as("150,000 ÷ 0.8").isEqualByComparingTo("187500");
    var seen = years.system(() -> figures.of(year.programme())).stream().filter(each -> each.projectId().equals(project)).findFirst().orElseThrow();
    assertThat(seen.cpi()).isEqualByComparingTo(new BigDecimal("0.8"));
    assertThat(seen.gate()).isEqualTo("START");
    assertThat(seen.stage()).isEqualTo(ProjectStage.PLANNED);
  }

  @Test
  void whatIsCarriedOverTakesTheRestOfItsBudgetAndBothYearsSayWhy() {
    var source = year.projects().getFirst();
    upload(source, workbook(List.of(List.of("W1", "前期", "Preparation", "其他", "项", 10, 1000, "", "P01"),
        List.of("W2", "绿化", "Planting", "完善类", "项", 10, 1000, "", "E05"))));
    commander.post("/api/projects/" + source + "/budget/approval", Map.of("document", "通财审 4 号"));
    var later = years.open();
    var carried = planner.post("/api/programmes/" + later + "/carry-over",
        Map.of("fromProgramme", year.programme(), "projectIds", List.of(source), "reason", "错过施工季")).body().get(0);
    assertThat(carried.path("carriedReason").asString()).isEqualTo("错过施工季");
    var rest = planner.get("/api/projects/" + carried.path("id").asString() + "/budget").body();
    assertThat(rest.at("/draft/origin").asString()).isEqualTo("CARRIED");
    assertThat(rest.at("/draft/lines").valueStream().map(each -> each.path("code").asString())).as("preparation is done").containsExactly("W2");
    var left = planner.get("/api/programmes/" + year.programme() + "/projects").body().valueStream()
        .filter(each -> each.path("id").asString().equals(source.toString())).findFirst().orElseThrow();
    assertThat(left.at("/carriedOverTo/projectId").asString()).isEqualTo(carried.path("id").asString());
    assertThat(left.path("carriedReason").asString()).isEqualTo("错过施工季");
  }

  @Test
  void twoCorrectionsAtOnceDoNotTakeALedgerBelowZero() throws Exception {
    var project = year.projects().get(2);
    var path = "/api/projects/" + project + "/ledger";
    var month = clock.today().withDayOfMonth(1).toString();
    assertThat(planner.post(path, Map.of("month", month, "kind", "PAYMENT", "amount", 100000, "document", "付款 1")).status()).isEqualTo(201);
    var back = Map.of("month", month, "kind", "PAYMENT", "amount", -80000, "document", "冲减", "note", "多付");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // Neither may write before both have come as far as they can.
      var answers = years.system(() -> {
        jdbc.sql("select id from programme.project where id = ? for update").param(project).query(UUID.class).single();
        var sent = List.of(threads.submit(() -> planner.post(path, back)), threads.submit(() -> planner.post(path, back)));
        for (int at = 0; at < 100 && jdbc.sql("select count(*) from pg_locks where not granted").query(Long.class).single() < 2; at++) {
          LockSupport.parkNanos(50_000_000);
        }
        return sent;
      });
      var met = List.of(answers.get(0).get(), answers.get(1).get());
      assertThat(met.stream().map(Browser.Answer::status)).containsExactlyInAnyOrder(201, 422);
      assertThat(met.stream().map(Browser.Answer::code)).contains("programme.ledger-below-zero");
    }
  }
}
