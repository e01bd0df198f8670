package org.xingfuli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.ParallelGeneration;
import org.xingfuli.engine.scheduling.Rule;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.SerialGeneration;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.exchange.plans.PlanFile;
import org.xingfuli.exchange.plans.PlanFiles;

/**
 * One pass over the public instances: mean gap to the best known makespans of PSPLIB, to MS Project's total makespans
 * (levelled by P-SGS/MINSLK), and the cost of the district programmes. Every schedule goes through the verifier.
 */
final class OnePassBench {

  private final Path data;
  private final BenchTable table;

  OnePassBench(Path data, PrintWriter out, String engine) {
    this.data = data;
    table = new BenchTable(out, new JsonLine().put("bench", "plan-one-pass").put("engine", engine));
  }

  int run() throws IOException {
    for (String set : List.of("j30", "j60", "j120")) {
      psplib(set);
    }
    mpsplib();
    district();
    return table.end();
  }

  private void psplib(String set) throws IOException {
    List<Path> files = Instances.files(data.resolve("psplib").resolve(set), ".sm");
    if (files.isEmpty()) {
      return;
    }
    Map<String, Double> known = Instances.column(data.resolve("psplib/best_known.csv"), 1, 3);
    BenchTable.Mean parallel = new BenchTable.Mean();
    BenchTable.Mean serial = new BenchTable.Mean();
    BenchTable.Mean best = new BenchTable.Mean();
    long began = System.nanoTime();
    for (Path path : files) {
      PlanFile file = PlanFiles.read(path);
      double target = known.getOrDefault(Instances.stem(path), Double.NaN);
      int[] keys = Rule.LATEST_FINISH.keys(file.network());
      Timetable result = Scheduler.schedule(file.network(), Objective.makespan()).timetable();
      parallel.add(checked(file, ParallelGeneration.of(file.network(), keys)).makespan() / target - 1);
      serial.add(checked(file, SerialGeneration.of(file.network(), keys)).makespan() / target - 1);
      best.add(checked(file, result).makespan() / target - 1);
    }
    table.row("%s: %d files, mean gap to best known: parallel latest finish %.2f %%, serial %.2f %%, best of the rules %.2f %%"
            + " (%.2f s with verification)", set, files.size(), 100 * parallel.value(), 100 * serial.value(),
        100 * best.value(), (System.nanoTime() - began) / 1e9);
    table.json().put(set + "Files", files.size()).put(set + "ParallelGap", 100 * parallel.value())
        .put(set + "SerialGap", 100 * serial.value()).put(set + "BestOfRulesGap", 100 * best.value());
  }

  private void mpsplib() throws IOException {
    List<Path> files = Instances.files(data.resolve("mpsplib"), ".txt");
    if (files.isEmpty()) {
      return;
    }
    Map<String, Double> peers = Instances.column(data.resolve("mpsplib/msproject_psgs_minslk.csv"), 0, 1);
    BenchTable.Mean mean = new BenchTable.Mean();
    int better = 0;
    int equal = 0;
    for (Path path : files) {
      PlanFile file = PlanFiles.read(path);
      Timetable result = checked(file, Scheduler.schedule(file.network(), file.objective()).timetable());
      double peer = peers.getOrDefault(Instances.stem(path), Double.NaN);
      double change = result.makespan() / peer - 1;
      mean.add(change);
      better += change < 0 ? 1 : 0;
      equal += change == 0 ? 1 : 0;
    }
    table.row("mpsplib: %d files, total makespan against MS Project P-SGS/MINSLK: %+.2f %%; better %d, equal %d, worse %d",
        files.size(), 100 * mean.value(), better, equal, files.size() - better - equal);
    table.json().put("mpsplibFiles", files.size()).put("mpsplibChange", 100 * mean.value()).put("mpsplibBetter", better)
        .put("mpsplibEqual", equal);
  }

  private void district() throws IOException {
    for (Path path : Instances.files(data.resolve("district"), ".txt")) {
      PlanRun run = PlanRun.of(path, Scheduler.Effort.onePass());
      checked(run.file(), run.plan().timetable());
      table.row("%s: %d activities, cost %d, bound %d, %s; %.3f s, %.3f CPU-s", Instances.stem(path), run.file().network().size(),
          run.plan().cost(), run.plan().lowerBound(), run.plan().method(), run.seconds(), run.cpuSeconds());
      table.json().put(Instances.stem(path) + "Cost", run.plan().cost()).put(Instances.stem(path) + "Seconds", run.seconds());
    }
  }

  private Timetable checked(PlanFile file, Timetable timetable) {
    return table.checked(file.network(), timetable);
  }
}
