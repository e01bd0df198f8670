package org.xingfuli.appeal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xingfuli.appeal.model.OpeningHours.Hours;
import org.xingfuli.appeal.model.OpeningHours.On;
import org.xingfuli.appeal.model.OpeningHours.Span;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.WorkCalendar;

/** A reception point is open as the calendar says, not as the weekday looks; and a gap in its roster is found to the minute. */
class OpeningHoursTest {

  private static final WorkCalendar CALENDAR = WorkCalendar.statutory();
  private static final Hours OFFICE = hours("08:30", "17:30");
  private static final OpeningHours USUAL = new OpeningHours(List.of(span(On.MONDAY, "13:30", "17:30"), span(On.MONDAY, "08:30", "11:30"),
      span(On.WEDNESDAY, "08:30", "17:30"), span(On.MAKE_UP, "08:30", "17:30"), span(On.SATURDAY, "09:00", "11:30")));

  private static Hours hours(String from, String to) {
    return new Hours(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static Span span(On on, String from, String to) {
    return new Span(on, LocalTime.parse(from), LocalTime.parse(to));
  }

  @Test
  void aHolidayOnAWednesdayIsShutAndASundayWorkedInExchangeIsOpen() {
    assertThat(USUAL.on(LocalDate.of(2022, 4, 20), CALENDAR)).as("a plain Wednesday").containsExactly(OFFICE);
    assertThat(USUAL.on(LocalDate.of(2022, 5, 4), CALENDAR)).as("the Labour Day Wednesday").isEmpty();
    assertThat(USUAL.on(LocalDate.of(2022, 4, 24), CALENDAR)).as("the Sunday worked for it").containsExactly(OFFICE);
    assertThat(USUAL.on(LocalDate.of(2022, 4, 17), CALENDAR)).as("a plain Sunday").isEmpty();
  }

  @Test
  void todayEndsWhenTheDoorShutsAndAfterThatOnTheNextDayItOpens() {
    var morning = LocalDate.of(2022, 4, 20).atTime(10, 6).atZone(BusinessClock.ZONE);
    assertThat(USUAL.next(morning, CALENDAR).orElseThrow().closes()).isEqualTo(LocalTime.of(17, 30));
    var evening = USUAL.next(morning.withHour(17).withMinute(30), CALENDAR).orElseThrow();
    assertThat(evening.date()).as("Thursday and Friday have no hours").isEqualTo(LocalDate.of(2022, 4, 23));
    var overTheHoliday = USUAL.next(LocalDate.of(2022, 4, 30).atTime(8, 0).atZone(BusinessClock.ZONE), CALENDAR).orElseThrow();
    assertThat(overTheHoliday.date()).as("a Saturday of the holiday is no Saturday").isEqualTo(LocalDate.of(2022, 5, 7));
    assertThat(new OpeningHours(List.of()).next(morning, CALENDAR)).isEmpty();
  }

  @Test
  void everyFaultOfTheHoursIsToldAtOnce() {
    assertThat(OpeningHours.faults(List.of(span(On.MONDAY, "08:30", "11:30"), span(On.MONDAY, "11:00", "17:30"),
        span(On.FRIDAY, "17:00", "09:00"), span(On.TUESDAY, "08:30", "11:30")), "/hours")).extracting(Refusal::code)
        .containsExactly("reception.hours-overlap", "reception.hours-backwards");
  }

  @Test
  void gapsAndDutyTogetherAreTheOpeningHoursMinuteByMinute() {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    for (int run = 0; run < 500; run++) {
      var open = List.of(hours("08:30", "11:30"), hours("13:30", "17:30"));
      var covered = new ArrayList<Hours>();
      for (int shift = random.nextInt(5); shift > 0; shift--) {
        int from = random.nextInt(7 * 60, 18 * 60);
        covered.add(new Hours(at(from), at(from + random.nextInt(1, 300))));
      }
      var gaps = OpeningHours.gaps(open, covered);
      for (int minute = 7 * 60; minute < 23 * 60; minute++) {
        boolean wanted = in(open, minute) && !in(covered, minute);
        assertThat(in(gaps, minute)).as("seed %d, covered %s, minute %s", seed, covered, at(minute)).isEqualTo(wanted);
      }
    }
  }

  private static boolean in(List<Hours> hours, int minute) {
    return hours.stream().anyMatch(one -> !at(minute).isBefore(one.from()) && at(minute).isBefore(one.to()));
  }

  private static LocalTime at(int minute) {
    return LocalTime.ofSecondOfDay(minute * 60L);
  }

  @Test
  void aDutyHasItsDayAndSomebodyElseStandsIn() {
    var from = LocalDate.of(2022, 4, 18);
    var shifts = IntStream.of(0, 1, 9).mapToObj(day -> new Shift(new UUID(0, day), from.plusDays(day), LocalTime.of(8, 30),
        day == 1 ? LocalTime.of(8, 0) : LocalTime.of(12, 0), day == 0 ? "值班员甲" : "值班员乙", day == 0 ? "值班员甲" : null)).toList();
    assertThat(Shift.faults(shifts, from, from.plusDays(6))).extracting(Refusal::code)
        .containsExactly("reception.own-deputy", "reception.hours-backwards", "reception.duty-outside");
  }
}
