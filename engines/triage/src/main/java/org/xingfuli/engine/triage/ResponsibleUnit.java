package org.xingfuli.engine.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Suggests units by rules, the most particular first: nearest place, then deepest class, then a named level, then the order given. */
public final class ResponsibleUnit {

  private final ClassTree tree;
  private final List<UnitRule> rules;

  /** @throws Refused with every fault at once: unknown class, empty unit */
  public ResponsibleUnit(ClassTree tree, List<UnitRule> rules) {
    this.tree = tree;
    this.rules = List.copyOf(rules);
    List<Refusal> faults = new ArrayList<>();
    for (int r = 0; r < rules.size(); r++) {
      String code = rules.get(r).classCode();
      if (code != null && tree.find(code) == null) {
        faults.add(Refusal.of("triage.rule-class-unknown", Map.of("rule", r + 1, "class", code)));
      }
      if (rules.get(r).unit().isBlank()) {
        faults.add(Refusal.of("triage.unit-empty", Map.of("rule", r + 1)));
      }
    }
    Refused.ifAny(faults);
  }

  private record Met(UnitRule rule, int place, int depth) {}

  /**
   * Each unit once, with the reasons of its most particular rule.
   *
   * @param classCode of the case
   * @param places where it is, from the inside out, as {@link Gazetteer#around} tells
   * @param level its urgency; null where none is said
   */
  public List<UnitSuggestion> suggest(String classCode, List<String> places, @Nullable String level) {
    List<CaseClass> path = tree.path(classCode);
    List<Met> met = new ArrayList<>();
    for (UnitRule rule : rules) {
      int place = rule.place() == null ? places.size() : places.indexOf(rule.place());
      int depth = rule.classCode() == null ? 0 : depth(path, rule.classCode());
      if (place >= 0 && depth >= 0 && (rule.level() == null || rule.level().equals(level))) {
        met.add(new Met(rule, place, depth));
      }
    }
    met.sort(Comparator.comparingInt(Met::place).thenComparing(m -> -m.depth).thenComparing(m -> m.rule.level() == null));
    Map<String, UnitSuggestion> units = new LinkedHashMap<>();
    met.forEach(m -> units.putIfAbsent(m.rule.unit(), new UnitSuggestion(m.rule.unit(), reasons(m.rule))));
    return List.copyOf(units.values());
  }

  /** 1 on the first level; -1 when the class is not on the way. */
  private static int depth(List<CaseClass> path, String code) {
    for (int d = 0; d < path.size(); d++) {
      if (path.get(d).code().equals(code)) {
        return d + 1;
      }
    }
    return -1;
  }

  private static List<String> reasons(UnitRule rule) {
    List<String> reasons = new ArrayList<>();
    if (!rule.because().isBlank()) {
      reasons.add(rule.because());
    }
    if (rule.classCode() != null) {
      reasons.add("class:" + rule.classCode());
    }
    if (rule.place() != null) {
      reasons.add("place:" + rule.place());
    }
    if (rule.level() != null) {
      reasons.add("level:" + rule.level());
    }
    return reasons;
  }
}
