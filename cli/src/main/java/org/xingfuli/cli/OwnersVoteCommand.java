package org.xingfuli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.xingfuli.cli.OwnersBallots.Question;
import org.xingfuli.engine.consensus.owners.CommitteeElection;
import org.xingfuli.engine.consensus.owners.DeemedVotes;
import org.xingfuli.engine.consensus.owners.MatterResult;
import org.xingfuli.engine.consensus.owners.OwnersVote;
import org.xingfuli.engine.consensus.owners.Roll;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts an owners' vote and says exactly what is reached and what is missing. */
@Command(
    name = "owners-vote",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "按民法典第278条计票，面积与人数都用精确分数 / counts an owners' vote under Civil Code art. 278 with exact fractions.",
    footer = {
      "",
      "FILE.json, the shortest:",
      "  {\"matter\": 6, \"units\": [{\"id\": \"1-101\", \"area\": \"82.30\", \"owners\": [\"A\", \"B\"], \"vote\": \"approve\"}]}",
      "  matter   1 to 9 as art. 278 counts them, or the law's words, or a code such as RAISE_FUND; several: \"matters\":",
      "           [1, {\"id\": \"fund\", \"item\": 5, \"title\": \"…\"}]. 1 rules of procedure, 2 management rules, 3 committee, 4 manager,",
      "           5 use the fund, 6 raise it, 7 rebuild, 8 use of common parts, 9 other",
      "  units    id, area (m², a number or text, exact), owner or owners (ids; several are co-owners), or \"unsold\": true;",
      "           \"disputed\": \"why\" stays in the whole and is silent, \"excluded\": \"why\" is not counted. Where no unit says an owner,",
      "           every unit is its own. Also: \"owners\": [{\"id\", \"area\", \"vote\"}], or owners who name their \"units\"",
      "  vote     approve yes for true 同意 赞成 · oppose no against false 反对 · abstain 弃权 · invalid 废票; none, null or nothing: silent.",
      "           Of several matters {\"1\": \"yes\", \"fund\": \"no\"} or [\"yes\", \"no\"] in their order. Also in a list of its own:",
      "           \"votes\": {\"1-101\": \"yes\"}, [{\"unit\" or \"owner\", \"matter\", \"vote\"}] or {\"approve\": [\"1-101\", …]}",
      "  election \"matter\": 3, \"seats\": 5, \"candidates\": [\"a\", …]; the vote is a list of candidates; \"replacement\": true of one member",
      "  totals   instead of units: totalArea, totalHeads, participatingArea, participatingHeads, approvingArea, approvingHeads",
      "  deemedVotes \"follow-majority\": owners who said nothing follow the majority (default off); date: the rules of that day",
      "Heads: co-owners of a unit are one; one owner, or the same group, of several units is one; A, and A with B, are two; the builder",
      "  with all unsold units is one. A ballot speaks for all a head has; owners of one head who contradict each other have no valid",
      "  vote. The heads rule is unconfirmed (待确认) until held against its text.",
      "JSON: participationArea, participationHeads, quorum, approvalArea, approvalHeads, passed, reasons, status (passed,",
      "  shares-met-without-quorum, not-passed, no-quorum), meters (part, whole, share, needed, missing …). Shares are counts, areas in",
      "  hundredths of a m²: \"431/612\", \"3341275/5034060\". Of several matters the same in matters:[…]; above them stand those of the first.",
      "Exit: 0 counted, passed or not; 1 the file cannot be used, with all its faults; 2 wrong arguments."
    })
final class OwnersVoteCommand implements Callable<Integer> {

  /** Faults beyond so many are counted, not told one by one. */
  private static final int MOST_TOLD = 50;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE.json", description = "roll, matters and votes")
  private Path file = Path.of("");

  @Option(names = "--matter", paramLabel = "N", description = "1 to 9: which matter it is, when the file does not say it")
  private int matter;

  @Override
  public Integer call() throws IOException {
    if (matter < 0 || matter > 9) {
      throw wrong("--matter: 1–9");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw wrong("找不到或不可读 / not found or not readable: " + file);
    }
    PrintWriter err = spec.commandLine().getErr();
    try {
      OwnersFile read = OwnersFile.read(file, matter);
      List<Consumer<JsonLine>> results = count(read);
      if (!read.ignored().isEmpty()) {
        err.println(file.getFileName() + ": 未使用的字段 / fields that were not used: " + String.join(", ", read.ignored()));
      }
      if (read.deemed() != DeemedVotes.OFF) {
        err.println(file.getFileName() + ": 注意：未表态的业主按多数意见计入 / note: owners who said nothing are counted with the majority");
      }
      spec.commandLine().getOut().println(line(read, results));
      return CommandLine.ExitCode.OK;
    } catch (Refused refused) {
      List<Refusal> faults = refused.refusals();
      faults.stream().limit(MOST_TOLD).forEach(fault -> err.println(file.getFileName() + ": " + Texts.of(fault)));
      if (faults.size() > MOST_TOLD) {
        err.println(file.getFileName() + ": 另有 " + (faults.size() - MOST_TOLD) + " 处 / " + (faults.size() - MOST_TOLD) + " more faults");
      }
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static List<Consumer<JsonLine>> count(OwnersFile read) {
    List<Consumer<JsonLine>> results = new ArrayList<>();
    Roll roll = read.roll();
    List<Question> plain = read.ballots().questions().stream().filter(each -> each.slate() == null).toList();
    List<MatterResult> counted = roll == null ? List.of()
        : new OwnersVote(roll, read.rules(), read.deemed()).count(plain.stream().map(Question::matter).toList(), read.ballots().ballots());
    for (Question question : read.ballots().questions()) {
      var asked = question.matter();
      if (roll == null) {
        MatterResult result = MatterResult.of(asked, read.rules(), Objects.requireNonNull(read.totals().get(asked.id())));
        results.add(line -> OwnersReport.put(line, result));
      } else if (question.slate() != null) {
        var elected = new CommitteeElection(roll, read.rules()).count(question.slate(), read.ballots().choices(asked.id()));
        results.add(line -> OwnersReport.put(line, asked.id(), asked.title(), elected));
      } else {
        MatterResult result = counted.get(plain.indexOf(question));
        results.add(line -> OwnersReport.put(line, result));
      }
    }
    return results;
  }

  private static String line(OwnersFile read, List<Consumer<JsonLine>> results) {
    JsonLine line = new JsonLine();
    results.getFirst().accept(line);
    line.put("rules", read.rules().version()).put("deemedVotes", JsonLine.slug(read.deemed()));
    Roll roll = read.roll();
    if (roll != null) {
      line.put("units", roll.units().size()).put("heads", roll.heads().size());
      line.json("unconfirmed", JsonLine.texts(roll.rule().confirmed() ? List.of() : List.of("heads-rule")));
    }
    line.json("ignored", JsonLine.texts(read.ignored()));
    if (results.size() > 1) {
      line.json("matters", "[" + String.join(",", results.stream().map(result -> {
        JsonLine each = new JsonLine();
        result.accept(each);
        return each.end();
      }).toList()) + "]");
    }
    return line.end();
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
