package org.xingfuli.utilities;

import java.util.List;
import java.util.UUID;

/**
 * An outage that was agreed and is told to the households.
 *
 * @param number of the request
 * @param estateId where it is
 * @param buildings that have none meanwhile
 * @param outage services, days and hours
 * @param announcedBy title of whoever asked for it
 */
public record AnnouncedOutage(
    UUID requestId, String number, UUID estateId, List<Building> buildings, Outage outage, String announcedBy) {

  public AnnouncedOutage {
    buildings = List.copyOf(buildings);
  }

  /** A building and its number. */
  public record Building(UUID id, String number) {}
}
