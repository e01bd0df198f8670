package org.xingfuli.engine.consensus.budget;

/** How ballots become a list of projects that the budget buys. */
public enum BudgetRule {
  /** Every ballot holds an equal share of the budget and pays only for what it names (method of equal shares); money may be left. */
  EQUAL_SHARES,
  /** The same, with every share raised by one unit at a time until just before the budget would be overspent. */
  EQUAL_SHARES_ADD1,
  /** The most utility for its cost first, what no longer fits is passed over. */
  GREEDY,
  /** Ballots earn money at one speed; who can pay first is built first; ends before the first that does not fit (Phragmén 1894). */
  PHRAGMEN
}
