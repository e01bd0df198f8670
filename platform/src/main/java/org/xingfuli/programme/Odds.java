package org.xingfuli.programme;

import java.util.List;
import java.util.UUID;

/**
 * How likely the nodes of a programme are kept, as far as the reader sees them.
 *
 * @param forecastVersion the forecast it was simulated after; an older one than the chart's until the next is ready
 * @param atRiskBelow a node less likely than so many percent is marked
 * @param target the percent asked for
 * @param unconfirmed whether nobody has confirmed what is assumed of rain, pace and signatures
 */
public record Odds(
    long forecastVersion, int replications, int atRiskBelow, int target, boolean unconfirmed, List<Together> nodes,
    List<Cell> cells) {

  /**
   * A node over all projects the reader sees.
   *
   * @param mean probability of one, on average
   * @param expected how many are on time, on average
   * @param all probability that every one is on time; never above that of any one
   */
  public record Together(UUID nodeId, int count, double mean, double expected, double all) {}

  /** A node of a project. */
  public record Cell(UUID projectId, UUID nodeId, double probability) {}
}
