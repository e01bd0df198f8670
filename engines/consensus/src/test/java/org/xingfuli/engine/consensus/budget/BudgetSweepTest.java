package org.xingfuli.engine.consensus.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.Dice;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.SeededTest;

/** A look at many budgets shows what a count with each of them would. */
class BudgetSweepTest {

  private static final TieBreak BY_ID = TieBreak.byId();

  private static Election election(Dice dice) {
    Election election = MadeUp.election(dice, dice.pick(BallotKind.class));
    return dice.oneIn(2) ? election : MadeUp.crowded(dice, election);
  }

  private static BudgetSweep.Range range(Dice dice) {
    BigDecimal low = BigDecimal.valueOf(dice.between(0, 40));
    return new BudgetSweep.Range(low, low.add(BigDecimal.valueOf(dice.between(0, 60))), new BigDecimal(dice.pick(List.of("3", "7.5", "11"))),
        new BigDecimal(dice.pick(List.of("1", "0.3"))));
  }

  @SeededTest
  void everyStepIsWhatAnElectionWithThatBudgetHas(long seed) {
    Dice dice = new Dice(seed);
    Election election = election(dice);
    Utility utility = dice.pick(MadeUp.utilities(election.kind()));
    BudgetVote vote = new BudgetVote(election, utility, BY_ID);
    for (BudgetRule rule : BudgetRule.values()) {
      BudgetSweep sweep = vote.sweep(rule, range(dice));
      for (BudgetSweep.At at : sweep.at()) {
        Outcome alone = new BudgetVote(election.withBudget(at.budget()), utility, BY_ID).count(rule);
        assertThat(at.winners()).as("%s %s", rule, at.budget()).isEqualTo(alone.winners().stream().sorted().toList());
        assertThat(at.cost()).isEqualByComparingTo(alone.cost());
      }
    }
  }

  @SeededTest
  void aBudgetTriedHasTheOutcomeAndReceiptsOfAnElectionWithIt(long seed) {
    Dice dice = new Dice(seed);
    Election election = election(dice);
    Utility utility = dice.pick(MadeUp.utilities(election.kind()));
    BudgetVote vote = new BudgetVote(election, utility, BY_ID);
    for (int n = 0; n < 4; n++) {
      BigDecimal budget = BigDecimal.valueOf(dice.between(0, 1200), dice.pick(List.of(0, 1, 2)));
      Election other = election.withBudget(budget);
      for (BudgetRule rule : BudgetRule.values()) {
        Outcome tried = vote.count(rule, budget);
        Outcome alone = new BudgetVote(other, utility, BY_ID).count(rule);
        assertThat(tried.purchases()).isEqualTo(alone.purchases());
        assertThat(tried.ties()).isEqualTo(alone.ties());
        assertThat(tried.completion()).usingRecursiveComparison().withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
            .isEqualTo(alone.completion());
        assertThat(ProjectReceipt.of(election, tried)).isEqualTo(ProjectReceipt.of(other, alone));
      }
    }
  }

  @SeededTest
  void flipsLeadFromTheFirstStepToTheLastAndEachIsOne(long seed) {
    Dice dice = new Dice(seed);
    Election election = election(dice);
    BudgetVote vote = new BudgetVote(election, Utility.COST, BY_ID);
    for (BudgetRule rule : List.of(BudgetRule.EQUAL_SHARES_ADD1, BudgetRule.GREEDY)) {
      BudgetSweep.Range range = range(dice);
      BudgetSweep sweep = vote.sweep(rule, range);
      Set<Integer> winners = new HashSet<>(sweep.at().getFirst().winners());
      BigDecimal last = range.low();
      for (BudgetSweep.Flip flip : sweep.flips()) {
        assertThat(flip.before()).isGreaterThanOrEqualTo(last);
        assertThat(flip.budget().subtract(flip.before())).isPositive().isLessThanOrEqualTo(range.resolution());
        assertThat(flip.came().size() + flip.went().size()).isPositive();
        assertThat(winners).containsExactlyInAnyOrderElementsOf(vote.count(rule, flip.before()).winners());
        winners.addAll(flip.came());
        flip.went().forEach(winners::remove);
        assertThat(winners).containsExactlyInAnyOrderElementsOf(vote.count(rule, flip.budget()).winners());
        last = flip.budget();
      }
      assertThat(winners).containsExactlyInAnyOrderElementsOf(sweep.at().getLast().winners());
    }
  }

  @SeededTest
  void anOrderInWhichBudgetsAreAskedChangesNothing(long seed) {
    Dice dice = new Dice(seed);
    Election election = election(dice);
    BudgetVote vote = new BudgetVote(election, Utility.COST, BY_ID, new BigDecimal("0.1"));
    List<BigDecimal> budgets = new ArrayList<>(range(dice).budgets());
    for (BigDecimal budget : dice.shuffled(budgets)) {
      Outcome alone = new BudgetVote(election.withBudget(budget), Utility.COST, BY_ID, new BigDecimal("0.1")).count(BudgetRule.EQUAL_SHARES_ADD1);
      assertThat(vote.count(BudgetRule.EQUAL_SHARES_ADD1, budget).purchases()).isEqualTo(alone.purchases());
    }
  }

  /** One project of 10, two ballots, and one of 6 that only the first of them names. */
  @Test
  void theBudgetAtWhichAProjectComesInIsFoundToTheResolution() {
    Election election = new Election.Builder(BigDecimal.TEN, BallotKind.APPROVAL).project(new Project("a", "", BigDecimal.TEN))
        .project(new Project("b", "", new BigDecimal("6"))).ballot("x", 0, 1).ballot("y", 0).build();
    BudgetSweep sweep = new BudgetVote(election, Utility.COST, BY_ID).sweep(BudgetRule.GREEDY,
        new BudgetSweep.Range(BigDecimal.ZERO, new BigDecimal("20"), new BigDecimal("7"), new BigDecimal("0.5")));
    assertThat(sweep.at()).extracting(at -> at.budget().intValue()).containsExactly(0, 7, 14, 20);
    assertThat(sweep.at()).extracting(at -> at.winners().size()).containsExactly(0, 1, 1, 2);
    assertThat(sweep.flips()).containsExactly(
        new BudgetSweep.Flip(new BigDecimal("5.5"), new BigDecimal("6.0"), List.of(1), List.of()),
        new BudgetSweep.Flip(new BigDecimal("9.5"), new BigDecimal("10.0"), List.of(0), List.of(1)),
        new BudgetSweep.Flip(new BigDecimal("15.5"), new BigDecimal("16.0"), List.of(1), List.of()));
  }

  @Test
  void aRangeWithoutStepsIsRefused() {
    assertThatThrownBy(() -> new BudgetSweep.Range(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE))
        .isInstanceOf(Refused.class).hasMessageContaining("election.sweep");
    assertThatThrownBy(() -> new BudgetSweep.Range(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE, BigDecimal.TEN))
        .isInstanceOf(Refused.class);
  }
}
