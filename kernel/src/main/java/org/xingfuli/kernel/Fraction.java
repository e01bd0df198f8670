package org.xingfuli.kernel;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An exact ratio in lowest terms with a positive denominator. Majorities are compared with it, never with a rounded
 * share: 66.67 % is not two thirds.
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

  public static final Fraction NONE = of(0);
  public static final Fraction WHOLE = of(1);
  public static final Fraction HALF = of(1, 2);
  public static final Fraction TWO_THIRDS = of(2, 3);
  public static final Fraction THREE_QUARTERS = of(3, 4);

  // Bounded, so that a hostile text cannot ask for a number of a million digits.
  private static final Pattern RATIO = Pattern.compile("(-?\\d{1,40})\\s*/\\s*(\\d{1,40})");
  private static final Pattern DECIMAL = Pattern.compile("(-?\\d{1,40}(?:\\.\\d{1,40})?)\\s*([%％]?)");

  public Fraction {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("a fraction of nothing: " + numerator + "/0");
    }
    var divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  public static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  public static Fraction of(long whole) {
    return of(whole, 1);
  }

  /** The exact value of a decimal number, such as an area in square metres. */
  public static Fraction of(BigDecimal decimal) {
    return decimal.scale() <= 0
        ? new Fraction(decimal.toBigIntegerExact(), ONE)
        : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  /** The ratio of two decimal numbers, such as an area out of the whole area. */
  public static Fraction ratio(BigDecimal part, BigDecimal whole) {
    return of(part).dividedBy(of(whole));
  }

  /**
   * Reads {@code 2/3}, {@code 3}, {@code 0.85} or {@code 20%}, exactly.
   *
   * @throws Refused with code {@code fraction.unreadable} and the text
   */
  public static Fraction parse(String text) {
    var ratio = RATIO.matcher(text.strip());
    if (ratio.matches() && new BigInteger(ratio.group(2)).signum() != 0) {
      return new Fraction(new BigInteger(ratio.group(1)), new BigInteger(ratio.group(2)));
    }
    var decimal = DECIMAL.matcher(text.strip());
    if (decimal.matches()) {
      var value = of(new BigDecimal(decimal.group(1)));
      return decimal.group(2).isEmpty() ? value : value.dividedBy(of(100));
    }
    throw new Refused(Refusal.of("fraction.unreadable", Map.of("value", text)));
  }

  public Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Fraction minus(Fraction other) {
    return plus(new Fraction(other.numerator.negate(), other.denominator));
  }

  public Fraction times(Fraction other) {
    return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Fraction dividedBy(Fraction other) {
    return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** At least so much (以上, which includes the number itself: Civil Code art. 1259). */
  public boolean isAtLeast(Fraction threshold) {
    return compareTo(threshold) >= 0;
  }

  /** More than so much (过半数, 超过). */
  public boolean isMoreThan(Fraction threshold) {
    return compareTo(threshold) > 0;
  }

  public boolean isAtLeastTwoThirds() {
    return isAtLeast(TWO_THIRDS);
  }

  public boolean isMoreThanHalf() {
    return isMoreThan(HALF);
  }

  public boolean isZero() {
    return numerator.equals(ZERO);
  }

  /** The smallest whole number that is not less, such as a duration in days. */
  public BigInteger ceiling() {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), 0, RoundingMode.CEILING).toBigIntegerExact();
  }

  /** For showing only: the share in hundredths, rounded down so that 66.666… never shows as a reached 66.67. */
  public BigDecimal toPercent(int decimals) {
    return new BigDecimal(numerator.multiply(BigInteger.valueOf(100)))
        .divide(new BigDecimal(denominator), decimals, RoundingMode.FLOOR);
  }

  @Override
  public String toString() {
    return denominator.equals(ONE) ? numerator.toString() : numerator + "/" + denominator;
  }
}
