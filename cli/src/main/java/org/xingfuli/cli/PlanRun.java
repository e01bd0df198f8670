package org.xingfuli.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.xingfuli.engine.scheduling.ForwardPass;
import org.xingfuli.engine.scheduling.LowerBounds;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Score;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.exchange.plans.PlanFile;
import org.xingfuli.exchange.plans.PlanFiles;

/**
 * One file scheduled, with its figures.
 *
 * @param bound what no schedule of the file can be below, in the measure the file is judged by
 */
record PlanRun(
    Path path,
    PlanFile file,
    Scheduler.Result result,
    long seed,
    int criticalPathBound,
    int lowerBound,
    long bound,
    double cpuSeconds,
    double seconds) {

  static PlanRun of(Path path, Scheduler.Effort effort) throws IOException {
    long clock = System.nanoTime();
    long cpu = cpuNanos();
    PlanFile file = PlanFiles.read(path);
    Network network = file.network();
    Scheduler.Result result = Scheduler.schedule(network, file.objective(), effort);
    Timetable earliest = ForwardPass.of(network);
    int lower = LowerBounds.makespan(network, earliest);
    long bound = file.format() == PlanFile.Format.DISTRICT ? file.objective().cost(network, earliest) : lower;
    return new PlanRun(path, file, result, effort.seed(), earliest.makespan(), lower, bound,
        (cpuNanos() - cpu) / 1e9, (System.nanoTime() - clock) / 1e9);
  }

  String json() {
    Timetable timetable = result.timetable();
    JsonLine line = new JsonLine()
        .put("file", path.toString())
        .put("activities", file.network().size())
        .put("makespan", timetable.makespan())
        .put("criticalPathBound", criticalPathBound)
        .put("lowerBound", lowerBound)
        .put("optimal", result.cost() == bound);
    if (file.format() != PlanFile.Format.PSPLIB) {
      line.put("totalMakespan", timetable.makespan()).put("projects", file.projects());
    }
    if (file.format() == PlanFile.Format.DISTRICT) {
      Score score = Score.of(file.network(), timetable);
      line.put("cost", result.cost())
          .put("costBound", bound)
          .put("lateNodes", score.lateNodes())
          .put("handOver", score.handOver());
    }
    return line
        .put("method", result.method())
        .put("schedules", result.schedules())
        .put("cpuSeconds", cpuSeconds)
        .put("seconds", seconds)
        .put("seed", seed)
        .end();
  }

  /** CPU time of the whole process: reading, compiling and collecting included. */
  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }
}
