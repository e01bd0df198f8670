package org.xingfuli.drills.events;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xingfuli.database.Inbox;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;

/**
 * One life of the slim child: the platform's module {@code database} with its settings, an act that writes a row and publishes
 * an event, and a listener that writes an effect, both as every module writes its own. It acts until it halts itself at the
 * place it was given, without any farewell, or is killed.
 *
 * <p>None of its classes carries {@code @Configuration}, so that the platform's own contexts do not find them.
 */
public final class Life {

  /** So many acts are on their way at the same time. */
  private static final int AT_ONCE = 4;

  private Life() {}

  /** The platform's events as the platform has them. */
  @SlimBoot
  @ComponentScan(basePackageClasses = Inbox.class)
  @Import(Beans.class)
  static class Ours {}

  /** Spring Modulith as it comes: nobody who finds what a dead process left, or delivers again what failed. */
  @SlimBoot
  @ComponentScan(basePackageClasses = Inbox.class, excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
      pattern = "org\\.xingfuli\\.database\\.(EventRedelivery|AbandonedPublications|Nodes|PassingDays)"))
  @Import(Beans.class)
  static class Defaults {}

  static class Beans {

    @Bean
    Death death(Environment environment) {
      return new Death(Place.valueOf(environment.getRequiredProperty("xingfuli.drill.place")),
          environment.getRequiredProperty("xingfuli.drill.passage", Integer.class));
    }

    @Bean
    Acts acts(Transactions transactions, ApplicationEventPublisher events, JdbcClient jdbc, Death death, Environment environment) {
      return new Acts(transactions, events, jdbc, death, environment.getRequiredProperty("xingfuli.drill.life", Integer.class));
    }

    @Bean
    Effects effects(Transactions transactions, Inbox inbox, JdbcClient jdbc, Death death, Environment environment) {
      return new Effects(transactions, inbox, jdbc, death, environment.getRequiredProperty("xingfuli.drill.life", Integer.class),
          environment.getProperty("xingfuli.drill.events", "").equals("careless"));
    }
  }

  /** Says what happened, and to whom it happened in which life. */
  public record Acted(UUID eventId, int life) {}

  /** Halts the process at the given passage of the given place. */
  static final class Death {
    private final Place place;
    private final AtomicInteger left;

    Death(Place place, int passage) {
      this.place = place;
      this.left = new AtomicInteger(passage);
    }

    void pass(Place here, UUID act) {
      if (here == place && left.decrementAndGet() == 0) {
        System.out.println("died " + here + " " + act);
        System.out.flush();
        Runtime.getRuntime().halt(137);
      }
    }
  }

  static class Acts {
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Death death;
    private final int life;

    Acts(Transactions transactions, ApplicationEventPublisher events, JdbcClient jdbc, Death death, int life) {
      this.transactions = transactions;
      this.events = events;
      this.jdbc = jdbc;
      this.death = death;
      this.life = life;
    }

    /** How this process calls itself at the publications it works on. */
    String node() {
      return transactions.as(SystemScope.of("drill.act"),
          () -> jdbc.sql("select current_setting('xingfuli.node')").query(String.class).single());
    }

    void act() {
      var id = UUID.randomUUID();
      transactions.run(SystemScope.of("drill.act"), () -> {
        TransactionSynchronizationManager.registerSynchronization(new Commit(id, death));
        jdbc.sql("insert into drill.act (id, life) values (?, ?)").params(id, life).update();
        events.publishEvent(new Acted(id, life));
      });
    }
  }

  /** Before anybody else who waits for the commit. */
  private record Commit(UUID act, Death death) implements TransactionSynchronization {
    @Override
    public void beforeCompletion() {
      // After every beforeCommit, in which the publication is written.
      death.pass(Place.BEFORE_COMMIT, act);
    }

    @Override
    public void afterCommit() {
      death.pass(Place.AFTER_COMMIT, act);
    }

    @Override
    public int getOrder() {
      return Ordered.HIGHEST_PRECEDENCE;
    }
  }

  static class Effects {
    private final Transactions transactions;
    private final Inbox inbox;
    private final JdbcClient jdbc;
    private final Death death;
    private final int life;
    private final boolean careless;

    Effects(Transactions transactions, Inbox inbox, JdbcClient jdbc, Death death, int life, boolean careless) {
      this.transactions = transactions;
      this.inbox = inbox;
      this.jdbc = jdbc;
      this.death = death;
      this.life = life;
      this.careless = careless;
    }

    @Async
    @TransactionalEventListener
    public void on(Acted acted) {
      pass(Place.LISTENER, acted);
      transactions.run(SystemScope.of("drill.effect"), () -> {
        Runnable effect = () -> jdbc.sql("insert into drill.effect (act) values (?)").param(acted.eventId()).update();
        if (careless) {
          effect.run();
        } else {
          inbox.once("drill.effect", acted.eventId(), effect);
        }
        pass(Place.EFFECT, acted);
      });
      pass(Place.COMPLETION, acted);
    }

    private void pass(Place place, Acted acted) {
      death.pass(acted.life() == life ? place : place.again(), acted.eventId());
    }
  }

  /** Prints {@code ready NODE}; acts until it dies, unless it is only to finish what others left, until standard input ends. */
  static void main(String[] args) throws IOException {
    var options = List.of(args);
    var shape = options.contains("--xingfuli.drill.events=defaults") ? Defaults.class : Ours.class;
    try (var context = new SpringApplicationBuilder(shape).web(WebApplicationType.NONE).run(args)) {
      var acts = context.getBean(Acts.class);
      System.out.println("ready " + acts.node());
      System.out.flush();
      if (options.contains("--xingfuli.drill.acts=true")) {
        for (int n = 0; n < AT_ONCE; n++) {
          Thread.ofPlatform().daemon().start(() -> {
            for (;;) {
              acts.act();
            }
          });
        }
      }
      while (System.in.read() >= 0) {
        continue;
      }
    }
  }
}
