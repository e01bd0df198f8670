package org.xingfuli.appeal;

import java.util.List;
import java.util.UUID;

/** Appeals were taken in, all of them in one transaction; what they say is asked of {@link Appeals}. */
public record AppealsReceived(UUID eventId, List<UUID> appealIds) {

  public AppealsReceived {
    appealIds = List.copyOf(appealIds);
  }
}
