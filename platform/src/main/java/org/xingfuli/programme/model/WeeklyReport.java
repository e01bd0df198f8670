package org.xingfuli.programme.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.ForecastNode.Mover;

/**
 * What a project reported for a week (周报); a later one of the same week corrects it, none is ever changed.
 *
 * @param week its Monday
 * @param coordination what others have to help with; empty when nothing
 * @param settledOn when that was settled
 * @param evidence ids of its photos
 * @param daysLost sum over its lines
 */
public record WeeklyReport(
    UUID id, UUID projectId, String area, LocalDate week, LocalDate on, Instant at, UUID reporter, String reporterName,
    String note, String coordination, @Nullable Mover coordinationWith, @Nullable LocalDate settledOn,
    @Nullable String settledBy, @Nullable String settledHow, List<UUID> evidence, int daysLost) {

  /** The Monday of the week a day lies in. */
  public static LocalDate weekOf(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
