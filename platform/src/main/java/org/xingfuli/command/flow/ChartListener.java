package org.xingfuli.command.flow;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.database.Inbox;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.ForecastChanged;

/**
 * Keeps the chart in step with the forecast; who watches is told by the transaction that replaces it. While one rebuilding
 * runs, those that ask meanwhile wait without a connection, and the next one answers them all.
 */
@Component
class ChartListener {

  private final Transactions transactions;
  private final Inbox inbox;
  private final RebuildChart rebuild;
  private final Map<UUID, Turn> turns = new ConcurrentHashMap<>();

  /** How often a programme's chart was asked for, and up to which asking it has been answered. */
  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong asked = new AtomicLong();
    private long answered;
  }

  ChartListener(Transactions transactions, Inbox inbox, RebuildChart rebuild) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.rebuild = rebuild;
  }

  /** A change of projects comes as a forecast too, however many projects an act has touched. */
  @Async
  @TransactionalEventListener
  void on(ForecastChanged changed) {
    var turn = turns.computeIfAbsent(changed.programmeId(), id -> new Turn());
    var mine = turn.asked.incrementAndGet();
    turn.lock.lock();
    try {
      // A rebuilding that began after this event has read what it tells of.
      if (turn.answered < mine) {
        var answers = turn.asked.get();
        transactions.run(SystemScope.of("command.rebuild"), () ->
            inbox.once("command.chart", changed.eventId(), () -> rebuild.rebuild(changed.programmeId())));
        turn.answered = answers;
      }
    } finally {
      turn.lock.unlock();
    }
  }
}
