package org.xingfuli.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of domain.md 8.2, and those of 8.3 and 8.4 that are calendar arithmetic. */
class DeadlineTest {

  private final WorkCalendar calendar = WorkCalendar.statutory();

  @ParameterizedTest(name = "received {0}, {1} working days: due {2}")
  @CsvSource({
    "2021-12-31, 3, 2022-01-06",
    "2021-12-31, 5, 2022-01-10",
    "2021-12-31, 13, 2022-01-20",
    "2021-12-31, 15, 2022-01-24",
    "2022-01-01, 5, 2022-01-10",
    "2022-01-20, 15, 2022-02-15",
    "2022-01-28, 1, 2022-01-29",
    "2022-01-28, 2, 2022-01-30",
    "2022-01-28, 5, 2022-02-09",
    "2022-01-28, 13, 2022-02-21",
    "2022-01-28, 15, 2022-02-23",
    "2022-04-01, 1, 2022-04-02",
    "2022-04-22, 5, 2022-04-28",
    "2022-04-29, 1, 2022-05-05",
    "2022-04-29, 5, 2022-05-10",
    "2022-05-05, 5, 2022-05-11",
    "2022-05-06, 1, 2022-05-07",
    "2022-05-06, 5, 2022-05-12",
    "2022-06-02, 3, 2022-06-08",
    "2022-09-30, 1, 2022-10-08",
    "2022-09-30, 3, 2022-10-10",
    "2022-09-30, 5, 2022-10-12",
    "2022-09-30, 13, 2022-10-24",
    "2022-09-30, 15, 2022-10-26",
    "2022-10-07, 5, 2022-10-12",
    "2021-09-30, 5, 2021-10-13"
  })
  void aWorkingDayLimitIsCountedFromTheDayAfterReceipt(LocalDate received, int limit, LocalDate due) {
    assertThat(TimeLimit.workingDays(limit).from(received, calendar).dated()).isEqualTo(new Dated(due, false));
  }

  @ParameterizedTest(name = "{0} + {1} calendar days: {2}")
  @CsvSource({
    "2022-11-30, 15, 2022-12-15",
    "2022-06-05, 30, 2022-07-05",
    "2022-05-10, 15, 2022-05-25",
    "2022-05-10, 60, 2022-07-09",
    "2022-07-09, 30, 2022-08-08",
    "2022-01-04, 60, 2022-03-05"
  })
  void aCalendarDayLimitRunsThroughDaysOff(LocalDate received, int limit, LocalDate due) {
    assertThat(TimeLimit.calendarDays(limit).from(received, calendar).due()).isEqualTo(due);
  }

  @ParameterizedTest(name = "{1} calendar days before {0}: {2}")
  @CsvSource({"2022-02-22, 15, 2022-02-07", "2022-06-05, 15, 2022-05-21", "2022-11-30, 162, 2022-06-21",
    "2022-09-30, 162, 2022-04-21"})
  void somethingIsDueSoLongBeforeAnEvent(LocalDate event, int limit, LocalDate due) {
    assertThat(TimeLimit.calendarDays(limit).before(event, calendar).due()).isEqualTo(due);
  }

  @Test
  void aFilingBeforeTheEventRollsBackToAWorkday() {
    var filing = TimeLimit.calendarDays(15).rolling().before(day("2022-02-18"), calendar);
    assertThat(filing.due()).as("a Sunday, worked in exchange").isEqualTo("2022-01-30");
    assertThat(filing.arithmetic().rolledFrom()).contains(day("2022-02-03"));
    assertThat(filing.arithmetic().holidaysSkipped()).hasSize(4).allMatch(day -> day.name().equals("春节"));
    assertThat(filing.arithmetic().adjustedWorkdays()).containsExactly(day("2022-01-30"));
  }

  @Test
  void theReviewWindowThatEndsOnASaturdayRollsOnlyWhenTheRuleIsOn() {
    var sixtyDays = TimeLimit.calendarDays(60);
    assertThat(sixtyDays.from(day("2022-01-04"), calendar).due()).isEqualTo("2022-03-05");
    var rolled = sixtyDays.rolling().from(day("2022-01-04"), calendar);
    assertThat(rolled.due()).isEqualTo("2022-03-07");
    assertThat(rolled.arithmetic().rolledFrom()).contains(day("2022-03-05"));
    assertThat(rolled.arithmetic().weekendDaysSkipped()).isEqualTo(2);
  }

  @ParameterizedTest(name = "served {0}: suit window ends {1}, enforceable from {2}")
  @CsvSource({"2022-01-04, 2022-07-04, 2022-07-05", "2021-10-28, 2022-04-28, 2022-04-29",
    "2021-10-29, 2022-04-29, 2022-05-05", "2021-08-31, 2022-02-28, 2022-03-01"})
  void compulsoryWorkWaitsForTheSuitWindow(LocalDate served, LocalDate end, LocalDate enforceable) {
    var window = TimeLimit.months(6).from(served, calendar);
    assertThat(window.due()).isEqualTo(end);
    assertThat(calendar.firstLawfulEnforcementDayOnOrAfter(window.due().plusDays(1)).date()).isEqualTo(enforceable);
  }

  @Test
  void theLatestServiceForEnforcementOn29AprilIs28October() {
    assertThat(TimeLimit.months(6).latestReceipt(day("2022-04-28"), calendar)).isEqualTo("2021-10-28");
  }

  @Test
  void aMonthWithoutTheDayEndsOnItsLast() {
    var window = TimeLimit.months(6).from(day("2021-08-31"), calendar);
    assertThat(window.due()).isEqualTo("2022-02-28");
    assertThat(window.arithmetic().endOfMonth()).isTrue();
    assertThat(TimeLimit.months(6).from(day("2022-01-04"), calendar).arithmetic().endOfMonth()).isFalse();
    assertThat(TimeLimit.months(6).latestReceipt(day("2022-02-28"), calendar)).isEqualTo("2021-08-31");
  }

  @Test
  void warrantiesRunInYearsAndNeedNoAnnouncedCalendar() {
    var accepted = day("2022-11-30");
    assertThat(TimeLimit.years(5).from(accepted, calendar).dated()).isEqualTo(new Dated(day("2027-11-30"), false));
    assertThat(TimeLimit.years(2).from(accepted, calendar).due()).isEqualTo("2024-11-30");
    assertThatThrownBy(() -> TimeLimit.years(5).rolling().from(accepted, calendar))
        .isInstanceOf(CalendarUnknown.class);
  }

  @Test
  void aClockLimitRunsThroughHolidaysUnlessConfiguredOtherwise() {
    var received = Instant.parse("2022-04-29T16:00:00+08:00");
    var clock = TimeLimit.hours(24).from(received, calendar);
    assertThat(clock.dueAt()).isEqualTo("2022-04-30T16:00:00+08:00");
    assertThat(clock.due()).isEqualTo("2022-04-30");
    assertThat(clock.arithmetic().holidaysSkipped()).isEmpty();
    assertThat(TimeLimit.hours(24).rolling().from(received, calendar).dueAt()).isEqualTo("2022-05-05T16:00:00+08:00");
  }

  @Test
  void minutesRunOnOverMidnightAndIntoAHolidayAndNoneIsLost() {
    var received = Instant.parse("2022-04-29T23:50:30+08:00");
    var emergency = TimeLimit.minutes(15).from(received, calendar);
    assertThat(emergency.dueAt()).isEqualTo("2022-04-30T00:05:30+08:00");
    assertThat(emergency.from()).isEqualTo("2022-04-29");
    assertThat(emergency.due()).isEqualTo("2022-04-30");
    assertThat(emergency.arithmetic().holidaysSkipped()).isEmpty();
    assertThat(TimeLimit.minutes(15).rolling().from(received, calendar).dueAt()).isEqualTo("2022-05-05T00:05:30+08:00");
    assertThat(TimeLimit.minutes(24 * 60).from(received, calendar).dueAt())
        .isEqualTo(TimeLimit.hours(24).from(received, calendar).dueAt());
  }

  @Test
  void theDayOfReceiptIsTheOneInShanghai() {
    var justAfterMidnight = Instant.parse("2022-04-28T16:00:01Z");
    assertThat(TimeLimit.workingDays(1).from(justAfterMidnight, calendar).from()).isEqualTo("2022-04-29");
    assertThat(TimeLimit.workingDays(1).from(justAfterMidnight, calendar).due()).isEqualTo("2022-05-05");
  }

  @Test
  void aDayLimitEndsAtMidnightOfItsLastDay() {
    var due = TimeLimit.workingDays(5).from(day("2022-04-22"), calendar);
    assertThat(due.isOverdue(Instant.parse("2022-04-29T00:00:00+08:00"))).isFalse();
    assertThat(due.isOverdue(Instant.parse("2022-04-29T00:00:00.001+08:00"))).isTrue();
  }

  @Test
  void aDeadlineShowsItsArithmetic() {
    var overLabourDay = TimeLimit.workingDays(5).from(day("2022-04-29"), calendar).arithmetic();
    assertThat(overLabourDay.adjustedWorkdays()).containsExactly(day("2022-05-07"));
    assertThat(overLabourDay.holidaysSkipped())
        .extracting(HolidayYear.Day::date)
        .containsExactly(
            day("2022-04-30"), day("2022-05-01"), day("2022-05-02"), day("2022-05-03"), day("2022-05-04"));
    assertThat(overLabourDay.weekendDaysSkipped()).as("Sunday 8 May").isEqualTo(1);
    assertThat(overLabourDay.rolledFrom()).isEmpty();
  }

  @Test
  void aDeadlineThroughAYearNotYetAnnouncedIsFlagged() {
    var received = day("2026-12-30");
    assertThatThrownBy(() -> TimeLimit.workingDays(5).from(received, calendar)).isInstanceOf(CalendarUnknown.class);
    var provisional = calendar.provisionalThrough(2027);
    assertThat(TimeLimit.workingDays(5).from(received, provisional).dated())
        .isEqualTo(new Dated(day("2027-01-06"), true));
    assertThat(TimeLimit.calendarDays(5).from(received, provisional).provisional()).isFalse();
    assertThat(TimeLimit.calendarDays(5).rolling().from(received, provisional).provisional()).isTrue();

    var backAcrossNewYear = TimeLimit.workingDays(5).rolling().before(day("2027-01-05"), provisional);
    assertThat(backAcrossNewYear.due()).isEqualTo("2026-12-29");
    assertThat(backAcrossNewYear.provisional()).as("days of 2027 were counted").isTrue();
  }

  @Test
  void minutesAndHoursAreNotCountedFromADay() {
    assertThatThrownBy(() -> TimeLimit.minutes(15).from(day("2022-04-29"), calendar))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TimeLimit.hours(24).from(day("2022-04-29"), calendar))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TimeLimit.workingDays(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @SeededTest
  void whatIsReceivedOnTheLatestDayIsJustInTime(long seed) {
    var dice = new Dice(seed);
    var units = List.of(
        TimeLimit.Unit.CALENDAR_DAYS, TimeLimit.Unit.WORKING_DAYS, TimeLimit.Unit.MONTHS, TimeLimit.Unit.YEARS);
    var unit = dice.pick(units);
    var limit =
        new TimeLimit(dice.between(0, unit == TimeLimit.Unit.YEARS ? 2 : 20), unit, dice.pick(TimeLimit.Roll.class));
    var end = dice.date(day("2023-01-01"), day("2025-12-31"));
    var latest = limit.latestReceipt(end, calendar);
    assertThat(limit.from(latest, calendar).due()).isBeforeOrEqualTo(end);
    assertThat(limit.from(latest.plusDays(1), calendar).due()).isAfter(end);
  }

  @SeededTest
  void theArithmeticAccountsForEveryDay(long seed) {
    var dice = new Dice(seed);
    var received = dice.date(day("2021-01-01"), day("2025-12-31"));
    int days = dice.between(1, 90);
    var deadline = TimeLimit.workingDays(days).from(received, calendar);
    var how = deadline.arithmetic();
    assertThat(days + how.holidaysSkipped().size() + how.weekendDaysSkipped())
        .isEqualTo((int) calendar.calendarDaysBetween(received, deadline.due()));
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
