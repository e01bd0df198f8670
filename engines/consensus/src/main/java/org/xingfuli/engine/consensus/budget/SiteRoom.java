package org.xingfuli.engine.consensus.budget;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is left of the site in one count. It only shrinks: a project that no longer fits never fits again in this count, and which
 * projects fit depends on nothing but which were taken, so two counts that have taken the same agree on it.
 */
final class SiteRoom {

  private final long[][] use;
  private final long[] left;

  SiteRoom(Election election) {
    List<SiteLimit> limits = election.site();
    use = new long[limits.size()][];
    left = new long[use.length];
    for (int l = 0; l < use.length; l++) {
      SiteLimit limit = limits.get(l);
      left[l] = units(limit.limit());
      use[l] = new long[election.projects().size()];
      for (int p = 0; p < use[l].length; p++) {
        use[l][p] = units(limit.use(p));
      }
    }
  }

  private static long units(BigDecimal amount) {
    return amount.movePointRight(Election.MOST_DECIMALS).longValueExact();
  }

  /** Nothing is short, whatever is taken. */
  boolean endless() {
    return left.length == 0;
  }

  boolean fits(int project) {
    for (int l = 0; l < left.length; l++) {
      if (use[l][project] > left[l]) {
        return false;
      }
    }
    return true;
  }

  /** Whether all of them fit beside each other. */
  boolean fitTogether(List<Integer> projects) {
    for (int l = 0; l < left.length; l++) {
      long rest = left[l];
      for (int p : projects) {
        // Below 0 at most once, so within a long.
        rest -= use[l][p];
        if (rest < 0) {
          return false;
        }
      }
    }
    return true;
  }

  void take(int project) {
    for (int l = 0; l < left.length; l++) {
      left[l] -= use[l][project];
    }
  }
}
