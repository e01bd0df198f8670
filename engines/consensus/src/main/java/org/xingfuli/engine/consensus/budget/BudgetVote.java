package org.xingfuli.engine.consensus.budget;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Fraction;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Counts a budgeted vote: exactly, the same for the same ballots in any order. Several threads may ask one of these. */
public final class BudgetVote {

  private final Election election;
  private final Utility utility;
  private final TieBreak tieBreak;
  private final Profile profile;
  private @Nullable Profile approvals;
  /** What counts with raised shares have shown, by the dearest project in the running; its own lock. */
  private final Map<Long, Stairs> stairs = new HashMap<>();
  private final BigDecimal increment;
  private final Funds own;

  /** Shares are raised by whole units of the currency. */
  public BudgetVote(Election election, Utility utility, TieBreak tieBreak) {
    this(election, utility, tieBreak, BigDecimal.ONE);
  }

  /**
   * @param tieBreak stated before the vote
   * @param increment by which {@link BudgetRule#EQUAL_SHARES_ADD1} raises every share, above 0, at most {@value Election#MOST_DECIMALS} decimals
   * @throws Refused with {@code election.utility} when the ballots do not say enough for the utility, {@code election.increment}
   */
  public BudgetVote(Election election, Utility utility, TieBreak tieBreak, BigDecimal increment) {
    if (!utility.suits(election.kind())) {
      throw new Refused(Refusal.of("election.utility", Map.of("utility", utility, "kind", election.kind())));
    }
    if (increment.signum() == 0 || !Election.isMoney(increment, Math.min(Election.MOST_DECIMALS, Election.decimalsOf(increment)))) {
      throw new Refused(Refusal.of("election.increment", Map.of("increment", increment.toString())));
    }
    this.election = election;
    this.utility = utility;
    this.tieBreak = tieBreak;
    this.profile = new Profile(election, utility);
    this.increment = increment;
    this.own = Funds.of(election, election.budget());
    tieBreak.order(election);
  }

  public Election election() {
    return election;
  }

  public Outcome count(BudgetRule rule) {
    return count(rule, own);
  }

  /**
   * The same ballots with another budget, which is as if the election had had it. The ballots are not read again, and what counts at
   * other budgets have shown is not counted again: after a {@link #sweep} over it a budget is counted at once.
   *
   * @throws Refused with {@code election.budget}
   */
  public Outcome count(BudgetRule rule, BigDecimal budget) {
    Funds funds = Funds.of(election, budget);
    if (rule == BudgetRule.EQUAL_SHARES_ADD1) {
      synchronized (stairs) {
        return new EqualShares(profile, utility, tieBreak, funds).raised(increment, stairs(funds));
      }
    }
    return count(rule, funds);
  }

  private Outcome count(BudgetRule rule, Funds funds) {
    return switch (rule) {
      case EQUAL_SHARES -> new EqualShares(profile, utility, tieBreak, funds).plain();
      case EQUAL_SHARES_ADD1 -> new EqualShares(profile, utility, tieBreak, funds).raised(increment);
      case GREEDY -> new Greedy(profile, utility, tieBreak, funds).count();
      case PHRAGMEN -> new Phragmen(approvals(), utility, tieBreak, funds).count();
    };
  }

  /** Phragmén asks only who names what. */
  private synchronized Profile approvals() {
    if (approvals == null) {
      approvals = utility == Utility.CARDINALITY ? profile : new Profile(election, Utility.CARDINALITY);
    }
    return approvals;
  }

  /**
   * What every budget of a range buys by a rule.
   *
   * @throws Refused with {@code election.budget}
   */
  public BudgetSweep sweep(BudgetRule rule, BudgetSweep.Range range) {
    return new Sweeper(rule, budget -> rule == BudgetRule.EQUAL_SHARES_ADD1 ? raised(Funds.of(election, budget)) : at(count(rule, budget)))
        .over(range);
  }

  private static BudgetSweep.At at(Outcome outcome) {
    return new BudgetSweep.At(outcome.budget(), outcome.winners().stream().sorted().toList(), outcome.cost());
  }

  /** Without receipts, most budgets need few counts of their own. */
  private BudgetSweep.At raised(Funds funds) {
    synchronized (stairs) {
      Stairs.Tread stands = stairs(funds)
          .raised(funds.share(), Fraction.of(increment.movePointRight(election.decimals())), funds.units()).tread();
      return new BudgetSweep.At(funds.budget(), stands.winners(), election.amount(stands.cost()));
    }
  }

  private Stairs stairs(Funds funds) {
    return stairs.computeIfAbsent(dearestWithin(funds), dearest -> new Stairs(profile, dearest, tieBreak.order(election)));
  }

  /** In money units. Budgets that leave the same projects in the running ask the same stairs. */
  private long dearestWithin(Funds funds) {
    return IntStream.range(0, profile.projects()).mapToLong(election::cost).filter(cost -> cost <= funds.units()).max().orElse(0);
  }

  /** Whether more ballots would rather have the one or the other, by the utility of this vote. */
  public Comparison compare(Outcome one, Outcome other) {
    return Comparison.of(profile, one, other);
  }
}
