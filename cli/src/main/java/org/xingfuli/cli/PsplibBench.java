package org.xingfuli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.xingfuli.engine.scheduling.ForwardPass;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.ParallelGeneration;
import org.xingfuli.engine.scheduling.Rule;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.SerialGeneration;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.exact.Budget;
import org.xingfuli.engine.scheduling.exact.CpSat;
import org.xingfuli.engine.scheduling.exact.Proof;
import org.xingfuli.engine.scheduling.planner.Plan;
import org.xingfuli.engine.scheduling.planner.Planner;
import org.xingfuli.exchange.plans.PlanFiles;

/**
 * The search on PSPLIB beside the one pass of a priority rule, which is what levelling in planning tools does: mean deviation
 * from the critical-path bound and mean gap to the best known makespan. Every schedule goes through the verifier.
 *
 * @param schedules a file may take, every justification counted; or {@link Long#MAX_VALUE}
 * @param seconds a file may take on each of the threads, counted as CPU time, or infinity; with it all three layers plan, without
 *     it the search alone
 * @param every of so many files of a set one is taken
 * @param peer whether CP-SAT as it comes gets the same threads and CPU time beside it
 */
record PsplibBench(Path data, PrintWriter out, List<String> sets, int every, long schedules, double seconds, int threads,
    long seed, boolean peer, String engine) {

  /** Sums over the files of a set. */
  private static final class Sums {
    final BenchTable.Mean parallel = new BenchTable.Mean();
    final BenchTable.Mean serial = new BenchTable.Mean();
    final BenchTable.Mean gap = new BenchTable.Mean();
    final BenchTable.Mean deviation = new BenchTable.Mean();
    final BenchTable.Mean knownDeviation = new BenchTable.Mean();
    long schedules;
    int reached;
    int shorter;
    int proved;
    double cpu;
    final BenchTable.Mean peerGap = new BenchTable.Mean();
    int peerReached;
    int peerProved;
    int peerNone;
    double peerCpu;
  }

  int run() throws IOException {
    BenchTable table = new BenchTable(out, new JsonLine().put("bench", "psplib").put("engine", engine).put("seed", seed)
        .put("threads", threads).put("schedules", schedules == Long.MAX_VALUE ? -1 : schedules).put("every", every));
    if (Double.isFinite(seconds)) {
      table.json().put("secondsPerFile", seconds).put("cpuSecondsPerFile", seconds * threads);
    }
    for (String set : sets) {
      set(set, table);
    }
    return table.end();
  }

  private void set(String set, BenchTable table) throws IOException {
    Instances.Part part = Instances.Part.of(data.resolve("psplib").resolve(set), ".sm", every);
    Map<String, Double> known = Instances.column(data.resolve("psplib/best_known.csv"), 1, 3);
    Sums sums = new Sums();
    long began = System.nanoTime();
    for (Path path : part.files()) {
      file(PlanFiles.read(path).network(), Instances.stem(path), known.getOrDefault(Instances.stem(path), Double.NaN), table, sums);
    }
    double took = (System.nanoTime() - began) / 1e9;
    table.row("%s, %s: deviation from the critical path %.2f %% (best known %.2f %%: %+.2f points); gap to best known %.2f %%"
            + " (one pass: parallel %.2f %%, serial %.2f %%)", set, part.told(), 100 * sums.deviation.value(),
        100 * sums.knownDeviation.value(), 100 * (sums.deviation.value() - sums.knownDeviation.value()),
        100 * sums.gap.value(), 100 * sums.parallel.value(), 100 * sums.serial.value());
    table.row("%s: best known reached on %d, a shorter one on %d, proved %d; %d schedules, %.1f s with reading and verification",
        set, sums.reached, sums.shorter, sums.proved, sums.schedules, took);
    if (peer) {
      table.row("%s: raw CP-SAT, %d workers, as many CPU-s: gap %.2f %%, best known reached on %d, proved %d, none found on %d;"
              + " CPU-s: ours %.0f, CP-SAT %.0f", set, threads, 100 * sums.peerGap.value(), sums.peerReached, sums.peerProved,
          sums.peerNone, sums.cpu, sums.peerCpu);
      table.json().put(set + "PeerGap", 100 * sums.peerGap.value()).put(set + "PeerReached", sums.peerReached)
          .put(set + "PeerProved", sums.peerProved).put(set + "PeerNone", sums.peerNone)
          .put(set + "CpuSeconds", sums.cpu).put(set + "PeerCpuSeconds", sums.peerCpu);
    }
    table.json().put(set + "Files", part.files().size()).put(set + "FilesOf", part.all())
        .put(set + "Deviation", 100 * sums.deviation.value()).put(set + "BestKnownDeviation", 100 * sums.knownDeviation.value()).put(set + "Gap", 100 * sums.gap.value())
        .put(set + "OnePassParallelGap", 100 * sums.parallel.value()).put(set + "OnePassSerialGap", 100 * sums.serial.value())
        .put(set + "Reached", sums.reached).put(set + "Shorter", sums.shorter).put(set + "Proved", sums.proved)
        .put(set + "Schedules", sums.schedules).put(set + "Seconds", took);
  }

  private void file(Network network, String name, double target, BenchTable table, Sums sums) {
    int[] keys = Rule.LATEST_FINISH.keys(network);
    sums.parallel.add(table.checked(network, ParallelGeneration.of(network, keys)).makespan() / target - 1);
    sums.serial.add(table.checked(network, SerialGeneration.of(network, keys)).makespan() / target - 1);
    double before = CpuClock.seconds();
    Plan plan = plan(network);
    sums.cpu += CpuClock.seconds() - before;
    int found = table.checked(network, plan.timetable()).makespan();
    int path = ForwardPass.of(network).makespan();
    sums.deviation.add((double) found / path - 1);
    sums.knownDeviation.add(target / path - 1);
    sums.gap.add(found / target - 1);
    sums.reached += found <= target ? 1 : 0;
    sums.shorter += found < target ? 1 : 0;
    sums.proved += plan.optimal() ? 1 : 0;
    sums.schedules += plan.schedules();
    if (peer) {
      peer(network, target, table, sums);
    }
    if (found < target) {
      table.row("%s: %d is shorter than the best known %.0f", name, found, target);
    }
  }

  private Plan plan(Network network) {
    if (Double.isFinite(seconds) && schedules == Long.MAX_VALUE) {
      return new Planner(network, Objective.makespan()).run(new Planner.Effort(threads, seed, clock()));
    }
    DoubleSupplier used = clock();
    var effort = new Scheduler.Effort(schedules, threads, seed, () -> used.getAsDouble() >= 1);
    Scheduler.Result result = Scheduler.schedule(network, Objective.makespan(), effort);
    return new Plan(result.timetable(), result.cost(), Planner.bound(network, Objective.makespan()), result.method(),
        result.schedules(), "");
  }

  private DoubleSupplier clock() {
    return CpuClock.of(seconds * threads);
  }

  private void peer(Network network, double target, BenchTable table, Sums sums) {
    double before = CpuClock.seconds();
    DoubleSupplier used = clock();
    Budget budget = Budget.seconds(Double.POSITIVE_INFINITY, threads, seed).until(() -> used.getAsDouble() >= 1);
    Proof proof = CpSat.raw(network, Objective.MAKESPAN, budget);
    sums.peerCpu += CpuClock.seconds() - before;
    Timetable timetable = proof.timetable();
    if (timetable == null) {
      sums.peerNone++;
      return;
    }
    int found = table.checked(network, timetable).makespan();
    sums.peerGap.add(found / target - 1);
    sums.peerReached += found <= target ? 1 : 0;
    sums.peerProved += proof.optimal() ? 1 : 0;
  }
}
