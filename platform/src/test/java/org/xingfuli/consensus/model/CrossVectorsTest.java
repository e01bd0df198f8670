package org.xingfuli.consensus.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.Dice;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The vectors both halves are held to: this test recomputes the file that the browser's tests read (secret-ballot.test.ts).
 * {@code -Dxingfuli.vectors=write} writes it again; the key's primes and the browser's seal in it are kept.
 */
class CrossVectorsTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final int CASES = 52;
  private static final int SLOW = 2;

  private static ObjectNode one(int seed, TokenKey key) {
    var dice = new Dice(seed);
    var code = Given.code(dice);
    var vote = new UUID(dice.between(Long.MIN_VALUE, Long.MAX_VALUE - 1), dice.between(Long.MIN_VALUE, Long.MAX_VALUE - 1));
    int iterations = seed <= SLOW ? CodeSecrets.ITERATIONS : 1_000;
    var secrets = CodeSecrets.of(code, vote, iterations);
    var ballot = BallotKey.of(secrets);
    var blinding = Blinding.of(ballot, key.publicKey());
    var token = blinding.finish(key.blindSign(blinding.message())).orElseThrow();
    return new JsonMapper().createObjectNode()
        .put("code", code.grouped())
        .put("vote", vote.toString())
        .put("iterations", iterations)
        .put("authenticator", HEX.formatHex(secrets.authenticator()))
        .put("verifier", HEX.formatHex(secrets.verifier()))
        .put("ballotKey", HEX.formatHex(ballot.publicBytes()))
        .put("serial", HEX.formatHex(ballot.serial()))
        .put("blindedHash", HEX.formatHex(IssuedToken.of(blinding.message()).messageHash()))
        .put("tokenHash", HEX.formatHex(Hashes.sha256(token)))
        .put("receipt", Receipt.of(ballot.serial()).grouped());
  }

  @Test
  void theCommittedVectorsAreWhatThePlatformComputes() throws IOException {
    var key = Given.key(Given.CROSS);
    var committed = Given.json(Given.CROSS);
    var fresh = committed.deepCopy();
    fresh.put("jwk", key.publicKey().jwk()).put("thumbprint", key.publicKey().thumbprint()).put("fingerprint", key.publicKey().fingerprint());
    var cases = fresh.putArray("cases");
    for (int seed = 1; seed <= CASES; seed++) {
      cases.add(one(seed, key));
    }
    if ("write".equals(System.getProperty("xingfuli.vectors"))) {
      var first = BallotKey.of(CodeSecrets.of(VotingCode.read(cases.path(0).path("code").asString()).code(),
          UUID.fromString(cases.path(0).path("vote").asString())));
      fresh.put("platformSeal", HEX.formatHex(first.seal(UUID.fromString(cases.path(0).path("vote").asString()), "2,5,11")));
      Files.writeString(Given.CROSS, new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(fresh) + "\n");
      return;
    }
    assertThat(cases).hasSizeGreaterThanOrEqualTo(50);
    assertThat(fresh).isEqualTo(committed);
  }

  @Test
  void aSealOfTheBrowserHoldsHereAndOnNothingElse() {
    var committed = Given.json(Given.CROSS);
    var first = committed.path("cases").path(0);
    var vote = UUID.fromString(first.path("vote").asString());
    var key = HEX.parseHex(first.path("ballotKey").asString());
    var seal = HEX.parseHex(committed.path("browserSeal").asString());
    assertThat(BallotKey.sealedBy(key, vote, "2,5,11", seal)).isTrue();
    assertThat(BallotKey.sealedBy(key, vote, "2,5,12", seal)).isFalse();
    assertThat(BallotKey.sealedBy(key, Given.VOTE, "2,5,11", seal)).isFalse();
  }
}
