package org.xingfuli.engine.consensus.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xingfuli.engine.consensus.budget.ProjectReceipt.Fate;
import org.xingfuli.kernel.Fraction;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Budgeted votes small enough to be reckoned by hand. */
class BudgetVoteTest {

  private static final TieBreak BY_ID = TieBreak.byId();

  /** Projects as {@code id cost}, ballots as the ids they name, with a number in front when several say the same. */
  private static Election vote(int budget, String projects, String... ballots) {
    Election.Builder builder = new Election.Builder(BigDecimal.valueOf(budget), BallotKind.APPROVAL);
    for (String project : projects.split(", ")) {
      builder.project(new Project(project.split(" ")[0], "", new BigDecimal(project.split(" ")[1])));
    }
    for (String ballot : ballots) {
      boolean many = ballot.contains("×");
      int times = many ? Integer.parseInt(ballot.split("×")[0]) : 1;
      List<String> named = Arrays.stream((many ? ballot.split("×")[1] : ballot).split(" ")).filter(id -> !id.isEmpty()).toList();
      for (int t = 0; t < times; t++) {
        builder.ballot(ballot + t, named.stream().mapToInt(builder::place).toArray());
      }
    }
    return builder.build();
  }

  private static Outcome count(Election election, BudgetRule rule) {
    return new BudgetVote(election, Utility.usual(election.kind()), BY_ID).count(rule);
  }

  private static List<String> bought(Election election, Outcome outcome) {
    return outcome.winners().stream().map(p -> election.projects().get(p).id()).toList();
  }

  private static Shares.Payment paid(int project, long numerator, long denominator) {
    return new Shares.Payment(project, Fraction.of(numerator, denominator));
  }

  // ---------------------------------------------------------------- equal shares, to the fraction

  @Test
  void aShareGoesWhereTheBallotPointsAndTheReceiptIsExact() {
    Election election = vote(100, "ramp 35, lamps 30, bench 20", "ramp bench", "ramp", "ramp lamps", "lamps bench");
    Outcome outcome = count(election, BudgetRule.EQUAL_SHARES);
    // 25 each. The ramp takes 35/3 of three. The lamps would then need 50/3 of the fourth, five ninths of their cost; the bench takes 10
    // of two, one half of its cost, and comes first. What is left for the lamps, 40/3 and 15, is 5/3 short of 30.
    assertThat(bought(election, outcome)).containsExactly("ramp", "bench");
    assertThat(outcome.cost()).isEqualByComparingTo("55");
    assertThat(outcome.purchases()).containsExactly(new Purchase(0, Fraction.of(35, 3), 3), new Purchase(2, Fraction.of(10), 2));
    Shares shares = outcome.shares();
    assertThat(shares.share()).isEqualTo(Fraction.of(25));
    assertThat(shares.payments(0)).containsExactly(paid(0, 35, 3), paid(2, 10, 1));
    assertThat(shares.payments(1)).containsExactly(paid(0, 35, 3));
    assertThat(shares.payments(2)).containsExactly(paid(0, 35, 3));
    assertThat(shares.payments(3)).containsExactly(paid(2, 10, 1));
    assertThat(IntStream.range(0, 4).mapToObj(shares::left))
        .containsExactly(Fraction.of(10, 3), Fraction.of(40, 3), Fraction.of(40, 3), Fraction.of(15));
    assertThat(shares.missing(1)).isEqualTo(Fraction.of(5, 3));
    assertThat(outcome.ties()).isEmpty();
  }

  @Test
  void whoHasLessThanTheOthersPayGivesAllThatIsLeft() {
    Election election = vote(100, "ramp 35, lamps 28, bench 20", "ramp bench", "ramp", "ramp lamps", "lamps bench");
    Shares shares = count(election, BudgetRule.EQUAL_SHARES).shares();
    assertThat(shares.payments(2)).containsExactly(paid(0, 35, 3), paid(1, 40, 3));
    assertThat(shares.payments(3)).containsExactly(paid(2, 10, 1), paid(1, 44, 3));
    assertThat(shares.left(2)).isEqualTo(Fraction.NONE);
    assertThat(shares.left(3)).isEqualTo(Fraction.of(1, 3));
  }

  @Test
  void anEmptyBallotHoldsAShareThatNobodyElseMaySpend() {
    Election election = vote(100, "ramp 60", "ramp", "");
    assertThat(count(election, BudgetRule.EQUAL_SHARES).winners()).isEmpty();
    assertThat(count(election, BudgetRule.EQUAL_SHARES).shares().left(1)).isEqualTo(Fraction.of(50));
    assertThat(bought(election, count(election, BudgetRule.EQUAL_SHARES_ADD1))).containsExactly("ramp");
  }

  @Test
  void thePlaceOnABallotCountsByBordaAndTheLastPlaceIsWorthNothing() {
    Election.Builder builder = new Election.Builder(BigDecimal.valueOf(60), BallotKind.ORDINAL);
    List.of("a", "b", "c").forEach(id -> builder.project(new Project(id, "", BigDecimal.valueOf(20))));
    Election election = builder.ballot("1", 0, 1, 2).ballot("2", 1, 0).ballot("3", 2).build();
    Outcome outcome = count(election, BudgetRule.EQUAL_SHARES);
    // b has 1 + 1 and a has 2 + 0: both cost 10 a point. a, by its id, takes the whole share of 1; b then lacks what 1 has not.
    assertThat(outcome.ties()).containsExactly(new Tie(0, List.of(0, 1)));
    assertThat(bought(election, outcome)).containsExactly("a", "b");
    assertThat(outcome.shares().payments(0)).containsExactly(paid(0, 20, 1));
    assertThat(outcome.shares().payments(1)).containsExactly(paid(1, 20, 1));
    assertThat(outcome.shares().payments(2)).isEmpty();
  }

  // ---------------------------------------------------------------- why shares at all

  private static Election twoHalves() {
    String projects = String.join(", ", IntStream.range(0, 20).mapToObj(p -> (p < 10 ? "a" : "b") + p % 10 + " 10000").toList());
    String a = String.join(" ", IntStream.range(0, 10).mapToObj(p -> "a" + p).toList());
    return vote(100_000, projects, "51×" + a, "49×" + a.replace('a', 'b'));
  }

  @Test
  void fiftyOnePercentDecideEverythingByMostVotesAndFiftyOnePercentOfTheBudgetByShares() {
    Election election = twoHalves();
    assertThat(bought(election, count(election, BudgetRule.GREEDY))).allMatch(id -> id.startsWith("a")).hasSize(10);
    // 1,000 each: 51,000 buy five, 49,000 buy four.
    assertThat(bought(election, count(election, BudgetRule.EQUAL_SHARES))).filteredOn(id -> id.startsWith("a")).hasSize(5);
    assertThat(bought(election, count(election, BudgetRule.EQUAL_SHARES))).filteredOn(id -> id.startsWith("b")).hasSize(4);
    // 50,000 of 49 ballots are 1,021 each; a sixth one of 51 ballots would be 1,177 each, and an eleventh in all.
    Outcome raised = count(election, BudgetRule.EQUAL_SHARES_ADD1);
    assertThat(bought(election, raised)).filteredOn(id -> id.startsWith("b")).hasSize(5);
    assertThat(raised.cost()).isEqualByComparingTo("100000");
    assertThat(raised.completion().increments()).isEqualTo(176);
    assertThat(raised.completion().overspend()).containsExactly(5);
    assertThat(raised.completion().over()).isEqualByComparingTo("10000");
    assertThat(bought(election, count(election, BudgetRule.PHRAGMEN))).filteredOn(id -> id.startsWith("b")).hasSize(5);
  }

  @Test
  void theComparisonStepGoesByTheMajorityAndSaysSo() {
    Election election = twoHalves();
    BudgetVote vote = new BudgetVote(election, Utility.COST, BY_ID);
    Comparison comparison = vote.compare(vote.count(BudgetRule.EQUAL_SHARES_ADD1), vote.count(BudgetRule.GREEDY));
    assertThat(comparison).isEqualTo(new Comparison(49, 51, 0));
    assertThat(comparison.otherWins()).isTrue();
    assertThat(vote.compare(vote.count(BudgetRule.GREEDY), vote.count(BudgetRule.GREEDY))).isEqualTo(new Comparison(0, 0, 100));
    assertThat(new Comparison(50, 50, 0).otherWins()).as("strictly more").isFalse();
  }

  // ---------------------------------------------------------------- raising shares

  private static Election swap() {
    return vote(150, "A 72, B 20, C 24, E 35", "4×A B", "4×A", "2×B C", "C", "4×E");
  }

  @Test
  void sharesAreRaisedUntilJustBeforeTheFirstOverspendAndNotUntilTheBudgetIsUsedUp() {
    Election election = swap();
    // 10 each: A takes 9 of its eight. Four of them have 1 left for B, so B would cost its other two 8 each, 0.4 of its cost; C costs 8
    // each, a third of its cost, and is bought. 19 is left of the budget and B costs 20: whoever stops when nothing fits stops here.
    Outcome first = count(election, BudgetRule.EQUAL_SHARES);
    assertThat(first.winnerIds(election)).containsExactly("A", "C", "E");
    assertThat(election.budget().subtract(first.cost())).isEqualByComparingTo("19");
    // 11 each: the four have 2 left, B costs the others 6, 0.3 of its cost, and comes before C, which is then 3 short.
    // 12 each: both are bought, 151 in all: thrown away.
    Outcome raised = count(election, BudgetRule.EQUAL_SHARES_ADD1);
    assertThat(raised.winnerIds(election)).containsExactly("A", "B", "E");
    assertThat(raised.completion()).isEqualTo(new Completion(1, BigDecimal.ONE, List.of(2), BigDecimal.ONE));
    assertThat(raised.shares().share()).isEqualTo(Fraction.of(11));
    assertThat(raised.shares().missing(2)).isEqualTo(Fraction.of(3));
    assertThat(Recount.faults(election, raised, BY_ID)).isEmpty();
  }

  @Test
  void aRecountFindsASmallerShareAnEarlyEndAndALateOne() {
    Election election = swap();
    Outcome raised = count(election, BudgetRule.EQUAL_SHARES_ADD1);
    Completion stands = raised.completion();
    assertThat(Recount.faults(election, with(raised, null), BY_ID)).containsExactly("share 11, due 10");
    assertThat(Recount.faults(election, with(raised, new Completion(1, stands.unit(), List.of(), BigDecimal.ZERO)), BY_ID))
        .containsExactly("raising ended though money could still bring C");
    assertThat(Recount.faults(election, with(count(election, BudgetRule.EQUAL_SHARES), new Completion(0, stands.unit(), List.of(1), stands.over())),
        BY_ID)).containsExactly("one unit more does not overspend");
  }

  private static Outcome with(Outcome outcome, Completion completion) {
    return new Outcome(outcome.rule(), outcome.utility(), outcome.tieBreak(), outcome.budget(), outcome.purchases(), outcome.cost(), outcome.ties(), completion,
        outcome.shares());
  }

  @Test
  void whereEverythingFitsEverythingSomebodyNamesIsBoughtAndNothingIsOverspent() {
    Election election = vote(100, "A 30, B 30, C 30", "A", "9×B", "");
    Outcome raised = count(election, BudgetRule.EQUAL_SHARES_ADD1);
    assertThat(raised.winnerIds(election)).containsExactly("A", "B");
    assertThat(raised.completion().overspend()).isEmpty();
    assertThat(raised.completion().over()).isZero();
  }

  @Test
  void theIncrementIsPartOfTheRule() {
    Election election = swap();
    BudgetVote coarse = new BudgetVote(election, Utility.COST, BY_ID, BigDecimal.TWO);
    assertThat(coarse.count(BudgetRule.EQUAL_SHARES_ADD1).winnerIds(election)).containsExactly("A", "C", "E");
    BudgetVote fine = new BudgetVote(election, Utility.COST, BY_ID, new BigDecimal("0.01"));
    assertThat(fine.count(BudgetRule.EQUAL_SHARES_ADD1).winnerIds(election)).containsExactly("A", "B", "E");
    for (String wrong : List.of("0", "-1", "0.0000001", "1e16", "1e-999999999", "1e999999999")) {
      assertThatThrownBy(() -> new BudgetVote(election, Utility.COST, BY_ID, new BigDecimal(wrong)))
          .isInstanceOf(Refused.class).hasMessageContaining("election.increment");
    }
  }

  // ---------------------------------------------------------------- equals

  @Test
  void aTieIsBrokenAsStatedAndStandsInTheResult() {
    Election election = vote(80, "a 60, b 40", "2×a b");
    // 40 each; both cost half of a unit a unit of cost, and after either the other is out of reach.
    assertThat(winners(election, Utility.COST, TieBreak.byId())).containsExactly("a");
    assertThat(winners(election, Utility.COST, TieBreak.cheaperFirst())).containsExactly("b");
    assertThat(winners(election, Utility.COST, TieBreak.moreVotesFirst())).as("as many votes: by id").containsExactly("a");
    assertThat(winners(election, Utility.COST, TieBreak.drawn(List.of("b", "a")))).containsExactly("b");
    Outcome drawn = new BudgetVote(election, Utility.COST, TieBreak.drawn(List.of("b", "a"))).count(BudgetRule.EQUAL_SHARES);
    assertThat(drawn.ties()).containsExactly(new Tie(0, List.of(1, 0)));
    assertThat(drawn.tieBreak()).isEqualTo("lots");
    assertThatThrownBy(() -> winners(election, Utility.COST, TieBreak.drawn(List.of("b"))))
        .isInstanceOf(Refused.class).hasMessageContaining("election.lots");
  }

  @Test
  void moreVotesComeFirstAmongEquals() {
    Election.Builder builder = new Election.Builder(BigDecimal.valueOf(20), BallotKind.CUMULATIVE);
    builder.project(new Project("x", "", BigDecimal.TEN)).project(new Project("y", "", BigDecimal.TEN));
    Election election = builder.ballot("1", new int[] {0, 1}, new long[] {2, 1}).ballot("2", new int[] {1}, new long[] {1}).build();
    assertThat(winners(election, Utility.POINTS, TieBreak.byId())).containsExactly("x", "y");
    assertThat(winners(election, Utility.POINTS, TieBreak.moreVotesFirst())).containsExactly("y");
  }

  @Test
  void equalsOfGreedyAreToldOnlyWhereNotAllOfThemFit() {
    Election election = vote(50, "a 30, b 30, c 60, d 20", "2×a b c d");
    Outcome outcome = count(election, BudgetRule.GREEDY);
    assertThat(bought(election, outcome)).containsExactly("a", "d");
    // c never fits, so it ties with nobody.
    assertThat(outcome.ties()).containsExactly(new Tie(0, List.of(0, 1, 3)));
    assertThat(count(vote(200, "a 30, b 30, c 60, d 20", "2×a b c d"), BudgetRule.GREEDY).ties()).isEmpty();
  }

  private static List<String> winners(Election election, Utility utility, TieBreak tieBreak) {
    return bought(election, new BudgetVote(election, utility, tieBreak).count(BudgetRule.EQUAL_SHARES));
  }

  // ---------------------------------------------------------------- faults and fates

  @Test
  void everyFaultOfAnElectionIsToldAtOnce() {
    Election.Builder builder = new Election.Builder(new BigDecimal("-5"), BallotKind.CUMULATIVE);
    builder.project(new Project("a", "", new BigDecimal("0.0000001"))).project(new Project("a", "", BigDecimal.ONE));
    builder.ballot("1", 0, 7).ballot("2", 1, 1).ballot("3", new int[] {0}, new long[] {2_000_000_000});
    assertThatThrownBy(builder::build).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals())
        .extracting(Refusal::code, refusal -> refusal.values().getOrDefault("ballot", ""))
        .containsExactlyInAnyOrder(tuple("election.project-twice", ""), tuple("election.project-unknown", "1"),
            tuple("election.choice-twice", "2"), tuple("election.points", "3"), tuple("election.budget", ""), tuple("election.cost", "")));
    assertThatThrownBy(() -> new BudgetVote(twoHalves(), Utility.BORDA, BY_ID)).hasMessageContaining("election.utility");
  }

  @Test
  void everyProjectHearsWhatBecameOfItAndWhatItWasShortOf() {
    Election election = vote(150, "A 72, B 20, C 24, E 35, palace 180, nobody 1, far 149", "4×A B", "4×A", "2×B C palace", "C far", "4×E");
    assertThat(fates(election, BudgetRule.EQUAL_SHARES_ADD1)).isEqualTo(Map.of("A", Fate.TAKEN, "B", Fate.TAKEN, "E", Fate.TAKEN,
        "C", Fate.NEXT_OVERSPENDS, "palace", Fate.ABOVE_BUDGET, "nobody", Fate.NOBODY_NAMES_IT, "far", Fate.SUPPORTERS_SHORT));
    assertThat(fates(election, BudgetRule.GREEDY)).isEqualTo(Map.of("A", Fate.TAKEN, "B", Fate.TAKEN, "C", Fate.DID_NOT_FIT,
        "E", Fate.TAKEN, "palace", Fate.ABOVE_BUDGET, "nobody", Fate.NOBODY_NAMES_IT, "far", Fate.DID_NOT_FIT));
    List<ProjectReceipt> receipts = ProjectReceipt.of(election, count(election, BudgetRule.EQUAL_SHARES_ADD1));
    assertThat(receipts.get(0)).isEqualTo(new ProjectReceipt(0, Fate.TAKEN, 8, 8, Fraction.NONE, List.of()));
    assertThat(receipts.get(2)).isEqualTo(new ProjectReceipt(2, Fate.NEXT_OVERSPENDS, 3, 0, Fraction.of(3), List.of()));
    assertThat(receipts.get(4).missing()).as("above the budget").isEqualTo(Fraction.of(30));
    assertThat(receipts.get(6).missing()).as("149 of a share of 11").isEqualTo(Fraction.of(138));
    assertThat(ProjectReceipt.of(election, count(election, BudgetRule.GREEDY)).get(2).missing())
        .as("24 where 150 − 127 are left").isEqualTo(Fraction.of(1));
  }

  @Test
  void whatIsWorthNothingToEveryBallotIsNotSaidToHaveLackedMoney() {
    Election.Builder builder = new Election.Builder(BigDecimal.TEN, BallotKind.ORDINAL);
    builder.project(new Project("a", "", BigDecimal.ONE)).project(new Project("b", "", BigDecimal.ONE));
    Election election = builder.ballot("1", 0).ballot("2", 1, 0).build();
    assertThat(fates(election, BudgetRule.GREEDY)).isEqualTo(Map.of("a", Fate.NOBODY_NAMES_IT, "b", Fate.TAKEN));
    assertThat(fates(election, BudgetRule.EQUAL_SHARES_ADD1)).isEqualTo(Map.of("a", Fate.NOBODY_NAMES_IT, "b", Fate.TAKEN));
    assertThat(fates(election, BudgetRule.PHRAGMEN)).as("Phragmén knows no places").isEqualTo(Map.of("a", Fate.TAKEN, "b", Fate.TAKEN));
    assertThat(ProjectReceipt.of(election, count(election, BudgetRule.GREEDY)).getFirst().votes()).as("still named by two").isEqualTo(2);
  }

  private static Map<String, Fate> fates(Election election, BudgetRule rule) {
    Outcome outcome = new BudgetVote(election, Utility.usual(election.kind()), BY_ID).count(rule);
    return ProjectReceipt.of(election, outcome).stream()
        .collect(Collectors.toMap(receipt -> election.projects().get(receipt.project()).id(), ProjectReceipt::fate));
  }
}
