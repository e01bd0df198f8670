package org.xingfuli.programme.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.engine.scheduling.risk.Drivers;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.flow.Calendars;
import org.xingfuli.programme.flow.ReadRisk;
import org.xingfuli.programme.model.Chances;
import org.xingfuli.programme.model.ProgrammeNode;
import org.xingfuli.programme.model.RiskHead;
import org.xingfuli.programme.model.RiskNode;
import org.xingfuli.programme.model.RiskRules;

/** Draws the page of a year's risk from what was simulated. */
@Component
class RiskViews {

  private static final double[] SHARES = {0.1, 0.25, 0.5, 0.75, 0.9};
  private static final int[] PERCENTS = {10, 50, 80, 90};

  /** A year of days is enough for any chart; what is later falls on the last. */
  private static final int MOST_DAYS = 365;

  private static final int MOST_CRITICAL = 12;
  private static final int MOST_CURES = 8;

  /** Gains below that are not worth a line while there are others. */
  private static final double NOTHING = 0.005;

  private final Calendars calendars;
  private final Names names;
  private final Timetables timetables;

  RiskViews(Calendars calendars, Names names, Timetables timetables) {
    this.calendars = calendars;
    this.names = names;
    this.timetables = timetables;
  }

  RiskView of(ReadRisk.Picture picture) {
    var head = picture.head();
    var rules = head == null ? picture.rules().rules() : head.rules();
    var state = !picture.frozen() ? RiskView.Status.NO_PLAN
        : head == null ? RiskView.Status.COMPUTING : RiskView.Status.READY;
    var current = picture.current() && rules.equals(picture.rules().rules());
    return new RiskView(picture.programme().id(), picture.programme().year(), picture.programme().name(), state, current,
        head == null ? null : head.dataDate(), head == null ? null : head.computedAt(),
        head == null ? null : head.milliseconds(), head == null ? 0 : head.replications(), Chances.SEED,
        picture.projects().size(), RiskRulesRow.of(picture.rules()),
        picture.nodes().entrySet().stream().map(entry -> node(picture, entry.getKey(), entry.getValue(), rules)).toList(),
        head == null || picture.chosen() == null ? null : chosen(picture, head, picture.chosen()));
  }

  private RiskView.Node node(ReadRisk.Picture picture, ProgrammeNode node, List<RiskNode> rows, RiskRules rules) {
    var head = picture.head();
    var due = node.rule().resolve(node.nominal(), calendars.current()).due();
    var reached = (int) picture.forecast().stream()
        .filter(row -> row.nodeId().equals(node.id()) && row.state() == State.DONE).count();
    if (head == null || rows.isEmpty()) {
      return new RiskView.Node(node.id(), node.code(), node.name(), due, node.unconfirmed(), rows.size(), reached, null, null,
          null, State.NOT_APPLICABLE, null, null);
    }
    var mean = RiskNode.mean(rows);
    var days = RiskNode.quantiles(rows, 0.001, 0.8, 0.995);
    return new RiskView.Node(node.id(), node.code(), node.name(), due, node.unconfirmed(), rows.size(), reached, mean,
        mean * rows.size(), RiskNode.all(rows, head.replications()), state(mean, reached == rows.size(), rules),
        date(head, days[1]), histogram(head, rows, days[0], days[2]));
  }

  /** How a probability is shown: words and colours are those of states. */
  static State state(double probability, boolean reached, RiskRules rules) {
    if (reached) {
      return State.DONE;
    }
    if (probability * 100 >= rules.atRiskBelow()) {
      return State.ON_TIME;
    }
    return probability >= 0.5 ? State.AT_RISK : State.LATE;
  }

  private static RiskView.Days histogram(RiskHead head, List<RiskNode> rows, int first, int last) {
    var until = Math.min(last == RiskNode.BEYOND ? first + MOST_DAYS : last, first + MOST_DAYS);
    var counts = new int[until - first + 1];
    rows.forEach(row -> Arrays.stream(row.finishes()).forEach(day -> counts[Math.clamp(day - first, 0, counts.length - 1)]++));
    return new RiskView.Days(head.firstDay().plusDays(first), IntStream.of(counts).boxed().toList());
  }

  private static @Nullable LocalDate date(RiskHead head, int day) {
    return day == RiskNode.BEYOND ? null : head.firstDay().plusDays(day);
  }

  private RiskView.@Nullable Chosen chosen(ReadRisk.Picture picture, RiskHead head, ProgrammeNode node) {
    var rows = picture.nodes().getOrDefault(node, List.of());
    if (rows.isEmpty()) {
      return null;
    }
    var due = rows.getFirst().due();
    var days = RiskNode.quantiles(rows, IntStream.of(PERCENTS).mapToDouble(percent -> percent / 100.0).toArray());
    var quantiles = IntStream.range(0, PERCENTS.length).mapToObj(k -> {
      var date = date(head, days[k]);
      return new RiskView.Quantile(PERCENTS[k], date, date == null ? null : (int) ChronoUnit.DAYS.between(due, date));
    }).toList();
    var book = names.open();
    var error = error(rows, head.replications());
    var forecast = picture.forecast().stream().filter(row -> row.nodeId().equals(node.id()))
        .collect(Collectors.toMap(ForecastNode::projectId, row -> row));
    return new RiskView.Chosen(node.id(), error, quantiles, fan(head, rows, forecast),
        drivers(rows, Drivers.noise(error), timetables.crewNames(picture.programme().id())), Drivers.noise(error),
        cures(head, rows), !head.cures().isEmpty() || !picture.activities().isEmpty(),
        critical(picture, rows.size()),
        picture.days().entrySet().stream().map(day -> new RiskView.Day(day.getKey(), day.getValue())).toList(),
        rows.stream().map(row -> own(picture, head, row, forecast.get(row.projectId()), book))
            .sorted(Comparator.comparingDouble(RiskView.Own::probability).thenComparing(RiskView.Own::projectName)).toList());
  }

  private static List<RiskView.Critical> critical(ReadRisk.Picture picture, int projects) {
    var byCode = picture.activities().stream()
        .collect(Collectors.groupingBy(ReadRisk.InTheWay::code, LinkedHashMap::new, Collectors.toList()));
    return byCode.values().stream().map(each -> {
      var worst = each.getFirst();
      var project = picture.projects().get(worst.projectId());
      return new RiskView.Critical(worst.activityId(), worst.projectId(), project == null ? "" : project.name(), worst.code(),
          worst.name(), each.stream().mapToDouble(ReadRisk.InTheWay::share).sum() / projects);
    }).sorted(Comparator.comparingDouble(RiskView.Critical::share).reversed().thenComparing(RiskView.Critical::code))
        .limit(MOST_CRITICAL).toList();
  }

  private static RiskView.Own own(ReadRisk.Picture picture, RiskHead head, RiskNode row, @Nullable ForecastNode stands,
      Names.Book book) {
    var project = picture.projects().get(row.projectId());
    var days = RiskNode.quantiles(List.of(row), 0.5, 0.8, 0.9);
    var street = project == null ? "" : project.street();
    return new RiskView.Own(row.projectId(), project == null ? "" : project.name(), street, book.area(street),
        row.probability(), state(row.probability(), stands != null && stands.state() == State.DONE, head.rules()),
        stands == null ? null : stands.finish(), date(head, days[0]), date(head, days[1]), date(head, days[2]));
  }

  /** Standard error of the mean: projects share the weather, so replications count and not rows. */
  private static double error(List<RiskNode> rows, int replications) {
    var sum = 0.0;
    var squares = 0.0;
    for (int r = 0; r < replications; r++) {
      var at = r;
      var share = (double) rows.stream().filter(row -> row.kept().get(at)).count() / rows.size();
      sum += share;
      squares += share * share;
    }
    var mean = sum / replications;
    return Math.sqrt(Math.max(0, squares / replications - mean * mean) / replications);
  }

  private static RiskView.Fan fan(RiskHead head, List<RiskNode> rows, Map<UUID, ForecastNode> forecast) {
    var ends = RiskNode.quantiles(rows, 0.005, 0.995);
    var due = (int) ChronoUnit.DAYS.between(head.firstDay(), rows.getFirst().due());
    var today = (int) ChronoUnit.DAYS.between(head.firstDay(), head.dataDate());
    var first = Math.min(Math.min(Math.min(ends[0], due), today), earliest(head, forecast)) - 7;
    var last = Math.min(Math.max(ends[1] == RiskNode.BEYOND ? due + MOST_DAYS : ends[1], due) + 7, due + MOST_DAYS);
    var step = Math.max(1, (last - first) / 120);
    var days = new ArrayList<LocalDate>();
    var done = new ArrayList<@Nullable Double>();
    var frozen = new ArrayList<Double>();
    var bands = new ArrayList<List<@Nullable Double>>();
    for (int band = 0; band < SHARES.length; band++) {
      bands.add(new ArrayList<>());
    }
    for (int day = first; day <= last; day += step) {
      var date = head.firstDay().plusDays(day);
      days.add(date);
      done.add(day > today ? null : share(forecast.values().stream()
          .filter(row -> row.state() == State.DONE && !row.finish().isAfter(date)).count(), rows.size()));
      frozen.add(share(forecast.values().stream().filter(row -> !row.baseline().isAfter(date)).count(), rows.size()));
      var reached = reached(rows, head.replications(), day);
      for (int band = 0; band < SHARES.length; band++) {
        bands.get(band).add(day < today - step ? null
            : (double) reached[(int) Math.clamp((long) Math.ceil(SHARES[band] * reached.length) - 1, 0, reached.length - 1)]
                / rows.size());
      }
    }
    return new RiskView.Fan(days, done, frozen, bands.get(0), bands.get(1), bands.get(2), bands.get(3), bands.get(4));
  }

  private static int earliest(RiskHead head, Map<UUID, ForecastNode> forecast) {
    return forecast.values().stream().mapToInt(row -> (int) ChronoUnit.DAYS.between(head.firstDay(), row.baseline()))
        .min().orElse(Integer.MAX_VALUE);
  }

  private static double share(long part, int whole) {
    return (double) part / whole;
  }

  /** In how many projects it is reached by a day, by replication, ascending. */
  private static int[] reached(List<RiskNode> rows, int replications, int day) {
    var reached = new int[replications];
    for (var row : rows) {
      for (int r = 0; r < replications; r++) {
        reached[r] += row.finishes()[r] <= day ? 1 : 0;
      }
    }
    Arrays.sort(reached);
    return reached;
  }

  private static List<RiskView.Driver> drivers(List<RiskNode> rows, double noise, Map<String, Words> crews) {
    var sums = new LinkedHashMap<String, double[]>();
    var first = rows.getFirst().drivers();
    for (var row : rows) {
      row.drivers().forEach(driver -> {
        var sum = sums.computeIfAbsent(driver.kind() + driver.crew(), key -> new double[4]);
        sum[0] += driver.kindest() / rows.size();
        sum[1] += driver.harshest() / rows.size();
        sum[2] += driver.atKindest() / rows.size();
        sum[3] += driver.atHarshest() / rows.size();
      });
    }
    return first.stream().map(driver -> {
      var sum = sums.getOrDefault(driver.kind() + driver.crew(), new double[4]);
      return new RiskView.Driver(driver.kind(), crews.getOrDefault(driver.crew(), Words.of(driver.crew(), driver.crew())),
          sum[0], sum[1], sum[2], sum[3], sum[2] - sum[3] > noise);
    }).filter(driver -> driver.harshest() > driver.kindest())
        .sorted(Comparator.comparingDouble(driver -> driver.atHarshest() - driver.atKindest())).toList();
  }

  /** By what a 万元 gains; what costs nothing and helps stands first, what does harm last. */
  private static List<RiskView.Cure> cures(RiskHead head, List<RiskNode> rows) {
    var mean = RiskNode.mean(rows);
    var cures = new ArrayList<RiskView.Cure>();
    for (int k = 0; k < head.cures().size(); k++) {
      var at = k;
      var cure = head.cures().get(k);
      var after = rows.stream().mapToDouble(row -> row.cures().get(at)).average().orElse(mean);
      cures.add(new RiskView.Cure(
          cure.kind(), cure.words(), cure.cost(), after, after - mean, cure.mover().label(), cure.decideBy(), cure.edits()));
    }
    cures.sort(Comparator.comparingDouble(RiskViews::worth).reversed());
    var telling = cures.stream().filter(cure -> Math.abs(cure.gain()) >= NOTHING).toList();
    return (telling.isEmpty() ? cures : telling).stream().limit(MOST_CURES).toList();
  }

  private static double worth(RiskView.Cure cure) {
    return cure.cost() == 0 ? (cure.gain() > 0 ? Double.MAX_VALUE : cure.gain()) : cure.gain() / cure.cost();
  }
}
