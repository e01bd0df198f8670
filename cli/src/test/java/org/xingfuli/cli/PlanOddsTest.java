package org.xingfuli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.pace.Pace;
import org.xingfuli.exchange.plans.PlanFile;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.model.Programme.Due;
import org.xingfuli.exchange.plans.model.Programme.Pool;
import org.xingfuli.exchange.plans.model.Programme.Tie;
import org.xingfuli.exchange.plans.model.WorkDays;
import org.xingfuli.kernel.Dice;
import org.xingfuli.kernel.SeededTest;

/** Laws of a programme's probabilities, on programmes drawn by seed. */
class PlanOddsTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Pace CERTAIN = new Pace(100, 100, 30, 20);
  private static final WorkDays WEEKDAYS =
      new WorkDays("周一至周五", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), new TreeMap<>());

  /** Two projects of one name, crews of two streets, lags worked on weekdays, some dates tight and some not. */
  private static Programme drawn(long seed) {
    Dice dice = new Dice(seed);
    int size = dice.between(2, 14);
    List<Activity> activities = new ArrayList<>();
    List<Tie> ties = new ArrayList<>();
    List<Due> dues = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<Demand> demands = dice.oneIn(3) ? List.of() : List.of(new Demand(dice.between(0, 1), 1));
      activities.add(activity("A" + i, i % 2, dice.between(0, 9), dice.between(0, 1), demands));
      if (i > 0 && !dice.oneIn(4)) {
        ties.add(new Tie(dice.between(0, i - 1), i, dice.pick(Link.Kind.class), dice.between(0, 4), dice.between(0, 1)));
      }
      if (i == size - 1 || dice.oneIn(3)) {
        dues.add(new Due("M" + i, i, MONDAY.plusDays(dice.between(0, 5 * i + 12)), 1));
      }
    }
    return programme(activities, ties, dues);
  }

  private static Activity activity(String id, int project, int days, int calendar, List<Demand> demands) {
    return new Activity(id, "", id, List.of(), project, days, calendar, null, false, demands, null, null, null);
  }

  private static Programme programme(List<Activity> activities, List<Tie> ties, List<Due> dues) {
    return new Programme("年度计划", MONDAY, List.of("北苑", "北苑"), List.of(WorkDays.everyDay("每天"), WEEKDAYS),
        List.of(new Pool("C1@东街", "架子工", new TreeMap<>(Map.of(MONDAY, 1))),
            new Pool("C1@西街", "架子工", new TreeMap<>(Map.of(MONDAY, 1)))), activities, ties, dues, Set.of());
  }

  private static PlanFile file(Programme programme) {
    return new PlanFile(PlanFile.Format.WORKBOOK, programme.network(), 0, programme.projects().size(), programme, List.of());
  }

  private static Timetable planned(Programme programme) {
    return Scheduler.schedule(programme.network(), Objective.nodes()).timetable();
  }

  private static PlanOdds odds(Programme programme, Timetable timetable, Pace pace, long seed, int threads) {
    return Objects.requireNonNull(PlanOdds.of(file(programme), timetable, pace, seed, threads));
  }

  private static Programme later(Programme programme, int due, int days) {
    List<Due> dues = new ArrayList<>(programme.dues());
    Due old = dues.get(due);
    dues.set(due, new Due(old.code(), old.activity(), old.by().plusDays(days), old.weight()));
    return programme(programme.activities(), programme.ties(), dues);
  }

  @SeededTest
  void aDateMovedLaterIsNeverLessLikelyAndNoOtherDateIsTouched(long seed) {
    Programme before = drawn(seed);
    Timetable timetable = planned(before);
    int due = new Dice(seed).between(0, before.dues().size() - 1);
    PlanOdds now = odds(before, timetable, Pace.ASSUMED, seed, 1);
    PlanOdds then = odds(later(before, due, 1 + (int) seed % 5), timetable, Pace.ASSUMED, seed, 1);
    for (int n = 0; n < now.nodes().size(); n++) {
      if (n == due) {
        assertThat(then.nodes().get(n)).isGreaterThanOrEqualTo(now.nodes().get(n));
      } else {
        assertThat(then.nodes().get(n)).isEqualTo(now.nodes().get(n));
      }
    }
    assertThat(then.all()).isGreaterThanOrEqualTo(now.all());
    assertThat(now.nodes()).allMatch(each -> each >= now.all());
  }

  @SeededTest
  void whereNothingIsUncertainADateIsKeptOrNotAsThePlanSays(long seed) {
    Programme programme = drawn(seed);
    Timetable timetable = planned(programme);
    PlanOdds odds = odds(programme, timetable, CERTAIN, seed, 1);
    for (int n = 0; n < programme.dues().size(); n++) {
      Due due = programme.dues().get(n);
      boolean kept = timetable.finish(due.activity()) <= programme.period(due.by()) + 1;
      // The order followed never ends later than the plan where the plan waits for nothing.
      assertThat(odds.nodes().get(n)).isIn(0.0, 1.0).isGreaterThanOrEqualTo(kept ? 1 : 0);
    }
    assertThat(odds.all()).isIn(0.0, 1.0);
  }

  @SeededTest
  void theSameSeedGivesTheSameAnswerOnAnyNumberOfThreads(long seed) {
    Programme programme = drawn(seed);
    Timetable timetable = planned(programme);
    assertThat(odds(programme, timetable, Pace.ASSUMED, seed, 2)).isEqualTo(odds(programme, timetable, Pace.ASSUMED, seed, 1));
  }

  @Test
  void aWaitTakesNoLongerBecauseWorkIsSlow() {
    // A milestone, then ten weekdays of curing, then a milestone: Monday the 2nd to the evening of Friday the 13th.
    List<Activity> activities = List.of(activity("poured", 0, 0, 0, List.of()), activity("hard", 0, 0, 0, List.of()));
    List<Tie> ties = List.of(new Tie(0, 1, Link.Kind.FS, 10, 1));
    Programme tight = programme(activities, ties, List.of(new Due("M", 1, MONDAY.plusDays(11), 1)));
    Programme late = programme(activities, ties, List.of(new Due("M", 1, MONDAY.plusDays(10), 1)));
    assertThat(odds(tight, planned(tight), Pace.ASSUMED, 1, 1).all()).isOne();
    assertThat(odds(late, planned(late), Pace.ASSUMED, 1, 1).all()).isZero();
  }

  @Test
  void allDatesTogetherAreWorthWhatTheyHaveInCommon() {
    // Two dates at one activity: the earlier decides. Two activities of two projects and no crew: nearly independent.
    List<Activity> activities = List.of(activity("A", 0, 20, 0, List.of()), activity("B", 1, 20, 0, List.of()));
    Due own = new Due("M1", 0, MONDAY.plusDays(19), 1);
    Programme twice = programme(activities, List.of(), List.of(own, new Due("M2", 0, MONDAY.plusDays(22), 1)));
    Programme both = programme(activities, List.of(), List.of(own, new Due("M1", 1, MONDAY.plusDays(19), 1)));
    PlanOdds nested = odds(twice, planned(twice), Pace.ASSUMED, 1, 1);
    assertThat(nested.all()).isEqualTo(nested.nodes().get(0)).isStrictlyBetween(0.1, 0.5);
    PlanOdds apart = odds(both, planned(both), Pace.ASSUMED, 1, 1);
    assertThat(apart.all()).isStrictlyBetween(0.03, 0.8 * apart.nodes().get(0));
  }

  @Test
  void withoutADateThereIsNothingToSay() {
    Programme programme = programme(List.of(activity("A", 0, 3, 0, List.of())), List.of(), List.of());
    assertThat(PlanOdds.of(file(programme), planned(programme), Pace.ASSUMED, 1, 1)).isNull();
  }
}
