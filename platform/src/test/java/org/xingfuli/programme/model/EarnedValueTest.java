package org.xingfuli.programme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
        new Task("R01", FIRST, FIRST.plusDays(9), FIRST, FIRST.plusDays(14), List.of(new Reported(FIRST.plusDays(9), 50))),
        new Task("F01", FIRST.plusDays(10), FIRST.plusDays(39), FIRST.plusDays(15), FIRST.plusDays(44), List.of()));
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
      tasks.add(new Task("A" + number, start, finish, start, forecast, reported));
    }
    return tasks;
  }
}
