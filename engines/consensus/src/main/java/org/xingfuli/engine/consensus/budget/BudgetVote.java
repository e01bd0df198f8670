package org.xingfuli.engine.consensus.budget;

import java.math.BigDecimal;
import java.util.Map;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Counts a budgeted vote: exactly, the same for the same ballots in any order. */
public final class BudgetVote {

  private final Election election;
  private final Utility utility;
  private final TieBreak tieBreak;
  private final Profile profile;
  private final BigDecimal increment;
  private final EqualShares equalShares;

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
    this.equalShares = new EqualShares(profile, utility, tieBreak);
  }

  public Election election() {
    return election;
  }

  public Outcome count(BudgetRule rule) {
    return switch (rule) {
      case EQUAL_SHARES -> equalShares.plain();
      case EQUAL_SHARES_ADD1 -> equalShares.raised(increment);
      case GREEDY -> new Greedy(profile, utility, tieBreak).count();
      case PHRAGMEN -> new Phragmen(new Profile(election, Utility.CARDINALITY), utility, tieBreak).count();
    };
  }

  /** Whether more ballots would rather have the one or the other, by the utility of this vote. */
  public Comparison compare(Outcome one, Outcome other) {
    return Comparison.of(profile, one, other);
  }
}
