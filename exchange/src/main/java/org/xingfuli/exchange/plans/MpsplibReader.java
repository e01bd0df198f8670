package org.xingfuli.exchange.plans;

import java.util.List;
import java.util.Map;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Task;

/**
 * MPSPLIB text of INSISOC/MPSPLIBtoMPP: {@code activities resources projects}; {@code [capacities]}; then per activity
 * {@code project duration [requests] [successors]}, successors counted from 0. Project 0 frames the others; an arrival is
 * an activity of that duration without requests. Files that state 0 projects label none.
 */
final class MpsplibReader {

  private final Lines lines;
  private final Draft draft;

  MpsplibReader(Lines lines) {
    this.lines = lines;
    this.draft = new Draft(lines);
  }

  PlanFile read() {
    lines.nextFilled();
    int activities = draft.number("activities", 1);
    int crews = draft.number("resources", 0, Draft.MOST_CREWS);
    int projects = draft.number("projects", 0);
    draft.expectLineDone();
    lines.nextFilled();
    expect('[');
    for (int c = 0; c < crews && draft.faults() == 0; c++) {
      lines.take(',');
      draft.crew(String.valueOf(c + 1), draft.number("capacity", 0));
    }
    expect(']');
    draft.expectLineDone();
    while (lines.nextFilled()) {
      activity(activities, projects);
    }
    draft.expectActivities(activities);
    return new PlanFile(PlanFile.Format.MPSPLIB, draft.build(), 0, projects);
  }

  private void activity(int activities, int projects) {
    int index = draft.activities();
    int project = draft.number("project", 0, projects);
    int duration = draft.number("duration", 0);
    expect('[');
    List<Demand> demands = draft.requests(duration);
    expect(']');
    expect('[');
    while (!lines.take(']')) {
      int before = draft.faults();
      int to = draft.number("successor", 0, activities - 1L);
      lines.take(',');
      if (draft.faults() > before) {
        break;
      }
      draft.successor(index, to, 0);
    }
    draft.task(new Task("", project, duration, 0, 0, false, demands));
  }

  private void expect(char c) {
    if (!lines.take(c)) {
      draft.fault("plan-file.expected", Map.of("expected", String.valueOf(c), "found", lines.rest()));
    }
  }
}
