package org.xingfuli.engine.scheduling.whatif;

import java.util.HashMap;
import java.util.Map;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Repair;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * What must be held so that a timetable stays as it is when it is frozen. A repair starts every task as early as the order lets it; a
 * timetable whose crews were levelled, or whose dates were kept although crews came, has tasks that stand later on purpose.
 */
public final class Pins {

  private Pins() {}

  /**
   * Earliest starts by task which, asked for in the network, make the repair of the timetable that timetable. Few: only of tasks
   * a repair would start at another period.
   */
  public static Map<Integer, Integer> of(Network network, Timetable timetable, Actuals actuals) {
    Map<Integer, Integer> pins = new HashMap<>();
    Network held = network;
    while (true) {
      Timetable repaired = Repair.of(held, timetable, actuals);
      boolean more = false;
      NetworkBuilder builder = held.toBuilder();
      for (int i = 0; i < timetable.size(); i++) {
        boolean open = !actuals.progress().containsKey(i) && !pins.containsKey(i);
        if (open && repaired.start(i) != timetable.start(i)) {
          pins.put(i, timetable.start(i));
          builder.replace(i, held.task(i).notBefore(Math.max(held.task(i).release(), timetable.start(i))));
          more = true;
        }
      }
      if (!more) {
        return pins;
      }
      held = builder.build();
    }
  }
}
