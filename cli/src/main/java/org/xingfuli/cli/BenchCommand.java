package org.xingfuli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reproduces figures of {@code benchmark/README.md}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "复算一项指标 / reproduces a figure of benchmark/README.md: prints a table, then one JSON line.",
    sortOptions = false,
    footer = {
      "",
      "NAME, on the sets in DIR that benchmark/README.md names:",
      "  plan-one-pass  the priority rules alone, on psplib, mpsplib and district",
      "  psplib         j30, j60 and j120 beside one pass: the search, 5,000 schedules a file unless --schedules; or with --seconds",
      "                 the whole planner, and with --peer raw CP-SAT on as many threads and CPU-seconds beside it",
      "  mpsplib        the planner's total makespan beside MS Project's, 10 seconds a file unless --seconds",
      "  district       the planner on 5 to 4,000 estates, 10 to 60 CPU-seconds a file unless --seconds; with --peer raw CP-SAT with",
      "                 two workers and as many CPU-seconds beside it",
      "  timefold       the planner beside Timefold Solver on 5 to 40 estates; has options of its own, see bench timefold --help",
      "  whatif         an edit's answer on district/estates-40 beside planning afresh",
      "  risk           replications of the frozen order of 40 and 400 estates, beside as many repairs of it",
      "  triage         routing of labelled messages beside keywords, ten seeds unless --runs; hot topics beside plain MinHash",
      "  elect          participatory budgets in pabulib: winners held against those expected there, times of the largest",
      "  owners-vote    random owners' votes beside a brute-force count, 1,000,000 unless --runs; needs no DIR",
      "Every schedule goes through the verifier. The JSON names the engine by a hash of the source it reaches."
    })
final class BenchCommand implements Callable<Integer> {

  private static final List<String> NAMES = List.of(
      "plan-one-pass", "psplib", "mpsplib", "district", "whatif", "risk", "triage", "elect", "owners-vote", "opinion");
  private static final List<String> SETS = List.of("j30", "j60", "j120");
  private static final long SCHEDULES = 5_000;
  private static final double MPSPLIB_SECONDS = 10;
  private static final int TRIAGE_RUNS = 10;
  private static final int OWNERS_RUNS = 1_000_000;
  private static final int ELECT_RUNS = 5;
  private static final int OPINION_RUNS = 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "plan-one-pass, psplib, mpsplib, district, whatif, risk, triage, elect, owners-vote or opinion")
  private String name = "";

  @Option(names = "--data", paramLabel = "DIR", description = "folder of the public instances (default: ${DEFAULT-VALUE} below the current folder)")
  private Path data = Path.of("data");

  @Option(names = "--set", paramLabel = "SET", split = ",", description = "psplib: only these of j30, j60, j120 (default: those DIR holds)")
  private List<String> sets = SETS;

  @Option(names = "--schedules", paramLabel = "N", description = "psplib: schedules a file, every justification counted")
  private long schedules;

  @Option(names = "--seconds", paramLabel = "S", description = "psplib, mpsplib: seconds a file on each thread, counted as CPU time; district: CPU-seconds a file")
  private double seconds = Double.POSITIVE_INFINITY;

  @Option(names = "--replications", paramLabel = "N", description = "risk: replications (default ${DEFAULT-VALUE})")
  private int replications = 1_000;

  @Option(names = "--threads", paramLabel = "N", description = "searches that share a file's work; risk: threads (default ${DEFAULT-VALUE})")
  private int threads = 1;

  @Option(names = "--seed", paramLabel = "K", description = "seed of search or chance (default ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--peer", description = "psplib with --seconds, district: raw CP-SAT beside the planner")
  private boolean peer;

  @Option(names = "--runs", paramLabel = "N", description = "district, triage: so many seeds from --seed on (default: 1; triage 10); owners-vote: rolls; opinion, elect: times measured (20, 5)")
  private @Nullable Integer runs;

  @Option(names = "--every", paramLabel = "N", description = "psplib, mpsplib: one of every N files of a set, the first on; for a look (default: all)")
  private int every = 1;

  @Option(names = "--each", description = "mpsplib: a line for every file")
  private boolean each;

  @Override
  public Integer call() throws IOException {
    if (!NAMES.contains(name)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "不认识的指标 / unknown figure: " + name + " (" + String.join(", ", NAMES) + ")");
    }
    if (schedules < 0 || threads < 1 || runs != null && runs < 1 || every < 1 || !(seconds > 0)) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--schedules ≥ 0, --threads ≥ 1, --runs ≥ 1, --every ≥ 1, --seconds > 0");
    }
    if (peer && name.equals("psplib") && !Double.isFinite(seconds)) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--peer 需要 --seconds / --peer needs --seconds");
    }
    if (!SETS.containsAll(sets)) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--set: j30, j60, j120");
    }
    if (name.equals("owners-vote")) {
      return new OwnersBench(spec.commandLine().getOut(), runs == null ? OWNERS_RUNS : runs, seed,
          EngineHash.ofConsensus(Path.of(System.getProperty("xingfuli.home", ".")), "owners")).run();
    }
    if (!Files.isDirectory(data)) {
      throw new CommandLine.ParameterException(spec.commandLine(), "不是目录 / not a folder: " + data
          + "。可能：用 --data 指明，公开算例的出处见 benchmark/README.md / Maybe: name it with --data; benchmark/README.md says where to get the sets");
    }
    var out = spec.commandLine().getOut();
    return switch (name) {
      case "psplib" ->
          new PsplibBench(data, out, present(), every, work(), seconds, threads, seed, peer, engine("planner")).run();
      case "mpsplib" -> mpsplib().run();
      case "district" ->
          new DistrictBench(data, out, seconds, threads, seed, runs == null ? 1 : runs, peer, engine("planner")).run();
      case "whatif" -> new WhatIfBench(data, out, seed, engine("whatif")).run();
      case "risk" -> risk(out);
      case "triage" -> triage(out);
      case "elect" -> elect(out);
      case "opinion" -> opinion(out);
      default -> new OnePassBench(data, out, engine("planner")).run();
    };
  }

  /** Without a district there is no figure, and none would look like a fast one. */
  private int risk(PrintWriter out) throws IOException {
    if (replications < 20) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--replications ≥ 20");
    }
    if (!Files.isRegularFile(data.resolve("district/estates-40.txt"))) {
      throw new CommandLine.ParameterException(spec.commandLine(), "没有算例 / no instances: " + data.resolve("district/estates-40.txt")
          + "。可能：--data 应指向 district 的上一级目录 / Maybe: --data names the folder that district lies in");
    }
    return new RiskBench(data, out, replications, threads, seed, engine("risk")).run();
  }

  private int triage(PrintWriter out) throws IOException {
    Path messages = data.resolve("messages");
    if (!Files.isDirectory(messages)) {
      throw new CommandLine.ParameterException(spec.commandLine(), "没有消息 / no messages: " + messages
          + "。可能：--data 应指向 messages 的上一级目录 / Maybe: --data names the folder that messages lies in");
    }
    return new TriageBench(messages, out, runs == null ? TRIAGE_RUNS : runs, seed,
        EngineHash.ofTriage(Path.of(System.getProperty("xingfuli.home", ".")))).run();
  }

  private int elect(PrintWriter out) throws IOException {
    Path pabulib = data.resolve("pabulib");
    if (!Files.isDirectory(pabulib)) {
      throw new CommandLine.ParameterException(spec.commandLine(), "没有选举 / no elections: " + pabulib
          + "。可能：--data 应指向 pabulib 的上一级目录 / Maybe: --data names the folder that pabulib lies in");
    }
    return new ElectBench(pabulib, out, runs == null ? ELECT_RUNS : runs,
        EngineHash.ofConsensus(Path.of(System.getProperty("xingfuli.home", ".")), "budget")).run();
  }

  private int opinion(PrintWriter out) throws IOException {
    Path polis = data.resolve("polis");
    if (!Files.isDirectory(polis)) {
      throw new CommandLine.ParameterException(spec.commandLine(), "没有征询 / no conversations: " + polis
          + "。可能：--data 应指向 polis 的上一级目录 / Maybe: --data names the folder that polis lies in");
    }
    return new OpinionBench(polis, out, runs == null ? OPINION_RUNS : runs,
        EngineHash.ofConsensus(Path.of(System.getProperty("xingfuli.home", ".")), "opinion")).run();
  }

  /** Of the sets asked for those that are there; a figure of none would look like a good one. */
  private List<String> present() {
    Path psplib = data.resolve("psplib");
    List<String> present = sets.stream().filter(set -> Files.isDirectory(psplib.resolve(set))).toList();
    if (present.isEmpty()) {
      throw new CommandLine.ParameterException(spec.commandLine(), "没有算例 / no instances: " + psplib + " " + sets
          + "。可能：--data 应指向 psplib 的上一级目录 / Maybe: --data names the folder that psplib lies in");
    }
    return present;
  }

  private MpsplibBench mpsplib() throws IOException {
    if (!Files.isDirectory(data.resolve("mpsplib"))) {
      throw new CommandLine.ParameterException(spec.commandLine(), "没有算例 / no instances: " + data.resolve("mpsplib")
          + "。可能：--data 应指向 mpsplib 的上一级目录 / Maybe: --data names the folder that mpsplib lies in");
    }
    return new MpsplibBench(data, spec.commandLine().getOut(), every, Double.isFinite(seconds) ? seconds : MPSPLIB_SECONDS, threads,
        seed, each, engine("planner"));
  }

  private long work() {
    long unless = Double.isFinite(seconds) ? Long.MAX_VALUE : SCHEDULES;
    return schedules > 0 ? schedules : unless;
  }

  private static String engine(String part) throws IOException {
    return EngineHash.of(Path.of(System.getProperty("xingfuli.home", ".")), part);
  }
}
