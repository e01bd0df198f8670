package org.xingfuli.command.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.xingfuli.command.model.FigureRule.Amount;
import org.xingfuli.command.model.FigureRule.Kind;
import org.xingfuli.command.model.FigureRule.Span;
import org.xingfuli.programme.PlannedQuantity;
import org.xingfuli.programme.PlannedWork;
import org.xingfuli.programme.Words;

/** The statutory tables count how much of each work is planned, done, and done in the period. */
class QuantitiesTest {

  private static final LocalDate FIRST = LocalDate.of(2022, 4, 1);
  private static final LocalDate DAY = LocalDate.of(2022, 4, 30);
  private final List<StoredChart.Row> rows = new ArrayList<>();
  private final List<PlannedQuantity> quantities = new ArrayList<>();

  private UUID project(boolean planned) {
    var id = UUID.randomUUID();
    rows.add(new StoredChart.Row(id, "P" + rows.size(), "项目" + rows.size(), "A", "A", 1, 2, 100, null, null, null, 0, 0, planned));
    return id;
  }

  private void roofs(UUID project, String quantity, String unit) {
    quantities.add(new PlannedQuantity(project, "W01", Words.of("屋面", "Roofs"), unit, new BigDecimal(quantity), true,
        List.of("R01", "R02")));
  }

  /** Planned to last so many days, and reported so far. */
  private static PlannedWork work(UUID project, String code, int days, int percent) {
    return work(project, code, days, percent, 0);
  }

  private static PlannedWork work(UUID project, String code, int days, int percent, int carried) {
    return new PlannedWork(project, UUID.randomUUID(), code, Words.of(code, code), FIRST, FIRST.plusDays(days - 1), FIRST, null,
        percent, carried, DAY, Map.of(), Map.of());
  }

  private static FigureRule rule(Measure measure, Span span) {
    return new FigureRule(Kind.STATISTIC, "B20", "PROGRESS", 1, Words.of("屋面", "Roofs"), measure, "W01", Amount.PROJECTS, span,
        Words.of("㎡", "m²"), 0, 0, 0, true, "test", 1);
  }

  private Figure figure(Measure measure, Span span, List<PlannedWork> before, List<PlannedWork> now) {
    var rule = rule(measure, span);
    return Figure.of(rule, new Counting(new Facts(new StoredChart(UUID.randomUUID(), 2022, "", 1, DAY, 7, true, Instant.EPOCH,
        List.of(), rows, List.of(), null), now, before, quantities, List.of(), FIRST, DAY, DAY)).rows(rule));
  }

  @Test
  void onlyProjectsOfTheFrozenPlanArePlannedAndAllOfTheYearStandBelow() {
    roofs(project(true), "6000", "㎡");
    roofs(project(false), "2000", "㎡");
    var planned = figure(Measure.QUANTITY_PLANNED, Span.TOTAL, List.of(), List.of());
    assertThat(planned.value()).isEqualTo(6000);
    assertThat(planned.denominator()).isEqualTo(8000);
  }

  @Test
  void whatIsDoneIsTheQuantityTimesThePercentOfItsActivitiesWeighedByTheirDays() {
    var project = project(true);
    roofs(project, "6000", "㎡");
    var now = List.of(work(project, "R01", 30, 100), work(project, "R02", 10, 20), work(project, "F01", 99, 100));
    var done = figure(Measure.QUANTITY_DONE, Span.TOTAL, List.of(), now);
    assertThat(done.value()).isEqualTo(6000 * (30 + 2) / 40.0);
    assertThat(done.denominator()).isEqualTo(6000);
  }

  @Test
  void ofWhatWasCarriedOverTheRestOfTheQuantityIsDoneByTheRestOfItsActivities() {
    var project = project(true);
    roofs(project, "2000", "㎡"); // what was left of it
    var came = List.of(work(project, "R01", 30, 100, 100), work(project, "R02", 10, 50, 50));
    var now = List.of(work(project, "R01", 30, 100, 100), work(project, "R02", 10, 75, 50));
    assertThat(figure(Measure.QUANTITY_DONE, Span.TOTAL, List.of(), came).value()).isZero();
    assertThat(figure(Measure.QUANTITY_DONE, Span.TOTAL, List.of(), now).value()).as("half of what was left").isEqualTo(1000);
  }

  @Test
  void aBudgetInAnotherUnitIsShownAndNotCounted() {
    var project = project(true);
    roofs(project, "6", "千㎡");
    var figure = figure(Measure.QUANTITY_PLANNED, Span.TOTAL, List.of(), List.of());
    assertThat(figure.denominator()).isZero();
    assertThat(figure.rows()).isEqualTo(1);
  }

  @RepeatedTest(50)
  void whatIsDoneInThePeriodIsWhatIsDoneNowLessWhatWasDoneBefore(RepetitionInfo repetition) {
    var seed = repetition.getCurrentRepetition();
    var random = new Random(seed);
    var before = new ArrayList<PlannedWork>();
    var now = new ArrayList<PlannedWork>();
    for (int at = 0; at < 4; at++) {
      var project = project(true);
      roofs(project, Integer.toString(random.nextInt(1, 9000)), "㎡");
      for (var code : List.of("R01", "R02")) {
        var days = random.nextInt(1, 40);
        var then = random.nextInt(101);
        before.add(work(project, code, days, then));
        now.add(work(project, code, days, random.nextInt(then, 101)));
      }
    }
    var total = figure(Measure.QUANTITY_DONE, Span.TOTAL, before, now);
    var earlier = figure(Measure.QUANTITY_DONE, Span.TOTAL, List.of(), before);
    var period = figure(Measure.QUANTITY_DONE, Span.PERIOD, before, now);
    assertThat(period.numerator()).as("seed %d", seed).isCloseTo(total.numerator() - earlier.numerator(), within(1.0));
    assertThat(total.numerator()).as("seed %d", seed).isBetween(earlier.numerator(), total.denominator());
  }
}
