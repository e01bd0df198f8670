package org.xingfuli.programme;

import java.util.Set;
import java.util.UUID;

/** Progress of these activities was reported in one act. */
public record ProgressReported(UUID eventId, UUID programmeId, Set<UUID> activities) {

  public ProgressReported {
    activities = Set.copyOf(activities);
  }
}
