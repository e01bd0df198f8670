package org.xingfuli.engine.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xingfuli.engine.triage.Suggestion.Reason;

/**
 * Which words of a message spoke for a class. What each run of two or three characters contributes is spread over the characters
 * where it stands; neighbours that received much are merged back into the longest words of the text.
 */
final class Explanation {

  private static final int MOST = 6;

  /** A character belongs to a word when it received this share of what the loudest did. */
  private static final double SHARE = 0.25;

  private static final int LONGEST = 10;

  private Explanation() {}

  static List<Reason> of(Plain[] parts, Vectors vectors, Vectors.Vector vector, float[] weights, String code) {
    Map<Integer, Double> said = new LinkedHashMap<>();
    for (int k = 0; k < vector.values().length; k++) {
      double contribution = weights[vector.dimensions()[k]] * vector.values()[k];
      if (contribution > 0) {
        said.put(vector.dimensions()[k], contribution);
      }
    }
    Map<Integer, Integer> times = new LinkedHashMap<>();
    double[][] received = {new double[parts[0].length()], new double[parts[1].length()]};
    Grams.visit(parts, (block, key, part, from, to) -> {
      if (to - from > 1) {
        times.merge(vectors.dimension(key), 1, Integer::sum);
      }
    });
    Grams.visit(parts, (block, key, part, from, to) -> {
      Double contribution = to - from > 1 ? said.get(vectors.dimension(key)) : null;
      if (contribution != null) {
        double each = contribution / times.getOrDefault(vectors.dimension(key), 1) / (to - from);
        for (int i = from; i < to; i++) {
          received[part][i] += each;
        }
      }
    });
    return merged(parts, received, code);
  }

  private static List<Reason> merged(Plain[] parts, double[][] received, String code) {
    double loudest = 0;
    for (double[] part : received) {
      for (double each : part) {
        loudest = Math.max(loudest, each);
      }
    }
    Map<String, Double> words = new LinkedHashMap<>();
    if (loudest == 0) {
      return List.of();
    }
    for (int p = 0; p < parts.length; p++) {
      int from = 0;
      while (from < received[p].length) {
        int to = from;
        double sum = 0;
        while (to < received[p].length && to - from < LONGEST && parts[p].at(to) != Plain.MARK && received[p][to] >= SHARE * loudest) {
          sum += received[p][to++];
        }
        if (to - from > 1) {
          words.merge(parts[p].original(from, to), sum, Double::sum);
        }
        from = Math.max(to, from + 1);
      }
    }
    List<Reason> reasons = new ArrayList<>();
    words.forEach((word, weight) -> reasons.add(new Reason(word, code, weight)));
    reasons.sort(Comparator.comparingDouble((Reason r) -> -r.weight()).thenComparing(Reason::words));
    return reasons.subList(0, Math.min(MOST, reasons.size()));
  }
}
