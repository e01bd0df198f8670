package org.xingfuli.engine.consensus.budget;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.xingfuli.kernel.Fraction;

/**
 * What every ballot has left in one count by equal shares: nearly, in shares (1 is a whole one), and exactly, from the purchases it
 * took part in ({@link Prices}). Whatever nearly does not settle is settled here in fractions.
 */
final class Purses {

  static final int NEVER = Integer.MAX_VALUE;

  private final Profile profile;
  private final Prices prices;
  /** Money units of a whole share. */
  private final double unit;
  private final double[] money;
  private final int[] spentIn;
  private final int[] boughtIn;

  /** @param share what every ballot holds, in money units */
  Purses(Profile profile, Fraction share) {
    this.profile = profile;
    this.prices = new Prices(share);
    // Of an empty budget nothing but what is free can be bought, whatever the unit.
    this.unit = share.isZero() ? 1 : near(share);
    this.money = new double[profile.classes()];
    Arrays.fill(money, 1);
    this.spentIn = new int[profile.classes()];
    Arrays.fill(spentIn, NEVER);
    this.boughtIn = new int[profile.projects()];
    Arrays.fill(boughtIn, -1);
  }

  private static double near(Fraction exact) {
    return exact.numerator().doubleValue() / exact.denominator().doubleValue();
  }

  /** An amount of money units in shares. */
  double inShares(Fraction amount) {
    return near(amount) / unit;
  }

  double inShares(long amount) {
    return amount / unit;
  }

  /** What one ballot of a class nearly has left, in shares; 0 exactly when it has given its last. */
  double money(int c) {
    return money[c];
  }

  Prices prices() {
    return prices;
  }

  /** Round in which a class gave its last, or {@link #NEVER}. */
  int spentIn(int c) {
    return spentIn[c];
  }

  /** Round in which a project was bought, or -1. */
  int boughtIn(int p) {
    return boughtIn[p];
  }

  /** How near what is left must come to what is due before fractions decide; far wider than what money is known to. */
  private static double margin(double due) {
    return 1e-9 * (1 + due);
  }

  /**
   * What an affordable project costs, in money units per unit of weight.
   *
   * @param near the same in shares, known to {@code nearError}
   */
  Fraction price(int p, double near, double nearError) {
    int rounds = prices.count();
    long[] weights = new long[rounds];
    long shorts = 0;
    long rich = 0;
    List<Integer> close = new ArrayList<>();
    for (int at = profile.supportFrom(p); at < profile.supportFrom(p + 1); at++) {
      int c = profile.supporter(at);
      if (money[c] > 0) {
        double own = profile.supportWeight(at);
        double gap = money[c] - near * own;
        double margin = margin(near * own) + nearError * own;
        if (gap < -margin) {
          shorts += profile.size(c);
          addPast(c, profile.size(c), weights);
        } else {
          rich += profile.size(c) * profile.supportWeight(at);
          if (gap <= margin) {
            close.add(at);
          }
        }
      }
    }
    BigInteger costs = BigInteger.valueOf(profile.election().cost(p)).multiply(prices.denominator());
    while (true) {
      if (rich == 0) {
        return priceBySorting(p);
      }
      BigInteger rest = costs.subtract(prices.left(shorts, weights));
      BigInteger holders = BigInteger.valueOf(rich);
      long before = shorts;
      for (var each = close.iterator(); each.hasNext();) {
        int at = each.next();
        int c = profile.supporter(at);
        // Short of this price, so of any higher one. Exactly at it both readings give one price.
        if (left(c).multiply(holders).compareTo(rest.multiply(BigInteger.valueOf(profile.supportWeight(at)))) < 0) {
          each.remove();
          shorts += profile.size(c);
          rich -= profile.size(c) * profile.supportWeight(at);
          addPast(c, profile.size(c), weights);
        }
      }
      if (shorts == before) {
        return new Fraction(rest, prices.denominator().multiply(holders));
      }
    }
  }

  /** What a ballot of a class has left, over the common denominator. */
  private BigInteger left(int c) {
    long[] weights = new long[prices.count()];
    addPast(c, 1, weights);
    return prices.left(1, weights);
  }

  /** Adds the weights a class paid in each round so far; it has never been spent. */
  private void addPast(int c, long times, long[] weights) {
    for (int at = profile.choiceFrom(c); at < profile.choiceFrom(c + 1); at++) {
      int round = boughtIn[profile.choice(at)];
      if (round >= 0) {
        weights[round] += times * profile.weight(at);
      }
    }
  }

  /** The supporters have, exactly, at least the cost. */
  boolean affordable(int p) {
    return missing(p).numerator().signum() <= 0;
  }

  /** The cost less all that supporters have left, in money units. */
  Fraction missing(int p) {
    long[] weights = new long[prices.count()];
    long ballots = 0;
    for (int at = profile.supportFrom(p); at < profile.supportFrom(p + 1); at++) {
      int c = profile.supporter(at);
      if (money[c] > 0) {
        ballots += profile.size(c);
        addPast(c, profile.size(c), weights);
      }
    }
    return Fraction.of(profile.election().cost(p)).minus(prices.fraction(prices.left(ballots, weights)));
  }

  /** The price by exact comparison alone: slow, for what lies on the edge of affordable. */
  Fraction priceBySorting(int p) {
    record Holder(int at, Fraction perWeight) {}
    List<Holder> holders = new ArrayList<>();
    long weight = 0;
    for (int at = profile.supportFrom(p); at < profile.supportFrom(p + 1); at++) {
      int c = profile.supporter(at);
      if (money[c] > 0) {
        holders.add(new Holder(at, prices.fraction(left(c)).dividedBy(Fraction.of(profile.supportWeight(at)))));
        weight += profile.size(c) * profile.supportWeight(at);
      }
    }
    holders.sort(Comparator.comparing(Holder::perWeight));
    Fraction rest = Fraction.of(profile.election().cost(p));
    for (Holder holder : holders) {
      Fraction price = rest.dividedBy(Fraction.of(weight));
      if (price.compareTo(holder.perWeight) <= 0) {
        return price;
      }
      long own = profile.size(profile.supporter(holder.at)) * profile.supportWeight(holder.at);
      rest = rest.minus(holder.perWeight.times(Fraction.of(own)));
      weight -= own;
    }
    throw new IllegalStateException("project " + p + " is not affordable");
  }

  /**
   * Pays for a project.
   *
   * @return ballots that paid something
   */
  int pay(int p, Fraction price) {
    int round = prices.count();
    double per = inShares(price);
    int payers = 0;
    BigInteger priceOver = price.numerator().multiply(prices.denominator());
    for (int at = profile.supportFrom(p); at < profile.supportFrom(p + 1); at++) {
      int c = profile.supporter(at);
      if (money[c] <= 0) {
        continue;
      }
      double own = profile.supportWeight(at);
      double gap = money[c] - per * own;
      double margin = margin(per * own);
      boolean spent = gap < -margin;
      if (!spent && gap <= margin) {
        BigInteger pays = priceOver.multiply(BigInteger.valueOf(profile.supportWeight(at)));
        spent = left(c).multiply(price.denominator()).compareTo(pays) <= 0;
      }
      payers += price.isZero() ? 0 : profile.size(c);
      if (spent) {
        money[c] = 0;
        spentIn[c] = round;
      } else {
        money[c] = Math.max(gap, Double.MIN_NORMAL);
      }
    }
    boughtIn[p] = round;
    prices.add(price);
    return payers;
  }
}
