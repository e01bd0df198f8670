package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import tools.jackson.databind.JsonNode;

/** A search for a better plan, from its beginning to the draft it leaves. */
@PlatformTest
@Import({Staff.class, AYear.class})
class PlanSearchTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired JdbcClient jdbc;

  private Browser planner() {
    return new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
  }

  @Test
  void whatCannotBeBetterEndsAtOnceAndSaysSo() throws Exception {
    var planner = planner();
    var programme = year(planner, 2);
    var rules = planner.post("/api/programmes/" + programme + "/plans", Map.of("rule", "BEST")).body();
    assertThat(planner.get("/api/programmes/" + programme + "/searches/latest").status()).isEqualTo(204);

    var begun = planner.post("/api/programmes/" + programme + "/searches", Map.of("seconds", 600, "note", "再找找"));
    assertThat(begun.status()).as("%s", begun.body()).isEqualTo(201);
    assertThat(begun.body().at("/state").asString()).isEqualTo("RUNNING");

    var over = over(planner, programme);
    assertThat(over.at("/state").asString()).isEqualTo("DONE");
    assertThat(over.at("/proved").asBoolean()).isTrue();
    assertThat(over.at("/found")).isNotEmpty();
    var plan = plan(planner, programme, over);
    assertThat(plan.at("/state").asString()).isEqualTo("DRAFT");
    assertThat(plan.at("/rule").asString()).isEqualTo("SEARCH");
    assertThat(plan.at("/note").asString()).isEqualTo("再找找");
    assertThat(plan.at("/weightedLateness").asLong()).isLessThanOrEqualTo(rules.at("/weightedLateness").asLong());
  }

  @Test
  void stoppedItLeavesTheBestSoFarAndASecondIsRefusedUntilThen() throws Exception {
    var planner = planner();
    var programme = year(planner, 14);
    var search = planner.post("/api/programmes/" + programme + "/searches", Map.of("seconds", 600)).body();
    var second = planner.post("/api/programmes/" + programme + "/searches", Map.of("seconds", 600));
    assertThat(second.code()).isEqualTo("programme.search-running");

    planner.post("/api/searches/" + search.at("/id").asString() + "/stop", Map.of());
    var over = over(planner, programme);
    assertThat(over.at("/state").asString()).isEqualTo("STOPPED");
    assertThat(over.at("/used").asDouble()).isLessThan(0.5);
    assertThat(over.at("/proved").asBoolean()).isFalse();
    assertThat(plan(planner, programme, over).at("/state").asString()).isEqualTo("DRAFT");
    var again = planner.post("/api/searches/" + search.at("/id").asString() + "/stop", Map.of());
    assertThat(again.body().at("/state").asString()).isEqualTo("STOPPED");
  }

  @Test
  void oneWhoseNodeDiedCountsAsFailedAndAnotherMayBegin() throws Exception {
    var planner = planner();
    var programme = year(planner, 2);
    jdbc.sql("""
        insert into programme.plan_search (id, programme_id, state, rule, note, seconds, seed, began_at, began_by, heard_at,
          used, best)
        values (?, ?, 'RUNNING', 'SEARCH', '', 600, 1, now() - interval '1 hour', '', now() - interval '1 minute', 0.1, '[]')""")
        .param(UUID.randomUUID()).param(programme).update();
    var path = "/api/programmes/" + programme + "/searches";
    assertThat(planner.get(path + "/latest").body().at("/state").asString()).isEqualTo("FAILED");
    assertThat(planner.post(path, Map.of("seconds", 2)).status()).isEqualTo(201);
    assertThat(over(planner, programme).at("/state").asString()).isEqualTo("DONE");
  }

  /** So many projects, sharing crews, in a year that has not begun to be planned. */
  private UUID year(Browser planner, int projects) {
    var programme = years.open();
    var made = planner.post("/api/programmes/" + programme + "/projects/from-estates",
        Map.of("estateIds", Stream.generate(() -> years.estate(AYear.HONGQIAO)).limit(projects).toList()));
    assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
    return programme;
  }

  private static JsonNode plan(Browser planner, UUID programme, JsonNode search) {
    var id = search.at("/planId").asString();
    return planner.get("/api/programmes/" + programme + "/plans").body().valueStream()
        .filter(plan -> plan.at("/id").asString().equals(id)).findFirst().orElseThrow();
  }

  private static JsonNode over(Browser planner, UUID programme) throws InterruptedException {
    var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < deadline) {
      var search = planner.get("/api/programmes/" + programme + "/searches/latest").body();
      if (!search.at("/state").asString().equals("RUNNING")) {
        return search;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the search did not end");
  }
}
