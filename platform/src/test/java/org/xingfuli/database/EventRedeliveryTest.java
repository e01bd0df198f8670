package org.xingfuli.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/** Events and their effects: once, whatever is killed, repeated or failing; and Modulith's own settings would lose them. */
class EventRedeliveryTest {

  /** Something that happened. */
  record Planted(UUID eventId) {}

  /** A listener as every module writes it, that can be made to fail. */
  static class Gardener {
    private static final AtomicInteger FAILURES_LEFT = new AtomicInteger();
    private final Transactions transactions;
    private final Inbox inbox;
    private final JdbcClient jdbc;

    Gardener(Transactions transactions, Inbox inbox, JdbcClient jdbc) {
      this.transactions = transactions;
      this.inbox = inbox;
      this.jdbc = jdbc;
    }

    @Async
    @TransactionalEventListener
    public void on(Planted event) {
      transactions.run(SystemScope.of("test.gardener"), () -> inbox.once("test.gardener", event.eventId(), () -> {
        jdbc.sql("insert into database.effect values (?)").param(event.eventId()).update();
        if (FAILURES_LEFT.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
          throw new IllegalStateException("planted");
        }
      }));
    }
  }

  /** No @Configuration, so that the platform's own contexts do not find it. */
  @EnableAutoConfiguration
  static class Garden {
    @Bean
    DataSource dataSource() {
      var pool = new HikariDataSource();
      pool.setDataSource(DB.prepared().application());
      pool.setMaximumPoolSize(8);
      return pool;
    }

    @Bean
    ScopedTransactionManager transactionManager(DataSource dataSource) {
      return new ScopedTransactionManager(dataSource, new Turns(6, Duration.ofSeconds(15)));
    }

    @Bean
    Transactions transactions(ScopedTransactionManager manager) {
      return new Transactions(manager);
    }

    @Bean
    Inbox inbox(JdbcClient jdbc) {
      return new Inbox(jdbc);
    }

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    Gardener gardener(Transactions transactions, Inbox inbox, JdbcClient jdbc) {
      return new Gardener(transactions, inbox, jdbc);
    }
  }

  private static final TestDatabase DB = TestDatabase.fresh();

  static {
    DB.superuser().sql("""
        create table database.effect (event_id uuid);
        grant select, insert, delete on database.effect to xingfuli_application""").update();
  }

  @BeforeEach
  void nothingHappenedYet() {
    Gardener.FAILURES_LEFT.set(0);
    DB.superuser().sql("""
        truncate database.effect, database.event_publication, database.inbox, database.scheduled_tasks""").update();
  }

  /** The platform's events, as configured by us. */
  private static ConfigurableApplicationContext ours() {
    return new SpringApplicationBuilder(Garden.class, EventRedelivery.class, AbandonedPublications.class)
        .web(WebApplicationType.NONE).run();
  }

  /** As Spring Modulith comes: no staleness, nobody who delivers again. */
  private static ConfigurableApplicationContext defaults() {
    return new SpringApplicationBuilder(Garden.class).web(WebApplicationType.NONE).run("--db-scheduler.enabled=false",
        "--spring.modulith.events.staleness.published=0s", "--spring.modulith.events.staleness.processing=0s",
        "--spring.modulith.events.staleness.resubmitted=0s");
  }

  private static List<UUID> plant(ConfigurableApplicationContext context, int number) {
    var ids = new ArrayList<UUID>();
    context.getBean(Transactions.class).run(SystemScope.of("test"), () -> IntStream.range(0, number).forEach(i -> {
      ids.add(UUID.randomUUID());
      context.publishEvent(new Planted(ids.getLast()));
    }));
    return ids;
  }

  private static List<UUID> effects() {
    return DB.superuser().sql("select event_id from database.effect").query(UUID.class).list();
  }

  private static long open() {
    return DB.superuser().sql("select count(*) from database.event_publication where status <> 'COMPLETED'")
        .query(Long.class).single();
  }

  private static void untilNothingIsOpen() throws InterruptedException {
    for (var tries = 0; tries < 600 && open() > 0; tries++) {
      Thread.sleep(100);
    }
    assertThat(open()).isZero();
  }

  /** Leaves the registry as SIGKILL does between the commit and the end of the listener. */
  private static List<UUID> plantedByAProcessThatWasKilled(int number) throws InterruptedException {
    Gardener.FAILURES_LEFT.set(number);
    List<UUID> ids;
    try (var context = defaults()) {
      ids = plant(context, number);
      for (var tries = 0; tries < 300 && Gardener.FAILURES_LEFT.get() > 0; tries++) {
        Thread.sleep(50);
      }
    }
    DB.superuser().sql("""
        update database.event_publication set completion_date = null,
          status = case when hashtext(id::text) % 2 = 0 then 'PROCESSING' else 'PUBLISHED' end""").update();
    assertThat(effects()).isEmpty();
    return ids;
  }

  @Test
  void aDeliveryRepeatedHasItsEffectOnce() throws Exception {
    try (var context = ours()) {
      var ids = plant(context, 50);
      untilNothingIsOpen();
      DB.superuser().sql("update database.event_publication set status = 'FAILED', completion_date = null").update();
      untilNothingIsOpen();
      assertThat(effects()).containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  @Test
  void aListenerThatFailsIsAskedAgain() throws Exception {
    Gardener.FAILURES_LEFT.set(2);
    try (var context = ours()) {
      var ids = plant(context, 1);
      untilNothingIsOpen();
      assertThat(effects()).isEqualTo(ids);
    }
  }

  @Test
  void whatAKilledProcessLeftTakesEffectOnceAfterTheRestart() throws Exception {
    var ids = plantedByAProcessThatWasKilled(20);
    try (var context = ours()) {
      assertThat(context.isActive()).isTrue();
      untilNothingIsOpen();
      assertThat(effects()).containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  @Test
  void modulithsOwnSettingsWouldHaveLostThem() throws Exception {
    plantedByAProcessThatWasKilled(20);
    try (var context = defaults()) {
      assertThat(context.isActive()).isTrue();
      Thread.sleep(5000);
      assertThat(effects()).isEmpty();
      assertThat(open()).isEqualTo(20);
    }
  }
}
