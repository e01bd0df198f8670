package org.xingfuli.programme.flow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Scope;
import org.xingfuli.database.Transactions;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Score;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.planner.Planner;
import org.xingfuli.programme.PlanRule;
import org.xingfuli.programme.model.Basis;
import org.xingfuli.programme.model.PlanSearch;
import org.xingfuli.programme.model.PlanSearch.Found;
import org.xingfuli.programme.model.PlanSearch.State;
import org.xingfuli.programme.model.Planning;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.ProgrammeNetwork;
import org.xingfuli.programme.store.PlanSearchStore;

/**
 * Searches beside everything else: on all processors but one, so that the platform goes on answering. Every second it writes
 * down the best so far and asks whether somebody wants the end; what it ends with becomes a draft of whoever began.
 */
@Component
class PlanSearcher {

  private static final Logger LOG = LoggerFactory.getLogger(PlanSearcher.class);
  private static final long BEAT_MILLISECONDS = 1_000;
  private static final long GOODBYE_MILLISECONDS = 5_000;
  private static final Objective NODES = Objective.nodes();

  private final Transactions transactions;
  private final PlanSearchStore searches;
  private final ComputePlan plans;
  private final Clock system;
  private final Map<UUID, Run> running = new ConcurrentHashMap<>();

  PlanSearcher(Transactions transactions, PlanSearchStore searches, ComputePlan plans, Clock system) {
    this.transactions = transactions;
    this.searches = searches;
    this.plans = plans;
    this.system = system;
  }

  /** @param scope of who began: the draft is theirs */
  void search(PlanSearch search, Programme programme, Basis basis, ProgrammeNetwork network, Scope scope) {
    var run = new Run(search, programme, basis, network, scope);
    running.put(search.id(), run);
    run.thread.start();
  }

  /** At once when it runs here; on another node at its next beat. */
  void stop(UUID id) {
    var run = running.get(id);
    if (run != null) {
      run.stopped = true;
    }
  }

  @EventListener
  void close(ContextClosedEvent closed) throws InterruptedException {
    for (var run : running.values()) {
      run.stopped = true;
      run.thread.join(GOODBYE_MILLISECONDS);
    }
  }

  /** One search, from its first answer to its draft. */
  private final class Run {
    private final PlanSearch search;
    private final Programme programme;
    private final Basis basis;
    private final ProgrammeNetwork network;
    private final Scope scope;
    private final Planner planner;
    private final long began = System.nanoTime();
    private final Thread thread;
    private final List<Found> found = new ArrayList<>();
    private @Nullable Timetable told;
    private volatile boolean stopped;
    private volatile boolean over;

    Run(PlanSearch search, Programme programme, Basis basis, ProgrammeNetwork network, Scope scope) {
      this.search = search;
      this.programme = programme;
      this.basis = basis;
      this.network = network;
      this.scope = scope;
      planner = new Planner(network.network(), NODES);
      thread = Thread.ofPlatform().daemon().name("plan-search").unstarted(this::work);
    }

    private void work() {
      var beat = Thread.ofVirtual().name("plan-search-beat").start(this::beat);
      try {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        var plan = planner.run(new Planner.Effort(threads, search.seed(), () -> stopped ? 1 : used()));
        var share = Math.min(1, used());
        over = true;
        beat.join();
        keep(new Planning.Result(network, plan.timetable(), plan.method()), share, plan.optimal());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException | Error failed) {
        LOG.error("the search for a plan of {} failed", programme.year(), failed);
        over = true;
        transactions.run(scope, () -> searches.end(search.id(), State.FAILED, system.instant(), Math.min(1, used()), false, null));
      } finally {
        over = true;
        running.remove(search.id());
      }
    }

    private double used() {
      return (System.nanoTime() - began) / 1e9 / search.seconds();
    }

    private void keep(Planning.Result result, double share, boolean proved) {
      note(result.timetable(), share);
      transactions.run(scope, () -> {
        if (!searches.runs(search.id())) {
          return;
        }
        searches.heard(search.id(), system.instant(), share, List.copyOf(found));
        var plan = plans.saved(programme, basis, result, PlanRule.SEARCH, search.note(), search.seed(),
            (System.nanoTime() - began) / 1e9);
        searches.end(search.id(), stopped ? State.STOPPED : State.DONE, system.instant(), share, proved, plan.id());
      });
    }

    private void beat() {
      while (!over) {
        try {
          Thread.sleep(BEAT_MILLISECONDS);
          if (!over) {
            sayHowItGoes();
          }
        } catch (InterruptedException interrupted) {
          return;
        } catch (RuntimeException failed) {
          // The next beat tries again; silent for too long, the search counts as failed.
          LOG.warn("a search for a plan could not say how it goes", failed);
        }
      }
    }

    private void sayHowItGoes() {
      var best = planner.best();
      var share = Math.min(1, used());
      if (best != null) {
        note(best, share);
      }
      var said = List.copyOf(found);
      if (transactions.as(scope, () -> searches.heard(search.id(), system.instant(), share, said))) {
        stopped = true;
      }
    }

    private void note(Timetable best, double share) {
      if (best == told) {
        return;
      }
      told = best;
      var score = Score.of(network.network(), best);
      var last = Planning.handOver(Planning.nodes(network, best));
      var now = new Found(share, score.lateNodes(), score.weightedLateness(), score.handOver(), last);
      if (found.isEmpty() || now.betterThan(found.getLast())) {
        found.add(now);
      }
    }
  }
}
