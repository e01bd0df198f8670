package org.xingfuli.programme.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xingfuli.kernel.Refusal;

/** Finds every fault of a template at once: unknown predecessors, unknown crews, circles. */
public final class TemplateCheck {

  private TemplateCheck() {}

  public static List<Refusal> faults(List<TemplateActivity> template, List<Crew> crews) {
    var faults = new ArrayList<Refusal>();
    var byCode = template.stream().collect(Collectors.toMap(TemplateActivity::code, Function.identity()));
    var capacity = crews.stream().collect(Collectors.toMap(Crew::code, Crew::capacity));
    for (var activity : template) {
      for (var relation : activity.predecessors()) {
        if (!byCode.containsKey(relation.predecessor())) {
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
    }
    if (faults.isEmpty()) {
      inCircle(template).ifPresent(code ->
          faults.add(Refusal.of("programme.template-circle", Map.of("activity", code))));
    }
    return faults;
  }

  private static Optional<String> inCircle(List<TemplateActivity> template) {
    var waitsFor = new HashMap<String, Integer>();
    for (var activity : template) {
      waitsFor.put(activity.code(), (int) activity.predecessors().stream()
          .map(Relation::predecessor).distinct().count());
    }
    var free = new ArrayDeque<String>();
    waitsFor.forEach((code, number) -> {
      if (number == 0) {
        free.add(code);
      }
    });
    var seen = 0;
    while (!free.isEmpty()) {
      var code = free.remove();
      seen++;
      for (var activity : template) {
        if (activity.predecessors().stream().anyMatch(relation -> relation.predecessor().equals(code))
            && waitsFor.merge(activity.code(), -1, Integer::sum) == 0) {
          free.add(activity.code());
        }
      }
    }
    return seen == template.size()
        ? Optional.empty()
        : waitsFor.entrySet().stream().filter(entry -> entry.getValue() > 0).map(Map.Entry::getKey).sorted().findFirst();
  }
}
