package org.xingfuli.appeal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Dice;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.SeededTest;
import org.xingfuli.kernel.TimeLimit;
import org.xingfuli.kernel.TimeLimit.Roll;
import org.xingfuli.kernel.TimeLimit.Unit;
import org.xingfuli.kernel.WorkCalendar;

/** What holds for every clock, whatever its limit, its start and what is done with it. */
class ClockLawsTest {

  private static final WorkCalendar CALENDAR = WorkCalendar.statutory();
  private static final List<Unit> UNITS =
      List.of(Unit.MINUTES, Unit.HOURS, Unit.CALENDAR_DAYS, Unit.WORKING_DAYS, Unit.MONTHS);

  private static TimeLimit limit(Dice dice) {
    var unit = dice.pick(UNITS);
    return new TimeLimit(dice.between(1, unit == Unit.MONTHS ? 6 : 60), unit,
        unit.ofTheClock() ? Roll.NONE : dice.pick(Roll.class));
  }

  private static Instant moment(Dice dice) {
    return dice.date(Given.day("2021-01-01"), Given.day("2024-12-31")).atStartOfDay(BusinessClock.ZONE).toInstant()
        .plusSeconds(dice.between(0, 86_399));
  }

  private static Clock clock(Dice dice, TimeLimit limit, Instant at) {
    var most = new TimeLimit(dice.between(1, 30), limit.unit(), Roll.NONE);
    return Clock.start(new UUID(0, 1), new UUID(0, 2), 1, Given.rule(limit, most, new Warning.AtShare(dice.between(1, 99))),
        Clock.day(at), at, CALENDAR);
  }

  /** A moment from the start to the end of the clock. */
  private static Instant within(Dice dice, Clock clock) {
    var from = clock.pauses().isEmpty() ? clock.startedAt() : clock.pauses().getLast().to();
    long seconds = Duration.between(from, clock.deadline().dueAt()).toSeconds();
    return from == null ? clock.startedAt() : from.plusSeconds(dice.between(0L, Math.max(0L, seconds)));
  }

  private static Clock pausedAndRunning(Dice dice, Clock clock) {
    var from = within(dice, clock);
    return clock.pause(from, dice.pick(PauseReason.class)).resume(from.plusSeconds(dice.between(0, 40 * 86_400)), CALENDAR);
  }

  @SeededTest
  void aLongerLimitNeverEndsEarlier(long seed) {
    var dice = new Dice(seed);
    var limit = limit(dice);
    var at = moment(dice);
    var longer = new TimeLimit(limit.amount() + dice.between(0, 10), limit.unit(), limit.roll());
    assertThat(clock(dice, longer, at).deadline().dueAt()).isAfterOrEqualTo(clock(dice, limit, at).deadline().dueAt());
  }

  @SeededTest
  void aPauseNeverBringsTheEndForwardAndALongerOneNeverEndsEarlier(long seed) {
    var dice = new Dice(seed);
    var clock = clock(dice, limit(dice), moment(dice));
    for (int n = dice.between(1, 3); n > 0; n--) {
      var from = within(dice, clock);
      var standing = clock.pause(from, PauseReason.FORCE_MAJEURE);
      var on = from.plusSeconds(dice.between(0, 40 * 86_400));
      var shorter = standing.resume(on, CALENDAR);
      assertThat(shorter.deadline().dueAt()).isAfterOrEqualTo(clock.deadline().dueAt()).isAfterOrEqualTo(on);
      assertThat(standing.resume(on.plusSeconds(dice.between(0, 86_400)), CALENDAR).deadline().dueAt())
          .isAfterOrEqualTo(shorter.deadline().dueAt());
      clock = shorter;
    }
  }

  @SeededTest
  void aPauseWithinOneDayChangesNothingForALimitInDays(long seed) {
    var dice = new Dice(seed);
    var unit = dice.pick(List.of(Unit.CALENDAR_DAYS, Unit.WORKING_DAYS, Unit.MONTHS));
    var clock = clock(dice, new TimeLimit(dice.between(1, 12), unit, dice.pick(Roll.class)), moment(dice));
    var from = within(dice, clock).minusSeconds(1);
    from = from.isBefore(clock.startedAt()) ? clock.startedAt() : from;
    var midnight = Clock.day(from).plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant();
    var to = from.plusSeconds(dice.between(0L, Duration.between(from, midnight).toSeconds() - 1));
    var moved = clock.pause(from, PauseReason.AT_REQUEST).resume(to, CALENDAR);
    assertThat(moved.deadline()).isEqualTo(clock.deadline());
    assertThat(moved.warnAt()).isEqualTo(clock.warnAt());
  }

  @SeededTest
  void aLimitOfTheClockMovesOnByExactlyTheTimeItStood(long seed) {
    var dice = new Dice(seed);
    var clock = clock(dice, TimeLimit.minutes(dice.between(1, 3000)), moment(dice));
    var from = within(dice, clock);
    var stood = Duration.ofSeconds(dice.between(0, 40 * 86_400));
    assertThat(clock.pause(from, PauseReason.AT_REQUEST).resume(from.plus(stood), CALENDAR).deadline().dueAt())
        .isEqualTo(clock.deadline().dueAt().plus(stood));
  }

  @SeededTest
  void usedAndLeftAreTheWholeLimitAndNothingIsUsedAtTheStart(long seed) {
    var dice = new Dice(seed);
    var clock = clock(dice, limit(dice), moment(dice));
    var start = clock.standing(clock.startedAt(), CALENDAR);
    assertThat(start.used()).isZero();
    assertThat(start.course()).isEqualTo(Course.ON_TIME);
    if (dice.oneIn(2)) {
      clock = pausedAndRunning(dice, clock);
    }
    for (int n = 0; n < 10; n++) {
      var now = clock.startedAt().plusSeconds(dice.between(0, 200 * 86_400));
      var standing = clock.standing(now, CALENDAR);
      assertThat(standing.used() + standing.left()).isEqualTo(standing.total());
      assertThat(standing.share()).isBetween(0.0, 1.0);
      assertThat(standing.course() == Course.OVERDUE).isEqualTo(now.isAfter(clock.deadline().dueAt()));
      if (standing.left() > 0) {
        assertThat(standing.course()).isNotEqualTo(Course.OVERDUE);
      }
    }
  }

  @SeededTest
  void timeDoesNotGoBackWhileAClockRuns(long seed) {
    var dice = new Dice(seed);
    var clock = clock(dice, limit(dice), moment(dice));
    var one = clock.startedAt().plusSeconds(dice.between(0, 200 * 86_400));
    var later = one.plusSeconds(dice.between(0, 20 * 86_400));
    assertThat(clock.standing(later, CALENDAR).used()).isGreaterThanOrEqualTo(clock.standing(one, CALENDAR).used());
  }

  @SeededTest
  void theDayItStartsOnNeverCounts(long seed) {
    var dice = new Dice(seed);
    var unit = dice.pick(List.of(Unit.CALENDAR_DAYS, Unit.WORKING_DAYS, Unit.MONTHS));
    var limit = new TimeLimit(dice.between(1, 12), unit, Roll.NONE);
    var at = moment(dice);
    var morning = Clock.day(at).atStartOfDay(BusinessClock.ZONE).toInstant();
    var clock = clock(dice, limit, at);
    assertThat(clock.deadline().dueAt()).isEqualTo(clock(dice, limit, morning).deadline().dueAt())
        .isEqualTo(clock(dice, limit, morning.plusSeconds(86_399)).deadline().dueAt());
    assertThat(clock.standing(morning.plusSeconds(86_399), CALENDAR).used()).isZero();
  }

  @SeededTest
  void anExtensionNeverGoesBeyondTheMostAndNeverBringsTheEndForward(long seed) {
    var dice = new Dice(seed);
    var clock = clock(dice, limit(dice), moment(dice));
    var most = clock.rule().mostExtension();
    assertThat(most).isNotNull();
    int allowed = most == null ? 0 : most.amount();
    var asked = within(dice, clock);
    var more = new TimeLimit(dice.between(0, 40), clock.rule().limit().unit(), Roll.NONE);
    if (more.amount() < 1 || more.amount() > allowed) {
      assertThatThrownBy(() -> clock.extend(more, asked, Given.STREET, asked, CALENDAR)).isInstanceOf(Refused.class);
      return;
    }
    var extended = clock.extend(more, asked, Given.STREET, asked, CALENDAR);
    assertThat(extended.deadline().dueAt()).isAfterOrEqualTo(clock.deadline().dueAt());
    if (clock.rule().limit().unit() != Unit.MONTHS) {
      var whole = new TimeLimit(clock.rule().limit().amount() + more.amount(), more.unit(), clock.rule().limit().roll());
      assertThat(extended.deadline().dueAt()).as("as if it had been so long from the start")
          .isEqualTo(clock(dice, whole, clock.startedAt()).deadline().dueAt());
    }
  }

  @SeededTest
  void aWarningComesAfterTheStartAndBeforeTheEnd(long seed) {
    var dice = new Dice(seed);
    var clock = clock(dice, limit(dice), moment(dice));
    if (clock.rule().limit().unit() == Unit.MINUTES && clock.rule().limit().amount() < 2) {
      return; // of a single minute nothing is left to warn in
    }
    for (var each : List.of(clock, pausedAndRunning(dice, clock))) {
      assertThat(each.warnAt()).isAfter(each.startedAt()).isBeforeOrEqualTo(each.deadline().dueAt());
    }
  }

  @SeededTest
  void readAgainUnderTheSameRulesAndCalendarItIsTheSame(long seed) {
    var dice = new Dice(seed);
    var clock = pausedAndRunning(dice, pausedAndRunning(dice, clock(dice, limit(dice), moment(dice))));
    var rule = Given.rule(clock.rule().limit(), clock.rule().mostExtension(), clock.rule().warning());
    assertThat(clock.difference(CALENDAR, Given.rules(rule))).isEmpty();
  }

  @SeededTest
  void aDayInShanghaiHasTwentyFourHours(long seed) {
    var dice = new Dice(seed);
    var date = dice.date(Given.day("2020-01-01"), Given.day("2026-12-30"));
    assertThat(ChronoUnit.HOURS.between(date.atStartOfDay(BusinessClock.ZONE), date.plusDays(1).atStartOfDay(BusinessClock.ZONE)))
        .isEqualTo(24);
  }
}
