package org.xingfuli.engine.consensus.budget;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.xingfuli.kernel.Fraction;

/**
 * The exact side of a count by equal shares: the share everyone began with and the price of every purchase so far, over one common
 * denominator. What any ballot has left follows from these and from the purchases it took part in, so no ballot needs a
 * fraction of its own.
 */
final class Prices {

  private BigInteger denominator;
  private BigInteger share;
  private final List<BigInteger> prices = new ArrayList<>();

  /** @param share what every ballot begins with, in money units */
  Prices(Fraction share) {
    this.share = share.numerator();
    this.denominator = share.denominator();
  }

  /** Takes the price of the next purchase, in money units per unit of weight. */
  void add(Fraction price) {
    BigInteger common = price.denominator().gcd(denominator);
    BigInteger stretch = price.denominator().divide(common);
    if (!stretch.equals(BigInteger.ONE)) {
      denominator = denominator.multiply(stretch);
      share = share.multiply(stretch);
      prices.replaceAll(p -> p.multiply(stretch));
    }
    prices.add(price.numerator().multiply(denominator.divide(price.denominator())));
  }

  int count() {
    return prices.size();
  }

  /** What the other numbers are over. */
  BigInteger denominator() {
    return denominator;
  }

  /**
   * What so many shares leave after paying, times the denominator.
   *
   * @param weights of each purchase, summed over the ballots that hold those shares
   */
  BigInteger left(long shares, long[] weights) {
    BigInteger left = share.multiply(BigInteger.valueOf(shares));
    for (int r = 0; r < prices.size(); r++) {
      if (weights[r] != 0) {
        left = left.subtract(prices.get(r).multiply(BigInteger.valueOf(weights[r])));
      }
    }
    return left;
  }

  Fraction fraction(BigInteger numerator) {
    return new Fraction(numerator, denominator);
  }

  Fraction share() {
    return fraction(share);
  }

  Fraction price(int round) {
    return fraction(prices.get(round));
  }
}
