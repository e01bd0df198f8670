package org.xingfuli.engine.consensus.budget;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Fraction;

/** The method of equal shares, plain and with shares raised. */
final class EqualShares {

  private final Profile profile;
  private final Utility utility;
  private final TieBreak tieBreak;
  private final Comparator<Integer> order;
  private final Fraction share;

  EqualShares(Profile profile, Utility utility, TieBreak tieBreak) {
    this.profile = profile;
    this.utility = utility;
    this.tieBreak = tieBreak;
    Election election = profile.election();
    this.order = tieBreak.order(election);
    this.share = Fraction.of(election.budgetUnits(), Math.max(1, election.ballots()));
  }

  Outcome plain() {
    return outcome(BudgetRule.EQUAL_SHARES, with(share), null);
  }

  /** {@link Completion} has the rule in words. */
  Outcome raised(BigDecimal unit) {
    SharesCount stands = with(share);
    boolean everythingFits = fundable().sum() <= profile.election().budgetUnits();
    long projects = fundable().count();
    long increments = 0;
    Leap leap = new Leap();
    while (stands.purchases().size() < projects) {
      // A leap is taken only over counts that cannot differ; what may differ is counted one unit at a time.
      if (leap.length() > 1) {
        SharesCount far = new SharesCount(profile, raised(unit, increments + leap.length()), order);
        if (far.follows(stands)) {
          stands = far;
          increments += leap.length();
          leap.landed();
        } else {
          leap.fell();
        }
        continue;
      }
      long more = everythingFits ? Math.max(1, 2 * increments) : increments + 1;
      SharesCount next = with(raised(unit, more));
      if (next.cost() > profile.election().budgetUnits()) {
        return outcome(BudgetRule.EQUAL_SHARES_ADD1, again(stands, unit, increments), overspent(increments, unit, stands, next));
      }
      leap.stepped(next.buysAs(stands));
      stands = next;
      increments = more;
    }
    return outcome(BudgetRule.EQUAL_SHARES_ADD1, again(stands, unit, increments),
        new Completion(increments, unit, List.of(), BigDecimal.ZERO));
  }

  /** What stands is counted once more from the start: a count that only followed another has told no ties. */
  private SharesCount again(SharesCount stands, BigDecimal unit, long increments) {
    SharesCount again = with(raised(unit, increments));
    if (!again.buysAs(stands)) {
      throw new IllegalStateException("a leap to " + increments + " has changed the winners");
    }
    return again;
  }

  /** How many units to try at once: twice as many while it goes well, and after a fall only where steps have long changed nothing. */
  private static final class Leap {
    private long length = 1;
    private int quiet;
    private int wait = 1;

    long length() {
      return length;
    }

    void landed() {
      length *= 2;
      wait = 1;
    }

    void fell() {
      length /= 2;
      if (length == 1) {
        wait = Math.min(32, 2 * wait);
        quiet = 0;
      }
    }

    void stepped(boolean same) {
      quiet = same ? quiet + 1 : 0;
      length = quiet >= wait ? 2 : 1;
    }
  }

  private Completion overspent(long increments, BigDecimal unit, SharesCount stands, SharesCount thrownAway) {
    List<Integer> overspend = thrownAway.purchases().stream().map(Purchase::project).filter(p -> stands.boughtIn(p) < 0).toList();
    Election election = profile.election();
    return new Completion(increments, unit, overspend, election.amount(thrownAway.cost() - election.budgetUnits()));
  }

  private Fraction raised(BigDecimal unit, long increments) {
    // A share is told in money units, which may be finer than the currency.
    BigDecimal added = unit.multiply(BigDecimal.valueOf(increments)).movePointRight(profile.election().decimals());
    return share.plus(Fraction.of(added));
  }

  private LongStream fundable() {
    Election election = profile.election();
    return IntStream.range(0, profile.projects())
        .filter(p -> profile.support(p) > 0 && election.cost(p) <= election.budgetUnits()).mapToLong(election::cost);
  }

  private SharesCount with(Fraction each) {
    return new SharesCount(profile, each, order).run();
  }

  private Outcome outcome(BudgetRule rule, SharesCount count, @Nullable Completion completion) {
    return new Outcome(rule, utility, tieBreak.code(), count.purchases(), profile.election().amount(count.cost()), count.ties(), completion,
        new Shares(count));
  }
}
