package org.xingfuli.engine.consensus.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.Dice;
import org.xingfuli.kernel.Fraction;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.SeededTest;

/** Where floating point could lead a count astray: sums that meet to the last digit, weights far apart, ballots without end. */
class EdgesOfTheCountTest {

  private static final TieBreak BY_ID = TieBreak.byId();

  /** Supporters hold a few parts in 1e17 less than the cost, exactly the cost, or a few more; see what a double cannot. */
  @SeededTest
  void whatIsShortByLessThanADoubleCanTellIsShort(long seed) {
    Dice dice = new Dice(seed);
    int supporters = dice.between(2, 60);
    int ballots = supporters + dice.between(1, 60);
    long budget = dice.between(900_000_000_000_000L, 999_999_999_999_999L);
    // The supporters' money is supporters × budget ÷ ballots: the whole numbers around it.
    BigInteger money = BigInteger.valueOf(supporters).multiply(BigInteger.valueOf(budget));
    long cost = money.divide(BigInteger.valueOf(ballots)).longValueExact() + dice.between(0, 1);
    Election.Builder builder = new Election.Builder(BigDecimal.valueOf(budget), BallotKind.APPROVAL);
    builder.project(new Project("a", "", BigDecimal.valueOf(cost))).project(new Project("b", "", BigDecimal.valueOf(cost / 3)));
    for (int b = 0; b < ballots; b++) {
      builder.ballot("b" + b, b < supporters ? new int[] {0} : new int[] {1});
    }
    Election election = builder.build();
    boolean reaches = money.compareTo(BigInteger.valueOf(cost).multiply(BigInteger.valueOf(ballots))) >= 0;
    Outcome outcome = new BudgetVote(election, Utility.COST, BY_ID).count(BudgetRule.EQUAL_SHARES);
    assertThat(outcome.winners().contains(0)).isEqualTo(reaches);
    assertThat(Recount.faults(election, outcome, BY_ID)).isEmpty();
  }

  /** What one heavy ballot is short of falls on a light one: a millionth of a millionth of a share decides which of two is cheaper. */
  @SeededTest
  void aHeavyBallotOnTheEdgeOfItsShareDoesNotHideWhatALightOnePays(long seed) {
    Dice dice = new Dice(seed);
    int heavy = 1_000_000;
    long budget = 300_000_000_000_000L;
    long share = budget / 3;
    // a takes all of the heavy one and so little of the light one; b asks its own ballot for a little more or less than that.
    long light = share / heavy + dice.between(0L, 60L);
    long b = light + dice.between(-3L, 3L);
    Election.Builder builder = new Election.Builder(BigDecimal.valueOf(budget), BallotKind.CUMULATIVE);
    builder.project(new Project("a", "", BigDecimal.valueOf(share + light))).project(new Project("b", "", BigDecimal.valueOf(b)));
    builder.ballot("heavy", new int[] {0}, new long[] {heavy}).ballot("light", new int[] {0}, new long[] {1})
        .ballot("other", new int[] {1}, new long[] {1});
    Election election = builder.build();
    Outcome outcome = new BudgetVote(election, Utility.POINTS, BY_ID).count(BudgetRule.EQUAL_SHARES);
    assertThat(outcome.winners()).containsExactlyElementsOf(b < light ? List.of(1, 0) : List.of(0, 1));
    assertThat(outcome.purchases()).filteredOn(purchase -> purchase.project() == 0).extracting(Purchase::price)
        .containsExactly(Fraction.of(light));
  }

  /** Points from 1 to a million, costs that share no divisor, 200 ballots and 15 projects; seldom more than two ballots alike. */
  @SeededTest
  void heavyAndLightBallotsAreCountedAsTheRecountDoes(long seed) {
    if (seed <= 12) {
      Dice dice = new Dice(seed);
      Election election = MadeUp.uneven(dice, 200, 15);
      BudgetVote vote = new BudgetVote(election, Utility.POINTS, BY_ID);
      assertThat(Recount.faults(election, vote.count(BudgetRule.EQUAL_SHARES), BY_ID)).isEmpty();
      BudgetVote coarse = new BudgetVote(election, Utility.POINTS, BY_ID, BigDecimal.valueOf(dice.between(1, 5_000)));
      assertThat(Recount.faults(election, coarse.count(BudgetRule.EQUAL_SHARES_ADD1), BY_ID)).isEmpty();
    }
  }

  @SeededTest
  void whatStandsAfterALeapTellsItsTiesAsACountFromTheStartDoes(long seed) {
    Dice dice = new Dice(seed);
    for (int n = 0; n < 10; n++) {
      Election election = MadeUp.election(dice, BallotKind.APPROVAL);
      BigDecimal unit = new BigDecimal(dice.pick(List.of("1", "0.1", "0.01")));
      Outcome raised = new BudgetVote(election, Utility.COST, BY_ID, unit).count(BudgetRule.EQUAL_SHARES_ADD1);
      Fraction units = raised.shares().share().times(new Fraction(BigInteger.TEN.pow(election.decimals()), BigInteger.ONE));
      SharesCount fresh = new SharesCount(new Profile(election, Utility.COST), election.budgetUnits(), units, BY_ID.order(election)).run();
      assertThat(raised.ties()).isEqualTo(fresh.ties());
    }
  }

  @Test
  void fiveThousandEqualProjectsOfTheWholeBudgetOverflowNoSumAndOneMoreIsRefused() {
    Election election = equal(5_000).build();
    Outcome greedy = new BudgetVote(election, Utility.COST, BY_ID).count(BudgetRule.GREEDY);
    assertThat(greedy.purchases()).hasSize(1);
    assertThat(greedy.ties()).hasSize(1);
    Outcome shares = new BudgetVote(election, Utility.COST, BY_ID, new BigDecimal("1e15")).count(BudgetRule.EQUAL_SHARES_ADD1);
    assertThat(shares.purchases()).hasSize(1);
    assertThat(shares.completion().over()).isEqualByComparingTo("1e15");
    assertThatThrownBy(equal(5_001)::build).isInstanceOf(Refused.class).hasMessageContaining("election.projects");
  }

  private static Election.Builder equal(int projects) {
    Election.Builder builder = new Election.Builder(new BigDecimal("1e15"), BallotKind.APPROVAL);
    IntStream.range(0, projects).forEach(p -> builder.project(new Project("p" + p, "", new BigDecimal("1e15"))));
    return builder.ballot("all, the last first", IntStream.range(0, projects).map(p -> projects - 1 - p).toArray());
  }
}
