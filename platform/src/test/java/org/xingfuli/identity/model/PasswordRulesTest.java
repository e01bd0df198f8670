package org.xingfuli.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xingfuli.kernel.Refusal;

/** What a password may be, by the default and by the 等保 setting; and how long wrong ones lock. */
class PasswordRulesTest {

  private static final PasswordRules USUAL = new PasswordRules(12, 0, 0);
  private static final PasswordRules STRICT = new PasswordRules(12, 3, 90);

  private static List<String> codes(PasswordRules rules, String password) {
    return rules.faults(password, "zhang.san", "/password").stream().map(Refusal::code).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"five green umbrellas", "幸福里改造工程二零二二年春天", "kx7TmW2qLp9fRz4d", "a b c d e f g h i j"})
  void aLongPasswordOfAnyLettersIsGood(String password) {
    assertThat(codes(USUAL, password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aaaaaaaaaaaa", "123456789012", "abcdefghijkl", "password1234", "xingfuli2022", "121212121212",
      "hello zhang.san", "qwertyuiop12"})
  void whatEverybodyTriesIsNot(String password) {
    assertThat(codes(USUAL, password)).containsExactly("identity.password-guessable");
  }

  @Test
  void underDengbaoThreeClassesAreAskedForAndNinetyDaysAreTheEnd() {
    assertThat(codes(STRICT, "five green umbrellas")).containsExactly("identity.password-too-plain");
    assertThat(codes(STRICT, "Five green umbrellas")).isEmpty();
    var set = Instant.parse("2022-01-01T00:00:00Z");
    assertThat(STRICT.expired(set, set.plus(Duration.ofDays(90)))).isFalse();
    assertThat(STRICT.expired(set, set.plus(Duration.ofDays(91)))).isTrue();
    assertThat(USUAL.expired(set, set.plus(Duration.ofDays(9000)))).isFalse();
  }

  @Test
  void aGeneratedPasswordPassesBoth() {
    for (int i = 0; i < 200; i++) {
      assertThat(codes(USUAL, OneTimeToken.password())).isEmpty();
    }
  }

  @Test
  void everyFifthFailureLocksTwiceAsLongUpToADay() {
    var rule = new LockOut(5, Duration.ofMinutes(15));
    assertThat(rule.after(4)).isZero();
    assertThat(rule.after(5)).isEqualTo(Duration.ofMinutes(15));
    assertThat(rule.after(6)).isZero();
    assertThat(rule.after(10)).isEqualTo(Duration.ofMinutes(30));
    assertThat(rule.after(35)).isEqualTo(Duration.ofHours(16));
    assertThat(rule.after(40)).isEqualTo(Duration.ofHours(24));
    assertThat(rule.after(5000)).isEqualTo(Duration.ofHours(24));
  }
}
