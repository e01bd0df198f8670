package org.xingfuli.appeal.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * The one desk at which new appeals are placed and written down. What arrives while a transaction commits is written together by the next:
 * the disk is waited for once for all of them, and nobody is answered before it has answered. An appeal that cannot be written
 * fails alone.
 */
@Component
class IntakeDesk implements SmartLifecycle {

  /** Stops after the web server has answered what it took, so that a request on its way is not sent away by a shutdown. */
  private static final int AFTER_THE_WEB_SERVER = DEFAULT_PHASE - 4096;

  /** Nobody waits longer for the disk, nor for a desk that a shutdown has closed. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** So soon an idle desk sees that it is closed. */
  private static final Duration MOMENT = Duration.ofMillis(500);

  /** So many at most in one transaction. */
  private static final int MOST = 256;

  private static final Scope SCOPE = SystemScope.of("appeal.intake");

  private final Transactions transactions;
  private final FindPlace places;
  private final TakeIn takeIn;
  private final LinkedBlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(10_000);
  private volatile boolean running;

  IntakeDesk(Transactions transactions, FindPlace places, TakeIn takeIn) {
    this.transactions = transactions;
    this.places = places;
    this.takeIn = takeIn;
  }

  private record Waiting(TakeIn.Asked asked, CompletableFuture<Received> answer) {}

  /** Writes it, and answers when it is on disk. */
  Received take(TakeIn.Asked asked) {
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

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().name("appeal-intake").daemon().start(this::work);
  }

  private void work() {
    var batch = new ArrayList<Waiting>();
    while (running || !waiting.isEmpty()) {
      try {
        var first = waiting.poll(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          waiting.drainTo(batch, MOST - 1);
          write(batch);
          batch.clear();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void write(List<Waiting> batch) {
    try {
      var answered = transactions.as(SCOPE, () -> {
        var placed = placed(batch);
        var answers = placed.isEmpty() ? List.<Received>of() : takeIn.write(placed.stream().map(Waiting::asked).toList());
        return IntStream.range(0, placed.size()).mapToObj(at -> Map.entry(placed.get(at), answers.get(at))).toList();
      });
      answered.forEach(one -> one.getKey().answer().complete(one.getValue()));
    } catch (RuntimeException | Error e) {
      if (batch.size() == 1) {
        batch.getFirst().answer().completeExceptionally(e);
      } else {
        batch.forEach(one -> write(List.of(one)));
      }
    }
  }

  /** Those whose place lies within the reach of who sent them; the others are answered with their refusal. */
  private List<Waiting> placed(List<Waiting> batch) {
    var given = batch.stream().map(one -> new FindPlace.Given(one.asked().said().where(), one.asked().who())).toList();
    var named = places.named(given);
    var placed = new ArrayList<Waiting>();
    for (int at = 0; at < batch.size(); at++) {
      var one = batch.get(at);
      try {
        placed.add(new Waiting(one.asked().at(places.held(given.get(at), named)), one.answer()));
      } catch (Refused refused) {
        one.answer().completeExceptionally(refused);
      }
    }
    return placed;
  }

  /** What waits is still written; whoever comes now is told to come again. */
  @Override
  public void stop() {
    running = false;
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
