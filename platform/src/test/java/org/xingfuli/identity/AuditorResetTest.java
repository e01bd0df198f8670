package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
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
  @Autowired Organisations organisations;

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

  /** Somebody the administrator put on record, who used the administrator's link and was made an administrator then. */
  private String puppetOf(Browser administrator) {
    var name = "puppet-" + UUID.randomUUID().toString().substring(24);
    var made = administrator.post("/api/people", Map.of("name", "新同事", "title", "科员", "signInName", name,
        "organisationId", organisations.byArea("320613").orElseThrow().id()));
    var link = made.body().path("setPasswordLink").asString();
    var browser = new Browser(port);
    browser.get("/api/session");
    browser.post("/api/setup/" + link.substring(link.lastIndexOf('/') + 1), Map.of("password", PASSWORD));
    var security = new Browser(port).signedIn(staff.withRole(Role.SECURITY_OFFICER, "320613"));
    assertThat(security.post("/api/people/" + made.body().path("id").asString() + "/appointments",
        Map.of("role", "ADMINISTRATOR", "area", "320613")).status()).isEqualTo(201);
    return name;
  }

  @Test
  void aSecurityAdministratorsPasswordTakesTwoAsWell() {
    var security = staff.withRole(Role.SECURITY_OFFICER, "320613");
    assertThat(administrator().post(path(security), Map.of()).code()).isEqualTo("identity.second-administrator-needed");
    assertThat(administrator().post(path(security), Map.of()).status()).isEqualTo(200);
  }

  @Test
  void anAdministratorTheFirstHasPutOnRecordIsNoSecondNeitherBeforeNorAfter() {
    var auditor = staff.withRole(Role.AUDITOR, "320613");
    var one = administrator();
    var puppet = puppetOf(one);
    var hand = new Browser(port);
    hand.signIn(puppet, PASSWORD);
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
