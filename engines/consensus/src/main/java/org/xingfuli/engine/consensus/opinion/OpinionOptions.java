package org.xingfuli.engine.consensus.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * How an opinion round is grouped.
 *
 * @param leastVotes votes on the statements used that place a participant in a group; in a round of fewer statements, all of them.
 *     Who has fewer is counted and drawn, and stands in no group
 * @param leastGrouped so many are grouped in any case: where fewer have enough votes, those with most votes (of equals the first by
 *     id), if they voted at all
 * @param mostGroups groups are 2 to so many, by the best silhouette, of equals the fewer; one where no silhouette is above 0
 * @param perGroup participants grouped for every group beyond two, so that a small round is not cut to pieces
 * @param prior added to either side of a share, above 0
 * @param smallCount a group of fewer members is flagged as small, and avoided where another number of groups has none
 * @param smallShare a group of a smaller share of those grouped is flagged as small
 * @param significance z from which a statement is told as what sets a group apart, both against one half and against the others
 * @param mostAbout statements told of each group
 */
public record OpinionOptions(int leastVotes, int leastGrouped, int mostGroups, int perGroup, double prior, int smallCount,
    double smallShare, double significance, int mostAbout) {

  private static final int MOST_GROUPS = 12;

  public OpinionOptions {
    List<Refusal> faults = new ArrayList<>();
    if (leastVotes < 1 || leastGrouped < 0 || perGroup < 1 || smallCount < 0 || mostAbout < 0) {
      faults.add(Refusal.of("opinion.counts", Map.of("leastVotes", leastVotes, "leastGrouped", leastGrouped, "perGroup", perGroup,
          "smallCount", smallCount, "mostAbout", mostAbout)));
    }
    if (mostGroups < 2 || mostGroups > MOST_GROUPS) {
      faults.add(Refusal.of("opinion.most-groups", Map.of("value", mostGroups, "most", MOST_GROUPS)));
    }
    if (!(prior > 0) || !Double.isFinite(prior)) {
      faults.add(Refusal.of("opinion.prior", Map.of("value", prior)));
    }
    if (!(smallShare >= 0 && smallShare < 1)) {
      faults.add(Refusal.of("opinion.small-share", Map.of("value", smallShare)));
    }
    if (!(significance >= 0) || !Double.isFinite(significance)) {
      faults.add(Refusal.of("opinion.significance", Map.of("value", significance)));
    }
    Refused.ifAny(faults);
  }

  /**
   * Polis' rules where it has one: 7 votes, at least 15 grouped, 2 to 5 groups and one more for every 12 participants, Laplace's
   * prior, z of 90 % on one side. Ours: a group below 5 members or 5 % is small; five statements tell what a group is about.
   */
  public static OpinionOptions ordinary() {
    return new OpinionOptions(7, 15, 5, 12, GroupConsensus.LAPLACE, 5, 0.05, 1.2816, 5);
  }

  public OpinionOptions withPrior(double value) {
    return new OpinionOptions(
        leastVotes, leastGrouped, mostGroups, perGroup, value, smallCount, smallShare, significance, mostAbout);
  }

  public OpinionOptions withMostGroups(int value) {
    return new OpinionOptions(leastVotes, leastGrouped, value, perGroup, prior, smallCount, smallShare, significance, mostAbout);
  }

  public OpinionOptions withLeastVotes(int value) {
    return new OpinionOptions(value, leastGrouped, mostGroups, perGroup, prior, smallCount, smallShare, significance, mostAbout);
  }
}
