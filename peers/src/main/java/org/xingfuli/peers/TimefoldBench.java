package org.xingfuli.peers;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.xingfuli.cli.BenchTable;
import org.xingfuli.cli.CpuClock;
import org.xingfuli.cli.DistrictFile;
import org.xingfuli.cli.JsonLine;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.Verifier;
import org.xingfuli.engine.scheduling.planner.Plan;
import org.xingfuli.engine.scheduling.planner.Planner;
import org.xingfuli.exchange.plans.PlanFiles;

/**
 * Timefold Solver beside the planner on the same district programmes: the same cost, the same CPU seconds of the whole process,
 * one after the other for each seed. Every schedule of both goes through the verifier.
 *
 * @param seconds CPU seconds each may take for a file and seed, or infinity: {@link DistrictFile#allowance}
 * @param threads the planner's; Timefold's community edition has one, which the CPU seconds make up for
 * @param runs seeds from {@code seed} on
 */
record TimefoldBench(List<DistrictFile> files, PrintWriter out, double seconds, int threads, long seed, int runs, String engine) {

  private static final Objective COST = Objective.districtCost();

  int run() throws IOException {
    BenchTable table = new BenchTable(out, new JsonLine().put("bench", "timefold").put("engine", engine).put("seed", seed)
        .put("runs", runs).put("threads", threads));
    for (DistrictFile file : files) {
      file(PlanFiles.read(file.path()).network(), file, table);
    }
    return table.end();
  }

  private void file(Network network, DistrictFile file, BenchTable table) {
    double cpu = Double.isFinite(seconds) ? seconds : file.allowance();
    Side ours = new Side();
    Map<Model, Side> theirs = new EnumMap<>(Model.class);
    for (long each = seed; each < seed + runs; each++) {
      Plan plan = planner(network, each, cpu, ours);
      ours.take(network, table.checked(network, plan.timetable()));
      for (Model model : Model.values()) {
        Side side = theirs.computeIfAbsent(model, _ -> new Side());
        side.take(network, timefold(model, network, each, cpu, side));
      }
    }
    String name = "estates" + file.estates();
    table.row("%,d estates, %,d activities, %.0f CPU-s, %d seeds: planner %s", file.estates(), network.size(), cpu, runs, ours);
    table.json().put(name + "CpuSeconds", cpu).put(name + "Cost", ours.cost.value());
    theirs.forEach((model, side) -> {
      String way = model.name().charAt(0) + model.name().substring(1).toLowerCase(Locale.ROOT);
      double ratio = side.feasible() == 0 ? 0 : ours.cost.value() / side.cost.value();
      table.row("  Timefold, %s: %s; ours to theirs %.4f", way.toLowerCase(Locale.ROOT), side, ratio);
      table.json().put(name + way + "Cost", side.feasible() == 0 ? -1 : side.cost.value()).put(name + way + "Ratio", ratio)
          .put(name + way + "None", side.none).put(name + way + "Infeasible", side.infeasible);
    });
  }

  private Plan planner(Network network, long each, double cpu, Side side) {
    double before = begin();
    Plan plan = new Planner(network, COST).run(new Planner.Effort(threads, each, CpuClock.of(cpu)));
    side.cpu.add(CpuClock.seconds() - before);
    return plan;
  }

  private static @Nullable Timetable timefold(Model model, Network network, long each, double cpu, Side side) {
    double before = begin();
    DoubleSupplier used = CpuClock.of(cpu);
    Timetable found = model.solve(network, each, () -> used.getAsDouble() >= 1);
    side.cpu.add(CpuClock.seconds() - before);
    return found;
  }

  /** Nobody collects what the one before left. */
  private static double begin() {
    System.gc();
    return CpuClock.seconds();
  }

  /** What one of them found over all seeds. */
  private static final class Side {
    private final BenchTable.Mean cost = new BenchTable.Mean();
    private final BenchTable.Mean cpu = new BenchTable.Mean();
    private long least = Long.MAX_VALUE;
    private long most;
    private int taken;
    private int none;
    private int infeasible;

    void take(Network network, @Nullable Timetable found) {
      taken++;
      if (found == null) {
        none++;
      } else if (!Verifier.violations(network, found).isEmpty()) {
        infeasible++;
      } else {
        long value = COST.cost(network, found);
        cost.add((double) value);
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }

    int feasible() {
      return taken - none - infeasible;
    }

    @Override
    public String toString() {
      String found = feasible() == 0
          ? "no feasible answer" : String.format(Locale.ROOT, "mean %,.0f (%,d to %,d)", cost.value(), least, most);
      return String.format(Locale.ROOT, "%s, without an answer %d, infeasible %d, CPU-s used %.1f", found, none, infeasible,
          cpu.value());
    }
  }
}
