package org.xingfuli.engine.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xingfuli.engine.triage.Suggestion.Ranked;
import org.xingfuli.engine.triage.Suggestion.Reason;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Classes by words, for the days before there is anything to learn from. Of each first-level class that words spoke for, its
 * loudest class on the deepest level is ranked, with all that was heard below the first level counted.
 */
public final class FirstDayRules {

  /** A word of the title says what the message is about; one of the text may be said in passing. */
  private static final double TITLE = 2;

  /** What each further word of the same rule adds. */
  private static final double FURTHER = 0.3;

  /** Share of all that was heard by which the first must lead. */
  private static final double LEAD = 0.1;

  private final ClassTree tree;
  private final List<KeywordRule> rules;
  private final AhoCorasick finder;
  private final List<int[]> owners = new ArrayList<>();

  /** @throws Refused with every fault at once: class unknown, no words, an empty word, weight not above 0 */
  public FirstDayRules(ClassTree tree, List<KeywordRule> rules) {
    this.tree = tree;
    this.rules = List.copyOf(rules);
    List<Refusal> faults = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int r = 0; r < rules.size(); r++) {
      KeywordRule rule = rules.get(r);
      check(r, rule, faults);
      for (String word : rule.anyOf()) {
        words.add(word);
        owners.add(new int[] {r, 1});
      }
      for (String word : rule.noneOf()) {
        words.add(word);
        owners.add(new int[] {r, 0});
      }
    }
    Refused.ifAny(faults);
    finder = new AhoCorasick(words);
  }

  private void check(int r, KeywordRule rule, List<Refusal> faults) {
    if (tree.find(rule.classCode()) == null) {
      faults.add(Refusal.of("triage.rule-class-unknown", Map.of("rule", r + 1, "class", rule.classCode())));
    }
    if (rule.anyOf().isEmpty() || rule.anyOf().stream().anyMatch(String::isBlank) || rule.noneOf().stream().anyMatch(String::isBlank)) {
      faults.add(Refusal.of("triage.rule-without-words", Map.of("rule", r + 1, "class", rule.classCode())));
    }
    if (!(rule.weight() > 0)) {
      faults.add(Refusal.of("triage.rule-weight", Map.of("rule", r + 1, "class", rule.classCode(), "weight", rule.weight())));
    }
  }

  public ClassTree tree() {
    return tree;
  }

  public Suggestion suggest(Message message) {
    List<Heard> heard = heard(message);
    Map<String, Double> own = new LinkedHashMap<>();
    Map<String, Double> top = new LinkedHashMap<>();
    double all = 0;
    for (Heard each : heard) {
      String code = rules.get(each.rule).classCode();
      own.merge(code, each.weight, Double::sum);
      top.merge(tree.top(code), each.weight, Double::sum);
      all += each.weight;
    }
    List<Ranked> ranked = new ArrayList<>();
    for (Map.Entry<String, Double> each : top.entrySet()) {
      ranked.add(new Ranked(deepest(each.getKey(), own), each.getValue() / all));
    }
    ranked.sort(Comparator.comparingDouble((Ranked r) -> -r.score()).thenComparing(Ranked::code));
    double margin = ranked.isEmpty() ? 0 : ranked.getFirst().score() - (ranked.size() > 1 ? ranked.get(1).score() : 0);
    List<Reason> reasons = EmergencyWords.in(message);
    boolean emergency = !reasons.isEmpty();
    heard.stream().sorted(Comparator.comparingDouble((Heard h) -> -h.weight))
        .forEach(h -> h.words.forEach(word -> reasons.add(new Reason(word, rules.get(h.rule).classCode(), h.weight))));
    return new Suggestion(ranked, margin < LEAD, margin, emergency, reasons, "rules");
  }

  private static final class Heard {
    private final int rule;
    private final Set<String> words = new LinkedHashSet<>();
    private double weight;
    private boolean silenced;

    Heard(int rule) {
      this.rule = rule;
    }
  }

  private List<Heard> heard(Message message) {
    Map<Integer, Heard> heard = new LinkedHashMap<>();
    Set<Integer> counted = new LinkedHashSet<>();
    for (String part : List.of(message.title(), message.text())) {
      Plain plain = new Plain(part);
      double factor = part.equals(message.title()) ? TITLE : 1;
      for (AhoCorasick.Hit hit : finder.find(plain)) {
        int[] owner = owners.get(hit.word());
        Heard each = heard.computeIfAbsent(owner[0], Heard::new);
        if (owner[1] == 0) {
          each.silenced = true;
        } else if (counted.add(hit.word())) {
          each.weight += rules.get(owner[0]).weight() * factor * (each.words.isEmpty() ? 1 : FURTHER);
          each.words.add(plain.original(hit.from(), hit.to()));
        }
      }
    }
    return heard.values().stream().filter(each -> !each.silenced && !each.words.isEmpty()).toList();
  }

  /** Down from the first level, each time to the child for which most was said at or below it, as long as anything was. */
  private String deepest(String code, Map<String, Double> own) {
    String at = code;
    while (true) {
      String best = null;
      double most = 0;
      for (CaseClass child : tree.below(at)) {
        double said = below(child.code(), own);
        if (said > most) {
          most = said;
          best = child.code();
        }
      }
      if (best == null) {
        return at;
      }
      at = best;
    }
  }

  private double below(String code, Map<String, Double> own) {
    double said = own.getOrDefault(code, 0.0);
    for (CaseClass child : tree.below(code)) {
      said += below(child.code(), own);
    }
    return said;
  }
}
