package org.xingfuli.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Erasing;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;

/** Owners are masked everywhere, and one is seen in clear with a reason, so many times a day, and on record. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, PeopleObjects.class, AccountObjects.class, EstateObjects.class, EvidenceObjects.class,
    ProgrammeObjects.class, ProgrammeActs.class, RevealObjects.class})
class RevealTest {

  private static final Map<String, Object> WHY = Map.of("usual", "VISIT", "reason", "联系安排入户测量");

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired RevealObjects households;
  @Autowired List<Erasing> erasings;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private Browser officer() {
    return new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET));
  }

  private UUID household() {
    return households.household(world.estate(Place.OWN), "张小明", "13812341234");
  }

  private static Browser.Answer look(Browser by, UUID household) {
    return by.post("/api/households/" + household + "/reveal", WHY);
  }

  private String building(UUID household) {
    return world.system(() -> jdbc.sql("select building_id from estate.household where id = ?").param(household)
        .query(UUID.class).single()).toString();
  }

  @Test
  void theListMasksByRoleAtTheAnswerItself() {
    var path = "/api/buildings/" + building(household()) + "/households";
    var seen = officer().get(path).body();
    assertThat(seen.at("/items/0/ownerMasked").asString()).isEqualTo("张*明");
    assertThat(seen.at("/items/0/phoneMasked").asString()).isEqualTo("138****1234");
    assertThat(seen.at("/items/0/door").asString()).as("who visits homes sees the door").isEqualTo("301");
    var commander = new Browser(port).signedIn(staff.withRole(Role.COMMANDER, MatrixWorld.DISTRICT));
    assertThat(commander.get(path).body().at("/items/0/door").asString()).as("the command does not").isEqualTo("3**");
    assertThat(commander.read(path + ".xlsx").text()).contains("3**", "张*明").doesNotContain("张小明", "13812341234");
  }

  @Test
  void oneIsSeenInClearWithAReasonForAMinuteAndTheAuditorReadsWhoAndWhy() {
    var household = household();
    var account = staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET);
    var answer = look(new Browser(port).signedIn(account), household);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(answer.body().path("ownerName").asString()).isEqualTo("张小明");
    assertThat(answer.body().path("ownerPhone").asString()).isEqualTo("13812341234");
    assertThat(answer.response().headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    var until = Instant.parse(answer.body().path("until").asString());
    assertThat(Duration.between(clock.instant(), until)).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(60));
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, MatrixWorld.DISTRICT));
    var list = auditor.get("/api/reveals?person=" + account.personId()).body();
    assertThat(list.path("total").asInt()).isEqualTo(1);
    assertThat(list.at("/items/0/reason").asString()).isEqualTo("联系安排入户测量");
    assertThat(list.toString()).as("the value is kept nowhere").doesNotContain("张小明", "13812341234", "\"301\"", "301室");
    var entries = auditor.get("/api/audit/entries?act=identity.reveal").body().path("items").toString();
    assertThat(entries).contains(household.toString()).doesNotContain("张小明", "13812341234");
    assertThat(auditor.read("/api/reveals.xlsx?person=" + account.personId()).text()).contains("联系安排入户测量");
  }

  @Test
  void withoutAReasonInWordsNothingIsTold() {
    var household = household();
    var by = officer();
    var blank = by.post("/api/households/" + household + "/reveal", Map.of("usual", "VISIT", "reason", "      看 "));
    assertThat(blank.code()).isEqualTo("identity.reason-too-short");
    var none = by.post("/api/households/" + household + "/reveal", Map.of("reason", "联系安排入户测量"));
    assertThat(none.status()).isEqualTo(400);
    assertThat(blank.body() + "" + none.body()).doesNotContain("张小明");
  }

  @Test
  void outOfReachAndAbsentAreAnsweredAlikeAndThePlannerHasNoSuchRight() {
    var elsewhere = households.household(world.estate(Place.OTHER), "李小红", "13912345678");
    var by = officer();
    assertThat(look(by, elsewhere).body()).isEqualTo(look(by, UUID.randomUUID()).body());
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, MatrixWorld.DISTRICT));
    assertThat(look(planner, elsewhere).status()).isEqualTo(403);
  }

  @Test
  void aDaysLooksAreSpentAlsoWhenAllComeAtOnce() throws Exception {
    var household = household();
    var account = staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET);
    var by = new Browser(port).signedIn(account);
    int most = look(by, household).body().path("left").asInt() + 1;
    world.system(() -> jdbc.sql("""
            insert into identity.reveal (id, person_id, at, day, subject_type, subject_id, area, place, fields, usual, reason)
            select gen_random_uuid(), person_id, at, day, subject_type, subject_id, area, place, fields, usual, reason
            from identity.reveal, generate_series(1, ?) where person_id = ?""")
        .params(most - 4, account.personId()).update());
    var looks = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 8; i++) {
      looks.add(() -> look(by, household).status());
    }
    try (var threads = Executors.newFixedThreadPool(looks.size())) {
      var statuses = threads.invokeAll(looks).stream().map(f -> f.resultNow()).toList();
      assertThat(statuses).as("three were left of %d", most).filteredOn(s -> s == 200).hasSize(3);
      assertThat(statuses).filteredOn(s -> s == 429).hasSize(5);
    }
    assertThat(look(by, household).code()).isEqualTo("identity.looks-spent");
  }

  @Test
  void ownersGoWhenTheirTimeIsOverAndTheHouseholdStays() {
    var household = household();
    var owners = erasings.stream().filter(one -> one.rule().equals("RETAIN_OWNER")).findFirst().orElseThrow();
    var soon = clock.instant().plusSeconds(5);
    world.system(() -> {
      assertThat(owners.erase(clock.instant().minus(Duration.ofDays(1)))).as("not yet").isZero();
      assertThat(owners.remaining(soon)).isPositive();
      return true;
    });
    assertThat(world.system(() -> jdbc.sql("select count(*) from estate.owner where household_id = ?").param(household)
        .query(Long.class).single())).isEqualTo(1);
    world.system(() -> owners.erase(soon));
    assertThat(world.system(() -> owners.remaining(soon))).isZero();
    assertThat(world.system(() -> jdbc.sql("select count(*) from estate.household where id = ?").param(household)
        .query(Long.class).single())).isEqualTo(1);
  }
}
