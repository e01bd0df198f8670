package org.xingfuli.command.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.command.flow.RebuildChart;
import org.xingfuli.command.model.BattleChart;
import org.xingfuli.command.model.StoredChart;
import org.xingfuli.command.store.ChartStore;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.Odds;
import org.xingfuli.programme.Programmes;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;

/** Reads the battle chart for a caller. */
@Component
class Charts {

  private static final int MOST_CAUSES = 60;
  private static final Words NOT_IN_FROZEN_PLAN = Words.of("未纳入冻结计划", "not in the frozen plan");

  private final Transactions transactions;
  private final ChartStore charts;
  private final Programmes programmes;
  private final RebuildChart rebuild;
  private final Organisations organisations;

  Charts(Transactions transactions, ChartStore charts, Programmes programmes, RebuildChart rebuild,
      Organisations organisations) {
    this.transactions = transactions;
    this.charts = charts;
    this.programmes = programmes;
    this.rebuild = rebuild;
    this.organisations = organisations;
  }

  ChartView of(@Nullable UUID asked) {
    return of(asked, null);
  }

  /** Only the rows that changed after a version, when the reader has that one; the rest of the answer is whole. */
  ChartView of(@Nullable UUID asked, @Nullable Long since) {
    var read = read(asked);
    var stored = read.chart();
    var some = since == null || since > stored.version() ? null
        : transactions.here(() -> charts.changedAfter(stored.programmeId(), since));
    return view(new BattleChart(stored), new Owners(organisations), some, read.odds());
  }

  /** The chart as the caller sees it, as of today. */
  StoredChart current(@Nullable UUID asked) {
    return read(asked).chart();
  }

  /** A chart and how likely its nodes are, on one picture. */
  private record Read(StoredChart chart, @Nullable Odds odds) {}

  private Read read(@Nullable UUID asked) {
    var programme = asked != null ? asked : programmes.current().orElseThrow(Charts::unknown);
    programmes.asOfToday(programme);
    return stored(programme);
  }

  private Read stored(UUID programme) {
    if (transactions.here(() -> charts.version(programme)).isEmpty()) {
      rebuild.rebuild(programme);
    }
    return transactions.picture(() -> charts.find(programme).map(chart -> new Read(chart, programmes.odds(programme).orElse(null))))
        .orElseThrow(Charts::unknown);
  }

  static ChartView.Head head(StoredChart stored, Owners owners) {
    return new ChartView.Head(stored.programmeId(), stored.year(), stored.name(), owners.seen());
  }

  static Refused unknown() {
    return new Refused(Refusal.of("common.not-found"));
  }

  private static ChartView view(BattleChart chart, Owners owners, @Nullable Set<UUID> some, @Nullable Odds odds) {
    var stored = chart.chart();
    var ordered = chart.rows();
    return new ChartView(
        head(stored, owners), stored.dataDate(), stored.updatedAt(),
        stored.version(), stored.atRiskDays(), stored.unconfirmed(), Kpis.of(chart),
        stored.nodes().stream().map(node -> new ChartView.ChartNode(
            node.id(), node.code(), node.name(), node.due(), node.resolution(), node.unconfirmed(),
            node.provisional())).toList(),
        some == null, ordered.stream().map(StoredChart.Row::projectId).toList(),
        ordered.stream().filter(row -> some == null || some.contains(row.projectId()))
            .map(row -> row(chart, row, owners)).toList(),
        troubles(chart, owners),
        chart.streets().stream().map(street -> new ChartView.StreetStanding(street.street(),
            owners.area(street.street()), street.projects(), street.late(), street.atRisk(), street.onTime()))
            .toList(), stored.seen() == null ? null : stored.seen().toEpochMilli(),
        odds == null ? null : risk(stored, odds));
  }

  private static ChartView.ChartRisk risk(StoredChart chart, Odds odds) {
    var byNode = new HashMap<UUID, Map<UUID, Double>>();
    odds.cells().forEach(cell ->
        byNode.computeIfAbsent(cell.projectId(), id -> new HashMap<>()).put(cell.nodeId(), cell.probability()));
    var rows = new HashMap<UUID, List<@Nullable Double>>();
    byNode.forEach((project, nodes) -> {
      var own = new ArrayList<@Nullable Double>();
      chart.nodes().forEach(node -> own.add(nodes.get(node.id())));
      rows.put(project, own);
    });
    var together = odds.nodes().stream().collect(Collectors.toMap(Odds.Together::nodeId, Function.identity()));
    return new ChartView.ChartRisk(odds.forecastVersion() >= chart.version(), odds.replications(), odds.atRiskBelow(),
        odds.target(), odds.unconfirmed(), chart.nodes().stream().map(node -> together.get(node.id()))
            .filter(Objects::nonNull).map(node -> new ChartView.NodeRisk(
                node.nodeId(), node.count(), node.mean(), node.expected(), node.all())).toList(), rows);
  }

  private static ChartView.ChartRow row(BattleChart chart, StoredChart.Row row, Owners owners) {
    var cells = chart.cellsOf(row.projectId()).stream()
        .collect(Collectors.toMap(ForecastNode::nodeId, Function.identity()));
    return new ChartView.ChartRow(
        row.projectId(), row.code(), row.name(), row.street(), owners.area(row.street()), row.buildings(),
        row.households(), owners.of(row), row.carriedOverFrom(), row.progress(), row.plannedProgress(),
        row.inFrozenPlan(), chart.worst(row.projectId()),
        chart.chart().nodes().stream().map(node -> cell(row, node.id(), cells.get(node.id()))).toList());
  }

  private static ChartView.Cell cell(StoredChart.Row row, UUID nodeId, @Nullable ForecastNode cell) {
    if (cell == null) {
      return row.inFrozenPlan()
          ? new ChartView.Cell(nodeId, State.NOT_APPLICABLE, null, null, null, null)
          : new ChartView.Cell(nodeId, State.NOT_STARTED, null, null, null, NOT_IN_FROZEN_PLAN);
    }
    return new ChartView.Cell(nodeId, cell.state(), cell.finish(), cell.due(), cell.floatDays(), cell.cause());
  }

  private static List<ChartView.Trouble> troubles(BattleChart chart, Owners owners) {
    var rows = chart.chart().rows().stream()
        .collect(Collectors.toMap(StoredChart.Row::projectId, Function.identity()));
    var names = chart.chart().nodes().stream().collect(Collectors.toMap(node -> node.id(), node -> node.name()));
    return chart.troubles().stream()
        .filter(cell -> rows.containsKey(cell.projectId()))
        .limit(MOST_CAUSES)
        .map(cell -> {
          var row = Objects.requireNonNull(rows.get(cell.projectId()));
          var cause = cell.cause();
          return new ChartView.Trouble(
              cell.projectId(), row.name(), owners.area(row.street()), cell.nodeId(),
              names.getOrDefault(cell.nodeId(), Words.of("", "")), cell.state(), cell.floatDays(),
              cause == null ? Words.of("", "") : cause, owners.of(cell, row), cell.moverKind());
        }).toList();
  }
}
