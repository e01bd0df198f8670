package org.xingfuli.engine.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** The longest runs of a title whose bigrams weigh anything, heaviest first. */
final class MatterWords {

  private static final int MOST = 4;

  private MatterWords() {}

  static List<String> of(Plain title, IntToDoubleFunction weight) {
    Map<String, Double> runs = new LinkedHashMap<>();
    int i = 0;
    while (i < title.length()) {
      int from = i;
      double sum = 0;
      for (double w = at(title, i, weight); w > 0; w = at(title, i, weight)) {
        sum += w;
        i++;
      }
      if (i > from) {
        int to = Math.min(title.length(), i + 1);
        boolean mark = title.at(to - 1) == Plain.MARK;
        runs.merge(title.original(from, mark ? to - 1 : to), sum, Double::sum);
      }
      i = Math.max(i, from + 1);
    }
    List<Map.Entry<String, Double>> sorted = new ArrayList<>(runs.entrySet());
    sorted.sort(Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue()).thenComparing(Map.Entry::getKey));
    return sorted.stream().limit(MOST).map(Map.Entry::getKey).toList();
  }

  private static double at(Plain title, int i, IntToDoubleFunction weight) {
    int bigram = i < title.length() ? Bigrams.at(title, i) : Bigrams.NONE;
    return bigram == Bigrams.NONE ? 0 : weight.applyAsDouble(bigram);
  }
}
