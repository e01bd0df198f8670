package org.xingfuli.database;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * The queue before the pool of connections: who came first goes first, through all transactions of the same work.
 *
 * <p>A pool alone lets a request queue anew behind every newcomer for each of its transactions, and what follows
 * from an answered act behind all that were not: after a restart an open chart stood still for seconds because of that. A
 * turn is for work that holds no connection yet. Some of the pool stays without turns: for a transaction of another scope
 * inside one that runs, which would otherwise wait for a connection while it holds one, and so for itself.
 */
final class Turns {

  private final PriorityQueue<Waiting> queue = new PriorityQueue<>();
  private final Duration patience;
  private int free;
  private long number;

  /** @param patience after which who waits is told that it takes too long */
  Turns(int turns, Duration patience) {
    this.free = turns;
    this.patience = patience;
  }

  /**
   * Waits for a turn.
   *
   * @param since when the work came, by {@link System#nanoTime()}
   * @throws TooBusy when it took longer than the patience
   * @throws CannotCreateTransactionException when the thread was interrupted
   */
  void take(long since) {
    Waiting waiting;
    synchronized (queue) {
      if (free > 0) {
        free--;
        return;
      }
      waiting = new Waiting(since, number++, new CountDownLatch(1));
      queue.add(waiting);
    }
    try {
      if (waiting.turn.await(patience.toMillis(), TimeUnit.MILLISECONDS) || !leave(waiting)) {
        return;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      if (!leave(waiting)) {
        giveBack();
      }
      throw new CannotCreateTransactionException("stopped while it waited for a connection", stopped);
    }
    throw new TooBusy("no connection became free within " + patience);
  }

  /** Gives the turn to whoever waits longest. */
  void giveBack() {
    synchronized (queue) {
      var next = queue.poll();
      if (next == null) {
        free++;
      } else {
        next.turn.countDown();
      }
    }
  }

  /** How many stand in the queue. */
  int waiting() {
    synchronized (queue) {
      return queue.size();
    }
  }

  /** False when the turn had come meanwhile. */
  private boolean leave(Waiting waiting) {
    synchronized (queue) {
      return queue.remove(waiting);
    }
  }

  private record Waiting(long since, long number, CountDownLatch turn) implements Comparable<Waiting> {

    @Override
    public int compareTo(Waiting other) {
      var earlier = Long.compare(since - other.since, 0); // of nanoTime only differences have a meaning
      return earlier != 0 ? earlier : Long.compare(number, other.number);
    }
  }
}
