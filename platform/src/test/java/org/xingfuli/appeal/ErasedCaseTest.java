package org.xingfuli.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.AppealObjects;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.appeal.flow.DigestAppeals;
import org.xingfuli.appeal.flow.HotMatters;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Erasing;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;

/**
 * When the file of an appeal has been kept long enough, nothing of what people said is left anywhere, whatever channel it came by and
 * whoever wrote it down; and what is said never comes into logs and metrics.
 */
@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
@Import({Staff.class, MatrixWorld.class, AppealObjects.class})
class ErasedCaseTest {

  private static final String NAME = "欧阳霁云" + UUID.randomUUID().toString().substring(0, 6);
  private static final String PHONE = "139" + (10_000_000 + Math.abs(NAME.hashCode() % 80_000_000));
  private static final String TEXT = NAME + "（" + PHONE + "）";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired AppealObjects objects;
  @Autowired DigestAppeals digest;
  @Autowired HotMatters matters;
  @Autowired List<Erasing> erasings;
  @Autowired JdbcClient jdbc;

  private Browser clerk;
  private Browser community;

  private void done(Browser.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
  }

  private List<UUID> planted() {
    return world.system(() -> jdbc.sql("select id from appeal.appeal where words like ? order by id").param("%" + NAME + "%")
        .query(UUID.class).list());
  }

  private void said() throws Exception {
    for (int n = 0; n < HotMatters.RAISED_AT; n++) {
      var body = new HashMap<>(objects.registration(Place.OWN));
      body.putAll(Map.of("title", TEXT + "积水", "words", "我是" + TEXT + "，楼下积水，第" + n + "户", "place", TEXT + "家门口",
          "complainant", Map.of("kind", "RESIDENT", "name", NAME, "phone", PHONE, "door", "502")));
      done(clerk.post("/api/appeals", body));
    }
    var number = UUID.randomUUID().toString().substring(0, 8);
    var order = new HashMap<String, Object>(Map.of("orderNumber", "12345-" + number, "revision", 1, "kind", "投诉", "content",
        "市民" + TEXT + "反映漏水", "address", world.name(Place.OWN) + "2单元" + TEXT, "receivedAt", "2022-04-19 09:30", "caller",
        Map.of("name", NAME, "phone", PHONE)));
    done(clerk.post("/api/appeal-feeds/hotline-12345/orders", Map.of("orders", List.of(order))));
    order.put("revision", 2);
    order.put("content", "更正：市民" + TEXT + "反映漏水两天");
    done(clerk.post("/api/appeal-feeds/hotline-12345/orders", Map.of("orders", List.of(order))));
    done(clerk.post("/api/appeal-feeds/woodpecker/cases", Map.of("cases", List.of(Map.of("caseNumber", "ZMN-" + number, "description",
        TEXT + "说护栏缺一段", "address", world.name(Place.OWN) + "东侧" + TEXT, "foundAt", "2022-04-19T16:00:00+08:00", "photos",
        List.of("https://example.org/" + PHONE + ".jpg"), "finder", Map.of("name", NAME, "phone", PHONE))))));
    var key = clerk.post("/api/account/tokens", Map.of("name", "随手拍", "permissions", List.of("APPEAL_INTAKE"), "lastDay",
        LocalDate.now().plusDays(30).toString())).body().path("secret").asString();
    var form = Map.of("api_key", key, "service_code", "LEAK", "attribute[WHERE]", "ROOF", "address_string", world.name(Place.OWN) + TEXT,
        "description", TEXT + "家下雨就漏", "first_name", NAME, "phone", PHONE, "account_id", PHONE,
        "media_url", "https://example.org/" + PHONE + ".jpg");
    var filed = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/open311/v2/requests.json"))
        .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"))))
        .build(), BodyHandlers.ofString());
    assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
  }

  /** What people write down while they handle it. */
  private void handled(UUID id) {
    var unit = objects.unit(Place.OWN);
    var at = "/api/appeals/" + id;
    done(clerk.post(at + "/accept", Map.of()));
    done(clerk.post(at + "/dispatch", Map.of("unit", unit, "words", "请联系" + TEXT)));
    done(clerk.post(at + "/link", Map.of("kind", "WORK", "target", UUID.randomUUID(), "words", TEXT + "家的管道")));
    done(clerk.post(at + "/supervise", Map.of("reason", TEXT + "等了很久")));
    done(community.post(at + "/handle", Map.of()));
    done(community.post(at + "/progress", Map.of("words", "已到" + TEXT + "家", "visible", true)));
    done(community.post(at + "/cooperate", Map.of("units", List.of(unit), "words", "请协助" + TEXT)));
    done(community.post(at + "/extension", Map.of("days", 1, "reason", TEXT + "不在家")));
    done(clerk.post(at + "/extension-decision", Map.of("grant", true, "words", "等" + TEXT)));
    done(community.post(at + "/reply", Map.of("words", TEXT + "您好，已疏通", "outcome", "EXPLAINED", "proofs",
        List.of(Map.of("kind", "PAPER", "words", TEXT + "签字的维修单")))));
    done(clerk.post(at + "/call-back", Map.of("result", "SATISFIED", "words", TEXT + "说好了")));
  }

  /** Every column of every table that can hold words, with how often one of these stands in it. */
  private List<String> found(String... planted) {
    return world.system(() -> {
      var columns = jdbc.sql("""
          select table_schema, table_name, column_name, data_type from information_schema.columns c
          join information_schema.tables t using (table_schema, table_name)
          where t.table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
            and data_type in ('text', 'character varying', 'jsonb', 'json', 'bytea', 'ARRAY') order by 1, 2, 3""")
          .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4))).list();
      assertThat(columns.size()).as("columns that were looked at").isGreaterThan(150);
      var hits = new ArrayList<String>();
      for (var column : columns) {
        for (var text : planted) {
          var name = "\"" + column.get(2) + "\"";
          var holds = column.get(3).equals("bytea") ? "position(convert_to(:text, 'UTF8') in " + name + ") > 0"
              : "position(:text in " + name + "::text) > 0";
          long many = jdbc.sql("select count(*) from \"" + column.get(0) + "\".\"" + column.get(1) + "\" where " + holds).param("text", text)
              .query(Long.class).single();
          if (many > 0) {
            hits.add(column.get(0) + "." + column.get(1) + "." + column.get(2) + " " + text + " " + many);
          }
        }
      }
      return hits;
    });
  }

  @Test
  void nothingOfWhatWasSaidIsLeftWhenTheFileIsOverAndNothingOfItIsEverLogged(CapturedOutput output) throws Exception {
    clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
    community = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.COMMUNITY));
    said();
    digest.all();
    matters.watch();
    var ids = planted();
    assertThat(ids).as("every channel").hasSize(HotMatters.RAISED_AT + 3);
    handled(ids.getFirst());
    assertThat(found(NAME, PHONE)).as("it is there before").anyMatch(hit -> hit.startsWith("appeal.matter.title"))
        .anyMatch(hit -> hit.startsWith("appeal.search_text.grams") || hit.startsWith("appeal.search_text.plain"))
        .anyMatch(hit -> hit.startsWith("appeal.open311_request")).anyMatch(hit -> hit.startsWith("appeal.entry.words"));
    var metrics = new Browser(port).signedIn(staff.withRole(Role.OPERATOR, MatrixWorld.DISTRICT)).bytes("/actuator/prometheus");
    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(new String(metrics.body(), StandardCharsets.UTF_8)).contains("jvm_").doesNotContain(NAME).doesNotContain(PHONE);
    assertThat(output.getAll()).as("the log").doesNotContain(NAME).doesNotContain(PHONE);
    for (var id : ids) {
      world.system(() -> {
        jdbc.sql("""
            insert into appeal.reply (id, appeal_id, area, estate_id, round, words, outcome, signed_by, signer, signed_at)
            select gen_random_uuid(), id, area, estate_id, round, title, 'RESOLVED', id, '', now() from appeal.appeal where id = ?
            on conflict do nothing""").param(id).update();
        jdbc.sql("""
            insert into appeal.proof (id, reply_id, appeal_id, area, estate_id, kind, words)
            select gen_random_uuid(), id, appeal_id, area, estate_id, 'PAPER', words from appeal.reply where appeal_id = ?""").param(id).update();
        return jdbc.sql("update appeal.appeal set state = 'CLOSED', closed_at = coalesce(closed_at, received_at) where id = ?").param(id).update();
      });
    }
    var end = Instant.parse("2100-01-01T00:00:00Z");
    var rule = erasings.stream().filter(one -> one.rule().equals("RETAIN_CASE")).findFirst().orElseThrow();
    long many = world.system(() -> rule.erase(end));
    assertThat(many).isGreaterThanOrEqualTo(ids.size());
    assertThat(world.system(() -> rule.remaining(end))).isZero();
    assertThat(world.system(() -> rule.erase(end))).as("once").isZero();
    assertThat(found(NAME, PHONE)).as("nothing is left").isEmpty();
    var kept = clerk.get("/api/appeals/" + ids.getFirst()).body();
    assertThat(kept.at("/row/state").asString()).as("that it was, where and how it ended stays").isEqualTo("CLOSED");
    assertThat(kept.at("/row/title").asString()).contains("已抹去");
  }
}
