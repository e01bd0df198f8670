package org.xingfuli.appeal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xingfuli.appeal.model.Given.CALENDAR;
import static org.xingfuli.appeal.model.Given.STREET;
import static org.xingfuli.appeal.model.Given.at;
import static org.xingfuli.appeal.model.Given.clock;
import static org.xingfuli.appeal.model.Given.day;
import static org.xingfuli.appeal.model.Given.paused;
import static org.xingfuli.appeal.model.Given.rule;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.TimeLimit;

/** Starting, standing still, more time, being done; the dates are those of domain.md 8.2 and 8.4. */
class ClockTest {

  @ParameterizedTest(name = "received {0}, {1} working days: due {2}")
  @CsvSource({
    "2021-12-31, 3, 2022-01-06", "2021-12-31, 5, 2022-01-10", "2021-12-31, 13, 2022-01-20", "2021-12-31, 15, 2022-01-24",
    "2022-01-01, 5, 2022-01-10", "2022-01-20, 15, 2022-02-15", "2022-01-28, 1, 2022-01-29", "2022-01-28, 2, 2022-01-30",
    "2022-01-28, 5, 2022-02-09", "2022-01-28, 13, 2022-02-21", "2022-01-28, 15, 2022-02-23", "2022-04-01, 1, 2022-04-02",
    "2022-04-22, 5, 2022-04-28", "2022-04-29, 1, 2022-05-05", "2022-04-29, 5, 2022-05-10", "2022-05-05, 5, 2022-05-11",
    "2022-05-06, 1, 2022-05-07", "2022-05-06, 5, 2022-05-12", "2022-06-02, 3, 2022-06-08", "2022-09-30, 1, 2022-10-08",
    "2022-09-30, 3, 2022-10-10", "2022-09-30, 5, 2022-10-12", "2022-09-30, 13, 2022-10-24", "2022-09-30, 15, 2022-10-26",
    "2022-10-07, 5, 2022-10-12", "2021-09-30, 5, 2021-10-13"})
  void aClockInWorkingDaysIsDueWhereTheDomainSays(LocalDate received, int days, LocalDate due) {
    for (var time : List.of("00:00", "09:30", "23:59")) {
      var clock = clock(TimeLimit.workingDays(days), received + " " + time);
      assertThat(clock.deadline().due()).as(time).isEqualTo(due);
      assertThat(clock.deadline().dueAt()).as(time).isEqualTo(at(due.plusDays(1) + " 00:00"));
    }
  }

  @Test
  void aPetitionOfTenMayIsToldWithinFifteenDaysAndClosedWithinSixtyWithThirtyMoreAtMost() {
    assertThat(clock(TimeLimit.calendarDays(15), "2022-05-10 10:00").deadline().due()).isEqualTo("2022-05-25");
    var close = clock(rule(TimeLimit.calendarDays(60), TimeLimit.calendarDays(30), null), "2022-05-10 10:00", CALENDAR);
    assertThat(close.deadline().due()).as("a Saturday; the regulation does not roll").isEqualTo("2022-07-09");
    var extended = close.extend(TimeLimit.calendarDays(30), at("2022-07-01 09:00"), STREET, at("2022-07-02 09:00"), CALENDAR);
    assertThat(extended.deadline().due()).isEqualTo("2022-08-08");
    assertThat(extended.standing(at("2022-07-09 12:00"), CALENDAR).left()).isEqualTo(30);
  }

  @Test
  void aLimitInHoursRunsThroughTheHoliday() {
    assertThat(clock(TimeLimit.hours(24), "2022-04-29 16:00").deadline().dueAt()).isEqualTo(at("2022-04-30 16:00"));
  }

  @Test
  void theArithmeticIsSaidInBothLanguages() {
    var clock = clock(TimeLimit.workingDays(15), "2022-04-22 09:00");
    assertThat(clock.deadline().due()).isEqualTo("2022-05-16");
    var words = clock.standing(at("2022-04-25 09:00"), CALENDAR).arithmetic();
    assertThat(words.zh()).isEqualTo(
        "15 个工作日：自 4月22日 次日起算，4月24日 补班算，5月7日 补班算，劳动节 4月30日至5月4日 不算，周末 4 天不算，到 5月16日 24:00");
    assertThat(words.en()).isEqualTo("15 working days: counted from the day after 22 Apr, 24 Apr is worked in exchange and counts,"
        + " 7 May is worked in exchange and counts, the holiday 30 Apr to 4 May does not count, 4 weekend days do not count,"
        + " until 16 May 24:00");
    assertThat(clock(TimeLimit.minutes(15), "2022-04-29 23:50").standing(at("2022-04-29 23:51"), CALENDAR).arithmetic().zh())
        .isEqualTo("15 分钟：自 4月29日 23:50 起，到 4月30日 00:05");
  }

  @Test
  void pausesAndExtensionStandInTheArithmetic() {
    var rule = rule(TimeLimit.workingDays(5), TimeLimit.workingDays(5), null);
    var clock = paused(clock(rule, "2022-05-16 09:00", CALENDAR), "2022-05-17 10:00", "2022-05-20 10:00")
        .extend(TimeLimit.workingDays(2), at("2022-05-20 11:00"), STREET, at("2022-05-20 12:00"), CALENDAR);
    assertThat(clock.deadline().due()).as("23 May, and two days stood, and two more").isEqualTo("2022-05-27");
    assertThat(clock.standing(at("2022-05-20 12:00"), CALENDAR).arithmetic().zh())
        .contains("等待鉴定或检测结论，5月17日 至 5月20日 停表", "延长 2 个工作日", "到 5月27日 24:00");
    assertThat(clock.standing(at("2022-05-20 12:00"), CALENDAR).arithmetic().en())
        .contains("stood from 17 May to 20 May (An appraisal or a test is awaited)", "extended by 2 working days");
  }

  @Test
  void usedAndLeftAreCountedInWorkingDaysAndTheLastDayIsNotMissed() {
    var clock = clock(rule(TimeLimit.workingDays(5), null, new Warning.Before(TimeLimit.workingDays(1))), "2022-04-22 09:00",
        CALENDAR);
    assertThat(read(clock, "2022-04-22 23:59")).isEqualTo("0+5 ON_TIME 还剩 5 个工作日");
    assertThat(read(clock, "2022-04-23 12:00")).as("a Saturday").isEqualTo("0+5 ON_TIME 还剩 5 个工作日");
    assertThat(read(clock, "2022-04-24 12:00")).as("a Sunday that is worked").isEqualTo("1+4 ON_TIME 还剩 4 个工作日");
    assertThat(read(clock, "2022-04-27 08:59")).isEqualTo("4+1 ON_TIME 还剩 1 个工作日");
    assertThat(read(clock, "2022-04-27 09:00")).isEqualTo("4+1 WARNING 还剩 1 个工作日");
    assertThat(read(clock, "2022-04-28 23:59")).isEqualTo("5+0 WARNING 今天到期");
    assertThat(read(clock, "2022-04-29 00:00")).as("24:00 of the last day is in time").startsWith("6+-1 WARNING");
    assertThat(read(clock, "2022-04-29 00:01")).isEqualTo("6+-1 OVERDUE 已逾期 1 个工作日");
    assertThat(read(clock, "2022-05-04 12:00")).as("days off do not add").isEqualTo("6+-1 OVERDUE 已逾期 1 个工作日");
  }

  @Test
  void aDelayIsSaidAsPeopleSayIt() {
    var clock = clock(TimeLimit.minutes(120), "2022-04-25 08:00");
    assertThat(read(clock, "2022-04-25 08:30")).endsWith("还剩 1 小时 30 分钟");
    assertThat(read(clock, "2022-04-25 09:15")).endsWith("还剩 45 分钟");
    assertThat(read(clock, "2022-04-25 10:45")).endsWith("已逾期 45 分钟");
    assertThat(read(clock, "2022-04-25 12:00")).endsWith("已逾期 2 小时");
    assertThat(read(clock, "2022-04-27 10:16")).as("2896 minutes").endsWith("已逾期 2 天");
    assertThat(read(clock, "2022-04-27 12:30")).endsWith("已逾期 2 天 2 小时");
    assertThat(clock.standing(at("2022-04-26 11:00"), CALENDAR).words().en()).isEqualTo("Overdue by 1 day 1 hour");
  }

  private static String read(Clock clock, String moment) {
    var standing = clock.standing(at(moment), CALENDAR);
    return standing.used() + "+" + standing.left() + " " + standing.course() + " " + standing.words().zh();
  }

  @Test
  void aStepDoneInTimeIsMetAndLaterIsMissedAndItsClockReadsAsItStoodThen() {
    var clock = clock(TimeLimit.workingDays(5), "2022-04-22 09:00");
    var met = clock.stop(at("2022-04-26 15:00"));
    assertThat(met.met()).contains(true);
    assertThat(read(met, "2023-01-05 09:00")).isEqualTo("3+2 MET 按时");
    assertThat(clock.stop(at("2022-04-29 08:00")).met()).contains(false);
    assertThat(clock.met()).isEmpty();
  }

  @Test
  void aStandingClockDoesNotExpireAndItsDoneStepIsMet() {
    var standing = clock(TimeLimit.workingDays(5), "2022-04-22 09:00")
        .pause(at("2022-04-26 15:00"), PauseReason.AWAITING_MATERIAL);
    assertThat(read(standing, "2022-06-01 09:00")).isEqualTo("3+2 PAUSED 停表，还剩 2 个工作日");
    assertThat(standing.stop(at("2022-06-01 09:00")).met()).contains(true);
    assertThat(read(standing.stop(at("2022-06-01 09:00")), "2022-07-01 09:00")).isEqualTo("3+2 MET 按时");
  }

  @Test
  void aClockPausedOnItsLastDayHasThatDayAgain() {
    var clock = clock(TimeLimit.workingDays(5), "2022-05-13 09:00");
    assertThat(clock.deadline().due()).as("a Friday").isEqualTo("2022-05-20");
    assertThat(paused(clock, "2022-05-20 10:00", "2022-05-23 10:00").deadline().due()).as("Monday").isEqualTo("2022-05-23");
    assertThat(paused(clock, "2022-05-20 10:00", "2022-05-21 10:00").deadline().due()).as("Saturday").isEqualTo("2022-05-23");
    assertThat(paused(clock, "2022-05-20 10:00", "2022-05-20 18:00").deadline().due()).isEqualTo("2022-05-20");
  }

  @Test
  void aLimitInMinutesMovesOnByTheExactTime() {
    var clock = paused(clock(TimeLimit.minutes(120), "2022-04-29 22:00"), "2022-04-29 22:30", "2022-04-29 23:15");
    assertThat(clock.deadline().dueAt()).isEqualTo(at("2022-04-30 00:45"));
    assertThat(read(clock, "2022-04-29 23:15")).as("minutes").startsWith("30+90 ");
  }

  @Test
  void aWarningAtAShareComesWhenSoMuchIsUsed() {
    assertThat(clock(rule(TimeLimit.workingDays(15), null, new Warning.AtShare(80)), "2022-04-22 09:00", CALENDAR).warnAt())
        .as("the twelfth of fifteen working days").isEqualTo(at("2022-05-11 09:00"));
    assertThat(clock(rule(TimeLimit.minutes(15), null, new Warning.AtShare(50)), "2022-04-22 09:00", CALENDAR).warnAt())
        .isEqualTo(at("2022-04-22 09:08"));
  }

  @Test
  void moreTimeIsGrantedOnceBeforeTheEndAndNoMoreThanTheRuleAllows() {
    var clock = clock(rule(TimeLimit.workingDays(15), TimeLimit.workingDays(10), null), "2022-04-22 09:00", CALENDAR);
    assertThat(codes(() -> extend(clock, 11, "2022-05-10 09:00"))).containsExactly("appeal.clock-extension-beyond");
    assertThat(codes(() -> extend(clock, 0, "2022-05-10 09:00"))).containsExactly("appeal.clock-extension-beyond");
    assertThat(codes(() -> extend(clock, 1, "2022-05-17 00:01"))).containsExactly("appeal.clock-expired");
    assertThat(codes(() -> clock.extend(TimeLimit.calendarDays(5), at("2022-05-10 09:00"), STREET, at("2022-05-10 09:00"),
        CALENDAR))).containsExactly("appeal.clock-extension-unit");
    var asked = clock.extend(TimeLimit.workingDays(10), at("2022-05-16 23:00"), STREET, at("2022-05-18 09:00"), CALENDAR);
    assertThat(asked.deadline().due()).as("asked in time, decided later").isEqualTo("2022-05-30");
    assertThat(codes(() -> extend(asked, 1, "2022-05-19 09:00"))).containsExactly("appeal.clock-extended-before");
    assertThat(codes(() -> extend(clock(TimeLimit.hours(24), "2022-04-22 09:00"), 1, "2022-04-22 10:00")))
        .containsExactly("appeal.clock-no-extension");
  }

  private static Clock extend(Clock clock, int days, String asked) {
    return clock.extend(TimeLimit.workingDays(days), at(asked), STREET, at(asked), CALENDAR);
  }

  @Test
  void whatCannotBeIsRefusedWithAllItsReasons() {
    var clock = clock(TimeLimit.workingDays(5), "2022-04-22 09:00");
    assertThat(codes(() -> clock.pause(at("2022-04-29 00:01"), PauseReason.FORCE_MAJEURE)))
        .containsExactly("appeal.clock-expired");
    assertThat(codes(() -> clock.resume(at("2022-04-25 09:00"), CALENDAR))).containsExactly("appeal.clock-not-paused");
    assertThat(codes(() -> clock.stop(at("2022-04-22 08:59")))).containsExactly("appeal.clock-backwards");
    var standing = clock.pause(at("2022-04-25 09:00"), PauseReason.AT_REQUEST);
    assertThat(codes(() -> standing.pause(at("2022-04-26 09:00"), PauseReason.FORCE_MAJEURE)))
        .containsExactly("appeal.clock-paused");
    assertThat(codes(() -> standing.resume(at("2022-04-25 08:00"), CALENDAR))).containsExactly("appeal.clock-backwards");
    var done = clock.stop(at("2022-04-25 09:00"));
    assertThat(codes(() -> done.resume(at("2022-04-20 09:00"), CALENDAR)))
        .containsExactly("appeal.clock-stopped", "appeal.clock-backwards", "appeal.clock-not-paused");
    assertThat(codes(() -> extend(done, 3, "2022-05-10 09:00")))
        .containsExactly("appeal.clock-stopped", "appeal.clock-no-extension", "appeal.clock-expired");
  }

  private static List<String> codes(ThrowingCallable act) {
    var refused = new Object() {
      List<String> codes = List.of();
    };
    assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class,
        e -> refused.codes = e.refusals().stream().map(Refusal::code).toList());
    return refused.codes;
  }

  @Test
  void aClockThroughAYearNotYetAnnouncedSaysSo() {
    var clock = clock(rule(TimeLimit.workingDays(5), null, null), "2026-12-30 09:00", CALENDAR.provisionalThrough(2028));
    assertThat(clock.deadline().provisional()).isTrue();
    assertThat(ClockWords.arithmetic(clock).zh()).endsWith("到 2027年1月6日 24:00，放假安排尚未公布，待确认");
  }

  @Test
  void aLimitThatEndsOnADayOffRollsOnWhenItsRuleSaysSoAlsoAfterAPause() {
    var clock = clock(TimeLimit.calendarDays(60).rolling(), "2022-01-04 09:00");
    assertThat(clock.deadline().due()).isEqualTo("2022-03-07");
    assertThat(clock.standing(at("2022-01-04 10:00"), CALENDAR).total()).as("with the two days it rolled").isEqualTo(62);
    assertThat(ClockWords.arithmetic(clock).zh()).contains("3月5日 不上班，顺延");
    var moved = paused(clock, "2022-01-10 09:00", "2022-01-12 09:00");
    assertThat(moved.deadline().due()).as("61 days end on Sunday, 6 March").isEqualTo("2022-03-07");
    assertThat(moved.deadline().arithmetic().rolledFrom()).contains(day("2022-03-06"));
    assertThat(moved.deadline().arithmetic().weekendDaysSkipped()).isEqualTo(1);
  }
}
