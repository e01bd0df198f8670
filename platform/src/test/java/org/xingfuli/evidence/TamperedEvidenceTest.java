package org.xingfuli.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.evidence.flow.VerifyItem;
import org.xingfuli.evidence.flow.WalkEvidence;
import org.xingfuli.evidence.flow.WithdrawEvidence;
import org.xingfuli.evidence.model.Finding;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import tools.jackson.databind.JsonNode;

/** Whoever changes a file, a row or the record of it behind the platform's back is found out. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class})
class TamperedEvidenceTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired Evidence evidence;
  @Autowired VerifyItem verify;
  @Autowired WalkEvidence walk;
  @Autowired WithdrawEvidence withdraw;
  @Autowired JdbcClient jdbc;
  @Value("${xingfuli.data}") Path data;

  private UUID item;
  private int seed;

  @BeforeEach
  void aPhotoIsKept() {
    item = kept();
  }

  private UUID kept() {
    seed = (int) (UUID.randomUUID().getLeastSignificantBits() & 0xffff);
    return world.system(() -> evidence.attach(NewEvidence.of(world.estate(Place.OWN), "屋面.jpg", "屋面渗漏"),
        Photos.jpeg(60 + seed % 97, 40 + seed % 89, seed)));
  }

  private Path file(UUID id) {
    var hash = world.system(() -> evidence.find(id)).orElseThrow().hash();
    return data.resolve("evidence").resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
  }

  private List<Finding> found(UUID id) {
    return world.system(() -> verify.verify(id)).findings();
  }

  private void change(String set) {
    world.system(() -> jdbc.sql("update evidence.item set " + set + " where id = ?").param(item).update());
  }

  @Test
  void whatNobodyTouchedIsSound() {
    assertThat(found(item)).isEmpty();
  }

  @Test
  void aFlippedBitIsFound() throws IOException {
    var file = file(item);
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(found(item)).containsExactly(Finding.FILE_CHANGED);
  }

  @Test
  void aMissingFileIsFound() throws IOException {
    Files.delete(file(item));
    assertThat(found(item)).containsExactly(Finding.FILE_MISSING);
  }

  @Test
  void everyChangedFieldOfTheRowIsFound() {
    for (var set : List.of("caption = 'x'", "taken_at = '2022-01-01T00:00Z'", "latitude = 1, longitude = 1",
        "received_at = received_at - interval '1 day'", "uploader = 'x'", "file_name = 'x'", "device = 'x'", "width = 1",
        "exif_device = 'x'", "accuracy = 1", "uploaded_by = id", "media_type = 'text/html'", "estate_id = id")) {
      item = kept();
      change(set);
      assertThat(found(item)).as(set).containsExactly(Finding.ROW_CHANGED);
    }
  }

  @Test
  void aNewSealOverAChangedRowDoesNotHelp() {
    var other = world.system(() -> evidence.find(kept())).orElseThrow();
    change("seal = '" + other.seal() + "'");
    assertThat(found(item)).containsExactly(Finding.ROW_CHANGED);
  }

  @Test
  void aWithdrawalStaysWithItsReasonAndOneWithoutARecordIsFound() {
    world.system(() -> withdraw.withdraw(item, "拍错了楼栋"));
    assertThat(found(item)).isEmpty();
    assertThat(evidence.hashes()).contains(world.system(() -> evidence.find(item)).orElseThrow().hash());
    change("withdrawn_reason = '别的原因'");
    assertThat(found(item)).containsExactly(Finding.WITHDRAWAL_CHANGED);
    change("withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null");
    assertThat(found(item)).containsExactly(Finding.WITHDRAWAL_CHANGED);
  }

  @Test
  void noRowCanBeDeletedByThePlatform() {
    assertThatThrownBy(() -> world.system(() -> jdbc.sql("delete from evidence.item where id = ?").param(item).update()))
        .rootCause().hasMessageContaining("permission denied");
  }

  @Test
  void theAuditorsWalkFindsEachOfThemAndTellsHowFarItIs() throws IOException {
    var flipped = kept();
    Files.write(file(flipped), new byte[] {1});
    var changed = kept();
    world.system(() -> jdbc.sql("update evidence.item set caption = 'x' where id = ?").param(changed).update());
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, MatrixWorld.DISTRICT));
    var begun = auditor.post("/api/evidence-verifications", Map.of(), UUID.randomUUID().toString());
    assertThat(begun.status()).isEqualTo(202);
    walk.walk(UUID.fromString(begun.body().path("id").asString()));
    var seen = auditor.get("/api/evidence-verifications").body().get(0);
    assertThat(seen.path("finishedAt").isNull()).isFalse();
    assertThat(seen.path("checked").asInt()).isEqualTo(seen.path("total").asInt()).isGreaterThanOrEqualTo(3);
    var list = "/api/evidence-verifications/" + begun.body().path("id").asString() + "/faults";
    var faults = auditor.get(list + "?limit=200").body().path("items").values().stream()
        .map(fault -> fault.path("id").asString()).toList();
    assertThat(faults).contains(flipped.toString(), changed.toString()).doesNotContain(item.toString());
    assertThat(seen.path("faultCount").asInt()).isEqualTo(faults.size());
  }

  @Test
  void everythingAWalkFoundIsNamedOnTheScreenAndInTheWorkbookToEveryAuditor() throws IOException {
    var gone = kept();
    Files.delete(file(gone));
    var flipped = kept();
    Files.write(file(flipped), new byte[] {1});
    var beginner = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, MatrixWorld.DISTRICT));
    var id = beginner.post("/api/evidence-verifications", Map.of()).body().path("id").asString();
    walk.walk(UUID.fromString(id));
    walk.walk(UUID.fromString(id));
    var auditor = new Browser(port).signedIn(staff.withRole(Role.AUDITOR, MatrixWorld.DISTRICT));
    var last = auditor.get("/api/evidence-verifications").body().get(0);
    assertThat(last.path("id").asString()).isEqualTo(id);
    assertThat(last.path("startedBy").asString()).isEqualTo("审计员");
    var path = "/api/evidence-verifications/" + id + "/faults";
    var seen = new ArrayList<JsonNode>();
    var cursor = "";
    do {
      var page = auditor.get(path + "?limit=1" + cursor).body();
      assertThat(page.path("total").asInt()).isEqualTo(last.path("faultCount").asInt());
      page.path("items").forEach(seen::add);
      cursor = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(last.path("faultCount").asInt());
    var missing = seen.stream().filter(row -> row.path("id").asString().equals(gone.toString())).findFirst().orElseThrow();
    assertThat(missing.path("fileName").asString()).isEqualTo("屋面.jpg");
    assertThat(missing.path("estateName").asString()).isNotBlank();
    assertThat(missing.path("findings").toString()).isEqualTo("[\"FILE_MISSING\"]");
    var rows = auditor.rows(path + ".xlsx");
    assertThat(rows).extracting(row -> row.get(10))
        .containsExactlyElementsOf(seen.stream().map(row -> row.path("id").asString()).toList());
    assertThat(rows).filteredOn(row -> row.get(10).equals(flipped.toString())).singleElement()
        .satisfies(row -> assertThat(row).contains("屋面.jpg", "原件被改动过", missing.path("estateName").asString()));
    assertThat(auditor.read("/api/audit/entries?act=evidence.faults-export").text()).contains(id);
    var walks = auditor.get("/api/evidence-verifications").body();
    var walked = auditor.rows("/api/evidence-verifications.xlsx");
    assertThat(walked).hasSize(walks.size());
    assertThat(walked.getFirst().get(5)).isEqualTo(last.path("faultCount").asString());
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, MatrixWorld.DISTRICT));
    assertThat(planner.get(path).status()).isEqualTo(403);
    assertThat(planner.read("/api/evidence-verifications.xlsx").status()).isEqualTo(403);
  }

  @Test
  void twoPhotosOfOneEstateBecomeAPairAndOthersDoNot() {
    var secretary = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.COMMUNITY));
    var after = kept();
    var body = Map.of("beforeId", item, "afterId", after, "place", "12幢屋面");
    var pair = secretary.post("/api/evidence-pairs", body);
    assertThat(pair.status()).as("%s", pair.body()).isEqualTo(201);
    assertThat(pair.body().at("/before/id").asString()).isEqualTo(item.toString());
    assertThat(secretary.post("/api/evidence-pairs", body).code()).isEqualTo("evidence.pair-there");
    assertThat(secretary.post("/api/evidence-pairs", Map.of("beforeId", item, "afterId", item)).code())
        .isEqualTo("evidence.pair-of-two");
    var elsewhere = world.system(() ->
        evidence.attach(NewEvidence.of(world.newEstate(Place.OWN), "a.jpg", ""), Photos.jpeg(20, 20, 3)));
    assertThat(secretary.post("/api/evidence-pairs", Map.of("beforeId", item, "afterId", elsewhere)).code())
        .isEqualTo("evidence.pair-of-two");
    var hash = pair.body().at("/after/hash").asString();
    assertThat(secretary.rows("/api/evidence-pairs.xlsx?estate=" + pair.body().at("/estateId").asString()))
        .hasSameSizeAs(secretary.get("/api/evidence-pairs?estate=" + pair.body().at("/estateId").asString()).body())
        .anySatisfy(row -> assertThat(row).contains("12幢屋面", hash));
    var elsewhereInTown = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, "320613008"));
    assertThat(elsewhereInTown.read("/api/evidence-pairs.xlsx").text()).doesNotContain(hash);
    var officer = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET));
    assertThat(officer.post("/api/evidence/" + after + "/withdraw", Map.of("reason", "重复")).status()).isEqualTo(200);
    assertThat(secretary.read("/api/evidence-pairs").text()).doesNotContain(after.toString());
    assertThat(secretary.read("/api/evidence-pairs.xlsx").text()).as("withdrawn").doesNotContain(hash);
    assertThat(officer.post("/api/evidence/" + after + "/withdraw", Map.of("reason", "重复")).code())
        .isEqualTo("evidence.withdrawn-already");
  }
}
