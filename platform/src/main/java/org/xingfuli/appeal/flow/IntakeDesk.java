package org.xingfuli.appeal.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * The one desk at which new appeals are written down. What arrives while a transaction commits is written together by the next:
 * the disk is waited for once for all of them, and nobody is answered before it has answered. An appeal that cannot be written
 * fails alone.
 */
@Component
class IntakeDesk implements SmartLifecycle {

  /** Stops after the web server has answered what it took, so that a request on its way is not sent away by a shutdown. */
  private static final int AFTER_THE_WEB_SERVER = DEFAULT_PHASE - 4096;

  /** Nobody waits longer for the disk, nor for a desk that a shutdown has closed. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** So many at most in one transaction; a feed's batch is one piece of its own. */
  private static final int MOST = 256;

  private static final Scope SCOPE = SystemScope.of("appeal.intake");

  private final Transactions transactions;
  private final TakeIn takeIn;
  private final LinkedBlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(10_000);
  private volatile boolean running;

  IntakeDesk(Transactions transactions, TakeIn takeIn) {
    this.transactions = transactions;
    this.takeIn = takeIn;
  }

  private record Waiting(List<TakeIn.Asked> asked, CompletableFuture<List<Received>> answer) {}

  /** Writes one, and answers when it is on disk. */
  Received take(TakeIn.Asked asked) {
    return takeAll(List.of(asked)).getFirst();
  }

  /** Writes these together, and answers when they are on disk. */
  List<Received> takeAll(List<TakeIn.Asked> asked) {
    var one = new Waiting(asked, new CompletableFuture<>());
    if (!running || !waiting.offer(one)) {
      throw new Refused(Refusal.of("common.too-busy"));
    }
    try {
      return one.answer().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof TimeoutException) {
        // It may still be written: sent again under its key it is the same appeal.
        var busy = new Refused(Refusal.of("common.too-busy"));
        busy.initCause(e);
        throw busy;
      }
      if (e.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw e;
    }
  }

  /** The same inside the running transaction, for an act of which the new appeal is a part. */
  List<Received> takeHere(List<TakeIn.Asked> asked) {
    return takeIn.write(asked);
  }

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().name("appeal-intake").daemon().start(this::work);
  }

  private void work() {
    var batch = new ArrayList<Waiting>();
    while (running || !waiting.isEmpty()) {
      try {
        batch.add(waiting.take());
        int size = batch.getFirst().asked().size();
        while (size < MOST) {
          var more = waiting.poll();
          if (more == null) {
            break;
          }
          batch.add(more);
          size += more.asked().size();
        }
        write(batch);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } finally {
        batch.clear();
      }
    }
  }

  private void write(List<Waiting> batch) {
    var all = batch.stream().flatMap(one -> one.asked().stream()).toList();
    if (all.isEmpty()) {
      batch.forEach(one -> one.answer().complete(List.of()));
      return;
    }
    try {
      var answers = transactions.as(SCOPE, () -> takeIn.write(all));
      int at = 0;
      for (var one : batch) {
        one.answer().complete(answers.subList(at, at + one.asked().size()));
        at += one.asked().size();
      }
    } catch (RuntimeException | Error e) {
      if (batch.size() == 1) {
        batch.getFirst().answer().completeExceptionally(e);
      } else {
        batch.forEach(one -> write(List.of(one)));
      }
    }
  }

  /** What waits is still written; whoever comes now is told to come again. */
  @Override
  public void stop() {
    running = false;
    waiting.add(new Waiting(List.of(), new CompletableFuture<>()));
  }

  @Override
  public int getPhase() {
    return AFTER_THE_WEB_SERVER;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
