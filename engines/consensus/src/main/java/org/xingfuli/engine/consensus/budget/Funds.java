package org.xingfuli.engine.consensus.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.xingfuli.kernel.Fraction;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * A budget as counts need it, so that many can be tried on ballots read once. It may have more decimals than the election's money:
 * costs are whole units, so they fit into the budget exactly when they fit into its whole units, and the share is exact in any case.
 *
 * @param budget in the election's currency
 * @param units whole money units in it
 * @param share what every ballot holds, in money units: budget ÷ ballots
 */
record Funds(BigDecimal budget, long units, Fraction share) {

  /** @throws Refused with {@code election.budget} */
  static Funds of(Election election, BigDecimal budget) {
    if (!Election.isMoney(budget, Math.max(election.decimals(), Math.min(Election.MOST_DECIMALS, Election.decimalsOf(budget))))) {
      throw new Refused(Refusal.of("election.budget", Map.of("budget", budget.toString())));
    }
    BigDecimal units = budget.movePointRight(election.decimals());
    return new Funds(budget, units.setScale(0, RoundingMode.FLOOR).longValueExact(),
        Fraction.of(units).dividedBy(Fraction.of(Math.max(1, election.ballots()))));
  }
}
