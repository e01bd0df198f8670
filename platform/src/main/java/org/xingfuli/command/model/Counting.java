package org.xingfuli.command.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xingfuli.command.model.StoredChart.Row;
import org.xingfuli.programme.ChartFacts;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.PlannedQuantity;
import org.xingfuli.programme.PlannedWork;
import org.xingfuli.programme.ProjectFigures;
import org.xingfuli.programme.State;
import org.xingfuli.programme.WeeklyState;
import org.xingfuli.programme.Words;

/** Counts: which rows make a figure. */
public final class Counting {

  private static final Words NOTHING = Words.of("", "");
  private static final Words IN_PLAN = Words.of("纳入冻结计划", "in the frozen plan");
  private static final Words NOT_IN_PLAN = Words.of("未纳入冻结计划", "not in the frozen plan");

  private final Facts facts;
  private final Map<UUID, Row> rows;
  private final Map<UUID, ChartFacts.Node> nodes;
  private final Map<UUID, List<PlannedWork>> works;
  private final Map<UUID, List<PlannedWork>> before;

  public Counting(Facts facts) {
    this.facts = facts;
    this.rows = facts.chart().rows().stream().collect(Collectors.toMap(Row::projectId, Function.identity()));
    this.nodes = facts.chart().nodes().stream().collect(Collectors.toMap(ChartFacts.Node::id, Function.identity()));
    this.works = byProject(facts.works());
    this.before = byProject(facts.before());
  }

  private Map<UUID, List<PlannedWork>> byProject(List<PlannedWork> all) {
    return all.stream().filter(work -> rows.containsKey(work.projectId())).collect(Collectors.groupingBy(PlannedWork::projectId));
  }

  public Facts facts() {
    return facts;
  }

  /** The rows of a figure, by project and day. */
  public List<Counted> rows(FigureRule rule) {
    var counted = switch (rule.measure()) {
      case NODES_KEPT -> nodes(cell -> cell.floatDays() >= 0 ? 1 : 0, cell -> true);
      case NODES_IN_TIME -> nodes(cell -> cell.state() == State.DONE && cell.floatDays() >= 0 ? 1 : 0,
          cell -> cell.state() == State.DONE || cell.due().isBefore(facts.day()));
      case TROUBLES_OWNED -> nodes(cell -> cell.moverKind() != null ? 1 : 0,
          cell -> cell.state() == State.LATE || cell.state() == State.AT_RISK);
      case PLAN_FULFILLED -> planFulfilled();
      case REPORTS_FRESH -> reportsFresh(rule.threshold());
      case WORKS_DONE -> worksDone(rule);
      case BEGUN_SHARE -> ofPlan(rule, this::begun, false);
      case ENDED_SHARE -> ofPlan(rule, this::ended, true);
      case BEGUN -> ofPlan(rule, this::begun, false);
      case ENDED -> ofPlan(rule, this::ended, false);
      case PLAN_BEGINS -> ofPlan(rule, (row, of) -> min(of, PlannedWork::start), false);
      case PLAN_ENDS -> ofPlan(rule, (row, of) -> max(of, PlannedWork::finish), false);
      case EARNED -> money(ProjectFigures::earned, ProjectFigures::planned);
      case PAID -> money(ProjectFigures::actual, ProjectFigures::budget);
      case WEEKLY -> figures(figure -> figure.weekly() != WeeklyState.NOTHING_DUE, figure -> figure.weekly() == WeeklyState.REPORTED,
          Words.of("本周已报", "reported this week"), Words.of("本周未报", "not reported this week"));
      case GATES_CLEAR -> figures(figure -> figure.gate() != null, figure -> figure.gateOverdue() == 0,
          Words.of("没有逾期条件", "nothing overdue"), Words.of("有逾期条件", "conditions overdue"));
      case PLANNED -> ofYear(rule, Row::inFrozenPlan, IN_PLAN, NOT_IN_PLAN);
      case CARRIED -> ofYear(rule, row -> row.carriedOverFrom() != null, Words.of("上年结转", "carried over"),
          Words.of("本年新列", "new this year"));
      case QUANTITY_PLANNED, QUANTITY_DONE -> quantities(rule);
      case NO_DATA, ROOT, CAUSE -> List.<Counted>of();
    };
    return counted.stream().sorted(Comparator.comparing(Counted::code)
        .thenComparing(row -> row.on() == null ? LocalDate.MAX : row.on()).thenComparing(row -> row.what().zh())).toList();
  }

  private List<Counted> nodes(Function<ForecastNode, Integer> part, java.util.function.Predicate<ForecastNode> counts) {
    return facts.chart().cells().stream().filter(cell -> rows.containsKey(cell.projectId())).filter(counts).map(cell -> {
      var row = Objects.requireNonNull(rows.get(cell.projectId()));
      var node = nodes.get(cell.nodeId());
      var days = Math.abs(cell.floatDays());
      return new Counted(row.projectId(), row.code(), row.name(), row.street(), cell.nodeId(), null,
          node == null ? NOTHING : node.name(), part.apply(cell), 1, cell.finish(),
          cell.floatDays() < 0
              ? Words.of(cell.state().label().zh() + "，晚 " + days + " 天", cell.state().label().en() + ", " + days + " d late")
              : Words.of(cell.state().label().zh() + "，余 " + days + " 天", cell.state().label().en() + ", " + days + " d left"));
    }).toList();
  }

  private List<Counted> planFulfilled() {
    return facts.chart().rows().stream().filter(Row::inFrozenPlan).map(row -> project(row,
        Math.min(row.progress(), row.plannedProgress()), row.plannedProgress(), facts.chart().dataDate(),
        Words.of("完成 " + row.progress() + " %，应完成 " + row.plannedProgress() + " %",
            row.progress() + " % done, the plan wants " + row.plannedProgress() + " %"))).toList();
  }

  private List<Counted> reportsFresh(int days) {
    return facts.works().stream().filter(PlannedWork::running).filter(work -> rows.containsKey(work.projectId()))
        .map(work -> {
          var reported = work.reported();
          var age = reported == null ? 999 : (int) (facts.day().toEpochDay() - reported.toEpochDay());
          return work(work, age <= days ? 1 : 0, 1, reported,
              Words.of(age + " 天前填报，" + work.percent() + " %", "reported " + age + " d ago, " + work.percent() + " %"));
        }).toList();
  }

  private List<Counted> worksDone(FigureRule rule) {
    var parts = rule.partSet();
    return facts.works().stream().filter(work -> parts.contains(work.code()) && rows.containsKey(work.projectId()))
        .map(work -> work(work, work.days() * work.percent() / 100.0, work.days(), work.reported(),
            Words.of(work.percent() + " % × " + work.days() + " 天", work.percent() + " % × " + work.days() + " d"))).toList();
  }

  /** Projects of the frozen plan; counted when the day found for them lies in the span. */
  private List<Counted> ofPlan(FigureRule rule, BiFunction<Row, List<PlannedWork>, @Nullable LocalDate> dayOf,
      boolean onlyWithParts) {
    var all = new ArrayList<Counted>();
    for (var row : facts.chart().rows()) {
      var of = works.getOrDefault(row.projectId(), List.of()).stream()
          .filter(work -> rule.partSet().contains(work.code())).toList();
      if (!row.inFrozenPlan() || onlyWithParts && of.isEmpty()) {
        continue;
      }
      var day = of.isEmpty() ? null : dayOf.apply(row, of);
      var amount = amount(rule.amount(), row);
      var last = rule.measure() == Measure.PLAN_BEGINS || rule.measure() == Measure.PLAN_ENDS ? facts.to() : facts.day();
      var counts = day != null && !day.isAfter(last) && (rule.span() == FigureRule.Span.TOTAL || !day.isBefore(facts.from()));
      all.add(project(row, counts ? amount : 0, amount, day, counts ? Words.of("计入", "counted") : day == null
          ? Words.of("未发生", "not yet") : Words.of("不在本期", "outside the period")));
    }
    return all;
  }

  private @Nullable LocalDate begun(Row row, List<PlannedWork> of) {
    return of.stream().map(PlannedWork::begun).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
  }

  private @Nullable LocalDate ended(Row row, List<PlannedWork> of) {
    return of.stream().anyMatch(work -> work.ended() == null) ? null : max(of, PlannedWork::ended);
  }

  private static @Nullable LocalDate min(List<PlannedWork> of, Function<PlannedWork, @Nullable LocalDate> day) {
    return of.stream().map(day).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
  }

  private static @Nullable LocalDate max(List<PlannedWork> of, Function<PlannedWork, @Nullable LocalDate> day) {
    return of.stream().map(day).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
  }

  private List<Counted> ofYear(FigureRule rule, java.util.function.Predicate<Row> counts, Words yes, Words no) {
    return facts.chart().rows().stream().map(row -> {
      var amount = amount(rule.amount(), row);
      return project(row, counts.test(row) ? amount : 0, amount, null, counts.test(row) ? yes : no);
    }).toList();
  }

  /** Projects that have both amounts; one without a budget or a ledger is not counted as nothing. */
  private List<Counted> money(Function<ProjectFigures, @Nullable BigDecimal> part, Function<ProjectFigures, @Nullable BigDecimal> whole) {
    var all = new ArrayList<Counted>();
    for (var figure : facts.figures()) {
      var row = rows.get(figure.projectId());
      var numerator = part.apply(figure);
      var denominator = whole.apply(figure);
      if (row != null && numerator != null && denominator != null) {
        all.add(project(row, numerator.doubleValue(), denominator.doubleValue(), facts.day(), NOTHING));
      }
    }
    return all;
  }

  private List<Counted> figures(java.util.function.Predicate<ProjectFigures> counts,
      java.util.function.Predicate<ProjectFigures> good, Words yes, Words no) {
    var all = new ArrayList<Counted>();
    for (var figure : facts.figures()) {
      var row = rows.get(figure.projectId());
      if (row != null && counts.test(figure)) {
        all.add(project(row, good.test(figure) ? 1 : 0, 1, figure.gateDue(), good.test(figure) ? yes : no));
      }
    }
    return all;
  }

  /** Works of the menu, whose codes are the rule's parts; to a tenth, so that the cells of a line add up to its total. */
  private List<Counted> quantities(FigureRule rule) {
    var all = new ArrayList<Counted>();
    for (var quantity : facts.quantities()) {
      var row = rows.get(quantity.projectId());
      if (row == null || !rule.partSet().contains(quantity.work())) {
        continue;
      }
      if (!quantity.unit().equals(rule.unit().zh())) {
        all.add(quantity(row, quantity, 0, 0, null, Words.of("单位为" + quantity.unit() + "，未计入",
            "in " + quantity.unit() + ", not counted")));
      } else if (rule.measure() == Measure.QUANTITY_PLANNED) {
        var planned = row.inFrozenPlan();
        all.add(quantity(row, quantity, planned ? quantity.quantity().doubleValue() : 0, quantity.quantity().doubleValue(), null,
            from(quantity, planned ? IN_PLAN : NOT_IN_PLAN)));
      } else if (row.inFrozenPlan()) {
        all.add(done(rule, row, quantity));
      }
    }
    return all;
  }

  private Counted done(FigureRule rule, Row row, PlannedQuantity quantity) {
    var whole = quantity.quantity().doubleValue();
    var of = doing(quantity, works.getOrDefault(row.projectId(), List.of()));
    var now = share(of);
    var total = rule.span() == FigureRule.Span.TOTAL;
    var then = total ? 0 : share(doing(quantity, before.getOrDefault(row.projectId(), List.of())));
    return quantity(row, quantity, whole * now - whole * then, whole, max(of, PlannedWork::reported), from(quantity,
        total ? Words.of("完成 " + percent(now), percent(now) + " done")
            : Words.of("本期由 " + percent(then) + " 到 " + percent(now), "from " + percent(then) + " to " + percent(now))));
  }

  private static List<PlannedWork> doing(PlannedQuantity quantity, List<PlannedWork> works) {
    return works.stream().filter(work -> quantity.activities().contains(work.code())).toList();
  }

  private static double share(List<PlannedWork> of) {
    var days = of.stream().mapToDouble(PlannedWork::daysLeft).sum();
    return days == 0 ? 0 : of.stream().mapToDouble(PlannedWork::daysDone).sum() / days;
  }

  private static String percent(double share) {
    return Math.round(share * 1000) / 10.0 + " %";
  }

  private static Words from(PlannedQuantity quantity, Words standing) {
    return quantity.approved() ? Words.of(standing.zh() + "；按已批准预算", standing.en() + "; by the approved budget")
        : Words.of(standing.zh() + "；按改造内容菜单", standing.en() + "; by the menu of works");
  }

  private static Counted quantity(Row row, PlannedQuantity quantity, double part, double whole, @Nullable LocalDate on, Words why) {
    return new Counted(row.projectId(), row.code(), row.name(), row.street(), null, null, quantity.name(),
        Figure.tenth(part), Figure.tenth(whole), on, why);
  }

  private static int amount(FigureRule.Amount amount, Row row) {
    return switch (amount) {
      case PROJECTS -> 1;
      case ESTATES -> row.estates();
      case BUILDINGS -> row.buildings();
      case HOUSEHOLDS -> row.households();
    };
  }

  private static Counted project(Row row, double part, double whole, @Nullable LocalDate on, Words why) {
    return new Counted(row.projectId(), row.code(), row.name(), row.street(), null, null, NOTHING, part, whole, on, why);
  }

  private Counted work(PlannedWork work, double part, double whole, @Nullable LocalDate on, Words why) {
    var row = Objects.requireNonNull(rows.get(work.projectId()));
    return new Counted(row.projectId(), row.code(), row.name(), row.street(), null, work.activityId(), work.name(), part,
        whole, on, why);
  }
}
