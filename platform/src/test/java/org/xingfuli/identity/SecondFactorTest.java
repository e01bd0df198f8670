package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Accounts.Account;

/** A second factor is set up, asked for, lost and found again, and guessed at in vain. */
@PlatformTest
@Import(Staff.class)
class SecondFactorTest {

  private static final AtomicInteger ADDRESS = new AtomicInteger();

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired JdbcClient jdbc;
  @Autowired Transactions transactions;

  /** Each from an address of its own, as wrong codes are charged to it. */
  private Browser browser() {
    return new Browser(port, "10.17.0." + ADDRESS.incrementAndGet());
  }

  /** Somebody with a second factor, and the browser in which it was set up. */
  private record Enrolled(Account account, Browser browser, Authenticator app) {}

  private Enrolled enrolled(Role role) {
    var account = staff.withRole(role, "320613");
    var browser = browser().signedIn(account);
    return new Enrolled(account, browser, Authenticator.enrol(browser, account.password()));
  }

  /** The first step, which is refused with the question for the second. */
  private Browser halfIn(Account account) {
    var browser = browser();
    var answer = browser.signIn(account.signInName(), account.password());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("identity.second-factor-needed");
    return browser;
  }

  private static Browser.Answer type(Browser browser, String code) {
    return browser.post("/api/session/second-factor", Map.of("code", code));
  }

  @Test
  void thePasswordAloneOpensNothingAndTheCodeOpensTheAccount() {
    var planner = enrolled(Role.PLANNER);
    var browser = halfIn(planner.account());
    assertThat(browser.get("/api/session").status()).isEqualTo(401);
    assertThat(browser.get("/api/programmes").status()).isEqualTo(401);
    var in = type(browser, planner.app().next());
    assertThat(in.status()).as("%s", in.body()).isEqualTo(200);
    assertThat(in.body().path("secondFactor").asBoolean()).isTrue();
    assertThat(browser.get("/api/programmes").status()).isEqualTo(200);
  }

  @Test
  void noCodeIsTakenTwiceNotEvenBySeveralAtOnce() throws Exception {
    var planner = enrolled(Role.PLANNER);
    var code = planner.app().next();
    assertThat(type(halfIn(planner.account()), code).status()).isEqualTo(200);
    assertThat(type(halfIn(planner.account()), code).code()).isEqualTo("identity.code-wrong");
    var other = enrolled(Role.PLANNER);
    var browsers = IntStream.range(0, 4).mapToObj(i -> halfIn(other.account())).toList();
    var same = other.app().next();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var answers = threads.invokeAll(browsers.stream()
          .<Callable<Integer>>map(browser -> () -> type(browser, same).status()).toList());
      assertThat(answers.stream().map(answer -> answer.resultNow()).filter(status -> status == 200)).hasSize(1);
    }
  }

  @Test
  void whatWasOfferedAndNotConfirmedIsNotAskedFor() {
    var account = staff.withRole(Role.PLANNER, "320613");
    var browser = browser().signedIn(account);
    var key = browser.post("/api/account/second-factor/offer", Map.of("proof", account.password()));
    assertThat(key.body().at("/qr/path").asString()).startsWith("M");
    assertThat(browser().signIn(account.signInName(), account.password()).status())
        .isEqualTo(200);
  }

  @Test
  void whoDoesNotKnowThePasswordCannotSetOneUpInASessionLeftOpen() {
    var browser = browser().signedIn(staff.withRole(Role.PLANNER, "320613"));
    var answer = browser.post("/api/account/second-factor/offer", Map.of("proof", "not the password"));
    assertThat(answer.code()).isEqualTo("identity.wrong-password");
  }

  @Test
  void fiveWrongCodesLockTheSecondStepEvenForTheRightOne() {
    var planner = enrolled(Role.PLANNER);
    var browser = halfIn(planner.account());
    for (int i = 0; i < 5; i++) {
      assertThat(type(browser, planner.app().wrong()).code()).isEqualTo("identity.code-wrong");
    }
    var locked = type(halfIn(planner.account()), planner.app().next());
    assertThat(locked.status()).isEqualTo(429);
    assertThat(locked.code()).isEqualTo("identity.code-locked");
    assertThat(locked.body().at("/values/minutes").asInt()).isBetween(14, 15);
  }

  @Test
  void aRecoveryCodeOpensOnceAndIsCountedDown() {
    var planner = enrolled(Role.PLANNER);
    assertThat(planner.app().recovery()).hasSize(10);
    var code = planner.app().recovery().getFirst();
    var browser = halfIn(planner.account());
    assertThat(type(browser, code.toUpperCase().replace('-', ' ')).status()).isEqualTo(200);
    assertThat(type(halfIn(planner.account()), code).code()).isEqualTo("identity.code-wrong");
    assertThat(browser.get("/api/account/second-factor").body().path("recoveryCodesLeft").asInt()).isEqualTo(9);
  }

  @Test
  void settingItUpEndsTheOtherSessions() {
    var account = staff.withRole(Role.PLANNER, "320613");
    var elsewhere = browser().signedIn(account);
    var here = browser().signedIn(account);
    Authenticator.enrol(here, account.password());
    assertThat(here.get("/api/session").status()).isEqualTo(200);
    assertThat(elsewhere.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void itIsTakenOffForACodeAndNotWithoutOne() {
    var planner = enrolled(Role.PLANNER);
    var wrong = planner.browser().post("/api/account/second-factor/removal", Map.of("code", planner.app().wrong()));
    assertThat(wrong.code()).isEqualTo("identity.code-wrong");
    assertThat(planner.browser().post("/api/account/second-factor/removal", Map.of("code", planner.app().next())).status())
        .isEqualTo(204);
    assertThat(browser().signIn(planner.account().signInName(), planner.account().password()).status())
        .isEqualTo(200);
  }

  @Test
  void oneSecurityAdministratorTakesItOffForAColleagueButNeverTheOwn() {
    var planner = enrolled(Role.PLANNER);
    var officer = browser().signedIn(staff.withRole(Role.SECURITY_OFFICER, "320613"));
    assertThat(officer.post(reset(planner.account()), Map.of()).status()).isEqualTo(204);
    assertThat(planner.browser().get("/api/session").status()).as("the sessions end").isEqualTo(401);
    assertThat(browser().signIn(planner.account().signInName(), planner.account().password()).status())
        .isEqualTo(200);
    assertThat(officer.post(reset(planner.account()), Map.of()).code()).isEqualTo("identity.no-second-factor");
    var own = enrolled(Role.SECURITY_OFFICER);
    assertThat(own.browser().post(reset(own.account()), Map.of()).code()).isEqualTo("identity.own-rights");
  }

  @Test
  void forAnAdministratorItTakesTwoWhoDoNotHaveEachOtherInHand() {
    var auditor = enrolled(Role.AUDITOR);
    var one = browser().signedIn(staff.withRole(Role.SECURITY_OFFICER, "320613"));
    for (int time = 0; time < 2; time++) {
      assertThat(one.post(reset(auditor.account()), Map.of()).code()).isEqualTo("identity.second-officer-needed");
    }
    halfIn(auditor.account());
    var second = browser().signedIn(staff.withRole(Role.SECURITY_OFFICER, "320613"));
    assertThat(second.post(reset(auditor.account()), Map.of()).status()).isEqualTo(204);
    assertThat(browser().signIn(auditor.account().signInName(), auditor.account().password()).status())
        .isEqualTo(200);
  }

  private static String reset(Account account) {
    return "/api/people/" + account.personId() + "/second-factor-reset";
  }

  @Test
  void theSecretIsNotToBeReadFromTheDatabase() {
    var planner = enrolled(Role.PLANNER);
    var stored = transactions.as(SystemScope.of("test"), () -> jdbc.sql(
        "select encode(secret, 'hex') from identity.second_factor where person_id = ?")
        .param(planner.account().personId()).query(String.class).single());
    assertThat(stored).as("nonce, 20 bytes and the tag, all of it cipher").hasSize(2 * (12 + 20 + 16));
  }

  @Test
  void thePersonsSessionsAreShownAndEndedFromTheAccount() {
    var account = staff.withRole(Role.PLANNER, "320613");
    var here = browser().signedIn(account);
    var elsewhere = browser().signedIn(account);
    var shown = here.get("/api/account/sessions").body();
    assertThat(shown.size()).isEqualTo(2);
    assertThat(shown.toString()).doesNotContain(here.cookie("xingfuli").orElseThrow().getValue()).contains("10.17.0.");
    assertThat(here.delete("/api/account/sessions").status()).isEqualTo(204);
    assertThat(elsewhere.get("/api/session").status()).isEqualTo(401);
    assertThat(here.get("/api/session").status()).isEqualTo(200);
    assertThat(here.delete("/api/account/sessions/0123456789abcdef").status()).isEqualTo(404);
  }
}
