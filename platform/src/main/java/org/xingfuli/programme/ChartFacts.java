package org.xingfuli.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a battle chart is drawn from: a programme's projects and nodes as the forecast has them, read at one moment.
 *
 * @param version the forecast's; 0 when there is none
 * @param dataDate the forecast's day, absent when there is none
 * @param computedAt when the forecast was made
 * @param mayStart activities not begun that could start by the data date
 * @param mustStart those among them whose latest safe start has come
 */
public record ChartFacts(
    UUID programmeId,
    int year,
    String name,
    long version,
    @Nullable LocalDate dataDate,
    @Nullable Instant computedAt,
    int mayStart,
    int mustStart,
    int atRiskDays,
    boolean unconfirmed,
    List<Node> nodes,
    List<Row> rows,
    List<ForecastNode> cells) {

  /** A node with its resolved due date and why it is this one. */
  public record Node(UUID id, String code, Words name, LocalDate due, Words resolution, boolean unconfirmed) {}

  /**
   * A project.
   *
   * @param boundBy ids of the nodes that bind it, planned or not
   * @param days planned days of all its activities, 0 when it is in no plan
   * @param progress percent done by reports, weighted by planned days
   * @param plannedProgress percent the frozen plan wants by the data date
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
      Set<UUID> boundBy,
      int days,
      int progress,
      int plannedProgress) {}
}
