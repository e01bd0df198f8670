package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Planned, earned and actual value of a project by its approved budget, the frozen plan, what was reported and the ledger.
 *
 * <p>A work's cost is spread over its activities by their planned days, and over an activity's days evenly. Planned value of
 * a day is what the frozen plan wants by its end, earned value the cost times the percentage reported last by then, actual
 * cost what the ledger holds of the months that ended by then and of the running one. The contingency is in none of them.
 *
 * <p>The budget of a project that was carried over is what was left of it, and so are its activities: what was done before earns
 * and plans nothing here, and an activity weighs its planned days times what was left of it ({@link Rest}).
 */
public final class EarnedValue {

  private EarnedValue() {}

  /**
   * An activity with its dates in the frozen plan and in the forecast.
   *
   * @param carried percent it came with from another year
   * @param reported percentages by day, oldest first
   */
  public record Task(
      String code, LocalDate start, LocalDate finish, LocalDate forecastStart, LocalDate forecastFinish, int carried,
      List<Reported> reported) {

    /** Planned days, as many of them as were left: what it weighs among the activities of a work. */
    double weight() {
      return Rest.left(finish.toEpochDay() - start.toEpochDay() + 1, carried);
    }
  }

  /** A percentage as of the end of a day. */
  public record Reported(LocalDate on, int percent) {}

  /**
   * The values at the end of a day, 元.
   *
   * @param planned by the frozen plan
   * @param earned what is reported by then; absent for days to come
   * @param actual by the ledger; absent for days to come and without any cost data
   * @param forecast what will be earned by then as the forecast has it; absent for days past
   */
  public record Point(
      LocalDate on, BigDecimal planned, @Nullable BigDecimal earned, @Nullable BigDecimal actual,
      @Nullable BigDecimal forecast) {}

  /**
   * How a project, or several together, stand.
   *
   * @param budget of the works, without contingency (budget at completion)
   * @param spi earned ÷ planned; absent while nothing is planned
   * @param cpi earned ÷ actual; absent without cost data
   * @param atCompletion estimate at completion: budget ÷ cpi; absent without cost data
   */
  public record Figures(
      BigDecimal budget, BigDecimal planned, BigDecimal earned, @Nullable BigDecimal actual, @Nullable BigDecimal spi,
      @Nullable BigDecimal cpi, @Nullable BigDecimal atCompletion) {

    static Figures of(BigDecimal budget, BigDecimal planned, BigDecimal earned, @Nullable BigDecimal actual) {
      var cpi = actual == null ? null : ratio(earned, actual);
      return new Figures(budget, planned, earned, actual, ratio(earned, planned), cpi,
          cpi == null || cpi.signum() == 0 || actual == null ? null
              : budget.multiply(actual).divide(earned, 2, RoundingMode.HALF_UP));
    }
  }

  /** A project's figures of today and its curve. */
  public record Curve(Figures figures, List<Point> points) {

    /** The same in hundredths of a sum: for whoever may know how it goes and not what it costs. */
    public Curve inHundredthsOf(BigDecimal sum) {
      return new Curve(
          new Figures(share(figures.budget, sum), share(figures.planned, sum), share(figures.earned, sum),
              figures.actual == null ? null : share(figures.actual, sum), figures.spi, figures.cpi,
              figures.atCompletion == null ? null : share(figures.atCompletion, sum)),
          points.stream().map(point -> new Point(point.on, share(point.planned, sum),
              point.earned == null ? null : share(point.earned, sum), point.actual == null ? null : share(point.actual, sum),
              point.forecast == null ? null : share(point.forecast, sum))).toList());
    }

    private static BigDecimal share(BigDecimal amount, BigDecimal sum) {
      return sum.signum() == 0 ? amount : amount.movePointRight(2).divide(sum, 6, RoundingMode.HALF_UP);
    }
  }

  private static @Nullable BigDecimal ratio(BigDecimal over, BigDecimal under) {
    return under.signum() <= 0 ? null : over.divide(under, 3, RoundingMode.HALF_UP);
  }

  /** A project's curve over the days given; today must be one of them. */
  public static Curve of(
      List<Budget.Line> lines, List<Task> tasks, List<LedgerEntry> ledger, LocalDate today, List<LocalDate> days) {
    var costs = costs(lines, tasks);
    var budget = lines.stream().map(Budget.Line::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    var kind = LedgerEntry.counting(ledger);
    var counted = ledger.stream().filter(entry -> entry.kind() == kind).toList();
    var points = new ArrayList<Point>();
    for (var day : days) {
      double planned = 0;
      double earned = 0;
      double forecast = 0;
      for (var task : tasks) {
        var cost = costs.getOrDefault(task.code(), 0.0);
        if (cost > 0) {
          planned += cost * Rest.done(100 * share(task.start(), task.finish(), day), task.carried());
          earned += cost * Rest.done(percent(task, day.isAfter(today) ? today : day), task.carried());
          forecast += cost * expected(task, today, day);
        }
      }
      points.add(new Point(day, money(planned), day.isAfter(today) ? null : money(earned),
          day.isAfter(today) || counted.isEmpty() ? null : actual(counted, day, today),
          day.isBefore(today) ? null : money(forecast)));
    }
    var now = points.stream().filter(point -> point.on().equals(today)).findFirst().orElseThrow();
    return new Curve(Figures.of(budget, now.planned(), now.earned() == null ? BigDecimal.ZERO : now.earned(), now.actual()),
        List.copyOf(points));
  }

  /** Today and the last day of every month from the first to the last day anything of the tasks happens. */
  public static List<LocalDate> days(List<Task> tasks, LocalDate today) {
    var days = new TreeSet<LocalDate>();
    days.add(today);
    if (!tasks.isEmpty()) {
      var first = tasks.stream().map(Task::start).min(LocalDate::compareTo).orElseThrow();
      var last = tasks.stream().flatMap(task -> List.of(task.finish(), task.forecastFinish()).stream())
          .max(LocalDate::compareTo).orElseThrow();
      days.add(first.withDayOfMonth(1).minusDays(1));
      for (var month = first.withDayOfMonth(1); !month.isAfter(last); month = month.plusMonths(1)) {
        days.add(month.withDayOfMonth(month.lengthOfMonth()));
      }
    }
    return List.copyOf(days);
  }

  /** Several curves over the same days as one: sums; cost figures only over those that have cost data. */
  public static Curve sum(List<Curve> curves, LocalDate today) {
    var points = new ArrayList<Point>();
    var count = curves.isEmpty() ? 0 : curves.getFirst().points().size();
    for (int at = 0; at < count; at++) {
      var column = at;
      var all = curves.stream().map(curve -> curve.points().get(column)).toList();
      points.add(new Point(all.getFirst().on(), total(all.stream().map(Point::planned).toList()),
          all.getFirst().earned() == null ? null : total(all.stream().map(Point::earned).toList()),
          all.stream().allMatch(point -> point.actual() == null) ? null : total(all.stream().map(Point::actual).toList()),
          all.getFirst().forecast() == null ? null : total(all.stream().map(Point::forecast).toList())));
    }
    var figures = curves.stream().map(Curve::figures).toList();
    var costed = figures.stream().filter(each -> each.actual() != null).toList();
    var earned = total(figures.stream().map(Figures::earned).toList());
    var planned = total(figures.stream().map(Figures::planned).toList());
    var actual = costed.isEmpty() ? null : total(costed.stream().map(Figures::actual).toList());
    var cpi = actual == null ? null : ratio(total(costed.stream().map(Figures::earned).toList()), actual);
    var completion = figures.stream().map(Figures::atCompletion).filter(each -> each != null).toList();
    return new Curve(new Figures(total(figures.stream().map(Figures::budget).toList()), planned, earned, actual,
        ratio(earned, planned), cpi, completion.isEmpty() ? null : total(completion)), points);
  }

  private static BigDecimal total(List<? extends @Nullable BigDecimal> amounts) {
    var sum = BigDecimal.ZERO.setScale(2);
    for (var amount : amounts) {
      sum = amount == null ? sum : sum.add(amount);
    }
    return sum;
  }

  /** What each activity costs: the works it does, by its share of their planned days that were left. */
  private static Map<String, Double> costs(List<Budget.Line> lines, List<Task> tasks) {
    var weights = tasks.stream().filter(task -> task.weight() > 0)
        .collect(Collectors.toMap(Task::code, Task::weight, (one, other) -> one));
    var costs = new HashMap<String, Double>();
    for (var line : lines) {
      var doing = line.activities().stream().filter(weights::containsKey).toList();
      var over = doing.isEmpty() ? List.copyOf(weights.keySet()) : doing; // none of its activities is planned
      var all = over.stream().mapToDouble(code -> weights.getOrDefault(code, 0.0)).sum();
      for (var code : over) {
        costs.merge(code, line.amount().doubleValue() * weights.getOrDefault(code, 0.0) / all, Double::sum);
      }
    }
    return costs;
  }

  /** The part of a span that is gone at the end of a day, 0 to 1. */
  private static double share(LocalDate start, LocalDate finish, LocalDate day) {
    double span = finish.toEpochDay() - start.toEpochDay() + 1;
    return Math.clamp(day.toEpochDay() - start.toEpochDay() + 1, 0, span) / span;
  }

  private static int percent(Task task, LocalDate day) {
    int percent = 0;
    for (var reported : task.reported()) {
      if (reported.on().isAfter(day)) {
        break;
      }
      percent = reported.percent();
    }
    return percent;
  }

  /** What will be done by a day to come: from what is done today evenly to the forecast finish. */
  private static double expected(Task task, LocalDate today, LocalDate day) {
    var done = Rest.done(percent(task, today), task.carried());
    if (done >= 1 || !day.isAfter(today)) {
      return done;
    }
    var from = task.forecastStart().isAfter(today) ? task.forecastStart() : today.plusDays(1);
    var to = task.forecastFinish().isBefore(from) ? from : task.forecastFinish();
    return done + (1 - done) * share(from, to, day);
  }

  private static BigDecimal actual(List<LedgerEntry> counted, LocalDate day, LocalDate today) {
    var sum = BigDecimal.ZERO.setScale(2);
    for (var entry : counted) {
      if (!entry.counts().isAfter(day) || day.equals(today) && !entry.month().isAfter(today)) {
        sum = sum.add(entry.amount());
      }
    }
    return sum;
  }

  private static BigDecimal money(double amount) {
    return new BigDecimal(amount, MathContext.DECIMAL64).setScale(2, RoundingMode.HALF_UP);
  }
}
