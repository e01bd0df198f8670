package org.xingfuli.engine.consensus.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Group-informed consensus, as Polis defines it: of every statement the product over the groups of (agree + 1) / (seen + 2). A small
 * group weighs as much as a large one, so that no majority speaks for it.
 */
public final class GroupConsensus {

  /** Laplace's, which Polis uses. */
  public static final double LAPLACE = 1;

  private GroupConsensus() {}

  /** With {@link #LAPLACE}; see {@link #of(Votes, List, double)}. */
  public static List<StatementResult> of(Votes votes, List<List<String>> groups) {
    return of(votes, groups, LAPLACE);
  }

  /**
   * @param groups ids of participants; who is in none counts nowhere
   * @param prior above 0; added to the votes of either side
   * @return of every statement, in their order
   * @throws Refused when a member is unknown or in two groups, with all of them
   */
  public static List<StatementResult> of(Votes votes, List<List<String>> groups, double prior) {
    Map<String, Integer> known = new HashMap<>();
    for (int p = 0; p < votes.participants().size(); p++) {
      known.put(votes.participants().get(p), p);
    }
    int[] label = new int[known.size()];
    Arrays.fill(label, -1);
    List<Refusal> faults = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      for (String id : groups.get(g)) {
        Integer p = known.get(id);
        if (p == null) {
          faults.add(Refusal.of("opinion.member-unknown", Map.of("group", g + 1, "participant", id)));
        } else if (label[p] >= 0) {
          faults.add(Refusal.of("opinion.member-twice", Map.of("group", g + 1, "participant", id)));
        } else {
          label[p] = g;
        }
      }
    }
    if (!(prior > 0) || !Double.isFinite(prior)) {
      faults.add(Refusal.of("opinion.prior", Map.of("value", prior)));
    }
    Refused.ifAny(faults);
    return of(votes, label, groups.size(), prior);
  }

  /** @param label group of each participant; −1: none */
  static List<StatementResult> of(Votes votes, int[] label, int groups, double prior) {
    Counts[][] counts = counts(votes, label, groups);
    List<StatementResult> results = new ArrayList<>();
    for (int s = 0; s < counts.length; s++) {
      results.add(of(votes.statements().get(s), List.of(counts[s]), prior));
    }
    return List.copyOf(results);
  }

  /** Of one statement, from what each group said to it. */
  public static StatementResult of(String statement, List<Counts> byGroup, double prior) {
    double consensus = 1;
    double disagreement = 1;
    double least = 1;
    double most = 0;
    for (Counts each : byGroup) {
      double share = each.agreeShare(prior);
      consensus *= share;
      disagreement *= each.disagreeShare(prior);
      least = Math.min(least, share);
      most = Math.max(most, share);
    }
    return new StatementResult(statement, byGroup, consensus, disagreement,
        byGroup.isEmpty() ? 1 : Math.pow(consensus, 1.0 / byGroup.size()), Math.max(0, most - least));
  }

  private static Counts[][] counts(Votes votes, int[] label, int groups) {
    int statements = votes.statements().size();
    int[] agree = new int[statements * groups];
    int[] disagree = new int[statements * groups];
    int[] seen = new int[statements * groups];
    for (int p = 0; p < label.length; p++) {
      if (label[p] >= 0) {
        int[] row = votes.seen(p);
        byte[] said = votes.said(p);
        for (int i = 0; i < row.length; i++) {
          int at = row[i] * groups + label[p];
          seen[at]++;
          agree[at] += said[i] > 0 ? 1 : 0;
          disagree[at] += said[i] < 0 ? 1 : 0;
        }
      }
    }
    Counts[][] counts = new Counts[statements][groups];
    for (int s = 0; s < statements; s++) {
      for (int g = 0; g < groups; g++) {
        int at = s * groups + g;
        counts[s][g] = new Counts(agree[at], disagree[at], seen[at]);
      }
    }
    return counts;
  }
}
