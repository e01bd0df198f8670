package org.xingfuli.engine.consensus.budget;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Fraction;

/**
 * One count by equal shares with a given share: in each round the affordable project that costs its supporters least per unit of
 * utility is bought, everyone paying in proportion to the own weight but at most what is left (Peters, Pierczyński, Skowron 2021).
 *
 * <p>Floating point only sorts out what is clear: money is kept in shares (1 is a whole one), every value with a bound of its
 * error. Whatever lies within that bound, two prices or what a ballot has left against what it should pay, is decided by exact
 * fractions ({@link Prices}), and the price of every purchase is exact.
 */
final class SharesCount {

  /** Money left of one ballot is known at least this well, before what purchases add. */
  private static final double MONEY_ERROR = 1e-12;
  /** Relative error of one sum or quotient, with room. */
  private static final double ROUNDING = 4e-16;
  static final int NEVER = Integer.MAX_VALUE;

  private final Profile profile;
  private final long ceiling;
  private final double unit;
  private final double[] money;
  private final double moneyError;
  private final int[] spentIn;
  private final int[] boughtIn;
  private final boolean[] alive;
  private final boolean[] fundable;
  private final double[] least;
  private final double[] most;
  private final double[] level;
  private final double[] levelError;
  private final int[] reckonedIn;
  private final Prices prices;
  private final SiteRoom room;
  private final Comparator<Integer> order;
  private final List<Purchase> purchases = new ArrayList<>();
  private final List<Tie> ties = new ArrayList<>();
  private long cost;

  /**
   * @param ceiling in money units; what costs more takes no part
   * @param share what every ballot holds, in money units
   */
  SharesCount(Profile profile, long ceiling, Fraction share, Comparator<Integer> order) {
    this.profile = profile;
    this.ceiling = ceiling;
    this.order = order;
    this.prices = new Prices(share);
    this.room = new SiteRoom(profile.election());
    // Of an empty budget nothing but what is free can be bought, whatever the unit.
    this.unit = share.isZero() ? 1 : share.numerator().doubleValue() / share.denominator().doubleValue();
    this.money = new double[profile.classes()];
    Arrays.fill(money, 1);
    this.spentIn = new int[profile.classes()];
    Arrays.fill(spentIn, NEVER);
    int projects = profile.projects();
    this.moneyError = MONEY_ERROR + projects * ROUNDING;
    this.boughtIn = new int[projects];
    Arrays.fill(boughtIn, -1);
    this.alive = new boolean[projects];
    this.fundable = new boolean[projects];
    this.least = new double[projects];
    this.most = new double[projects];
    this.level = new double[projects];
    this.levelError = new double[projects];
    this.reckonedIn = new int[projects];
    Arrays.fill(reckonedIn, -1);
  }

  /** Counts until no project is affordable. */
  SharesCount run() {
    begin();
    for (int p = next(); p >= 0; p = next()) {
      buy(p, exactPrice(p));
    }
    return this;
  }

  /**
   * Counts like another count with a smaller share, and says whether every share between the two must buy the same projects in the
   * same order.
   *
   * <p>While two counts have bought the same, who began with more has no less left: prices only fall when shares rise. So at any share
   * between, the winner of a round costs at most what it does with the smaller share, and every other project at least what it
   * does here; when that still leaves the winner first in every round, and nothing is affordable here in the end, nothing between
   * can differ.
   *
   * <p>Limits of the site change none of this. Whether a project fits beside those taken depends on which were taken and on nothing
   * else ({@link SiteRoom}), no share and no price enters. So as long as the sequences are equal, a project that leaves the
   * running for want of room leaves after the same purchase here, with the smaller share, and at every share between: in every
   * round all of them choose among the same projects that fit, and the round is decided as above. In particular no project between
   * has room that it has not here, so one this count need not look at cannot come first there.
   */
  boolean follows(Trail base) {
    begin();
    while (prices.count() < base.projects.size()) {
      int winner = base.projects.get(prices.count());
      if (!staysFirst(winner, base.keys.get(prices.count()))) {
        return false;
      }
      buy(winner, exactPrice(winner));
    }
    return next() < 0;
  }

  /** What another count must buy to follow this one: the projects in order, each with its price per unit of utility. */
  record Trail(List<Integer> projects, List<Fraction> keys) {}

  Trail trail() {
    List<Integer> projects = purchases.stream().map(Purchase::project).toList();
    List<Fraction> keys = new ArrayList<>();
    for (int r = 0; r < projects.size(); r++) {
      long factor = profile.factor(projects.get(r));
      // What is free has no price, whatever it is worth.
      keys.add(factor == 0 ? Fraction.NONE : prices.price(r).dividedBy(Fraction.of(factor)));
    }
    return new Trail(projects, keys);
  }

  private boolean staysFirst(int winner, Fraction key) {
    int round = prices.count();
    double bound = key.numerator().doubleValue() / key.denominator().doubleValue() / unit * (1 + 8 * ROUNDING);
    for (int p = 0; p < alive.length; p++) {
      if (alive[p] && least[p] <= bound) {
        reckon(p, round);
        if (p != winner && alive[p] && least[p] <= bound) {
          int compared = exactPrice(p).dividedBy(Fraction.of(profile.factor(p))).compareTo(key);
          if (compared < 0 || compared == 0 && order.compare(p, winner) < 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private void begin() {
    for (int p = 0; p < alive.length; p++) {
      long support = profile.support(p);
      alive[p] = support > 0 && profile.election().cost(p) <= ceiling && room.fits(p);
      fundable[p] = alive[p];
      least[p] = cost(p) / support / factor(p) * (1 - 8 * ROUNDING);
    }
    List<Integer> free = new ArrayList<>(IntStream.range(0, alive.length).boxed().filter(p -> alive[p] && profile.election().cost(p) == 0)
        .toList());
    // Who comes first matters only where they are in each other's way.
    if (!room.fitTogether(free)) {
      free.sort(order);
    }
    for (int f = 0; f < free.size(); f++) {
      if (alive[free.get(f)]) {
        List<Integer> equal = free.subList(f, free.size()).stream().filter(p -> alive[p]).toList();
        if (!room.fitTogether(equal)) {
          ties.add(new Tie(purchases.size(), equal));
        }
        buy(free.get(f), Fraction.NONE);
      }
    }
  }

  /** How near what is left must come to what is due before fractions decide; far wider than {@link #MONEY_ERROR}. */
  private static double margin(double due) {
    return 1e-9 * (1 + due);
  }

  private double cost(int p) {
    return profile.election().cost(p) / unit;
  }

  /** Cost utilities in shares too, so that all keys are of one size. */
  private double factor(int p) {
    return profile.factor(p);
  }

  // ---------------------------------------------------------------- which project is next

  /** The project to buy now, or -1. Prices only rise as money goes, so what was reckoned before is a bound from below. */
  private int next() {
    int round = prices.count();
    double bound = Double.POSITIVE_INFINITY;
    List<Integer> close = new ArrayList<>();
    while (true) {
      int best = -1;
      for (int p = 0; p < alive.length; p++) {
        if (alive[p] && reckonedIn[p] != round && least[p] <= bound && (best < 0 || least[p] < least[best])) {
          best = p;
        }
      }
      if (best < 0) {
        break;
      }
      reckon(best, round);
      if (alive[best]) {
        bound = Math.min(bound, most[best]);
        close.add(best);
      }
    }
    double limit = bound;
    close.removeIf(p -> least[p] > limit);
    return close.size() <= 1 ? (close.isEmpty() ? -1 : close.getFirst()) : exactlyLeast(close);
  }

  private int exactlyLeast(List<Integer> close) {
    List<Integer> equal = new ArrayList<>();
    Fraction lowest = Fraction.NONE;
    for (int p : close) {
      Fraction key = exactPrice(p).dividedBy(Fraction.of(profile.factor(p)));
      int compared = equal.isEmpty() ? -1 : key.compareTo(lowest);
      if (compared < 0) {
        equal.clear();
        lowest = key;
      }
      if (compared <= 0) {
        equal.add(p);
      }
    }
    equal.sort(order);
    if (equal.size() > 1) {
      ties.add(new Tie(purchases.size(), equal));
    }
    return equal.getFirst();
  }

  /**
   * Brackets the price: once with everyone a little richer and the project a little cheaper than floating point knows them, once the
   * other way round. A bracket stays right where a price lies on the edge of what a heavy ballot has left, where the error of the
   * price is far greater than that of the sums.
   */
  private void reckon(int p, int round) {
    reckonedIn[p] = round;
    double low = price(p, 1, Math.max(0, least[p] * factor(p)));
    if (low == Double.POSITIVE_INFINITY) {
      alive[p] = false;
      return;
    }
    double high = Double.isNaN(low) ? low : price(p, -1, low);
    if (high < Double.POSITIVE_INFINITY) {
      level[p] = low;
      levelError[p] = high - low;
      least[p] = Math.max(least[p], low / factor(p) * (1 - ROUNDING));
      most[p] = high / factor(p) * (1 + ROUNDING);
    } else if (affordable(p)) {
      settle(p, exactBySorting(p));
    } else {
      alive[p] = false;
    }
  }

  /**
   * The price at which the supporters' money reaches the cost, rising from below: who has less than the price so far gives all,
   * the others share the rest, until nobody else runs short.
   *
   * @param richer 1 or -1: by how many errors every ballot is taken to be richer and the project cheaper
   * @return infinite when all of it does not reach the cost; no number when everyone gives all and it does
   */
  private double price(int p, int richer, double price) {
    int from = profile.supportFrom(p);
    int to = profile.supportFrom(p + 1);
    double cost = cost(p) * (1 - richer * (to - from + 8) * ROUNDING);
    int shortBefore = -1;
    while (true) {
      double given = 0;
      double weight = 0;
      int shorts = 0;
      for (int at = from; at < to; at++) {
        int c = profile.supporter(at);
        if (money[c] > 0) {
          double left = money[c] + richer * moneyError;
          double own = profile.supportWeight(at);
          int size = profile.size(c);
          if (left < price * own) {
            given += size * left;
            shorts++;
          } else {
            weight += size * own;
          }
        }
      }
      if (weight == 0) {
        return given < cost ? Double.POSITIVE_INFINITY : Double.NaN;
      }
      // Fewer than before can only be rounding, on the edge where both readings give one price.
      if (shorts <= shortBefore) {
        return price;
      }
      shortBefore = shorts;
      price = (cost - given) / weight;
    }
  }

  private void settle(int p, Fraction exact) {
    double price = exact.numerator().doubleValue() / exact.denominator().doubleValue() / unit;
    level[p] = price;
    levelError[p] = 0;
    least[p] = Math.max(least[p], price / factor(p) * (1 - 8 * ROUNDING));
    most[p] = price / factor(p) * (1 + 8 * ROUNDING);
  }

  // ---------------------------------------------------------------- exactly

  /** In money units per unit of weight; the project is affordable. */
  private Fraction exactPrice(int p) {
    int rounds = prices.count();
    long[] weights = new long[rounds];
    long shorts = 0;
    long rich = 0;
    List<Integer> close = new ArrayList<>();
    double price = level[p];
    for (int at = profile.supportFrom(p); at < profile.supportFrom(p + 1); at++) {
      int c = profile.supporter(at);
      if (money[c] > 0) {
        double own = profile.supportWeight(at);
        double gap = money[c] - price * own;
        double margin = margin(price * own) + levelError[p] * own;
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
        return exactBySorting(p);
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
  private boolean affordable(int p) {
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
  private Fraction exactBySorting(int p) {
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

  // ---------------------------------------------------------------- buying

  private void buy(int p, Fraction price) {
    int round = prices.count();
    alive[p] = false;
    double per = price.numerator().doubleValue() / price.denominator().doubleValue() / unit;
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
    fundable[p] = false;
    room.take(p);
    if (!room.endless()) {
      for (int q = 0; q < alive.length; q++) {
        fundable[q] = fundable[q] && room.fits(q);
        alive[q] = alive[q] && fundable[q];
      }
    }
    prices.add(price);
    cost += profile.election().cost(p);
    purchases.add(new Purchase(p, price.dividedBy(new Fraction(BigInteger.TEN.pow(profile.election().decimals()), BigInteger.ONE)), payers));
  }

  // ---------------------------------------------------------------- what came of it

  List<Purchase> purchases() {
    return purchases;
  }

  List<Tie> ties() {
    return ties;
  }

  /** Whether some project some ballot supports, which the whole budget and what is left of the site could hold, lacks only money. */
  boolean somethingIsShortOfMoney() {
    for (boolean wanting : fundable) {
      if (wanting) {
        return true;
      }
    }
    return false;
  }

  /** The same projects in the same order. */
  boolean buysAs(SharesCount other) {
    return purchases.stream().map(Purchase::project).toList().equals(other.purchases.stream().map(Purchase::project).toList());
  }

  /** In money units. */
  long cost() {
    return cost;
  }

  Profile profile() {
    return profile;
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

  @Nullable Purchase purchaseOf(int p) {
    return boughtIn[p] < 0 ? null : purchases.get(boughtIn[p]);
  }
}
