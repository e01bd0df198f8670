package org.xingfuli.command.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.State;

/**
 * A stored chart put in the order of trouble and counted.
 *
 * <p>Worst first means, each step deciding only where the one before leaves two projects equal: the worst state of its
 * nodes (late, at risk, on time, not started, done); the days its late nodes are late, added up, so that both many late
 * nodes and deep lateness weigh; how many nodes are late; how many are at risk; the fewest days left; the code. A node that
 * was reached late is done and weighs no more. The screen says the same in words.
 */
public final class BattleChart {

  private final StoredChart chart;
  private final Map<UUID, List<ForecastNode>> cells;

  public BattleChart(StoredChart chart) {
    this.chart = chart;
    this.cells = chart.cells().stream().collect(Collectors.groupingBy(ForecastNode::projectId));
  }

  public StoredChart chart() {
    return chart;
  }

  public List<ForecastNode> cellsOf(UUID projectId) {
    return cells.getOrDefault(projectId, List.of());
  }

  /** A project's worst state over its nodes; done only when all are. */
  public State worst(UUID projectId) {
    return cellsOf(projectId).stream().map(ForecastNode::state).min(Comparator.naturalOrder())
        .orElse(State.NOT_STARTED);
  }

  /** Days of the node that stands worst: the fewest left, or the most late. */
  public int worstDays(UUID projectId) {
    return cellsOf(projectId).stream().filter(cell -> cell.state() != State.DONE).mapToInt(ForecastNode::floatDays)
        .min().orElse(Integer.MAX_VALUE);
  }

  /** Days its late nodes are late, added up. */
  public int daysLate(UUID projectId) {
    return cellsOf(projectId).stream().filter(cell -> cell.state() == State.LATE)
        .mapToInt(cell -> -cell.floatDays()).sum();
  }

  private int count(UUID projectId, State state) {
    return (int) cellsOf(projectId).stream().filter(cell -> cell.state() == state).count();
  }

  /** Worst first; the rule stands in the description of the class. */
  public List<StoredChart.Row> rows() {
    return chart.rows().stream().sorted(Comparator
        .comparing((StoredChart.Row row) -> worst(row.projectId()))
        .thenComparingInt(row -> -daysLate(row.projectId()))
        .thenComparingInt(row -> -count(row.projectId(), State.LATE))
        .thenComparingInt(row -> -count(row.projectId(), State.AT_RISK))
        .thenComparingInt(row -> worstDays(row.projectId()))
        .thenComparing(StoredChart.Row::code)).toList();
  }

  /** Late nodes, then nodes at risk, each the worst first. */
  public List<ForecastNode> troubles() {
    return chart.cells().stream()
        .filter(cell -> cell.state() == State.LATE || cell.state() == State.AT_RISK)
        .sorted(Comparator.comparing(ForecastNode::state).thenComparingInt(ForecastNode::floatDays)
            .thenComparing(ForecastNode::due).thenComparing(ForecastNode::projectId))
        .toList();
  }

  public int count(State state) {
    return (int) chart.cells().stream().filter(cell -> cell.state() == state).count();
  }

  /** Nodes reached after their date. */
  public int reachedLate() {
    return (int) chart.cells().stream().filter(cell -> cell.state() == State.DONE && cell.floatDays() < 0).count();
  }

  /** One street's projects by their worst state. */
  public record Street(String street, int projects, int late, int atRisk, int onTime) {}

  /** The most late first. */
  public List<Street> streets() {
    var byStreet = new HashMap<String, List<State>>();
    chart.rows().forEach(row ->
        byStreet.computeIfAbsent(row.street(), street -> new ArrayList<>()).add(worst(row.projectId())));
    return byStreet.entrySet().stream().map(entry -> {
      var late = (int) entry.getValue().stream().filter(state -> state == State.LATE).count();
      var risk = (int) entry.getValue().stream().filter(state -> state == State.AT_RISK).count();
      return new Street(entry.getKey(), entry.getValue().size(), late, risk, entry.getValue().size() - late - risk);
    }).sorted(Comparator.comparingInt(Street::late).reversed()
        .thenComparing(Comparator.comparingInt(Street::atRisk).reversed())
        .thenComparing(Street::street)).toList();
  }
}
