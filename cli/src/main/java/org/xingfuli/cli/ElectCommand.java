package org.xingfuli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.consensus.budget.BudgetRule;
import org.xingfuli.engine.consensus.budget.BudgetVote;
import org.xingfuli.engine.consensus.budget.Comparison;
import org.xingfuli.engine.consensus.budget.Completion;
import org.xingfuli.engine.consensus.budget.Election;
import org.xingfuli.engine.consensus.budget.Outcome;
import org.xingfuli.engine.consensus.budget.Recount;
import org.xingfuli.engine.consensus.budget.TieBreak;
import org.xingfuli.engine.consensus.budget.Utility;
import org.xingfuli.exchange.ballots.PbFile;
import org.xingfuli.exchange.ballots.PbReader;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts a budgeted vote exactly; one JSON object. */
@Command(
    name = "elect",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "预算投票计票，精确分数，可复核 / counts a budgeted vote in exact fractions, with receipts.",
    footer = {
      "",
      "FILE.pb: Pabulib's format; sections META (key;value, with budget and vote_type approval, choose-1, ordinal, cumulative or scoring),",
      "  PROJECTS (project_id;cost;…) and VOTES (voter_id;vote;…, with points where they are given).",
      "Rules:",
      "  equal-shares       every ballot holds budget ÷ ballots and pays only for what it names; the cheapest per utility is bought first",
      "  equal-shares-add1  the same with every share raised by 1 (--increment) at a time, until just before the first overspend",
      "  greedy             the most utility for its cost first (with cost utilities: most votes), what does not fit is passed over",
      "  phragmen           ballots earn money at one speed; ends before the first project that does not fit",
      "Utilities: cost (usual for approval ballots), cardinality, borda (ordinal: as many as the ballot names after it), points (cumulative).",
      "Projects that cost more than the whole budget take no part; none is built that no ballot names. Equals are told in ties.",
      "JSON: rule, utility, winners (ids, sorted), cost, budget, ballots, projects, order (as bought), tieBreak, ties, seconds (counting),",
      "  readSeconds; equal-shares-add1 adds increments, share, overspend (what the next unit would have brought) and over;",
      "  --compare adds comparison, --recount adds recount.",
      "Exit: 0 done, 1 the file cannot be used or the recount differs, 2 wrong arguments."
    })
final class ElectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE.pb", description = "projects and ballots")
  private Path file = Path.of("");

  @Option(names = "--rule", paramLabel = "RULE", description = "equal-shares, equal-shares-add1, greedy or phragmen (default ${DEFAULT-VALUE})")
  private String rule = "equal-shares";

  @Option(names = "--utility", paramLabel = "UTILITY", description = "cost, cardinality, borda or points (default: as the ballots are)")
  private @Nullable String utility;

  @Option(names = "--compare", description = "greedy beside it: it takes the place of the result if strictly more ballots prefer it")
  private boolean compare;

  @Option(names = "--increment", paramLabel = "MONEY", description = "equal-shares-add1: by how much shares are raised (default ${DEFAULT-VALUE})")
  private BigDecimal increment = BigDecimal.ONE;

  @Option(names = "--tie-break", paramLabel = "RULE", description = "id, cheaper or votes: who comes first among equals (default ${DEFAULT-VALUE})")
  private String tieBreak = "id";

  @Option(names = "--receipts", paramLabel = "FILE", description = "writes where every ballot's share went and what became of every project, as JSON")
  private @Nullable Path receipts;

  @Option(names = "--recount", description = "counts again in the plainest way, sharing no code; equal shares only, some hundred times slower")
  private boolean recount;

  @Override
  public Integer call() throws IOException {
    BudgetRule counted = named("--rule", rule, BudgetRule.values());
    Utility valued = utility == null ? null : named("--utility", utility, Utility.values());
    if (increment.signum() <= 0 || increment.scale() > 6 || increment.precision() - increment.scale() > 15) {
      throw wrong("--increment 应大于 0，最多六位小数 / should be above 0 with at most six decimals: " + increment);
    }
    if (!List.of("id", "cheaper", "votes").contains(tieBreak)) {
      throw wrong("不认识 / unknown --tie-break: " + tieBreak + " (id, cheaper, votes)");
    }
    boolean shares = counted == BudgetRule.EQUAL_SHARES || counted == BudgetRule.EQUAL_SHARES_ADD1;
    if (recount && !shares) {
      throw wrong("--recount 只用于 equal-shares 与 equal-shares-add1 / is for equal-shares and equal-shares-add1");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw wrong("找不到或不可读 / not found or not readable: " + file);
    }
    Path folder = receipts == null ? null : receipts.toAbsolutePath().getParent();
    if (receipts != null && (Files.isDirectory(receipts) || folder == null || !Files.isDirectory(folder))) {
      throw wrong("写不了 / cannot be written: " + receipts);
    }
    try {
      return elect(counted, valued);
    } catch (Refused refused) {
      for (Refusal refusal : refused.refusals()) {
        spec.commandLine().getErr().println(file.getFileName() + ": " + Texts.of(refusal));
      }
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private int elect(BudgetRule counted, @Nullable Utility valued) throws IOException {
    long began = System.nanoTime();
    PbFile read = PbReader.read(Files.readAllBytes(file));
    double readSeconds = since(began);
    remarks(read.remarks());
    Election election = read.election();
    TieBreak equals = equals();
    began = System.nanoTime();
    BudgetVote vote = new BudgetVote(election, valued == null ? Utility.usual(election.kind()) : valued, equals, increment);
    Outcome outcome = vote.count(counted);
    Outcome greedy = compare ? vote.count(BudgetRule.GREEDY) : outcome;
    Comparison comparison = vote.compare(outcome, greedy);
    double seconds = since(began);
    Outcome result = compare && comparison.otherWins() ? greedy : outcome;
    JsonLine line = head(election, counted, result, outcome);
    if (compare) {
      line.json("comparison", new JsonLine().put("preferRule", comparison.preferOne()).put("preferGreedy", comparison.preferOther())
          .put("indifferent", comparison.indifferent()).put("taken", comparison.otherWins() ? "greedy" : JsonLine.slug(counted))
          .json("greedyWinners", JsonLine.texts(greedy.winnerIds(election))).end());
    }
    List<String> faults = new ArrayList<>();
    if (recount) {
      long recountBegan = System.nanoTime();
      faults.addAll(Recount.faults(election, outcome, equals));
      line.json("recount", new JsonLine().put("equal", faults.isEmpty()).json("faults", JsonLine.texts(faults))
          .put("seconds", since(recountBegan)).end());
    }
    line.put("seconds", seconds).put("readSeconds", readSeconds);
    if (receipts != null) {
      write(receipts, election, result);
    }
    spec.commandLine().getOut().println(line.end());
    spec.commandLine().getOut().flush();
    return faults.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private JsonLine head(Election election, BudgetRule counted, Outcome result, Outcome outcome) {
    JsonLine line = new JsonLine().put("file", String.valueOf(file.getFileName())).put("rule", JsonLine.slug(counted))
        .put("utility", JsonLine.slug(result.utility())).json("winners", JsonLine.texts(result.winnerIds(election)))
        .json("cost", result.cost().toPlainString()).json("budget", election.budget().stripTrailingZeros().toPlainString())
        .put("ballots", election.ballots()).put("projects", election.projects().size())
        .json("order", JsonLine.texts(ElectReceipts.ids(election, result.winners()))).put("tieBreak", result.tieBreak())
        .json("ties", ElectReceipts.ties(election, result));
    Completion completion = outcome.completion();
    if (completion != null && outcome.shares() != null) {
      line.put("increments", completion.increments()).json("increment", completion.unit().toPlainString())
          .put("share", outcome.shares().share().toString())
          .json("overspend", JsonLine.texts(ElectReceipts.ids(election, completion.overspend())))
          .json("over", completion.over().toPlainString());
    }
    return line;
  }

  private TieBreak equals() {
    return switch (tieBreak) {
      case "cheaper" -> TieBreak.cheaperFirst();
      case "votes" -> TieBreak.moreVotesFirst();
      default -> TieBreak.byId();
    };
  }

  /** Remarks of one kind are told once, with how many there are. */
  private void remarks(List<Refusal> remarks) {
    List<String> told = new ArrayList<>();
    for (Refusal remark : remarks) {
      if (!told.contains(remark.code())) {
        told.add(remark.code());
        long more = remarks.stream().filter(other -> other.code().equals(remark.code())).count() - 1;
        spec.commandLine().getErr().println(
            file.getFileName() + ": " + Texts.of(remark) + (more > 0 ? " … 同类还有 " + more + " 处 / and " + more + " more" : ""));
      }
    }
  }

  private static void write(Path to, Election election, Outcome result) throws IOException {
    // Beside it first: a file half written must not stand where a whole one stood.
    Path beside = Files.createTempFile(to.toAbsolutePath().getParent(), "receipts", ".part");
    try {
      try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(beside))) {
        new ElectReceipts(election, result).write(out);
        if (out.checkError()) {
          throw new IOException("写不完，可能磁盘已满 / cannot be written whole, maybe the disk is full: " + to);
        }
      }
      Files.move(beside, to, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private <E extends Enum<E>> E named(String option, String text, E[] all) {
    for (E each : all) {
      if (JsonLine.slug(each).equals(text)) {
        return each;
      }
    }
    throw wrong("不认识 / unknown " + option + ": " + text + " (" + String.join(", ", List.of(all).stream().map(JsonLine::slug).toList()) + ")");
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
