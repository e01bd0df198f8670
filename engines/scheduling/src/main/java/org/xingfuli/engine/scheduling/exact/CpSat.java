package org.xingfuli.engine.scheduling.exact;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.SatParameters;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.ForwardPass;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Score;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * CP-SAT over a whole network: finds, polishes and proves. Meant for up to some hundred tasks. For the same workers, seed and
 * deterministic time it answers the same on any machine; ended by seconds or {@code enough} with several workers it does not.
 */
public final class CpSat {

  private static final long POLL_NANOS = 5_000_000;

  private CpSat() {}

  /** Whether the native library is there. The first call unpacks it, some tenths of a second. */
  public static boolean available() {
    return NativeLibrary.fault().isEmpty();
  }

  /** Why {@link #available} is false; empty when it is true. */
  public static String fault() {
    return NativeLibrary.fault();
  }

  /** The measures it can be asked to make small: those that are linear in the dates. */
  public static boolean knows(Objective objective) {
    return objective == Objective.MAKESPAN || objective instanceof Objective.NodesAndHandOver;
  }

  /**
   * @param objective one that CP-SAT {@linkplain #knows knows}
   * @param start a feasible timetable of the network to begin from, or null; the answer never costs more
   */
  public static Proof solve(Network network, Objective objective, @Nullable Timetable start, Budget budget) {
    BitSet all = new BitSet();
    all.set(0, network.size());
    return solve(network, objective, all, start, budget);
  }

  /** CP-SAT as it comes, from nothing and with its own settings: what the benchmarks hold the planner against. */
  public static Proof raw(Network network, Objective objective, Budget budget) {
    BitSet all = new BitSet();
    all.set(0, network.size());
    return solve(network, objective, all, null, budget, true);
  }

  /** Likewise, the tasks that are not free standing where the start has them; the bound then holds for those only. */
  static Proof solve(Network network, Objective objective, BitSet free, @Nullable Timetable start, Budget budget) {
    return solve(network, objective, free, start, budget, false);
  }

  private static Proof solve(
      Network network, Objective objective, BitSet free, @Nullable Timetable start, Budget budget, boolean raw) {
    requireLibrary();
    int[] limits = limits(network, objective, free, start);
    ExactModel model = new ExactModel(network, objective, free, start, limits);
    return new Run(network, objective, model, start, budget, raw ? Manner.RAW : Manner.TUNED).solve();
  }

  /**
   * Whether there is a timetable at all in which every free task has finished by its deadline and the others stand: the first
   * one found, or proved infeasible, or neither when the budget ends before.
   *
   * @param standing where the tasks that are not free stand
   * @param deadlines by task, exclusive; at most the network's horizon
   */
  public static Proof within(Network network, BitSet free, @Nullable Timetable standing, int[] deadlines, Budget budget) {
    requireLibrary();
    ExactModel model = new ExactModel(network, Objective.MAKESPAN, free, standing, deadlines);
    return new Run(network, Objective.MAKESPAN, model, null, budget, Manner.ANY).solve();
  }

  private static void requireLibrary() {
    if (!available()) {
      throw new IllegalStateException("CP-SAT is absent: " + fault());
    }
  }

  /** What each task must have finished by in every timetable that is as good as the start. */
  private static int[] limits(Network network, Objective objective, BitSet free, @Nullable Timetable start) {
    int[] limits = new int[network.size()];
    Arrays.fill(limits, network.horizon());
    if (start == null) {
      return limits;
    }
    boolean whole = free.cardinality() == network.size();
    if (objective == Objective.MAKESPAN || !whole) {
      // Of a block nothing is claimed but that it is better; so it need not look beyond the last date there is.
      Arrays.fill(limits, start.makespan());
    } else {
      Timetable earliest = ForwardPass.of(network);
      int[] ends = Score.projectFinishes(network, earliest);
      long spare = objective.cost(network, start) - objective.cost(network, earliest);
      for (int i = 0; i < limits.length; i++) {
        limits[i] = (int) Math.min(limits[i], ends[network.task(i).project()] + spare);
      }
    }
    return limits;
  }

  private enum Manner {
    /** To the optimum, with settings that suit the objective. */
    TUNED,
    /** To the optimum, with CP-SAT's own settings. */
    RAW,
    /** To the first timetable. */
    ANY
  }

  private static final class Run {
    private final Network network;
    private final Objective objective;
    private final ExactModel model;
    private final @Nullable Timetable start;
    private final Budget budget;
    private final Manner manner;
    private final AtomicReference<@Nullable Timetable> best = new AtomicReference<>();
    private final CpSolver solver = new CpSolver();

    Run(Network network, Objective objective, ExactModel model, @Nullable Timetable start, Budget budget, Manner manner) {
      this.network = network;
      this.objective = objective;
      this.model = model;
      this.start = start;
      this.budget = budget;
      this.manner = manner;
      best.set(start);
    }

    Proof solve() {
      if (model.impossible()) {
        return new Proof(start, cost(start), cost(start), start == null, 0);
      }
      if (start != null) {
        model.hint(start);
      }
      parameters();
      CpSolverStatus status = watched();
      if (status == CpSolverStatus.MODEL_INVALID) {
        throw new IllegalStateException(model.model.validate());
      }
      Timetable found = best.get();
      long bound = status == CpSolverStatus.INFEASIBLE ? cost(found) : model.bound(solver.bestObjectiveBound());
      if (status == CpSolverStatus.OPTIMAL) {
        bound = cost(found);
      }
      // Ended before its first thought, CP-SAT knows no bound; links and calendars always do.
      bound = Math.max(bound, model.leastCost());
      return new Proof(found, cost(found), Math.min(bound, cost(found)), status == CpSolverStatus.INFEASIBLE && start == null,
          solver.response().getDeterministicTime());
    }

    private void parameters() {
      SatParameters.Builder parameters = solver.getParameters();
      parameters.setNumWorkers(budget.workers()).setRandomSeed((int) (budget.seed() & Integer.MAX_VALUE));
      parameters.setCatchSigintSignal(false);
      if (budget.repeatable()) {
        parameters.setMaxDeterministicTime(budget.deterministicTime());
        parameters.setInterleaveSearch(budget.workers() > 1);
      }
      if (Double.isFinite(budget.seconds())) {
        parameters.setMaxTimeInSeconds(budget.seconds());
      }
      parameters.setStopAfterFirstSolution(manner == Manner.ANY);
      if (manner != Manner.RAW) {
        tune(parameters);
      }
    }

    /**
     * What proves makespans: clause learning alone, without linear relaxations, which say little about cumulative crews (two of
     * three hard j30 instances stay open with them). Costs by nodes keep CP-SAT's own mixture, whose neighbourhoods find more.
     */
    private void tune(SatParameters.Builder parameters) {
      if (objective == Objective.MAKESPAN) {
        parameters.addSubsolvers("no_lp");
        if (budget.workers() > 1) {
          parameters.addSubsolvers("quick_restart_no_lp");
        }
      }
    }

    /** Solves while another thread asks whether it is enough: CP-SAT knows no question, only a stop. */
    private CpSolverStatus watched() {
      Thread caller = Thread.currentThread();
      Thread watch = Thread.ofPlatform().daemon().name("cp-sat-watch").start(() -> {
        while (!Thread.currentThread().isInterrupted()) {
          if (budget.enough().getAsBoolean() || caller.isInterrupted()) {
            solver.stopSearch();
          }
          LockSupport.parkNanos(POLL_NANOS);
        }
      });
      try {
        return solver.solve(model.model, new Listener());
      } finally {
        watch.interrupt();
      }
    }

    private final class Listener extends CpSolverSolutionCallback {
      @Override
      public void onSolutionCallback() {
        Timetable found = model.timetable(this::value);
        Timetable before = best.get();
        if (cost(found) < cost(before)) {
          best.set(found);
          budget.better().accept(found);
        }
      }
    }

    private long cost(@Nullable Timetable timetable) {
      return timetable == null ? Long.MAX_VALUE : objective.cost(network, timetable);
    }
  }
}
