package org.xingfuli.estate.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one item.
 *
 * @param buildingId null on the common ground
 * @param quantity in the item's unit
 * @param person who found it; null where no account did, and then {@code title} says who
 */
public record Finding(
    UUID id,
    UUID surveyId,
    @Nullable UUID buildingId,
    String item,
    @Nullable Grade grade,
    @Nullable BigDecimal quantity,
    @Nullable String option,
    @Nullable String note,
    @Nullable UUID person,
    @Nullable String title,
    LocalDate foundOn,
    int version) {

  /** Whether nothing is missing: a grade, and how much unless there is none. */
  public boolean done() {
    return grade == Grade.NONE || (grade != null && quantity != null);
  }
}
