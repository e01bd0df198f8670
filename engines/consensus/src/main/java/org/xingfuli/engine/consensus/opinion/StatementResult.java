package org.xingfuli.engine.consensus.opinion;

import java.util.List;

/**
 * What the groups say to one statement. A share is smoothed by the prior: (agree + prior) / (seen + 2 prior).
 *
 * @param statement id
 * @param byGroup counts, in the order of the groups
 * @param consensus group-informed: product of the groups' shares that agree, in (0, 1); 1 without groups
 * @param disagreement the same with the shares that disagree: near 1, all groups reject the statement
 * @param perGroup the consensus' geometric mean over the groups, comparable between rounds with more and fewer groups
 * @param spread greatest share that agrees less the least: near 1, the groups are divided over it; 0 with one group
 */
public record StatementResult(
    String statement, List<Counts> byGroup, double consensus, double disagreement, double perGroup, double spread) {

  public StatementResult {
    byGroup = List.copyOf(byGroup);
  }
}
