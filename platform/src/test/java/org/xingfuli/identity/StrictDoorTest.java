package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stricter settings change. */
class StrictDoorTest extends StrictDoor {

  @Test
  void anAdministratorDoesNothingBeforeThereIsASecondFactor() {
    var account = staff.withRole(Role.ADMINISTRATOR, "320613");
    var browser = new Browser(port);
    assertThat(browser.signIn(account.signInName(), account.password()).body().path("mustEnrol").asBoolean()).isTrue();
    assertThat(browser.get("/api/people").code()).isEqualTo("identity.must-enrol");
    var app = Authenticator.enrol(browser, account.password());
    assertThat(browser.get("/api/people").status()).isEqualTo(200);
    assertThat(browser.post("/api/account/second-factor/removal", Map.of("code", app.next())).code())
        .isEqualTo("identity.second-factor-demanded");
  }

  @Test
  void givingRightsAsksForTheSecondFactorAgain() {
    var account = staff.withRole(Role.SECURITY_OFFICER, "320613");
    var browser = new Browser(port).signedIn(account);
    var app = Authenticator.enrol(browser, account.password());
    var wanted = Map.of("name", "对账", "permissions", List.of("PEOPLE_READ"),
        "lastDay", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1));
    var stale = browser.post("/api/account/tokens", wanted);
    assertThat(stale.status()).isEqualTo(403);
    assertThat(stale.code()).as("what was shown is too old here at once").isEqualTo("identity.second-factor-again");
    assertThat(browser.post("/api/session/second-factor/again", Map.of("code", app.wrong())).code())
        .isEqualTo("identity.code-wrong");
    assertThat(browser.post("/api/session/second-factor/again", Map.of("code", app.next())).status()).isEqualTo(204);
  }

  @Test
  void freezingAPlanAndSeeingAnOwnerInClearAskForItAgainOfWhoeverHasOne() {
    var nothing = UUID.randomUUID();
    var freeze = "/api/plans/" + nothing + "/freeze";
    var reveal = "/api/households/" + nothing + "/reveal";
    var why = Map.of("usual", "VISIT", "reason", "联系安排入户测量");
    var planner = staff.withRole(Role.PLANNER, "320613");
    var planning = new Browser(port).signedIn(planner);
    assertThat(planning.post(freeze, Map.of()).status()).as("nothing to show, nothing asked").isEqualTo(404);
    Authenticator.enrol(planning, planner.password());
    assertThat(planning.post(freeze, Map.of()).code()).isEqualTo("identity.second-factor-again");
    var officer = staff.withRole(Role.STREET_OFFICER, "320613005");
    var visiting = new Browser(port).signedIn(officer);
    assertThat(visiting.post(reveal, why).status()).as("nothing to show, nothing asked").isEqualTo(404);
    Authenticator.enrol(visiting, officer.password());
    assertThat(visiting.post(reveal, why).code()).isEqualTo("identity.second-factor-again");
  }

  @Test
  void aTokenMakesNoMoreRequestsInAMinuteThanTheDistrictAllows() {
    var browser = new Browser(port).signedIn(planner());
    var secret = browser.post("/api/account/tokens", Map.of("name", "心跳", "permissions",
        List.of("PROGRAMME_READ"), "lastDay", LocalDate.now(ZoneId.of("Asia/Shanghai"))))
        .body().path("secret").asString();
    var request = HttpRequest.newBuilder(browser.at("/api/programmes")).header("Authorization", "Bearer " + secret).build();
    var machine = new Browser(port);
    for (int i = 0; i < 5; i++) {
      assertThat(machine.send(request).status()).isEqualTo(200);
    }
    assertThat(machine.send(request).code()).isEqualTo("identity.token-too-busy");
  }
}
