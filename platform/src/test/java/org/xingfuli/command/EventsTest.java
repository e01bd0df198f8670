package org.xingfuli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.command.flow.News;
import org.xingfuli.command.flow.Watchers;
import org.xingfuli.command.store.NewsWire;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.programme.AYear;

/** Who watches hears of every change, and no longer than one may. */
@PlatformTest
@Import({Staff.class, AYear.class})
class EventsTest {

  private static final String DISTRICT = "320613";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired Watchers watchers;
  @Autowired NewsWire wire;

  private Browser commander() {
    return new Browser(port).signedIn(staff.withRole(Role.COMMANDER, DISTRICT));
  }

  @Test
  void aReportIsHeardAsProgressAndThenAsAnotherChart() {
    var year = years.frozen();
    var roof = years.planned(year.programme(), year.projects().getFirst(), "D04");
    years.goneAsPlanned(year.programme(), roof.start().plusDays(2));
    var commander = commander();
    var path = "/api/battle-chart?programme=" + year.programme();
    var before = commander.get(path).body().at("/version").asLong();
    try (var stream = Stream.open(commander); var another = Stream.open(commander)) {
      var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, DISTRICT));
      var report = planner.post("/api/activities/" + roof.id() + "/progress-reports",
          Map.of("percent", 50, "daysLost", 4, "reason", "RAIN", "note", "连雨"));
      assertThat(report.status()).as("%s", report.body()).isEqualTo(201);
      assertThat(stream.next("progress", 20)).contains(year.programme().toString());
      assertThat(stream.next("chart", 20)).contains(year.programme().toString(), "\"version\":" + (before + 1));
      assertThat(another.next("chart", 20)).as("a second tab").contains("\"version\":" + (before + 1));
      assertThat(commander.get(path).body().at("/version").asLong()).isEqualTo(before + 1);
    }
  }

  @Test
  void aTransactionThatFailsIsNoNews() {
    var programme = UUID.randomUUID();
    try (var stream = Stream.open(commander())) {
      assertThat(catchThrowable(() -> years.system(() -> {
        wire.send(new News(News.Kind.CHART, programme, 1).text());
        throw new IllegalStateException("planned");
      }))).hasMessage("planned");
      years.system(() -> {
        wire.send(new News(News.Kind.CHART, programme, 2).text());
        return true;
      });
      assertThat(stream.next("chart", 20)).contains("\"version\":2");
    }
  }

  @Test
  void theStreamEndsWithItsSessionAndTheOtherSessionsStreamStays() {
    var account = staff.withRole(Role.COMMANDER, DISTRICT);
    var here = new Browser(port).signedIn(account);
    var elsewhere = new Browser(port).signedIn(account);
    try (var ending = Stream.open(here); var staying = Stream.open(elsewhere)) {
      here.delete("/api/session");
      assertThat(ending.endsWithin(10)).isTrue();
      watchers.tell(new News(News.Kind.PROGRESS, new UUID(3, 3), 0));
      assertThat(staying.next("progress", 10)).isNotNull();
    }
  }

  @Test
  void theStreamOfADisabledPersonEnds() {
    var account = staff.withRole(Role.STREET_OFFICER, AYear.HONGQIAO);
    var administrator = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, DISTRICT));
    try (var stream = Stream.open(new Browser(port).signedIn(account))) {
      var answer = administrator.post("/api/people/" + account.personId() + "/disable", Map.of());
      assertThat(answer.status()).isBetween(200, 204);
      assertThat(stream.endsWithin(10)).isTrue();
    }
  }

  @Test
  void whoMaySeeNoChartHearsNothing() {
    var administrator = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, DISTRICT));
    assertThat(administrator.get("/api/events").status()).isEqualTo(403);
    assertThat(new Browser(port).get("/api/events").status()).isEqualTo(401);
  }

  @Test
  void oneStreamTooManyIsRefusedAndAClosedOneMakesRoom() throws InterruptedException {
    var commander = commander();
    var open = new ArrayList<Stream>();
    try {
      for (int i = 0; i < Watchers.MOST_PER_PERSON; i++) {
        open.add(Stream.open(commander));
      }
      try (var refused = Stream.open(commander)) {
        assertThat(refused.status()).isEqualTo(429);
      }
      open.removeFirst().close();
      var status = 429;
      for (int tries = 0; tries < 100 && status == 429; tries++) {
        watchers.tell(new News(News.Kind.PROGRESS, new UUID(4, tries), 0)); // writing finds out that nobody is there
        Thread.sleep(50);
        var again = Stream.open(commander);
        open.add(again);
        status = again.status();
      }
      assertThat(status).isEqualTo(200);
    } finally {
      open.forEach(Stream::close);
    }
  }

  @Test
  void aWatcherWhoDoesNotReadKeepsNobodyWaiting() throws IOException {
    var commander = commander();
    try (var deaf = new Socket(); var stream = Stream.open(commander)) {
      deaf.setReceiveBufferSize(1024);
      deaf.connect(new InetSocketAddress("localhost", port));
      deaf.getOutputStream().write(("GET /api/events HTTP/1.1\r\nHost: localhost:" + port + "\r\nCookie: xingfuli="
          + commander.cookie("xingfuli").orElseThrow().getValue() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      deaf.getInputStream().read();
      for (int i = 0; i < 300_000; i++) {
        watchers.tell(new News(News.Kind.CHART, new UUID(5, i % 60), i));
      }
      watchers.tell(new News(News.Kind.PROGRESS, new UUID(6, 6), 0));
      assertThat(stream.next("progress " + "{\"programme\":\"" + new UUID(6, 6), 20)).isNotNull();
    }
  }
}
