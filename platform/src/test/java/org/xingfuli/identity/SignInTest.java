package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;

/** Coming in, staying in, and being kept out. */
@PlatformTest
@Import(Staff.class)
class SignInTest {

  private static final String STREET = "320613005";

  @LocalServerPort int port;
  @Autowired Staff staff;

  private Browser browser() {
    return new Browser(port);
  }

  @Test
  void whoSignsInIsToldWhoOneIsAndWhatOneMayDo() {
    var account = staff.withRole(Role.STREET_OFFICER, STREET);
    var answer = browser().signIn(account.signInName(), account.password());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().at("/person/title").asString()).isEqualTo("街道专员");
    assertThat(answer.body().at("/appointments/0/areaName").asString()).isEqualTo("虹桥街道");
    assertThat(answer.body().at("/appointments/0/roleName/en").asString()).isEqualTo("Street officer");
    assertThat(answer.body().at("/districtName").asString()).isEqualTo("崇川区");
    assertThat(answer.body().at("/permissions").toString()).contains("ESTATE_IMPORT").doesNotContain("PLAN_FREEZE");
  }

  @Test
  void whoIsNotSignedInIsAskedTo() {
    var answer = browser().get("/api/session");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("common.sign-in-needed");
  }

  @Test
  void anUnknownNameAndAWrongPasswordAreAnsweredAlike() {
    var account = staff.withRole(Role.STREET_OFFICER, STREET);
    var wrong = browser().signIn(account.signInName(), "not the password");
    var unknown = browser().signIn("nobody-of-that-name", "not the password");
    assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(401);
    assertThat(wrong.body()).isEqualTo(unknown.body());
  }

  @Test
  void fiveWrongPasswordsLockTheNameEvenForTheRightOne() {
    var account = staff.withRole(Role.STREET_OFFICER, STREET);
    var browser = browser();
    for (int i = 0; i < 5; i++) {
      assertThat(browser.signIn(account.signInName(), "wrong " + i).code()).isEqualTo("identity.sign-in-failed");
    }
    var answer = browser().signIn(account.signInName(), account.password());
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body().at("/values/minutes").asInt()).isBetween(14, 15);
  }

  @Test
  void aNameThatDoesNotExistIsLockedJustTheSame() {
    var browser = browser();
    for (int i = 0; i < 5; i++) {
      browser.signIn("ghost-of-the-office", "wrong " + i);
    }
    assertThat(browser.signIn("ghost-of-the-office", "wrong").code()).isEqualTo("identity.locked");
  }

  @Test
  void guessingAtOnceIsNoBetterThanOneByOne() throws Exception {
    var account = staff.withRole(Role.STREET_OFFICER, STREET);
    try (var threads = Executors.newFixedThreadPool(8)) {
      var guesses = IntStream.range(0, 16)
          .<Callable<String>>mapToObj(i -> () -> browser().signIn(account.signInName(), "wrong " + i).code())
          .toList();
      var codes = threads.invokeAll(guesses).stream().map(f -> f.resultNow()).toList();
      assertThat(codes.stream().filter("identity.sign-in-failed"::equals)).hasSize(5);
      assertThat(codes.stream().filter("identity.locked"::equals)).hasSize(11);
    }
  }

  @Test
  void aChangeWithoutTheCsrfTokenIsRefused() {
    var account = staff.withRole(Role.STREET_OFFICER, STREET);
    var browser = browser().signedIn(account);
    var forged = HttpRequest.newBuilder(browser.at("/api/session")).method("DELETE", BodyPublishers.noBody()).build();
    var answer = browser.send(forged);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("identity.stale-page");
    assertThat(browser.get("/api/session").status()).isEqualTo(200);
  }

  @Test
  void signingInWithoutTheCsrfTokenIsRefused() {
    var account = staff.withRole(Role.STREET_OFFICER, STREET);
    var answer = browser().post(
        "/api/session", Map.of("signInName", account.signInName(), "password", account.password()));
    assertThat(answer.code()).isEqualTo("identity.stale-page");
  }

  @Test
  void theTokenChangesWithTheSession() {
    var browser = browser();
    browser.get("/api/session");
    var before = browser.cookie("XSRF-TOKEN").orElseThrow().getValue();
    browser.signedIn(staff.withRole(Role.STREET_OFFICER, STREET));
    assertThat(browser.cookie("XSRF-TOKEN").orElseThrow().getValue()).isNotEqualTo(before);
  }

  @Test
  void aPlantedSessionIsNotTheOneThatIsSignedIn() {
    var attacker = browser().signedIn(staff.withRole(Role.STREET_OFFICER, STREET));
    var planted = attacker.cookie("xingfuli").orElseThrow().getValue();
    var victim = browser();
    var cookie = new HttpCookie("xingfuli", planted);
    cookie.setPath("/");
    cookie.setVersion(0);
    victim.plant(cookie);
    assertThat(victim.get("/api/session").status()).as("the planted session is the attacker's").isEqualTo(200);
    var account = staff.withRole(Role.COMMANDER, "320613");
    var answer = victim.signIn(account.signInName(), account.password());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().headers().allValues("Set-Cookie"))
        .filteredOn(c -> c.startsWith("xingfuli=")).isNotEmpty().noneMatch(c -> c.contains(planted));
    assertThat(attacker.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void theSessionsCookieIsOutOfReachOfScriptsAndOtherSites() {
    var account = staff.withRole(Role.STREET_OFFICER, STREET);
    var browser = browser();
    var cookies = browser.signIn(account.signInName(), account.password()).response().headers().allValues("Set-Cookie");
    assertThat(cookies).filteredOn(c -> c.startsWith("xingfuli=")).singleElement().asString()
        .contains("HttpOnly", "SameSite=Strict", "Path=/");
    assertThat(cookies).filteredOn(c -> c.startsWith("XSRF-TOKEN=")).allSatisfy(
        c -> assertThat(c).contains("SameSite=Strict").doesNotContain("HttpOnly"));
  }

  @Test
  void whoSignsOutIsOut() {
    var browser = browser().signedIn(staff.withRole(Role.STREET_OFFICER, STREET));
    var session = browser.cookie("xingfuli").orElseThrow();
    assertThat(browser.delete("/api/session").status()).isEqualTo(200);
    browser.plant(session);
    assertThat(browser.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void aChangedPasswordEndsTheOtherSessions() {
    var account = staff.withRole(Role.STREET_OFFICER, STREET);
    var here = browser().signedIn(account);
    var elsewhere = browser().signedIn(account);
    var change = Map.of("current", account.password(), "next", "five green umbrellas");
    assertThat(here.post("/api/session/password", change).status()).isEqualTo(204);
    assertThat(here.get("/api/session").status()).isEqualTo(200);
    assertThat(elsewhere.get("/api/session").status()).isEqualTo(401);
    assertThat(browser().signIn(account.signInName(), account.password()).status()).isEqualTo(401);
    assertThat(browser().signIn(account.signInName(), "five green umbrellas").status()).isEqualTo(200);
  }

  @Test
  void aWeakPasswordIsRefusedWithEverythingThatIsWrong() {
    var account = staff.withRole(Role.STREET_OFFICER, STREET);
    var browser = browser().signedIn(account);
    var answer = browser.post("/api/session/password", Map.of("current", account.password(), "next", "aaaa"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors").toString())
        .contains("identity.password-too-short", "identity.password-guessable", "/next");
  }
}
