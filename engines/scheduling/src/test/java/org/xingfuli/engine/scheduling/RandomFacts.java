package org.xingfuli.engine.scheduling;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Seeded facts about a plan: what happened until a data date. */
public final class RandomFacts {

  private RandomFacts() {}

  /** Everything as planned until the data date. */
  public static Actuals asPlanned(Network network, Timetable plan, int dataDate) {
    Map<Integer, Actuals.Progress> progress = new HashMap<>();
    for (int i = 0; i < network.size(); i++) {
      if (plan.finish(i) <= dataDate) {
        progress.put(i, new Actuals.Done(plan.start(i), plan.finish(i)));
      } else if (plan.start(i) < dataDate) {
        Calendar calendar = network.calendarOf(i);
        int remaining = calendar.index(plan.finish(i)) - calendar.index(dataDate);
        progress.put(i, new Actuals.Underway(plan.start(i), remaining));
      }
    }
    return new Actuals(dataDate, progress);
  }

  /** Some started late, some need longer, some have not started though they should have. */
  public static Actuals slips(Network network, Timetable plan, long seed) {
    Random random = new Random(seed);
    int dataDate = 1 + random.nextInt(Math.max(1, plan.makespan()));
    Map<Integer, Actuals.Progress> progress = new HashMap<>();
    asPlanned(network, plan, dataDate).progress().forEach((task, planned) -> {
      switch (random.nextInt(3)) {
        case 0 -> progress.put(task, planned);
        case 1 -> progress.put(task, new Actuals.Underway(planned.start(), random.nextInt(12)));
        default -> { }
      }
    });
    return new Actuals(dataDate, progress);
  }
}
