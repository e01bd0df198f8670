package org.xingfuli.consensus.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.Dice;
import org.xingfuli.kernel.SeededTest;

/** RSABSSA-SHA384-PSSZERO-Deterministic as RFC 9474 says, held against its vector and against the JDK's own PSS. */
class BlindSignatureTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final TokenKey KEY = Given.key(Given.CROSS);

  @Test
  void theVectorOfTheRfcComesOutByteByByte() {
    var vector = Given.json(Given.RFC);
    var key = Given.key(Given.RFC);
    var open = key.publicKey();
    var message = HEX.parseHex(vector.path("message").asString());
    var factor = new BigInteger(vector.path("inverse").asString(), 16).modInverse(open.modulus());
    var blinding = new Blinding(open, message, factor);
    assertThat(HEX.formatHex(blinding.message())).isEqualTo(vector.path("blinded").asString());
    var blindSignature = key.blindSign(blinding.message());
    assertThat(HEX.formatHex(blindSignature)).isEqualTo(vector.path("blindSignature").asString());
    assertThat(HEX.formatHex(blinding.finish(blindSignature).orElseThrow())).isEqualTo(vector.path("signature").asString());
  }

  @Test
  void aFinishedTokenIsAnOrdinarySignatureToTheJdk() throws GeneralSecurityException {
    var household = Given.household(1);
    var ballot = Given.cast(household, KEY, "1,4");
    var jdk = Signature.getInstance("RSASSA-PSS");
    jdk.setParameter(new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 0, 1));
    jdk.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(KEY.publicKey().spki())));
    jdk.update(household.serial());
    assertThat(jdk.verify(ballot.token())).isTrue();
  }

  @SeededTest
  void aTokenChangedInOneBitOrOnAnotherSerialIsNone(long seed) {
    var dice = new Dice(seed);
    var household = Given.household(seed);
    var token = Given.cast(household, KEY, "").token();
    assertThat(KEY.publicKey().verifies(household.serial(), token)).isTrue();
    token[dice.between(0, token.length - 1)] ^= (byte) (1 << dice.between(0, 7));
    assertThat(KEY.publicKey().verifies(household.serial(), token)).isFalse();
    assertThat(KEY.publicKey().verifies(Given.household(seed + 1_000_000).serial(), Given.cast(household, KEY, "").token())).isFalse();
  }

  @Test
  void anotherVotesKeyIsRefusedByPlatformAndDevice() {
    var foreign = TokenKey.make(new SecureRandom());
    var household = Given.household(2);
    var foreignToken = Given.cast(household, foreign, "").token();
    assertThat(foreign.publicKey().verifies(household.serial(), foreignToken)).isTrue();
    assertThat(KEY.publicKey().verifies(household.serial(), foreignToken)).isFalse();
    // A platform that signs with another key than it published gets no ballot.
    var blinding = Blinding.of(household, KEY.publicKey());
    if (foreign.publicKey().accepts(blinding.message())) {
      assertThat(blinding.finish(foreign.blindSign(blinding.message()))).isEmpty();
    }
    assertThat(Blinding.of(household, foreign.publicKey()).message()).isNotEqualTo(blinding.message());
  }

  @Test
  void whatIsNoNumberBelowTheModulusIsNotSigned() {
    var open = KEY.publicKey();
    for (var wrong : new byte[][] {open.bytes(open.modulus()), new byte[open.length() - 1], new byte[open.length() + 1], {}}) {
      assertThat(open.accepts(wrong)).isFalse();
      assertThat(open.verifies(new byte[32], wrong)).isFalse();
      assertThat(Blinding.of(Given.household(3), open).finish(wrong)).isEmpty();
      assertThatThrownBy(() -> KEY.blindSign(wrong)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Maybe");
    }
  }

  @Test
  void theSameMessageGivesTheSameAnswerAndAnotherIsASecondToken() {
    var blinding = Blinding.of(Given.household(4), KEY.publicKey());
    var issued = IssuedToken.of(blinding.message());
    assertThat(issued.isOf(Blinding.of(Given.household(4), KEY.publicKey()).message())).isTrue();
    assertThat(KEY.blindSign(blinding.message())).isEqualTo(KEY.blindSign(blinding.message()));
    var second = new Blinding(KEY.publicKey(), Given.household(4).serial(), BigInteger.TWO);
    assertThat(issued.isOf(second.message())).isFalse();
    assertThat(issued.isOf(Blinding.of(Given.household(5), KEY.publicKey()).message())).isFalse();
  }

  @Test
  void aKeyIsReadBackAsItWasKeptAndHasTheStatedLength() {
    var key = TokenKey.make(new SecureRandom());
    assertThat(key.publicKey().modulus().bitLength()).isEqualTo(TokenKey.BITS);
    assertThat(TokenKey.read(key.pkcs8()).publicKey()).isEqualTo(key.publicKey());
    assertThatThrownBy(() -> TokenKey.read(new byte[] {1, 2, 3})).hasMessageContaining("Maybe");
  }
}
