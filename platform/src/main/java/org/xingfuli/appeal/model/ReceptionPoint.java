package org.xingfuli.appeal.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table at an estate under renovation where residents are listened to (改造现场居民接待点, domain.md A4.4).
 *
 * @param area of the estate it serves
 * @param place where to find it, in words
 * @param activeTo last day; null while none is known
 */
public record ReceptionPoint(UUID id, String area, UUID estate, String name, String place, String phone, LocalDate activeFrom,
    @Nullable LocalDate activeTo, OpeningHours hours, int version) {

  public boolean activeOn(LocalDate day) {
    return !day.isBefore(activeFrom) && (activeTo == null || !day.isAfter(activeTo));
  }
}
