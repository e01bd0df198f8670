package org.xingfuli.engine.consensus.budget;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.xingfuli.kernel.Fraction;

/**
 * One count by equal shares with a given share: in each round the affordable project that costs its supporters least per unit of
 * utility is bought, everyone paying in proportion to the own weight but at most what is left (Peters, Pierczyński, Skowron 2021).
 *
 * <p>Floating point only sorts out what is clear: money is kept in shares (1 is a whole one), every value with a bound of its
 * error. Whatever lies within that bound, two prices or what a ballot has left against what it should pay, is decided by exact
 * fractions ({@link Purses}), and the price of every purchase is exact.
 */
final class SharesCount {

  /** Money left of one ballot is known at least this well, before what purchases add. */
  private static final double MONEY_ERROR = 1e-12;
  /** Relative error of one sum or quotient, with room. */
  private static final double ROUNDING = 4e-16;

  private final Profile profile;
  private final long ceiling;
  private final Purses purses;
  private final double moneyError;
  private final boolean[] alive;
  private final boolean[] fundable;
  private final double[] least;
  private final double[] most;
  private final double[] level;
  private final double[] levelError;
  private final int[] reckonedIn;
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
    this.purses = new Purses(profile, share);
    this.room = new SiteRoom(profile.election());
    int projects = profile.projects();
    this.moneyError = MONEY_ERROR + projects * ROUNDING;
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
    while (purses.prices().count() < base.projects.size()) {
      int winner = base.projects.get(purses.prices().count());
      if (!staysFirst(winner, base.keys.get(purses.prices().count()))) {
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
      keys.add(factor == 0 ? Fraction.NONE : purses.prices().price(r).dividedBy(Fraction.of(factor)));
    }
    return new Trail(projects, keys);
  }

  private boolean staysFirst(int winner, Fraction key) {
    int round = purses.prices().count();
    double bound = purses.inShares(key) * (1 + 8 * ROUNDING);
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

  private double cost(int p) {
    return purses.inShares(profile.election().cost(p));
  }

  /** Cost utilities in shares too, so that all keys are of one size. */
  private double factor(int p) {
    return profile.factor(p);
  }

  // ---------------------------------------------------------------- which project is next

  /** The project to buy now, or -1. Prices only rise as money goes, so what was reckoned before is a bound from below. */
  private int next() {
    int round = purses.prices().count();
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
    List<Integer> equal = Least.of(close, p -> exactPrice(p).dividedBy(Fraction.of(profile.factor(p))));
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
    } else if (purses.affordable(p)) {
      settle(p, purses.priceBySorting(p));
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
        if (purses.money(c) > 0) {
          double left = purses.money(c) + richer * moneyError;
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
    double price = purses.inShares(exact);
    level[p] = price;
    levelError[p] = 0;
    least[p] = Math.max(least[p], price / factor(p) * (1 - 8 * ROUNDING));
    most[p] = price / factor(p) * (1 + 8 * ROUNDING);
  }

  /** In money units per unit of weight; the project is affordable and was reckoned in this round. */
  private Fraction exactPrice(int p) {
    return purses.price(p, level[p], levelError[p]);
  }

  private void buy(int p, Fraction price) {
    alive[p] = false;
    int payers = purses.pay(p, price);
    fundable[p] = false;
    room.take(p);
    if (!room.endless()) {
      for (int q = 0; q < alive.length; q++) {
        fundable[q] = fundable[q] && room.fits(q);
        alive[q] = alive[q] && fundable[q];
      }
    }
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

  Purses purses() {
    return purses;
  }
}
