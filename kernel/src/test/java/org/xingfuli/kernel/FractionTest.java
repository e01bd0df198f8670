package org.xingfuli.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {

  @Test
  void twoThirdsAreReachedExactlyAndNotOneOwnerEarlier() {
    assertThat(Fraction.of(490, 735).isAtLeastTwoThirds()).isTrue();
    assertThat(Fraction.of(489, 735).isAtLeastTwoThirds()).isFalse();
    assertThat(Fraction.parse("66.66666666666666%").isAtLeastTwoThirds()).isFalse();
    assertThat(Fraction.parse("66.67%").isAtLeastTwoThirds()).isTrue();
  }

  @Test
  void halfIsNotMoreThanHalf() {
    assertThat(Fraction.of(368, 736).isMoreThanHalf()).isFalse();
    assertThat(Fraction.of(369, 736).isMoreThanHalf()).isTrue();
    assertThat(Fraction.of(552, 736).isAtLeast(Fraction.THREE_QUARTERS)).isTrue();
  }

  @Test
  void areasAreComparedWithoutRounding() {
    var part = new BigDecimal("40400.02");
    var whole = new BigDecimal("60600.03");
    assertThat(Fraction.ratio(part, whole)).isEqualTo(Fraction.TWO_THIRDS);
    assertThat(Fraction.ratio(part.subtract(new BigDecimal("0.01")), whole).isAtLeastTwoThirds()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2/3, 2/3", "4 / 6, 2/3", "-1/2, -1/2", "3, 3", "0.85, 17/20", "20%, 1/5", "20％, 1/5", "' 1/2 ', 1/2",
    "0/7, 0"})
  void aFractionIsReadExactly(String text, String shown) {
    assertThat(Fraction.parse(text)).hasToString(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2/0", "two thirds", "1e9", "2//3", "1/-2", ".5", "NaN", "2/3%"})
  void whatIsNoFractionIsRefusedWithItsText(String text) {
    assertThatThrownBy(() -> Fraction.parse(text))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusals().getFirst().values()).containsEntry("value", text));
  }

  @Test
  void aFractionOfNothingDoesNotExist() {
    assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Fraction.HALF.dividedBy(Fraction.NONE)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void equalRatiosAreEqual() {
    assertThat(Fraction.of(-2, -4)).isEqualTo(Fraction.HALF).hasSameHashCodeAs(Fraction.HALF);
    assertThat(Fraction.of(2, -4)).hasToString("-1/2");
    assertThat(Fraction.of(0, -4)).isEqualTo(Fraction.NONE);
  }

  @Test
  void aShownPercentageNeverPromisesMoreThanTheFraction() {
    assertThat(Fraction.TWO_THIRDS.toPercent(2)).isEqualByComparingTo("66.66");
    assertThat(Fraction.of(7, 2).ceiling()).isEqualTo(BigInteger.valueOf(4));
    assertThat(Fraction.of(-7, 2).ceiling()).isEqualTo(BigInteger.valueOf(-3));
    assertThat(Fraction.of(4).ceiling()).isEqualTo(BigInteger.valueOf(4));
  }

  @SeededTest
  void theLawsOfArithmeticHold(long seed) {
    var dice = new Dice(seed);
    var a = draw(dice);
    var b = draw(dice);
    var c = draw(dice);
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(b).minus(b)).isEqualTo(a);
    assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
    assertThat(Fraction.parse(a.toString())).isEqualTo(a);
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(a.minus(b).numerator().signum());
    if (!b.isZero()) {
      assertThat(a.times(b).dividedBy(b)).isEqualTo(a);
    }
  }

  private static Fraction draw(Dice dice) {
    return Fraction.of(dice.between(-1_000_000_000_000L, 1_000_000_000_000L), dice.between(1L, 1_000_000L));
  }
}
