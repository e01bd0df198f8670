package org.xingfuli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xingfuli.cli.BenchTable.Sample;
import org.xingfuli.engine.consensus.budget.BudgetRule;
import org.xingfuli.engine.consensus.budget.BudgetVote;
import org.xingfuli.engine.consensus.budget.Election;
import org.xingfuli.engine.consensus.budget.Outcome;
import org.xingfuli.engine.consensus.budget.TieBreak;
import org.xingfuli.engine.consensus.budget.Utility;
import org.xingfuli.exchange.ballots.PbFile;
import org.xingfuli.exchange.ballots.PbReader;
import org.xingfuli.kernel.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real participatory budgets: winners held against those another library expects ({@code EXPECTED_*.jsonl} beside them), rule by rule;
 * and for the largest, how long reading, counting and counting with shares raised take. Then what the studio waits for on made-up
 * estates ({@link StudioBench}).
 */
record ElectBench(Path folder, PrintWriter out, int runs, String engine) {

  /** Where the file itself says that shares were raised, its own winners are the measure. */
  private static final String RAISED = "equalshares/add1";
  private static final int LARGE = 60_000;

  private static final Map<String, BudgetRule> RULES = Map.of("mes", BudgetRule.EQUAL_SHARES, "greedy", BudgetRule.GREEDY,
      "phragmen", BudgetRule.PHRAGMEN);
  private static final Map<String, Utility> UTILITIES = Map.of("cost", Utility.COST, "card", Utility.CARDINALITY, "borda", Utility.BORDA,
      "cardinal", Utility.POINTS);

  int run() throws IOException {
    Map<String, Map<String, List<String>>> expected = expected();
    List<String> rows = new ArrayList<>();
    int equal = 0;
    int compared = 0;
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      long began = System.nanoTime();
      PbFile read = read(file, bytes);
      if (read == null) {
        continue;
      }
      double readFirst = (System.nanoTime() - began) / 1e9;
      Election election = read.election();
      String name = String.valueOf(file.getFileName());
      List<String> differ = new ArrayList<>();
      Map<String, List<String>> wanted = new TreeMap<>(expected.getOrDefault(name, Map.of()));
      if (read.meta().getOrDefault("rule", "").startsWith(RAISED) && !read.selected().isEmpty()) {
        wanted.put("official, shares raised", read.selected());
      }
      for (Map.Entry<String, List<String>> each : wanted.entrySet()) {
        List<String> winners = winners(election, each.getKey());
        compared++;
        if (winners.equals(each.getValue().stream().sorted().toList())) {
          equal++;
        } else {
          differ.add(each.getKey());
          row("  %s %s: %s instead of %s", name, each.getKey(), winners, each.getValue());
        }
      }
      JsonLine json = new JsonLine().put("file", name).put("ballots", election.ballots()).put("projects", election.projects().size())
          .put("compared", wanted.size()).json("differ", JsonLine.texts(differ));
      row("%s: %d ballots × %d projects, %d rules as expected of %d", name, election.ballots(), election.projects().size(),
          wanted.size() - differ.size(), wanted.size());
      if (election.ballots() >= LARGE) {
        time(bytes, election, readFirst, json);
      }
      rows.add(json.end());
    }
    row("%d of %d counts as expected", equal, compared);
    String studio = new StudioBench(out, runs).run();
    out.println(new JsonLine().put("bench", "elect").put("engine", engine).put("runs", runs).put("compared", compared).put("equal", equal)
        .json("elections", "[" + String.join(",", rows) + "]").json("studio", studio).end());
    out.flush();
    return equal == compared && compared > 0 ? 0 : 1;
  }

  private void time(byte[] bytes, Election election, double readFirst, JsonLine json) {
    Utility utility = Utility.usual(election.kind());
    Sample reading = Sample.ofSeconds(runs, () -> PbReader.read(bytes));
    Sample plain = Sample.ofSeconds(runs, () -> count(election, utility, BudgetRule.EQUAL_SHARES));
    Outcome[] last = new Outcome[1];
    Sample raised = Sample.ofSeconds(runs, () -> last[0] = count(election, utility, BudgetRule.EQUAL_SHARES_ADD1));
    Sample greedy = Sample.ofSeconds(runs, () -> count(election, utility, BudgetRule.GREEDY));
    Sample phragmen = Sample.ofSeconds(runs, () -> count(election, utility, BudgetRule.PHRAGMEN));
    long increments = last[0].completion() == null ? 0 : last[0].completion().increments();
    row("  reading %.3f s the first time, median %.3f; equal shares %.3f (most %.3f); raised %d times %.3f (most %.3f); greedy %.3f; Phragmén %.3f;"
        + " medians of %d", readFirst, reading.median(), plain.median(), plain.most(), increments, raised.median(), raised.most(),
        greedy.median(), phragmen.median(), runs);
    json.put("readFirst", readFirst).put("read", reading.median()).put("equalShares", plain.median()).put("raised", raised.median())
        .put("increments", increments).put("greedy", greedy.median()).put("phragmen", phragmen.median());
  }

  private static Outcome count(Election election, Utility utility, BudgetRule rule) {
    return new BudgetVote(election, utility, TieBreak.byId()).count(rule);
  }

  private static List<String> winners(Election election, String wanted) {
    String[] parts = wanted.split("_");
    Utility utility = parts.length > 1 ? UTILITIES.getOrDefault(parts[1], Utility.COST) : Utility.usual(election.kind());
    return count(election, utility, RULES.getOrDefault(parts[0], BudgetRule.EQUAL_SHARES_ADD1)).winnerIds(election);
  }

  /** File, rule and utility, ids. */
  private Map<String, Map<String, List<String>>> expected() throws IOException {
    JsonMapper json = new JsonMapper();
    Map<String, Map<String, List<String>>> expected = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.getFileName().toString().matches("EXPECTED.*\\.jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode row = json.readTree(line);
          Map<String, List<String>> of = expected.computeIfAbsent(row.path("file").asString(), f -> new TreeMap<>());
          if (row.has("rule")) {
            of.put(row.path("rule").asString(), ids(row));
          }
          row.path("rules").properties().forEach(rule -> of.put(rule.getKey(), ids(rule.getValue())));
        }
      }
    }
    return expected;
  }

  private static List<String> ids(JsonNode of) {
    return of.path("winners").valueStream().map(JsonNode::asString).toList();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().endsWith(".pb")).sorted().toList();
    }
  }

  private @Nullable PbFile read(Path file, byte[] bytes) {
    try {
      return PbReader.read(bytes);
    } catch (Refused refused) {
      refused.refusals().forEach(refusal -> row("%s: %s", file.getFileName(), Texts.of(refusal)));
      return null;
    }
  }

  private void row(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
