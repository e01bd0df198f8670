package org.xingfuli.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.ForecastNode.Mover;

/**
 * What a site says of its week, in one act.
 *
 * @param week a day of the week it is for; null for the running one
 * @param lines how the activities stand at the end of today
 * @param coordination what others have to help with, blank for nothing
 * @param with whom it needs; absent when nothing is needed
 * @param evidence ids of photos
 */
public record WeeklyStatement(
    UUID projectId, @Nullable LocalDate week, List<ProgressStatement> lines, String note, String coordination,
    @Nullable Mover with, List<UUID> evidence) {

  public WeeklyStatement {
    lines = List.copyOf(lines);
    evidence = List.copyOf(evidence);
  }
}
