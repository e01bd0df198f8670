package org.xingfuli.engine.scheduling;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Searches side by side, each on a thread of its own, and the best any of them has found: which can be taken at any moment
 * and does not depend on who came first.
 */
final class Islands {

  /** The number of what a search begins with; it yields to none that costs as much. */
  static final int START = -1;

  private final AtomicReference<@Nullable Found> best = new AtomicReference<>();

  /** A cost and its timetable, from the island with this number. */
  record Found(Timetable timetable, long cost, int island) {

    /** Of equals the first island's. */
    static Found better(@Nullable Found one, Found other) {
      if (one == null || other.cost < one.cost) {
        return other;
      }
      return other.cost == one.cost && other.island < one.island ? other : one;
    }
  }

  void tell(Found found) {
    best.accumulateAndGet(found, Found::better);
  }

  /** The best so far; absent before the first. */
  @Nullable Timetable timetable() {
    Found found = best.get();
    return found == null ? null : found.timetable;
  }

  /** The best so far, of which there must be one. */
  Found found() {
    Found found = best.get();
    if (found == null) {
      throw new IllegalStateException("no schedule was allowed");
    }
    return found;
  }

  /** Does all of it at once and waits; interrupting the waiting thread interrupts the work. */
  static void run(List<Runnable> work) {
    try (var threads = Executors.newFixedThreadPool(work.size())) {
      for (var island : threads.invokeAll(work.stream().<Callable<Object>>map(Executors::callable).toList())) {
        island.get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
    }
  }
}
