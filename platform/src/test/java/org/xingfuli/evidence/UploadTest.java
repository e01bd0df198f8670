package org.xingfuli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.evidence.model.ExifReader;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;

/** What people send is kept as it is, told by its content, and shown without what the camera wrote. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class})
class UploadTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired Evidence evidence;

  private Browser secretary;
  private UUID estate;

  @BeforeEach
  void aCommunityWithAnEstate() {
    secretary = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.COMMUNITY));
    estate = world.estate(Place.OWN);
  }

  private Browser.Answer send(Map<String, Object> entry, byte[]... files) {
    return secretary.upload("/api/evidence", entry, List.of(files), UUID.randomUUID().toString());
  }

  private Map<String, Object> entry(Object... items) {
    return Map.of("estateId", estate, "items", List.of(items));
  }

  @Test
  void severalFilesComeInAtOnceAndAreListedNewestFirst() {
    var sent = send(entry(Map.of("caption", "屋面渗漏", "latitude", 32.012345, "longitude", 120.871234, "accuracy", 12)),
        Photos.jpeg(640, 480, 1), Photos.png(300, 200, 2), Photos.pdf("检测报告"), Photos.zip("[Content_Types].xml", "xl/workbook.xml"),
        Photos.zip("[Content_Types].xml", "word/document.xml"));
    assertThat(sent.status()).as("%s", sent.body()).isEqualTo(201);
    var items = sent.body().path("items");
    assertThat(items.values().stream().map(item -> item.path("mediaType").asString().replaceFirst(".*[./]", "")))
        .containsExactly("jpeg", "png", "pdf", "sheet", "document");
    assertThat(items.get(0).path("caption").asString()).isEqualTo("屋面渗漏");
    assertThat(items.get(0).path("width").asInt()).isEqualTo(640);
    var listed = secretary.get("/api/evidence?limit=2&estate=" + estate).body();
    assertThat(listed.path("items").size()).isEqualTo(2);
    assertThat(listed.path("total").asInt()).isGreaterThanOrEqualTo(5);
    assertThat(secretary.get("/api/evidence?limit=2&estate=" + estate + "&cursor=" + listed.path("next").asString())
        .body().path("items").size()).isEqualTo(2);
  }

  @Test
  void theSameRequestTwiceKeepsOneItemAndTheSameContentIsOneFile() {
    var photo = Photos.jpeg(100, 80, 3);
    var id = UUID.randomUUID().toString();
    var first = secretary.upload("/api/evidence", entry(), List.of(photo), id);
    var second = secretary.upload("/api/evidence", entry(), List.of(photo), id);
    assertThat(second.body()).isEqualTo(first.body());
    var other = send(entry(), photo);
    assertThat(other.body().at("/items/0/hash")).isEqualTo(first.body().at("/items/0/hash"));
    assertThat(other.body().at("/items/0/id")).isNotEqualTo(first.body().at("/items/0/id"));
    assertThat(evidence.hashes()).containsOnlyOnce(first.body().at("/items/0/hash").asString()).isSorted();
  }

  @Test
  void everythingThatIsWrongWithAnUploadIsToldAtOnceAndNothingIsKept() {
    long before = secretary.get("/api/evidence?estate=" + estate).body().path("total").asLong();
    var refused = send(entry(Map.of("latitude", 95, "longitude", 120), Map.of("caption", "长".repeat(201))),
        Photos.jpeg(50, 50, 4), Photos.flood(), Photos.heic(), "<html><script>1</script>".getBytes(StandardCharsets.UTF_8),
        new byte[0], Photos.zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("errors").values().stream().map(fault ->
        fault.path("pointer").asString() + " " + fault.path("code").asString())).containsExactlyInAnyOrder(
            "/items/0/latitude evidence.bad-place", "/items/1/caption evidence.caption-too-long",
            "/file/1 evidence.too-many-pixels", "/file/2 evidence.heic", "/file/3 evidence.unknown-format",
            "/file/4 evidence.empty", "/file/5 evidence.unknown-format");
    assertThat(secretary.get("/api/evidence?estate=" + estate).body().path("total").asLong()).isEqualTo(before);
  }

  @Test
  void whatIsShownStandsUprightAndSaysNothingOfWhereItWasTaken() throws IOException {
    var photo = Photos.withExif(Photos.jpeg(2000, 1000, 5), "2022:04:19 10:30:00", 6, 31, 121);
    var item = send(entry(Map.of("latitude", 32.0, "longitude", 121.0, "takenAt", "2022-04-19T05:30:00Z")), photo)
        .body().at("/items/0");
    assertThat(item.path("exifTakenAt").asString()).isEqualTo("2022-04-19T02:30:00Z");
    assertThat(item.path("exifDevice").asString()).isEqualTo("PhoneX1");
    assertThat(item.path("width").asInt() + "×" + item.path("height").asInt()).isEqualTo("1000×2000");
    assertThat(item.path("remarks").values().stream().map(remark -> remark.path("kind").asString()
        + " " + remark.path("apart").asInt())).containsExactly("TIME_APART 180", "PLACE_APART 111195");
    var path = "/api/evidence/" + item.path("id").asString();
    for (var small : Map.of("/thumbnail", "160×320", "/preview", "800×1600").entrySet()) {
      var shown = secretary.bytes(path + small.getKey());
      var image = ImageIO.read(new ByteArrayInputStream(shown.body()));
      assertThat(image.getWidth() + "×" + image.getHeight()).isEqualTo(small.getValue());
      assertThat(image.getRGB(image.getWidth() / 2, 5) >> 16 & 0xff).as("red is on top").isGreaterThan(200);
      assertThat(ExifReader.read(shown.body()).exif()).isEqualTo(EvidenceItem.Exif.NONE);
      assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
      assertThat(shown.headers().allValues("Cache-Control")).containsExactly("private, max-age=86400, immutable");
      assertThat(secretary.bytes(path + small.getKey(), "If-None-Match", shown.headers().firstValue("ETag").orElseThrow())
          .statusCode()).isEqualTo(304);
    }
    var original = secretary.bytes(path + "/content");
    assertThat(original.body()).isEqualTo(photo);
    assertThat(original.headers().allValues("Cache-Control")).as("every look is on record, so none comes from a cache")
        .containsExactly("no-store");
    assertThat(original.headers().firstValue("ETag")).isEmpty();
    assertThat(original.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    assertThat(original.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void nobodySendsToOrSeesAnEstateOutOfReach() {
    var elsewhere = Map.<String, Object>of("estateId", world.estate(Place.OTHER));
    var nowhere = Map.<String, Object>of("estateId", UUID.randomUUID());
    var there = send(elsewhere, Photos.jpeg(10, 10, 1));
    assertThat(there.status()).isEqualTo(404);
    assertThat(there.body()).isEqualTo(send(nowhere, Photos.jpeg(10, 10, 1)).body());
    var theirs = world.system(() ->
        evidence.attach(NewEvidence.of(world.estate(Place.OTHER), "a.jpg", "别处"), Photos.jpeg(30, 30, 9)));
    for (var end : List.of("", "/thumbnail", "/preview", "/content")) {
      assertThat(secretary.get("/api/evidence/" + theirs + end).status()).as(end).isEqualTo(404);
    }
    assertThat(secretary.read("/api/evidence?limit=200").text()).doesNotContain(theirs.toString());
  }

  @Test
  void onlyWhoSentItOrWhoAnswersForTheStreetTakesItBack() {
    var mine = "/api/evidence/" + send(entry(), Photos.jpeg(20, 20, 11)).body().at("/items/0/id").asString() + "/withdraw";
    var theirs = send(entry(), Photos.jpeg(20, 20, 12)).body().at("/items/0/id").asString();
    var why = Map.of("reason", "拍错了楼栋");
    var other = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.COMMUNITY));
    var contractor = new Browser(port).signedIn(staff.inProject(Role.CONTRACTOR, world.project()));
    for (var stranger : List.of(other, contractor)) {
      assertThat(stranger.post("/api/evidence/" + theirs + "/withdraw", why).code()).isEqualTo("evidence.not-yours");
    }
    assertThat(secretary.get("/api/evidence/" + theirs).body().path("withdrawnAt").isNull()).isTrue();
    assertThat(secretary.post(mine, why).status()).isEqualTo(200);
    var officer = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET));
    assertThat(officer.post("/api/evidence/" + theirs + "/withdraw", why).status()).isEqualTo(200);
    var third = send(entry(), Photos.jpeg(20, 20, 13)).body().at("/items/0/id").asString();
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, MatrixWorld.DISTRICT));
    assertThat(planner.post("/api/evidence/" + third + "/withdraw", why).status()).isEqualTo(200);
  }

  @Test
  void aPhotoSaysToWhomItIsThatTheyMayTakeItBack() {
    var id = send(entry(), Photos.jpeg(20, 20, 18)).body().at("/items/0/id").asString();
    var officer = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, MatrixWorld.STREET));
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, MatrixWorld.DISTRICT));
    for (var may : List.of(secretary, officer, planner)) {
      assertThat(mayWithdraw(may, id)).isTrue();
    }
    var other = new Browser(port).signedIn(staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.COMMUNITY));
    var contractor = new Browser(port).signedIn(staff.inProject(Role.CONTRACTOR, world.project()));
    var commander = new Browser(port).signedIn(staff.withRole(Role.COMMANDER, MatrixWorld.DISTRICT));
    for (var looksOn : List.of(other, contractor, commander)) {
      assertThat(mayWithdraw(looksOn, id)).isFalse();
    }
    assertThat(secretary.post("/api/evidence/" + id + "/withdraw", Map.of("reason", "拍错了楼栋")).body()
        .path("mayWithdraw").asBoolean()).as("once").isFalse();
  }

  /** As the item itself says, and the list. */
  private boolean mayWithdraw(Browser who, String id) {
    var alone = who.get("/api/evidence/" + id).body().path("mayWithdraw").asBoolean();
    var listed = who.get("/api/evidence?limit=200&estate=" + world.estate(Place.OWN)).body().path("items").valueStream()
        .filter(item -> item.path("id").asString().equals(id)).findFirst().orElseThrow().path("mayWithdraw").asBoolean();
    assertThat(listed).isEqualTo(alone);
    return alone;
  }

  @Test
  void whatWasTakenLaterIsNotTheBeforeOfAPair() {
    var items = send(entry(Map.of("takenAt", "2022-03-01T02:00:00Z"), Map.of("takenAt", "2022-05-01T02:00:00Z"),
        Map.of("takenAt", "2022-05-01T02:00:00Z"), Map.of()), Photos.jpeg(20, 20, 14), Photos.jpeg(20, 20, 15),
        Photos.jpeg(20, 20, 16), Photos.jpeg(20, 20, 17)).body().path("items");
    var ids = items.valueStream().map(item -> item.path("id").asString()).toList();
    assertThat(pair(ids.get(1), ids.get(0)).code()).isEqualTo("evidence.pair-order");
    assertThat(pair(ids.get(3), ids.get(0)).code()).as("received later than the other was taken").isEqualTo("evidence.pair-order");
    assertThat(pair(ids.get(0), ids.get(1)).status()).isEqualTo(201);
    assertThat(pair(ids.get(1), ids.get(2)).status()).as("of one moment").isEqualTo(201);
    assertThat(pair(ids.get(0), ids.get(3)).status()).isEqualTo(201);
  }

  private Browser.Answer pair(String before, String after) {
    return secretary.post("/api/evidence-pairs", Map.of("beforeId", before, "afterId", after, "place", "屋面"));
  }

  @Test
  void aModuleRefersToWhatWasSentBeforeAndOnlyWithinTheEstate() {
    var mine = UUID.fromString(send(entry(), Photos.jpeg(20, 20, 6)).body().at("/items/0/id").asString());
    var theirs = world.system(() ->
        evidence.attach(NewEvidence.of(world.estate(Place.OTHER), "a.jpg", ""), Photos.jpeg(20, 20, 7)));
    var subject = UUID.randomUUID();
    world.system(() -> {
      evidence.refer(List.of(mine), estate, "gate", subject);
      evidence.refer(List.of(mine), estate, "gate", subject);
      assertThat(evidence.of("gate", subject)).extracting(EvidenceItem::id).containsExactly(mine);
      assertThat(evidence.counts("gate", List.of(subject))).isEqualTo(Map.of(subject, 1));
      assertThat(evidence.usable(estate, List.of(mine, theirs))).containsExactly(mine);
      assertThat(evidence.allUsable(estate, List.of(mine, theirs))).isFalse();
      return true;
    });
  }
}
