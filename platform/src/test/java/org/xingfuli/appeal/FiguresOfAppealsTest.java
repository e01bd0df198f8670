package org.xingfuli.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.AppealObjects;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.People;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import tools.jackson.databind.JsonNode;

/** Wherever appeals are counted, the figure is the number of rows the same person finds in the inbox under the same filter. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class})
class FiguresOfAppealsTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired AppealObjects objects;
  @Autowired People people;
  @Autowired JdbcClient jdbc;

  private Browser clerk;

  @BeforeEach
  void someAreLateSomeAreOpenAgainAndSomeAreClosed() {
    clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
    var late = objects.appeal(Place.OWN, AppealState.HANDLING);
    var again = objects.appeal(Place.OWN, AppealState.HANDLING);
    objects.appeal(Place.OWN, AppealState.CLOSED);
    objects.appeal(Place.OTHER, AppealState.RECEIVED);
    objects.due(late, Instant.parse("2022-04-01T00:00:00Z"));
    world.system(() -> jdbc.sql("update appeal.appeal set round = 2, class_code = 'LEAK_ROOF' where id = ?").param(again).update());
  }

  private JsonNode got(Browser who, String path) {
    var answer = who.get(path);
    assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(200);
    return answer.body();
  }

  private long rows(Browser who, String filter) {
    return got(who, "/api/appeals?open=true&limit=1&" + filter).path("total").asLong();
  }

  /** Every open appeal of the estate, page by page, the latest first. */
  private List<JsonNode> all(UUID estate) {
    var rows = new ArrayList<JsonNode>();
    var next = "";
    do {
      var page = got(clerk, "/api/appeals?open=true&limit=200&order=LATEST&estate=" + estate + (next.isEmpty() ? "" : "&cursor=" + next));
      page.path("items").forEach(rows::add);
      next = page.path("next").asString("");
    } while (!next.isEmpty());
    return rows;
  }

  private void theChartCountsAsTheInboxOf(Browser who) {
    var chart = got(who, "/api/battle-chart/appeals?programme=" + world.programme());
    chart.path("projects").forEach(project -> {
      project.path("estates").forEach(estate -> {
        var id = estate.path("estateId").asString();
        assertThat(estate.path("open").asLong()).isEqualTo(rows(who, "estate=" + id));
        assertThat(estate.path("overdue").asLong()).isEqualTo(rows(who, "estate=" + id + "&overdue=true"));
      });
      assertThat(project.path("open").asLong()).isEqualTo(project.path("estates").valueStream().mapToLong(one -> one.path("open").asLong()).sum());
    });
  }

  @Test
  void theBattleChartShowsWhatTheInboxOfTheSamePersonHolds() {
    var chart = got(clerk, "/api/battle-chart/appeals?programme=" + world.programme());
    assertThat(chart.path("projects").valueStream().flatMap(one -> one.path("estates").valueStream()).map(one -> one.path("estateId").asString()))
        .contains(Objects.requireNonNull(world.estate(Place.OWN)).toString());
    assertThat(chart.path("overdue").asLong()).isPositive();
    theChartCountsAsTheInboxOf(clerk);
    theChartCountsAsTheInboxOf(new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET)));
    var firm = new Browser(port).signedIn(staff.inProject(Role.CONTRACTOR, world.project()));
    theChartCountsAsTheInboxOf(firm);
  }

  @Test
  void theCardOfAnEstateShowsWhatTheInboxHolds() {
    var estate = Objects.requireNonNull(world.estate(Place.OWN));
    var card = got(clerk, "/api/appeals/estate-standing?estate=" + estate);
    assertThat(card.path("open").asLong()).isPositive().isEqualTo(rows(clerk, "estate=" + estate));
    assertThat(card.path("overdue").asLong()).isPositive().isEqualTo(rows(clerk, "estate=" + estate + "&overdue=true"));
    var all = all(estate);
    assertThat(card.path("reopened").asLong()).isPositive().isEqualTo(all.stream().filter(row -> row.path("reopened").asInt() > 0).count());
    assertThat(card.at("/newest/0/id").asString()).isEqualTo(all.getFirst().path("id").asString());
    card.path("classes").forEach(one -> assertThat(one.path("count").asLong()).isPositive());
    var nothing = got(clerk, "/api/appeals/estate-standing?estate=" + UUID.randomUUID());
    assertThat(nothing.path("open").asLong()).isZero();
    assertThat(nothing.path("newest")).isEmpty();
  }

  @Test
  void aFirmSeesOnlyTheRatesOfItsOwnUnit() {
    var account = staff.inProject(Role.CONTRACTOR, world.project());
    var firm = people.organisationOf(account.personId()).orElseThrow();
    var mine = List.of(objects.appeal(Place.OWN, AppealState.CLOSED), objects.appeal(Place.OWN, AppealState.CLOSED));
    objects.appeal(Place.OWN, AppealState.CLOSED);
    world.system(() -> jdbc.sql("update appeal.appeal set lead_id = ? where id = any(?)").params(firm, mine.toArray(UUID[]::new)).update());
    var contractor = new Browser(port).signedIn(account);
    var rates = got(contractor, "/api/appeals/rates?by=UNIT");
    assertThat(rates.path("rows").valueStream().map(row -> row.path("key").asString())).containsExactly(firm.toString());
    var all = got(clerk, "/api/appeals/rates?by=UNIT");
    assertThat(all.path("rows").size()).as("the clerk sees those of others too").isGreaterThan(1);
    for (int n = 0; n < rates.path("total").size(); n++) {
      assertThat(rates.at("/total/" + n + "/denominator").asLong()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void theCasesOfATopicHaveTheirTitlesButForConfidentialOnes() {
    var open = objects.appeal(Place.OWN, AppealState.HANDLING);
    var secret = objects.appeal(Place.OWN, AppealState.HANDLING);
    world.system(() -> jdbc.sql("update appeal.appeal set confidential = true where id = ?").param(secret).update());
    var rows = got(clerk, "/api/appeals/rows?id=" + secret + "&id=" + open + "&id=" + UUID.randomUUID());
    assertThat(rows).hasSize(2);
    assertThat(rows.at("/0/id").asString()).isEqualTo(secret.toString());
    assertThat(rows.at("/0/title").asString()).isEmpty();
    assertThat(rows.at("/1/title").asString()).isNotEmpty();
    var street = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET));
    assertThat(got(street, "/api/appeals/rows?id=" + objects.appeal(Place.OTHER, AppealState.HANDLING))).as("out of reach").isEmpty();
  }
}
