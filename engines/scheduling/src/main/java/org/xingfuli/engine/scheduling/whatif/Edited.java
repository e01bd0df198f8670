package org.xingfuli.engine.scheduling.whatif;

import java.util.List;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.SerialGeneration;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * A network with edits applied, and the frozen order with what they do to it.
 *
 * @param network tasks keep their numbers; added ones follow
 * @param actuals as given, and of tasks under way whose duration was edited the rest
 * @param key place in the order of each task, small first: the frozen start unless an edit gave another; ranks when an edit let a
 *     task go first
 */
public record Edited(Network network, Actuals actuals, int[] key) {

  /**
   * @throws org.xingfuli.kernel.Refused every fault at once: {@code schedule.draft-*} and those of the network
   */
  public static Edited of(Network network, Timetable frozen, Actuals actuals, List<Edit> edits) {
    return new Application(network, frozen, actuals, edits).apply();
  }

  /** The order kept: serial generation by the keys. */
  Timetable repaired() {
    return SerialGeneration.of(network, key, actuals);
  }
}
