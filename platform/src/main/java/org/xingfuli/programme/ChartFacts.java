package org.xingfuli.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a battle chart is drawn from: a programme's projects and nodes as the forecast has them, read at one moment.
 *
 * @param version the forecast's; 0 when there is none
 * @param dataDate the forecast's day, absent when there is none
 * @param seen every report committed before this moment (system clock) is in the forecast; absent when there is none
 */
public record ChartFacts(
    UUID programmeId,
    int year,
    String name,
    long version,
    @Nullable LocalDate dataDate,
    int atRiskDays,
    boolean unconfirmed,
    List<Node> nodes,
    List<Row> rows,
    List<ForecastNode> cells,
    @Nullable Instant seen) {

  /**
   * A node with its resolved due date and why it is this one.
   *
   * @param unconfirmed whether rule or date is our assumption for this year
   * @param provisional whether the due date was found in a year whose holidays are not yet announced
   */
  public record Node(
      UUID id, String code, Words name, LocalDate due, Words resolution, boolean unconfirmed, boolean provisional) {}

  /**
   * A project.
   *
   * @param progress percent done by reports, weighted by planned days
   * @param plannedProgress percent the frozen plan wants by the data date
   * @param inFrozenPlan whether the frozen plan holds it; one added later has no dates and no cells
   */
  public record Row(
      UUID projectId,
      String code,
      String name,
      String street,
      String area,
      List<UUID> estates,
      int buildings,
      int households,
      @Nullable UUID deliveryAgent,
      @Nullable UUID contractor,
      @Nullable Integer carriedOverFrom,
      int progress,
      int plannedProgress,
      boolean inFrozenPlan) {}
}
