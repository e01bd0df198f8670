package org.xingfuli.engine.consensus.budget;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a budget buys.
 *
 * @param budget that was counted with; the election's own, or one tried
 * @param purchases in the order taken
 * @param cost of all of them together, never above the budget
 * @param ties every use of the tie-break, in the order of steps
 * @param completion how far shares were raised; null unless the rule does so
 * @param shares who paid what; null unless the rule is one of equal shares
 */
public record Outcome(
    BudgetRule rule, Utility utility, String tieBreak, BigDecimal budget, List<Purchase> purchases, BigDecimal cost, List<Tie> ties,
    @Nullable Completion completion, @Nullable Shares shares) {

  public Outcome {
    purchases = List.copyOf(purchases);
    ties = List.copyOf(ties);
  }

  /** Places of the winners, in the order taken. */
  public List<Integer> winners() {
    return purchases.stream().map(Purchase::project).toList();
  }

  /** Ids of the winners, sorted letter by letter. */
  public List<String> winnerIds(Election election) {
    return winners().stream().map(p -> election.projects().get(p).id()).sorted().toList();
  }
}
