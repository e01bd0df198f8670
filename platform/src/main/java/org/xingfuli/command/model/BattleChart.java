package org.xingfuli.command.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.ChartFacts;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.Words;

/**
 * A programme's projects by its nodes, worst first, as far as the reader sees. A pure function of the facts: read twice
 * from the same forecast, it is the same.
 *
 * @param date the day it speaks of
 * @param version of the forecast; 0 while no plan is frozen, and then there are no rows
 * @param mayStart activities not begun that could start by the date
 * @param mustStart those among them whose latest safe start has come
 * @param atRiskDays a node with at most so many days left is at risk
 * @param unconfirmed whether that rule is an assumption
 */
public record BattleChart(
    UUID programmeId,
    int year,
    String name,
    LocalDate date,
    Instant updatedAt,
    long version,
    int mayStart,
    int mustStart,
    int atRiskDays,
    boolean unconfirmed,
    List<ChartFacts.Node> nodes,
    List<ChartRow> rows) {

  /**
   * Draws the chart.
   *
   * @param today the date of a chart without a forecast
   * @param now when such a chart was drawn
   */
  public static BattleChart of(ChartFacts facts, Names names, LocalDate today, Instant now) {
    var date = facts.dataDate();
    var at = facts.computedAt();
    var cells = facts.cells().stream().collect(Collectors.groupingBy(ForecastNode::projectId));
    var rows = facts.version() == 0 ? Stream.<ChartFacts.Row>empty() : facts.rows().stream();
    return new BattleChart(
        facts.programmeId(), facts.year(), facts.name(), date == null ? today : date, at == null ? now : at,
        facts.version(), facts.mayStart(), facts.mustStart(), facts.atRiskDays(), facts.unconfirmed(), facts.nodes(),
        rows.map(row -> row(row, facts.nodes(), byNode(cells.getOrDefault(row.projectId(), List.of())), names))
            .sorted(ChartRow.WORST_FIRST).toList());
  }

  private static Map<UUID, ForecastNode> byNode(List<ForecastNode> cells) {
    return cells.stream().collect(Collectors.toMap(ForecastNode::nodeId, Function.identity()));
  }

  private static ChartRow row(
      ChartFacts.Row row, List<ChartFacts.Node> nodes, Map<UUID, ForecastNode> forecast, Names names) {
    var cells = nodes.stream().map(node -> cell(row, node, forecast.get(node.id()), names)).toList();
    var agent = names.organisation(row.deliveryAgent());
    return new ChartRow(
        row.projectId(), row.code(), row.name(), row.street(), names.area(row.street()), row.estates(),
        row.buildings(), row.households(), row.carriedOverFrom() != null,
        agent == null ? names.organisation(row.contractor()) : agent, row.progress(), row.plannedProgress(),
        row.days(), cells);
  }

  private static ChartCell cell(
      ChartFacts.Row row, ChartFacts.Node node, @Nullable ForecastNode forecast, Names names) {
    if (forecast != null) {
      return ChartCell.of(forecast, row.street(), names);
    }
    return row.boundBy().contains(node.id())
        ? ChartCell.unplanned(node.id(), node.due())
        : ChartCell.notApplicable(node.id());
  }

  /** Every cell that has a forecast. */
  public Stream<ChartCell> cells() {
    return rows.stream().flatMap(row -> row.cells().stream()).filter(ChartCell::counts);
  }

  public Words nodeName(UUID nodeId) {
    return nodes.stream().filter(node -> node.id().equals(nodeId)).findFirst().orElseThrow().name();
  }
}
