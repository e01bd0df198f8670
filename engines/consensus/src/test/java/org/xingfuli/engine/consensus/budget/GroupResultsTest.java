package org.xingfuli.engine.consensus.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.Dice;
import org.xingfuli.kernel.Fraction;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.SeededTest;

/** Who wins and who loses. */
class GroupResultsTest {

  private static final Fraction FOUR_TENTHS = Fraction.of(2, 5);

  /** Garden 10, parking 30; greedy takes the garden alone, a budget of 30 parking. */
  private static Election estate() {
    return new Election.Builder(BigDecimal.TEN, BallotKind.CUMULATIVE).project(new Project("garden", "", BigDecimal.TEN))
        .project(new Project("parking", "", new BigDecimal("30")))
        .ballot("a", new int[] {0}, new long[] {3}).ballot("b", new int[] {0, 1}, new long[] {1, 1})
        .ballot("c", new int[] {1, 0}, new long[] {2, 0}).ballot("d").build();
  }

  @Test
  void aGroupsShareIsTheCostBuiltOfTheCostItsBallotsName() {
    Election election = estate();
    BudgetVote vote = new BudgetVote(election, Utility.COST, TieBreak.byId());
    Outcome garden = vote.count(BudgetRule.GREEDY);
    Outcome parking = vote.count(BudgetRule.GREEDY, new BigDecimal("39"));
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    groups.put("甲", List.of(0, 1, 1));
    groups.put("乙", List.of(2, 1));
    groups.put("丙", List.of(3));
    GroupResults results = GroupResults.of(election, groups, garden, FOUR_TENTHS, parking);
    assertThat(garden.winners()).containsExactly(0);
    assertThat(parking.winners()).containsExactly(0);
    // a asks for 10 and gets it, b for 40 and gets 10; c asks for 30, its garden has no points.
    assertThat(results.groups()).containsExactly(
        new GroupResults.GroupResult("甲", 2, List.of(2, 1), Fraction.of(20, 50), 1, Fraction.NONE),
        new GroupResults.GroupResult("乙", 2, List.of(1, 2), Fraction.of(10, 70), 2, Fraction.NONE),
        new GroupResults.GroupResult("丙", 1, List.of(0, 0), null, 0, null));
    assertThat(results.least()).isEqualTo(Fraction.of(1, 7));
  }

  @Test
  void theDifferenceToAnotherOutcomeHasItsSign() {
    Election election = estate();
    BudgetVote vote = new BudgetVote(election, Utility.COST, TieBreak.byId());
    Map<String, List<Integer>> all = Map.of("all", List.of(0, 1, 2, 3));
    Outcome both = vote.count(BudgetRule.GREEDY, new BigDecimal("40"));
    Outcome garden = vote.count(BudgetRule.GREEDY);
    assertThat(GroupResults.of(election, all, garden, FOUR_TENTHS, both).groups().getFirst().difference()).isEqualTo(Fraction.of(-3, 4));
    assertThat(GroupResults.of(election, all, both, FOUR_TENTHS, null).groups().getFirst().difference()).isNull();
  }

  @Test
  void exactlyTheThresholdIsNotBelowIt() {
    Election election = estate();
    Outcome garden = new BudgetVote(election, Utility.COST, TieBreak.byId()).count(BudgetRule.GREEDY);
    Map<String, List<Integer>> b = Map.of("b", List.of(1));
    assertThat(GroupResults.of(election, b, garden, Fraction.of(1, 4), null).groups().getFirst().below()).isZero();
    assertThat(GroupResults.of(election, b, garden, Fraction.of(26, 100), null).groups().getFirst().below()).isEqualTo(1);
  }

  @Test
  void ballotsThatAreNotThereAreAllTold() {
    Election election = estate();
    Outcome garden = new BudgetVote(election, Utility.COST, TieBreak.byId()).count(BudgetRule.GREEDY);
    assertThatThrownBy(() -> GroupResults.of(election, Map.of("x", List.of(-1, 0, 4)), garden, FOUR_TENTHS, null))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals()).hasSize(2));
  }

  @SeededTest
  void theWholeIsBetweenItsGroupsAndSupportAddsUp(long seed) {
    Dice dice = new Dice(seed);
    Election election = MadeUp.election(dice, dice.pick(BallotKind.class));
    BudgetVote vote = new BudgetVote(election, Utility.COST, TieBreak.byId());
    Outcome outcome = vote.count(BudgetRule.EQUAL_SHARES_ADD1);
    List<Integer> all = MadeUp.all(election);
    int cut = dice.between(0, all.size());
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    groups.put("one", all.subList(0, cut));
    groups.put("two", all.subList(cut, all.size()));
    GroupResults parts = GroupResults.of(election, groups, outcome, FOUR_TENTHS, null);
    GroupResults.GroupResult whole = GroupResults.of(election, Map.of("all", all), outcome, FOUR_TENTHS, outcome).groups().getFirst();
    List<ProjectReceipt> receipts = ProjectReceipt.of(election, outcome);
    for (int p = 0; p < receipts.size(); p++) {
      int place = p;
      assertThat(whole.support().get(p)).isEqualTo(receipts.get(p).votes());
      assertThat(parts.groups().stream().mapToInt(group -> group.support().get(place)).sum()).isEqualTo(whole.support().get(p));
    }
    assertThat(parts.groups().stream().mapToInt(GroupResults.GroupResult::below).sum()).isEqualTo(whole.below());
    if (whole.share() != null) {
      assertThat(whole.share().isAtLeast(parts.least())).isTrue();
      assertThat(whole.difference()).isEqualTo(Fraction.NONE);
    }
  }
}
