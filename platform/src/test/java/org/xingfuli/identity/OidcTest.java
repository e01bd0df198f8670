package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.IdentityProvider.Lie;

/** Signing in by a real identity provider, walked through as a browser does. */
class OidcTest extends StrictDoor {

  @Autowired JdbcClient jdbc;
  @Autowired Transactions transactions;

  @AfterEach
  void theProviderIsHonestAgain() {
    IdentityProvider.tell(Lie.NONE);
    IdentityProvider.asksFor("pwd");
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
    assertThat(walker.walk("district", account.signInName(), "/estates?q=%E9%87%8C")).isEqualTo("/estates?q=%E9%87%8C");
    var session = walker.get(URI.create(BASE + "/api/session"));
    assertThat(session.statusCode()).isEqualTo(200);
    assertThat(session.body()).contains(account.signInName());
    // Renamed here, the account is still found: by issuer and subject.
    transactions.run(SystemScope.of("test"), () -> jdbc.sql("update identity.person set sign_in_name = ? where id = ?")
        .params("renamed-" + account.signInName(), account.personId()).update());
    var again = new Walker();
    assertThat(again.walk("district", account.signInName(), "")).isEqualTo("/");
    assertThat(again.session()).isEqualTo(200);
  }

  @Test
  void aNameThatComesToSomebodyElseThereOpensNothingHere() {
    var account = planner();
    new Walker().walk("district", account.signInName(), "");
    transactions.run(SystemScope.of("test"), () -> jdbc.sql(
        "update identity.linked_sign_in set subject = 'the first holder of the name' where person_id = ?")
        .param(account.personId()).update());
    var walker = new Walker();
    assertThat(walker.walk("district", account.signInName(), "")).isEqualTo("/sign-in?refused=identity.provider-unknown");
    assertThat(walker.session()).isEqualTo(401);
  }

  @Test
  void nobodyIsPutOnRecordByComingFromAProvider() {
    var walker = new Walker();
    var before = acts("identity.register");
    assertThat(walker.walk("district", "unheard-of", "")).isEqualTo("/sign-in?refused=identity.provider-unknown");
    assertThat(walker.session()).isEqualTo(401);
    assertThat(acts("identity.register")).isEqualTo(before);
    assertThat(acts("identity.provider-unknown")).isPositive();
    var known = planner();
    assertThat(new Walker().walk("cautious", known.signInName(), ""))
        .as("this provider's names are not trusted").isEqualTo("/sign-in?refused=identity.provider-unknown");
  }

  @Test
  void whoIsDisabledHereStaysOut() {
    var account = planner();
    new Walker().walk("district", account.signInName(), "");
    transactions.run(SystemScope.of("test"), () -> jdbc.sql("update identity.person set disabled_at = now() where id = ?")
        .param(account.personId()).update());
    var walker = new Walker();
    assertThat(walker.walk("district", account.signInName(), "")).isEqualTo("/sign-in?refused=identity.account-disabled");
    assertThat(walker.session()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(value = Lie.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyLieIsFoundOut(Lie lie) {
    var account = planner();
    IdentityProvider.tell(lie);
    var walker = new Walker();
    assertThat(walker.walk("district", account.signInName(), "")).isEqualTo("/sign-in?refused=identity.provider-refused");
    assertThat(walker.session()).isEqualTo(401);
  }

  @Test
  void anAnswerBelongsToTheBrowserThatAskedAndCountsOnce() {
    var account = planner();
    var asked = new Walker();
    var back = asked.signInThere(asked.door("district", ""), account.signInName());
    var other = new Walker();
    assertThat(Walker.location(other.get(back), back).getQuery()).isEqualTo("refused=identity.provider-too-late");
    assertThat(Walker.location(asked.get(back), back).getPath()).isEqualTo("/");
    assertThat(Walker.location(asked.get(back), back).getQuery()).isEqualTo("refused=identity.provider-too-late");
  }

  @Test
  void anAnswerWithAnotherStateIsRefused() {
    var account = planner();
    var walker = new Walker();
    var back = walker.signInThere(walker.door("district", ""), account.signInName());
    var forged = URI.create(back.toString().replaceAll("state=[^&]+", "state=of-another-sign-in"));
    assertThat(Walker.location(walker.get(forged), back).getQuery()).isEqualTo("refused=identity.provider-refused");
    assertThat(walker.session()).isEqualTo(401);
  }

  @Test
  void aStolenCodeIsWorthNothingToAnotherSignIn() {
    var account = planner();
    var victim = new Walker();
    var back = victim.signInThere(victim.door("district", ""), account.signInName());
    var thief = new Walker();
    var own = thief.door("district", "");
    var state = own.getQuery().replaceAll(".*state=([^&]+).*", "$1");
    var forged = URI.create(back.toString().replaceAll("state=[^&]+", "state=" + state));
    assertThat(Walker.location(thief.get(forged), back).getQuery()).as("PKCE").isEqualTo("refused=identity.provider-refused");
    assertThat(thief.session()).isEqualTo(401);
  }

  @Test
  void whatIsAskedForCarriesProofKeyNonceAndState() {
    var query = new Walker().door("district", "").getQuery();
    assertThat(query).contains("code_challenge=", "code_challenge_method=S256", "nonce=", "state=", "response_type=code")
        .doesNotContain("code_verifier");
  }

  @Test
  void noPageElsewhereIsGoneToAfterwards() {
    var account = planner();
    for (var trap : new String[] {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)"}) {
      assertThat(new Walker().walk("district", account.signInName(), trap)).as(trap).isEqualTo("/");
    }
  }

  @Test
  void aProviderThatIsDownIsSaidPlainlyAndKeepsNobodyFromTheirPassword() {
    var walker = new Walker();
    var start = URI.create(BASE + "/api/oidc/start?provider=asleep");
    assertThat(Walker.location(walker.get(start), start).toString()).isEqualTo(BASE + "/sign-in?refused=identity.provider-down");
    var account = planner();
    assertThat(new Browser(port).signIn(account.signInName(), account.password()).status()).isEqualTo(200);
  }

  @Test
  void signingOutHereLeadsToSigningOutThere() {
    var account = planner();
    var walker = new Walker();
    walker.walk("district", account.signInName(), "");
    walker.get(URI.create(BASE + "/api/session"));
    var out = walker.send(HttpRequest.newBuilder(URI.create(BASE + "/api/session")).header("X-XSRF-TOKEN", walker.token()).DELETE().build());
    assertThat(out.statusCode()).as(walker.state()).isEqualTo(200);
    var there = URI.create(new tools.jackson.databind.json.JsonMapper().readTree(out.body()).path("provider").asString());
    assertThat(there.getPath()).isEqualTo("/connect/logout");
    var back = walker.get(there);
    assertThat(Walker.location(back, there).toString()).isEqualTo(BASE + "/sign-in");
    var door = walker.door("district", "");
    assertThat(Walker.location(walker.get(door), door).getPath()).as("the provider asks again").isEqualTo("/login");
  }

  @Test
  void anAccountIsTiedByItsOwnerSeenOnTheAccountPageAndUntied() {
    var account = planner();
    var browser = new Browser(port).signedIn(account);
    var leave = browser.post("/api/account/linked-sign-ins", Map.of("provider", "cautious"));
    assertThat(leave.status()).as("%s", leave.body()).isEqualTo(200);
    var walker = new Walker();
    browser.cookie("xingfuli-door").ifPresent(walker::carry);
    var back = walker.signInThere(URI.create(leave.body().path("location").asString()), "their-own-" + account.signInName());
    assertThat(Walker.location(walker.get(back), back).toString()).isEqualTo(BASE + "/account?linked=cautious");
    assertThat(walker.session()).as("tying is not signing in").isEqualTo(401);
    var shown = browser.get("/api/account/linked-sign-ins").body();
    assertThat(shown.at("/links/0/label").asString()).isEqualTo("their-own-" + account.signInName());
    assertThat(browser.rows("/api/account/linked-sign-ins.xlsx")).singleElement()
        .satisfies(row -> assertThat(row).contains("their-own-" + account.signInName()));
    assertThat(new Browser(port).signedIn(planner()).rows("/api/account/linked-sign-ins.xlsx")).as("another's").isEmpty();
    var in = new Walker();
    assertThat(in.walk("cautious", "their-own-" + account.signInName(), "")).isEqualTo("/");
    assertThat(in.session()).isEqualTo(200);
    assertThat(browser.delete("/api/account/linked-sign-ins/" + shown.at("/links/0/id").asString()).status()).isEqualTo(204);
    assertThat(new Walker().walk("cautious", "their-own-" + account.signInName(), ""))
        .isEqualTo("/sign-in?refused=identity.provider-unknown");
    assertThat(acts("identity.link-sign-in")).isPositive();
    assertThat(acts("identity.unlink-sign-in")).isPositive();
  }

  @Test
  void theProvidersSecondFactorCountsWhereTheDistrictTakesItsWord() {
    var account = staff.withRole(Role.ADMINISTRATOR, "320613");
    IdentityProvider.asksFor("pwd", "otp");
    var walker = new Walker();
    assertThat(walker.walk("district", account.signInName(), "")).isEqualTo("/");
    assertThat(walker.get(URI.create(BASE + "/api/people")).statusCode()).isEqualTo(200);
    IdentityProvider.asksFor("pwd");
    var weaker = new Walker();
    weaker.walk("district", account.signInName(), "");
    assertThat(weaker.get(URI.create(BASE + "/api/people")).statusCode()).as("first a second factor").isEqualTo(403);
  }

  @Test
  void whoHasASecondFactorIsAskedForItAfterTheProviderToo() {
    var account = planner();
    var app = Authenticator.enrol(new Browser(port).signedIn(account), account.password());
    var walker = new Walker();
    assertThat(walker.walk("district", account.signInName(), "/estates")).isEqualTo("/sign-in?step=code&next=%2Festates");
    assertThat(walker.session()).isEqualTo(401);
    var in = walker.send(HttpRequest.newBuilder(URI.create(BASE + "/api/session/second-factor"))
        .header("X-XSRF-TOKEN", walker.token()).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(Browser.json(Map.of("code", app.next())))).build());
    assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
    assertThat(walker.session()).isEqualTo(200);
  }
}
