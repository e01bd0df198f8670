package org.xingfuli.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.model.RiskHead;
import org.xingfuli.programme.model.RiskNode;

/**
 * How likely a node of a project is kept.
 *
 * @param p50 the day by which half of the replications have it finished; absent when that lies beyond the plan's horizon
 */
public record NodeOdds(
    double probability, @Nullable LocalDate p50, @Nullable LocalDate p80, @Nullable LocalDate p90, int replications,
    boolean unconfirmed) {

  static NodeOdds of(RiskHead head, RiskNode node) {
    var days = RiskNode.quantiles(List.of(node), 0.5, 0.8, 0.9);
    return new NodeOdds(node.probability(), date(head, days[0]), date(head, days[1]), date(head, days[2]),
        head.replications(), head.rules().unconfirmed());
  }

  private static @Nullable LocalDate date(RiskHead head, int day) {
    return day == RiskNode.BEYOND ? null : head.firstDay().plusDays(day);
  }
}
