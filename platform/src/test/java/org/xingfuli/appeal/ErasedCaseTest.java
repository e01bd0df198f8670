package org.xingfuli.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
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
import org.xingfuli.appeal.flow.Routing;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.NewEvidence;
import org.xingfuli.evidence.Photos;
import org.xingfuli.evidence.flow.EraseEvidence;
import org.xingfuli.evidence.flow.WalkEvidence;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Erasing;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.SearchText;

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
  @Autowired Routing routing;
  @Autowired Evidence evidence;
  @Autowired EraseEvidence files;
  @Autowired WalkEvidence walk;
  @Value("${xingfuli.data}") Path data;
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
          // What was learnt holds its words two bytes a character, and what is searched by holds pairs of them as numbers.
          var holds = switch (column.get(3)) {
            case "bytea" -> "position(convert_to(:text, 'UTF8') in " + name + ") > 0 or position(:wide in " + name + ") > 0";
            case "ARRAY" -> "position(:text in " + name + "::text) > 0 or :pair = any(" + name + "::text[])";
            default -> "position(:text in " + name + "::text) > 0";
          };
          long many = jdbc.sql("select count(*) from \"" + column.get(0) + "\".\"" + column.get(1) + "\" where " + holds).param("text", text)
              .param("wide", text.getBytes(StandardCharsets.UTF_16BE))
              .param("pair", text.length() == 2 ? Integer.toString(SearchText.key(text)) : text).query(Long.class).single();
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
        .anyMatch(hit -> hit.startsWith("appeal.search_text.plain"))
        .anyMatch(hit -> hit.startsWith("appeal.open311_request")).anyMatch(hit -> hit.startsWith("appeal.entry.words"));
    var metrics = new Browser(port).signedIn(staff.withRole(Role.OPERATOR, MatrixWorld.DISTRICT)).bytes("/actuator/prometheus");
    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(new String(metrics.body(), StandardCharsets.UTF_8)).contains("jvm_").doesNotContain(NAME).doesNotContain(PHONE);
    assertThat(output.getAll()).as("the log").doesNotContain(NAME).doesNotContain(PHONE);
    closed(ids, Instant.parse("2090-01-01T00:00:00Z"));
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

  /** Closed with a reply and a proof, as none is without. */
  private void closed(List<UUID> ids, Instant at) {
    for (var id : ids) {
      world.system(() -> {
        jdbc.sql("""
            insert into appeal.reply (id, appeal_id, area, estate_id, round, words, outcome, signed_by, signer, signed_at)
            select gen_random_uuid(), id, area, estate_id, round, title, 'RESOLVED', id, '', now() from appeal.appeal where id = ?
            on conflict do nothing""").param(id).update();
        jdbc.sql("""
            insert into appeal.proof (id, reply_id, appeal_id, area, estate_id, kind, words)
            select gen_random_uuid(), id, appeal_id, area, estate_id, 'PAPER', words from appeal.reply where appeal_id = ?""").param(id).update();
        return jdbc.sql("update appeal.appeal set state = 'CLOSED', closed_at = ? where id = ?")
            .params(at.atOffset(ZoneOffset.UTC), id).update();
      });
    }
  }

  /** Closes these long ago and erases what was closed by the day after. */
  private void over(List<UUID> ids) {
    closed(ids, Instant.parse("2001-01-01T00:00:00Z"));
    var rule = erasings.stream().filter(one -> one.rule().equals("RETAIN_CASE")).findFirst().orElseThrow();
    assertThat(world.system(() -> rule.erase(Instant.parse("2001-01-02T00:00:00Z")))).isEqualTo(ids.size());
  }

  private UUID photo(int seed, String caption) {
    return world.system(() -> evidence.attach(NewEvidence.of(Objects.requireNonNull(world.estate(Place.OWN)), caption + ".jpg", caption),
        Photos.jpeg(48, 36, seed)));
  }

  private Path file(UUID photo) {
    var hash = world.system(() -> jdbc.sql("select hash from evidence.item where id = ?").param(photo).query(String.class).single());
    return data.resolve("evidence").resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
  }

  private long previews(UUID photo) throws IOException {
    var hash = file(photo).getFileName().toString();
    try (var all = Files.walk(data.resolve("previews"))) {
      return all.filter(one -> one.getFileName().toString().startsWith(hash)).count();
    }
  }

  /** What the walk over all evidence finds wrong with one item. */
  private List<String> faults(UUID photo) {
    var id = UUID.randomUUID();
    world.system(() -> jdbc.sql("insert into evidence.verification (id, started_by, started_at) values (?, ?, now())").params(id, id).update());
    walk.walk(id);
    return world.system(() -> jdbc.sql("select findings::text from evidence.verification_fault where verification_id = ? and item_id = ?")
        .params(id, photo).query(String.class).list());
  }

  @Test
  void aPhotoHandedInWithAnAppealGoesWithItAndOneThatProvesSomethingElseStays() throws Exception {
    clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
    community = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.COMMUNITY));
    var estate = Objects.requireNonNull(world.estate(Place.OWN));
    int seed = 500 + Math.abs(NAME.hashCode() % 10_000);
    var shown = photo(seed, TEXT + "家的墙");
    var proof = photo(seed + 1, TEXT + "家修好了");
    var ofAWork = photo(seed + 2, "屋面");
    var before = photo(seed + 3, "修前");
    var same = photo(seed + 4, TEXT + "家门口");
    var sameElsewhere = photo(seed + 4, "门口");
    var ofAnother = photo(seed + 5, "两户都说");
    world.system(() -> {
      evidence.refer(List.of(ofAWork), estate, "finding", UUID.randomUUID());
      evidence.pair(before, photo(seed + 6, "修后"), "外墙");
      evidence.refer(List.of(sameElsewhere), estate, "building", UUID.randomUUID());
      return true;
    });
    var id = objects.appeal(Place.OWN, AppealState.HANDLING);
    var open = objects.appeal(Place.OWN, AppealState.HANDLING);
    done(community.post("/api/appeals/" + id + "/progress", Map.of("words", "到过现场", "visible", true, "evidence",
        List.of(shown, ofAWork, before, same, ofAnother))));
    done(community.post("/api/appeals/" + open + "/progress", Map.of("words", "到过现场", "visible", true, "evidence", List.of(ofAnother))));
    done(community.post("/api/appeals/" + id + "/reply", Map.of("words", "已修好", "outcome", "RESOLVED", "proofs",
        List.of(Map.of("kind", "EVIDENCE", "target", proof, "words", "")))));
    assertThat(clerk.get("/api/appeals/" + id).body().path("files")).hasSize(6);
    over(List.of(id));
    files.files();
    for (var gone : List.of(shown, proof)) {
      assertThat(file(gone)).doesNotExist();
      assertThat(previews(gone)).as("its small pictures").isZero();
      assertThat(clerk.get("/api/evidence/" + gone).status()).isEqualTo(404);
      assertThat(evidence.hashes()).doesNotContain(file(gone).getFileName().toString());
    }
    assertThat(clerk.get("/api/evidence/" + same).status()).isEqualTo(404);
    assertThat(file(same)).as("another item has the same picture").exists();
    for (var stays : List.of(ofAWork, before, sameElsewhere, ofAnother)) {
      assertThat(file(stays)).exists();
      assertThat(clerk.get("/api/evidence/" + stays).status()).isEqualTo(200);
    }
    assertThat(clerk.get("/api/appeals/" + id).body().path("files")).isEmpty();
    assertThat(clerk.get("/api/appeals/" + open).body().path("files")).hasSize(1);
    assertThat(found(NAME, PHONE)).as("what was said of them").isEmpty();
    assertThat(faults(shown)).as("an erasure is no fault").isEmpty();
    world.system(() -> jdbc.sql("update evidence.item set erased_at = now(), caption = '' where id = ?").param(ofAWork).update());
    assertThat(faults(ofAWork)).as("one without a record is").singleElement().asString().contains("ROW_CHANGED");
    assertThat(photo(seed, "又来了")).isNotNull();
    files.files();
    over(List.of(open));
    files.files();
    assertThat(file(ofAnother)).as("its last appeal is over").doesNotExist();
    assertThat(file(shown)).as("the same picture came in again").exists();
  }

  private List<UUID> taught(int many, String words, String classCode) {
    return IntStream.range(0, many).mapToObj(n -> {
      var id = objects.received(Place.OWN, words + "，第" + n + "处", "13812341234");
      world.system(() -> jdbc.sql("update appeal.appeal set title = ?, words = ?, class_code = ?, class_by = 'PERSON' where id = ?")
          .params(words + n, words + "，第" + n + "处", classCode, id).update());
      return id;
    }).toList();
  }

  private List<String> models() {
    return clerk.get("/api/appeals/routing").body().path("models").valueStream().map(one -> one.path("id").asString()).toList();
  }

  @Test
  void whatWasLearntFromErasedWordsGoesWithThemAndIsLearntAnewFromWhatIsLeft() {
    clerk = new Browser(port).signedIn(staff.withRole(Role.APPEAL_CLERK, MatrixWorld.DISTRICT));
    var others = world.system(() -> jdbc.sql("update appeal.appeal set class_by = null where class_by = 'PERSON'").update());
    assertThat(others).isNotNegative();
    var left = new ArrayList<>(taught(22, "紫藤花架的木条朽了", "GREENING"));
    left.addAll(taught(22, "铁皮信报箱锁坏了", "PROPERTY"));
    var pair = "龘靐";
    var over = taught(4, pair + "家门口的灯不亮", "ROADS_LIGHT");
    done(clerk.post("/api/appeals/routing/models", Map.of()));
    done(clerk.post("/api/appeals/routing/models", Map.of()));
    digest.all();
    assertThat(found(pair)).as("it is there before").anyMatch(hit -> hit.startsWith("appeal.routing_model.model"))
        .anyMatch(hit -> hit.startsWith("appeal.search_text.keys")).anyMatch(hit -> hit.startsWith("appeal.search_text.plain"));
    over(over);
    assertThat(found(pair)).as("nowhere, also not in what was learnt").isEmpty();
    assertThat(models()).isEmpty();
    assertThat(clerk.get("/api/appeals/routing").body().path("chosen").isNull()).as("the rules suggest meanwhile").isTrue();
    routing.learnAnew();
    assertThat(models()).as("learnt from what is left, and asked").hasSize(1);
    assertThat(clerk.get("/api/appeals/routing").body().path("chosen").asString()).isEqualTo(models().getFirst());
    assertThat(clerk.get("/api/appeals/routing").body().at("/models/0/rows").asInt()).isEqualTo(44);
    assertThat(found(pair)).isEmpty();
    routing.learnAnew();
    assertThat(models()).as("once").hasSize(1);
    over(left.subList(0, 10));
    routing.learnAnew();
    assertThat(models()).as("too little is left").isEmpty();
    assertThat(found("紫藤")).as("of the others a pair that is still said elsewhere").noneMatch(hit -> hit.startsWith("appeal.routing_model"));
    var rules = clerk.post("/api/appeals/routing/models", Map.of());
    assertThat(rules.code()).isEqualTo("appeal.routing-few");
  }
}
