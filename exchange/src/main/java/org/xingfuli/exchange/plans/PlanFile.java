package org.xingfuli.exchange.plans;

import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;

/**
 * A schedule file as read.
 *
 * @param format what it was
 * @param network all activities of the file, dummy source and sink included, in the file's order
 * @param firstNumber number of the first activity in the file's own counting: 1 in PSPLIB, else 0
 * @param projects projects the file says it has; some MPSPLIB files say 0
 */
public record PlanFile(Format format, Network network, int firstNumber, int projects) {

  /** Formats read today. */
  public enum Format {
    PSPLIB,
    MPSPLIB,
    DISTRICT
  }

  /** What a schedule of this file is judged by where it was published. */
  public Objective objective() {
    return switch (format) {
      case PSPLIB, MPSPLIB -> Objective.makespan();
      case DISTRICT -> Objective.districtCost();
    };
  }
}
