package org.xingfuli.engine.consensus.budget;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A limit of the site a project that was not taken does not fit into beside those that were.
 *
 * @param site id of the {@link SiteLimit}
 * @param by the project taken with which there was too little left for it, by its place; -1 when it alone needs more than there is
 * @param lacking of what it uses, in the unit of the limit, after the last purchase; above 0
 */
public record SiteLack(String site, int by, BigDecimal lacking) {

  /** Every limit a project breaks at the end, in the order of the election's limits; empty when there is room. */
  static List<SiteLack> of(Election election, Outcome outcome, int project) {
    List<SiteLack> lacks = new ArrayList<>();
    for (SiteLimit limit : election.site()) {
      BigDecimal left = limit.limit().subtract(limit.use(project));
      boolean fitted = left.signum() >= 0;
      int by = -1;
      for (int taken : outcome.winners()) {
        boolean before = left.signum() >= 0;
        left = left.subtract(limit.use(taken));
        by = fitted && before && left.signum() < 0 ? taken : by;
      }
      if (left.signum() < 0) {
        lacks.add(new SiteLack(limit.id(), by, left.negate()));
      }
    }
    return lacks;
  }
}
