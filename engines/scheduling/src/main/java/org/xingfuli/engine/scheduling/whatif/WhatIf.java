package org.xingfuli.engine.scheduling.whatif;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Repair;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.kernel.Refused;

/**
 * Answers what edits lead to, against one frozen timetable and what has happened so far. Every answer is from the frozen order, not
 * from the answer before: undoing an edit gives back exactly what was.
 */
public final class WhatIf {

  private static final Objective NODES = Objective.nodes();

  private final Network network;
  private final Timetable frozen;
  private final Actuals actuals;
  private final Timetable before;

  private WhatIf(Network network, Timetable frozen, Actuals actuals, Timetable before) {
    this.network = network;
    this.frozen = frozen;
    this.actuals = actuals;
    this.before = before;
  }

  public static WhatIf of(Network network, Timetable frozen, Actuals actuals) {
    return of(network, frozen, actuals, Repair.of(network, frozen, actuals));
  }

  /**
   * @param forecast the frozen order repaired, when it is known already
   */
  public static WhatIf of(Network network, Timetable frozen, Actuals actuals, Timetable forecast) {
    return new WhatIf(network, frozen, actuals, forecast);
  }

  /** Dates without any edit. */
  public Timetable before() {
    return before;
  }

  /**
   * @throws org.xingfuli.kernel.Refused when an edit names nothing there is, or nothing fits any more
   */
  public Outcome with(List<Edit> edits) {
    Edited edited = Edited.of(network, frozen, actuals, edits);
    Timetable after = edits.isEmpty() ? before : edited.repaired();
    boolean kept = false;
    if (edits.stream().anyMatch(WhatIf::onlyAdds)) {
      Timetable without = withoutAddedCrews(edits);
      if (without != null && NODES.cost(edited.network(), after) > NODES.cost(edited.network(), without)) {
        after = without;
        kept = true;
      }
    }
    return new Outcome(edits, edited, before, after, kept, Difference.between(network, before, edited.network(), after),
        crewPeriods(edits));
  }

  private static boolean onlyAdds(Edit edit) {
    return edit instanceof Edit.Crews crews && crews.by() > 0;
  }

  /** Its dates stay possible when crews are added; none when only the added crews make the rest of the edits possible. */
  private @Nullable Timetable withoutAddedCrews(List<Edit> edits) {
    List<Edit> rest = new ArrayList<>(edits);
    rest.removeIf(WhatIf::onlyAdds);
    try {
      return rest.isEmpty() ? before : Edited.of(network, frozen, actuals, rest).repaired();
    } catch (Refused impossible) {
      return null;
    }
  }

  private long crewPeriods(List<Edit> edits) {
    long sum = 0;
    for (Edit edit : edits) {
      if (edit instanceof Edit.Crews crews) {
        int from = Math.max(0, crews.from());
        sum += (long) crews.by() * (Math.min(crews.until(), network.horizon()) - from);
      }
    }
    return sum;
  }
}
