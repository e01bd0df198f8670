package org.xingfuli.command.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.xingfuli.programme.ChartFacts;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;

/** Facts of a chart drawn from a seed: some projects late, some in no plan, some bound by a few nodes only. */
final class DrawnFacts {

  static final Names NAMES = new Names(Map.of("320613001", "一街道", "320613002", "二街道"), Map.of());
  static final LocalDate TODAY = LocalDate.of(2022, 4, 20);

  private static final int AT_RISK_DAYS = 7;

  private final SplittableRandom random;

  private DrawnFacts(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static ChartFacts draw(long seed) {
    return new DrawnFacts(seed).facts();
  }

  static BattleChart chart(ChartFacts facts) {
    return BattleChart.of(facts, NAMES, TODAY, Instant.EPOCH);
  }

  /** The same facts in another order. */
  static ChartFacts shuffled(ChartFacts facts, long seed) {
    var mixer = new Random(seed);
    var rows = new ArrayList<>(facts.rows());
    var cells = new ArrayList<>(facts.cells());
    Collections.shuffle(rows, mixer);
    Collections.shuffle(cells, mixer);
    return with(facts, rows, cells);
  }

  static ChartFacts with(ChartFacts facts, List<ChartFacts.Row> rows, List<ForecastNode> cells) {
    return new ChartFacts(facts.programmeId(), facts.year(), facts.name(), facts.version(), facts.dataDate(),
        facts.computedAt(), facts.mayStart(), facts.mustStart(), facts.atRiskDays(), facts.unconfirmed(),
        facts.nodes(), rows, cells);
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private ChartFacts facts() {
    var nodes = new ArrayList<ChartFacts.Node>();
    for (int i = 0; i < random.nextInt(1, 7); i++) {
      nodes.add(new ChartFacts.Node(
          id(), "M" + i, Words.of("节点" + i, "node " + i), TODAY.plusDays(random.nextInt(-60, 220)),
          Words.of("按规则", "by rule"), true));
    }
    var rows = new ArrayList<ChartFacts.Row>();
    var cells = new ArrayList<ForecastNode>();
    for (int i = 0; i < random.nextInt(1, 60); i++) {
      project(i, nodes, rows, cells);
    }
    var may = random.nextInt(0, 40);
    return new ChartFacts(id(), 2022, "2022 年度", 3, TODAY, Instant.EPOCH, may, random.nextInt(0, may + 1), AT_RISK_DAYS,
        true, nodes, rows, cells);
  }

  private void project(
      int number, List<ChartFacts.Node> nodes, List<ChartFacts.Row> rows, List<ForecastNode> cells) {
    var bound = new HashSet<UUID>();
    var id = id();
    var street = random.nextBoolean() ? "320613001" : "320613002";
    var planned = random.nextInt(10) > 0;
    for (var node : nodes) {
      if (random.nextInt(5) > 0) {
        bound.add(node.id());
        if (planned) {
          cells.add(cell(id, street, node));
        }
      }
    }
    rows.add(new ChartFacts.Row(
        id, "P%03d".formatted(number), "项目" + number, street, street, List.of(id()), random.nextInt(1, 40),
        random.nextInt(0, 2000), null, null, random.nextInt(5) == 0 ? 2021 : null, bound,
        planned ? random.nextInt(1, 900) : 0, planned ? random.nextInt(0, 101) : 0,
        planned ? random.nextInt(0, 101) : 0));
  }

  private ForecastNode cell(UUID project, String street, ChartFacts.Node node) {
    var left = random.nextInt(-40, 90);
    var state = random.nextInt(3) == 0 ? State.DONE
        : left < 0 ? State.LATE
        : left <= AT_RISK_DAYS ? State.AT_RISK
        : random.nextBoolean() ? State.ON_TIME : State.NOT_STARTED;
    var troubled = state == State.LATE || state == State.AT_RISK;
    var cause = "原因" + random.nextInt(3);
    return new ForecastNode(project, node.id(), street, node.due(), node.due(), node.due().minusDays(left), left, -left,
        state, troubled ? Words.of(cause, cause) : null, null, troubled ? Mover.STREET : null);
  }
}
