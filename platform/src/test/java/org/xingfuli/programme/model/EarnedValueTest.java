package org.xingfuli.programme.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xingfuli.programme.model.EarnedValue.Curve;
import org.xingfuli.programme.model.EarnedValue.Reported;
import org.xingfuli.programme.model.EarnedValue.Task;

/** Planned, earned and actual value, by an example worked by hand and by laws that hold for any project. */
class EarnedValueTest {

  private static final LocalDate FIRST = LocalDate.of(2022, 3, 1);
  private static final long SEED = 20220420;

  private static Budget.Line line(String code, int amount, String... activities) {
    return new Budget.Line(code, code, code, Budget.WorkClass.BASIC, "项", BigDecimal.ONE, BigDecimal.valueOf(amount),
        List.of(activities), true, "test");
  }

  private static LedgerEntry entry(LocalDate month, LedgerEntry.Kind kind, int amount) {
    return new LedgerEntry(UUID.randomUUID(), UUID.randomUUID(), "", month, kind, BigDecimal.valueOf(amount), "凭证", "",
        month, Instant.EPOCH, "");
  }

  /** Ten days of roof at 30,000 and thirty days of façade at 60,000; on the tenth day the roof is half done. */
  private static List<Task> twoTasks() {
    return List.of(
        new Task("R01", FIRST, FIRST.plusDays(9), FIRST, FIRST.plusDays(14), 0, List.of(new Reported(FIRST.plusDays(9), 50))),
        new Task("F01", FIRST.plusDays(10), FIRST.plusDays(39), FIRST.plusDays(15), FIRST.plusDays(44), 0, List.of()));
  }

  @Test
  void theExampleWorkedByHand() {
    var today = FIRST.plusDays(9);
    var tasks = twoTasks();
    var curve = EarnedValue.of(List.of(line("W1", 30_000, "R01"), line("W2", 60_000, "F01")), tasks,
        List.of(entry(FIRST, LedgerEntry.Kind.VALUATION, 20_000), entry(FIRST, LedgerEntry.Kind.PAYMENT, 9_000)), today,
        EarnedValue.days(tasks, today));
    var figures = curve.figures();
    assertThat(figures.budget()).isEqualByComparingTo("90000");
    assertThat(figures.planned()).isEqualByComparingTo("30000");
    assertThat(figures.earned()).isEqualByComparingTo("15000");
    assertThat(figures.actual()).as("valuations count, payments follow them").isEqualByComparingTo("20000");
    assertThat(figures.spi()).isEqualByComparingTo("0.5");
    assertThat(figures.cpi()).isEqualByComparingTo("0.75");
    assertThat(figures.atCompletion()).as("90,000 ÷ 0.75").isEqualByComparingTo("120000");
  }

  @Test
  void aWorkIsSpreadOverItsActivitiesByTheirPlannedDays() {
    var today = FIRST.plusDays(9);
    var tasks = twoTasks();
    var figures = EarnedValue.of(List.of(line("W1", 40_000, "R01", "F01")), tasks, List.of(), today,
        EarnedValue.days(tasks, today)).figures();
    assertThat(figures.planned()).as("ten of forty days").isEqualByComparingTo("10000");
    assertThat(figures.earned()).isEqualByComparingTo("5000");
  }

  @Test
  void ofWhatWasCarriedOverOnlyTheRestIsPlannedAndEarned() {
    var today = FIRST.plusDays(9);
    // The roof came with 40 %, and 3 of its 10 days stand before the year; of the façade nothing was done.
    var tasks = List.of(
        new Task("R01", FIRST.minusDays(3), FIRST.plusDays(6), FIRST.minusDays(3), FIRST.plusDays(6), 40,
            List.of(new Reported(FIRST.minusDays(1), 40), new Reported(today, 70))),
        new Task("F01", FIRST.plusDays(10), FIRST.plusDays(39), FIRST.plusDays(10), FIRST.plusDays(39), 0, List.of()),
        new Task("P01", FIRST.minusDays(30), FIRST.minusDays(20), FIRST.minusDays(30), FIRST.minusDays(20), 100,
            List.of(new Reported(FIRST.minusDays(20), 100))));
    var curve = EarnedValue.of(List.of(line("W1", 36_000, "P01", "R01", "F01")), tasks, List.of(), today,
        EarnedValue.days(tasks, today));
    assertThat(curve.figures().planned()).as("6 of 36 days that were left, all of the roof's").isEqualByComparingTo("6000");
    assertThat(curve.figures().earned()).as("half of the roof's rest").isEqualByComparingTo("3000");
    var before = curve.points().stream().filter(point -> point.on().isBefore(FIRST)).toList();
    assertThat(before).isNotEmpty().allSatisfy(point -> assertThat(point.earned()).as("what came along earns nothing").isEqualByComparingTo("0"));
  }

  @Test
  void whatWasEarnedBeforeAndOfTheRestIsWhatOneYearWouldHaveEarned() {
    var random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      var today = FIRST.plusDays(40);
      var tasks = drawn(random, today).stream().map(task -> carry(task, 0)).toList();
      var works = List.of(line("W1", 1 + random.nextInt(100_000), "A0", "A1", "A2"), line("W2", 1 + random.nextInt(100_000), "A3"));
      var whole = EarnedValue.of(works, tasks, List.of(), today, EarnedValue.days(tasks, today)).figures();
      var then = today.minusDays(15);
      var earlier = EarnedValue.of(works, tasks, List.of(), then, EarnedValue.days(tasks, then)).figures();
      var came = new HashMap<String, Rest.Activity>();
      tasks.forEach(task -> came.put(task.code(), new Rest.Activity(at(task, then),
          (int) (task.finish().toEpochDay() - task.start().toEpochDay()) + 1)));
      var rest = new Rest(came);
      var left = works.stream().map(line -> line.withQuantity(line.quantity().multiply(rest.of(line.activities())))).toList();
      var later = EarnedValue.of(left, tasks.stream().map(task -> carry(task, at(task, then))).toList(), List.of(), today,
          EarnedValue.days(tasks, today)).figures();
      assertThat(earlier.earned().add(later.earned())).as("seed %d round %d", SEED, round)
          .isCloseTo(whole.earned(), within(new BigDecimal("1")));
      assertThat(later.budget()).as("seed %d round %d", SEED, round)
          .isCloseTo(whole.budget().subtract(earlier.earned()), within(new BigDecimal("1")));
    }
  }

  private static int at(Task task, LocalDate day) {
    return task.reported().stream().filter(one -> !one.on().isAfter(day)).mapToInt(Reported::percent).max().orElse(0);
  }

  private static Task carry(Task task, int percent) {
    return new Task(task.code(), task.start(), task.finish(), task.forecastStart(), task.forecastFinish(), percent, task.reported());
  }

  @Test
  void withoutCostDataNothingIsClaimedOfCost() {
    var today = FIRST.plusDays(9);
    var tasks = twoTasks();
    var figures = EarnedValue.of(List.of(line("W1", 30_000, "R01")), tasks, List.of(), today, EarnedValue.days(tasks, today))
        .figures();
    assertThat(figures.actual()).isNull();
    assertThat(figures.cpi()).isNull();
    assertThat(figures.atCompletion()).isNull();
  }

  @Test
  void lawsOfAnyProject() {
    var random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      var today = FIRST.plusDays(random.nextInt(120));
      var curves = new ArrayList<Curve>();
      var tasks = drawn(random, today);
      var days = EarnedValue.days(tasks, today);
      for (int part = 0; part < 3; part++) {
        var curve = EarnedValue.of(List.of(line("W1", 1 + random.nextInt(100_000), "A0", "A1"),
            line("W2", 1 + random.nextInt(100_000), "A2"), line("W3", 1 + random.nextInt(100_000), "Z9")), tasks, List.of(), today, days);
        check(curve, today, "seed " + SEED + " round " + round);
        curves.add(curve);
      }
      var sum = EarnedValue.sum(curves, today).figures();
      assertThat(sum.earned()).isEqualByComparingTo(curves.stream().map(each -> each.figures().earned())
          .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
  }

  private static void check(Curve curve, LocalDate today, String where) {
    var cent = new BigDecimal("0.05");
    BigDecimal before = null;
    for (var point : curve.points()) {
      assertThat(point.planned()).as(where).isBetween(BigDecimal.ZERO, curve.figures().budget().add(cent));
      if (before != null) {
        assertThat(point.planned()).as("%s: what is planned never shrinks", where).isGreaterThanOrEqualTo(before);
      }
      before = point.planned();
      assertThat(point.earned() == null).as(where).isEqualTo(point.on().isAfter(today));
      assertThat(point.forecast() == null).as(where).isEqualTo(point.on().isBefore(today));
    }
    var last = curve.points().getLast();
    assertThat(last.planned().subtract(curve.figures().budget()).abs()).as("%s: at the end all is planned", where).isLessThan(cent);
    var forecast = last.forecast();
    assertThat(forecast).isNotNull();
    if (last.on().isAfter(today)) {
      assertThat(forecast.subtract(curve.figures().budget()).abs()).as("%s: and expected", where).isLessThan(cent);
    }
  }

  /** Most activities begin in their year; of those that do not, something is left. */
  private static int carried(Random random) {
    return random.nextInt(3) == 0 ? random.nextInt(100) : 0;
  }

  private static List<Task> drawn(Random random, LocalDate today) {
    var tasks = new ArrayList<Task>();
    for (int number = 0; number < 6; number++) {
      var start = FIRST.plusDays(random.nextInt(60));
      var finish = start.plusDays(random.nextInt(40));
      var reported = new ArrayList<Reported>();
      int percent = 0;
      for (var day = start; day.isBefore(today); day = day.plusDays(9)) {
        percent = Math.min(100, percent + random.nextInt(30));
        reported.add(new Reported(day, percent));
      }
      var forecast = start.isBefore(today) && finish.isBefore(today) ? today.plusDays(5) : finish;
      tasks.add(new Task("A" + number, start, finish, start, forecast, carried(random), reported));
    }
    return tasks;
  }
}
