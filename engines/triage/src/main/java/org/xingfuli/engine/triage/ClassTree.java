package org.xingfuli.engine.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Classes of cases on at most three levels, in the order given. Immutable. */
public final class ClassTree {

  /** Levels below which a desk no longer agrees with itself. */
  public static final int LEVELS = 3;

  private final Map<String, CaseClass> byCode = new LinkedHashMap<>();

  /** @throws Refused with every fault at once: code empty or used twice, parent unknown, circle, more than {@link #LEVELS} levels */
  public ClassTree(List<CaseClass> classes) {
    List<Refusal> faults = new ArrayList<>();
    for (CaseClass each : classes) {
      if (each.code().isBlank()) {
        faults.add(Refusal.of("triage.class-without-code", Map.of("name", each.zh())));
      } else if (byCode.putIfAbsent(each.code(), each) != null) {
        faults.add(Refusal.of("triage.class-twice", Map.of("class", each.code())));
      }
    }
    for (CaseClass each : byCode.values()) {
      String parent = each.parent();
      if (parent != null && !byCode.containsKey(parent)) {
        faults.add(Refusal.of("triage.class-parent-unknown", Map.of("class", each.code(), "parent", parent)));
      } else {
        depth(each, faults);
      }
    }
    Refused.ifAny(faults);
  }

  private void depth(CaseClass each, List<Refusal> faults) {
    Set<String> seen = new HashSet<>();
    CaseClass at = each;
    while (at != null) {
      if (!seen.add(at.code())) {
        faults.add(Refusal.of("triage.class-circle", Map.of("class", each.code())));
        return;
      }
      at = at.parent() == null ? null : byCode.get(at.parent());
    }
    if (seen.size() > LEVELS) {
      faults.add(Refusal.of("triage.class-too-deep", Map.of("class", each.code(), "level", seen.size(), "most", LEVELS)));
    }
  }

  public @Nullable CaseClass find(String code) {
    return byCode.get(code);
  }

  public List<CaseClass> classes() {
    return List.copyOf(byCode.values());
  }

  /** Those directly below; below null: the first level. */
  public List<CaseClass> below(@Nullable String parent) {
    return byCode.values().stream().filter(each -> Objects.equals(each.parent(), parent)).toList();
  }

  /** From the first level down to this class; empty when unknown. */
  public List<CaseClass> path(String code) {
    List<CaseClass> path = new ArrayList<>();
    CaseClass at = byCode.get(code);
    while (at != null) {
      path.add(at);
      at = at.parent() == null ? null : byCode.get(at.parent());
    }
    Collections.reverse(path);
    return path;
  }

  /** The first-level class it belongs to; itself when it is unknown. */
  public String top(String code) {
    List<CaseClass> path = path(code);
    return path.isEmpty() ? code : path.getFirst().code();
  }
}
