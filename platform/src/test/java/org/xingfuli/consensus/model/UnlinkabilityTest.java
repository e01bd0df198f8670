package org.xingfuli.consensus.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.Dice;

/**
 * An attacker who has all the platform keeps, and more than it keeps (whole blinded messages, the answers, the private key),
 * says for every ballot which household it is of. He knows each way a device or a platform could give it away, and each is
 * planted once to see that he would find it. Right by chance is one household a vote, whatever the number of households.
 */
class UnlinkabilityTest {

  private static final TokenKey KEY = Given.key(Given.CROSS);
  private static final TokenPublicKey OPEN = KEY.publicKey();
  private static final int HOUSEHOLDS = 120;
  private static final int VOTES = 4;

  /** More than so many right guesses in four votes (four expected) happens once in 200,000 by chance. */
  private static final int CHANCE = 15;

  /** What is kept of a household's token, with the message and answer that only a log could hold. */
  private record Issue(int household, int order, byte[] verifier, byte[] messageHash, byte[] message, byte[] answer) {}

  private record Cast(int household, int order, SealedBallot ballot) {

    BigInteger token() {
      return new BigInteger(1, ballot.token());
    }
  }

  private record Kept(List<Issue> issues, List<Cast> casts) {}

  /** How a device draws the factor that hides its serial. */
  private interface Device {

    BigInteger factor(BallotKey household, Dice dice);
  }

  private static final Device OURS = (household, dice) -> household.blindingFactor(OPEN);
  private static final List<Kept> AS_BUILT = IntStream.rangeClosed(1, VOTES).mapToObj(seed -> vote(seed, OURS, false)).toList();

  private static Kept vote(long seed, Device device, boolean castInOrder) {
    var dice = new Dice(seed);
    var issues = new ArrayList<Issue>();
    var ballots = new ArrayList<SealedBallot>();
    for (int i = 0; i < HOUSEHOLDS; i++) {
      var secrets = CodeSecrets.of(Given.code(dice), Given.VOTE, 1);
      var household = BallotKey.of(secrets);
      var blinding = new Blinding(OPEN, household.serial(), device.factor(household, dice));
      var answer = KEY.blindSign(blinding.message());
      issues.add(new Issue(i, i, secrets.verifier(), IssuedToken.of(blinding.message()).messageHash(), blinding.message(), answer));
      var choices = String.valueOf(dice.between(1, 5));
      ballots.add(new SealedBallot(household.publicBytes(), blinding.finish(answer).orElseThrow(), choices,
          household.seal(Given.VOTE, choices)));
    }
    var rows = IntStream.range(0, HOUSEHOLDS).boxed().toList();
    var order = castInOrder ? rows : dice.shuffled(rows);
    return new Kept(issues, IntStream.range(0, HOUSEHOLDS).mapToObj(at -> new Cast(order.get(at), at, ballots.get(order.get(at)))).toList());
  }

  /** Every way we know; the higher, the more alike. */
  private static Map<String, ToDoubleBiFunction<Issue, Cast>> attacks(Kept kept) {
    var inverses = new TreeMap<Integer, BigInteger>();
    kept.casts().forEach(cast -> inverses.put(cast.order(), cast.token().modInverse(OPEN.modulus())));
    var attacks = new TreeMap<String, ToDoubleBiFunction<Issue, Cast>>();
    // Any pair has exactly one factor that explains it; the attacker bets on the pair whose factor is the least random.
    attacks.put("factor", (issue, cast) ->
        -new BigInteger(1, issue.answer()).multiply(inverses.get(cast.order())).mod(OPEN.modulus()).bitLength());
    attacks.put("order", (issue, cast) -> -Math.abs(issue.order() - cast.order()));
    var roll = kept.issues().stream().map(UnlinkabilityTest::columns).toList();
    var box = kept.casts().stream().map(UnlinkabilityTest::columns).toList();
    attacks.put("bytes", (issue, cast) -> roll.get(issue.order()).stream()
        .flatMapToInt(one -> box.get(cast.order()).stream().mapToInt(other -> equalBits(one, other))).max().orElseThrow());
    attacks.put("magnitude", (issue, cast) ->
        -Math.abs(first(issue.answer()) - first(cast.ballot().token())));
    return attacks;
  }

  private static List<byte[]> columns(Issue issue) {
    return List.of(issue.verifier(), issue.messageHash(), last(issue.message()), last(issue.answer()));
  }

  private static List<byte[]> columns(Cast cast) {
    var ballot = cast.ballot();
    return List.of(ballot.serial(), last(ballot.ballotKey()), last(ballot.token()), last(ballot.seal()),
        Hashes.sha256(ballot.serial()), Hashes.sha256(ballot.token()));
  }

  /** The size of a number by its first six bytes, which a double holds exactly. */
  private static double first(byte[] bytes) {
    return new BigInteger(1, Arrays.copyOf(bytes, 6)).doubleValue();
  }

  private static byte[] last(byte[] bytes) {
    return Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length);
  }

  private static int equalBits(byte[] one, byte[] other) {
    int equal = 0;
    for (int i = 0; i < one.length; i++) {
      equal += 8 - Integer.bitCount((one[i] ^ other[i]) & 0xff);
    }
    return equal;
  }

  /** Ballots whose household is named rightly, by attack, over all votes. Among equals the attacker draws. */
  private static Map<String, Integer> hits(List<Kept> votes) {
    var hits = new TreeMap<String, Integer>();
    for (var kept : votes) {
      var shuffled = new Dice(7).shuffled(kept.issues());
      attacks(kept).forEach((name, alike) -> kept.casts().forEach(cast -> {
        var guess = shuffled.getFirst();
        double best = Double.NEGATIVE_INFINITY;
        for (var issue : shuffled) {
          double score = alike.applyAsDouble(issue, cast);
          if (score > best) {
            best = score;
            guess = issue;
          }
        }
        hits.merge(name, guess.household() == cast.household() ? 1 : 0, Integer::sum);
      }));
    }
    return hits;
  }

  @Test
  void whoHasEverythingThePlatformKeepsGuessesNoBetterThanChance() {
    var hits = hits(AS_BUILT);
    assertThat(hits).hasSize(4);
    assertThat(hits).as("right guesses of %d ballots in %d votes (seeds 1 to %d): %s", VOTES * HOUSEHOLDS, VOTES, VOTES, hits)
        .allSatisfy((attack, right) -> assertThat(right).isLessThanOrEqualTo(CHANCE));
  }

  @Test
  void aDeviceThatDoesNotBlindIsLinkedWholly() {
    assertThat(hits(List.of(vote(1, (household, dice) -> BigInteger.ONE, false)))).containsEntry("factor", HOUSEHOLDS);
  }

  @Test
  void aDeviceWhoseFactorIsShortIsLinkedWholly() {
    assertThat(hits(List.of(vote(1, (household, dice) -> BigInteger.valueOf(dice.between(2L, Long.MAX_VALUE - 1)), false))))
        .containsEntry("factor", HOUSEHOLDS);
  }

  @Test
  void aPlatformThatKeepsTheOrderOfCastingIsLinkedWholly() {
    assertThat(hits(List.of(vote(1, OURS, true)))).containsEntry("order", HOUSEHOLDS);
  }

  /** No kept column leans towards another of the same household: the share of equal bits is one half within five deviations. */
  @Test
  void noColumnOfARollLeansTowardsAColumnOfTheBox() {
    var equal = new TreeMap<String, Long>();
    for (var kept : AS_BUILT) {
      for (var cast : kept.casts()) {
        var ofIssue = columns(kept.issues().get(cast.household()));
        var ofCast = columns(cast);
        for (int i = 0; i < ofIssue.size(); i++) {
          for (int j = 0; j < ofCast.size(); j++) {
            equal.merge("roll column %d, box column %d".formatted(i, j), (long) equalBits(ofIssue.get(i), ofCast.get(j)), Long::sum);
          }
        }
      }
    }
    double bits = 256.0 * HOUSEHOLDS * VOTES;
    assertThat(equal).hasSize(24).allSatisfy((pair, same) ->
        assertThat(Math.abs(same - bits / 2) / Math.sqrt(bits / 4)).as("%s (seeds 1 to %d)", pair, VOTES).isLessThan(5));
  }
}
