package org.xingfuli.consensus.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xingfuli.consensus.model.BoxCheck.Finding;
import org.xingfuli.consensus.model.BoxCheck.Kind;
import org.xingfuli.kernel.Dice;

/** A closed box: everybody finds themselves and recounts, nobody finds a choice, and a checker finds what was changed. */
class BoxTest {

  private static final TokenKey KEY = Given.key(Given.CROSS);
  private static final TokenPublicKey OPEN = KEY.publicKey();
  private static final List<String> CHOICES = List.of("1,4", "2", "1,4", "3,5", "", "1,4", "2");
  private static final List<SealedBallot> BOX = IntStream.range(0, CHOICES.size())
      .mapToObj(i -> Given.cast(Given.household(i + 1), KEY, CHOICES.get(i))).toList();

  private static List<Finding> check(List<SealedBallot> box) {
    return BoxCheck.of(Given.VOTE, OPEN, CHOICES.size(), box, Bulletin.of(BOX));
  }

  private static List<SealedBallot> with(int place, SealedBallot other) {
    var box = new ArrayList<>(BOX);
    box.set(place, other);
    return box;
  }

  @Test
  void everyVoterFindsTheirReceiptAndEverybodyRecounts() {
    var bulletin = Bulletin.of(BOX);
    assertThat(bulletin.receipts()).isSorted().containsAll(BOX.stream().map(ballot -> ballot.receipt().letters()).toList());
    assertThat(bulletin.ballots()).isSorted().containsExactlyInAnyOrderElementsOf(CHOICES).hasSameSizeAs(bulletin.receipts());
    assertThat(bulletin.standingAlone()).isEqualTo(2);
    assertThat(BOX.getFirst().receipt().grouped()).matches("[2-9A-HJKMNP-Z]{4}( [2-9A-HJKMNP-Z]{4}){2}");
  }

  @Test
  void theBulletinTellsNothingOfTheOrderInWhichTheBoxLies() {
    for (long seed = 1; seed <= 20; seed++) {
      assertThat(Bulletin.of(new Dice(seed).shuffled(BOX))).as("seed %d", seed).isEqualTo(Bulletin.of(BOX));
    }
  }

  @Test
  void aDigestIsThatOfTheTextFile() {
    // printf '1,4\n2\n' | sha256sum
    assertThat(Bulletin.digest(List.of("1,4", "2"))).isEqualTo("5e913feaf8efc126d28bb14ea582d59797d85edf13b4fa6072c9055502590921");
    assertThat(Bulletin.digest(List.of())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void votingAgainLeavesTheReceiptAsItWas() {
    var again = Given.cast(Given.household(1), KEY, "5");
    assertThat(again.serial()).isEqualTo(BOX.getFirst().serial());
    assertThat(again.receipt()).isEqualTo(BOX.getFirst().receipt());
    assertThat(Bulletin.of(with(0, again)).receiptsDigest()).isEqualTo(Bulletin.of(BOX).receiptsDigest());
    assertThat(Bulletin.of(with(0, again)).jointDigest()).isNotEqualTo(Bulletin.of(BOX).jointDigest());
  }

  @Test
  void aSoundBoxIsFoundSound() {
    assertThat(check(BOX)).isEmpty();
    assertThat(BOX).allSatisfy(ballot -> assertThat(ballot.fault(Given.VOTE, OPEN)).isEmpty());
  }

  @Test
  void choicesChangedInTheDatabaseAreFoundThoughListsWouldStillAgree() {
    var changed = new SealedBallot(BOX.get(1).ballotKey(), BOX.get(1).token(), "1,4", BOX.get(1).seal());
    var box = with(1, changed);
    // Even when the bulletin is made from the changed box.
    assertThat(BoxCheck.of(Given.VOTE, OPEN, CHOICES.size(), box, Bulletin.of(box)))
        .containsExactly(new Finding(Kind.SEAL, changed.receipt().letters()));
    assertThat(check(box)).contains(new Finding(Kind.BULLETIN, ""));
  }

  @Test
  void aBallotWithoutAnIssuedTokenIsFound() {
    var stranger = Given.household(99);
    var forged = new SealedBallot(stranger.publicBytes(), BOX.get(2).token(), "2", stranger.seal(Given.VOTE, "2"));
    assertThat(check(with(2, forged))).contains(new Finding(Kind.TOKEN, forged.receipt().letters()));
  }

  @Test
  void aSecondBallotAndOneTooManyAreFound() {
    var box = Stream.concat(BOX.stream(), Stream.of(BOX.getFirst())).toList();
    assertThat(check(box)).containsExactly(
        new Finding(Kind.TWICE, BOX.getFirst().receipt().letters()), new Finding(Kind.MORE_THAN_ISSUED, ""), new Finding(Kind.BULLETIN, ""));
    assertThatThrownBy(() -> Bulletin.of(box)).hasMessageContaining("Maybe");
  }

  @Test
  void aBallotLeftOutIsFound() {
    assertThat(check(BOX.subList(1, BOX.size()))).containsExactly(new Finding(Kind.BULLETIN, ""));
  }

  @Test
  void aBallotOfAnotherVoteOrWithBrokenPartsIsRefusedWhenCast() {
    var own = BOX.get(3);
    assertThat(own.fault(new UUID(1, 1), OPEN)).contains(SealedBallot.Fault.SEAL);
    assertThat(new SealedBallot(own.ballotKey(), own.token(), "3,5\n1", own.seal()).fault(Given.VOTE, OPEN))
        .contains(SealedBallot.Fault.CHOICES);
    assertThat(new SealedBallot(new byte[65], own.token(), "2", own.seal()).fault(Given.VOTE, OPEN)).contains(SealedBallot.Fault.TOKEN);
    var offTheCurve = own.ballotKey().clone();
    offTheCurve[64] ^= 1;
    assertThat(BallotKey.sealedBy(offTheCurve, Given.VOTE, "3,5", own.seal())).isFalse();
    assertThat(BallotKey.sealedBy(own.ballotKey(), Given.VOTE, "3,5", new byte[7])).isFalse();
  }
}
