package org.xingfuli.engine.consensus.budget;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.xingfuli.kernel.Fraction;

/**
 * Sequential Phragmén: every ballot earns money at one speed and keeps it for what it names. As soon as the supporters of a project hold
 * its cost together it is built and they have nothing. It ends when the next one would not fit into the budget. One that
 * those built have left no room on the site for is out, and ends nothing: its supporters keep their money for what else they name.
 *
 * <p>A ballot's load is the moment it last paid; all payers of a project share one. Sums of loads are therefore whole numbers
 * of ballots times few fractions, and exact; floating point only sorts out what is clear.
 */
final class Phragmen {

  private final Profile profile;
  private final Utility utility;
  private final TieBreak tieBreak;
  private final Funds funds;
  private final int[] paidIn;
  private final boolean[] alive;
  private final double[] moment;
  private final List<Fraction> loads = new ArrayList<>();
  private final List<Double> nearLoads = new ArrayList<>();

  Phragmen(Profile profile, Utility utility, TieBreak tieBreak, Funds funds) {
    this.profile = profile;
    this.utility = utility;
    this.tieBreak = tieBreak;
    this.funds = funds;
    this.paidIn = new int[profile.classes()];
    Arrays.fill(paidIn, -1);
    this.alive = new boolean[profile.projects()];
    this.moment = new double[profile.projects()];
  }

  Outcome count() {
    Election election = profile.election();
    Comparator<Integer> order = tieBreak.order(election);
    List<Purchase> purchases = new ArrayList<>();
    List<Tie> ties = new ArrayList<>();
    long left = funds.units();
    SiteRoom room = new SiteRoom(election);
    int[] supporters = new int[alive.length];
    for (int p = 0; p < alive.length; p++) {
      supporters[p] = profile.supporters(p);
      alive[p] = supporters[p] > 0 && election.cost(p) <= funds.units() && room.fits(p);
      moment[p] = (double) election.cost(p) / supporters[p];
    }
    while (true) {
      List<Integer> next = next(supporters);
      next.sort(order);
      long remaining = left;
      // Of equals, one that does not fit ends it, whichever the tie-break prefers.
      if (next.isEmpty() || next.stream().anyMatch(p -> election.cost(p) > remaining)) {
        break;
      }
      if (next.size() > 1) {
        ties.add(new Tie(purchases.size(), next));
      }
      int p = next.getFirst();
      Fraction load = exact(p, supporters[p]);
      loads.add(load);
      nearLoads.add(load.numerator().doubleValue() / load.denominator().doubleValue());
      for (int at = profile.supportFrom(p); at < profile.supportFrom(p + 1); at++) {
        paidIn[profile.supporter(at)] = loads.size() - 1;
      }
      alive[p] = false;
      left -= election.cost(p);
      room.take(p);
      for (int q = 0; q < alive.length; q++) {
        alive[q] = alive[q] && room.fits(q);
      }
      purchases.add(new Purchase(p, null, supporters[p]));
    }
    return new Outcome(BudgetRule.PHRAGMEN, utility, tieBreak.code(), funds.budget(), purchases, election.amount(funds.units() - left), ties,
        null, null);
  }

  /** The projects that can be paid for first, all of them when they are exactly equal; a moment only ever moves back. */
  private List<Integer> next(int[] supporters) {
    boolean[] fresh = new boolean[alive.length];
    double bound = Double.POSITIVE_INFINITY;
    List<Integer> close = new ArrayList<>();
    while (true) {
      int best = -1;
      for (int p = 0; p < alive.length; p++) {
        if (alive[p] && !fresh[p] && moment[p] * (1 - 1e-9) <= bound && (best < 0 || moment[p] < moment[best])) {
          best = p;
        }
      }
      if (best < 0) {
        break;
      }
      fresh[best] = true;
      moment[best] = near(best, supporters[best]);
      bound = Math.min(bound, moment[best] * (1 + 1e-9));
      close.add(best);
    }
    double limit = bound;
    close.removeIf(p -> moment[p] * (1 - 1e-9) > limit);
    if (close.size() <= 1) {
      return close;
    }
    return Least.of(close, p -> exact(p, supporters[p]));
  }

  /** Sums of positive numbers only: right to some 1e-11 of itself for a million ballots. */
  private double near(int p, int supporters) {
    double sum = profile.election().cost(p);
    for (int at = profile.supportFrom(p); at < profile.supportFrom(p + 1); at++) {
      int c = profile.supporter(at);
      sum += paidIn[c] < 0 ? 0 : profile.size(c) * nearLoads.get(paidIn[c]);
    }
    return sum / supporters;
  }

  private Fraction exact(int p, int supporters) {
    long[] ballots = new long[loads.size()];
    for (int at = profile.supportFrom(p); at < profile.supportFrom(p + 1); at++) {
      int c = profile.supporter(at);
      if (paidIn[c] >= 0) {
        ballots[paidIn[c]] += profile.size(c);
      }
    }
    Fraction sum = Fraction.of(profile.election().cost(p));
    for (int round = 0; round < ballots.length; round++) {
      if (ballots[round] > 0) {
        sum = sum.plus(loads.get(round).times(Fraction.of(ballots[round])));
      }
    }
    return sum.dividedBy(new Fraction(BigInteger.valueOf(supporters), BigInteger.ONE));
  }
}
