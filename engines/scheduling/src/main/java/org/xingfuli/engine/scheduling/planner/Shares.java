package org.xingfuli.engine.scheduling.planner;

import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;

/**
 * How the time is divided, by what was measured: small networks are proved, so CP-SAT gets nearly all of it; large ones are
 * searched.
 *
 * @param search share of the first search
 * @param proof share of CP-SAT after it; the rest goes to the search again
 */
record Shares(double search, double proof) {

  /** Beyond so many tasks CP-SAT says nothing of a programme that the search and the links have not said. */
  private static final int PROVABLE = 400;

  static final Shares SEARCH_ONLY = new Shares(1, 0);

  static Shares of(Network network, Objective objective) {
    if (objective instanceof Objective.NodesAndHandOver) {
      return network.size() <= PROVABLE ? new Shares(0.8, 0.2) : SEARCH_ONLY;
    }
    return new Shares(0.05, 0.95);
  }
}
