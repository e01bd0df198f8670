package org.xingfuli.programme.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.model.Basis;
import org.xingfuli.programme.model.Progress;
import org.xingfuli.programme.store.ProgressStore;

/**
 * How every activity of a basis stands by its reports. What was reported on a day that is still to come does not count yet: a
 * demo that was set back holds such reports.
 */
@Component
class Standing {

  private final ProgressStore reports;
  private final BusinessClock clock;

  Standing(ProgressStore reports, BusinessClock clock) {
    this.reports = reports;
    this.clock = clock;
  }

  /** By the activity's number in the basis; activities nobody reported on are absent. */
  Map<Integer, Progress> of(UUID programmeId, Basis basis) {
    var byActivity = new HashMap<UUID, List<Progress.Report>>();
    var today = clock.today();
    for (var report : reports.ofProgramme(programmeId)) {
      if (report.reportedOn().isAfter(today)) {
        continue;
      }
      byActivity.computeIfAbsent(report.activityId(), id -> new ArrayList<>()).add(report.facts());
    }
    var standing = new HashMap<Integer, Progress>();
    for (int activity = 0; activity < basis.size(); activity++) {
      var progress = Progress.of(byActivity.getOrDefault(basis.idOf(activity), List.of()));
      if (progress != null) {
        standing.put(activity, progress);
      }
    }
    return standing;
  }
}
