package org.xingfuli.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A reading that many ask for at nearly the same moment, such as what every request asks of its session: those who come while
 * one reading is under way are answered together by the next. Nobody is answered from a reading that began before he asked, so
 * what he is told is as fresh as if he had read alone.
 *
 * @param <K> what is asked for
 * @param <V> what is answered
 */
public final class SharedReading<K, V extends @Nullable Object> {

  private final Function<List<K>, List<V>> reading;
  private final Object lock = new Object();
  private List<Asking<K, V>> next = new ArrayList<>();
  private boolean underWay;

  /** @param reading answers each of the keys in its place, reading in a transaction of its own; a key may stand there twice */
  public SharedReading(Function<List<K>, List<V>> reading) {
    this.reading = reading;
  }

  private record Answer<V extends @Nullable Object>(V value) {}

  /** Who waits for an answer; none means that it is his turn to read for all who wait. */
  private record Asking<K, V extends @Nullable Object>(K key, CompletableFuture<@Nullable Answer<V>> turn) {}

  /** Reads it, alone or with others; inside a running transaction alone, since that sees what others must not yet. */
  public V of(K key) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return reading.apply(List.of(key)).getFirst();
    }
    var mine = new Asking<K, V>(key, new CompletableFuture<>());
    synchronized (lock) {
      next.add(mine);
      if (!underWay) {
        underWay = true;
        mine.turn().complete(null);
      }
    }
    var turn = join(mine.turn());
    return turn == null ? readForAll(mine) : turn.value();
  }

  private V readForAll(Asking<K, V> mine) {
    // Requests that came at the same moment are on their way here: they join this reading, and a lone one loses nothing.
    Thread.yield();
    List<Asking<K, V>> all;
    synchronized (lock) {
      all = next;
      next = new ArrayList<>();
    }
    try {
      var answers = reading.apply(all.stream().map(Asking::key).toList());
      for (int at = 0; at < all.size(); at++) {
        all.get(at).turn().complete(new Answer<>(answers.get(at)));
      }
      return answers.get(all.indexOf(mine));
    } catch (RuntimeException | Error e) {
      all.forEach(one -> one.turn().completeExceptionally(e));
      throw e;
    } finally {
      handOver();
    }
  }

  private void handOver() {
    synchronized (lock) {
      if (next.isEmpty()) {
        underWay = false;
      } else {
        next.getFirst().turn().complete(null);
      }
    }
  }

  private static <T extends @Nullable Object> T join(CompletableFuture<T> turn) {
    try {
      return turn.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw e;
    }
  }
}
