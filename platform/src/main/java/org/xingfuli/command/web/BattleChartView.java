package org.xingfuli.command.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.command.model.BattleChart;
import org.xingfuli.command.model.ChartCell;
import org.xingfuli.command.model.ChartRow;
import org.xingfuli.command.model.Kpi;
import org.xingfuli.command.model.StreetCount;
import org.xingfuli.command.model.Trouble;
import org.xingfuli.programme.ChartFacts;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;

/**
 * The battle chart: projects by nodes, worst first.
 *
 * @param date the business day it speaks of
 * @param updatedAt when its forecast was made
 * @param version of the forecast; 0 while no plan is frozen
 */
record BattleChartView(
    Programme programme,
    LocalDate date,
    Instant updatedAt,
    long version,
    List<Figure> kpis,
    List<Node> nodes,
    List<Row> rows,
    List<Cause> causes,
    List<Street> streets) {

  /** Which year. */
  record Programme(UUID id, int year, String name) {}

  /** A figure with what it is counted from. */
  record Figure(
      String code, Words label, BigDecimal value, String unit, long numerator, long denominator, Words note) {

    static Figure of(Kpi kpi) {
      return new Figure(
          kpi.code(), kpi.label(), kpi.value(), kpi.unit(), kpi.numerator(), kpi.denominator(), kpi.note());
    }
  }

  /** A node with its resolved date and why it is this one. */
  record Node(UUID id, String code, Words name, LocalDate due, Words resolution, boolean unconfirmed) {

    static Node of(ChartFacts.Node node) {
      return new Node(node.id(), node.code(), node.name(), node.due(), node.resolution(), node.unconfirmed());
    }
  }

  /** A project; its cells stand in the order of the nodes. */
  record Row(
      UUID projectId, String code, String name, String street, String streetName, int buildings, int households,
      @Nullable String owner, int progress, int plannedProgress, State worst, List<Cell> cells) {

    static Row of(ChartRow row) {
      return new Row(row.projectId(), row.code(), row.name(), row.street(), row.streetName(), row.buildings(),
          row.households(), row.owner(), row.progress(), row.plannedProgress(), row.worst(),
          row.cells().stream().map(Cell::of).toList());
    }
  }

  /** A node of a project; {@code days} are left until the due date, negative when late. */
  record Cell(
      UUID nodeId, State state, @Nullable LocalDate date, @Nullable LocalDate due, @Nullable Integer days,
      @Nullable Words cause) {

    static Cell of(ChartCell cell) {
      return new Cell(cell.nodeId(), cell.state(), cell.date(), cell.due(), cell.days(), cell.cause());
    }
  }

  /** A cause that needs the command, whose move it is, and how many nodes of the project it endangers. */
  record Cause(
      UUID projectId, String projectName, String streetName, UUID nodeId, Words nodeName, State state, int days,
      Words cause, @Nullable String owner, @Nullable Words ownerKind, int nodes) {

    static Cause of(Trouble trouble) {
      return new Cause(trouble.projectId(), trouble.projectName(), trouble.streetName(), trouble.nodeId(),
          trouble.nodeName(), trouble.state(), trouble.days(), trouble.cause(), trouble.owner(), trouble.ownerKind(),
          trouble.nodes());
    }
  }

  /** A street's projects by their worst node. */
  record Street(String street, String streetName, int projects, int late, int atRisk, int onTime) {

    static Street of(StreetCount count) {
      return new Street(
          count.street(), count.streetName(), count.projects(), count.late(), count.atRisk(), count.onTime());
    }
  }

  static BattleChartView of(BattleChart chart) {
    return new BattleChartView(
        new Programme(chart.programmeId(), chart.year(), chart.name()), chart.date(), chart.updatedAt(),
        chart.version(), Kpi.of(chart).stream().map(Figure::of).toList(),
        chart.nodes().stream().map(Node::of).toList(), chart.rows().stream().map(Row::of).toList(),
        Trouble.of(chart).stream().map(Cause::of).toList(), StreetCount.of(chart).stream().map(Street::of).toList());
  }
}
