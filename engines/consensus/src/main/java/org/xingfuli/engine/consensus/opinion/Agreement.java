package org.xingfuli.engine.consensus.opinion;

import java.util.Map;
import java.util.TreeMap;

/** How far two groupings of the same participants agree. */
public final class Agreement {

  private Agreement() {}

  /**
   * Hubert and Arabie's adjusted Rand index over the participants that stand in a group of both: 1 for the same groups whatever their
   * names, about 0 for what chance would give; 1 where there is nothing to tell apart.
   */
  public static double adjustedRand(Map<String, String> one, Map<String, String> other) {
    Map<String, Map<String, Integer>> both = new TreeMap<>();
    Map<String, Integer> rows = new TreeMap<>();
    Map<String, Integer> columns = new TreeMap<>();
    int n = 0;
    for (Map.Entry<String, String> each : one.entrySet()) {
      String theirs = other.get(each.getKey());
      if (theirs != null) {
        both.computeIfAbsent(each.getValue(), key -> new TreeMap<>()).merge(theirs, 1, Integer::sum);
        rows.merge(each.getValue(), 1, Integer::sum);
        columns.merge(theirs, 1, Integer::sum);
        n++;
      }
    }
    long together = both.values().stream().flatMap(row -> row.values().stream()).mapToLong(Agreement::pairs).sum();
    long inOne = rows.values().stream().mapToLong(Agreement::pairs).sum();
    long inOther = columns.values().stream().mapToLong(Agreement::pairs).sum();
    if (n < 2) {
      return 1;
    }
    double expected = (double) inOne * inOther / pairs(n);
    double most = (inOne + inOther) / 2.0;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static long pairs(int n) {
    return (long) n * (n - 1) / 2;
  }
}
