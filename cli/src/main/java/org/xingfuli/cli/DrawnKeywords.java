package org.xingfuli.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.xingfuli.engine.triage.CaseClass;
import org.xingfuli.engine.triage.ClassTree;
import org.xingfuli.engine.triage.FirstDayRules;
import org.xingfuli.engine.triage.KeywordRule;
import org.xingfuli.engine.triage.Labelled;

/** A peer: what a desk would write down as keywords if it had counted, the most telling words of every class with equal weight. */
final class DrawnKeywords {

  private static final int WORDS = 60;
  private static final int LEAST = 10;

  private DrawnKeywords() {}

  static FirstDayRules of(List<Labelled> rows) {
    Map<String, Map<String, Integer>> byClass = new TreeMap<>();
    Map<String, Integer> all = new TreeMap<>();
    Map<String, Integer> sizes = new TreeMap<>();
    for (Labelled row : rows) {
      sizes.merge(row.classCode(), 1, Integer::sum);
      Set<String> words = new HashSet<>(List.of((row.message().title() + " " + row.message().text()).strip().split("\\s+")));
      for (String word : words) {
        if (word.length() > 1 && word.chars().allMatch(Character::isIdeographic)) {
          byClass.computeIfAbsent(row.classCode(), code -> new TreeMap<>()).merge(word, 1, Integer::sum);
          all.merge(word, 1, Integer::sum);
        }
      }
    }
    List<CaseClass> classes = new ArrayList<>();
    List<KeywordRule> rules = new ArrayList<>();
    byClass.forEach((code, counts) -> {
      classes.add(new CaseClass(code, code, code, null));
      counts.entrySet().stream().filter(each -> each.getValue() >= LEAST)
          .sorted(Comparator.comparingDouble((Map.Entry<String, Integer> each) -> -telling(each, all, sizes.getOrDefault(code, 1), rows.size()))
              .thenComparing(Map.Entry::getKey))
          .limit(WORDS).forEach(each -> rules.add(new KeywordRule(code, List.of(each.getKey()), List.of(), 1)));
    });
    return new FirstDayRules(new ClassTree(classes), rules);
  }

  /** How often it is in the class, times how much oftener than elsewhere. */
  private static double telling(Map.Entry<String, Integer> word, Map<String, Integer> all, int inClass, int rows) {
    double here = (double) word.getValue() / inClass;
    double elsewhere = (all.getOrDefault(word.getKey(), 0) - word.getValue() + 1.0) / (rows - inClass + 1);
    return here * Math.log(here / elsewhere);
  }
}
