package org.xingfuli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The planner on MPSPLIB beside MS Project levelled by the P-SGS/MINSLK macro: total makespan, the end of the last project.
 * Every schedule goes through the verifier.
 *
 * @param every of so many files one is taken
 * @param seconds a file may take on each of the threads, counted as CPU time
 * @param each whether every file gets a line
 */
record MpsplibBench(Path data, PrintWriter out, int every, double seconds, int threads, long seed, boolean each, String engine) {

  int run() throws IOException {
    BenchTable table = new BenchTable(out, new JsonLine().put("bench", "mpsplib").put("engine", engine).put("seed", seed)
        .put("threads", threads).put("secondsPerFile", seconds).put("cpuSecondsPerFile", seconds * threads).put("every", every));
    Instances.Part part = Instances.Part.of(data.resolve("mpsplib"), ".txt", every);
    List<Path> files = part.files();
    Map<String, Double> peers = Instances.column(data.resolve("mpsplib/msproject_psgs_minslk.csv"), 0, 1);
    BenchTable.Mean change = new BenchTable.Mean();
    double worst = Double.NEGATIVE_INFINITY;
    int better = 0;
    int equal = 0;
    int proved = 0;
    for (Path path : files) {
      PlanRun run = PlanRun.within(() -> CpuClock.of(seconds * threads), path, threads, seed);
      table.checked(run.file().network(), run.plan().timetable());
      double peer = peers.getOrDefault(Instances.stem(path), Double.NaN);
      double its = run.plan().cost() / peer - 1;
      change.add(its);
      worst = Math.max(worst, its);
      better += its < 0 ? 1 : 0;
      equal += its == 0 ? 1 : 0;
      proved += run.plan().optimal() ? 1 : 0;
      if (each) {
        table.row("%s: %d activities, %d (MS Project %.0f: %+.2f %%), bound %d, %s, %.1f CPU-s", Instances.stem(path),
            run.file().network().size(), run.plan().cost(), peer, 100 * its, run.plan().lowerBound(), run.plan().method(),
            run.cpuSeconds());
      }
    }
    int longer = files.size() - better - equal;
    table.row("mpsplib, %s: total makespan against MS Project P-SGS/MINSLK %+.2f %% (worst %+.2f %%); shorter on %d, equal on %d,"
            + " longer on %d; proved %d", part.told(), 100 * change.value(), 100 * worst, better, equal, longer, proved);
    table.json().put("files", files.size()).put("filesOf", part.all()).put("change", 100 * change.value()).put("worst", 100 * worst)
        .put("shorter", better).put("equal", equal).put("longer", longer).put("proved", proved);
    return table.end();
  }
}
