package org.xingfuli.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.ForwardPass;
import org.xingfuli.engine.scheduling.LowerBounds;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Score;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.planner.Plan;
import org.xingfuli.engine.scheduling.planner.Planner;
import org.xingfuli.exchange.plans.PlanFile;
import org.xingfuli.exchange.plans.PlanFiles;
import org.xingfuli.exchange.plans.model.Programme;

/**
 * One file scheduled, with its figures.
 *
 * @param lowerBound what no makespan of the file can be below
 */
record PlanRun(
    Path path,
    PlanFile file,
    Plan plan,
    long seed,
    int criticalPathBound,
    long lowerBound,
    double cpuSeconds,
    double seconds) {

  /** The rules, and as many schedules of the search as the effort allows. */
  static PlanRun of(Path path, Scheduler.Effort effort) throws IOException {
    return run(path, effort.seed(), file -> {
      Scheduler.Result result = Scheduler.schedule(file.network(), file.objective(), effort);
      return new Plan(result.timetable(), result.cost(), Planner.bound(file.network(), file.objective()),
          result.method(), result.schedules(), "");
    });
  }

  /** All three layers, until the clock says that all of the time is used. */
  static PlanRun within(Supplier<DoubleSupplier> clock, Path path, int threads, long seed) throws IOException {
    return run(path, seed, file ->
        new Planner(file.network(), file.objective()).run(new Planner.Effort(threads, seed, clock.get())));
  }

  /** How much of so many seconds from now on is used: of the clock on the wall, which is what a caller waits by. */
  static DoubleSupplier clock(double seconds) {
    long began = System.nanoTime();
    return () -> (System.nanoTime() - began) / 1e9 / seconds;
  }

  private static PlanRun run(Path path, long seed, Function<PlanFile, Plan> planning) throws IOException {
    long clock = System.nanoTime();
    double cpu = CpuClock.seconds();
    PlanFile file = PlanFiles.read(path);
    Plan plan = planning.apply(file);
    Timetable earliest = ForwardPass.of(file.network());
    long lower = file.objective() == Objective.MAKESPAN
        ? plan.lowerBound() : LowerBounds.makespan(file.network(), earliest);
    return new PlanRun(path, file, plan, seed, earliest.makespan(), lower,
        CpuClock.seconds() - cpu, (System.nanoTime() - clock) / 1e9);
  }

  /** @param odds of a programme with due dates; of others there are none */
  String json(@Nullable PlanOdds odds) {
    Timetable timetable = plan.timetable();
    JsonLine line = new JsonLine()
        .put("file", path.toString())
        .put("activities", file.activities())
        .put("makespan", timetable.makespan())
        .put("criticalPathBound", criticalPathBound)
        .put("lowerBound", lowerBound)
        .put("optimal", plan.optimal());
    if (file.format() != PlanFile.Format.PSPLIB) {
      line.put("totalMakespan", timetable.makespan()).put("projects", file.projects());
    }
    if (file.format() == PlanFile.Format.DISTRICT) {
      Score score = Score.of(file.network(), timetable);
      line.put("cost", plan.cost())
          .put("costBound", plan.lowerBound())
          .put("lateNodes", score.lateNodes())
          .put("handOver", score.handOver());
    }
    if (!plan.absent().isEmpty()) {
      line.put("absent", "CP-SAT: " + plan.absent());
    }
    if (file.programme() != null) {
      programme(line, file.programme(), timetable, odds);
    }
    return line
        .put("method", plan.method())
        .put("schedules", plan.schedules())
        .put("cpuSeconds", cpuSeconds)
        .put("seconds", seconds)
        .put("seed", seed)
        .end();
  }

  private void programme(JsonLine line, Programme programme, Timetable timetable, @Nullable PlanOdds odds) {
    int last = 0;
    for (int i = 0; i < file.activities(); i++) {
      last = Math.max(last, timetable.finish(i));
    }
    line.put("start", programme.start().toString())
        .put("finish", programme.date(Math.max(0, last - 1)).toString())
        .json("nodes", nodes(programme, timetable, odds));
    if (odds == null) {
      line.json("probability", "null");
    } else {
      line.put("probability", odds.all()).put("assumes", odds.assumes());
    }
    line.put("losses", file.losses().size());
  }

  private static String nodes(Programme programme, Timetable timetable, @Nullable PlanOdds odds) {
    var nodes = new StringJoiner(",", "[", "]");
    for (int at = 0; at < programme.dues().size(); at++) {
      var due = programme.dues().get(at);
      int late = Math.max(0, timetable.finish(due.activity()) - programme.period(due.by()) - 1);
      nodes.add(new JsonLine()
          .put("name", due.code() + " · " + programme.activities().get(due.activity()).label())
          .put("due", due.by().toString())
          .put("finish", programme.date(timetable.finish(due.activity()) - 1).toString())
          .put("lateDays", late)
          .put("probability", Objects.requireNonNull(odds).nodes().get(at))
          .end());
    }
    return nodes.toString();
  }
}
