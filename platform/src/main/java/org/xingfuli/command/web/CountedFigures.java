package org.xingfuli.command.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.command.model.CauseGroups;
import org.xingfuli.command.model.Counted;
import org.xingfuli.command.model.Counting;
import org.xingfuli.command.model.Facts;
import org.xingfuli.command.model.Figure;
import org.xingfuli.command.model.FigureRule;
import org.xingfuli.command.model.FigureRule.Kind;
import org.xingfuli.command.model.League;
import org.xingfuli.command.model.Measure;
import org.xingfuli.command.model.Period;
import org.xingfuli.command.model.StoredChart;
import org.xingfuli.command.store.FigureRuleStore;
import org.xingfuli.command.web.FigureViews.CausesView;
import org.xingfuli.command.web.FigureViews.CountedView;
import org.xingfuli.command.web.FigureViews.DimensionsView;
import org.xingfuli.command.web.FigureViews.KpiTreeView;
import org.xingfuli.command.web.FigureViews.LeagueView;
import org.xingfuli.command.web.FigureViews.StatisticsView;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.Figures;
import org.xingfuli.programme.Programmes;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.PlannedWorks;

/** Counts for a caller: everything as far as the caller sees. */
@Component
class CountedFigures {

  private final Charts charts;
  private final Programmes programmes;
  private final PlannedWorks works;
  private final Figures values;
  private final FigureRuleStore rules;
  private final Transactions transactions;
  private final Organisations organisations;
  private final BusinessClock today;

  CountedFigures(Charts charts, Programmes programmes, PlannedWorks works, Figures values, FigureRuleStore rules,
      Transactions transactions, Organisations organisations, BusinessClock today) {
    this.charts = charts;
    this.programmes = programmes;
    this.works = works;
    this.values = values;
    this.rules = rules;
    this.transactions = transactions;
    this.organisations = organisations;
    this.today = today;
  }

  /** As it stands today. */
  Facts facts(@Nullable UUID programme) {
    var chart = charts.current(programme);
    var now = today.today();
    var year = chart.programmeId();
    return new Facts(chart, works.of(year, now), List.of(), List.of(), values.of(year), LocalDate.of(chart.year(), 1, 1), now, now);
  }

  /** Of a period, and without a programme of the programme of the period's year. */
  private Facts facts(@Nullable UUID programme, Period period) {
    var chart = charts.current(programme != null ? programme
        : programmes.ofYear(period.year()).orElseThrow(() -> noSuchPeriod(period.code())));
    var now = today.today();
    var day = period.to().isAfter(now) ? now : period.to();
    var before = period.from().minusDays(1);
    var year = chart.programmeId();
    var stood = works.of(year, List.of(before, day));
    return new Facts(chart, stood.getOrDefault(day, List.of()), stood.getOrDefault(before, List.of()), works.quantities(year),
        values.of(year), period.from(), day, period.to());
  }

  List<FigureRule> rules(Kind kind) {
    return transactions.here(() -> rules.of(kind));
  }

  LeagueView league(@Nullable UUID programme) {
    return league(facts(programme));
  }

  LeagueView league(Facts facts) {
    var owners = new Owners(organisations);
    var components = rules(Kind.LEAGUE);
    var counting = new Counting(facts);
    return new LeagueView(Charts.head(facts.chart(), owners), facts.day(),
        components.stream().map(rule -> FigureView.of(Figure.of(rule, counting.rows(rule)), facts)).toList(),
        League.of(counting, components).stream().map(standing -> new FigureViews.StreetScore(standing.street(),
            owners.area(standing.street()), standing.rank(), standing.score(), standing.weighed(), standing.small(),
            projectsOf(facts.chart(), standing.street()),
            standing.components().stream().map(figure -> FigureView.of(figure, facts)).toList())).toList());
  }

  private static int projectsOf(StoredChart chart, String street) {
    return (int) chart.rows().stream().filter(row -> row.street().equals(street)).count();
  }

  KpiTreeView kpis(@Nullable UUID programme) {
    return kpis(facts(programme));
  }

  KpiTreeView kpis(Facts facts) {
    var all = rules(Kind.KPI);
    var counting = new Counting(facts);
    var owners = new Owners(organisations);
    return new KpiTreeView(Charts.head(facts.chart(), owners), facts.day(), all.stream().filter(rule -> rule.measure() == Measure.ROOT)
        .map(root -> new FigureViews.KpiRoot(root.code(), root.name(), root.unconfirmed(), root.source(),
            all.stream().filter(rule -> root.code().equals(rule.parent()) && rule.measure() != Measure.ROOT)
                .map(rule -> FigureView.of(Figure.of(rule, counting.rows(rule)), facts)).toList())).toList());
  }

  /** By street, or by project of one street. */
  DimensionsView dimensions(@Nullable UUID programme, @Nullable String street) {
    return dimensions(facts(programme), street);
  }

  DimensionsView dimensions(Facts facts, @Nullable String street) {
    var owners = new Owners(organisations);
    var all = rules(Kind.DIMENSION);
    var counting = new Counting(facts);
    var counted = all.stream().collect(Collectors.toMap(FigureRule::code, rule -> counting.rows(rule)));
    var lines = street == null
        ? facts.chart().rows().stream().map(StoredChart.Row::street).distinct().sorted()
            .map(code -> line(facts, all, counted, code, owners.area(code), null, row -> row.street().equals(code))).toList()
        : facts.chart().rows().stream().filter(row -> row.street().equals(street) && row.inFrozenPlan())
            .map(row -> line(facts, all, counted, row.street(), row.name(), row.projectId(),
                each -> each.projectId().equals(row.projectId()))).toList();
    return new DimensionsView(Charts.head(facts.chart(), owners), facts.day(), street,
        line(facts, all, counted, "", "", null, row -> true).figures(), lines);
  }

  private static FigureViews.DimensionLine line(Facts facts, List<FigureRule> rules,
      java.util.Map<String, List<Counted>> counted, String street, String name, @Nullable UUID project,
      java.util.function.Predicate<Counted> counts) {
    var figures = rules.stream().map(rule -> FigureView.of(Figure.of(rule,
        counted.getOrDefault(rule.code(), List.of()).stream().filter(counts).toList()), facts)).toList();
    var laggard = figures.stream().filter(figure -> figure.value() != null)
        .min(Comparator.comparing(FigureView::value)).map(FigureView::code).orElse(null);
    return new FigureViews.DimensionLine(street, name, project, laggard, figures);
  }

  CausesView causes(@Nullable UUID programme) {
    return causes(facts(programme));
  }

  CausesView causes(Facts facts) {
    var owners = new Owners(organisations);
    var groups = new CauseGroups(facts, rules(Kind.CAUSE)).of(works.pushes(facts.chart().programmeId()));
    var names = facts.chart().nodes().stream().collect(Collectors.toMap(node -> node.id(), node -> node.name()));
    return new CausesView(Charts.head(facts.chart(), owners), facts.day(), groups.stream().map(group -> new FigureViews.CauseGroup(group.kind(),
        group.label(), group.mover(), group.mover().label(), group.days(), group.nodes(), group.late(), group.projects(),
        group.since(), group.command(), group.rule() == null ? 0 : group.rule().threshold(),
        group.rule() != null && group.rule().weight() > 0, group.rule() == null || group.rule().unconfirmed(),
        group.rule() == null ? "" : group.rule().source(),
        group.items().stream().map(item -> new FigureViews.CauseItem(item.row().projectId(), item.row().code(),
            item.row().name(), owners.area(item.row().street()), item.activityId(), item.at(), item.days(), item.since(),
            owners.of(item.mover(), item.organisation(), item.row()), item.near() == Integer.MAX_VALUE ? null : item.near(),
            item.command(), item.nodes().stream().map(node -> new FigureViews.EndangeredNode(node.nodeId(),
                names.getOrDefault(node.nodeId(), Words.of("", "")), node.state(), node.floatDays(), node.due())).toList()))
            .toList())).toList());
  }

  StatisticsView statistics(@Nullable UUID programme, String code) {
    var period = period(code);
    var facts = facts(programme, period);
    var owners = new Owners(organisations);
    var counting = new Counting(facts);
    var streets = facts.chart().rows().stream().map(StoredChart.Row::street).distinct().sorted().toList();
    return new StatisticsView(Charts.head(facts.chart(), owners), period.code(), period.inWords(), period.from(), period.to(), facts.day(),
        facts.day().isBefore(period.to()),
        streets.stream().map(street -> new FigureViews.Street(street, owners.area(street))).toList(),
        rules(Kind.STATISTIC).stream().map(rule -> {
          var rows = counting.rows(rule);
          var by = rows.stream().collect(Collectors.groupingBy(Counted::street));
          return new FigureViews.StatisticLine(java.util.Objects.requireNonNullElse(rule.parent(), ""),
              FigureView.of(Figure.of(rule, rows), facts),
              streets.stream().map(street -> Figure.of(rule, by.getOrDefault(street, List.of())))
                  .map(figure -> new FigureViews.Cell(figure.value(), figure.denominator(), figure.rows())).toList());
        }).toList());
  }

  static Period period(String code) {
    return Period.of(code).orElseThrow(() -> noSuchPeriod(code));
  }

  private static Refused noSuchPeriod(String code) {
    return new Refused(Refusal.of("command.no-such-period", java.util.Map.of("period",
        code.length() > 20 ? code.substring(0, 20) : code)));
  }

  /** A figure and the rows it was counted from. */
  record Behind(Facts facts, Figure figure, List<CountedView> rows) {}

  /** What stands behind one figure, for all the caller sees, a street or a project. */
  Behind behind(Kind kind, String code, @Nullable UUID programme, @Nullable String street, @Nullable UUID project,
      @Nullable Period period) {
    var rule = transactions.here(() -> rules.find(kind, code)).orElseThrow(Charts::unknown);
    var facts = period == null ? facts(programme) : facts(programme, period);
    var owners = new Owners(organisations);
    var rows = new Counting(facts).rows(rule).stream()
        .filter(row -> street == null || street.equals(row.street()))
        .filter(row -> project == null || project.equals(row.projectId())).toList();
    return new Behind(facts, Figure.of(rule, rows), rows.stream().map(row -> new CountedView(row.projectId(), row.code(),
        row.project(), owners.area(row.street()), row.nodeId(), row.activityId(), row.what(), row.part(), row.whole(),
        row.on(), row.why())).toList());
  }
}
