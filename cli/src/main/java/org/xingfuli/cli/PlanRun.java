package org.xingfuli.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.StringJoiner;
import org.xingfuli.engine.scheduling.ForwardPass;
import org.xingfuli.engine.scheduling.LowerBounds;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Score;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.exchange.plans.PlanFile;
import org.xingfuli.exchange.plans.PlanFiles;
import org.xingfuli.exchange.plans.model.Programme;

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
        .put("activities", file.activities())
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
    if (file.programme() != null) {
      programme(line, file.programme(), timetable);
    }
    return line
        .put("method", result.method())
        .put("schedules", result.schedules())
        .put("cpuSeconds", cpuSeconds)
        .put("seconds", seconds)
        .put("seed", seed)
        .end();
  }

  private void programme(JsonLine line, Programme programme, Timetable timetable) {
    int last = 0;
    for (int i = 0; i < file.activities(); i++) {
      last = Math.max(last, timetable.finish(i));
    }
    line.put("start", programme.start().toString())
        .put("finish", programme.date(Math.max(0, last - 1)).toString())
        .json("nodes", nodes(programme, timetable))
        .put("losses", file.losses().size());
  }

  /** The probability is the risk engine's to say. */
  private static String nodes(Programme programme, Timetable timetable) {
    var nodes = new StringJoiner(",", "[", "]");
    for (var due : programme.dues()) {
      int late = Math.max(0, timetable.finish(due.activity()) - programme.period(due.by()) - 1);
      nodes.add(new JsonLine()
          .put("name", due.code() + " · " + programme.activities().get(due.activity()).label())
          .put("due", due.by().toString())
          .put("finish", programme.date(timetable.finish(due.activity()) - 1).toString())
          .put("lateDays", late)
          .json("probability", "null")
          .end());
    }
    return nodes.toString();
  }

  /** CPU time of the whole process: reading, compiling and collecting included. */
  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }
}
