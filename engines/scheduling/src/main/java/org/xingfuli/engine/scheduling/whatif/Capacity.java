package org.xingfuli.engine.scheduling.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.xingfuli.engine.scheduling.Crew;

/** A crew's profile with more or fewer units for some periods. */
final class Capacity {

  private Capacity() {}

  /** Never below none: who takes away more than there are leaves nobody. */
  static Crew changed(Crew crew, int from, int until, int by) {
    TreeSet<Integer> bounds = new TreeSet<>();
    crew.profile().forEach(step -> bounds.add(step.from()));
    bounds.add(from);
    bounds.add(until);
    List<Crew.Step> steps = new ArrayList<>();
    for (int t : bounds) {
      int capacity = crew.capacityAt(t) + (t >= from && t < until ? by : 0);
      steps.add(new Crew.Step(t, Math.max(0, capacity)));
    }
    return new Crew(crew.code(), steps);
  }
}
