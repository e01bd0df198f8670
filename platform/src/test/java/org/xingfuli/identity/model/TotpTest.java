package org.xingfuli.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One-time codes are those of RFC 6238, and each counts once. */
class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @Test
  void theCodesAreThoseOfTheStandardsOwnTable() {
    // RFC 6238, appendix B, SHA-1: the last six of its eight digits.
    assertThat(at(59)).isEqualTo("287082");
    assertThat(at(1_111_111_109)).isEqualTo("081804");
    assertThat(at(1_111_111_111)).isEqualTo("050471");
    assertThat(at(1_234_567_890)).isEqualTo("005924");
    assertThat(at(2_000_000_000)).isEqualTo("279037");
    assertThat(at(20_000_000_000L)).isEqualTo("353130");
  }

  private static String at(long seconds) {
    return Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)));
  }

  @Test
  void aCodeIsTakenOneStepEarlyOrLateAndNoFurther() {
    var seed = 20261126L;
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      var secret = Totp.secret();
      var now = Instant.ofEpochSecond(random.nextLong(4_000_000_000L) + 1_000);
      long step = Totp.step(now);
      for (long other = step - 1; other <= step + 1; other++) {
        assertThat(Totp.match(secret, Totp.code(secret, other), now, 0)).as("seed %d, run %d", seed, i).isPresent();
      }
      var near = new HashSet<String>();
      for (long other = step - 1; other <= step + 1; other++) {
        near.add(Totp.code(secret, other));
      }
      for (long other : new long[] {step - 2, step + 2}) {
        var code = Totp.code(secret, other);
        if (!near.contains(code)) { // two steps share a code once in a million
          assertThat(Totp.match(secret, code, now, 0)).as("seed %d, run %d", seed, i).isEmpty();
        }
      }
    }
  }

  @Test
  void aCodeThatWasTakenOrIsEarlierThanOneIsNotTakenAgain() {
    var now = Instant.parse("2026-11-26T08:00:10Z");
    long step = Totp.step(now);
    var taken = Totp.match(SECRET, Totp.code(SECRET, step), now, 0).orElseThrow();
    assertThat(Totp.match(SECRET, Totp.code(SECRET, step), now, taken)).isEmpty();
    assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 1), now, taken)).isEmpty();
    assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 1), now, taken)).hasValue(step + 1);
  }

  @Test
  void theSecretIsWrittenAsAppsReadIt() {
    assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).as("RFC 4648").isEqualTo("MZXW6YTBOI");
    assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(Totp.address("幸福里", "li.ming", SECRET)).isEqualTo("otpauth://totp/%E5%B9%B8%E7%A6%8F%E9%87%8C:li.ming"
        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E5%B9%B8%E7%A6%8F%E9%87%8C&algorithm=SHA1&digits=6&period=30");
  }

  @Test
  void aRecoveryCodeIsKnownHoweverItIsTypedAndOnlyForItsOwner() {
    var owner = UUID.randomUUID();
    var code = RecoveryCode.some().getFirst();
    assertThat(code).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}").doesNotContainPattern("[ilo01]");
    assertThat(RecoveryCode.hash(owner, " " + code.toUpperCase().replace("-", " ")))
        .isEqualTo(RecoveryCode.hash(owner, code));
    assertThat(RecoveryCode.hash(UUID.randomUUID(), code)).isNotEqualTo(RecoveryCode.hash(owner, code));
    assertThat(new HashSet<>(RecoveryCode.some())).hasSize(RecoveryCode.MANY);
  }

  @Test
  void whatIsSealedOpensOnlyWithItsKeyForItsOwnerAndUntouched() {
    var owner = UUID.randomUUID();
    var sealed = new Sealed("a key nobody knows");
    var closed = sealed.close(owner, SECRET);
    assertThat(sealed.open(owner, closed)).hasValueSatisfying(plain -> assertThat(plain).isEqualTo(SECRET));
    assertThat(new Sealed("another key").open(owner, closed)).isEmpty();
    assertThat(sealed.open(UUID.randomUUID(), closed)).isEmpty();
    closed[closed.length - 1] ^= 1;
    assertThat(sealed.open(owner, closed)).isEmpty();
    assertThat(sealed.close(owner, SECRET)).isNotEqualTo(sealed.close(owner, SECRET));
  }
}
