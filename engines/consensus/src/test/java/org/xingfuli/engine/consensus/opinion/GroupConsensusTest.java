package org.xingfuli.engine.consensus.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.Refused;

/** The definition by hand. */
class GroupConsensusTest {

  /** Of the first group two agree and one passes, the fourth did not see it; of the second one agrees, one disagrees. */
  private static Votes votes() {
    return Votes.builder()
        .cast("1", "s", Vote.AGREE, 0).cast("2", "s", Vote.AGREE, 0).cast("3", "s", Vote.PASS, 0).participant("4")
        .cast("5", "s", Vote.AGREE, 0).cast("6", "s", Vote.DISAGREE, 0).cast("7", "s", Vote.DISAGREE, 0).build();
  }

  private static final List<List<String>> GROUPS = List.of(List.of("1", "2", "3", "4"), List.of("5", "6"));

  @Test
  void ofEveryGroupOneMoreAgreesAndTwoMoreSawIt() {
    StatementResult result = GroupConsensus.of(votes(), GROUPS).getFirst();
    assertThat(result.byGroup()).containsExactly(new Counts(2, 0, 3), new Counts(1, 1, 2));
    assertThat(result.consensus()).isEqualTo(3.0 / 5 * 2 / 4, within(1e-15));
    assertThat(result.disagreement()).isEqualTo(1.0 / 5 * 2 / 4, within(1e-15));
    assertThat(result.perGroup()).isEqualTo(Math.sqrt(0.3), within(1e-15));
    assertThat(result.spread()).isEqualTo(0.1, within(1e-15));
  }

  @Test
  void thePriorMayBeJeffreys() {
    assertThat(GroupConsensus.of(votes(), GROUPS, 0.5).getFirst().consensus()).isEqualTo(2.5 / 4 * 1.5 / 3, within(1e-15));
    assertThatThrownBy(() -> GroupConsensus.of(votes(), GROUPS, 0)).isInstanceOf(Refused.class).hasMessageContaining("opinion.prior");
  }

  @Test
  void membersThatAreUnknownOrInTwoGroupsAreToldTogether() {
    assertThatThrownBy(() -> GroupConsensus.of(votes(), List.of(List.of("1", "9"), List.of("1"))))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals()).extracting(each -> each.code())
            .containsExactly("opinion.member-unknown", "opinion.member-twice"));
  }

  @Test
  void theLatestVoteCountsAndOfEqualTimesTheLastCast() {
    Votes votes = Votes.builder().cast("p", "s", Vote.AGREE, 7).cast("p", "s", Vote.DISAGREE, 3)
        .cast("p", "t", Vote.AGREE, 3).cast("p", "t", Vote.PASS, 3).build();
    assertThat(votes.count()).isEqualTo(2);
    assertThat(GroupConsensus.of(votes, List.of(List.of("p")))).extracting(each -> each.byGroup().getFirst())
        .containsExactly(new Counts(1, 0, 1), new Counts(0, 0, 1));
  }

  @Test
  void idsStandInTheOrderOfTheirNumbersAndWordsAfterThem() {
    Votes votes = Votes.builder().statement("10").statement("b").statement("9").statement("a").statement("010").statement("0").build();
    assertThat(votes.statements()).containsExactly("0", "9", "10", "010", "a", "b");
  }

  @Test
  void sharesAreTestedAsPolisTestsThem() {
    // 10 of 10: 2 √11 (1 − ½), as a Polis server writes it.
    assertThat(Distinctive.aboveHalf(10, 10)).isEqualTo(3.3166247903554, within(1e-12));
    assertThat(Distinctive.apart(3, 4, 3, 4)).isZero();
    assertThat(Distinctive.apart(4, 4, 0, 4)).isEqualTo((1 - 0.2) / Math.sqrt(0.6 * 0.4 * 0.4), within(1e-12));
    assertThat(Distinctive.apart(4, 4, 6, 6)).isZero();
  }

  @Test
  void groupingsAreComparedByPairsWhateverTheirNames() {
    Map<String, String> one = Map.of("a", "1", "b", "1", "c", "2", "d", "2");
    assertThat(Agreement.adjustedRand(one, Map.of("a", "y", "b", "y", "c", "x", "d", "x", "e", "x"))).isEqualTo(1);
    assertThat(Agreement.adjustedRand(one, Map.of("a", "x", "b", "y", "c", "x", "d", "y"))).isEqualTo(-0.5, within(1e-12));
    // Together in both 1 pair, in one 2, in the other 1, by chance 2 · 1 / 6: (1 − 1/3) / (3/2 − 1/3).
    assertThat(Agreement.adjustedRand(one, Map.of("a", "x", "b", "x", "c", "y", "d", "z"))).isEqualTo(4.0 / 7, within(1e-12));
    assertThat(Agreement.adjustedRand(one, Map.of())).isEqualTo(1);
  }
}
