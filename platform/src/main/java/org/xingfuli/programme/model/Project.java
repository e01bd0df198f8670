package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.Planting;
import org.xingfuli.programme.SizeClass;
import org.xingfuli.programme.SizeClassBy;

/**
 * A project of a programme. A project is not an estate: it may hold several, and an estate may be split over several
 * projects by share.
 *
 * @param area the street; whom row-level security lets see it
 * @param carriedOverFrom the year it comes from, when it was not finished there
 */
public record Project(
    UUID id,
    UUID programmeId,
    String code,
    String name,
    String street,
    String area,
    @Nullable UUID deliveryAgent,
    @Nullable UUID contractor,
    @Nullable UUID supervisor,
    SizeClass sizeClass,
    SizeClassBy sizeClassBy,
    Planting planting,
    @Nullable LocalDate earliestStart,
    @Nullable Integer carriedOverFrom,
    @Nullable UUID carriedOverProject,
    int version,
    List<Share> estates) {

  /** The part (above 0, at most 1) of an estate's quantities that belongs to the project. */
  public record Share(UUID estateId, String area, BigDecimal share) {}
}
