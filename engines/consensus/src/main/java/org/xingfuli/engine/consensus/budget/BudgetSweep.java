package org.xingfuli.engine.consensus.budget;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * What the same ballots buy at every budget of a range, and where that changes: each outcome is exactly the one a count with that budget
 * has.
 *
 * @param at one for each step of the range, the lowest budget first
 * @param flips the lowest budget first; from the first step's winners they lead to the last step's
 */
public record BudgetSweep(BudgetRule rule, Range range, List<At> at, List<Flip> flips) {

  public BudgetSweep {
    at = List.copyOf(at);
    flips = List.copyOf(flips);
  }

  /**
   * Budgets to look at, in the election's currency: low, low + step and so on, and high.
   *
   * @param resolution how near to a flip to look for it, above 0 and at most the step
   */
  public record Range(BigDecimal low, BigDecimal high, BigDecimal step, BigDecimal resolution) {

    static final int MOST_STEPS = 10_000;

    /** @throws Refused with {@code election.sweep} when the range is empty, or its steps are none or more than {@value #MOST_STEPS} */
    public Range {
      boolean found = low.signum() >= 0 && high.compareTo(low) >= 0 && resolution.signum() > 0 && step.compareTo(resolution) >= 0
          && high.subtract(low).compareTo(step.multiply(BigDecimal.valueOf(MOST_STEPS))) <= 0
          && step.compareTo(resolution.multiply(BigDecimal.valueOf(1_000_000_000))) <= 0;
      if (!found) {
        throw new Refused(Refusal.of("election.sweep", Map.of("low", low.toString(), "high", high.toString(), "step", step.toString(),
            "resolution", resolution.toString(), "most", MOST_STEPS)));
      }
    }

    /** Low, every step above it, and high. */
    List<BigDecimal> budgets() {
      List<BigDecimal> budgets = new ArrayList<>();
      for (BigDecimal budget = low; budget.compareTo(high) < 0; budget = budget.add(step)) {
        budgets.add(budget);
      }
      budgets.add(high);
      return budgets;
    }
  }

  /**
   * The outcome at one budget.
   *
   * @param winners their places in the election, ascending
   * @param cost of all of them together
   */
  public record At(BigDecimal budget, List<Integer> winners, BigDecimal cost) {

    public At {
      winners = List.copyOf(winners);
    }
  }

  /**
   * A change of the winners between two budgets no further apart than the resolution. Flips are looked for between steps with
   * different winners only, by halving: what changes and changes back between two steps may not be seen, but every flip told is one.
   *
   * @param before the last budget looked at with the winners before
   * @param budget the first with the winners after
   * @param came places of the projects that come in, ascending
   * @param went places of those that go out, ascending
   */
  public record Flip(BigDecimal before, BigDecimal budget, List<Integer> came, List<Integer> went) {

    public Flip {
      came = List.copyOf(came);
      went = List.copyOf(went);
    }
  }
}
