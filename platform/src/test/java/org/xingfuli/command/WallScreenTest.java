package org.xingfuli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.programme.AYear;

/** A screen on a wall is let in by a link, looks at the chart without a person, and is put out at once. */
@PlatformTest
@Import({Staff.class, AYear.class})
class WallScreenTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  private Browser commander;

  @BeforeEach
  void aYearIsFrozen() {
    years.frozen();
    commander = new Browser(port).signedIn(staff.withRole(Role.COMMANDER, "320613"));
  }

  private Browser opened(String code) {
    var screen = new Browser(port);
    screen.get("/api/platform");
    var answer = screen.post("/api/wall/device", Map.of("code", code));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return screen;
  }

  @Test
  void theScreenSeesTheWallAndNothingElse() {
    var issued = commander.post("/api/wall-screens", Map.of("name", "指挥大厅东墙", "months", 6));
    assertThat(issued.status()).as("%s", issued.body()).isEqualTo(201);
    var screen = opened(issued.body().at("/code").asString());
    var board = screen.get("/api/wall/board");
    assertThat(board.status()).as("%s", board.body()).isEqualTo(200);
    assertThat(board.body().at("/screen").asString()).isEqualTo("指挥大厅东墙");
    assertThat(board.body().at("/kpis/roots")).hasSize(3);
    assertThat(screen.get("/api/battle-chart").status()).isEqualTo(401);
    assertThat(screen.get("/api/estates").status()).isEqualTo(401);
    assertThat(screen.get("/api/wall-screens").status()).isEqualTo(401);
    assertThat(screen.cookie("xingfuli-wall").orElseThrow().isHttpOnly()).isTrue();
    assertThat(Duration.ofSeconds(screen.cookie("xingfuli-wall").orElseThrow().getMaxAge())).isGreaterThan(Duration.ofDays(150));
  }

  @Test
  void aLinkOpensOneScreenOnly() {
    var code = commander.post("/api/wall-screens", Map.of("name", "东墙", "months", 1)).body().at("/code").asString();
    opened(code);
    var second = new Browser(port);
    second.get("/api/platform");
    assertThat(second.post("/api/wall/device", Map.of("code", code)).code()).isEqualTo("command.wall-link-spent");
    assertThat(second.get("/api/wall/board").status()).isEqualTo(401);
    var screens = commander.get("/api/wall-screens").body();
    assertThat(screens.toString()).doesNotContain(code);
    assertThat(commander.read("/api/wall-screens.xlsx").text()).doesNotContain(code);
    assertThat(commander.rows("/api/wall-screens.xlsx")).extracting(List::getFirst).containsExactlyElementsOf(
        screens.valueStream().map(screen -> screen.at("/name").asString()).toList());
  }

  @Test
  void aRevokedScreenIsPutOutAtOnceAndItsStreamEnds() throws Exception {
    var issued = commander.post("/api/wall-screens", Map.of("name", "西墙", "months", 1)).body();
    var screen = opened(issued.at("/code").asString());
    try (var stream = screen.open("/api/wall/events")) {
      assertThat(commander.delete("/api/wall-screens/" + issued.at("/id").asString()).status()).isEqualTo(204);
      assertThat(screen.get("/api/wall/board").status()).isEqualTo(401);
      assertThat(new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)).contains("NO_RIGHT");
    }
  }

  @Test
  void aStreetOfficerIssuesNoScreens() {
    var officer = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, "320613005"));
    assertThat(officer.post("/api/wall-screens", Map.of("name", "街道", "months", 1)).status()).isEqualTo(403);
  }
}
