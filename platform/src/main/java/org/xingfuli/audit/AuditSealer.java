package org.xingfuli.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;

/**
 * Chains what was committed, at once when an act of this node commits and every second besides. One sealer at a time in
 * the whole house, by an advisory lock; the number is its own, so that gaps and late commits do not matter.
 */
@Component
class AuditSealer implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
  private static final int BATCH = 1000;

  private final AuditStore store;
  private final HeadFile heads;
  private final Transactions transactions;
  private final Clock clock;
  private final Semaphore bell = new Semaphore(0);
  private @Nullable Thread thread;
  private volatile boolean running;

  AuditSealer(AuditStore store, HeadFile heads, Transactions transactions, Clock clock) {
    this.store = store;
    this.heads = heads;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Something was committed. */
  void wake() {
    bell.release();
  }

  /**
   * Seals what is waiting and exports the new head.
   *
   * @return how many entries were sealed now
   */
  int sealNow() {
    var sealed = 0;
    for (var more = true; more; ) {
      var seals = transactions.as(SystemScope.of("audit.seal"), this::sealBatch);
      if (!seals.isEmpty()) {
        heads.append(seals.getLast(), clock.instant());
      }
      sealed += seals.size();
      more = seals.size() == BATCH;
    }
    return sealed;
  }

  private ArrayList<Seal> sealBatch() {
    var seals = new ArrayList<Seal>();
    if (!store.becomeSealer()) {
      return seals;
    }
    var waiting = store.unsealed(BATCH);
    if (waiting.isEmpty()) {
      return seals;
    }
    var head = store.head();
    var number = head.map(Seal::number).orElse(0L);
    var hash = head.map(Seal::hash).orElse(Chain.BEGINNING);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (var entry : waiting) {
      var content = Chain.content(entry);
      number++;
      hash = Chain.link(hash, number, content, now);
      seals.add(new Seal(number, entry.id(), content, hash, now));
    }
    store.seal(seals);
    return seals;
  }

  @Override
  public void start() {
    running = true;
    exportWhatACrashKept();
    thread = Thread.ofPlatform().daemon().name("audit-sealer").start(this::work);
  }

  /** A crash between sealing and exporting left the last head unsaid; a head beyond the chain is left to verification. */
  private void exportWhatACrashKept() {
    var head = transactions.as(SystemScope.of("audit.seal"), store::head);
    var exported = heads.last().orElse(0);
    head.filter(seal -> seal.number() > exported).ifPresent(seal -> heads.append(seal, clock.instant()));
    if (exported > head.map(Seal::number).orElse(0L)) {
      LOG.error("the audit chain ends at {}, but {} was exported: its tail is gone", head.map(Seal::number).orElse(0L), exported);
    }
  }

  private void work() {
    var troubled = false;
    while (running) {
      try {
        if (bell.tryAcquire(1, TimeUnit.SECONDS)) {
          Thread.sleep(100); // lets a burst of acts become one batch
          bell.drainPermits();
        }
        sealNow();
        troubled = false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (!troubled && running) {
          LOG.warn("acts wait for their seal: {}", e.toString());
        }
        troubled = true;
      }
    }
  }

  /** Seals the last acts before the pool closes. */
  @Override
  public void stop() {
    running = false;
    wake();
    try {
      Objects.requireNonNull(thread).join(5000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Started before the web server and stopped after it, so that the last requests' acts are sealed too. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
