package org.xingfuli.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xingfuli.kernel.DayType.ADJUSTED_WORKDAY;
import static org.xingfuli.kernel.DayType.HOLIDAY_OFF;
import static org.xingfuli.kernel.DayType.WEEKEND;
import static org.xingfuli.kernel.DayType.WORKDAY;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of domain.md 8.1, and the lawful days of 8.3. */
class WorkCalendarTest {

  private final WorkCalendar calendar = WorkCalendar.statutory();

  @ParameterizedTest
  @CsvSource({"2020, 249", "2021, 250", "2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
  void aYearHasItsWorkingDays(int year, int workdays) {
    assertThat(calendar.workdaysWithin(day(year + "-01-01"), day(year + "-12-31"))).isEqualTo(workdays);
  }

  @ParameterizedTest
  @CsvSource({
    "2021, 02-07 02-20 04-25 05-08 09-18 09-26 10-09",
    "2022, 01-29 01-30 04-02 04-24 05-07 10-08 10-09",
    "2023, 01-28 01-29 04-23 05-06 06-25 10-07 10-08",
    "2024, 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    "2025, 01-26 02-08 04-27 09-28 10-11",
    "2026, 01-04 02-14 02-28 05-09 09-20 10-10"
  })
  void aYearWorksTheseWeekendsInExchange(int year, String days) {
    assertThat(daysOf(year, ADJUSTED_WORKDAY)).isEqualTo(dates(year, days));
  }

  @Test
  void the2022DaysOffAreTheAnnouncedOnes() {
    var expected =
        dates(
            2022,
            "01-01 01-02 01-03 01-31 02-01 02-02 02-03 02-04 02-05 02-06 04-03 04-04 04-05 04-30 05-01 05-02 05-03"
                + " 05-04 06-03 06-04 06-05 09-10 09-11 09-12 10-01 10-02 10-03 10-04 10-05 10-06 10-07 12-31");
    assertThat(daysOf(2022, HOLIDAY_OFF)).isEqualTo(expected);
  }

  @Test
  void theSixYearsHave2191DaysOfFourTypes() {
    var counts =
        day("2021-01-01")
            .datesUntil(day("2027-01-01"))
            .collect(Collectors.groupingBy(calendar::typeOf, Collectors.counting()));
    assertThat(counts)
        .containsEntry(WORKDAY, 1455L)
        .containsEntry(WEEKEND, 518L)
        .containsEntry(HOLIDAY_OFF, 178L)
        .containsEntry(ADJUSTED_WORKDAY, 40L);
  }

  @ParameterizedTest
  @CsvSource({"01, 31, 21", "02, 28, 16", "03, 31, 23", "04, 30, 21", "05, 31, 20", "10, 31, 18"})
  void aMonthOf2022HasItsWorkingDays(String month, int last, int workdays) {
    assertThat(calendar.workdaysWithin(day("2022-" + month + "-01"), day("2022-" + month + "-" + last)))
        .isEqualTo(workdays);
  }

  @ParameterizedTest
  @CsvSource({"2022-04-29, 51, 71", "2022-05-31, 71, 103", "2022-09-30, 157, 225", "2022-11-30, 197, 286"})
  void fromTheEntryOfTheContractorsToANodeThereAreTheseDays(LocalDate node, int workdays, int calendarDays) {
    var entry = day("2022-02-18");
    assertThat(calendar.workdaysWithin(entry, node)).isEqualTo(workdays);
    assertThat(calendar.workdaysBetween(entry.minusDays(1), node)).isEqualTo(workdays);
    assertThat(calendar.calendarDaysBetween(entry.minusDays(1), node)).isEqualTo(calendarDays);
  }

  @Test
  void aHolidayKeepsItsNameAndItsPaper() {
    assertThat(calendar.nameOf(day("2022-04-30"))).contains("劳动节");
    assertThat(calendar.nameOf(day("2022-04-24"))).contains("劳动节");
    assertThat(calendar.nameOf(day("2022-04-25"))).isEmpty();
    assertThat(calendar.year(2022).orElseThrow().papers())
        .containsExactly("http://www.gov.cn/zhengce/zhengceku/2021-10/25/content_5644835.htm");
  }

  @Test
  void theSpringFestivalOf2020WasProlongedByASecondPaper() {
    assertThat(calendar.year(2020).orElseThrow().papers()).hasSize(2);
    assertThat(calendar.typeOf(day("2020-01-31"))).isEqualTo(HOLIDAY_OFF);
    assertThat(calendar.typeOf(day("2020-02-02"))).isEqualTo(HOLIDAY_OFF);
    assertThat(calendar.typeOf(day("2020-02-03"))).as("a Monday on which work resumed").isEqualTo(WORKDAY);
  }

  @Test
  void theLastDayOf2022WasNamedByThePaperFor2023() {
    assertThat(calendar.year(2022).orElseThrow().days()).noneMatch(named -> named.date().equals(day("2022-12-31")));
    assertThat(calendar.namedDays(day("2022-12-01"), day("2022-12-31")))
        .containsExactly(new HolidayYear.Day(day("2022-12-31"), "元旦", true));
  }

  @Test
  void aDateBeyondTheTableRaisesAndNeverFallsBack() {
    assertThatThrownBy(() -> calendar.isWorkday(day("2019-12-31"))).isInstanceOf(CalendarUnknown.class);
    assertThatThrownBy(() -> calendar.typeOf(day("2027-01-01"))).isInstanceOf(CalendarUnknown.class);
    assertThatThrownBy(() -> calendar.nameOf(day("2027-01-01"))).isInstanceOf(CalendarUnknown.class);
    assertThatThrownBy(() -> calendar.isProvisional(day("2027-01-01"))).isInstanceOf(CalendarUnknown.class);
    assertThatThrownBy(() -> calendar.plusWorkdays(day("2026-12-31"), 1)).isInstanceOf(CalendarUnknown.class);
    assertThatThrownBy(() -> calendar.minusWorkdays(day("2020-01-02"), 1)).isInstanceOf(CalendarUnknown.class);
    assertThatThrownBy(() -> calendar.plusWorkdays(day("2022-01-04"), Integer.MAX_VALUE))
        .isInstanceOf(CalendarUnknown.class);
    assertThatThrownBy(() -> calendar.lastWorkdayOnOrBefore(day("2020-01-01"))).isInstanceOf(CalendarUnknown.class);
    assertThatThrownBy(() -> calendar.workdaysBetween(day("2026-12-31"), day("2027-01-04")))
        .isInstanceOfSatisfying(
            CalendarUnknown.class,
            unknown ->
                assertThat(unknown.refusals().getFirst().values())
                    .containsEntry("date", day("2027-01-04"))
                    .containsEntry("firstYear", 2020)
                    .containsEntry("lastYear", 2026));
  }

  @Test
  void compulsoryWorkEndsBeforeTheLabourDayHolidayAndResumesAfterIt() {
    assertThat(calendar.lastLawfulEnforcementDayOnOrBefore(day("2022-04-30")).date()).isEqualTo("2022-04-29");
    assertThat(calendar.firstLawfulEnforcementDayOnOrAfter(day("2022-04-30")).date()).isEqualTo("2022-05-05");
    assertThat(calendar.firstLawfulEnforcementDayOnOrAfter(day("2022-05-03")).date()).isEqualTo("2022-05-05");
  }

  @Test
  void compulsoryWorkIsAllowedOnAnAdjustedSunday() {
    assertThat(calendar.firstLawfulEnforcementDayOnOrAfter(day("2022-04-24")).date()).isEqualTo("2022-04-24");
  }

  @Test
  void whetherAPlainWeekendBarsEnforcementIsASettingForCounsel() {
    var saturday = day("2022-04-23");
    assertThat(calendar.firstLawfulEnforcementDayOnOrAfter(saturday).date()).isEqualTo(saturday);
    assertThat(calendar.firstLawfulEnforcementDayOnOrAfter(saturday, EnforcementBar.ALL_DAYS_OFF).date())
        .isEqualTo("2022-04-24");
    assertThat(calendar.lastLawfulEnforcementDayOnOrBefore(saturday, EnforcementBar.ALL_DAYS_OFF).date())
        .isEqualTo("2022-04-22");
    assertThat(EnforcementBar.values()).allMatch(EnforcementBar::unconfirmed);
  }

  @ParameterizedTest
  @CsvSource({
    "2022-04-29, 2022-04-29, 2022-04-29",
    "2022-04-30, 2022-05-05, 2022-04-29",
    "2022-04-24, 2022-04-24, 2022-04-24",
    "2022-01-01, 2022-01-04, 2021-12-31"
  })
  void aDayOffRollsToTheWorkdayAfterOrBefore(LocalDate date, LocalDate next, LocalDate last) {
    assertThat(calendar.nextWorkdayOnOrAfter(date)).isEqualTo(new Dated(next, false));
    assertThat(calendar.lastWorkdayOnOrBefore(date)).isEqualTo(new Dated(last, false));
  }

  private List<LocalDate> daysOf(int year, DayType type) {
    return day(year + "-01-01").datesUntil(day(year + 1 + "-01-01")).filter(d -> calendar.typeOf(d) == type).toList();
  }

  private static List<LocalDate> dates(int year, String days) {
    return Arrays.stream(days.split(" ")).map(d -> day(year + "-" + d)).toList();
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
