package org.xingfuli.engine.scheduling.pace;

import org.xingfuli.engine.scheduling.risk.RiskModel;
import org.xingfuli.engine.scheduling.risk.Spread;

/**
 * How far durations are from the plan, in percent as people say it. The spread of an activity is taken apart into what a trade
 * and a project have in common and what is its own; the three together spread as far as was said.
 *
 * @param fastest percent of the planned duration that nine of ten activities need more than, above 0
 * @param slowest percent of it that nine of ten need less than, at least {@code fastest}
 * @param tradeShare percent of the spread (its variance) which all work of a trade has in common
 * @param projectShare percent of it which all work of a project has in common; the two at most 100
 */
public record Pace(int fastest, int slowest, int tradeShare, int projectShare) {

  /** The pace by the year's own reckoning (−10 to +30 %), the shares ours; nobody has confirmed them. */
  public static final Pace ASSUMED = new Pace(90, 130, 30, 20);

  /** The model with work at this pace. */
  public RiskModel in(RiskModel model) {
    return model.withProductivity(own(), common(tradeShare), common(projectShare));
  }

  private Spread own() {
    Spread part = common(100 - tradeShare - projectShare);
    double median = whole().median();
    return new Spread(part.low() * median, part.high() * median);
  }

  private Spread common(int share) {
    return Spread.around(whole().deviation() * Math.sqrt(share / 100.0));
  }

  private Spread whole() {
    return new Spread(fastest / 100.0, slowest / 100.0);
  }
}
