package org.xingfuli.engine.scheduling.whatif;

import java.util.List;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * What a draft leads to.
 *
 * @param edits what was edited
 * @param edited the network and order with the edits
 * @param before the frozen order repaired without the edits: today's forecast
 * @param after the same with them
 * @param kept whether the dates without the added crews were kept, because the order repaired with them would be later
 *     (Graham's anomaly): more crews never make the plan found worse
 * @param difference from before to after
 * @param crewPeriods units × periods added, less those taken away
 */
public record Outcome(
    List<Edit> edits, Edited edited, Timetable before, Timetable after, boolean kept, Difference difference,
    long crewPeriods) {

  public Outcome {
    edits = List.copyOf(edits);
  }
}
