package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.xingfuli.kernel.Refusal;

/** The renovation programme of one year; {@code starts} is the first day anything of it may happen. */
public record Programme(UUID id, int year, String name, LocalDate starts, PlanningRules rules, int version) {

  /** It has a name and starts in the year before or by 1 February of its own, and its rules can be. */
  public List<Refusal> faults() {
    var faults = new ArrayList<Refusal>();
    if (name.isBlank()) {
      faults.add(Refusal.of("validation.missing", Map.of("pointer", "/name")));
    }
    if (starts.getYear() < year - 1 || starts.isAfter(LocalDate.of(year, 2, 1))) {
      faults.add(Refusal.of("programme.start-out-of-range",
          Map.of("starts", starts, "year", year, "pointer", "/starts")));
    }
    faults.addAll(rules.faults());
    return faults;
  }
}
