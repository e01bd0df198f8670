package org.xingfuli.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Accounts.Account;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.notice.Notices.Notice;
import org.xingfuli.notice.flow.HandOver;
import org.xingfuli.notice.flow.TakeApart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said reaches those it is meant for, once, by every way there is; and what does not is seen. */
@PlatformTest
@Import({Staff.class, NoticeTest.PlansOnly.class})
class NoticeTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String KIND = "programme.plan-frozen";
  private static final Outside OUTSIDE = new Outside();

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired Notices notices;
  @Autowired Transactions transactions;
  @Autowired TakeApart takeApart;
  @Autowired HandOver handOver;
  @Autowired List<RecurringTask<Void>> tasks;
  @Autowired JdbcClient jdbc;
  @Value("${xingfuli.data}") Path data;

  /** A gateway for text messages and a WeCom robot: a real server on this machine, which can be told to fail. */
  private static final class Outside {

    private final List<String> sms = new CopyOnWriteArrayList<>();
    private final List<String> wecom = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private volatile int smsStatus = 200;
    private volatile int errcode;
    private volatile boolean smsHangs;
    private final int port;

    Outside() {
      try {
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          boolean text = exchange.getRequestURI().getPath().equals("/sms");
          keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
          (text ? sms : wecom).add(body);
          while (text && smsHangs) {
            LockSupport.parkNanos(20_000_000);
          }
          var answer = ("{\"errcode\":" + errcode + "}").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(text ? smsStatus : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
        server.start();
        port = server.getAddress().getPort();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Others plan their work with it; here nothing runs by itself. */
  @TestConfiguration
  static class PlansOnly {

    @Bean
    SchedulerClient schedulerClient(DataSource database) {
      return SchedulerClient.Builder.create(database).tableName("database.scheduled_tasks").build();
    }
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("xingfuli.notice.attempts", () -> "2");
    settings.add("xingfuli.notice.pause", () -> "0s");
    settings.add("xingfuli.notice.patience", () -> "2s");
    settings.add("xingfuli.notice.sms.url", () -> "http://localhost:" + OUTSIDE.port + "/sms");
    settings.add("xingfuli.notice.wecom.webhook-file", () -> {
      try {
        return Files.writeString(Files.createTempFile("robot", ".url"), "http://localhost:" + OUTSIDE.port + "/robot?key=s").toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    // The test turns the handle itself.
    settings.add("db-scheduler.enabled", () -> "false");
  }

  @BeforeEach
  void outsideIsWell() {
    OUTSIDE.smsStatus = 200;
    OUTSIDE.errcode = 0;
    OUTSIDE.smsHangs = false;
    system(() -> jdbc.sql("update notice.quiet_hours set begins = '00:00', ends = '00:00'").update());
    everythingSaidIsDelivered();
    OUTSIDE.sms.clear();
    OUTSIDE.wecom.clear();
    OUTSIDE.keys.clear();
  }

  private void system(Runnable work) {
    transactions.run(SystemScope.of("test"), work);
  }

  private void everythingSaidIsDelivered() {
    takeApart.all();
    handOver.all();
  }

  private void say(String programme, Audience audience) {
    system(() -> notices.notify(new Notice(KIND, Map.of("programme", programme, "version", "3"), audience, "/timetable", null)));
  }

  private JsonNode inbox(Browser browser) {
    return browser.get("/api/notices?limit=50").body().path("items");
  }

  private static long about(JsonNode inbox, String word) {
    return inbox.valueStream().filter(message -> message.toString().contains(word)).count();
  }

  private List<JsonNode> files(String word) {
    try (var found = Files.list(data.resolve("outbox"))) {
      return found.map(file -> {
        try {
          assertThat(file.getFileName().toString()).doesNotContain("partial");
          return Files.readString(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }).filter(text -> text.contains(word)).map(JSON::readTree).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsSaidReachesTheInboxAndAFileAndIsReadOnce() {
    var account = staff.withRole(Role.PLANNER, "320613");
    var browser = new Browser(port).signedIn(account);
    say("甲年度", new Audience.Person(account.personId()));
    everythingSaidIsDelivered();
    assertThat(about(inbox(browser), "甲年度计划已冻结")).isEqualTo(1);
    assertThat(browser.get("/api/notices/unread").body().path("unread").asInt()).isPositive();
    assertThat(browser.post("/api/notices/read", Map.of()).status()).isEqualTo(204);
    assertThat(browser.get("/api/notices/unread").body().path("unread").asInt()).isZero();
    assertThat(files("甲年度")).singleElement().satisfies(file -> {
      assertThat(file.path("titleEn").asString()).contains("甲年度");
      assertThat(file.path("recipient").asString()).isEqualTo("计划员");
    });
  }

  @Test
  void theInboxGoesOutAsItStandsAndHoldsNothingOfAnybodyElse() {
    var account = staff.withRole(Role.PLANNER, "320613");
    var colleague = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    var browser = new Browser(port).signedIn(account);
    say("甲子年度", new Audience.Person(account.personId()));
    everythingSaidIsDelivered();
    browser.post("/api/notices/read", Map.of());
    say("乙丑年度", new Audience.Person(account.personId()));
    everythingSaidIsDelivered();
    assertThat(browser.rows("/api/notices.xlsx")).extracting(row -> row.get(1)).containsExactlyElementsOf(
        inbox(browser).valueStream().map(message -> message.path("titleZh").asString()).toList());
    assertThat(browser.rows("/api/notices.xlsx?unread=true")).singleElement()
        .satisfies(row -> assertThat(row.toString()).contains("乙丑年度"));
    assertThat(colleague.read("/api/notices.xlsx").text()).doesNotContain("甲子年度", "乙丑年度");
  }

  @Test
  void theWordsOfAllKindsGoOutWithTheirPlaceholders() {
    var office = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, "320613"));
    assertThat(office.rows("/api/notice-templates.xlsx")).extracting(List::getFirst).containsExactlyElementsOf(
        office.get("/api/notice-templates").body().valueStream().map(row -> row.at("/words/kind").asString()).toList());
    assertThat(office.read("/api/notice-templates.xlsx").text()).contains("{programme}");
    var planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    assertThat(planner.read("/api/notice-templates.xlsx").status()).isEqualTo(403);
  }

  @Test
  void whatIsRolledBackWasNeverSaid() {
    var account = staff.withRole(Role.PLANNER, "320613");
    assertThatThrownBy(() -> system(() -> {
      notices.notify(new Notice(KIND, Map.of("programme", "乙年度", "version", "1"),
          new Audience.Person(account.personId()), null, null));
      throw new IllegalStateException("the act fails");
    })).hasMessage("the act fails");
    everythingSaidIsDelivered();
    assertThat(about(inbox(new Browser(port).signedIn(account)), "乙年度")).isZero();
    assertThat(OUTSIDE.sms).isEmpty();
  }

  @Test
  void aPersonsActMaySayItToOthersAndNobodyReadsWhatIsNotTheirs() {
    var reader = staff.withRole(Role.COMMANDER, "320613");
    var other = new Browser(port).signedIn(staff.withRole(Role.COMMANDER, "320613"));
    say("丙年度", new Audience.Person(reader.personId()));
    everythingSaidIsDelivered();
    assertThat(about(inbox(new Browser(port).signedIn(reader)), "丙年度")).isEqualTo(1);
    assertThat(about(inbox(other), "丙年度")).isZero();
  }

  @Test
  void holdersOfARoleAreToldWithinTheirAreaOnly() {
    var here = staff.withRole(Role.STREET_OFFICER, "320613003");
    var there = staff.withRole(Role.STREET_OFFICER, "320613004");
    say("丁年度", new Audience.Holders(Role.STREET_OFFICER, "320613003001", null));
    everythingSaidIsDelivered();
    assertThat(about(inbox(new Browser(port).signedIn(here)), "丁年度")).isEqualTo(1);
    assertThat(about(inbox(new Browser(port).signedIn(there)), "丁年度")).isZero();
  }

  @Test
  void unreadNoticesWithOneKeyBecomeOneThatCounts() {
    var account = staff.withRole(Role.PLANNER, "320613");
    for (int i = 1; i <= 3; i++) {
      var version = Integer.toString(i);
      system(() -> notices.notify(new Notice(KIND, Map.of("programme", "戊年度", "version", version),
          new Audience.Person(account.personId()), null, "key")));
    }
    everythingSaidIsDelivered();
    var browser = new Browser(port).signedIn(account);
    var shown = inbox(browser).valueStream().filter(message -> message.toString().contains("戊年度")).toList();
    assertThat(shown).singleElement().satisfies(message -> {
      assertThat(message.path("times").asInt()).isEqualTo(3);
      assertThat(message.path("bodyZh").asString()).contains("第 3 版");
    });
    assertThat(files("戊年度")).as("files once, too").hasSize(1);
  }

  @Test
  void aContactIsToldByTextMessageAndNoLogOrListShowsTheNumber() {
    say("己年度", new Audience.Contact("13912345678"));
    everythingSaidIsDelivered();
    assertThat(OUTSIDE.sms).singleElement().satisfies(body -> {
      var sent = JSON.readTree(body);
      assertThat(sent.path("phone").asString()).isEqualTo("13912345678");
      assertThat(sent.path("text").asString()).contains("己年度计划已冻结");
    });
    assertThat(files("己年度")).singleElement().satisfies(
        file -> assertThat(file.path("recipient").asString()).isEqualTo("139****5678"));
  }

  @Test
  void fourDispatchersAtOnceHandEachMessageOverOnce() throws Exception {
    for (int i = 0; i < 40; i++) {
      say("庚年度" + i, new Audience.Contact("1380000" + (1000 + i)));
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      threads.invokeAll(IntStream.range(0, 4).<Callable<Boolean>>mapToObj(n -> () -> {
        everythingSaidIsDelivered();
        return true;
      }).toList()).forEach(done -> assertThat(done.resultNow()).isTrue());
    }
    everythingSaidIsDelivered();
    assertThat(OUTSIDE.sms).hasSize(40).doesNotHaveDuplicates();
    assertThat(OUTSIDE.keys).doesNotHaveDuplicates();
  }

  @Test
  void whatFailsIsTriedAgainUnderTheSameIdThenSeenAndSeenTo() {
    OUTSIDE.smsStatus = 500;
    say("辛年度", new Audience.Contact("13787654321"));
    everythingSaidIsDelivered();
    everythingSaidIsDelivered();
    everythingSaidIsDelivered();
    assertThat(OUTSIDE.sms).as("two attempts are allowed here").hasSize(2);
    assertThat(OUTSIDE.keys.get(0)).isEqualTo(OUTSIDE.keys.get(1));
    var office = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, "320613"));
    assertThat(office.get("/api/notices/unread").body().path("failed").asInt()).isEqualTo(1);
    var failed = office.get("/api/notice-failures").body().path("items").path(0);
    assertThat(failed.toString()).contains("137****4321", "500").doesNotContain("13787654321");
    assertThat(office.read("/api/notice-failures.xlsx").text()).contains("137****4321");
    var id = failed.path("id").asString();
    OUTSIDE.smsStatus = 200;
    assertThat(office.post("/api/notice-failures/retry", Map.of("id", id)).status()).isEqualTo(204);
    everythingSaidIsDelivered();
    assertThat(OUTSIDE.sms).hasSize(3);
    assertThat(office.get("/api/notices/unread").body().path("failed").asInt()).isZero();
    assertThat(office.post("/api/notice-failures/retry", Map.of("id", id)).code()).isEqualTo("state.illegal-act");
    assertThat(office.post("/api/notice-failures/retry", Map.of("id", UUID.randomUUID())).status()).isEqualTo(404);
  }

  @Test
  void whatCannotBeDeliveredIsLetGoOnlyWithAReason() {
    OUTSIDE.smsStatus = 503;
    say("壬年度", new Audience.Contact("13700000001"));
    everythingSaidIsDelivered();
    everythingSaidIsDelivered();
    var office = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, "320613"));
    var id = office.get("/api/notice-failures").body().path("items").path(0).path("id").asString();
    assertThat(office.post("/api/notice-failures/dismiss", Map.of("id", id, "reason", " ")).code()).isEqualTo("notice.reason-needed");
    assertThat(office.post("/api/notice-failures/dismiss", Map.of("id", id, "reason", "已电话告知")).status()).isEqualTo(204);
    assertThat(office.get("/api/notice-failures").body().path("items").size()).isZero();
  }

  @Test
  void quietHoursHoldBackWhatCanWaitAndNothingUrgent() {
    system(() -> jdbc.sql("update notice.quiet_hours set begins = '00:00', ends = '23:59:59'").update());
    say("癸年度", new Audience.Contact("13700000002"));
    var person = staff.withRole(Role.PLANNER, "320613");
    system(() -> notices.notify(new Notice("programme.node-missed",
        Map.of("project", "子小区", "node", "竣工", "nodeEn", "completion", "due", "2022-09-30"),
        new Audience.Person(person.personId()), null, null)));
    everythingSaidIsDelivered();
    assertThat(OUTSIDE.sms).isEmpty();
    assertThat(OUTSIDE.wecom).singleElement().satisfies(
        body -> assertThat(JSON.readTree(body).at("/text/content").asString()).contains("子小区：竣工将滞后"));
    assertThat(about(inbox(new Browser(port).signedIn(person)), "子小区")).isEqualTo(1);
    system(() -> jdbc.sql("update notice.quiet_hours set begins = '00:00', ends = '00:00'").update());
    handOver.all();
    assertThat(OUTSIDE.sms).hasSize(1);
  }

  @Test
  void aRefusalOfWeComIsAFailure() {
    OUTSIDE.errcode = 93000;
    var person = staff.withRole(Role.PLANNER, "320613");
    system(() -> notices.notify(new Notice("programme.node-missed",
        Map.of("project", "丑小区", "node", "竣工", "nodeEn", "completion", "due", "2022-09-30"),
        new Audience.Person(person.personId()), null, null)));
    everythingSaidIsDelivered();
    everythingSaidIsDelivered();
    var error = transactions.as(SystemScope.of("test"), () -> jdbc.sql(
        "select error from notice.delivery d join notice.message m on m.id = d.message_id"
            + " where m.title_zh like '丑小区%' and channel = 'WECOM' and state = 'FAILED'").query(String.class).single());
    assertThat(error).contains("93000");
    system(() -> jdbc.sql("update notice.delivery set state = 'DISMISSED' where state = 'FAILED'").update());
  }

  @Test
  void wordsAreChangedInVersionsAndOnlyWithPlaceholdersThereAre() {
    var office = new Browser(port).signedIn(staff.withRole(Role.ADMINISTRATOR, "320613"));
    var before = office.get("/api/notice-templates").body().valueStream()
        .filter(view -> view.at("/words/kind").asString().equals("identity.rights-changed")).findFirst().orElseThrow();
    int version = before.at("/words/version").asInt();
    var words = Map.of("kind", "identity.rights-changed", "version", version, "titleZh", "您的任职有变动", "bodyZh", "{offices}",
        "titleEn", "Appointments", "bodyEn", "{officesEn} {salary}");
    var refused = office.send("PUT", "/api/notice-templates", words);
    assertThat(refused.code()).isEqualTo("notice.unknown-placeholder");
    assertThat(refused.body().toString()).contains("salary");
    var good = new java.util.HashMap<String, Object>(words);
    good.put("bodyEn", "{officesEn}");
    assertThat(office.post("/api/notice-templates/preview", good).body().path("bodyZh").asString()).isEqualTo("〔offices〕");
    assertThat(office.send("PUT", "/api/notice-templates", good).body().path("version").asInt()).isEqualTo(version + 1);
    assertThat(office.send("PUT", "/api/notice-templates", good).code()).as("from the old version").isEqualTo("notice.changed-meanwhile");
  }

  @Test
  void whoIsAppointedIsTold() throws InterruptedException {
    Account account = staff.withRole(Role.COMMANDER, "320613");
    var browser = new Browser(port).signedIn(account);
    for (int i = 0; i < 50 && about(inbox(browser), "您的任职有变动") == 0; i++) {
      everythingSaidIsDelivered();
      Thread.sleep(100); // the listener runs after the commit
    }
    assertThat(about(inbox(browser), "您的任职有变动")).isEqualTo(1);
  }

  @Test
  void noInboxWaitsForAGatewayThatHangs() throws InterruptedException {
    var desk = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
    var person = UUID.fromString(desk.get("/api/session").body().at("/person/id").asString());
    IntStream.range(0, 4).forEach(at -> say("寅年度", new Audience.Contact("1370000001" + at)));
    OUTSIDE.smsHangs = true;
    var going = new AtomicBoolean(true);
    var turns = tasks.stream().filter(task -> task.getName().startsWith("notice.")).map(task -> Thread.startVirtualThread(() -> {
      while (going.get()) {
        turn(task);
        LockSupport.parkNanos(100_000_000);
      }
    })).toList();
    try {
      for (int at = 0; at < 100 && OUTSIDE.sms.isEmpty(); at++) {
        Thread.sleep(50);
      }
      assertThat(OUTSIDE.sms).as("the gateway has been asked and does not answer").isNotEmpty();
      say("卯年度", new Audience.Person(person));
      for (int at = 0; at < 15 && about(inbox(desk), "卯年度") == 0; at++) {
        Thread.sleep(100);
      }
      assertThat(about(inbox(desk), "卯年度")).isEqualTo(1);
    } finally {
      going.set(false);
      OUTSIDE.smsHangs = false;
      for (var turn : turns) {
        turn.join();
      }
      system(() -> jdbc.sql("update notice.delivery set state = 'DISMISSED' where state in ('FAILED', 'WAITING')").update());
    }
  }

  /** As the scheduler turns it. */
  private static void turn(RecurringTask<Void> task) {
    task.executeRecurringly(task.instance(RecurringTask.INSTANCE), null);
  }
}
