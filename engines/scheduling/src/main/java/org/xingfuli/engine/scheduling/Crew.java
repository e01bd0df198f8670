package org.xingfuli.engine.scheduling;

import java.util.List;

/**
 * A shared, renewable resource: a trade's crews, gondolas, inspectors, power-cut slots.
 *
 * @param code what faults and reports call it
 * @param profile capacity by period, ascending; each step holds until the next, the last one for ever; before the
 *     first step there is none
 */
public record Crew(String code, List<Step> profile) {

  public Crew {
    profile = List.copyOf(profile);
  }

  /** From this period on there are so many units. */
  public record Step(int from, int capacity) {}

  public static Crew of(String code, int capacity) {
    return new Crew(code, List.of(new Step(0, capacity)));
  }

  public int capacityAt(int period) {
    int capacity = 0;
    for (Step step : profile) {
      if (step.from() > period) {
        break;
      }
      capacity = step.capacity();
    }
    return capacity;
  }

  int largest() {
    int largest = 0;
    for (int i = 0; i < profile.size(); i++) {
      boolean everHolds = i + 1 == profile.size() || profile.get(i + 1).from() > 0;
      if (everHolds) {
        largest = Math.max(largest, profile.get(i).capacity());
      }
    }
    return largest;
  }
}
