package org.xingfuli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpCookie;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.XingfuliApplication;
import org.xingfuli.command.flow.RebuildChart;
import org.xingfuli.database.Bulletin;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.programme.AYear;
import org.xingfuli.programme.Programmes;

/** The live stream on two nodes of the platform that share one database. */
@PlatformTest
@Import({Staff.class, AYear.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(90)
class ChartStreamTest {

  private static final String DISTRICT = "320613";
  private static final Duration MOMENTS = Duration.ofSeconds(2);
  /** A right that was revoked (ASVS 8.3.2). */
  private static final Duration SECONDS = Duration.ofSeconds(5);

  @LocalServerPort int here;
  @Autowired Environment settings;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired Programmes programmes;
  @Autowired Transactions transactions;
  @Autowired Bulletin bulletin;
  @Autowired RebuildChart rebuild;
  @Autowired JdbcClient jdbc;

  @Nullable ConfigurableApplicationContext other;
  @Nullable UUID programme;
  int there;

  @BeforeAll
  void anotherNodeJoins() {
    var application = new SpringApplicationBuilder(XingfuliApplication.class);
    for (var name : new String[] {"data", "demo", "database.url", "database.migrator.user",
        "database.migrator.password", "database.application.user", "database.application.password",
        "database.backup.user", "database.backup.password", "database.pool"}) {
      application.properties("xingfuli." + name + "=" + settings.getRequiredProperty("xingfuli." + name));
    }
    var node = application.run("--server.port=0", "--spring.jmx.enabled=false", "--xingfuli.demo=false",
        "--xingfuli.data=" + settings.getRequiredProperty("xingfuli.data"));
    other = node;
    there = Integer.parseInt(String.valueOf(node.getEnvironment().getProperty("local.server.port")));
  }

  @AfterAll
  void everybodyLeaves() throws InterruptedException {
    itLeaves();
    for (var times = 0; times < 3; times++) { // a stream whose reader left is only found out by writing to it
      tell();
      Thread.sleep(200);
    }
  }

  private void itLeaves() {
    if (other != null) {
      other.close();
    }
  }

  /** The lines of a stream as they come; the end of the stream is a line of its own. */
  private static final class Stream implements AutoCloseable {
    static final String OVER = "over";
    final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final InputStream stream;

    Stream(Browser browser) {
      stream = browser.open("/api/events");
      Thread.startVirtualThread(() -> {
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
          for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
          }
        } catch (IOException closed) {
          // as good as the end
        }
        lines.add(OVER);
      });
    }

    /** Whether a line with this is read in time; what came before it is gone. */
    boolean says(String part, Duration within) throws InterruptedException {
      var until = System.nanoTime() + within.toNanos();
      for (var left = within.toNanos(); left > 0; left = until - System.nanoTime()) {
        var line = lines.poll(left, TimeUnit.NANOSECONDS);
        if (line != null && line.contains(part)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }

  private Stream opened(Browser browser) throws InterruptedException {
    var stream = new Stream(browser);
    assertThat(stream.says(":open", SECONDS)).isTrue();
    return stream;
  }

  /** The same browser as the other node sees it: a session counts on every node. */
  private Browser onTheOtherNode(Browser browser) {
    var twin = new Browser(there);
    var session = browser.cookie("xingfuli").orElseThrow();
    var copy = new HttpCookie(session.getName(), session.getValue());
    copy.setPath("/");
    copy.setVersion(0);
    twin.plant(copy);
    return twin;
  }

  private static <T> T within(Duration time, Callable<T> work) throws Exception {
    var task = new FutureTask<>(work);
    Thread.startVirtualThread(task);
    return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A programme whose forecast and chart have come to rest. */
  private UUID programme() throws InterruptedException {
    var known = programme;
    if (known == null) {
      known = years.system(() -> programmes.current().orElseGet(() -> years.frozen().programme()));
      Thread.sleep(1500);
      programme = known;
    }
    return known;
  }

  @Test
  void aChartReplacedOnOneNodeReachesWhoWatchesOnTheOther() throws Exception {
    var programme = programme();
    var commander = new Browser(here).signedIn(staff.withRole(Role.COMMANDER, DISTRICT));
    try (var near = opened(commander); var far = opened(onTheOtherNode(commander))) {
      rebuild.rebuild(programme);
      assertThat(far.says(programme.toString(), MOMENTS)).isTrue();
      assertThat(near.says(programme.toString(), MOMENTS)).isTrue();
    }
  }

  @Test
  void aChartWhoseTransactionFailsReachesNobody() throws Exception {
    var programme = programme();
    var quiet = new Browser(here).signedIn(staff.withRole(Role.COMMANDER, DISTRICT));
    try (var stream = opened(quiet)) {
      try {
        transactions.run(SystemScope.of("command.rebuild"), () -> {
          rebuild.rebuild(programme);
          throw new IllegalStateException("planted");
        });
      } catch (IllegalStateException planted) {
        assertThat(planted).hasMessage("planted");
      }
      assertThat(stream.says(programme.toString(), MOMENTS)).isFalse();
    }
  }

  @Test
  void aRightRevokedOnOneNodeEndsTheStreamOnTheOther() throws Exception {
    var office = new Browser(here).signedIn(staff.withRole(Role.SECURITY_OFFICER, DISTRICT));
    var account = staff.withRole(Role.COMMANDER, DISTRICT);
    var commander = new Browser(here).signedIn(account);
    var appointment = commander.get("/api/session").body().at("/appointments/0/id").asString();
    try (var far = opened(onTheOtherNode(commander))) {
      assertThat(office.delete("/api/people/" + account.personId() + "/appointments/" + appointment).status())
          .isEqualTo(204);
      assertThat(far.says("NO_RIGHT", SECONDS)).isTrue();
      assertThat(far.says(Stream.OVER, SECONDS)).isTrue();
    }
  }

  @Test
  void signingOutOnOneNodeEndsTheStreamsOfThatSessionOnTheOtherAndNoOthers() throws Exception {
    var account = staff.withRole(Role.COMMANDER, DISTRICT);
    var desk = new Browser(here).signedIn(account);
    var phone = new Browser(here).signedIn(account);
    try (var far = opened(onTheOtherNode(desk)); var stays = opened(onTheOtherNode(phone))) {
      desk.get("/api/session");
      assertThat(desk.delete("/api/session").status()).isEqualTo(200);
      assertThat(far.says("SIGNED_OUT", SECONDS)).isTrue();
      assertThat(far.says(Stream.OVER, SECONDS)).isTrue();
      tell();
      assertThat(stays.says("event:progress", MOMENTS)).isTrue();
    }
  }

  @Test
  void afterTheListeningConnectionBrokeWatchersAreToldToReadAgainAndHearWhatFollows() throws Exception {
    var commander = new Browser(here).signedIn(staff.withRole(Role.COMMANDER, DISTRICT));
    try (var near = opened(commander); var far = opened(onTheOtherNode(commander))) {
      jdbc.sql("""
          select count(pg_terminate_backend(pid)) from pg_stat_activity
          where application_name = 'xingfuli bulletin' and datname = current_database()""").query(Long.class).single();
      assertThat(near.says("event:anything", SECONDS)).isTrue();
      assertThat(far.says("event:anything", SECONDS)).isTrue();
      tell();
      assertThat(near.says("event:progress", MOMENTS)).isTrue();
      assertThat(far.says("event:progress", MOMENTS)).isTrue();
    }
  }

  @Test
  void aWatcherThatDoesNotReadKeepsNobodyWaiting() throws Exception {
    var idle = new Browser(here).signedIn(staff.withRole(Role.COMMANDER, DISTRICT));
    var awake = new Browser(here).signedIn(staff.withRole(Role.COMMANDER, DISTRICT));
    try (var deaf = openedAndNotRead(idle); var stream = opened(awake)) {
      assertThat(deaf.isConnected()).isTrue();
      // Far more than the buffers between the platform and somebody who does not read hold.
      within(Duration.ofSeconds(60), () -> {
        for (var round = 0; round < 40; round++) {
          transactions.run(SystemScope.of("test"), () -> {
            for (var number = 0; number < 2000; number++) {
              bulletin.post("command.progress", UUID.randomUUID().toString());
            }
          });
        }
        return true;
      });
      var newest = UUID.randomUUID();
      Thread.sleep(1000);
      stream.lines.clear();
      transactions.run(SystemScope.of("test"), () -> bulletin.post("command.progress", newest.toString()));
      assertThat(stream.says(newest.toString(), MOMENTS)).isTrue();
    }
  }

  private Socket openedAndNotRead(Browser browser) throws IOException {
    var session = browser.cookie("xingfuli").orElseThrow();
    var socket = new Socket();
    socket.setReceiveBufferSize(2048);
    socket.connect(new InetSocketAddress("localhost", here));
    socket.getOutputStream().write(("GET /api/events HTTP/1.1\r\nHost: localhost\r\nCookie: " + session.getName() + "="
        + session.getValue() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  @Test
  void aPersonsThirteenthStreamMakesTheOldestEndWithTheReason() throws Exception {
    var commander = new Browser(here).signedIn(staff.withRole(Role.COMMANDER, DISTRICT));
    var streams = new Stream[13];
    for (var number = 0; number < 13; number++) {
      streams[number] = opened(commander);
    }
    assertThat(streams[0].says("TOO_MANY", MOMENTS)).isTrue();
    assertThat(streams[0].says(Stream.OVER, MOMENTS)).isTrue();
    tell();
    for (var number = 1; number < 13; number++) {
      assertThat(streams[number].says("event:progress", MOMENTS)).isTrue();
      streams[number].close();
    }
  }

  @Test
  void aNodeThatStopsEndsItsStreamsAndSaysSo() throws Exception {
    var commander = new Browser(here).signedIn(staff.withRole(Role.COMMANDER, DISTRICT));
    try (var far = opened(onTheOtherNode(commander))) {
      var begun = System.nanoTime();
      itLeaves();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
      assertThat(far.says("STOPPING", MOMENTS)).isTrue();
      assertThat(far.says(Stream.OVER, MOMENTS)).isTrue();
    } finally {
      anotherNodeJoins();
    }
  }

  private void tell() {
    transactions.run(SystemScope.of("test"), () -> bulletin.post("command.progress", UUID.randomUUID().toString()));
  }
}
