package org.xingfuli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many read together, and nobody reads what was true before he asked. */
class SharedReadingTest {

  @Test
  void nobodyIsAnsweredFromAReadingThatBeganBeforeHeAsked() throws Exception {
    var seed = new Random().nextLong();
    var truth = new AtomicLong();
    var readings = new AtomicInteger();
    var reading = new SharedReading<Integer, Long>(keys -> {
      var seen = truth.get();
      readings.incrementAndGet();
      sleep(1);
      return keys.stream().map(key -> seen * 1000 + key).toList();
    });
    var asked = new ArrayList<Callable<Void>>();
    for (int who = 0; who < 32; who++) {
      var own = who;
      var random = new Random(seed + who);
      asked.add(() -> {
        for (int n = 0; n < 40; n++) {
          sleep(random.nextInt(3));
          var atLeast = truth.incrementAndGet();
          var answer = reading.of(own);
          assertThat(answer % 1000).as("seed %d: the answer is to the own question", seed).isEqualTo(own);
          assertThat(answer / 1000).as("seed %d: what was true when it was asked", seed).isGreaterThanOrEqualTo(atLeast);
        }
        return null;
      });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : threads.invokeAll(asked)) {
        one.get();
      }
    }
    assertThat(readings.get()).as("seed %d: they read together", seed).isLessThan(32 * 40);
  }

  @Test
  void whoComesDuringAReadingIsAnsweredByTheNextTogetherWithAllOthers() throws Exception {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var batches = new ArrayList<List<Integer>>();
    var reading = new SharedReading<Integer, Integer>(keys -> {
      batches.add(keys);
      begun.countDown();
      await(go);
      return keys;
    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> reading.of(1));
      begun.await();
      var others = IntStream.range(2, 6).<Future<Integer>>mapToObj(key -> threads.submit(() -> reading.of(key))).toList();
      sleep(100);
      go.countDown();
      assertThat(first.get()).isEqualTo(1);
      for (int at = 0; at < others.size(); at++) {
        assertThat(others.get(at).get()).isEqualTo(at + 2);
      }
    }
    assertThat(batches).hasSize(2);
    assertThat(batches.getLast()).containsExactlyInAnyOrder(2, 3, 4, 5);
  }

  @Test
  void aReadingThatFailsFailsForThoseWhoWaitedForItAndForNobodyAfter() {
    var broken = new AtomicInteger(1);
    var reading = new SharedReading<Integer, Integer>(keys -> {
      if (broken.getAndDecrement() > 0) {
        throw new IllegalStateException("the database is away");
      }
      return keys;
    });
    assertThatThrownBy(() -> reading.of(1)).isInstanceOf(IllegalStateException.class).hasMessage("the database is away");
    assertThat(reading.of(2)).isEqualTo(2);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
