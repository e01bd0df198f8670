package org.xingfuli.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.AppealObjects;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.appeal.flow.DrawRechecks;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.WorkCalendars;
import tools.jackson.databind.JsonNode;

/** Closed appeals are drawn by lot, by a seed that is written down, and looked at again by somebody who did not handle them. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class})
class RecheckTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired AppealObjects objects;
  @Autowired DrawRechecks draw;
  @Autowired WorkCalendars calendars;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;

  private Browser clerk;
  private UUID unit;

  @BeforeEach
  void onlyWhatATestClosedIsDrawn() {
    clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
    unit = UUID.randomUUID();
    world.system(() -> {
      jdbc.sql("delete from appeal.recheck").update();
      jdbc.sql("delete from appeal.recheck_draw").update();
      return jdbc.sql("update appeal.appeal set closed_at = closed_at - interval '90 days' where closed_at is not null").update();
    });
  }

  /** So many appeals closed yesterday by a unit of the test's own; before the last working day where today is none. */
  private List<UUID> closed(int many) {
    var ids = IntStream.range(0, many).mapToObj(n -> objects.appeal(Place.OWN, AppealState.CLOSED)).toList();
    world.system(() -> jdbc.sql("update appeal.appeal set closed_at = closed_at - interval '1 day', lead_id = ? where id = any(?)")
        .params(unit, ids.toArray(UUID[]::new)).update());
    return ids;
  }

  private boolean working() {
    return calendars.current().isWorkday(clock.today());
  }

  private JsonNode rechecks(Browser who, boolean open) {
    var answer = who.get("/api/appeals/rechecks?open=" + open);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static List<String> ids(JsonNode rechecks) {
    return rechecks.path("tasks").valueStream().map(task -> task.at("/row/id").asString()).toList();
  }

  @Test
  void aDayDrawsOnceByASeedThatIsWrittenDownAndAnybodyCanDrawAgain() {
    var ids = closed(25);
    assertThat(draw.draw()).as("one in twenty of 25, rounded up; nothing on a day off").isEqualTo(working() ? 2 : 0);
    assertThat(draw.draw()).as("a second time on the day").isZero();
    if (working()) {
      var seen = rechecks(clerk, true);
      assertThat(ids(seen)).hasSize(2).isSubsetOf(ids.stream().map(UUID::toString).toList());
      var how = seen.at("/draws/0");
      assertThat(how.path("seed").asString()).matches("[0-9a-f]{16}");
      assertThat(how.path("pool")).hasSize(25);
      assertThat(how.path("again").asBoolean()).as("drawn again it is the same").isTrue();
      assertThat(seen.at("/rule/unconfirmed").asBoolean()).isTrue();
    }
  }

  @Test
  void whatDoesNotStandIsOpenedAgainAndWhatStandsIsDone() {
    var ids = closed(2);
    var other = UUID.randomUUID();
    world.system(() -> {
      for (var id : ids) {
        jdbc.sql("""
            insert into appeal.recheck_draw (id, day, unit_id, area, seed, share, least, days, closed, before, pool, drawn, drawn_at)
            values (?, current_date, ?, '320613', 'aa', 5, 1, 30, 1, 0, array[?], array[?], now())""")
            .params(id, id, id, id).update();
        jdbc.sql("""
            insert into appeal.recheck (appeal_id, draw_id, area, estate_id, checker_id, drawn_at)
            select id, id, area, estate_id, ?, now() from appeal.appeal where id = ?""").params(other, id).update();
      }
      return true;
    });
    assertThat(ids(rechecks(clerk, true))).containsExactlyInAnyOrder(ids.get(0).toString(), ids.get(1).toString());
    assertThat(clerk.post("/api/appeals/" + ids.get(0) + "/recheck", Map.of("stands", true, "words", "现场看过，灯亮")).status()).isEqualTo(200);
    var again = clerk.post("/api/appeals/" + ids.get(1) + "/recheck", Map.of("stands", false, "words", "灯还是不亮"));
    assertThat(again.body().at("/row/state").asString()).isEqualTo("REOPENED");
    assertThat(rechecks(clerk, true).path("tasks")).isEmpty();
    var done = rechecks(clerk, false).path("tasks");
    assertThat(done).hasSize(2);
    assertThat(done.valueStream().filter(task -> !task.path("stands").asBoolean()).map(task -> task.at("/row/id").asString()))
        .containsExactly(ids.get(1).toString());
  }

  @Test
  void aConfidentialOneIsShownToTheClerksOfAppealsAlone() {
    var id = closed(1).getFirst();
    world.system(() -> jdbc.sql("update appeal.appeal set confidential = true where id = ?").param(id).update());
    if (draw.draw() == 0) {
      return;
    }
    assertThat(ids(rechecks(clerk, true))).containsExactly(id.toString());
    var street = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET));
    assertThat(ids(rechecks(street, true))).isEmpty();
    var checker = world.system(() -> jdbc.sql("select checker_id from appeal.recheck where appeal_id = ?").param(id).query(UUID.class).single());
    var role = world.system(() -> jdbc.sql("select count(*) from identity.appointment where person_id = ? and role = 'APPEAL_CLERK'")
        .param(checker).query(Long.class).single());
    assertThat(role).as("given to a clerk of appeals").isPositive();
  }

  @Test
  void nobodyOfAFirmSeesWhatWasDrawn() {
    var firm = new Browser(port).signedIn(staff.inProject(Role.CONTRACTOR, world.project()));
    assertThat(firm.get("/api/appeals/rechecks").status()).isEqualTo(403);
  }
}
