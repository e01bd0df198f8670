package org.xingfuli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.xingfuli.cli.BenchTable.Sample;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Repair;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.risk.Rain;
import org.xingfuli.engine.scheduling.risk.Replication;
import org.xingfuli.engine.scheduling.risk.Risk;
import org.xingfuli.engine.scheduling.risk.RiskModel;
import org.xingfuli.engine.scheduling.risk.RiskResult;
import org.xingfuli.engine.scheduling.risk.Spread;
import org.xingfuli.exchange.plans.PlanFiles;

/**
 * Replications of a district's frozen order beside as many calls of {@link Repair}, which is what a simulation costs a
 * caller who has only the forecast. Both follow the same timetable; Repair is given the unperturbed network, so drawing
 * chance and building networks is not charged to it. Some replications are opened and held against Repair.
 */
record RiskBench(Path data, PrintWriter out, int replications, int threads, long seed, String engine) {

  /** The first run of a JVM is mostly compilation; each side is run as often and the best and the median are told. */
  private static final int RUNS = 5;

  private static final int OPENED = 20;

  int run() throws IOException {
    BenchTable table = new BenchTable(out, new JsonLine().put("bench", "risk").put("engine", engine).put("seed", seed)
        .put("replications", replications).put("threads", threads));
    int wrong = 0;
    for (String set : List.of("estates-40", "estates-400")) {
      Path file = data.resolve("district").resolve(set + ".txt");
      if (file.toFile().isFile()) {
        wrong += district(set, PlanFiles.read(file).network(), table);
      }
    }
    table.json().put("wrong", wrong);
    return Math.max(table.end(), wrong == 0 ? 0 : 1);
  }

  private int district(String set, Network read, BenchTable table) {
    Timetable frozen = table.checked(read, Scheduler.schedule(read, Objective.nodes()).timetable());
    // The file knows no horizon; a season and a half behind the plan is room for what chance does.
    Network network = read.toBuilder().horizon(frozen.makespan() + 365).build();
    RiskModel model = model(network);
    int wrong = wrong(network, frozen, model);
    Sample one = Sample.ofSeconds(RUNS, () -> simulate(network, frozen, model, 1));
    Sample many = Sample.ofSeconds(RUNS, () -> simulate(network, frozen, model, threads));
    Sample repairOne = Sample.ofSeconds(RUNS, () -> repair(network, frozen, replications, 1));
    Sample repairMany = Sample.ofSeconds(RUNS, () -> repair(network, frozen, replications, threads));
    RiskResult result = simulate(network, frozen, model, threads);
    table.row("%s, %d activities, %d replications: median %.3f s on %d threads (best %.3f), %.3f s on one (best %.3f)", set,
        network.size(), replications, many.median(), threads, many.least(), one.median(), one.least());
    table.row("%s: %d × Repair.of: median %.3f s on %d threads, %.3f s on one: %.1f and %.1f times as long; %d of %d opened"
        + " replications differ from Repair", set, replications, repairMany.median(), threads, repairOne.median(),
        repairMany.median() / many.median(), repairOne.median() / one.median(), wrong, OPENED);
    for (int due : Arrays.stream(dues(network)).distinct().sorted().toArray()) {
      int[] nodes = IntStream.range(0, network.nodes().size()).filter(n -> network.nodes().get(n).due() == due).toArray();
      RiskResult.Together together = result.together(nodes);
      table.row("%s: due %d, %d nodes: mean P %.3f, expected on time %.1f, P(all) %.3f", set, due, nodes.length, together.mean(),
          together.expected(), together.all());
    }
    String key = set.replace("-", "");
    table.json().put(key + "Activities", network.size()).put(key + "Seconds", many.median()).put(key + "SecondsOneThread", one.median())
        .put(key + "RepairSeconds", repairMany.median()).put(key + "RepairSecondsOneThread", repairOne.median())
        .put(key + "Mean", result.together(IntStream.range(0, network.nodes().size()).toArray()).mean());
    return wrong;
  }

  /** Assumed for the measurement: every third wet, work of the odd crews outdoors, paces as the platform assumes them. */
  private static RiskModel model(Network network) {
    double[] wet = new double[network.horizon()];
    double[] stay = new double[wet.length];
    Arrays.fill(wet, 0.33);
    Arrays.fill(stay, Rain.stay(0.33, 2.2));
    double[] sensitivity = new double[network.size()];
    for (int i = 0; i < sensitivity.length; i++) {
      boolean outdoors = network.task(i).demands().stream().anyMatch(demand -> demand.crew() % 2 == 1);
      sensitivity[i] = outdoors ? 0.3 + i % 4 * 0.2 : 0;
    }
    return RiskModel.certain(network).withRain(new Rain(wet, stay), sensitivity)
        .withProductivity(new Spread(0.92, 1.22), Spread.around(0.08), Spread.around(0.06));
  }

  private int wrong(Network network, Timetable frozen, RiskModel model) {
    RiskResult few = Risk.simulate(network, frozen, Actuals.none(), model, Risk.Effort.of(OPENED, seed));
    int wrong = 0;
    for (int r = 0; r < OPENED; r++) {
      Timetable forecast = Replication.of(network, Actuals.none(), model, seed, r).forecast(frozen);
      boolean same = true;
      for (int n = 0; n < network.nodes().size(); n++) {
        same &= few.finish(n, r) == forecast.finish(network.nodes().get(n).task());
      }
      wrong += same ? 0 : 1;
    }
    return wrong;
  }

  private RiskResult simulate(Network network, Timetable frozen, RiskModel model, int on) {
    return Risk.simulate(network, frozen, Actuals.none(), model, new Risk.Effort(replications, on, seed, () -> false));
  }

  private static Timetable repair(Network network, Timetable frozen, int times, int on) {
    Timetable last = frozen;
    if (on == 1) {
      for (int t = 0; t < times; t++) {
        last = Repair.of(network, frozen, Actuals.none());
      }
      return last;
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(on)) {
      List<CompletableFuture<Timetable>> parts = new ArrayList<>();
      for (int t = 0; t < on; t++) {
        int share = times / on + (t < times % on ? 1 : 0);
        parts.add(CompletableFuture.supplyAsync(() -> repair(network, frozen, share, 1), pool));
      }
      parts.forEach(CompletableFuture::join);
    }
    return last;
  }

  private static int[] dues(Network network) {
    return network.nodes().stream().mapToInt(node -> node.due()).toArray();
  }
}
