package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.MovableBusinessClock;
import tools.jackson.databind.JsonNode;

/** Projects between estates, streets and years: who sees them, what they are called, when they may go. */
@PlatformTest
@Import({Staff.class, AYear.class})
class ProjectsTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired Programmes programmes;
  @Autowired MovableBusinessClock clock;
  @Autowired JdbcClient jdbc;

  private Browser planner() {
    return new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
  }

  private Browser officer(String street) {
    return new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, street));
  }

  private static Map<String, Object> whole(UUID estate) {
    return Map.of("id", estate, "share", 1);
  }

  private static JsonNode made(Browser.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body();
  }

  private static List<String> projectIds(Browser who, UUID programme) {
    return who.get("/api/programmes/" + programme + "/projects").body().valueStream()
        .map(row -> row.path("id").asString()).toList();
  }

  private static void soon(BooleanSupplier holds) throws InterruptedException {
    for (int tries = 0; tries < 200 && !holds.getAsBoolean(); tries++) {
      Thread.sleep(50);
    }
    assertThat(holds.getAsBoolean()).isTrue();
  }

  @Test
  void aProjectKeepsToTheStreetItWasMadeIn() {
    var planner = planner();
    var programme = years.open();
    var project = made(planner.post("/api/programmes/" + programme + "/projects",
        Map.of("estates", List.of(whole(years.estate(AYear.HONGQIAO))))));
    var elsewhere = planner.patch("/api/projects/" + project.path("id").asString(),
        Map.of("version", 1, "estates", List.of(whole(years.estate(AYear.XUETIAN)))));
    assertThat(elsewhere.status()).isEqualTo(422);
    assertThat(elsewhere.code()).isEqualTo("programme.project-other-street");
    assertThat(elsewhere.body().path("maybe").asString()).isNotBlank();
    assertThat(officer(AYear.XUETIAN).get("/api/programmes/" + programme + "/projects").body()).isEmpty();
  }

  @Test
  void anEstateThatMovesTakesItsProjectBeforeTheEyesOfItsNewStreetOnly() throws Exception {
    var year = years.frozen();
    var moved = year.projects().getFirst();
    var first = years.planned(year.programme(), moved, "P01");
    years.goneAsPlanned(year.programme(), first.start().plusDays(9));
    var planner = planner();
    var before = officer(AYear.HONGQIAO);
    var after = officer(AYear.XUETIAN);
    assertThat(projectIds(before, year.programme())).contains(moved.toString());
    assertThat(projectIds(after, year.programme())).doesNotContain(moved.toString());

    var answer = planner.patch("/api/estates/" + year.estates().getFirst(), Map.of("version", 1, "street", AYear.XUETIAN));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    soon(() -> projectIds(after, year.programme()).contains(moved.toString()));

    assertThat(projectIds(before, year.programme())).containsExactly(year.projects().get(1).toString());
    assertThat(before.get("/api/activities/" + first.id() + "/progress-reports").status()).isEqualTo(404);
    assertThat(after.get("/api/activities/" + first.id() + "/progress-reports").body()).isNotEmpty();
    assertThat(before.get("/api/programmes/" + year.programme() + "/timetable").body().toString())
        .doesNotContain(moved.toString());
    assertThat(after.get("/api/programmes/" + year.programme() + "/timetable").body().at("/activities")).hasSize(110);
    // A forecast made again must not bring the street of the frozen plan back.
    years.system(() -> {
      programmes.forecastNow(year.programme());
      return true;
    });
    var chart = "/api/battle-chart?programme=" + year.programme();
    soon(() -> after.get(chart).body().at("/rows").size() == 2);
    soon(() -> before.get(chart).body().at("/rows").size() == 1);
    assertThat(rowsLeftBehind(moved)).isEmpty();
    assertThat(planner.get("/api/programmes/" + year.programme() + "/projects").body().valueStream()
        .filter(row -> row.path("id").asString().equals(moved.toString())).findFirst().orElseThrow()
        .path("streetName").asString()).isEqualTo("学田街道");
  }

  /** Tables of any module that still keep a row of the project under the old street. */
  private List<String> rowsLeftBehind(UUID project) {
    return years.system(() -> {
      var left = new ArrayList<String>();
      var tables = jdbc.sql("""
          select c.table_schema || '.' || c.table_name from information_schema.columns c
          join information_schema.columns a using (table_schema, table_name)
          where c.column_name = 'project_id' and a.column_name = 'area'""").query(String.class).list();
      assertThat(tables).contains("programme.forecast_node", "command.chart_cell");
      for (var table : tables) {
        if (jdbc.sql("select exists (select from " + table + " where project_id = ? and left(area, 9) = ?)")
            .params(project, AYear.HONGQIAO).query(Boolean.class).single()) {
          left.add(table);
        }
      }
      return left;
    });
  }

  @Test
  void anEstateThatComesUnderAnotherCommunityShowsItsProjectToThatOneOnly() throws Exception {
    staff.community("320613005001", "虹桥社区");
    staff.community("320613005002", "虹东社区");
    var planner = planner();
    var programme = years.open();
    var estate = years.estate(AYear.HONGQIAO);
    var path = "/api/estates/" + estate;
    assertThat(planner.patch(path, Map.of("version", 1, "community", "320613005001")).status()).isEqualTo(200);
    var project = made(planner.post("/api/programmes/" + programme + "/projects",
        Map.of("estates", List.of(whole(estate))))).path("id").asString();
    var before = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, "320613005001"));
    var after = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, "320613005002"));
    assertThat(projectIds(before, programme)).containsExactly(project);
    assertThat(planner.patch(path, Map.of("version", 2, "community", "320613005002")).status()).isEqualTo(200);
    soon(() -> projectIds(after, programme).contains(project));
    assertThat(projectIds(before, programme)).isEmpty();
  }

  @Test
  void anEstateThatSharesAProjectWithANeighbourDoesNotMoveAlone() {
    var planner = planner();
    var programme = years.open();
    var estates = List.of(years.estate(AYear.HONGQIAO), years.estate(AYear.HONGQIAO));
    var project = made(planner.post("/api/programmes/" + programme + "/projects",
        Map.of("name", "合并项目", "estates", estates.stream().map(ProjectsTest::whole).toList())));
    var refused = planner.patch("/api/estates/" + estates.getLast(), Map.of("version", 1, "street", AYear.XUETIAN));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("programme.estate-tied-to-project");
    assertThat(refused.body().path("detail").asString()).contains("合并项目");
    assertThat(refused.body().path("maybe").asString()).isNotBlank();
    assertThat(planner.get("/api/estates/" + estates.getLast()).body().path("street").asString())
        .isEqualTo(AYear.HONGQIAO);
    assertThat(planner.patch("/api/projects/" + project.path("id").asString(),
        Map.of("version", 1, "estates", List.of(whole(estates.getFirst())))).status()).isEqualTo(200);
    assertThat(planner.patch("/api/estates/" + estates.getLast(), Map.of("version", 1, "street", AYear.XUETIAN)).status())
        .isEqualTo(200);
  }

  @Test
  void aCodeIsNeverGivenTwiceAfterAProjectHasGone() {
    var planner = planner();
    var programme = years.open();
    var path = "/api/programmes/" + programme + "/projects";
    var rows = new ArrayList<JsonNode>();
    for (int number = 0; number < 3; number++) {
      rows.add(made(planner.post(path, Map.of("estates", List.of(whole(years.estate(AYear.HONGQIAO)))))));
    }
    assertThat(planner.delete("/api/projects/" + rows.getFirst().path("id").asString()).status()).isEqualTo(204);
    var next = made(planner.post(path, Map.of("estates", List.of(whole(years.estate(AYear.HONGQIAO))))));
    assertThat(next.path("code").asString()).endsWith("-004");
  }

  @Test
  void aCarriedOverProjectGoesWithItsCopiedReportsAndTheSourceKeepsItsOwn() {
    var year = years.frozen();
    var source = year.projects().getFirst();
    var first = years.planned(year.programme(), source, "P01");
    years.goneAsPlanned(year.programme(), first.start().plusDays(9));
    var planner = planner();
    var carried = made(planner.post("/api/programmes/" + years.open() + "/carry-over",
        Map.of("fromProgramme", year.programme(), "projectIds", List.of(source), "reason", "未完工"))).get(0);
    var removed = planner.delete("/api/projects/" + carried.path("id").asString());
    assertThat(removed.status()).as("%s", removed.body()).isEqualTo(204);
    assertThat(planner.get("/api/activities/" + first.id() + "/progress-reports").body()).isNotEmpty();
    var copies = years.system(() -> jdbc.sql("""
        select (facts::jsonb ->> 'copiedReports')::int from audit.entry
        where act = 'programme.project-remove' and subject_id = ?::uuid""")
        .param(carried.path("id").asString()).query(Integer.class).single());
    assertThat(copies).isPositive();
  }

  @Test
  void aProjectThatWasReportedOnOrIsInTheFrozenPlanStaysAndTheRefusalSaysWhy() {
    var year = years.frozen();
    var planner = planner();
    var frozen = planner.delete("/api/projects/" + year.projects().getFirst());
    assertThat(frozen.code()).isEqualTo("programme.project-in-frozen-plan");
    assertThat(frozen.body().path("maybe").asString()).isNotBlank();

    var first = years.planned(year.programme(), year.projects().getFirst(), "P01");
    years.goneAsPlanned(year.programme(), first.start().plusDays(9));
    years.system(() -> jdbc.sql("update programme.plan set state = 'SUPERSEDED' where programme_id = ?")
        .param(year.programme()).update());
    var reported = planner.delete("/api/projects/" + year.projects().getFirst());
    assertThat(reported.status()).isEqualTo(409);
    assertThat(reported.code()).isEqualTo("programme.project-has-reports");
    assertThat(reported.body().path("maybe").asString()).isNotBlank();
  }

  @Test
  void whatIsFinishedOrCarriedOverAlreadyIsRefusedByNameAndNothingIsCarriedOver() {
    var year = years.frozen();
    var finished = year.projects().getFirst();
    var again = year.projects().get(1);
    var all = years.system(() -> programmes.frozenPlan(year.programme())).stream()
        .filter(activity -> activity.projectId().equals(finished)).toList();
    var last = all.stream().map(Programmes.PlannedActivity::finish).max(LocalDate::compareTo).orElseThrow();
    clock.moveTo(last);
    years.system(() -> {
      programmes.report(all.stream().map(activity -> new ProgressStatement(activity.id(), 100, 0, null, "",
          activity.start(), activity.finish())).toList());
      return true;
    });
    var planner = planner();
    assertThat(planner.get("/api/programmes/" + year.programme() + "/projects").body().valueStream()
        .filter(row -> row.path("finished").asBoolean()).map(row -> row.path("id").asString()))
        .containsExactly(finished.toString());
    var programme = years.open();
    var path = "/api/programmes/" + programme + "/carry-over";
    var carried = made(planner.post(path, Map.of("fromProgramme", year.programme(), "projectIds", List.of(again), "reason", "未完工")));
    assertThat(carried.at("/0/carriedOverProject").asString()).isEqualTo(again.toString());
    var refused = planner.post(path, Map.of("fromProgramme", year.programme(), "projectIds", year.projects(), "reason", "未完工"));
    assertThat(refused.body().at("/errors").findValuesAsString("code")).containsExactlyInAnyOrder(
        "programme.finished-already", "programme.already-carried-over");
    assertThat(refused.body().at("/errors").findValuesAsString("message"))
        .allMatch(message -> message.contains("试验小区"));
    assertThat(planner.get("/api/programmes/" + programme + "/projects").body()).hasSize(1);
  }

  @Test
  void sharesThatAreTooMuchAreAllToldAtOnceAndEachAtItsPlace() {
    var planner = planner();
    var programme = years.open();
    var path = "/api/programmes/" + programme + "/projects";
    var estates = List.of(years.estate(AYear.HONGQIAO), years.estate(AYear.HONGQIAO));
    made(planner.post(path, Map.of("name", "一标段", "estates",
        estates.stream().map(id -> Map.of("id", id, "share", 0.7)).toList())));
    var refused = planner.post(path, Map.of("name", "二标段", "estates",
        estates.stream().map(id -> Map.of("id", id, "share", 0.4)).toList()));
    assertThat(refused.body().at("/errors").findValuesAsString("pointer"))
        .containsExactly("/estates/0/share", "/estates/1/share");
    assertThat(refused.body().at("/errors/0/message").asString()).contains("40 %").contains("30 %");
    var twice = planner.post(path, Map.of("name", "二标段", "estates",
        List.of(Map.of("id", estates.getFirst(), "share", 0.1), Map.of("id", estates.getFirst(), "share", 0.2))));
    assertThat(twice.code()).isEqualTo("programme.estate-listed-twice");
  }

  @Test
  void whatOtherProjectsLeaveOfAnEstateBecomesTheNextProject() {
    var planner = planner();
    var path = "/api/programmes/" + years.open() + "/projects";
    var estate = years.estate(AYear.HONGQIAO);
    made(planner.post(path, Map.of("name", "一标段", "estates", List.of(Map.of("id", estate, "share", 0.6)))));
    var rest = made(planner.post(path + "/from-estates", Map.of("estateIds", List.of(estate))));
    assertThat(rest.at("/0/estates/0/share").asDouble()).isEqualTo(0.4);
    assertThat(planner.post(path + "/from-estates", Map.of("estateIds", List.of(estate))).code())
        .isEqualTo("programme.estate-share-taken");
  }

  @Test
  void theClassAPersonChoseForAnEstateIsItsProjectsAndTheRuleIsOneForBoth() {
    var planner = planner();
    var programme = years.open();
    var rule = planner.get("/api/size-rule").body();
    assertThat(rule.path("unconfirmed").asBoolean()).isTrue();
    var code = UUID.randomUUID().toString().substring(0, 8);
    var estate = made(planner.post("/api/estates", Map.of("code", code, "name", "大院" + code, "street", AYear.HONGQIAO,
        "floorArea", 90000, "roofStructures", 500, "sizeClass", "SMALL_AND_EASY"))).path("id").asString();
    var small = made(planner.post("/api/programmes/" + programme + "/projects/from-estates",
        Map.of("estateIds", List.of(estate)))).get(0);
    assertThat(small.path("sizeClass").asString()).isEqualTo("SMALL_AND_EASY");
    assertThat(small.path("sizeClassBy").asString()).isEqualTo("ESTATE");

    var byRule = made(planner.post("/api/estates", Map.of("code", code + "b", "name", "小院" + code, "street",
        AYear.HONGQIAO, "floorArea", 9000, "roofStructures", 120))).path("id").asString();
    assertThat(planner.post("/api/estates/" + byRule + "/buildings",
        Map.of("number", "1", "storeys", 6, "floorArea", 2774, "stairwells", 3)).status()).isEqualTo(201);
    var project = made(planner.post("/api/programmes/" + programme + "/projects/from-estates",
        Map.of("estateIds", List.of(byRule)))).get(0);
    assertThat(planner.get("/api/estates/" + byRule).body().path("sizeClass").asString()).isEqualTo("SMALL_AND_EASY");
    assertThat(project.path("sizeClass").asString()).isEqualTo("SMALL_AND_EASY");
    assertThat(project.path("sizeClassBy").asString()).isEqualTo("RULE");

    var path = "/api/projects/" + project.path("id").asString();
    var chosen = planner.put(path + "/size-class", Map.of("version", 1, "sizeClass", "REGULAR", "reason", "巷子进不了车"));
    assertThat(chosen.status()).as("%s", chosen.body()).isEqualTo(200);
    assertThat(chosen.body().path("by").asString()).isEqualTo("PROJECT");
    var dated = planner.patch(path, Map.of("version", 2, "earliestStart", "2022-03-01")).body();
    assertThat(dated.path("sizeClassBy").asString()).as("an edit leaves the choice alone").isEqualTo("PROJECT");
    var undated = planner.patch(path, Map.of("version", 3, "clear", List.of("EARLIEST_START"))).body();
    assertThat(undated.path("earliestStart").isNull()).isTrue();
    assertThat(planner.put(path + "/size-class", Map.of("version", 4)).body().path("by").asString()).isEqualTo("RULE");
    var back = planner.get("/api/programmes/" + programme + "/projects").body().valueStream()
        .filter(row -> row.path("id").equals(project.path("id"))).findFirst().orElseThrow();
    assertThat(back.path("sizeClassBy").asString()).isEqualTo("RULE");
    assertThat(back.path("sizeClass").asString()).isEqualTo("SMALL_AND_EASY");
  }

  @Test
  void aClassIsSetOnTheScoreSheetWithItsReasonAndNowhereElse() {
    var planner = planner();
    var programme = years.open();
    var project = made(planner.post("/api/programmes/" + programme + "/projects/from-estates",
        Map.of("estateIds", List.of(years.estate(AYear.HONGQIAO))))).get(0).path("id").asString();
    var path = "/api/projects/" + project;
    for (var body : List.of(Map.of("version", 1, "sizeClass", "REGULAR"), Map.of("version", 1, "clear", List.of("SIZE_CLASS")))) {
      var refused = planner.patch(path, body);
      assertThat(refused.status()).as("%s", refused.body()).isEqualTo(422);
      assertThat(refused.code()).isEqualTo("programme.size-by-sheet");
      assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo(body.containsKey("clear") ? "/clear" : "/sizeClass");
    }
    var born = planner.post("/api/programmes/" + programme + "/projects", Map.of("sizeClass", "SMALL_AND_EASY", "estateIds",
        List.of(years.estate(AYear.HONGQIAO))));
    assertThat(born.status()).isEqualTo(422);
    assertThat(born.code()).isEqualTo("programme.size-by-sheet");
    var unsaid = planner.put(path + "/size-class", Map.of("sizeClass", "REGULAR", "reason", " "));
    assertThat(unsaid.code()).isEqualTo("programme.size-reason-missing");
  }

  @Test
  void aChosenClassIsCarriedOverWithItsReasonAndName() {
    var planner = planner();
    var before = years.open();
    var now = years.open();
    var project = made(planner.post("/api/programmes/" + before + "/projects/from-estates",
        Map.of("estateIds", List.of(years.estate(AYear.HONGQIAO))))).get(0).path("id").asString();
    assertThat(planner.put("/api/projects/" + project + "/size-class",
        Map.of("sizeClass", "REGULAR", "reason", "巷子进不了车")).status()).isEqualTo(200);
    var carried = made(planner.post("/api/programmes/" + now + "/carry-over",
        Map.of("fromProgramme", before, "projectIds", List.of(project), "reason", "表决未过"))).get(0);
    var sheet = planner.get("/api/projects/" + carried.path("id").asString() + "/size-sheet").body();
    assertThat(sheet.path("by").asString()).isEqualTo("PROJECT");
    assertThat(sheet.path("reason").asString()).isEqualTo("巷子进不了车");
    assertThat(sheet.path("chosenBy").asString()).isNotBlank();
  }

  @Test
  void everyVersionOfTheScoreSheetGoesOutWithItsCriteriaAndBands() {
    var planner = planner();
    var versions = planner.get("/api/size-sheet/versions").body();
    var book = planner.rows("/api/size-sheet/versions.xlsx");
    assertThat(book).hasSize(versions.valueStream().mapToInt(each -> each.path("criteria").size()).sum());
    var first = versions.at("/0/criteria/0");
    assertThat(book.getFirst()).contains(versions.at("/0/version").asString(), first.at("/name/zh").asString());
    assertThat(book.getFirst().get(8)).startsWith("≤ ").contains("以上 ");
  }
}
