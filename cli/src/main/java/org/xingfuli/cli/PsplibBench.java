package org.xingfuli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
import org.xingfuli.engine.scheduling.Verifier;
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
 * @param seconds a file may take, or infinity; with it all three layers plan, without it the search alone
 * @param peer whether CP-SAT as it comes gets the same threads and seconds beside it
 */
record PsplibBench(Path data, PrintWriter out, List<String> sets, long schedules, double seconds, int threads, long seed,
    boolean peer, String engine) {

  /** Sums over the files of a set. */
  private static final class Table {
    final Instances.Mean parallel = new Instances.Mean();
    final Instances.Mean serial = new Instances.Mean();
    final Instances.Mean gap = new Instances.Mean();
    final Instances.Mean deviation = new Instances.Mean();
    final Instances.Mean knownDeviation = new Instances.Mean();
    long schedules;
    int reached;
    int shorter;
    int proved;
    int infeasible;
    double cpu;
    final Instances.Mean peerGap = new Instances.Mean();
    int peerReached;
    int peerProved;
    int peerNone;
    double peerCpu;
  }

  int run() throws IOException {
    JsonLine json = new JsonLine().put("bench", "psplib").put("engine", engine).put("seed", seed).put("threads", threads)
        .put("schedules", schedules == Long.MAX_VALUE ? -1 : schedules);
    if (Double.isFinite(seconds)) {
      json.put("secondsPerFile", seconds);
    }
    int infeasible = 0;
    for (String set : sets) {
      infeasible += set(set, json);
    }
    json.put("infeasible", infeasible);
    out.println(json.end());
    return infeasible == 0 ? 0 : 1;
  }

  private int set(String set, JsonLine json) throws IOException {
    List<Path> files = Instances.files(data.resolve("psplib").resolve(set), ".sm");
    Map<String, Double> known = Instances.column(data.resolve("psplib/best_known.csv"), 1, 3);
    Table table = new Table();
    long began = System.nanoTime();
    for (Path path : files) {
      file(PlanFiles.read(path).network(), Instances.stem(path), known.getOrDefault(Instances.stem(path), Double.NaN), table);
    }
    double took = (System.nanoTime() - began) / 1e9;
    row("%s, %d files: deviation from the critical path %.2f %% (best known %.2f %%: %+.2f points); gap to best known %.2f %%"
            + " (one pass: parallel %.2f %%, serial %.2f %%)", set, files.size(), 100 * table.deviation.value(),
        100 * table.knownDeviation.value(), 100 * (table.deviation.value() - table.knownDeviation.value()),
        100 * table.gap.value(), 100 * table.parallel.value(), 100 * table.serial.value());
    row("%s: best known reached on %d, a shorter one on %d, proved %d; %d schedules, %.1f s with reading and"
        + " verification, infeasible %d", set, table.reached, table.shorter, table.proved, table.schedules, took,
        table.infeasible);
    if (peer) {
      row("%s: raw CP-SAT, %d workers, as many seconds: gap %.2f %%, best known reached on %d, proved %d, none found on %d;"
              + " CPU-s: ours %.0f, CP-SAT %.0f", set, threads, 100 * table.peerGap.value(), table.peerReached, table.peerProved,
          table.peerNone, table.cpu, table.peerCpu);
      json.put(set + "PeerGap", 100 * table.peerGap.value()).put(set + "PeerReached", table.peerReached)
          .put(set + "PeerProved", table.peerProved).put(set + "PeerNone", table.peerNone)
          .put(set + "CpuSeconds", table.cpu).put(set + "PeerCpuSeconds", table.peerCpu);
    }
    json.put(set + "Files", files.size()).put(set + "Deviation", 100 * table.deviation.value())
        .put(set + "BestKnownDeviation", 100 * table.knownDeviation.value()).put(set + "Gap", 100 * table.gap.value())
        .put(set + "OnePassParallelGap", 100 * table.parallel.value()).put(set + "OnePassSerialGap", 100 * table.serial.value())
        .put(set + "Reached", table.reached).put(set + "Shorter", table.shorter).put(set + "Proved", table.proved)
        .put(set + "Schedules", table.schedules).put(set + "Seconds", took);
    return table.infeasible;
  }

  private void file(Network network, String name, double target, Table table) {
    int[] keys = Rule.LATEST_FINISH.keys(network);
    table.parallel.add(checked(network, ParallelGeneration.of(network, keys), table) / target - 1);
    table.serial.add(checked(network, SerialGeneration.of(network, keys), table) / target - 1);
    double before = PlanRun.cpuNanos() / 1e9;
    Plan plan = plan(network);
    table.cpu += PlanRun.cpuNanos() / 1e9 - before;
    int found = checked(network, plan.timetable(), table);
    int path = ForwardPass.of(network).makespan();
    table.deviation.add((double) found / path - 1);
    table.knownDeviation.add(target / path - 1);
    table.gap.add(found / target - 1);
    table.reached += found <= target ? 1 : 0;
    table.shorter += found < target ? 1 : 0;
    table.proved += plan.optimal() ? 1 : 0;
    table.schedules += plan.schedules();
    if (peer) {
      peer(network, target, table);
    }
    if (found < target) {
      row("%s: %d is shorter than the best known %.0f", name, found, target);
    }
  }

  private Plan plan(Network network) {
    if (Double.isFinite(seconds) && schedules == Long.MAX_VALUE) {
      return new Planner(network, Objective.makespan()).run(new Planner.Effort(threads, seed, PlanRun.clock(seconds)));
    }
    DoubleSupplier used = PlanRun.clock(seconds);
    var effort = new Scheduler.Effort(schedules, threads, seed, () -> used.getAsDouble() >= 1);
    Scheduler.Result result = Scheduler.schedule(network, Objective.makespan(), effort);
    return new Plan(result.timetable(), result.cost(), Planner.bound(network, Objective.makespan()), result.method(),
        result.schedules(), "");
  }

  private void peer(Network network, double target, Table table) {
    double before = PlanRun.cpuNanos() / 1e9;
    Proof proof = CpSat.raw(network, Objective.MAKESPAN, Budget.seconds(seconds, threads, seed));
    table.peerCpu += PlanRun.cpuNanos() / 1e9 - before;
    Timetable timetable = proof.timetable();
    if (timetable == null) {
      table.peerNone++;
      return;
    }
    int found = checked(network, timetable, table);
    table.peerGap.add(found / target - 1);
    table.peerReached += found <= target ? 1 : 0;
    table.peerProved += proof.optimal() ? 1 : 0;
  }

  private static int checked(Network network, Timetable timetable, Table table) {
    table.infeasible += Verifier.violations(network, timetable).isEmpty() ? 0 : 1;
    return timetable.makespan();
  }

  private void row(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
