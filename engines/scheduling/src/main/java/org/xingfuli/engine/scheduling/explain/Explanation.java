package org.xingfuli.engine.scheduling.explain;

import java.util.List;
import org.xingfuli.engine.scheduling.Node;

/**
 * Why a node fails.
 *
 * @param kind how it was found out
 * @param facts they cannot all hold; without the node's due they can
 * @param smallest whether none of the facts can be left out
 * @param cures cheapest of its kind first; none when nothing was found in the time given
 */
public record Explanation(Node node, Kind kind, List<Fact> facts, boolean smallest, List<Cure> cures) {

  public Explanation {
    facts = List.copyOf(facts);
    cures = List.copyOf(cures);
  }

  /** From the plainest explanation to the least plain. */
  public enum Kind {
    /** Links, releases and calendars alone: no crew could help. */
    CHAIN,
    /** A crew has more work in a window than it can do there. */
    ENERGY,
    /** Several facts that only together leave no timetable. */
    CONFLICT,
    /** There is a timetable that keeps it: the plan only did not find it. It is the cure with no lateness. */
    NONE,
    /** Neither proved to fail nor kept in the time given. */
    UNKNOWN
  }
}
