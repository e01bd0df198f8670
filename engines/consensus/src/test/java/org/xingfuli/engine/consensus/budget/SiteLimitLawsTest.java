package org.xingfuli.engine.consensus.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xingfuli.engine.consensus.budget.ProjectReceipt.Fate;
import org.xingfuli.kernel.Dice;
import org.xingfuli.kernel.Fraction;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.SeededTest;

/** What holds of every budgeted vote on a site that has not room for everything. */
class SiteLimitLawsTest {

  private static final TieBreak BY_ID = TieBreak.byId();

  private interface Law {
    void holds(Election election, Utility utility, BudgetVote vote);
  }

  private static void everywhere(long seed, Law law) {
    Dice dice = new Dice(seed);
    for (BallotKind kind : BallotKind.values()) {
      Election election = MadeUp.crowded(dice, MadeUp.election(dice, kind));
      Utility utility = dice.pick(MadeUp.utilities(kind));
      law.holds(election, utility, new BudgetVote(election, utility, BY_ID));
    }
  }

  private static boolean fits(Election election, List<Integer> built) {
    return election.site().stream().allMatch(limit ->
        built.stream().map(limit::use).reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(limit.limit()) <= 0);
  }

  private static List<Integer> with(List<Integer> built, int p) {
    List<Integer> more = new ArrayList<>(built);
    more.add(p);
    return more;
  }

  @SeededTest
  void noRuleBuildsMoreThanTheSiteHasRoomFor(long seed) {
    everywhere(seed, (election, utility, vote) -> {
      for (BudgetRule rule : BudgetRule.values()) {
        assertThat(fits(election, vote.count(rule).winners())).as("%s", rule).isTrue();
      }
    });
  }

  @SeededTest
  void aRecountThatSharesNoCodeFindsTheSameWinnersInTheSameOrder(long seed) {
    everywhere(seed, (election, utility, vote) -> {
      assertThat(Recount.faults(election, vote.count(BudgetRule.EQUAL_SHARES), BY_ID)).isEmpty();
      assertThat(Recount.faults(election, vote.count(BudgetRule.EQUAL_SHARES_ADD1), BY_ID)).isEmpty();
    });
  }

  @SeededTest
  void limitsThatLeaveRoomForEverythingChangeNothing(long seed) {
    Dice dice = new Dice(seed);
    Election election = MadeUp.election(dice, dice.pick(BallotKind.class));
    Utility utility = dice.pick(MadeUp.utilities(election.kind()));
    Election roomy = election.withSite(List.of(new SiteLimit("wide", BigDecimal.valueOf(election.projects().size()),
        Map.of(0, BigDecimal.ONE)), SiteLimit.atMostOne("alone", election.projects().size() - 1)));
    for (BudgetRule rule : BudgetRule.values()) {
      Outcome with = new BudgetVote(roomy, utility, BY_ID).count(rule);
      Outcome without = new BudgetVote(election, utility, BY_ID).count(rule);
      // Where everything fits raising goes by doubling only without limits, so the last share may be another.
      if (without.completion() == null || !without.completion().overspend().isEmpty()) {
        assertThat(with.purchases()).isEqualTo(without.purchases());
        assertThat(with.ties()).isEqualTo(without.ties());
      }
      assertThat(with.winnerIds(roomy)).isEqualTo(without.winnerIds(election));
    }
  }

  @SeededTest
  void noLeapMissesAnOverspendOrTheEndOfRaising(long seed) {
    everywhere(seed, (election, utility, vote) -> {
      Outcome raised = vote.count(BudgetRule.EQUAL_SHARES_ADD1);
      Fraction share = Fraction.of(election.budget()).dividedBy(Fraction.of(election.ballots()));
      List<Integer> stands = Recount.winners(election, utility, BY_ID, share);
      long k = 0;
      while (moneyCouldBringMore(election, utility, stands)) {
        List<Integer> next = Recount.winners(election, utility, BY_ID, share.plus(Fraction.of(k + 1)));
        if (next.stream().map(p -> election.projects().get(p).cost()).reduce(BigDecimal.ZERO, BigDecimal::add)
            .compareTo(election.budget()) > 0) {
          break;
        }
        stands = next;
        k++;
      }
      assertThat(raised.winners()).isEqualTo(stands);
      assertThat(raised.completion().increments()).isEqualTo(k);
    });
  }

  private static boolean moneyCouldBringMore(Election election, Utility utility, List<Integer> built) {
    // Whom somebody supports under the utility is what full purses would buy without limits.
    List<Integer> wanted = Recount.winners(election.withSite(List.of()), utility, BY_ID, Fraction.of(1_000_000));
    return wanted.stream().anyMatch(p -> !built.contains(p) && fits(election, with(built, p)));
  }

  @SeededTest
  void whoIsSaidToHaveFoundNoRoomHasNoneAndTheOneNamedTookIt(long seed) {
    everywhere(seed, (election, utility, vote) -> {
      for (BudgetRule rule : BudgetRule.values()) {
        Outcome outcome = vote.count(rule);
        for (ProjectReceipt receipt : ProjectReceipt.of(election, outcome)) {
          boolean room = fits(election, with(outcome.winners(), receipt.project()));
          assertThat(receipt.missing().isAtLeast(Fraction.NONE)).isTrue();
          switch (receipt.fate()) {
            case SITE_TAKEN -> {
              assertThat(room).isFalse();
              for (SiteLack lack : receipt.site()) {
                List<Integer> until = outcome.winners().subList(0, outcome.winners().indexOf(lack.by()));
                Election one = election.withSite(election.site().stream().filter(limit -> limit.id().equals(lack.site())).toList());
                assertThat(fits(one, with(until, receipt.project()))).isTrue();
                assertThat(fits(one, with(with(until, lack.by()), receipt.project()))).isFalse();
              }
            }
            case ABOVE_SITE -> assertThat(fits(election, List.of(receipt.project()))).isFalse();
            case SUPPORTERS_SHORT, NEXT_OVERSPENDS, DID_NOT_FIT -> assertThat(room).isTrue();
            default -> assertThat(receipt.site()).isEmpty();
          }
        }
      }
    });
  }

  @SeededTest
  void whatHasRoomAndIsNotBoughtIsMissingMoney(long seed) {
    everywhere(seed, (election, utility, vote) -> {
      Outcome outcome = vote.count(BudgetRule.EQUAL_SHARES);
      ProjectReceipt.of(election, outcome).stream().filter(receipt -> receipt.fate() == Fate.SUPPORTERS_SHORT)
          .forEach(receipt -> assertThat(receipt.missing().isMoreThan(Fraction.NONE)
              || election.projects().get(receipt.project()).cost().signum() == 0).isTrue());
    });
  }

  /** Purse by purse, in fractions; what has no room is out and ends nothing. */
  @SeededTest
  void phragmenGoesOnWithWhatStillHasRoom(long seed) {
    everywhere(seed, (election, utility, vote) -> {
      Fraction[] load = new Fraction[election.ballots()];
      Arrays.fill(load, Fraction.NONE);
      List<Integer> bought = new ArrayList<>();
      BigDecimal left = election.budget();
      while (true) {
        Map<Integer, Fraction> moments = new HashMap<>();
        for (int p = 0; p < election.projects().size(); p++) {
          List<Integer> supporters = supporters(election, p);
          if (!bought.contains(p) && !supporters.isEmpty() && fits(election, with(bought, p))
              && election.projects().get(p).cost().compareTo(election.budget()) <= 0) {
            Fraction sum = Fraction.of(election.projects().get(p).cost());
            for (int b : supporters) {
              sum = sum.plus(load[b]);
            }
            moments.put(p, sum.dividedBy(Fraction.of(supporters.size())));
          }
        }
        Fraction first = moments.values().stream().min(Comparator.naturalOrder()).orElse(Fraction.NONE);
        List<Integer> next = moments.keySet().stream().filter(p -> moments.get(p).equals(first)).sorted().toList();
        BigDecimal remaining = left;
        if (next.isEmpty() || next.stream().anyMatch(p -> election.projects().get(p).cost().compareTo(remaining) > 0)) {
          break;
        }
        supporters(election, next.getFirst()).forEach(b -> load[b] = first);
        bought.add(next.getFirst());
        left = left.subtract(election.projects().get(next.getFirst()).cost());
      }
      assertThat(vote.count(BudgetRule.PHRAGMEN).winners()).isEqualTo(bought);
    });
  }

  private static List<Integer> supporters(Election election, int p) {
    return IntStream.range(0, election.ballots()).filter(b -> IntStream.range(0, election.choices(b).length)
        .anyMatch(k -> election.choices(b)[k] == p && election.points(b)[k] > 0)).boxed().toList();
  }

  @SeededTest
  void greedyPassesOverWhatHasNoRoomAndNothingElse(long seed) {
    everywhere(seed, (election, utility, vote) -> {
      Outcome outcome = vote.count(BudgetRule.GREEDY);
      int[] votes = election.votes();
      if (utility == Utility.COST && election.kind() == BallotKind.APPROVAL) {
        // Most votes first, what is free before all.
        List<Integer> ranked = IntStream.range(0, votes.length).boxed().filter(p -> votes[p] > 0).sorted(
            Comparator.<Integer>comparingInt(p -> election.projects().get(p).cost().signum()).thenComparingInt(p -> -votes[p] * election
                .projects().get(p).cost().signum()).thenComparing(p -> p)).toList();
        List<Integer> expected = new ArrayList<>();
        BigDecimal left = election.budget();
        for (int p : ranked) {
          if (fits(election, with(expected, p)) && election.projects().get(p).cost().compareTo(left) <= 0) {
            expected.add(p);
            left = left.subtract(election.projects().get(p).cost());
          }
        }
        assertThat(outcome.winners()).isEqualTo(expected);
      }
    });
  }

  /** Parking takes the green: 64 spaces use 600 of 700 square metres, the small garden wants 400 of them. */
  @Test
  void parkingTakesTheGreenAndTheReceiptSaysSo() {
    Election.Builder builder = new Election.Builder(new BigDecimal("250"), BallotKind.APPROVAL)
        .project(new Project("parking", "停车位 +64", new BigDecimal("96")))
        .project(new Project("garden", "小花园", new BigDecimal("38")))
        .project(new Project("lift-glass", "玻璃井道", new BigDecimal("30")))
        .project(new Project("lift-brick", "砖砌井道", new BigDecimal("30")))
        .limit(new SiteLimit("green", new BigDecimal("700"), Map.of(0, new BigDecimal("600"), 1, new BigDecimal("400.5"))))
        .limit(SiteLimit.atMostOne("lift", 2, 3));
    IntStream.range(0, 6).forEach(b -> builder.ballot("p" + b, 0, 2));
    IntStream.range(0, 4).forEach(b -> builder.ballot("g" + b, 1, 3));
    Election election = builder.build();
    Outcome outcome = new BudgetVote(election, Utility.COST, BY_ID).count(BudgetRule.EQUAL_SHARES);
    assertThat(outcome.winnerIds(election)).containsExactly("lift-glass", "parking");
    List<ProjectReceipt> receipts = ProjectReceipt.of(election, outcome);
    assertThat(receipts.get(1).fate()).isEqualTo(Fate.SITE_TAKEN);
    assertThat(receipts.get(1).site()).containsExactly(new SiteLack("green", 0, new BigDecimal("300.5")));
    assertThat(receipts.get(1).missing()).isEqualTo(Fraction.NONE);
    assertThat(receipts.get(3).site()).containsExactly(new SiteLack("lift", 2, BigDecimal.ONE));
  }

  @Test
  void aProjectThatAloneNeedsMoreThanThereIsSaysSo() {
    Election election = new Election.Builder(BigDecimal.TEN, BallotKind.APPROVAL).project(new Project("a", "", BigDecimal.ONE))
        .limit(new SiteLimit("lane", BigDecimal.ONE, Map.of(0, BigDecimal.TWO))).ballot("b", 0).build();
    for (BudgetRule rule : BudgetRule.values()) {
      Outcome outcome = new BudgetVote(election, Utility.COST, BY_ID).count(rule);
      ProjectReceipt receipt = ProjectReceipt.of(election, outcome).getFirst();
      assertThat(receipt.fate()).isEqualTo(Fate.ABOVE_SITE);
      assertThat(receipt.site()).containsExactly(new SiteLack("lane", -1, BigDecimal.ONE));
    }
  }

  @Test
  void equalsThatAreInEachOthersWayAreToldAsATie() {
    Election election = new Election.Builder(BigDecimal.TEN, BallotKind.APPROVAL).project(new Project("b", "", BigDecimal.ZERO))
        .project(new Project("a", "", BigDecimal.ZERO)).limit(SiteLimit.atMostOne("one", 0, 1)).ballot("x", 0, 1).build();
    for (BudgetRule rule : BudgetRule.values()) {
      Outcome outcome = new BudgetVote(election, Utility.COST, BY_ID).count(rule);
      assertThat(outcome.winners()).as("%s", rule).containsExactly(1);
      assertThat(outcome.ties()).as("%s", rule).containsExactly(new Tie(0, List.of(1, 0)));
    }
  }

  @Test
  void everyFaultOfALimitIsToldAtOnce() {
    Election.Builder builder = new Election.Builder(BigDecimal.TEN, BallotKind.APPROVAL).project(new Project("a", "", BigDecimal.ONE))
        .limit(new SiteLimit("x", new BigDecimal("-1"), Map.of(0, new BigDecimal("0.0000001"), 3, BigDecimal.ONE)))
        .limit(new SiteLimit("x", BigDecimal.ONE, Map.of()));
    assertThatThrownBy(builder::build).isInstanceOfSatisfying(Refused.class, refused ->
        assertThat(refused.refusals()).extracting(Refusal::code)
            .containsExactly("election.site-limit", "election.site-use", "election.site-project", "election.site-twice"));
  }
}
