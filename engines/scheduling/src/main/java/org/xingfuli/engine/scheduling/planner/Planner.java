package org.xingfuli.engine.scheduling.planner;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.DistrictSearch;
import org.xingfuli.engine.scheduling.ForwardPass;
import org.xingfuli.engine.scheduling.GeneticSearch;
import org.xingfuli.engine.scheduling.LowerBounds;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Repair;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.exact.Budget;
import org.xingfuli.engine.scheduling.exact.CpSat;
import org.xingfuli.engine.scheduling.exact.Proof;

/**
 * Plans a network as well as the time allows: the rules first, then the search, then CP-SAT from the best so far, which proves
 * small networks; what is left of the time goes to the search again. Stops as soon as the best is proved. The time is the
 * caller's: the planner only asks how much of it is used, so with the clock behind that question the answer is not repeatable.
 */
public final class Planner {

  private final Network network;
  private final Objective objective;
  private final AtomicReference<@Nullable Timetable> best = new AtomicReference<>();
  private volatile Supplier<@Nullable Timetable> search = () -> null;
  private String method = "";
  private String absent = "";
  private long lowerBound;
  private long schedules;
  /** Every search draws anew: with the same seed the next would only repeat the one before. */
  private int searches;

  /**
   * @param threads that may work at once
   * @param seed of everything random
   * @param used share of the time that is used, from 0 to 1; asked from several threads
   */
  public record Effort(int threads, long seed, DoubleSupplier used) {}

  public Planner(Network network, Objective objective) {
    this.network = network;
    this.objective = objective;
  }

  /** The best so far, from any thread; absent before the first. */
  public @Nullable Timetable best() {
    Timetable found = best.get();
    Timetable searched = search.get();
    return searched != null && (found == null || cost(searched) < cost(found)) ? searched : found;
  }

  /**
   * @throws org.xingfuli.kernel.Refused {@code schedule.horizon-too-short} when no timetable fits
   */
  public Plan run(Effort effort) {
    lowerBound = bound(network, objective);
    Scheduler.Result rules = Scheduler.schedule(network, objective);
    schedules = rules.schedules();
    best.set(rules.timetable());
    method = rules.method();
    if (!proved()) {
      absent = CpSat.fault();
      boolean exact = absent.isEmpty() && CpSat.knows(objective);
      if (exact && objective == Objective.MAKESPAN) {
        search(effort, Shares.firstLook(network));
      }
      Shares shares = exact ? Shares.of(network, objective, cost(found()), lowerBound) : Shares.SEARCH_ONLY;
      search(effort, shares.search());
      prove(effort, shares.search() + shares.proof(), shares.proof() > 0);
      search(effort, 1);
    }
    return plan();
  }

  private Timetable found() {
    Timetable found = best.get();
    if (found == null) {
      throw new IllegalStateException("nothing was tried");
    }
    return found;
  }

  private boolean proved() {
    return cost(found()) <= lowerBound;
  }

  private static BooleanSupplier until(Effort effort, double share) {
    return () -> effort.used().getAsDouble() >= share || Thread.currentThread().isInterrupted();
  }

  /**
   * Nothing is below what links, calendars, releases and, for the makespan, the work of each crew give; {@link Long#MIN_VALUE}
   * for a measure of the caller's own making.
   */
  public static long bound(Network network, Objective objective) {
    if (!CpSat.knows(objective)) {
      return Long.MIN_VALUE;
    }
    Timetable earliest = ForwardPass.of(network);
    return objective == Objective.MAKESPAN
        ? LowerBounds.makespan(network, earliest) : objective.cost(network, earliest);
  }

  private void search(Effort effort, double share) {
    BooleanSupplier enough = until(effort, share);
    if (proved() || enough.getAsBoolean()) {
      return;
    }
    var allowed = new Scheduler.Effort(Long.MAX_VALUE, effort.threads(), effort.seed() + searches++, enough);
    if (objective == Objective.MAKESPAN && GeneticSearch.suits(network)) {
      GeneticSearch genetic = new GeneticSearch(network);
      search = genetic::best;
      GeneticSearch.Result found = genetic.run(allowed, best.get());
      schedules += found.schedules();
      take(found.timetable(), "search");
    } else if (objective instanceof Objective.NodesAndHandOver nodes) {
      DistrictSearch district = new DistrictSearch(network, nodes);
      search = district::best;
      DistrictSearch.Result found = district.run(allowed, found());
      schedules += found.schedules();
      take(found.timetable(), "search");
    } else {
      Scheduler.Result found = Scheduler.schedule(network, objective, allowed);
      schedules += found.schedules();
      take(found.timetable(), found.method());
    }
  }

  private void prove(Effort effort, double share, boolean worthIt) {
    BooleanSupplier enough = until(effort, share);
    if (!worthIt || proved() || enough.getAsBoolean()) {
      return;
    }
    Budget budget = Budget.seconds(Double.POSITIVE_INFINITY, effort.threads(), effort.seed())
        .until(enough).telling(timetable -> take(timetable, "cp-sat"));
    Proof proof = CpSat.solve(network, objective, best.get(), budget);
    lowerBound = Math.max(lowerBound, proof.lowerBound());
    if (proof.timetable() != null) {
      take(proof.timetable(), "cp-sat");
    }
  }

  private synchronized void take(Timetable timetable, String from) {
    Timetable before = best.get();
    if (before == null || cost(timetable) < cost(before)) {
      best.set(timetable);
      method = from;
    }
  }

  private long cost(Timetable timetable) {
    return objective.cost(network, timetable);
  }

  private Plan plan() {
    Timetable settled = Repair.leftJustified(network, found());
    long cost = cost(settled);
    return new Plan(settled, cost, Math.min(lowerBound, cost), method, schedules, absent);
  }
}
