package org.xingfuli.engine.consensus.owners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xingfuli.engine.consensus.owners.ElectionResult.Candidate;
import org.xingfuli.engine.consensus.owners.ElectionResult.Standing;
import org.xingfuli.engine.consensus.owners.Reason.Code;

/** Five to eleven seats, an odd number, and nobody sits who has not both halves. */
class CommitteeElectionTest {

  private static final Slate SEVEN_FOR_FIVE = new Slate(5, true, List.of("a", "b", "c", "d", "e", "f", "g"));

  /** Nine owners with 100 ㎡ each; the choices of the first ones. */
  private static ElectionResult count(Slate slate, String... choices) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      units.add(Unit.of("u" + i, "100", "p" + i));
    }
    List<Choice> ballots = new ArrayList<>();
    for (int i = 0; i < choices.length; i++) {
      ballots.add(Choice.ofUnit("u" + i, choices[i].isEmpty() ? new String[0] : choices[i].split("")));
    }
    return new CommitteeElection(Estate.roll(units), Estate.RULES).count(slate, ballots);
  }

  private static Standing of(ElectionResult result, String id) {
    return result.candidates().stream().filter(each -> each.id().equals(id)).map(Candidate::standing).findFirst().orElseThrow();
  }

  @Test
  void thoseWithMostOfBothHalvesAreElected() {
    ElectionResult result = count(SEVEN_FOR_FIVE, "abcde", "abcde", "abcde", "abcdf", "abcef", "abdef");
    assertThat(result.quorum()).as("six of nine are two thirds").isTrue();
    assertThat(result.elected()).containsExactly("a", "b", "c", "d", "e");
    assertThat(of(result, "f")).as("3 of 6 are not more than half").isEqualTo(Standing.NO_MAJORITY);
    assertThat(result.passed()).isTrue();
    assertThat(result.reasons()).isEmpty();
  }

  @Test
  void equalsOverTheLastSeatAreTiedAndNoneOfThemIsElected() {
    // Of eight a and b have 8, c and d 7; e and f have 5 each for the one seat that is left.
    ElectionResult result = count(SEVEN_FOR_FIVE, "abcef", "abdef", "abcde", "abcde", "abcde", "abcdf", "abcdf", "abcdf");
    assertThat(result.elected()).containsExactly("a", "b", "c", "d");
    assertThat(of(result, "e")).isEqualTo(Standing.TIED).isEqualTo(of(result, "f"));
    assertThat(result.reasons()).extracting(Reason::code).containsExactly(Code.TIE, Code.SEATS_VACANT);
    assertThat(result.reasons().getFirst().values()).containsEntry("candidates", "e, f").containsEntry("seats", "1");
    assertThat(result.passed()).isFalse();
  }

  @Test
  void withoutQuorumNobodyIsElectedAndTheBestAreSeen() {
    ElectionResult result = count(SEVEN_FOR_FIVE, "abcde", "abcde", "abcde", "abcde", "abcde");
    assertThat(result.elected()).isEmpty();
    assertThat(of(result, "a")).isEqualTo(Standing.SHARES_MET_WITHOUT_QUORUM);
    assertThat(result.vacant()).isEqualTo(5);
    assertThat(result.reasons()).extracting(Reason::code)
        .containsExactly(Code.PARTICIPATION_AREA_SHORT, Code.PARTICIPATION_HEADS_SHORT, Code.SEATS_VACANT);
  }

  @Test
  void whoChoosesNobodyAbstainsAndWhoChoosesTooManyIsInvalid() {
    ElectionResult result = count(SEVEN_FOR_FIVE, "abcde", "abcde", "abcde", "abcde", "", "abcdefg");
    assertThat(result.participationHeads().counted()).isEqualTo("5/9");
    assertThat(result.reasons()).extracting(Reason::code).contains(Code.INVALID_BALLOT);
    assertThat(result.candidates().getFirst().heads().counted()).isEqualTo("4/5");
  }

  @ParameterizedTest
  @CsvSource({"3, true, false", "4, true, false", "5, true, true", "6, true, false", "11, true, true", "13, true, false", "1, false, true",
    "2, false, true", "0, false, false"})
  void aCommitteeHasFiveToElevenSeatsAndAnOddNumber(int seats, boolean whole, boolean allowed) {
    if (allowed) {
      assertThat(new Slate(seats, whole, List.of("a")).seats()).isEqualTo(seats);
    } else {
      assertThatThrownBy(() -> new Slate(seats, whole, List.of("a"))).hasMessageContaining("owners.seats");
    }
  }

  @Test
  void whoDoesNotStandCannotBeChosen() {
    assertThatThrownBy(() -> count(SEVEN_FOR_FIVE, "az")).hasMessageContaining("owners.candidate-unknown");
    assertThatThrownBy(() -> new Slate(5, true, List.of("a", "a"))).hasMessageContaining("owners.candidate-twice");
    assertThatThrownBy(() -> new Slate(5, true, List.of())).hasMessageContaining("owners.candidate-without-id");
  }
}
