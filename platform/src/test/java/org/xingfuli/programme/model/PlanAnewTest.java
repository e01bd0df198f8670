package org.xingfuli.programme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.programme.PlanRule;

/** A plan computed in the middle of its year, from what has been reported; a failing seed stands in the display name. */
class PlanAnewTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 8);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void onItsFirstDayTheForecastOfAPlanComputedAnewCountsNoDayLostBeforeItASecondTime(long seed) {
    var forecast = DraftOutcomeTest.standing(5, seed, true);
    var standing = new HashMap<Integer, Progress>();
    forecast.progress().forEach(standing::put);
    var fresh = ADistrict.of(5, seed);
    var basis = fresh.adopting(fresh.adopted().knowing(fresh, standing));
    var plan = Planning.plan(basis, ADistrict.CALENDAR, PlanRule.BEST, seed, standing, forecast.dataDate());
    var next = Forecast.of(basis, ADistrict.CALENDAR, plan.timetable(), standing, forecast.dataDate());
    var nothingLost = new HashMap<>(standing);
    nothingLost.values().removeIf(known -> !known.started());
    assertThat(nothingLost).hasSizeLessThan(standing.size());
    var same = Forecast.of(basis, ADistrict.CALENDAR, plan.timetable(), nothingLost, forecast.dataDate());
    for (int activity = 0; activity < basis.size(); activity++) {
      assertThat(next.start(activity)).as("start of " + activity).isEqualTo(same.start(activity));
    }
  }
}
