package org.xingfuli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose turn it is when more work comes than there are connections. */
class TurnsTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void whoCameFirstGoesFirstHoweverLateTheyAsk() throws Exception {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    var turns = new Turns(1, LONG);
    turns.take(0);
    var came = new ArrayList<>(IntStream.range(0, 40).mapToObj(n -> Long.MAX_VALUE - 20 + n).toList()); // past the end, too
    Collections.shuffle(came, random);
    var served = Collections.synchronizedList(new ArrayList<Long>());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var since : came) {
        threads.submit(() -> {
          turns.take(since);
          served.add(since);
          turns.giveBack();
        });
      }
      awaitWaiting(turns, came.size());
      turns.giveBack();
    }
    assertThat(served).as("seed %d", seed)
        .isEqualTo(IntStream.range(0, 40).mapToObj(n -> Long.MAX_VALUE - 20 + n).toList());
  }

  @Test
  void neverMoreAreAtWorkThanThereAreTurnsAndNoTurnIsLost() throws Exception {
    var turns = new Turns(3, LONG);
    var gauge = new Gauge();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 300; n++) {
        long since = n;
        threads.submit(() -> {
          turns.take(since);
          gauge.in();
          Thread.sleep(1);
          gauge.out();
          turns.giveBack();
          return null;
        });
      }
    }
    assertThat(gauge.most).isEqualTo(3);
    for (int n = 0; n < 3; n++) {
      turns.take(0); // all three are there again
    }
  }

  @Test
  void whoWaitsTooLongIsToldSoAndTakesNobodysTurn() {
    var turns = new Turns(1, Duration.ofMillis(50));
    turns.take(0);
    assertThatThrownBy(() -> turns.take(1)).isInstanceOf(TooBusy.class).hasMessageContaining("PT0.05S");
    turns.giveBack();
    turns.take(2);
  }

  @Test
  void whoIsStoppedWhileWaitingTakesNobodysTurn() throws Exception {
    var turns = new Turns(1, LONG);
    turns.take(0);
    var stopped = Thread.ofVirtual().start(() -> {
      try {
        turns.take(1);
      } catch (RuntimeException told) {
        // as it should be; the turn is asked for below
      }
    });
    awaitWaiting(turns, 1);
    stopped.interrupt();
    stopped.join();
    turns.giveBack();
    turns.take(2);
  }

  @Test
  void aReadingIsAheadOfTheActsOfTheLastSecondsAndConsequencesAreAheadOfBoth() {
    long act;
    long reading;
    try (var here = Arrival.now(false)) {
      act = Arrival.since();
    }
    try (var here = Arrival.now(true)) {
      reading = Arrival.since();
      assertThat(Arrival.since()).as("one arrival for all transactions of a request").isEqualTo(reading);
    }
    assertThat(reading - act).isNegative();
    assertThat(Arrival.since() - reading).as("of what follows, outside any request").isNegative();
  }

  /** As many people as there are connections, each asking a system's question inside their own transaction. */
  @Test
  void aQuestionOfAnotherScopeInsideATransactionWaitsForNobody() throws Exception {
    var database = TestDatabase.fresh();
    try (var pool = new HikariDataSource()) {
      pool.setDataSource(database.prepared().application());
      pool.setMaximumPoolSize(4);
      pool.setConnectionTimeout(5_000);
      var transactions = new Transactions(new ScopedTransactionManager(pool, new Turns(3, LONG)));
      var jdbc = JdbcClient.create(pool);
      var all = new CountDownLatch(3);
      var answers = new ArrayList<Future<Integer>>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int n = 0; n < 12; n++) {
          var person = new Scope(Scope.Kind.PERSON, UUID.randomUUID(), "计划员", Set.of(), Set.of(), Set.of());
          answers.add(threads.submit(() -> transactions.as(person, () -> {
            all.countDown();
            try {
              all.await(5, TimeUnit.SECONDS); // every turn is taken, and everybody asks
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
            return transactions.as(SystemScope.of("test"), () -> jdbc.sql("select 1").query(Integer.class).single());
          })));
        }
      }
      assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(1));
    }
  }

  private static void awaitWaiting(Turns turns, int many) throws InterruptedException {
    for (int n = 0; turns.waiting() < many; n++) {
      assertThat(n).as("waiting for the threads to stand in the queue").isLessThan(2_000);
      Thread.sleep(5);
    }
  }

  private static final class Gauge {
    private int now;
    private int most;

    synchronized void in() {
      most = Math.max(most, ++now);
    }

    synchronized void out() {
      now--;
    }
  }
}
