package org.xingfuli.engine.scheduling.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * How likely every node is kept when the frozen order is followed and chance has its way. Two networks asked with the same
 * seed meet the same chance, so that what differs is what was changed (common random numbers). With shared crews a better
 * thing may make a node later (Graham's anomalies); nothing is said to be monotone there.
 */
public final class Risk {

  /** Handed out to threads in pieces, in order; small, so that stopping early is quick. */
  private static final int PIECE = 8;

  private Risk() {}

  /**
   * How hard to try.
   *
   * @param replications at least 1
   * @param threads how many share the work; the answer does not depend on it
   * @param seed of all chance
   * @param enough asked now and then; true ends early with the replications there are, at least one piece
   */
  public record Effort(int replications, int threads, long seed, BooleanSupplier enough) {

    public Effort {
      if (replications < 1 || threads < 1) {
        throw new IllegalArgumentException(replications + " replications on " + threads + " threads");
      }
    }

    public static Effort of(int replications, long seed) {
      return new Effort(replications, 1, seed, () -> false);
    }
  }

  /**
   * @param frozen the timetable whose order is kept; dates of tasks that have begun are taken from the facts
   */
  public static RiskResult simulate(Network network, Timetable frozen, Actuals actuals, RiskModel model, Effort effort) {
    FrozenOrder order = new FrozenOrder(network, frozen, actuals, model);
    int width = network.nodes().size() + network.projects();
    int[] finishes = new int[Math.multiplyExact(width, effort.replications())];
    AtomicInteger next = new AtomicInteger();
    Runnable work = () -> {
      Replicator replicator = new Replicator(order, model, effort.seed());
      while (next.get() == 0 || !effort.enough().getAsBoolean()) {
        int from = next.getAndAdd(PIECE);
        if (from >= effort.replications()) {
          return;
        }
        for (int r = from; r < Math.min(from + PIECE, effort.replications()); r++) {
          replicator.run(r);
          replicator.write(finishes, r * width);
        }
      }
    };
    share(work, effort.threads());
    int done = Math.min(next.get(), effort.replications());
    return new RiskResult(network, actuals, model, effort.seed(), done, finishes);
  }

  private static void share(Runnable work, int threads) {
    if (threads == 1) {
      work.run();
      return;
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<CompletableFuture<Void>> parts = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        parts.add(CompletableFuture.runAsync(work, pool));
      }
      parts.forEach(CompletableFuture::join);
    }
  }
}
