package org.xingfuli.engine.scheduling;

import java.util.List;
import java.util.TreeSet;

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

  /**
   * The crew with so many more units, or fewer, from one period until another; who takes away more than there are leaves nobody.
   */
  public Crew changed(int from, int until, int by) {
    TreeSet<Integer> bounds = new TreeSet<>(List.of(from, until));
    profile.forEach(step -> bounds.add(step.from()));
    return new Crew(code, bounds.stream()
        .map(t -> new Step(t, Math.max(0, capacityAt(t) + (t >= from && t < until ? by : 0)))).toList());
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
