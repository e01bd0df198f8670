package org.xingfuli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.Verifier;
import org.xingfuli.engine.scheduling.pace.Pace;
import org.xingfuli.exchange.plans.PlanFile;
import org.xingfuli.exchange.plans.PlanFiles;
import org.xingfuli.exchange.plans.ScheduleCsv;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Schedules files, one JSON object each; or checks a schedule against its file. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "排一份工期，或核对一份工期 / schedules files, or verifies a schedule.",
    footer = {
      "",
      "Formats, told by content: PSPLIB .sm, MPSPLIB text, district text; Microsoft Project .mpp and MSPDI .xml, Primavera",
      "XER and PMXML, programme workbooks .xlsx. What of these did not survive is told on stderr, and counted as losses.",
      "Every activity of a file counts, dummy source and sink included; activities are numbered as in the file (PSPLIB",
      "from 1, the others from 0). Periods count from 0, a finish is exclusive. One JSON object per file and line:",
      "  makespan, criticalPathBound, lowerBound (no makespan is below it)",
      "  several projects: totalMakespan (until the last project is finished), projects (as the file states)",
      "  district: cost = 100 x weighted lateness + handOver, handOver = sum of the projects' finishes, lateNodes, costBound",
      "  programmes: start, finish (the last day), nodes:[{name, due, finish, lateDays, probability}], probability, assumes,",
      "  losses; rows of --out hold dates, the finish being the last day worked; a milestone's is the evening in which work ends in it",
      "  probability 按期概率，assumes 写明其假设 / that the due date is kept, or all of them: simulated on the plan's order by",
      "  --seed with what assumes says, behind the plan and not in its seconds; null where the file has no due date",
      "  optimal: what the file is judged by (makespan; cost for district) equals its bound",
      "Without --seconds and --schedules every priority rule is tried once. With --seconds all three layers plan: rules, search,",
      "CP-SAT; they stop as soon as the best is proved, and lowerBound and costBound are what they proved. absent: why CP-SAT",
      "could not take part. With --schedules the search goes on from the best of the rules, and the answer depends on the seed,",
      "the number of schedules and of threads alone; seconds beside it only end it early.",
      "Exit: 0 done, 1 a file could not be scheduled or the schedule is not feasible, 2 wrong arguments."
    })
final class PlanCommand implements Callable<Integer> {

  private static final int MOST_TOLD = 5;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "schedule files; with --verify the one file checked against")
  private List<Path> files = List.of();

  @Option(names = "--verify", paramLabel = "SCHEDULE.csv", description = "check this schedule: prints feasible, or every violation")
  private @Nullable Path schedule;

  @Option(names = "--seconds", paramLabel = "S", description = "search for so many seconds per file")
  private double seconds = Double.NaN;

  @Option(names = "--schedules", paramLabel = "N", description = "schedules to generate: the rules first, then a seeded search")
  private long schedules;

  @Option(names = "--threads", paramLabel = "N", description = "searches that share the work, each on a thread (default ${DEFAULT-VALUE})")
  private int threads = 1;

  @Option(names = "--seed", paramLabel = "K", description = "seed of the search and of chance (default ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--out", paramLabel = "FILE", description = "write the schedule of the one FILE as .csv, .json, .xml (MSPDI), .xer, .xlsx or .ics")
  private @Nullable Path out;

  @Option(names = "--start", paramLabel = "DATE", description = "day of period 0, for .xml, .xer, .xlsx and .ics of files without dates")
  private @Nullable LocalDate start;

  @Override
  public Integer call() throws IOException {
    checkArguments();
    for (Path file : files) {
      readable(file);
    }
    return schedule == null ? plan() : verify(schedule);
  }

  private void checkArguments() {
    if (schedules < 0 || threads < 1 || seconds < 0) {
      throw wrong("--schedules ≥ 0, --threads ≥ 1, --seconds ≥ 0");
    }
    if (schedule != null && (files.size() != 1 || out != null)) {
      throw wrong("--verify 只核对一个文件 / --verify takes one FILE and no --out");
    }
    if (out != null) {
      if (files.size() != 1) {
        throw wrong("--out 只用于一个文件 / --out takes one FILE");
      }
      if (!OutFile.ROWS.contains(extension(out)) && !OutFile.DATED.contains(extension(out))) {
        throw wrong("--out " + out.getFileName() + ": 只写 / written are .csv .json .xml .xer .xlsx .ics");
      }
    }
  }

  private void readable(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw wrong("找不到或不可读 / not found or not readable: " + file);
    }
  }

  private int plan() throws IOException {
    int code = CommandLine.ExitCode.OK;
    for (Path path : files) {
      try {
        PlanRun run = seconds > 0 && schedules == 0
            ? PlanRun.within(() -> PlanRun.clock(seconds), path, threads, seed) : PlanRun.of(path, effort());
        tell(path, run.file().losses());
        if (out != null) {
          if (OutFile.DATED.contains(extension(out)) && run.file().programme() == null && start == null) {
            throw wrong("--out " + out.getFileName() + ": " + path + " 没有日期，请给 --start / has no dates, give --start");
          }
          tell(out, OutFile.write(out, extension(out), run, start));
        }
        // Behind the plan and its clocks: it says what the plan is worth and costs the plan nothing.
        PlanOdds odds = PlanOdds.of(run.file(), run.plan().timetable(), Pace.ASSUMED, seed, threads);
        out().println(run.json(odds));
        out().flush();
      } catch (Refused refused) {
        code = Math.max(code, refuse(path, refused.refusals()));
      }
    }
    return code;
  }

  private int verify(Path csv) throws IOException {
    readable(csv);
    try {
      PlanFile file = PlanFiles.read(files.get(0));
      Timetable timetable = ScheduleCsv.read(file, Files.readAllBytes(csv));
      List<Refusal> violations = Verifier.violations(file.network(), timetable);
      violations.forEach(violation -> out().println(Texts.of(violation)));
      if (violations.isEmpty()) {
        out().println("feasible");
      }
      return violations.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    } catch (Refused refused) {
      return refuse(files.get(0), refused.refusals());
    }
  }

  private Scheduler.Effort effort() {
    if (Double.isNaN(seconds)) {
      return new Scheduler.Effort(schedules, threads, seed, () -> false);
    }
    long end = System.nanoTime() + (long) (seconds * 1e9);
    long allowed = schedules > 0 ? schedules : Long.MAX_VALUE;
    return new Scheduler.Effort(allowed, threads, seed, () -> System.nanoTime() >= end);
  }

  /** What did not survive, some of each kind. */
  private void tell(Path file, List<Loss> losses) {
    PrintWriter err = spec.commandLine().getErr();
    var told = new EnumMap<Loss.Kind, Integer>(Loss.Kind.class);
    for (Loss loss : losses) {
      if (told.merge(loss.kind(), 1, Integer::sum) <= MOST_TOLD) {
        err.println(file.getFileName() + ": " + loss.place() + ": " + loss.zh() + " / " + loss.en());
      }
    }
    told.forEach((kind, count) -> {
      if (count > MOST_TOLD) {
        err.println(file.getFileName() + ": " + kind + ": 另有 " + (count - MOST_TOLD) + " 处 / " + (count - MOST_TOLD) + " more");
      }
    });
  }

  /** A format we do not read is a wrong argument; a faulty file is work that failed. */
  private int refuse(Path file, List<Refusal> refusals) {
    PrintWriter err = spec.commandLine().getErr();
    refusals.forEach(refusal -> err.println(file.getFileName() + ": " + Texts.of(refusal)));
    boolean wrongFile = refusals.stream()
        .anyMatch(r -> r.code().equals("plan-file.unknown-format"));
    return wrongFile ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  private static String extension(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
