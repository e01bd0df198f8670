package org.xingfuli.programme.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets a programme's forecast run once at a time and gathers what comes meanwhile: whoever asks during a run shares the
 * next one, which begins when the run is over. A burst of reports costs two forecasts, not one each, and never more than
 * one connection: runs that waited for each other in the database once took all of them.
 */
@Component
public class ForecastQueue {

  /** How long a report waits for others, the first and between two runs; short enough that the chart is live within two seconds. */
  private static final long GATHERING_MILLISECONDS = 150;

  private static final Logger LOG = LoggerFactory.getLogger(ForecastQueue.class);

  private final RefreshForecast refresh;
  private final Map<UUID, CompletableFuture<Void>> next = new HashMap<>();
  private final Set<UUID> running = new HashSet<>();

  ForecastQueue(RefreshForecast refresh) {
    this.refresh = refresh;
  }

  /** Asks for a forecast that sees everything committed until now; the answer completes when it is committed. */
  public CompletableFuture<Void> ask(UUID programmeId) {
    synchronized (next) {
      var waiting = next.get(programmeId);
      if (waiting != null) {
        return waiting;
      }
      var run = new CompletableFuture<Void>();
      next.put(programmeId, run);
      if (running.add(programmeId)) {
        Thread.ofVirtual().name("forecast").start(() -> runAll(programmeId));
      }
      return run;
    }
  }

  /** Asks and waits. */
  public void await(UUID programmeId) {
    try {
      ask(programmeId).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private void runAll(UUID programmeId) {
    gather();
    for (var run = begin(programmeId); run != null; run = begin(programmeId)) {
      try {
        refresh.refresh(programmeId);
        run.complete(null);
      } catch (RuntimeException | Error failed) {
        LOG.error("the forecast of programme {} failed", programmeId, failed);
        run.completeExceptionally(failed);
      }
      gather();
    }
  }

  private static void gather() {
    try {
      Thread.sleep(GATHERING_MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is asked next; nothing when nobody waits, and then this programme runs no more. */
  private @Nullable CompletableFuture<Void> begin(UUID programmeId) {
    synchronized (next) {
      var run = next.remove(programmeId);
      if (run == null) {
        running.remove(programmeId);
      }
      return run;
    }
  }
}
