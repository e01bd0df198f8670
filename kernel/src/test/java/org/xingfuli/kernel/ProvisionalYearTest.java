package org.xingfuli.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Planning into a year nobody has announced, and what happens when it is. */
class ProvisionalYearTest {

  private final WorkCalendar provisional = WorkCalendar.statutory().provisionalThrough(2028);

  @Test
  void aYearNotYetAnnouncedHasWeekendsOnlyAndSaysSo() {
    assertThat(provisional.typeOf(day("2027-01-01"))).isEqualTo(DayType.WORKDAY);
    assertThat(provisional.typeOf(day("2027-01-02"))).isEqualTo(DayType.WEEKEND);
    assertThat(provisional.isProvisional(day("2027-01-01"))).isTrue();
    assertThat(provisional.isProvisional(day("2028-12-31"))).isTrue();
    assertThat(provisional.isProvisional(day("2026-12-31"))).isFalse();
    assertThatThrownBy(() -> provisional.typeOf(day("2029-01-01"))).isInstanceOf(CalendarUnknown.class);
  }

  @Test
  void everyDateComputedThroughAProvisionalYearIsFlagged() {
    assertThat(provisional.plusWorkdays(day("2026-12-30"), 1)).isEqualTo(new Dated(day("2026-12-31"), false));
    assertThat(provisional.plusWorkdays(day("2026-12-30"), 2)).isEqualTo(new Dated(day("2027-01-01"), true));
    assertThat(provisional.minusWorkdays(day("2027-01-04"), 2)).isEqualTo(new Dated(day("2026-12-31"), true));
    assertThat(provisional.nextWorkdayOnOrAfter(day("2027-05-01"))).isEqualTo(new Dated(day("2027-05-03"), true));
    assertThat(provisional.lastLawfulEnforcementDayOnOrBefore(day("2027-10-01")).provisional()).isTrue();
    assertThat(provisional.isProvisional(day("2026-06-01"), day("2027-06-01"))).isTrue();
    assertThat(provisional.isProvisional(day("2026-12-31"), day("2022-06-01"))).isFalse();
  }

  @Test
  void aFlagOutlivesTheNextStep() {
    var throughTheYear = new Dated(day("2027-01-04"), true);
    assertThat(new Dated(day("2026-12-31"), false).after(throughTheYear).provisional()).isTrue();
  }

  @Test
  void anAnnouncedYearReplacesTheProvisionalOneAndTellsEveryDayThatChanged() {
    var announced = provisional.withYear(year2027());

    assertThat(announced.isProvisional(day("2027-01-01"))).isFalse();
    assertThat(announced.isProvisional(day("2028-01-01"))).as("2028 stays open").isTrue();
    assertThat(announced.changesSince(provisional))
        .containsExactly(
            new WorkCalendar.ChangedDay(day("2026-12-31"), Optional.of(DayType.WORKDAY), DayType.HOLIDAY_OFF),
            new WorkCalendar.ChangedDay(day("2027-01-01"), Optional.of(DayType.WORKDAY), DayType.HOLIDAY_OFF),
            new WorkCalendar.ChangedDay(day("2027-01-02"), Optional.of(DayType.WEEKEND), DayType.ADJUSTED_WORKDAY));
    assertThat(announced.changesSince(announced)).isEmpty();
    assertThat(provisional.typeOf(day("2027-01-01"))).as("the old calendar stays").isEqualTo(DayType.WORKDAY);
  }

  @Test
  void daysOfAYearThatWasUnknownAreAllChanges() {
    var announced = WorkCalendar.statutory().withYear(year2027());
    assertThat(announced.changesSince(WorkCalendar.statutory()))
        .hasSize(365 + 1)
        .anySatisfy(change -> assertThat(change.before()).isEmpty());
  }

  @Test
  void everyFaultOfAYearIsToldAtOnce() {
    var bad =
        HolidayYear.announced(
            2027,
            List.of(),
            List.of(
                new HolidayYear.Day(day("2027-05-01"), "劳动节", true),
                new HolidayYear.Day(day("2027-05-01"), "劳动节", true),
                new HolidayYear.Day(day("2026-11-30"), "元旦", true),
                new HolidayYear.Day(day("2027-06-09"), " ", true)));
    assertThatThrownBy(() -> WorkCalendar.statutory().withYear(bad))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .extracting(Refusal::code)
                    .containsExactly(
                        "calendar.day-twice",
                        "calendar.day-outside-year",
                        "calendar.day-nameless"));
  }

  @Test
  void everyYearThatShipsCouldBeImportedAgainAndChangesNothing() {
    var shipped = WorkCalendar.statutory();
    for (int year = shipped.firstYear(); year <= shipped.lastYear(); year++) {
      assertThat(shipped.withYear(shipped.year(year).orElseThrow()).changesSince(shipped)).as("" + year).isEmpty();
    }
  }

  @Test
  void aYearWithoutASingleHolidayIsNotAnAnnouncement() {
    var empty = HolidayYear.announced(2027, List.of(), List.of());
    assertThatThrownBy(() -> WorkCalendar.statutory().withYear(empty)).hasMessageContaining("calendar.year-empty");
  }

  @Test
  void aYearThatLeavesAGapIsRefused() {
    var later = HolidayYear.provisional(2029);
    assertThatThrownBy(() -> WorkCalendar.statutory().withYear(later)).hasMessageContaining("calendar.year-gap");
    assertThatThrownBy(() -> WorkCalendar.statutory().withYear(HolidayYear.provisional(2019)))
        .hasMessageContaining("calendar.year-gap");
  }

  private static HolidayYear year2027() {
    return HolidayYear.announced(
        2027,
        List.of("https://www.gov.cn/an-invented-paper"),
        List.of(
            new HolidayYear.Day(day("2026-12-31"), "元旦", true),
            new HolidayYear.Day(day("2027-01-01"), "元旦", true),
            new HolidayYear.Day(day("2027-01-02"), "元旦", false)));
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
