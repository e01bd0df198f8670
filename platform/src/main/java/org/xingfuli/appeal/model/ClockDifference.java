package org.xingfuli.appeal.model;

import java.util.Set;
import java.util.UUID;
import org.xingfuli.kernel.Deadline;
import org.xingfuli.kernel.TimeLimit;

/**
 * What a clock would say if it were computed again; it is not, unless somebody applies this by an act of its own.
 *
 * @param because what has changed since it was started
 * @param version of the rule that would hold now, and its limit
 * @param would the end it would have
 */
public record ClockDifference(UUID clockId, Set<Because> because, int version, TimeLimit limit, Deadline bound, Deadline would) {

  /** What changed. */
  public enum Because { RULE, CALENDAR }
}
