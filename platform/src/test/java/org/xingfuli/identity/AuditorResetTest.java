package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;

/** Whoever resets an auditor's password could sign in as the auditor; so it takes two administrators. */
@PlatformTest
@Import(Staff.class)
class AuditorResetTest {

  private static final String PASSWORD = "seven quiet lanterns";

  @LocalServerPort int port;
  @Autowired Staff staff;

  private Browser administrator() {
    return new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, "320613"));
  }

  private static String path(Accounts.Account account) {
    return "/api/people/" + account.personId() + "/password-link";
  }

  @Test
  void oneAdministratorAloneIsRefusedHoweverOftenAndSaidWhy() {
    var auditor = staff.withRole(Role.AUDITOR, "320613");
    var one = administrator();
    for (var time = 0; time < 2; time++) {
      var refused = one.post(path(auditor), Map.of());
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("identity.second-administrator-needed");
    }
    assertThat(new Browser(port).signIn(auditor.signInName(), auditor.password()).status()).isEqualTo(200);
  }

  @Test
  void theSecondAdministratorGetsTheLinkAndItWorks() {
    var auditor = staff.withRole(Role.AUDITOR, "320613");
    administrator().post(path(auditor), Map.of());
    var second = administrator().post(path(auditor), Map.of());
    assertThat(second.status()).as("%s", second.body()).isEqualTo(200);
    var link = second.body().path("link").asString();
    var browser = new Browser(port);
    browser.get("/api/session");
    assertThat(browser.post("/api/setup/" + link.substring(link.lastIndexOf('/') + 1), Map.of("password", PASSWORD))
        .status()).isEqualTo(204);
    assertThat(new Browser(port).signIn(auditor.signInName(), PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void anAdministratorTheFirstHasAppointedIsNoSecondNeitherBeforeNorAfter() {
    var auditor = staff.withRole(Role.AUDITOR, "320613");
    var one = administrator();
    var puppet = staff.withRole(Role.PLANNER, "320613");
    assertThat(one.post("/api/people/" + puppet.personId() + "/appointments",
        Map.of("role", "ADMINISTRATOR", "area", "320613")).status()).isEqualTo(201);
    var hand = new Browser(port).signedIn(puppet);
    assertThat(one.post(path(auditor), Map.of()).status()).isEqualTo(409);
    assertThat(hand.post(path(auditor), Map.of()).status()).isEqualTo(409);
    assertThat(one.post(path(auditor), Map.of()).status()).isEqualTo(409);
  }

  @Test
  void anAdministratorWhosePasswordTheFirstHasJustResetIsNoSecond() {
    var auditor = staff.withRole(Role.AUDITOR, "320613");
    var one = administrator();
    var other = staff.withRole(Role.ADMINISTRATOR, "320613");
    assertThat(one.post(path(other), Map.of()).status()).isEqualTo(200);
    assertThat(one.post(path(auditor), Map.of()).status()).isEqualTo(409);
    assertThat(new Browser(port).signedIn(other).post(path(auditor), Map.of()).status()).isEqualTo(409);
  }

  @Test
  void everybodyElseIsResetByOneAsBefore() {
    assertThat(administrator().post(path(staff.withRole(Role.PLANNER, "320613")), Map.of()).status()).isEqualTo(200);
  }
}
