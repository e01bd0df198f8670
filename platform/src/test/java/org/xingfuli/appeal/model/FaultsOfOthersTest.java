package org.xingfuli.appeal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xingfuli.appeal.model.Given.CALENDAR;
import static org.xingfuli.appeal.model.Given.at;
import static org.xingfuli.appeal.model.Given.clock;
import static org.xingfuli.appeal.model.Given.day;
import static org.xingfuli.appeal.model.Given.paused;
import static org.xingfuli.appeal.model.Given.rule;
import static org.xingfuli.appeal.model.Given.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xingfuli.appeal.Step;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.HolidayYear;
import org.xingfuli.kernel.TimeLimit;
import org.xingfuli.kernel.WorkCalendar;

/** Every fault of a clock that users of Zammad and GLPI reported; each on a machine in UTC and on one in New York. */
class FaultsOfOthersTest {

  private static final String UTC = "UTC";
  private static final String NEW_YORK = "America/New_York";

  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void theMachineIsWhereItWas() {
    TimeZone.setDefault(before);
  }

  private static void machineIn(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
  }

  private static Clock warned(TimeLimit limit, TimeLimit lead, String at) {
    return clock(rule(limit, null, new Warning.Before(lead)), at, CALENDAR);
  }

  /** zammad #390: six days instead of four, and nobody saw which holidays had been counted out. */
  @ParameterizedTest
  @ValueSource(strings = {UTC, NEW_YORK})
  void holidaysThatDoNotCountAreNamed(String zone) {
    machineIn(zone);
    var clock = clock(TimeLimit.workingDays(1), "2022-04-29 23:00");
    assertThat(clock.deadline().due()).isEqualTo("2022-05-05");
    assertThat(ClockWords.arithmetic(clock).zh()).contains("劳动节 4月30日至5月4日 不算");
  }

  /** zammad #3180: a day from 00:00 to 23:59 lost or gained a minute at midnight. */
  @ParameterizedTest
  @ValueSource(strings = {UTC, NEW_YORK})
  void noMinuteIsLostOrGainedAtMidnight(String zone) {
    machineIn(zone);
    var clock = clock(TimeLimit.hours(72), "2022-04-21 23:58");
    assertThat(clock.deadline().dueAt()).isEqualTo(at("2022-04-24 23:58"));
    assertThat(clock.standing(at("2022-04-22 00:01"), CALENDAR).used()).isEqualTo(3);
    var day = clock(TimeLimit.workingDays(1), "2022-04-21 00:00");
    assertThat(day.deadline().dueAt()).as("the whole last day, its last minute too").isEqualTo(at("2022-04-23 00:00"));
    assertThat(day.stop(at("2022-04-22 23:59")).met()).contains(true);
  }

  /** zammad #5177: a shorter limit of a later step overruled that of the first. */
  @ParameterizedTest
  @ValueSource(strings = {UTC, NEW_YORK})
  void eachStepHasAClockOfItsOwn(String zone) {
    machineIn(zone);
    var accept = clock(TimeLimit.hours(24), "2022-04-22 09:00");
    var reply = clock(TimeLimit.hours(2), "2022-04-22 09:00");
    assertThat(reply.stop(at("2022-04-22 10:00")).met()).contains(true);
    assertThat(accept.deadline().dueAt()).isEqualTo(at("2022-04-23 09:00"));
    assertThat(accept.running()).isTrue();
  }

  /** zammad #4432: reminders came at midnight and at weekends. */
  @ParameterizedTest
  @ValueSource(strings = {UTC, NEW_YORK})
  void remindersOfLimitsInDaysComeWhenTheOfficeOpensOnAWorkday(String zone) {
    machineIn(zone);
    var date = day("2022-01-01");
    for (; date.isBefore(day("2022-12-01")); date = date.plusDays(1)) {
      for (var clock : List.of(warned(TimeLimit.workingDays(5), TimeLimit.workingDays(1), date + " 23:59"),
          warned(TimeLimit.calendarDays(60), TimeLimit.calendarDays(7), date + " 00:00"))) {
        var warning = warnAt(clock).atZone(BusinessClock.ZONE);
        assertThat(warning.toLocalTime()).isEqualTo(LocalTime.of(9, 0));
        assertThat(CALENDAR.isWorkday(warning.toLocalDate())).as("%s", warning).isTrue();
      }
    }
  }

  private static Instant warnAt(Clock clock) {
    var at = clock.warnAt();
    assertThat(at).isNotNull();
    return at == null ? clock.startedAt() : at;
  }

  /** GLPI #10594: waiting over a weekend added the weekend to a limit that does not count it. */
  @ParameterizedTest
  @ValueSource(strings = {UTC, NEW_YORK})
  void standingOverAWeekendAddsNothingToALimitInWorkingDays(String zone) {
    machineIn(zone);
    var clock = clock(TimeLimit.workingDays(5), "2022-05-12 09:00");
    assertThat(clock.deadline().due()).isEqualTo("2022-05-19");
    assertThat(paused(clock, "2022-05-13 16:00", "2022-05-16 09:00").deadline().due()).isEqualTo("2022-05-19");
    assertThat(paused(clock, "2022-05-13 16:00", "2022-05-17 09:00").deadline().due()).as("Monday stood")
        .isEqualTo("2022-05-20");
    assertThat(paused(clock(TimeLimit.calendarDays(7), "2022-05-12 09:00"), "2022-05-13 16:00", "2022-05-16 09:00").deadline()
        .due()).as("calendar days count both").isEqualTo("2022-05-21");
  }

  /** GLPI #6902: the time waited was lost when another rule came to hold. */
  @ParameterizedTest
  @ValueSource(strings = {UTC, NEW_YORK})
  void whatWasPausedSurvivesAChangeOfTheRules(String zone) {
    machineIn(zone);
    var clock = paused(clock(TimeLimit.workingDays(5), "2022-05-12 09:00"), "2022-05-13 16:00", "2022-05-18 09:00");
    assertThat(clock.deadline().due()).as("16 and 17 May stood").isEqualTo("2022-05-23");
    var difference = clock.difference(CALENDAR, rules(version(1, 8, day("2022-05-01"), null))).orElseThrow();
    assertThat(difference.because()).containsExactly(ClockDifference.Because.RULE);
    assertThat(difference.would().due()).as("eight days and the two that stood").isEqualTo("2022-05-26");
    assertThat(clock.deadline().due()).isEqualTo("2022-05-23");
  }

  private static TimeLimitRule version(int number, int days, LocalDate from, @Nullable LocalDate to) {
    return new TimeLimitRule("TEST.REPLY", number, Regime.HOTLINE, Step.REPLY, Set.of(), Set.of(), Set.of(),
        TimeLimit.workingDays(days), null, null, from, to, "test", true);
  }

  /** GLPI #17186: the end moved by itself, by five minutes of waiting. */
  @ParameterizedTest
  @ValueSource(strings = {UTC, NEW_YORK})
  void theEndMovesOnlyWithAnActOnRecord(String zone) {
    machineIn(zone);
    var clock = clock(TimeLimit.workingDays(15), "2022-04-22 09:00");
    var end = clock.deadline();
    assertThat(paused(clock, "2022-04-25 09:00", "2022-04-25 09:05").deadline()).isEqualTo(end);
    var otherwise = CALENDAR.withYear(HolidayYear.announced(2022, List.of("https://www.gov.cn/x"),
        List.of(new HolidayYear.Day(day("2022-05-09"), "试验", true), new HolidayYear.Day(day("2022-05-10"), "试验", true))));
    var standing = clock.standing(at("2022-05-10 09:00"), otherwise);
    assertThat(standing.used() + standing.left()).isEqualTo(standing.total()).isEqualTo(15);
    assertThat(clock.deadline()).as("another calendar reads it and does not move it").isEqualTo(end);
    var difference = clock.difference(otherwise, rules(version(1, 15, day("2022-01-01"), null))).orElseThrow();
    assertThat(difference.because()).containsExactly(ClockDifference.Because.CALENDAR);
    assertThat(difference.bound()).isEqualTo(end);
    assertThat(clock.difference(CALENDAR, rules(version(1, 15, day("2022-01-01"), null)))).isEmpty();
  }

  /** GLPI PR 22678: escalation at 00:00 of the last day, which had only begun. */
  @ParameterizedTest
  @ValueSource(strings = {UTC, NEW_YORK})
  void theLastDayIsInTimeFromItsFirstMinuteToItsLast(String zone) {
    machineIn(zone);
    var clock = clock(TimeLimit.calendarDays(15), "2022-05-10 00:00");
    assertThat(clock.standing(at("2022-05-25 00:00"), CALENDAR).course()).isEqualTo(Course.ON_TIME);
    assertThat(clock.standing(at("2022-05-25 23:59"), CALENDAR).course()).isEqualTo(Course.ON_TIME);
    assertThat(clock.standing(at("2022-05-26 00:01"), CALENDAR).course()).isEqualTo(Course.OVERDUE);
  }

  /** GLPI #15429 and #24481: late, or warned, at the moment of creation, with a calendar of one's own or in another zone. */
  @ParameterizedTest
  @ValueSource(strings = {UTC, NEW_YORK})
  void nothingIsLateOrWarnedWhenItIsCreated(String zone) {
    machineIn(zone);
    var own = CALENDAR.withYear(HolidayYear.announced(2022, List.of("https://www.gov.cn/x"),
        List.of(new HolidayYear.Day(day("2022-08-01"), "区休", true), new HolidayYear.Day(day("2022-08-06"), "区休", false))));
    for (var calendar : List.of(CALENDAR, own, WorkCalendar.statutory().provisionalThrough(2030))) {
      for (var date = day("2022-01-01"); date.isBefore(day("2022-12-01")); date = date.plusDays(1)) {
        for (var time : List.of(" 00:00", " 08:59", " 23:59")) {
          for (var rule : List.of(
              rule(TimeLimit.minutes(15), null, new Warning.Before(TimeLimit.minutes(14))),
              rule(TimeLimit.hours(1), null, new Warning.AtShare(1)),
              rule(TimeLimit.workingDays(1), null, new Warning.AtShare(1)),
              rule(TimeLimit.workingDays(5), null, new Warning.Before(TimeLimit.workingDays(4))),
              rule(TimeLimit.calendarDays(15).rolling(), null, new Warning.Before(TimeLimit.calendarDays(14))))) {
            var clock = clock(rule, date + time, calendar);
            assertThat(clock.standing(at(date + time), calendar).course()).as("%s%s %s", date, time, rule)
                .isEqualTo(Course.ON_TIME);
            assertThat(clock.warnAt()).isBefore(clock.deadline().dueAt());
          }
        }
      }
    }
  }

  /** The day something is received is the day in Shanghai, where it is already tomorrow when it is noon in New York. */
  @ParameterizedTest
  @ValueSource(strings = {UTC, NEW_YORK})
  void theDayOfReceiptIsTheOneInShanghai(String zone) {
    machineIn(zone);
    assertThat(clock(TimeLimit.workingDays(1), "2022-04-29 00:30").deadline().from()).isEqualTo("2022-04-29");
    assertThat(clock(TimeLimit.workingDays(1), "2022-04-28 23:30").deadline().due()).isEqualTo("2022-04-29");
    assertThat(ClockWords.arithmetic(clock(TimeLimit.hours(24), "2022-04-29 00:30")).zh())
        .isEqualTo("24 小时：自 4月29日 00:30 起，到 4月30日 00:30");
  }

  /** Summer time in New York changed on 2022-03-13 and 2022-11-06; Shanghai has had none since 1991. */
  @ParameterizedTest
  @ValueSource(strings = {UTC, NEW_YORK})
  void noSummerTimeOfTheMachineLengthensADay(String zone) {
    machineIn(zone);
    for (var date : List.of("2022-03-13 00:00", "2022-03-12 12:00", "2022-11-05 12:00", "2022-11-06 12:00")) {
      var clock = clock(TimeLimit.hours(24), date);
      assertThat(clock.standing(at(date), CALENDAR).left()).isEqualTo(24 * 60);
      assertThat(Duration.between(clock.startedAt(), clock.deadline().dueAt())).hasHours(24);
    }
  }
}
