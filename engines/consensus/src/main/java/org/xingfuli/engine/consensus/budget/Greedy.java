package org.xingfuli.engine.consensus.budget;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The utility of all ballots per cost, the highest first; what no longer fits into the budget or the site is passed over. With cost utilities this is the usual
 * count: most votes first. A project no ballot supports is not built, though it may fit.
 */
final class Greedy {

  private final Profile profile;
  private final Utility utility;
  private final TieBreak tieBreak;
  private final Funds funds;

  Greedy(Profile profile, Utility utility, TieBreak tieBreak, Funds funds) {
    this.profile = profile;
    this.utility = utility;
    this.tieBreak = tieBreak;
    this.funds = funds;
  }

  Outcome count() {
    Election election = profile.election();
    Comparator<Integer> order = tieBreak.order(election);
    List<Integer> ranked = IntStream.range(0, profile.projects()).boxed().filter(p -> profile.support(p) > 0)
        .sorted(((Comparator<Integer>) this::byDensity).thenComparing(order)).toList();
    List<Purchase> purchases = new ArrayList<>();
    List<Tie> ties = new ArrayList<>();
    long left = funds.units();
    SiteRoom room = new SiteRoom(election);
    int equalUntil = 0;
    for (int i = 0; i < ranked.size(); i++) {
      int p = ranked.get(i);
      if (i == equalUntil) {
        equalUntil = equalUntil(ranked, i);
        tie(ranked.subList(i, equalUntil), left, room).ifPresent(equal -> ties.add(new Tie(purchases.size(), equal)));
      }
      if (election.cost(p) <= left && room.fits(p)) {
        left -= election.cost(p);
        room.take(p);
        purchases.add(new Purchase(p, null, profile.supporters(p)));
      }
    }
    return new Outcome(BudgetRule.GREEDY, utility, tieBreak.code(), funds.budget(), purchases, election.amount(funds.units() - left), ties,
        null, null);
  }

  /** Those of equals that could be bought, where they cannot all be. */
  private Optional<List<Integer>> tie(List<Integer> equal, long left, SiteRoom room) {
    List<Integer> fitting = equal.stream().filter(p -> profile.election().cost(p) <= left && room.fits(p)).toList();
    long rest = left;
    for (int p : fitting) {
      rest -= profile.election().cost(p);
      if (rest < 0) {
        return Optional.of(fitting);
      }
    }
    return room.fitTogether(fitting) ? Optional.empty() : Optional.of(fitting);
  }

  private int equalUntil(List<Integer> ranked, int from) {
    int to = from + 1;
    while (to < ranked.size() && byDensity(ranked.get(from), ranked.get(to)) == 0) {
      to++;
    }
    return to;
  }

  /** The denser first: support × factor ÷ cost, compared crosswise; what is free comes before all. */
  private int byDensity(int one, int other) {
    return worth(other).multiply(cost(one)).compareTo(worth(one).multiply(cost(other)));
  }

  private BigInteger worth(int p) {
    // Of a free project the utility of cost is nothing; it is still wanted.
    return BigInteger.valueOf(profile.support(p)).multiply(BigInteger.valueOf(Math.max(1, profile.factor(p))));
  }

  private BigInteger cost(int p) {
    return BigInteger.valueOf(profile.election().cost(p));
  }
}
