package org.xingfuli.exchange.plans;

import java.util.List;
import java.util.Map;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Task;

/**
 * District text: {@code district activities resources projects}; capacities; then per activity {@code project duration
 * release due weight | requests | successor:lag …}, all counted from 0, due -1 for none, lags finish to start. The due is
 * an exclusive finish, as in the file's published cost: weight × max(0, finish - due).
 */
final class DistrictReader {

  private final Lines lines;
  private final Draft draft;

  DistrictReader(Lines lines) {
    this.lines = lines;
    this.draft = new Draft(lines);
  }

  PlanFile read() {
    lines.nextFilled();
    for (int i = 0; i < "district".length(); i++) {
      lines.take("district".charAt(i));
    }
    int activities = draft.number("activities", 1);
    int crews = draft.number("resources", 0, Draft.MOST_CREWS);
    int projects = draft.number("projects", 1);
    draft.expectLineDone();
    if (crews > 0) {
      lines.nextFilled();
      for (int c = 0; c < crews && !lines.done(); c++) {
        draft.crew(String.valueOf(c), draft.number("capacity", 0));
      }
      if (draft.capacities.size() < crews) {
        draft.number("capacity", 0);
      }
      draft.expectLineDone();
    }
    while (lines.nextFilled()) {
      activity(activities, projects);
    }
    draft.expectActivities(activities);
    return new PlanFile(PlanFile.Format.DISTRICT, draft.build(), 0, projects);
  }

  private void activity(int activities, int projects) {
    int index = draft.activities();
    int project = draft.number("project", 0, projects - 1L);
    int duration = draft.number("duration", 0);
    int release = draft.number("release", 0);
    int due = draft.number("due", -1);
    int weight = draft.number("weight", 0);
    bar();
    List<Demand> demands = draft.requests(duration);
    bar();
    while (!lines.done()) {
      if (!successor(index, activities)) {
        break;
      }
    }
    draft.task(new Task("", project, duration, 0, release, false, demands));
    if (due >= 0) {
      draft.network.node(new Node("due", index, due, weight));
    }
  }

  private boolean successor(int index, int activities) {
    int before = draft.faults();
    int to = draft.number("successor", 0, activities - 1L);
    if (!lines.take(':')) {
      if (draft.faults() == before) {
        draft.fault("plan-file.expected", Map.of("expected", ":", "found", lines.rest()));
      }
      return false;
    }
    int lag = draft.number("lag", -Draft.LARGEST);
    if (draft.faults() == before) {
      draft.successor(index, to, lag);
      return true;
    }
    return false;
  }

  private void bar() {
    if (!lines.take('|')) {
      draft.fault("plan-file.expected", Map.of("expected", "|", "found", lines.rest()));
    }
  }
}
