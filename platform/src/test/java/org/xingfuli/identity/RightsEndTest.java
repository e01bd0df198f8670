package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.XingfuliApplication;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Accounts.Account;
import org.xingfuli.notice.flow.InboxStream;

/**
 * A right that ended stops requests and open streams within five seconds (OWASP ASVS 8.3.2), on a node that shares nothing
 * with the one where it was ended but the database. The second node's clock can be set, so that midnight comes when wanted.
 */
@PlatformTest
@Import(Staff.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(90)
class RightsEndTest {

  private static final String DISTRICT = "320613";
  private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @LocalServerPort int here;
  @Autowired Environment settings;
  @Autowired Staff staff;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  /** How far the second node's clock is ahead. */
  private volatile Duration ahead = Duration.ZERO;
  private @Nullable ConfigurableApplicationContext other;
  private int there;
  private Browser security = new Browser(0);

  /** System time, moved. */
  private final class Moved extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return clock.instant().plus(ahead);
    }
  }

  @BeforeAll
  void anotherNodeJoins() {
    var application = new SpringApplicationBuilder(XingfuliApplication.class).initializers(context ->
        ((GenericApplicationContext) context).registerBean("movedClock", Clock.class, Moved::new,
            definition -> definition.setPrimary(true)));
    for (var name : new String[] {"data", "database.url", "database.migrator.user", "database.migrator.password",
        "database.application.user", "database.application.password", "database.backup.user", "database.backup.password",
        "database.pool"}) {
      application.properties("xingfuli." + name + "=" + settings.getRequiredProperty("xingfuli." + name));
    }
    var node = application.run("--server.port=0", "--spring.jmx.enabled=false", "--xingfuli.demo=false",
        "--xingfuli.data=" + settings.getRequiredProperty("xingfuli.data"));
    other = node;
    there = Integer.parseInt(String.valueOf(node.getEnvironment().getProperty("local.server.port")));
  }

  @AfterAll
  void itLeaves() {
    if (other != null) {
      other.close();
    }
  }

  @BeforeEach
  void rightsAreGrantedOnTheFirstNode() {
    ahead = Duration.ZERO;
    security = new Browser(here).signedIn(staff.withRole(Role.SECURITY_OFFICER, DISTRICT));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), HERE);
  }

  private static String office(Browser whose, int number) {
    return whose.get("/api/session").body().at("/appointments/" + number + "/id").asString();
  }

  /** A stream of the browser's session on the second node; how it ended is told when it has. */
  private Stream openedThere(Browser browser) {
    return openedThere(browser, "/api/events");
  }

  private Stream openedThere(Browser browser, String path) {
    var twin = new Browser(there);
    var session = browser.cookie("xingfuli").orElseThrow();
    var copy = new HttpCookie(session.getName(), session.getValue());
    copy.setPath("/");
    copy.setVersion(0);
    twin.plant(copy);
    return new Stream(twin, twin.open(path));
  }

  /** An open stream. */
  private static final class Stream {
    final Browser browser;
    final CompletableFuture<String> all = new CompletableFuture<>();

    Stream(Browser browser) {
      this(browser, browser.open("/api/events"));
    }

    /** A machine's. */
    Stream(Browser browser, String token) {
      this(browser, browser.open("/api/events", token));
    }

    private Stream(Browser browser, InputStream stream) {
      this.browser = browser;
      Thread.startVirtualThread(() -> {
        try (stream) {
          all.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException cut) {
          all.complete("cut");
        }
      });
    }

    /** Waits for the cut and says how long it took since then. */
    Duration cut(long since) throws Exception {
      assertThat(all.get(30, TimeUnit.SECONDS)).contains("NO_RIGHT");
      return Duration.ofNanos(System.nanoTime() - since);
    }
  }

  private static void within(Duration seen, String what) {
    System.out.printf("%s: stream cut after %d ms%n", what, seen.toMillis());
    assertThat(seen).as(what).isLessThanOrEqualTo(LIMIT);
  }

  private Browser browser(Account account) {
    return new Browser(here).signedIn(account);
  }

  @Test
  void aRevokedRightStopsRequestsAndStreamsOnTheOtherNode() throws Exception {
    var commander = staff.withRole(Role.COMMANDER, DISTRICT);
    var wall = browser(commander);
    var stream = openedThere(wall);
    var office = office(wall, 0);
    long since = System.nanoTime();
    assertThat(security.delete("/api/people/" + commander.personId() + "/appointments/" + office).status()).isEqualTo(204);
    assertThat(stream.browser.get("/api/battle-chart").status()).as("the very next request").isEqualTo(403);
    within(stream.cut(since), "revoked");
  }

  @Test
  void aDisabledAccountIsOutOnTheOtherNode() throws Exception {
    var commander = staff.withRole(Role.COMMANDER, DISTRICT);
    var stream = openedThere(browser(commander));
    var administrator = browser(staff.withRole(Role.ADMINISTRATOR, DISTRICT));
    long since = System.nanoTime();
    assertThat(administrator.post("/api/people/" + commander.personId() + "/disable", Map.of()).status()).isEqualTo(204);
    assertThat(stream.browser.get("/api/battle-chart").status()).as("the very next request").isEqualTo(401);
    stream.all.get(30, TimeUnit.SECONDS);
    within(Duration.ofNanos(System.nanoTime() - since), "disabled");
  }

  @Test
  void aDeputyWhoseOfficeIsTakenBackIsOut() throws Exception {
    var deputy = staff.withRole(Role.OPERATOR, DISTRICT);
    var desk = browser(deputy);
    var holder = staff.withRole(Role.COMMANDER, DISTRICT);
    var office = office(browser(holder), 0);
    var made = security.post("/api/people/" + holder.personId() + "/appointments/" + office + "/deputies",
        Map.of("personId", deputy.personId(), "validTo", today().plusDays(3).toString()));
    assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
    var stream = openedThere(desk);
    long since = System.nanoTime();
    assertThat(security.delete("/api/people/" + holder.personId() + "/appointments/" + office).status())
        .as("the office itself is revoked, and the deputy with it").isEqualTo(204);
    within(stream.cut(since), "deputy");
  }

  @Test
  void aRevokedTokenEndsTheStreamsOpenedWithItAndNoOthersOnTheOtherNode() throws Exception {
    var owner = browser(staff.withRole(Role.COMMANDER, DISTRICT));
    var revoked = openedByToken(owner);
    var kept = openedByToken(owner);
    var wall = openedThere(owner);
    var tokens = owner.get("/api/account/tokens").body();
    TimeUnit.SECONDS.sleep(1);
    assertThat(List.of(revoked.isDone(), kept.isDone(), wall.all.isDone())).as("all are open").containsOnly(false);
    long since = System.nanoTime();
    assertThat(owner.delete("/api/account/tokens/" + tokens.path(1).path("id").asString()).status()).isEqualTo(204);
    assertThat(revoked.get(30, TimeUnit.SECONDS)).contains("SIGNED_OUT");
    within(Duration.ofNanos(System.nanoTime() - since), "token");
    assertThat(List.of(kept.isDone(), wall.all.isDone())).as("the others go on").containsOnly(false);
  }

  /** A stream of a machine on the second node, with a new token of the owner's. */
  private CompletableFuture<String> openedByToken(Browser owner) {
    var secret = owner.post("/api/account/tokens",
        Map.of("name", "看板", "permissions", List.of("CHART_READ"), "lastDay", today().plusDays(30))).body();
    return new Stream(new Browser(there), secret.path("secret").asString()).all;
  }

  @Test
  void whatEndsAtMidnightIsOverSecondsAfterMidnight() throws Exception {
    var commander = staff.withRole(Role.COMMANDER, DISTRICT);
    var office = office(browser(commander), 0);
    assertThat(security.send("PUT", "/api/people/" + commander.personId() + "/appointments/" + office + "/last-day",
        Map.of("validTo", today().toString())).status()).isEqualTo(200);
    var midnight = today().plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(HERE).toInstant();
    ahead = Duration.between(clock.instant(), midnight).minus(Duration.ofMinutes(5));
    var stream = new Stream(new Browser(there).signedIn(commander));
    assertThat(stream.browser.get("/api/battle-chart").status()).as("five minutes before midnight").isNotEqualTo(403);
    ahead = Duration.between(clock.instant(), midnight).minus(Duration.ofSeconds(1));
    long since = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    within(stream.cut(since), "midnight");
    assertThat(stream.browser.get("/api/battle-chart").status()).isEqualTo(403);
  }

  @Test
  void anInboxHearsNothingMoreOnceItsSessionIsOverThoughNobodyHeardOfItsEnd() throws Exception {
    var person = staff.withRole(Role.COMMANDER, DISTRICT);
    var desk = browser(person);
    // What the person is told of the appointment has been told before the stream opens.
    for (int tries = 0; tries < 50 && desk.get("/api/notices/unread").body().path("unread").asInt() == 0; tries++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    TimeUnit.SECONDS.sleep(1);
    var inbox = openedThere(desk, "/api/notices/events");
    TimeUnit.SECONDS.sleep(1);
    assertThat(jdbc.sql("delete from database.spring_session where principal_name = ?").param(person.personId().toString())
        .update()).isPositive();
    var streams = Objects.requireNonNull(other).getBean(InboxStream.class);
    long since = System.nanoTime();
    streams.missed();
    assertThat(inbox.all.get(5, TimeUnit.SECONDS).split("event:notice", -1)).as("the one of its opening alone").hasSize(2);
    within(Duration.ofNanos(System.nanoTime() - since), "inbox");
    var tooLate = streams.open(person.personId(), new HeldBy("over-before-it-opened", null));
    assertThatThrownBy(() -> tooLate.send("notice")).as("ended between the gate and the registering").isInstanceOf(IllegalStateException.class);
  }
}
