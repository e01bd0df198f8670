package org.xingfuli.programme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.Verifier;
import org.xingfuli.programme.LossReason;
import org.xingfuli.programme.State;

/** A frozen plan, what really happens to it, and why its dates move. */
class ForecastTest {

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  @DisplayName("a plan never asks for more crews than there are (seeded)")
  void aPlanNeverAsksForMoreCrewsThanThereAre(long seed) {
    var basis = ADistrict.of(12, seed);
    assertThat(Verifier.violations(ProgrammeNetwork.of(basis, ADistrict.CALENDAR).network(), ADistrict.planned(basis)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  @DisplayName("without progress and at the plan's first day the forecast is the frozen plan (seeded)")
  void withoutProgressTheForecastIsTheFrozenPlan(long seed) {
    var basis = ADistrict.of(12, seed);
    var plan = ADistrict.planned(basis);
    assertThat(Forecast.of(basis, ADistrict.CALENDAR, plan, Map.of(), basis.starts()).timetable()).isEqualTo(plan);
  }

  @Test
  void threeDaysLostToRainMoveTheFinishByThreeDaysAndSayWhy() {
    var basis = ADistrict.ofTheReferenceEstate(PlanningRules.CALENDAR_DAYS);
    var plan = ADistrict.planned(basis);
    var horizon = Horizon.of(basis.starts(), basis.year());
    var scaffold = numberOf(basis, "F01");
    var on = horizon.date(plan.start(scaffold) + 9);
    var progress = upTo(basis, plan, horizon, on);
    progress.put(scaffold, Progress.of(List.of(
        new Progress.Report(on, 10, 3, LossReason.RAIN, horizon.date(plan.start(scaffold)), null))));
    var forecast = Forecast.of(basis, ADistrict.CALENDAR, plan, progress, on.plusDays(1));
    assertThat(forecast.timetable().finish(scaffold)).isEqualTo(plan.finish(scaffold) + 3);
    assertThat(new Explanation(forecast).finish(scaffold)).singleElement().satisfies(step -> {
      assertThat(step.reason()).isEqualTo(LossReason.RAIN);
      assertThat(step.days()).isEqualTo(3);
    });
  }

  @Test
  void whatHasStartedWaitsForNothingAsIfThePlanHadBeenExpandedWithoutItsWaits() {
    var basis = ADistrict.ofTheReferenceEstate(PlanningRules.CALENDAR_DAYS);
    var plan = ADistrict.planned(basis);
    var on = Horizon.of(basis.starts(), basis.year()).date(plan.start(numberOf(basis, "F01")) + 9);
    var progress = upTo(basis, plan, Horizon.of(basis.starts(), basis.year()), on);
    var network = Forecast.expanded(basis, ADistrict.CALENDAR, on);
    var started = progress.entrySet().stream().filter(known -> known.getValue().started())
        .map(Map.Entry::getKey).collect(Collectors.toSet());
    var wanted = ProgrammeNetwork.of(basis, ADistrict.CALENDAR, network.horizon(), Map.of(), null, started).network();
    assertThat(started).isNotEmpty();
    assertThat(Forecast.of(network, plan, progress, on).open().links()).isEqualTo(wanted.links())
        .hasSizeLessThan(network.network().links().size());
  }

  @Test
  void everyLateNodeStandsAtTheEndOfACriticalChainAndNotOnlyTheTightest() {
    var basis = ADistrict.ofTheReferenceEstate(PlanningRules.CALENDAR_DAYS);
    var plan = ADistrict.planned(basis);
    var horizon = Horizon.of(basis.starts(), basis.year());
    var roof = numberOf(basis, "R01");
    var on = horizon.date(plan.start(roof) + 4);
    var progress = upTo(basis, plan, horizon, on);
    var lost = new Progress.Report(on, 0, 90, LossReason.MATERIAL, null, null);
    progress.put(numberOf(basis, "R05"), Progress.of(List.of(lost)));
    var clearing = numberOf(basis, "D04");
    var stopped = new Progress.Report(on, 5, 60, LossReason.RESIDENTS, horizon.date(plan.start(clearing)), null);
    progress.put(clearing, Progress.of(List.of(stopped)));
    var rows = new ForecastRows(
        Forecast.of(basis, ADistrict.CALENDAR, plan, progress, on.plusDays(1)), List.of());
    var late = rows.nodes().stream().filter(node -> node.state() == State.LATE)
        .map(node -> basis.nodes().stream().filter(each -> each.id().equals(node.nodeId())).findFirst().orElseThrow())
        .map(ProgrammeNode::activityCode).distinct().toList();
    assertThat(late).hasSizeGreaterThan(1);
    assertThat(rows.activities().stream().filter(ForecastActivity::critical)
        .map(row -> basis.templateOf(row.position()).code())).containsAll(late);
  }

  @Test
  void aProjectIsAsFarAsItsPlannedDaysAreDoneAndIsWantedAsFarAsTheyHavePassed() {
    var basis = ADistrict.ofTheReferenceEstate(PlanningRules.CALENDAR_DAYS);
    var plan = ADistrict.planned(basis);
    var horizon = Horizon.of(basis.starts(), basis.year());
    var on = horizon.date(plan.start(numberOf(basis, "R01")) + 4);
    var progress = upTo(basis, plan, horizon, on);
    var days = 0.0;
    var done = 0.0;
    var passed = 0.0;
    for (int activity = 0; activity < basis.size(); activity++) {
      days += plan.finish(activity) - plan.start(activity);
      done += progress.containsKey(activity)
          ? progress.get(activity).percent() / 100.0 * (plan.finish(activity) - plan.start(activity)) : 0;
      passed += Math.clamp(horizon.day(on) - plan.start(activity), 0, plan.finish(activity) - plan.start(activity));
    }
    var rows = new ForecastRows(Forecast.of(basis, ADistrict.CALENDAR, plan, progress, on), List.of());
    assertThat(rows.shares()).singleElement().satisfies(share ->
        assertThat(share.done()).isBetween(1, 99));
    assertThat(rows.shares().getFirst().done()).isEqualTo((int) Math.round(100 * done / days));
    assertThat(rows.shares().getFirst().planned()).isEqualTo((int) Math.round(100 * passed / days));
    var over = new ForecastRows(
        Forecast.of(basis, ADistrict.CALENDAR, plan, Map.of(), LocalDate.of(2026, 3, 2)), List.of());
    assertThat(over.shares().getFirst().done()).isZero();
    assertThat(over.shares().getFirst().planned()).isEqualTo(100);
  }

  @Test
  void aYearLeftUnfinishedIsStillForecastLongAfterItsEnd() {
    var basis = ADistrict.of(5, 41);
    var plan = ADistrict.planned(basis);
    var today = LocalDate.of(2026, 3, 2);
    var forecast = Forecast.of(basis, ADistrict.CALENDAR, plan, Map.of(), today);
    assertThat(forecast.finish(numberOf(basis, "Q04"))).isAfter(today);
    assertThat(new ForecastRows(forecast, List.of()).nodes()).allMatch(node -> node.state() == State.LATE);
  }

  @Test
  void daysLostBeforeTheStartPushTheStart() {
    var basis = ADistrict.ofTheReferenceEstate(PlanningRules.CALENDAR_DAYS);
    var plan = ADistrict.planned(basis);
    var horizon = Horizon.of(basis.starts(), basis.year());
    var gas = numberOf(basis, "U06");
    var on = horizon.date(plan.start(gas) - 1);
    var progress = upTo(basis, plan, horizon, on);
    progress.put(gas, Progress.of(List.of(new Progress.Report(on, 0, 6, LossReason.PERMIT, null, null))));
    var forecast = Forecast.of(basis, ADistrict.CALENDAR, plan, progress, on.plusDays(1));
    assertThat(forecast.timetable().start(gas)).isEqualTo(plan.start(gas) + 6);
    assertThat(new Explanation(forecast).finish(gas)).singleElement()
        .satisfies(step -> assertThat(step.reason()).isEqualTo(LossReason.PERMIT));
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36})
  @DisplayName("every waterfall adds up exactly, whatever was reported (seeded)")
  void everyWaterfallAddsUpExactly(long seed) {
    var random = new Random(seed);
    var basis = ADistrict.of(10, seed);
    var plan = ADistrict.planned(basis);
    var horizon = Horizon.of(basis.starts(), basis.year());
    var today = LocalDate.of(2022, 2, 1).plusDays(random.nextInt(120));
    var progress = new HashMap<Integer, Progress>();
    for (int activity = 0; activity < basis.size(); activity++) {
      var start = horizon.date(plan.start(activity)).plusDays(random.nextInt(9) - 2);
      if (start.isBefore(today) && random.nextInt(10) > 0) {
        progress.put(activity, drawn(random, start, horizon.date(plan.finish(activity)), today));
      }
    }
    var forecast = Forecast.of(basis, ADistrict.CALENDAR, plan, progress, today);
    assertThat(Verifier.violations(forecast.open(), forecast.timetable(), forecast.actuals())).isEmpty();
    var explanation = new Explanation(forecast);
    for (int activity = 0; activity < basis.size(); activity++) {
      assertThat(explanation.finish(activity).stream().mapToInt(Explanation.Step::days).sum())
          .as("activity %s, seed %s", activity, seed).isEqualTo(explanation.shift(activity));
    }
  }

  private static Progress drawn(Random random, LocalDate start, LocalDate planned, LocalDate today) {
    var lost = random.nextInt(6);
    var reason = LossReason.values()[random.nextInt(LossReason.values().length)];
    var finish = planned.plusDays(random.nextInt(7) - 2);
    var finished = finish.isBefore(today) && !finish.isBefore(start) && random.nextInt(8) > 0;
    var first = new Progress.Report(start.minusDays(1), 0, random.nextInt(3), reason, null, null);
    var then = finished
        ? new Progress.Report(finish, 100, lost, reason, start, finish)
        : new Progress.Report(today.minusDays(1), random.nextInt(99), lost, reason, start, null);
    return Progress.of(List.of(first, then));
  }

  /** Everything planned before the day went as planned. */
  private static Map<Integer, Progress> upTo(Basis basis, Timetable plan, Horizon horizon, LocalDate on) {
    var progress = new HashMap<Integer, Progress>();
    for (int activity = 0; activity < basis.size(); activity++) {
      var start = horizon.date(plan.start(activity));
      var last = horizon.date(plan.finish(activity) - 1);
      if (last.isBefore(on)) {
        progress.put(activity, Progress.of(List.of(new Progress.Report(last, 100, 0, null, start, last))));
      } else if (start.isBefore(on)) {
        var done = 100 * (horizon.day(on) - plan.start(activity) + 1) / (plan.finish(activity) - plan.start(activity));
        progress.put(activity, Progress.of(List.of(new Progress.Report(on, done, 0, null, start, null))));
      }
    }
    return progress;
  }

  private static int numberOf(Basis basis, String code) {
    for (int activity = 0; activity < basis.template().size(); activity++) {
      if (basis.template().get(activity).code().equals(code)) {
        return activity;
      }
    }
    throw new AssertionError(code);
  }
}
