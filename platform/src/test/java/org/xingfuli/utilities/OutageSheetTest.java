package org.xingfuli.utilities;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.access.MatrixWorld;
import org.xingfuli.access.UtilityObjects;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.identity.UtilityService;
import tools.jackson.databind.JsonNode;

/** The code on a sheet leads whoever stands before it to what holds now, without an account and without a name. */
@PlatformTest
@Import({Staff.class, MatrixWorld.class, UtilityObjects.class})
class OutageSheetTest {

  /** Pixels of a module, as a camera would see it. */
  private static final int MODULE = 6;

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired MatrixWorld world;
  @Autowired UtilityObjects objects;

  private Browser agent;
  private Browser gas;
  private Browser resident;

  @BeforeEach
  void peopleAtTheirDesksAndOneInTheStairwell() {
    agent = new Browser(port).signedIn(staff.inProject(Role.DELIVERY_AGENT, world.project()));
    gas = new Browser(port).signedIn(objects.officer(UtilityService.GAS));
    resident = new Browser(port);
  }

  private JsonNode agreed() {
    var asking = new HashMap<>(objects.asking(Place.OWN, UtilityService.GAS));
    asking.put("reason", "立管改造，找王秀英师傅");
    asking.put("contact", "13900000001");
    var request = agent.post("/api/utility-requests", asking).body();
    agree(request);
    return request;
  }

  private void agree(JsonNode request) {
    assertThat(gas.post("/api/utility-requests/" + request.path("id").asString() + "/answers",
        Map.of("service", "GAS", "answer", "AGREE")).status()).isEqualTo(200);
  }

  private JsonNode sheet(JsonNode request, String state) {
    return agent.get("/api/utility-notices?request=" + request.path("id").asString() + "&state=" + state).body().at("/items/0");
  }

  private static String read(JsonNode qr) throws Exception {
    var size = qr.path("size").asInt();
    var pixels = new int[size * MODULE * size * MODULE];
    Arrays.fill(pixels, 0xFFFFFF);
    var modules = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(qr.path("path").asString());
    while (modules.find()) {
      for (int y = 0; y < MODULE; y++) {
        for (int x = 0; x < MODULE; x++) {
          pixels[(Integer.parseInt(modules.group(2)) * MODULE + y) * size * MODULE
              + Integer.parseInt(modules.group(1)) * MODULE + x] = 0;
        }
      }
    }
    var seen = new RGBLuminanceSource(size * MODULE, size * MODULE, pixels);
    // One drawing in a hundred of such even pixels escapes the search for the code in a photograph; here is nothing but the code.
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(seen)), Map.of(DecodeHintType.PURE_BARCODE, true))
        .getText();
  }

  private Browser.Answer opened(String address) {
    return resident.get(URI.create(address).getPath().replace("/outage/", "/api/outage-sheets/"));
  }

  @Test
  void theCodeReadByACameraIsThePublicAddressOfTheSheetAndOpensWithoutAnAccount() throws Exception {
    var request = agreed();
    var sheet = sheet(request, "DUE");
    var code = agent.get("/api/utility-notices/" + sheet.path("id").asString() + "/qr").body();
    var address = read(code.path("qr"));
    assertThat(address).isEqualTo("http://localhost:" + port + "/outage/" + sheet.path("id").asString())
        .isEqualTo(code.path("address").asString());
    var page = opened(address);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body().path("standing").asString()).isEqualTo("STANDS");
    assertThat(page.body().path("buildingNumber").asString()).isEqualTo(sheet.path("buildingNumber").asString());
    assertThat(page.body().at("/window/firstDay").asString()).isEqualTo(sheet.at("/window/firstDay").asString());
    assertThat(page.body().at("/hotlines/0/number").asString()).isNotBlank();
    assertThat(page.response().headers().firstValue("Cache-Control")).hasValue("max-age=60, public");
    assertThat(page.response().headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
  }

  @Test
  void whoReadsItLearnsNoNameNoNumberOfAPersonAndNothingElseOfTheRequest() {
    var sheet = sheet(agreed(), "DUE");
    var page = resident.get("/api/outage-sheets/" + sheet.path("id").asString()).body();
    assertThat(page.propertyNames()).containsExactlyInAnyOrder("sample", "district", "standing", "estateName",
        "buildingNumber", "services", "window", "hotlines");
    assertThat(page.toString()).doesNotContain("王秀英", "13900000001", sheet.path("requestId").asString(),
        sheet.path("number").asString());
  }

  @Test
  void aMovedWindowIsToldUnderTheOldCodeAndAWithdrawnOneToo() {
    var request = agreed();
    var old = sheet(request, "DUE").path("id").asString();
    var window = objects.window();
    agent.post("/api/utility-requests/" + request.path("id").asString() + "/move", Map.of("window", window));
    assertThat(standing(old)).as("no other window is agreed yet").isEqualTo("WITHDRAWN");
    agree(request);
    var moved = resident.get("/api/outage-sheets/" + old).body();
    assertThat(moved.path("standing").asString()).isEqualTo("MOVED");
    assertThat(moved.at("/window/firstDay").asString()).isEqualTo(window.get("firstDay"));
    agent.post("/api/utility-requests/" + request.path("id").asString() + "/withdraw", Map.of("reason", "图纸改了"));
    assertThat(standing(old)).isEqualTo("WITHDRAWN");
  }

  private String standing(String id) {
    return resident.get("/api/outage-sheets/" + id).body().path("standing").asString();
  }

  @Test
  void nobodyFindsASheetWithoutItsIdAndTheCodeItselfIsForWhoWorksHere() {
    assertThat(resident.get("/api/outage-sheets/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(resident.get("/api/outage-sheets").status()).isNotEqualTo(200);
    assertThat(resident.get("/api/utility-notices").status()).isEqualTo(401);
    var sheet = sheet(agreed(), "DUE").path("id").asString();
    assertThat(resident.get("/api/utility-notices/" + sheet + "/qr").status()).isEqualTo(401);
    var other = new Browser(port).signedIn(staff.inProject(Role.DELIVERY_AGENT, world.project(Place.OTHER)));
    assertThat(other.get("/api/utility-notices/" + sheet + "/qr").status()).isEqualTo(404);
    assertThat(List.of(resident.send("POST", "/api/outage-sheets/" + sheet, Map.of()).status()))
        .doesNotContain(200, 201);
  }
}
