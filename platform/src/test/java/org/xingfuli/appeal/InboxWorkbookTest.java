package org.xingfuli.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.AppealObjects;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.appeal.flow.DigestAppeals;
import org.xingfuli.appeal.flow.WatchClocks;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.People;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.BusinessClock;
import tools.jackson.databind.JsonNode;

/** Whoever takes the inbox away as a workbook, or keeps a view of it, has the appeals that were looked at, and no others. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, AppealObjects.class})
class InboxWorkbookTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired AppealObjects objects;
  @Autowired DigestAppeals digest;
  @Autowired WatchClocks watch;
  @Autowired People people;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;

  private Browser clerk;
  private UUID estate;

  private UUID registered(String words) {
    var body = new HashMap<>(objects.registration(Place.OWN));
    body.put("estateId", estate);
    body.put("words", words);
    var answer = clerk.post("/api/appeals", body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return UUID.fromString(answer.body().path("id").asString());
  }

  private void set(UUID appeal, String what, Object... values) {
    var all = new ArrayList<Object>(List.of(values));
    all.add(appeal);
    world.system(() -> jdbc.sql("update appeal.appeal set " + what + " where id = ?").params(all).update());
  }

  private List<String> listed(String query) {
    var answer = clerk.get("/api/appeals?limit=100&estate=" + estate + query);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body().path("items").valueStream().map(row -> row.path("number").asString()).toList();
  }

  private List<String> takenAway(String query) {
    return clerk.rows("/api/appeals/list.xlsx?estate=" + estate + query).stream().map(List::getFirst).toList();
  }

  @Test
  void theWorkbookHasTheRowsOfTheListForEveryFilterAndInItsOrder() {
    var account = staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT);
    clerk = new Browser(port).signedIn(account);
    estate = world.newEstate(Place.OWN);
    var own = world.system(() -> people.organisationOf(account.personId())).orElseThrow();
    var lead = objects.unit(Place.OWN);
    var now = clock.now().atZone(BusinessClock.ZONE).toOffsetDateTime();
    var tonight = clock.endOfToday().minus(Duration.ofSeconds(1)).atZone(BusinessClock.ZONE).toOffsetDateTime();
    set(registered("电梯停了"), "channel = 'PHONE'");
    set(registered("楼下唱歌"), "class_code = 'NOISE_SITE', class_by = 'PERSON'");
    set(registered("煤气味"), "urgency = 'EMERGENCY'");
    set(registered("没有人来"), "lead_id = ?, state = 'HANDLING'", lead);
    set(registered("自己办"), "lead_id = ?", own);
    set(registered("又来了"), "round = 2");
    var late = registered("超时");
    objects.due(late, clock.now().minus(Duration.ofDays(2)));
    watch.watch();
    set(registered("今天到期"), "due_at = ?, warn_at = ?", tonight, now.minusHours(1));
    set(registered("早就说了"), "received_at = ?", now.minusDays(40));
    set(registered("隔壁社区"), "area = '320613007002'");
    set(objects.appeal(Place.OWN, AppealState.CLOSED), "estate_id = ?", estate);
    registered("紫藤架塌了");
    digest.all();
    var all = listed("");
    assertThat(all).hasSize(12);
    var filters = new HashMap<>(Map.of("open", "true", "state", "HANDLING,CLOSED", "area", "320613007002", "channel", "PHONE",
        "classCode", "NOISE", "urgency", "EMERGENCY", "lead", lead.toString(), "mine", "true", "overdue", "true", "dueToday", "true"));
    filters.putAll(Map.of("reopened", "true", "soon", "true", "from", clock.now().minus(Duration.ofDays(30)).toString(),
        "to", clock.now().minus(Duration.ofDays(30)).toString(), "q", "紫藤架"));
    filters.forEach((filter, value) -> {
      var query = "&" + filter + "=" + value;
      var rows = listed(query);
      assertThat(rows).as(filter + " leaves some and not all").isNotEmpty().hasSizeLessThan(all.size());
      assertThat(takenAway(query)).as(filter).isEqualTo(rows);
    });
    assertThat(takenAway("")).isEqualTo(all);
    assertThat(listed("&order=LATEST")).isNotEqualTo(all);
    assertThat(takenAway("&order=LATEST")).as("in its order").isEqualTo(listed("&order=LATEST"));
    assertThat(takenAway("&open=true&reopened=true&q=又来")).isEqualTo(listed("&open=true&reopened=true&q=又来")).hasSize(1);
    assertThat(new HashSet<>(clerk.rows("/api/appeals/list.xlsx?estate=" + world.newEstate(Place.OWN)))).as("of another estate").isEmpty();
  }

  @Test
  void aViewKeepsEveryFilterOfTheInboxAlsoTheEstate() {
    clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
    estate = world.newEstate(Place.OWN);
    var wanted = new HashMap<String, Object>(Map.of("range", "ALL", "states", List.of("RECEIVED"), "overdue", true, "dueToday", true,
        "reopened", true, "channel", "PHONE", "classCode", "NOISE", "urgency", "URGENT", "area", MatrixWorld.STREET, "order", "LATEST"));
    wanted.putAll(Map.of("lead", objects.unit(Place.OWN).toString(), "estate", estate.toString(), "q", "漏水"));
    var kept = clerk.post("/api/appeals/views", Map.of("name", "这个小区", "shared", false, "wanted", wanted));
    assertThat(kept.status()).as("%s", kept.body()).isEqualTo(201);
    var view = clerk.get("/api/appeals/views").body().get(0).path("wanted");
    wanted.forEach((filter, value) -> assertThat(plain(view.path(filter))).as(filter).isEqualTo(String.valueOf(value)));
    assertThat(view.propertyNames()).as("and nothing else is a filter").containsExactlyInAnyOrderElementsOf(wanted.keySet());
    world.system(() -> jdbc.sql("update appeal.saved_view set wanted = wanted - 'estate' where wanted ->> 'estate' = ?")
        .param(estate.toString()).update());
    assertThat(clerk.get("/api/appeals/views").body().get(0).at("/wanted/estate").isNull()).as("kept before there was any").isTrue();
  }

  private static String plain(JsonNode value) {
    return value.isArray() ? value.valueStream().map(JsonNode::asString).toList().toString() : value.asString();
  }
}
