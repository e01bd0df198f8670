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
  private final Funds funds;

  EqualShares(Profile profile, Utility utility, TieBreak tieBreak, Funds funds) {
    this.profile = profile;
    this.utility = utility;
    this.tieBreak = tieBreak;
    this.order = tieBreak.order(profile.election());
    this.funds = funds;
  }

  Outcome plain() {
    return outcome(BudgetRule.EQUAL_SHARES, with(funds.share()), null);
  }

  /** {@link Completion} has the rule in words. */
  Outcome raised(BigDecimal unit) {
    SharesCount stands = with(funds.share());
    boolean everythingFits = everythingFits();
    long increments = 0;
    Leap leap = new Leap();
    boolean leapt = false;
    while (stands.somethingIsShortOfMoney()) {
      // A leap is taken only over counts that cannot differ; what may differ is counted one unit at a time.
      if (leap.length() > 1) {
        SharesCount far = new SharesCount(profile, funds.units(), raised(unit, increments + leap.length()), order);
        if (far.follows(stands.trail())) {
          stands = far;
          // It looked for no ties; the count that stands is counted in full once more.
          leapt = true;
          increments += leap.length();
          leap.landed();
        } else {
          leap.fell();
        }
        continue;
      }
      long more = everythingFits ? Math.max(1, 2 * increments) : increments + 1;
      SharesCount next = with(raised(unit, more));
      if (next.cost() > funds.units()) {
        return outcome(BudgetRule.EQUAL_SHARES_ADD1, leapt ? again(stands, unit, increments) : stands,
            overspent(increments, unit, stands, next));
      }
      leap.stepped(next.buysAs(stands));
      stands = next;
      leapt = false;
      increments = more;
    }
    return outcome(BudgetRule.EQUAL_SHARES_ADD1, leapt ? again(stands, unit, increments) : stands,
        new Completion(increments, unit, List.of(), BigDecimal.ZERO));
  }

  /** The same, where the stop is known from what other budgets have shown. */
  Outcome raised(BigDecimal unit, Stairs stairs) {
    if (everythingFits()) {
      return raised(unit);
    }
    Stairs.Stop stop = stairs.raised(funds.share(), raised(unit, 1).minus(funds.share()), funds.units());
    long increments = stop.increments().longValueExact();
    SharesCount stands = with(raised(unit, increments));
    return outcome(BudgetRule.EQUAL_SHARES_ADD1, stands, stop.overspends()
        ? overspent(increments, unit, stands, with(raised(unit, increments + 1)))
        : new Completion(increments, unit, List.of(), BigDecimal.ZERO));
  }

  private boolean everythingFits() {
    // On a site with limits a doubling could leap over the count with which raising ends.
    return profile.election().site().isEmpty() && fundable().sum() <= funds.units();
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
    List<Integer> overspend = thrownAway.purchases().stream().map(Purchase::project).filter(p -> stands.purses().boughtIn(p) < 0).toList();
    BigDecimal over = profile.election().amount(thrownAway.cost()).subtract(funds.budget());
    return new Completion(increments, unit, overspend, over.stripTrailingZeros());
  }

  private Fraction raised(BigDecimal unit, long increments) {
    // A share is told in money units, which may be finer than the currency.
    BigDecimal added = unit.multiply(BigDecimal.valueOf(increments)).movePointRight(profile.election().decimals());
    return funds.share().plus(Fraction.of(added));
  }

  private LongStream fundable() {
    Election election = profile.election();
    return IntStream.range(0, profile.projects())
        .filter(p -> profile.support(p) > 0 && election.cost(p) <= funds.units()).mapToLong(election::cost);
  }

  private SharesCount with(Fraction each) {
    return new SharesCount(profile, funds.units(), each, order).run();
  }

  private Outcome outcome(BudgetRule rule, SharesCount count, @Nullable Completion completion) {
    return new Outcome(rule, utility, tieBreak.code(), funds.budget(), count.purchases(), profile.election().amount(count.cost()), count.ties(),
        completion, new Shares(count));
  }
}
