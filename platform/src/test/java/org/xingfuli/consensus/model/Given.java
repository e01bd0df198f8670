package org.xingfuli.consensus.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.UUID;
import org.xingfuli.kernel.Dice;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the tests share: the vectors that lie with the browser's half, their keys, and codes drawn by a seed. */
final class Given {

  static final Path RFC = Path.of("../web/src/features/consensus/rfc9474-vector.json");
  static final Path CROSS = Path.of("../web/src/features/consensus/cross-vectors.json");
  static final UUID VOTE = new UUID(0x0192_f3b4_5c6d_7e8fL, 0x9abc_def0_1234_5678L);

  private static final JsonMapper JSON = new JsonMapper();
  private static final String DRAWN_FROM = Letters.ALL;

  private Given() {}

  static ObjectNode json(Path file) {
    try {
      return (ObjectNode) JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key of a file's two primes: known to everybody who has this repository, and for tests only. */
  static TokenKey key(Path file) {
    var json = json(file);
    var p = new BigInteger(json.path("p").asString(), 16);
    var q = new BigInteger(json.path("q").asString(), 16);
    var e = BigInteger.valueOf(65_537);
    var p1 = p.subtract(BigInteger.ONE);
    var q1 = q.subtract(BigInteger.ONE);
    var d = e.modInverse(p1.multiply(q1));
    try {
      var key = KeyFactory.getInstance("RSA").generatePrivate(
          new RSAPrivateCrtKeySpec(p.multiply(q), e, d, p, q, d.mod(p1), d.mod(q1), q.modInverse(p)));
      return TokenKey.read(key.getEncoded());
    } catch (GeneralSecurityException problem) {
      throw new IllegalStateException(problem);
    }
  }

  static VotingCode code(Dice dice) {
    var drawn = new StringBuilder();
    for (int i = 1; i < VotingCode.LENGTH; i++) {
      drawn.append(DRAWN_FROM.charAt(dice.between(0, DRAWN_FROM.length() - 1)));
    }
    return new VotingCode(VotingCode.checked(drawn.toString()));
  }

  /** The ballot key of a household of that seed, with a derivation that is quick instead of slow. */
  static BallotKey household(long seed) {
    return BallotKey.of(CodeSecrets.of(code(new Dice(seed)), VOTE, 1));
  }

  /** What that household casts, its token issued by that key. */
  static SealedBallot cast(BallotKey household, TokenKey key, String choices) {
    var blinding = Blinding.of(household, key.publicKey());
    var token = blinding.finish(key.blindSign(blinding.message())).orElseThrow();
    return new SealedBallot(household.publicBytes(), token, choices, household.seal(VOTE, choices));
  }
}
