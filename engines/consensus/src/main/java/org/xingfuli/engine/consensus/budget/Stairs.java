package org.xingfuli.engine.consensus.budget;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Fraction;

/**
 * What equal shares buy at any share, learnt as it is asked: which projects are bought depends on the share alone, and on the budget only
 * in which projects are too dear for it ({@code ceiling}), so one budget's count serves the next. Between two shares of which one count
 * follows the other ({@link SharesCount#follows}) nothing differs: a tread. Where no such proof is known a share is counted.
 *
 * <p>Shares are in money units. Not for several threads at once.
 */
final class Stairs {

  private final Profile profile;
  private final long ceiling;
  private final Comparator<Integer> order;
  private final TreeMap<Fraction, Tread> treads = new TreeMap<>();

  Stairs(Profile profile, long ceiling, Comparator<Integer> order) {
    this.profile = profile;
    this.ceiling = ceiling;
    this.order = order;
  }

  /** Shares at which the same projects are bought in the same order. */
  static final class Tread {
    private Fraction from;
    private Fraction to;
    /** At the highest share so far: the nearest one proves most. */
    private SharesCount.Trail trail;
    private final List<Integer> winners;
    private final long cost;
    private final boolean more;
    private long leap = 1;
    /** A share that could not be proved to belong to it. */
    private @Nullable Fraction wall;

    private Tread(Fraction share, SharesCount count) {
      this.from = share;
      this.to = share;
      this.trail = count.trail();
      this.winners = count.purchases().stream().map(Purchase::project).sorted().toList();
      this.cost = count.cost();
      this.more = count.somethingIsShortOfMoney();
    }

    /** Ascending. */
    List<Integer> winners() {
      return winners;
    }

    /** In money units. */
    long cost() {
      return cost;
    }
  }

  /** Where the count with this share stands. */
  Tread at(Fraction share) {
    Tread known = known(share);
    return known == null ? put(share) : known;
  }

  /**
   * Where raising stops.
   *
   * @param increments units by which the share was raised
   * @param overspends one more unit would overspend; otherwise nothing could follow
   */
  record Stop(Tread tread, BigInteger increments, boolean overspends) {}

  /** The count at which raising stops that begins with a share; {@link Completion} has the rule in words. */
  Stop raised(Fraction share, Fraction unit, long budget) {
    Tread stands = at(share);
    BigInteger rung = BigInteger.ZERO;
    while (stands.more) {
      Tread next = after(stands, share, unit);
      BigInteger last = rungs(share, unit, stands.to);
      if (next.cost > budget) {
        return new Stop(stands, last, true);
      }
      if (next != stands) {
        stands = next;
        rung = last.add(BigInteger.ONE);
      }
    }
    return new Stop(stands, rung, false);
  }

  /** The tread of the next share on the ladder share + k × unit above a tread; the same one when it has just been found to reach further. */
  private Tread after(Tread stands, Fraction share, Fraction unit) {
    BigInteger rung = rungs(share, unit, stands.to);
    Fraction next = at(share, unit, rung.add(BigInteger.ONE));
    Tread known = known(next);
    if (known != null) {
      return known;
    }
    Map.Entry<Fraction, Tread> above = treads.higherEntry(next);
    long leap = stands.leap;
    if (stands.wall != null) {
      leap = rungs(share, unit, stands.wall).subtract(rung).shiftRight(1).longValueExact();
    }
    if (above != null) {
      // Not into shares known: two treads never overlap.
      leap = Math.min(leap, rungs(share, unit, above.getKey()).subtract(rung).longValueExact() - 1);
    }
    leap = Math.max(leap, 1);
    Fraction far = at(share, unit, rung.add(BigInteger.valueOf(leap)));
    SharesCount tried = new SharesCount(profile, ceiling, far, order);
    if (tried.follows(stands.trail)) {
      stands.to = far;
      stands.trail = tried.trail();
      stands.leap = 2 * leap;
      if (stands.wall != null && far.compareTo(stands.wall) >= 0) {
        stands.wall = null;
      }
      return stands;
    }
    stands.wall = far;
    return leap > 1 ? stands : put(next);
  }

  private static Fraction at(Fraction share, Fraction unit, BigInteger rung) {
    return share.plus(unit.times(new Fraction(rung, BigInteger.ONE)));
  }

  /** Whole units between a share and one that is not lower. */
  private static BigInteger rungs(Fraction share, Fraction unit, Fraction to) {
    Fraction units = to.minus(share).dividedBy(unit);
    return units.numerator().divide(units.denominator());
  }

  private @Nullable Tread known(Fraction share) {
    Map.Entry<Fraction, Tread> below = treads.floorEntry(share);
    return below != null && below.getValue().to.compareTo(share) >= 0 ? below.getValue() : null;
  }

  private Tread put(Fraction share) {
    SharesCount count = new SharesCount(profile, ceiling, share, order).run();
    Map.Entry<Fraction, Tread> above = treads.higherEntry(share);
    if (above != null && above.getValue().trail.projects().equals(count.trail().projects())
        && new SharesCount(profile, ceiling, above.getKey(), order).follows(count.trail())) {
      // The next tread begins lower than was known.
      Tread tread = above.getValue();
      treads.remove(above.getKey());
      tread.from = share;
      treads.put(share, tread);
      return tread;
    }
    Tread tread = new Tread(share, count);
    treads.put(share, tread);
    return tread;
  }
}
