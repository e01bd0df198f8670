package org.xingfuli.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.xingfuli.cli.BenchTable.Sample;
import org.xingfuli.engine.consensus.budget.BallotKind;
import org.xingfuli.engine.consensus.budget.BudgetRule;
import org.xingfuli.engine.consensus.budget.BudgetSweep;
import org.xingfuli.engine.consensus.budget.BudgetVote;
import org.xingfuli.engine.consensus.budget.Election;
import org.xingfuli.engine.consensus.budget.GroupResults;
import org.xingfuli.engine.consensus.budget.Outcome;
import org.xingfuli.engine.consensus.budget.Project;
import org.xingfuli.engine.consensus.budget.ProjectReceipt;
import org.xingfuli.engine.consensus.budget.TieBreak;
import org.xingfuli.engine.consensus.budget.Utility;
import org.xingfuli.kernel.Fraction;

/**
 * What the consensus studio waits for, on made-up estates of the size of real ones: the sweep over 40 budgets when the page opens, and
 * then a drag of the slider, which is a budget not looked at before with its receipts, groups and greedy beside it.
 */
record StudioBench(PrintWriter out, int runs) {

  private static final int STEPS = 40;
  private static final BigDecimal STEP = BigDecimal.valueOf(20_000);
  private static final BigDecimal RESOLUTION = BigDecimal.valueOf(1_000);
  /** Off every step and every place where a flip is looked for. */
  private static final BigDecimal BESIDE = new BigDecimal("7321.5");
  private static final int GROUPS = 3;

  /** @return one JSON object for each estate */
  String run() {
    return "[" + estate(331, 13) + "," + estate(700, 30) + "]";
  }

  private String estate(int ballots, int projects) {
    Map<String, List<Integer>> groups = new HashMap<>();
    Election election = election(new Random(ballots * 31L + projects), ballots, projects, groups);
    BigDecimal low = election.budget().subtract(STEP.multiply(BigDecimal.valueOf(STEPS / 2)));
    var range = new BudgetSweep.Range(low, low.add(STEP.multiply(BigDecimal.valueOf(STEPS - 1))), STEP, RESOLUTION);
    BudgetVote[] vote = new BudgetVote[1];
    BudgetSweep[] last = new BudgetSweep[1];
    Sample alone = Sample.ofSeconds(runs, () -> new BudgetVote(election, Utility.COST, TieBreak.byId()).count(BudgetRule.EQUAL_SHARES_ADD1));
    Sample sweep = Sample.ofSeconds(runs, () -> {
      vote[0] = new BudgetVote(election, Utility.COST, TieBreak.byId());
      last[0] = vote[0].sweep(BudgetRule.EQUAL_SHARES_ADD1, range);
    });
    List<Double> took = new ArrayList<>();
    for (BudgetSweep.At at : last[0].at()) {
      took.add(Sample.ofSeconds(1, () -> drag(election, vote[0], at.budget().add(BESIDE), groups)).most());
    }
    Sample drag = new Sample(took.stream().mapToDouble(Double::doubleValue).toArray());
    out.println(String.format(Locale.ROOT, "made-up estate, %d ballots × %d projects: sweep of %d budgets %.3f s (most %.3f),"
        + " %d flips; a drag after it %.4f (most %.4f of %d); one count alone %.3f (most %.3f); medians of %d",
        ballots, projects, STEPS, sweep.median(), sweep.most(), last[0].flips().size(), drag.median(), drag.most(), took.size(), alone.median(),
        alone.most(), runs));
    out.flush();
    return new JsonLine().put("ballots", ballots).put("projects", projects).put("budgets", STEPS).put("sweep", sweep.median())
        .put("sweepMost", sweep.most()).put("flips", last[0].flips().size()).put("drag", drag.median()).put("dragMost", drag.most())
        .put("alone", alone.median()).end();
  }

  private static void drag(Election election, BudgetVote vote, BigDecimal budget, Map<String, List<Integer>> groups) {
    Outcome outcome = vote.count(BudgetRule.EQUAL_SHARES_ADD1, budget);
    ProjectReceipt.of(election, outcome);
    GroupResults.of(election, groups, outcome, Fraction.of(2, 5), vote.count(BudgetRule.GREEDY, budget));
  }

  /** Costs of 12 to 100 (万元) and groups that like different things; the budget is 7/10 of all costs. */
  private static Election election(Random random, int ballots, int projects, Map<String, List<Integer>> groups) {
    int[] costs = random.ints(projects, 6, 51).map(half -> half * 20_000).toArray();
    int[][] liked = IntStream.range(0, GROUPS).mapToObj(g -> random.ints(projects, 10, 71).toArray()).toArray(int[][]::new);
    BigDecimal all = BigDecimal.valueOf(IntStream.of(costs).asLongStream().sum());
    Election.Builder builder = new Election.Builder(all.multiply(new BigDecimal("0.7")), BallotKind.APPROVAL);
    for (int p = 0; p < projects; p++) {
      builder.project(new Project("p" + p, "", BigDecimal.valueOf(costs[p])));
    }
    for (int b = 0; b < ballots; b++) {
      int group = random.nextInt(GROUPS);
      builder.ballot("b" + b, IntStream.range(0, projects).filter(p -> random.nextInt(100) < liked[group][p]).toArray());
      groups.computeIfAbsent("g" + group, g -> new ArrayList<>()).add(b);
    }
    return builder.build();
  }
}
