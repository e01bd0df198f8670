package org.xingfuli.engine.consensus.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.xingfuli.kernel.Dice;
import org.xingfuli.kernel.Fraction;
import org.xingfuli.kernel.SeededTest;

/** What holds of every budgeted vote. */
class BudgetVoteLawsTest {

  private static final TieBreak BY_ID = TieBreak.byId();

  private interface Law {
    void holds(Election election, Utility utility, BudgetVote vote);
  }

  private static void everywhere(long seed, Law law) {
    Dice dice = new Dice(seed);
    for (int n = 0; n < 4; n++) {
      for (BallotKind kind : BallotKind.values()) {
        Election election = MadeUp.election(dice, kind);
        for (Utility utility : MadeUp.utilities(kind)) {
          law.holds(election, utility, new BudgetVote(election, utility, BY_ID));
        }
      }
    }
  }

  @SeededTest
  void aRecountThatSharesNoCodeFindsTheSameWinnersInTheSameOrder(long seed) {
    everywhere(seed, (election, utility, vote) -> {
      assertThat(Recount.faults(election, vote.count(BudgetRule.EQUAL_SHARES), BY_ID)).isEmpty();
      assertThat(Recount.faults(election, vote.count(BudgetRule.EQUAL_SHARES_ADD1), BY_ID)).isEmpty();
    });
  }

  @SeededTest
  void raisingSharesStopsJustBeforeTheFirstOverspendAndNoLeapMissesOne(long seed) {
    everywhere(seed, (election, utility, vote) -> {
      Outcome raised = vote.count(BudgetRule.EQUAL_SHARES_ADD1);
      Fraction share = Fraction.of(election.budget()).dividedBy(Fraction.of(election.ballots()));
      List<Integer> stands = Recount.winners(election, utility, BY_ID, share);
      for (int k = 1; stands.size() < fundable(election, utility).size(); k++) {
        List<Integer> next = Recount.winners(election, utility, BY_ID, share.plus(Fraction.of(k)));
        if (cost(election, next).compareTo(election.budget()) > 0) {
          break;
        }
        stands = next;
      }
      assertThat(raised.winners()).containsExactlyInAnyOrderElementsOf(stands);
    });
  }

  /** What some ballot holds dear and the whole budget could pay: counted with everyone's purse full. */
  private static List<Integer> fundable(Election election, Utility utility) {
    return Recount.winners(election, utility, BY_ID, Fraction.of(1_000_000));
  }

  @SeededTest
  void noRuleSpendsMoreThanTheBudgetOrBuildsWhatNobodyNamed(long seed) {
    everywhere(seed, (election, utility, vote) -> {
      int[] votes = election.votes();
      for (BudgetRule rule : BudgetRule.values()) {
        Outcome outcome = vote.count(rule);
        assertThat(outcome.cost()).isLessThanOrEqualTo(election.budget());
        assertThat(cost(election, outcome.winners())).isEqualByComparingTo(outcome.cost());
        assertThat(outcome.winners()).doesNotHaveDuplicates().allMatch(p -> votes[p] > 0);
      }
    });
  }

  @SeededTest
  void theOrderOfBallotsAndHowOftenAllOfThemAreCountedChangeNothing(long seed) {
    Dice dice = new Dice(seed);
    everywhere(seed, (election, utility, vote) -> {
      Election again = MadeUp.again(election, dice.shuffled(MadeUp.all(election)), dice.between(1, 3));
      for (BudgetRule rule : List.of(BudgetRule.EQUAL_SHARES, BudgetRule.GREEDY, BudgetRule.PHRAGMEN)) {
        assertThat(new BudgetVote(again, utility, BY_ID).count(rule).winners()).isEqualTo(vote.count(rule).winners());
      }
    });
  }

  @SeededTest
  void whatABallotPaysIsItsOwnAndWhatAllPayIsTheCost(long seed) {
    everywhere(seed, (election, utility, vote) -> {
      Shares shares = vote.count(BudgetRule.EQUAL_SHARES).shares();
      assertThat(shares).isNotNull();
      Map<Integer, Fraction> paid = new HashMap<>();
      for (int b = 0; b < election.ballots(); b++) {
        int ballot = b;
        assertThat(shares.left(b).isAtLeast(Fraction.NONE)).isTrue();
        for (Shares.Payment payment : shares.payments(b)) {
          assertThat(election.choices(ballot)).contains(payment.project());
          assertThat(payment.paid().isMoreThan(Fraction.NONE)).isTrue();
          paid.merge(payment.project(), payment.paid(), Fraction::plus);
        }
      }
      paid.forEach((p, sum) -> assertThat(sum).isEqualTo(Fraction.of(election.projects().get(p).cost())));
    });
  }

  @SeededTest
  void whatIsNotBoughtIsMissingSomethingUnlessItCostsMoreThanTheBudget(long seed) {
    everywhere(seed, (election, utility, vote) -> {
      Outcome outcome = vote.count(BudgetRule.EQUAL_SHARES);
      for (int p = 0; p < election.projects().size(); p++) {
        if (!outcome.winners().contains(p) && election.projects().get(p).cost().compareTo(election.budget()) <= 0
            && election.projects().get(p).cost().signum() > 0) {
          assertThat(outcome.shares().missing(p).isMoreThan(Fraction.NONE)).as("project %d", p).isTrue();
        }
      }
    });
  }

  /** Whoever is a share of the ballots and agrees decides that share of the budget. */
  @SeededTest
  void aGroupThatAgreesGetsWhatItsSharesCanPay(long seed) {
    Dice dice = new Dice(seed);
    int group = dice.between(1, 20);
    int others = dice.between(0, 40);
    Election.Builder builder = new Election.Builder(BigDecimal.valueOf((group + others) * 10L), BallotKind.APPROVAL);
    long left = group * 10L;
    int own = 0;
    while (left > 0 && own < 6) {
      long cost = dice.between(1L, left);
      builder.project(new Project("own" + own++, "", BigDecimal.valueOf(cost)));
      left -= cost;
    }
    builder.project(new Project("other", "", BigDecimal.valueOf(10L * Math.max(1, others))));
    int[] wanted = IntStream.range(0, own).toArray();
    for (int b = 0; b < group; b++) {
      builder.ballot("g" + b, wanted);
    }
    for (int b = 0; b < others; b++) {
      builder.ballot("o" + b, own);
    }
    BudgetVote vote = new BudgetVote(builder.build(), dice.pick(List.of(Utility.COST, Utility.CARDINALITY)), BY_ID);
    assertThat(vote.count(BudgetRule.EQUAL_SHARES).winners()).contains(Arrays.stream(wanted).boxed().toArray(Integer[]::new));
  }

  @SeededTest
  void phragmenBuildsWhatTheSupportersCanPayForFirst(long seed) {
    everywhere(seed, (election, utility, vote) ->
        assertThat(vote.count(BudgetRule.PHRAGMEN).winners()).isEqualTo(plainPhragmen(election)));
  }

  /** Money grows in every purse until the first project can be paid: purse by purse, in fractions. */
  private static List<Integer> plainPhragmen(Election election) {
    Fraction[] load = new Fraction[election.ballots()];
    Arrays.fill(load, Fraction.NONE);
    List<Integer> bought = new ArrayList<>();
    BigDecimal left = election.budget();
    while (true) {
      Map<Integer, Fraction> moments = new HashMap<>();
      for (int p = 0; p < election.projects().size(); p++) {
        List<Integer> supporters = supporters(election, p);
        if (!bought.contains(p) && !supporters.isEmpty() && election.projects().get(p).cost().compareTo(election.budget()) <= 0) {
          Fraction sum = Fraction.of(election.projects().get(p).cost());
          for (int b : supporters) {
            sum = sum.plus(load[b]);
          }
          moments.put(p, sum.dividedBy(Fraction.of(supporters.size())));
        }
      }
      Fraction first = moments.values().stream().min(Comparator.naturalOrder()).orElse(Fraction.NONE);
      List<Integer> next = moments.keySet().stream().filter(p -> moments.get(p).equals(first))
          .sorted(Comparator.comparing(p -> election.projects().get(p).id())).toList();
      BigDecimal remaining = left;
      if (next.isEmpty() || next.stream().anyMatch(p -> election.projects().get(p).cost().compareTo(remaining) > 0)) {
        return bought;
      }
      supporters(election, next.getFirst()).forEach(b -> load[b] = first);
      bought.add(next.getFirst());
      left = left.subtract(election.projects().get(next.getFirst()).cost());
    }
  }

  private static List<Integer> supporters(Election election, int p) {
    List<Integer> supporters = new ArrayList<>();
    for (int b = 0; b < election.ballots(); b++) {
      int[] choices = election.choices(b);
      for (int k = 0; k < choices.length; k++) {
        if (choices[k] == p && election.points(b)[k] > 0) {
          supporters.add(b);
        }
      }
    }
    return supporters;
  }

  private static BigDecimal cost(Election election, List<Integer> projects) {
    return projects.stream().map(p -> election.projects().get(p).cost()).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
