package org.xingfuli.programme.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.programme.model.Basis;
import org.xingfuli.programme.model.Progress;
import org.xingfuli.programme.store.ProgressStore;

/** How every activity of a basis stands by its reports. */
@Component
class Standing {

  private final ProgressStore reports;

  Standing(ProgressStore reports) {
    this.reports = reports;
  }

  /** By the activity's number in the basis; activities nobody reported on are absent. */
  Map<Integer, Progress> of(UUID programmeId, Basis basis) {
    var byActivity = new HashMap<UUID, List<Progress.Report>>();
    for (var report : reports.ofProgramme(programmeId)) {
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
