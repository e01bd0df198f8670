package org.xingfuli.programme.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xingfuli.kernel.Refusal;

/** Finds every fault between the rows of a template at once: codes twice, unknown predecessors and crews, circles. */
public final class TemplateCheck {

  private TemplateCheck() {}

  public static List<Refusal> faults(List<TemplateActivity> template, List<Crew> crews) {
    var faults = new ArrayList<Refusal>();
    var byCode = new LinkedHashMap<String, TemplateActivity>();
    for (var activity : template) {
      if (byCode.putIfAbsent(activity.code(), activity) != null) {
        faults.add(Refusal.of("programme.activity-exists", Map.of("activity", activity.code(), "pointer", "/code")));
      }
    }
    var capacity = new LinkedHashMap<String, Integer>();
    for (var crew : crews) {
      if (capacity.putIfAbsent(crew.code(), crew.capacity()) != null) {
        faults.add(Refusal.of("programme.crew-exists", Map.of("crew", crew.code(), "pointer", "/code")));
      }
    }
    for (var activity : template) {
      faults.addAll(unknown(activity, byCode.keySet(), capacity));
    }
    faults.addAll(new Circles(byCode).faults());
    return faults;
  }

  private static List<Refusal> unknown(TemplateActivity activity, Set<String> codes, Map<String, Integer> capacity) {
    var faults = new ArrayList<Refusal>();
    for (var relation : activity.predecessors()) {
      if (!codes.contains(relation.predecessor())) {
        faults.add(Refusal.of("programme.predecessor-unknown",
            Map.of("activity", activity.code(), "predecessor", relation.predecessor())));
      }
    }
    for (var need : activity.crews()) {
      var most = capacity.get(need.crew());
      if (most == null) {
        faults.add(Refusal.of("programme.crew-unknown", Map.of("activity", activity.code(), "crew", need.crew())));
      } else if (need.number() > most) {
        faults.add(Refusal.of("programme.crew-too-small", Map.of(
            "activity", activity.code(), "crew", need.crew(), "number", need.number(), "capacity", most)));
      }
    }
    return faults;
  }

  /** Walks backwards from every row; a row met again on its own way is a circle, told once, in the order of work. */
  private static final class Circles {
    private final Map<String, TemplateActivity> byCode;
    private final Set<String> done = new HashSet<>();
    private final Set<String> met = new HashSet<>();
    private final Deque<String> way = new ArrayDeque<>();
    private final List<Refusal> faults = new ArrayList<>();

    Circles(Map<String, TemplateActivity> byCode) {
      this.byCode = byCode;
    }

    List<Refusal> faults() {
      byCode.keySet().forEach(this::walk);
      return faults;
    }

    private void walk(String code) {
      var activity = byCode.get(code);
      if (activity == null || done.contains(code)) {
        return;
      }
      if (way.contains(code)) {
        if (met.add(code)) {
          faults.add(Refusal.of("programme.template-circle", Map.of("activity", circle(code))));
        }
        return;
      }
      way.push(code);
      activity.predecessors().stream().map(Relation::predecessor).distinct().forEach(this::walk);
      way.pop();
      done.add(code);
    }

    private String circle(String code) {
      var codes = new ArrayList<String>();
      codes.add(code);
      for (var row : way) {
        codes.add(row);
        if (row.equals(code)) {
          break;
        }
      }
      return String.join(" → ", codes);
    }
  }
}
