package org.xingfuli.programme.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets a programme's forecast run once at a time and gathers what comes meanwhile: whoever asks during a run shares the
 * next one. A burst of reports costs two forecasts, not one each.
 */
@Component
public class ForecastQueue {

  /** How long a first report waits for others; short enough that the chart is live within two seconds. */
  private static final long GATHERING_MILLISECONDS = 150;

  private static final Logger LOG = LoggerFactory.getLogger(ForecastQueue.class);

  private final RefreshForecast refresh;
  private final Map<UUID, CompletableFuture<Void>> next = new HashMap<>();

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
      CompletableFuture.delayedExecutor(GATHERING_MILLISECONDS, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
          .execute(() -> run(programmeId, run));
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

  private void run(UUID programmeId, CompletableFuture<Void> run) {
    synchronized (next) {
      next.remove(programmeId);
    }
    try {
      refresh.refresh(programmeId);
      run.complete(null);
    } catch (RuntimeException failed) {
      LOG.error("the forecast of programme {} failed", programmeId, failed);
      run.completeExceptionally(failed);
    }
  }
}
