package org.xingfuli.command.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.ChartFacts;
import org.xingfuli.programme.ForecastNode;

/**
 * The battle chart of a programme as stored, as far as the reader sees it.
 *
 * @param version the forecast it shows
 * @param seen every report committed before this moment is in it
 */
public record StoredChart(
    UUID programmeId,
    int year,
    String name,
    long version,
    @Nullable LocalDate dataDate,
    int atRiskDays,
    boolean unconfirmed,
    Instant updatedAt,
    List<ChartFacts.Node> nodes,
    List<Row> rows,
    List<ForecastNode> cells,
    @Nullable Instant seen) {

  /**
   * A project of the chart.
   *
   * @param estates how many it holds, wholly or in part
   * @param inFrozenPlan whether the frozen plan holds it; one added later has no cells
   */
  public record Row(
      UUID projectId, String code, String name, String street, String area, int estates, int buildings, int households,
      @Nullable UUID deliveryAgent, @Nullable UUID contractor, @Nullable Integer carriedOverFrom, int progress,
      int plannedProgress, boolean inFrozenPlan) {}

  /** The projects that stand differently, or anew, since another chart; all when there was none. */
  public Set<UUID> changedSince(@Nullable StoredChart before) {
    if (before == null) {
      return rows.stream().map(Row::projectId).collect(Collectors.toSet());
    }
    var old = before.rows().stream().collect(Collectors.toMap(Row::projectId, row -> row));
    var oldCells = before.cells().stream().collect(Collectors.groupingBy(ForecastNode::projectId, Collectors.toSet()));
    var nowCells = cells.stream().collect(Collectors.groupingBy(ForecastNode::projectId, Collectors.toSet()));
    return rows.stream().filter(row -> !row.equals(old.get(row.projectId()))
            || !nowCells.getOrDefault(row.projectId(), Set.of()).equals(oldCells.getOrDefault(row.projectId(), Set.of())))
        .map(Row::projectId).collect(Collectors.toSet());
  }

  /** The chart of these facts. */
  public static StoredChart of(ChartFacts facts, Instant at) {
    return new StoredChart(facts.programmeId(), facts.year(), facts.name(), facts.version(), facts.dataDate(),
        facts.atRiskDays(), facts.unconfirmed(), at, facts.nodes(),
        facts.rows().stream().map(row -> new Row(row.projectId(), row.code(), row.name(), row.street(), row.area(),
            row.estates().size(), row.buildings(), row.households(), row.deliveryAgent(), row.contractor(),
            row.carriedOverFrom(), row.progress(), row.plannedProgress(), row.inFrozenPlan())).toList(),
        facts.cells(), facts.seen());
  }
}
