package org.xingfuli.engine.consensus.opinion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A statement that sets a group apart: most of the group agree (or disagree), and more than elsewhere.
 *
 * @param statement id
 * @param side agree or disagree
 * @param group what the group said
 * @param rest what the other groups said
 * @param z of the difference between the group's share and the rest's
 */
public record Distinctive(String statement, Vote side, Counts group, Counts rest, double z) {

  /** Largest z first, of equals the first statement; none where there is no rest to compare with. */
  static List<Distinctive> of(List<StatementResult> results, int group, OpinionOptions options) {
    List<Distinctive> found = new ArrayList<>();
    for (StatementResult result : results) {
      Counts own = result.byGroup().get(group);
      Counts all = result.byGroup().stream().reduce(new Counts(0, 0, 0), Counts::plus);
      Counts rest = all.minus(own);
      if (own.seen() > 0 && rest.seen() > 0) {
        add(found, result, Vote.AGREE, own, rest, own.agree(), rest.agree(), options);
        add(found, result, Vote.DISAGREE, own, rest, own.disagree(), rest.disagree(), options);
      }
    }
    found.sort(Comparator.comparingDouble(each -> -each.z));
    return List.copyOf(found.subList(0, Math.min(options.mostAbout(), found.size())));
  }

  private static void add(List<Distinctive> found, StatementResult result, Vote side, Counts own, Counts rest, int ownSide, int restSide,
      OpinionOptions options) {
    double z = apart(ownSide, own.seen(), restSide, rest.seen());
    if (z >= options.significance() && aboveHalf(ownSide, own.seen()) >= options.significance()) {
      found.add(new Distinctive(result.statement(), side, own, rest, z));
    }
  }

  /** z of a share against one half, one success added, as Polis tests it. */
  static double aboveHalf(int successes, int trials) {
    double n = trials + 1.0;
    return 2 * Math.sqrt(n) * ((successes + 1) / n - 0.5);
  }

  /** z of two shares against each other with their pooled variance, one success added to each, as Polis tests it; 0 where all agree. */
  static double apart(int successes, int trials, int otherSuccesses, int otherTrials) {
    double n = trials + 1.0;
    double m = otherTrials + 1.0;
    double pooled = (successes + otherSuccesses + 2) / (n + m);
    return pooled >= 1 ? 0 : ((successes + 1) / n - (otherSuccesses + 1) / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  }
}
