package org.xingfuli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Score;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.exact.Budget;
import org.xingfuli.engine.scheduling.exact.CpSat;
import org.xingfuli.engine.scheduling.planner.Plan;
import org.xingfuli.engine.scheduling.planner.Planner;
import org.xingfuli.exchange.plans.PlanFiles;

/**
 * The planner on district programmes: cost = 100 × weighted lateness + sum of hand-overs, within CPU seconds of the whole process,
 * collecting and compiling included; beside it one pass of the rules and, on request, raw CP-SAT with as many CPU seconds. Every
 * schedule goes through the verifier.
 *
 * @param seconds CPU seconds a file and seed may take, or infinity: {@link DistrictFile#allowance} by its size
 * @param runs seeds from {@code seed} on
 * @param peer whether CP-SAT as it comes gets two workers and the same CPU seconds
 */
record DistrictBench(Path data, PrintWriter out, double seconds, int threads, long seed, int runs, boolean peer, String engine) {

  private static final int PEER_WORKERS = 2;

  int run() throws IOException {
    BenchTable table = new BenchTable(out, new JsonLine().put("bench", "district").put("engine", engine).put("seed", seed)
        .put("runs", runs).put("threads", threads));
    for (DistrictFile file : DistrictFile.in(data)) {
      file(PlanFiles.read(file.path()).network(), file, table);
    }
    return table.end();
  }

  private void file(Network network, DistrictFile file, BenchTable table) {
    Objective objective = Objective.districtCost();
    int estates = file.estates();
    double cpu = Double.isFinite(seconds) ? seconds : file.allowance();
    Scheduler.schedule(network, objective);
    long began = System.nanoTime();
    Scheduler.Result rules = Scheduler.schedule(network, objective);
    double first = (System.nanoTime() - began) / 1e9;
    table.checked(network, rules.timetable());
    BenchTable.Mean cost = new BenchTable.Mean();
    BenchTable.Mean peerCost = new BenchTable.Mean();
    long least = Long.MAX_VALUE;
    long most = 0;
    int late = 0;
    int peerNone = 0;
    long bound = 0;
    for (int run = 0; run < runs; run++) {
      Plan plan = new Planner(network, objective).run(new Planner.Effort(threads, seed + run, CpuClock.of(cpu)));
      table.checked(network, plan.timetable());
      cost.add(plan.cost());
      least = Math.min(least, plan.cost());
      most = Math.max(most, plan.cost());
      late = Math.max(late, Score.of(network, plan.timetable()).lateNodes());
      bound = plan.lowerBound();
      if (peer) {
        Timetable theirs = peer(network, objective, cpu, seed + run);
        if (theirs == null) {
          peerNone++;
        } else {
          peerCost.add(objective.cost(network, table.checked(network, theirs)));
        }
      }
    }
    table.row("%,d estates, %,d activities: rules %,d in %.0f ms; planner, %.0f CPU-s, %d seeds: mean %,.0f (%,d to %,d), bound %,d,"
            + " late nodes at most %d of %,d", estates, network.size(), rules.cost(), 1000 * first, cpu, runs, cost.value(), least,
        most, bound, late, network.nodes().size());
    String name = "estates" + estates;
    table.json().put(name + "Rules", rules.cost()).put(name + "RulesMillis", 1000 * first).put(name + "CpuSeconds", cpu)
        .put(name + "Cost", cost.value()).put(name + "Least", least).put(name + "Most", most).put(name + "Late", late)
        .put(name + "Bound", bound);
    if (peer) {
      boolean answered = peerNone < runs;
      table.row("%,d estates: raw CP-SAT, %d workers, as many CPU-s: %s, without an answer on %d of %d; ours to theirs %s", estates,
          PEER_WORKERS, answered ? String.format(Locale.ROOT, "mean %,.0f", peerCost.value()) : "no answer", peerNone, runs,
          answered ? String.format(Locale.ROOT, "%.4f", cost.value() / peerCost.value()) : "-");
      table.json().put(name + "PeerNone", peerNone).put(name + "PeerCost", answered ? peerCost.value() : -1)
          .put(name + "Ratio", answered ? cost.value() / peerCost.value() : 0);
    }
  }

  private static @Nullable Timetable peer(Network network, Objective objective, double cpu, long seed) {
    DoubleSupplier used = CpuClock.of(cpu);
    Budget budget = Budget.seconds(Double.POSITIVE_INFINITY, PEER_WORKERS, seed).until(() -> used.getAsDouble() >= 1);
    return CpSat.raw(network, objective, budget).timetable();
  }
}
