package org.xingfuli.engine.consensus.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.xingfuli.engine.consensus.budget.BudgetSweep.At;
import org.xingfuli.engine.consensus.budget.BudgetSweep.Flip;
import org.xingfuli.engine.consensus.budget.BudgetSweep.Range;

/** Counts along a range of budgets and halves between steps that differ; {@link BudgetSweep} says what is found. */
record Sweeper(BudgetRule rule, Function<BigDecimal, At> count) {

  BudgetSweep over(Range range) {
    List<At> steps = range.budgets().stream().map(count).toList();
    List<Flip> flips = new ArrayList<>();
    for (int s = 1; s < steps.size(); s++) {
      between(steps.get(s - 1), steps.get(s), range.resolution(), flips);
    }
    return new BudgetSweep(rule, range, steps, flips);
  }

  /** One flip after the other: from the lower end to the first change that halving meets, and on from there. */
  private void between(At low, At high, BigDecimal resolution, List<Flip> flips) {
    long last = high.budget().subtract(low.budget()).divide(resolution, 0, RoundingMode.CEILING).longValueExact();
    At stands = low;
    long at = 0;
    while (!stands.winners().equals(high.winners())) {
      At same = stands;
      At other = high;
      long from = at;
      long to = last;
      while (to - from > 1) {
        long middle = from + (to - from) / 2;
        At tried = count.apply(low.budget().add(resolution.multiply(BigDecimal.valueOf(middle))));
        if (tried.winners().equals(stands.winners())) {
          same = tried;
          from = middle;
        } else {
          other = tried;
          to = middle;
        }
      }
      flips.add(new Flip(same.budget(), other.budget(), without(other, same), without(same, other)));
      stands = other;
      at = to;
    }
  }

  private static List<Integer> without(At all, At known) {
    return all.winners().stream().filter(p -> !known.winners().contains(p)).toList();
  }
}
