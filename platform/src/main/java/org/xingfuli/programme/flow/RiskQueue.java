package org.xingfuli.programme.flow;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xingfuli.programme.ForecastChanged;

/**
 * Simulates in the background, one programme at a time and on one thread, so that reports, forecasts and charts keep a
 * processor. Of forecasts that come while one is simulated only the last counts. What is lost with a crash comes again with
 * the next forecast, on the next day at the latest; nobody waits for it.
 */
@Component
class RiskQueue {

  /** The chart of the same forecast is drawn first. */
  private static final long AFTER_THE_CHART_MILLISECONDS = 300;

  private static final Logger LOG = LoggerFactory.getLogger(RiskQueue.class);

  private final RefreshRisk refresh;
  private final SequencedSet<UUID> waiting = new LinkedHashSet<>();
  private boolean running;

  RiskQueue(RefreshRisk refresh) {
    this.refresh = refresh;
  }

  @Async
  @TransactionalEventListener
  void on(ForecastChanged changed) {
    ask(changed.programmeId());
  }

  void ask(UUID programmeId) {
    synchronized (waiting) {
      waiting.add(programmeId);
      if (!running) {
        running = true;
        Thread.ofPlatform().daemon().name("risk").priority(Thread.MIN_PRIORITY).start(this::runAll);
      }
    }
  }

  private void runAll() {
    for (var programme = next(); programme != null; programme = next()) {
      var own = programme;
      try {
        refresh.refresh(own, () -> waits(own));
      } catch (RuntimeException | Error failed) {
        LOG.error("the risk of programme {} could not be simulated", own, failed);
      }
    }
  }

  private boolean waits(UUID programmeId) {
    synchronized (waiting) {
      return waiting.contains(programmeId);
    }
  }

  /** The programme that has waited longest; nothing when none does, and then the thread ends. */
  private @Nullable UUID next() {
    try {
      Thread.sleep(AFTER_THE_CHART_MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    synchronized (waiting) {
      running = !waiting.isEmpty() && !Thread.currentThread().isInterrupted();
      return running ? waiting.removeFirst() : null;
    }
  }
}
