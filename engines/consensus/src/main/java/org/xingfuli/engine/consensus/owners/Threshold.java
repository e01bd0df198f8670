package org.xingfuli.engine.consensus.owners;

import org.xingfuli.kernel.Fraction;

/** A share of the whole, and whether the share itself is enough. */
public record Threshold(Fraction share, Comparison comparison) {

  /** Civil Code art. 1259: 以上 includes the number itself; 过半数 and 超过 do not. */
  public enum Comparison {
    AT_LEAST,
    MORE_THAN
  }

  public static Threshold atLeast(long numerator, long denominator) {
    return new Threshold(Fraction.of(numerator, denominator), Comparison.AT_LEAST);
  }

  public static Threshold moreThan(long numerator, long denominator) {
    return new Threshold(Fraction.of(numerator, denominator), Comparison.MORE_THAN);
  }

  boolean isReachedBy(Fraction reached) {
    return comparison == Comparison.AT_LEAST ? reached.isAtLeast(share) : reached.isMoreThan(share);
  }

  /** Such as {@code ≥ 2/3}. */
  @Override
  public String toString() {
    return (comparison == Comparison.AT_LEAST ? "≥ " : "> ") + share;
  }
}
