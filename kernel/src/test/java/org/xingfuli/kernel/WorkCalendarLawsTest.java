package org.xingfuli.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

/** What holds for every date and every count, whatever the calendar says. */
class WorkCalendarLawsTest {

  private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

  private final WorkCalendar calendar = WorkCalendar.statutory();

  @SeededTest
  void countingOnInTwoStepsIsCountingOnInOne(long seed) {
    var dice = new Dice(seed);
    var date = dice.date(FIRST, LAST);
    int a = dice.between(0, 120);
    int b = dice.between(0, 120);
    assertThat(plus(plus(date, a), b)).isEqualTo(plus(date, a + b));
    assertThat(minus(minus(date, a), b)).isEqualTo(minus(date, a + b));
  }

  @SeededTest
  void countingBackUndoesCountingOnFromAWorkday(long seed) {
    var dice = new Dice(seed);
    var date = dice.date(FIRST, LAST);
    int n = dice.between(1, 240);
    assertThat(minus(plus(date, n), n)).isEqualTo(calendar.lastWorkdayOnOrBefore(date).date());
    assertThat(plus(minus(date, n), n)).isEqualTo(calendar.nextWorkdayOnOrAfter(date).date());
  }

  @SeededTest
  void theDayCountedOnToIsSoManyWorkdaysAwayAndIsOneItself(long seed) {
    var dice = new Dice(seed);
    var date = dice.date(FIRST, LAST);
    int n = dice.between(1, 240);
    assertThat(calendar.workdaysBetween(date, plus(date, n))).isEqualTo(n);
    assertThat(calendar.isWorkday(plus(date, n))).isTrue();
    assertThat(calendar.workdaysWithin(date.plusDays(1), plus(date, n))).isEqualTo(n);
  }

  @SeededTest
  void workdaysAreNeitherLostNorFoundByCountingThroughAThirdDay(long seed) {
    var dice = new Dice(seed);
    var a = dice.date(FIRST, LAST);
    var b = dice.date(FIRST, LAST);
    var c = dice.date(FIRST, LAST);
    assertThat(calendar.workdaysBetween(a, b) + calendar.workdaysBetween(b, c))
        .isEqualTo(calendar.workdaysBetween(a, c));
    assertThat(calendar.workdaysBetween(b, a)).isEqualTo(-calendar.workdaysBetween(a, b));
  }

  @SeededTest
  void theTableCountsWhatLookingAtEachDayCounts(long seed) {
    var dice = new Dice(seed);
    var from = dice.date(FIRST, LAST);
    var to = from.plusDays(dice.between(0, 300));
    var looked = from.datesUntil(to.plusDays(1)).filter(calendar::isWorkday).count();
    assertThat(calendar.workdaysWithin(from, to)).isEqualTo((int) looked);
  }

  @SeededTest
  void noLawfulDayLiesBetweenADateAndTheNearestLawfulDays(long seed) {
    var dice = new Dice(seed);
    var date = dice.date(FIRST, LAST);
    var bar = dice.pick(EnforcementBar.class);
    var last = calendar.lastLawfulEnforcementDayOnOrBefore(date, bar).date();
    var next = calendar.firstLawfulEnforcementDayOnOrAfter(date, bar).date();
    var lawful = last.datesUntil(next.plusDays(1)).filter(d -> bar.allows(calendar.typeOf(d)));
    assertThat(lawful.toList()).isEqualTo(last.equals(next) ? List.of(last) : List.of(last, next));
  }

  private LocalDate plus(LocalDate date, int n) {
    return calendar.plusWorkdays(date, n).date();
  }

  private LocalDate minus(LocalDate date, int n) {
    return calendar.minusWorkdays(date, n).date();
  }
}
