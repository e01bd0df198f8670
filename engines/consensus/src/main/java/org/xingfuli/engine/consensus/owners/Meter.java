package org.xingfuli.engine.consensus.owners;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.xingfuli.kernel.Fraction;

/**
 * A part of a whole beside what it must reach: square metres, or heads. Part and whole have as many digits behind the point as the
 * finer of them, areas at least two, heads none.
 */
public record Meter(BigDecimal part, BigDecimal whole, Threshold threshold) {

  public Meter {
    int scale = Math.max(0, Math.max(part.scale(), whole.scale()));
    part = part.setScale(scale);
    whole = whole.setScale(scale);
  }

  public static Meter ofArea(BigDecimal part, BigDecimal whole, Threshold threshold) {
    return new Meter(part, whole.scale() < Unit.CENTIARES ? whole.setScale(Unit.CENTIARES) : whole, threshold);
  }

  public static Meter ofHeads(long part, long whole, Threshold threshold) {
    return new Meter(BigDecimal.valueOf(part), BigDecimal.valueOf(whole), threshold);
  }

  /** Exact; 0 of nothing. */
  public Fraction share() {
    return whole.signum() == 0 ? Fraction.NONE : Fraction.ratio(part, whole);
  }

  /** Nothing of nothing reaches nothing. */
  public boolean reached() {
    return whole.signum() > 0 && threshold.isReachedBy(share());
  }

  /** The least that reaches it, in the digits of this meter: a whole number of heads, square metres to the hundredth. */
  public BigDecimal needed() {
    Fraction bound = new Fraction(whole.unscaledValue(), BigInteger.ONE).times(threshold.share());
    BigInteger floor = bound.numerator().divide(bound.denominator());
    BigInteger least = threshold.comparison() == Threshold.Comparison.AT_LEAST ? bound.ceiling() : floor.add(BigInteger.ONE);
    return new BigDecimal(least.max(BigInteger.ONE), whole.scale());
  }

  /** What is missing to {@link #needed}; 0 when it is reached. */
  public BigDecimal missing() {
    return needed().subtract(part).max(BigDecimal.ZERO.setScale(part.scale()));
  }

  /** The share as it was counted, not shortened, so that a reader finds both counts in it: {@code 492/736}, areas in hundredths. */
  public String counted() {
    return part.unscaledValue() + "/" + whole.unscaledValue();
  }
}
