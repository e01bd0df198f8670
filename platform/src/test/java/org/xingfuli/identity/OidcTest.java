package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Accounts.Account;
import org.xingfuli.identity.IdentityProvider.Lie;

/**
 * Signing in by a real identity provider, walked through as a browser does; and what stricter settings change: here
 * administrators must have a second factor, a code is asked for again at once, and a token has few requests.
 */
@PlatformTest
@Import(Staff.class)
class OidcTest {

  /** Taken before the platform and the provider start, since each must know the other's address. */
  private static final int PORT = free();
  static final String BASE = "http://localhost:" + PORT;

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired JdbcClient jdbc;
  @Autowired Transactions transactions;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("server.port", () -> PORT);
    settings.add("xingfuli.public-url", () -> BASE);
    settings.add("xingfuli.second-factor.required", () -> "true");
    settings.add("xingfuli.second-factor.fresh", () -> "0s");
    settings.add("xingfuli.tokens.per-minute", () -> "5");
    settings.add("xingfuli.oidc.patience", () -> "2s");
    for (var provider : new String[] {"district", "cautious"}) {
      var prefix = "xingfuli.oidc.providers." + provider;
      settings.add(prefix + ".issuer", IdentityProvider::issuer);
      settings.add(prefix + ".client-id", () -> IdentityProvider.CLIENT);
      settings.add(prefix + ".client-secret-file", OidcTest::secretFile);
    }
    settings.add("xingfuli.oidc.providers.district.name", () -> "区统一认证");
    settings.add("xingfuli.oidc.providers.district.match-claim", () -> "preferred_username");
    settings.add("xingfuli.oidc.providers.district.second-factor-values", () -> "otp");
    settings.add("xingfuli.oidc.providers.asleep.issuer", () -> "http://localhost:1");
    settings.add("xingfuli.oidc.providers.asleep.client-id", () -> IdentityProvider.CLIENT);
  }

  private static int free() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String secretFile() {
    try {
      return Files.writeString(Files.createTempFile("client", ".secret"), IdentityProvider.SECRET + "\n").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void theProviderIsHonestAgain() {
    IdentityProvider.tell(Lie.NONE);
    IdentityProvider.asksFor("pwd");
  }

  /** One browser for both houses, which goes where it is sent. */
  private static final class Walker {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    private HttpResponse<String> get(URI address) {
      return send(HttpRequest.newBuilder(address).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
      try {
        return http.send(request, BodyHandlers.ofString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }

    /** From the provider's door to where it sends us back, signing in there on the way. */
    private URI signInThere(URI door, String name) {
      var answer = get(door);
      if (answer.statusCode() == 302 && location(answer, door).getPath().equals("/login")) {
        var form = location(answer, door);
        var csrf = CSRF.matcher(get(form).body());
        assertThat(csrf.find()).as("the provider's form").isTrue();
        answer = send(HttpRequest.newBuilder(form).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("username=" + name + "&password=" + encoded(IdentityProvider.PASSWORD) + "&_csrf="
                + encoded(csrf.group(1)))).build());
        answer = get(location(answer, form));
      }
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
      return location(answer, door);
    }

    private String state() {
      return cookies.getCookieStore().getCookies().toString();
    }
  }

  private static URI location(HttpResponse<?> answer, URI from) {
    return from.resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Where our start sends the browser. */
  private static URI door(Walker walker, String provider, String next) {
    var start = URI.create(BASE + "/api/oidc/start?provider=" + provider + (next.isEmpty() ? "" : "&next=" + encoded(next)));
    var answer = walker.get(start);
    assertThat(answer.statusCode()).isEqualTo(302);
    return location(answer, start);
  }

  /** All the way; where the platform sends the browser in the end. */
  private static String walk(Walker walker, String provider, String name, String next) {
    var back = walker.signInThere(door(walker, provider, next), name);
    var end = walker.get(back);
    assertThat(end.statusCode()).as(end.body()).isEqualTo(302);
    return end.headers().firstValue("Location").orElseThrow();
  }

  private static int session(Walker walker) {
    return walker.get(URI.create(BASE + "/api/session")).statusCode();
  }

  private Account planner() {
    return staff.withRole(Role.PLANNER, "320613");
  }

  private long acts(String act) {
    return transactions.as(SystemScope.of("test"), () ->
        jdbc.sql("select count(*) from audit.entry where act = ?").param(act).query(Long.class).single());
  }

  @Test
  void theProvidersStandOnTheSignInPage() {
    var buttons = new Browser(port).get("/api/oidc/providers").body();
    assertThat(buttons.toString()).contains("\"code\":\"district\",\"name\":\"区统一认证\"").doesNotContain(IdentityProvider.CLIENT);
  }

  @Test
  void whoIsKnownByTheTrustedClaimComesInAndIsTiedFromThenOn() {
    var account = planner();
    var walker = new Walker();
    assertThat(walk(walker, "district", account.signInName(), "/estates?q=%E9%87%8C")).isEqualTo("/estates?q=%E9%87%8C");
    var session = walker.get(URI.create(BASE + "/api/session"));
    assertThat(session.statusCode()).isEqualTo(200);
    assertThat(session.body()).contains(account.signInName());
    // Renamed here, the account is still found: by issuer and subject.
    transactions.run(SystemScope.of("test"), () -> jdbc.sql("update identity.person set sign_in_name = ? where id = ?")
        .params("renamed-" + account.signInName(), account.personId()).update());
    var again = new Walker();
    assertThat(walk(again, "district", account.signInName(), "")).isEqualTo("/");
    assertThat(session(again)).isEqualTo(200);
  }

  @Test
  void aNameThatComesToSomebodyElseThereOpensNothingHere() {
    var account = planner();
    walk(new Walker(), "district", account.signInName(), "");
    transactions.run(SystemScope.of("test"), () -> jdbc.sql(
        "update identity.linked_sign_in set subject = 'the first holder of the name' where person_id = ?")
        .param(account.personId()).update());
    var walker = new Walker();
    assertThat(walk(walker, "district", account.signInName(), "")).isEqualTo("/sign-in?refused=identity.provider-unknown");
    assertThat(session(walker)).isEqualTo(401);
  }

  @Test
  void nobodyIsPutOnRecordByComingFromAProvider() {
    var walker = new Walker();
    var before = acts("identity.register");
    assertThat(walk(walker, "district", "unheard-of", "")).isEqualTo("/sign-in?refused=identity.provider-unknown");
    assertThat(session(walker)).isEqualTo(401);
    assertThat(acts("identity.register")).isEqualTo(before);
    assertThat(acts("identity.provider-unknown")).isPositive();
    var known = planner();
    assertThat(walk(new Walker(), "cautious", known.signInName(), ""))
        .as("this provider's names are not trusted").isEqualTo("/sign-in?refused=identity.provider-unknown");
  }

  @Test
  void whoIsDisabledHereStaysOut() {
    var account = planner();
    walk(new Walker(), "district", account.signInName(), "");
    transactions.run(SystemScope.of("test"), () -> jdbc.sql("update identity.person set disabled_at = now() where id = ?")
        .param(account.personId()).update());
    var walker = new Walker();
    assertThat(walk(walker, "district", account.signInName(), "")).isEqualTo("/sign-in?refused=identity.account-disabled");
    assertThat(session(walker)).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(value = Lie.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyLieIsFoundOut(Lie lie) {
    var account = planner();
    IdentityProvider.tell(lie);
    var walker = new Walker();
    assertThat(walk(walker, "district", account.signInName(), "")).isEqualTo("/sign-in?refused=identity.provider-refused");
    assertThat(session(walker)).isEqualTo(401);
  }

  @Test
  void anAnswerBelongsToTheBrowserThatAskedAndCountsOnce() {
    var account = planner();
    var asked = new Walker();
    var back = asked.signInThere(door(asked, "district", ""), account.signInName());
    var other = new Walker();
    assertThat(location(other.get(back), back).getQuery()).isEqualTo("refused=identity.provider-too-late");
    assertThat(location(asked.get(back), back).getPath()).isEqualTo("/");
    assertThat(location(asked.get(back), back).getQuery()).isEqualTo("refused=identity.provider-too-late");
  }

  @Test
  void anAnswerWithAnotherStateIsRefused() {
    var account = planner();
    var walker = new Walker();
    var back = walker.signInThere(door(walker, "district", ""), account.signInName());
    var forged = URI.create(back.toString().replaceAll("state=[^&]+", "state=of-another-sign-in"));
    assertThat(location(walker.get(forged), back).getQuery()).isEqualTo("refused=identity.provider-refused");
    assertThat(session(walker)).isEqualTo(401);
  }

  @Test
  void aStolenCodeIsWorthNothingToAnotherSignIn() {
    var account = planner();
    var victim = new Walker();
    var back = victim.signInThere(door(victim, "district", ""), account.signInName());
    var thief = new Walker();
    var own = door(thief, "district", "");
    var state = own.getQuery().replaceAll(".*state=([^&]+).*", "$1");
    var forged = URI.create(back.toString().replaceAll("state=[^&]+", "state=" + state));
    assertThat(location(thief.get(forged), back).getQuery()).as("PKCE").isEqualTo("refused=identity.provider-refused");
    assertThat(session(thief)).isEqualTo(401);
  }

  @Test
  void whatIsAskedForCarriesProofKeyNonceAndState() {
    var query = door(new Walker(), "district", "").getQuery();
    assertThat(query).contains("code_challenge=", "code_challenge_method=S256", "nonce=", "state=", "response_type=code")
        .doesNotContain("code_verifier");
  }

  @Test
  void noPageElsewhereIsGoneToAfterwards() {
    var account = planner();
    for (var trap : new String[] {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)"}) {
      assertThat(walk(new Walker(), "district", account.signInName(), trap)).as(trap).isEqualTo("/");
    }
  }

  @Test
  void aProviderThatIsDownIsSaidPlainlyAndKeepsNobodyFromTheirPassword() {
    var walker = new Walker();
    var start = URI.create(BASE + "/api/oidc/start?provider=asleep");
    assertThat(location(walker.get(start), start).toString()).isEqualTo(BASE + "/sign-in?refused=identity.provider-down");
    var account = planner();
    assertThat(new Browser(port).signIn(account.signInName(), account.password()).status()).isEqualTo(200);
  }

  @Test
  void signingOutHereLeadsToSigningOutThere() {
    var account = planner();
    var walker = new Walker();
    walk(walker, "district", account.signInName(), "");
    walker.get(URI.create(BASE + "/api/session"));
    var token = walker.cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals("XSRF-TOKEN"))
        .findFirst().orElseThrow().getValue();
    var out = walker.send(HttpRequest.newBuilder(URI.create(BASE + "/api/session")).header("X-XSRF-TOKEN", token).DELETE().build());
    assertThat(out.statusCode()).as(walker.state()).isEqualTo(200);
    var there = URI.create(new tools.jackson.databind.json.JsonMapper().readTree(out.body()).path("provider").asString());
    assertThat(there.getPath()).isEqualTo("/connect/logout");
    var back = walker.get(there);
    assertThat(location(back, there).toString()).isEqualTo(BASE + "/sign-in");
    var door = door(walker, "district", "");
    assertThat(location(walker.get(door), door).getPath()).as("the provider asks again").isEqualTo("/login");
  }

  @Test
  void anAccountIsTiedByItsOwnerSeenOnTheAccountPageAndUntied() {
    var account = planner();
    var browser = new Browser(port).signedIn(account);
    var leave = browser.post("/api/account/linked-sign-ins", Map.of("provider", "cautious"));
    assertThat(leave.status()).as("%s", leave.body()).isEqualTo(200);
    var walker = new Walker();
    browser.cookie("xingfuli-door").ifPresent(c -> walker.cookies.getCookieStore().add(URI.create(BASE), c));
    var back = walker.signInThere(URI.create(leave.body().path("location").asString()), "their-own-" + account.signInName());
    assertThat(location(walker.get(back), back).toString()).isEqualTo(BASE + "/account?linked=cautious");
    assertThat(session(walker)).as("tying is not signing in").isEqualTo(401);
    var shown = browser.get("/api/account/linked-sign-ins").body();
    assertThat(shown.at("/links/0/label").asString()).isEqualTo("their-own-" + account.signInName());
    var in = new Walker();
    assertThat(walk(in, "cautious", "their-own-" + account.signInName(), "")).isEqualTo("/");
    assertThat(session(in)).isEqualTo(200);
    assertThat(browser.delete("/api/account/linked-sign-ins/" + shown.at("/links/0/id").asString()).status()).isEqualTo(204);
    assertThat(walk(new Walker(), "cautious", "their-own-" + account.signInName(), ""))
        .isEqualTo("/sign-in?refused=identity.provider-unknown");
    assertThat(acts("identity.link-sign-in")).isPositive();
    assertThat(acts("identity.unlink-sign-in")).isPositive();
  }

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
    var wanted = Map.of("name", "对账", "permissions", java.util.List.of("PEOPLE_READ"),
        "lastDay", java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).plusDays(1));
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
  void theProvidersSecondFactorCountsWhereTheDistrictTakesItsWord() {
    var account = staff.withRole(Role.ADMINISTRATOR, "320613");
    IdentityProvider.asksFor("pwd", "otp");
    var walker = new Walker();
    assertThat(walk(walker, "district", account.signInName(), "")).isEqualTo("/");
    assertThat(walker.get(URI.create(BASE + "/api/people")).statusCode()).isEqualTo(200);
    IdentityProvider.asksFor("pwd");
    var weaker = new Walker();
    walk(weaker, "district", account.signInName(), "");
    assertThat(weaker.get(URI.create(BASE + "/api/people")).statusCode()).as("first a second factor").isEqualTo(403);
  }

  @Test
  void whoHasASecondFactorIsAskedForItAfterTheProviderToo() {
    var account = planner();
    var app = Authenticator.enrol(new Browser(port).signedIn(account), account.password());
    var walker = new Walker();
    assertThat(walk(walker, "district", account.signInName(), "/estates")).isEqualTo("/sign-in?step=code&next=%2Festates");
    assertThat(session(walker)).isEqualTo(401);
    var token = walker.cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals("XSRF-TOKEN"))
        .findFirst().orElseThrow().getValue();
    var in = walker.send(HttpRequest.newBuilder(URI.create(BASE + "/api/session/second-factor"))
        .header("X-XSRF-TOKEN", token).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(Browser.json(Map.of("code", app.next())))).build());
    assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
    assertThat(session(walker)).isEqualTo(200);
  }

  @Test
  void aTokenMakesNoMoreRequestsInAMinuteThanTheDistrictAllows() {
    var browser = new Browser(port).signedIn(planner());
    var secret = browser.post("/api/account/tokens", Map.of("name", "心跳", "permissions",
        java.util.List.of("PROGRAMME_READ"), "lastDay", java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"))))
        .body().path("secret").asString();
    var request = HttpRequest.newBuilder(browser.at("/api/programmes")).header("Authorization", "Bearer " + secret).build();
    var machine = new Browser(port);
    for (int i = 0; i < 5; i++) {
      assertThat(machine.send(request).status()).isEqualTo(200);
    }
    assertThat(machine.send(request).code()).isEqualTo("identity.token-too-busy");
  }
}
