package org.xingfuli.engine.consensus.budget;

import java.math.BigDecimal;
import java.util.List;

/**
 * How the shares were raised until just before the first overspend. The rule in words: with every ballot's share at budget ÷ ballots
 * the projects are counted; then again with every share one unit higher, and again; the first count whose projects together cost more
 * than the budget is thrown away, and the one before it stands. Projects that cost more than the whole budget take no part. It
 * also ends when every project that some ballot supports is bought, since nothing can follow; where all of these together fit into
 * the budget, shares are raised by 1, 2, 4, 8 … units, since no count can overspend. On a site with limits a project that those
 * bought have left no room for is not waited for: raising ends with the first count after which no project lacks money alone.
 *
 * @param increments units by which every share was raised in the count that stands
 * @param unit what one increment adds to a share
 * @param overspend places of the projects of the count that was thrown away which the one that stands has not, in the order taken;
 *     empty when nothing could follow
 * @param over by how much that count passed the budget; 0 when nothing could follow
 */
public record Completion(long increments, BigDecimal unit, List<Integer> overspend, BigDecimal over) {

  public Completion {
    overspend = List.copyOf(overspend);
  }
}
