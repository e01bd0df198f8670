package org.xingfuli.engine.consensus.owners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xingfuli.engine.consensus.owners.Reason.Code;
import org.xingfuli.engine.consensus.owners.Unit.Mark;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Who is a head, and what a head says. */
class HeadsTest {

  private static int heads(Unit... units) {
    return Estate.roll(List.of(units)).heads().size();
  }

  private static MatterResult count(List<Unit> units, Ballot... ballots) {
    return Estate.count(units, List.of(ballots), 1, DeemedVotes.OFF);
  }

  @Test
  void coOwnersOfAUnitAreOneHeadAndTheSameTwoOfSeveralUnitsToo() {
    assertThat(heads(Unit.of("1", "80", "A", "B"))).isEqualTo(1);
    assertThat(heads(Unit.of("1", "80", "A", "B"), Unit.of("2", "80", "B", "A"))).isEqualTo(1);
  }

  @Test
  void anOwnerOfSeveralUnitsIsOneHead() {
    assertThat(heads(Unit.of("1", "80", "A"), Unit.of("2", "60", "A"), Unit.of("3", "60", "B"))).isEqualTo(2);
  }

  @Test
  void ownerAloneAndTheSameWithAnotherAreTwoHeads() {
    assertThat(heads(Unit.of("1", "80", "A"), Unit.of("2", "80", "A", "B"))).isEqualTo(2);
    assertThat(heads(Unit.of("1", "80", "A"), Unit.of("2", "80", "A", "B"), Unit.of("3", "80", "B"))).isEqualTo(3);
    assertThat(heads(Unit.of("1", "80", "A, B"), Unit.of("2", "80", "A", "B"))).as("a name with a comma is not two").isEqualTo(2);
  }

  @Test
  void unsoldUnitsAreTheBuildersAndItIsOneHeadWithThoseOnItsName() {
    assertThat(heads(Unit.unsold("1", "80"), Unit.unsold("2", "60"), Unit.of("3", "60", "builder"), Unit.of("4", "60", "A"))).isEqualTo(2);
  }

  @Test
  void theRuleIsConfigurationAndSaysThatNobodyConfirmedIt() {
    List<Unit> units = List.of(Unit.of("1", "80", "A"), Unit.of("2", "60", "A"), Unit.unsold("3", "60"), Unit.unsold("4", "60"));
    assertThat(HeadsRule.usual().confirmed()).isFalse();
    assertThat(new Roll(units, "builder", new HeadsRule(false, true, false)).heads()).hasSize(3);
    assertThat(new Roll(units, "builder", new HeadsRule(true, false, false)).heads()).hasSize(3);
    assertThat(new Roll(units, "builder", new HeadsRule(false, false, false)).heads()).hasSize(4);
  }

  @Test
  void oneBallotSpeaksForAllAnOwnerHas() {
    MatterResult result = count(List.of(Unit.of("1", "80", "A"), Unit.of("2", "60.5", "A"), Unit.of("3", "50", "B")),
        Ballot.ofUnit("m", "2", Vote.APPROVE));
    assertThat(result.participationArea().counted()).isEqualTo("14050/19050");
    assertThat(result.participationHeads().counted()).isEqualTo("1/2");
  }

  @Test
  void aPersonSpeaksInEveryHeadItBelongsTo() {
    MatterResult result = count(List.of(Unit.of("1", "80", "A"), Unit.of("2", "60", "A", "B")), Ballot.ofPerson("m", "A", Vote.APPROVE));
    assertThat(result.approvalHeads().counted()).isEqualTo("2/2");
  }

  @Test
  void coOwnersWhoContradictEachOtherHaveNoValidVoteAndAreNamedByTheirUnits() {
    List<Unit> units = List.of(Unit.of("1", "80", "A", "B"), Unit.of("2", "60", "A", "B"), Unit.of("3", "50", "C"));
    MatterResult result = count(units, Ballot.ofPerson("m", "A", Vote.APPROVE), Ballot.ofPerson("m", "B", Vote.OPPOSE),
        Ballot.ofPerson("m", "C", Vote.APPROVE));
    assertThat(result.participationHeads().counted()).isEqualTo("1/2");
    assertThat(result.reasons().stream().filter(reason -> reason.code() == Code.CONTRADICTORY)).singleElement()
        .satisfies(reason -> assertThat(reason.values()).containsEntry("units", "1, 2"));
  }

  @Test
  void anOwnerWhoVotesThisWayForOneUnitAndThatWayForTheNextHasNoValidVote() {
    MatterResult result = count(List.of(Unit.of("1", "80", "A"), Unit.of("2", "60", "A")),
        Ballot.ofUnit("m", "1", Vote.APPROVE), Ballot.ofUnit("m", "2", Vote.ABSTAIN));
    assertThat(result.participationHeads().part()).isZero();
    assertThat(result.reasons()).extracting(Reason::code).contains(Code.CONTRADICTORY);
  }

  @Test
  void whoAbstainsTakesPartAndWhoseBallotIsInvalidDoesNot() {
    MatterResult result = count(List.of(Unit.of("1", "50", "A"), Unit.of("2", "50", "B"), Unit.of("3", "50", "C")),
        Ballot.ofUnit("m", "1", Vote.APPROVE), Ballot.ofUnit("m", "2", Vote.ABSTAIN), Ballot.ofUnit("m", "3", Vote.INVALID));
    assertThat(result.quorum()).as("exactly two thirds").isTrue();
    assertThat(result.approvalHeads().counted()).isEqualTo("1/2");
    assertThat(result.passed()).isFalse();
    assertThat(result.reasons()).extracting(Reason::code)
        .containsExactly(Code.APPROVAL_AREA_SHORT, Code.APPROVAL_HEADS_SHORT, Code.INVALID_BALLOT);
  }

  @Test
  void aDisputedUnitStaysInTheWholeAndIsSilentAnExcludedOneIsNotThere() {
    Unit first = Unit.of("1", "80", "A");
    Unit second = Unit.of("2", "60", "A");
    Ballot ballot = Ballot.ofUnit("m", "1", Vote.APPROVE);
    MatterResult disputed = count(List.of(first, second.marked(Mark.DISPUTED, "诉讼中")), ballot);
    assertThat(disputed.participationArea().counted()).isEqualTo("8000/14000");
    assertThat(disputed.participationHeads().counted()).isEqualTo("1/1");
    MatterResult excluded = count(List.of(first, second.marked(Mark.EXCLUDED, "公共用房")), ballot);
    assertThat(excluded.participationArea().counted()).isEqualTo("8000/8000");
    assertThat(excluded.reasons()).singleElement().satisfies(reason -> assertThat(reason.values()).containsEntry("why", "公共用房"));
    MatterResult all = count(List.of(first.marked(Mark.DISPUTED, "诉讼中"), Unit.of("3", "60", "B")), ballot);
    assertThat(all.participationHeads().counted()).as("a head with disputed units only counts and is silent").isEqualTo("0/2");
  }

  @Test
  void whereNobodyTookPartNothingIsReached() {
    MatterResult result = count(List.of(Unit.of("1", "80", "A")));
    assertThat(result.status()).isEqualTo(MatterResult.Status.NO_QUORUM);
    assertThat(result.reasons()).hasSize(4);
  }

  @Test
  void everyFaultOfARollIsToldAtOnce() {
    List<Unit> faulty = List.of(Unit.of("1", "0", "A"), Unit.of("2", "-1", "A"), Unit.of("2", "1", "A"), Unit.of("", "1", "A"),
        Unit.of("3", "1", " "), Unit.of("4", "1", "A").marked(Mark.DISPUTED, ""));
    assertThatThrownBy(() -> Estate.roll(faulty)).isInstanceOfSatisfying(Refused.class, refused ->
        assertThat(refused.refusals()).extracting(Refusal::code).containsExactlyInAnyOrder("owners.unit-without-id", "owners.area",
            "owners.area", "owners.unit-twice", "owners.owner-without-id", "owners.mark-without-reason"));
    assertThatThrownBy(() -> Estate.roll(List.of())).hasMessageContaining("owners.no-units");
  }

  @Test
  void everyBallotThatBelongsToNobodyIsTold() {
    List<Unit> units = List.of(Unit.of("1", "80", "A"), Unit.of("2", "80", "B"));
    assertThatThrownBy(() -> count(units, Ballot.ofUnit("m", "9", Vote.APPROVE), Ballot.ofPerson("m", "Z", Vote.APPROVE),
        new Ballot("m", "1", "B", Vote.APPROVE), new Ballot("m", null, null, Vote.APPROVE), Ballot.ofUnit("x", "1", Vote.APPROVE)))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals()).extracting(Refusal::code)
            .containsExactly("owners.ballot-unit-unknown", "owners.ballot-person-unknown", "owners.ballot-not-an-owner",
                "owners.ballot-of-nobody", "owners.ballot-matter-unknown"));
  }
}
