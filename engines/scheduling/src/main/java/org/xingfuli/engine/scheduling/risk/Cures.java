package org.xingfuli.engine.scheduling.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * What raises a probability most per cost. Every candidate is simulated with the same chance as the plan without it, so a
 * gain is the candidate's doing. A candidate may make things worse (crews that work earlier take room from others): it is
 * kept in the list with what it does.
 */
public final class Cures {

  private Cures() {}

  /**
   * Something that could be done, as a network and model of the same tasks and nodes.
   *
   * @param cost in any unit, at least 0
   */
  public record Candidate(String id, Network network, RiskModel model, double cost) {}

  /**
   * @param before of the nodes without the candidate, in the same replications
   * @param after with it
   */
  public record Verdict(Candidate candidate, RiskResult.Together before, RiskResult.Together after) {

    public double gain() {
      return after.mean() - before.mean();
    }

    /** What costs nothing and helps is the best there is. */
    public double gainPerCost() {
      if (gain() <= 0 || candidate.cost() > 0) {
        return candidate.cost() > 0 ? gain() / candidate.cost() : gain();
      }
      return Double.POSITIVE_INFINITY;
    }
  }

  /**
   * Candidates by gain per cost, the best first.
   *
   * @param now result of the plan as it is, with at least as many replications as the effort and the same seed
   * @param effort its {@code enough} is asked between candidates as well: then the answer holds those that were tried
   */
  public static List<Verdict> ranked(
      RiskResult now, Timetable frozen, Actuals actuals, List<Candidate> candidates, Risk.Effort effort, int... nodes) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (effort.enough().getAsBoolean()) {
        break;
      }
      RiskResult with = Risk.simulate(candidate.network(), frozen, actuals, candidate.model(), effort);
      verdicts.add(new Verdict(candidate, now.first(with.replications()).together(nodes), with.together(nodes)));
    }
    verdicts.sort(Comparator.comparingDouble(Verdict::gainPerCost).reversed()
        .thenComparing(Comparator.comparingDouble(Verdict::gain).reversed()));
    return verdicts;
  }
}
