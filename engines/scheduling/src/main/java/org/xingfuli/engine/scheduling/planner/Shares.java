package org.xingfuli.engine.scheduling.planner;

import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;

/**
 * How the time is divided, by what was measured (decision 0037): where CP-SAT proves, it gets nearly all; where it neither
 * proves nor improves, nothing.
 *
 * @param search share of the first search
 * @param proof share of CP-SAT after it; the rest goes to the search again
 */
record Shares(double search, double proof) {

  static final Shares SEARCH_ONLY = new Shares(1, 0);

  /** Up to so many tasks a makespan is proved more often than not. */
  private static final int PROVED = 40;
  /** Up to so many it is worth most of the time. */
  private static final int OFTEN_PROVED = 100;
  /** Larger ones only when best and bound are this near. */
  private static final double NEAR = 0.06;
  /** Beyond so many CP-SAT gets lost. */
  private static final int MOST = 400;

  /** The first look: how long to search before asking again. */
  static double firstLook(Network network) {
    return network.size() <= OFTEN_PROVED ? 0.05 : 0.1;
  }

  /** From what the first look found. */
  static Shares of(Network network, Objective objective, long cost, long bound) {
    if (network.size() > MOST) {
      return SEARCH_ONLY;
    }
    if (objective != Objective.MAKESPAN) {
      return new Shares(0.8, 0.2);
    }
    double first = firstLook(network);
    if (network.size() <= PROVED) {
      return new Shares(first, 1 - first);
    }
    if (network.size() <= OFTEN_PROVED) {
      return new Shares(first, 0.6);
    }
    return cost - bound <= NEAR * bound ? new Shares(first, 0.3) : SEARCH_ONLY;
  }
}
