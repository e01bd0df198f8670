package org.xingfuli.appeal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.model.ClockWords;
import org.xingfuli.appeal.model.PauseReason;
import org.xingfuli.appeal.model.Regime;
import org.xingfuli.appeal.model.TimeLimitRule;
import org.xingfuli.appeal.model.TimeLimitRules;
import org.xingfuli.appeal.model.Warning;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.TestDatabase;
import org.xingfuli.kernel.TimeLimit;

/** The limits that ship with the product: what they are for, what they rest on, and which of them is only ours. */
class TimeLimitStoreTest {

  private static final TestDatabase DB = TestDatabase.fresh();

  private final TimeLimitStore store = new TimeLimitStore(DB.jdbc());

  private static <T> T system(Supplier<T> work) {
    return DB.transactions().as(SystemScope.of("test"), work);
  }

  private TimeLimitRules shipped() {
    return system(store::rules);
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}, received {4}: {5}, {6}")
  @CsvSource(nullValues = "-", value = {
    "HOTLINE, ACCEPT, CONSULTATION, ORDINARY, 2022-04-22, 24 小时, -, true",
    "HOTLINE, ACCEPT, COMPLAINT, EMERGENCY, 2022-04-22, 15 分钟, -, true",
    "HOTLINE, DISPATCH, HELP, ORDINARY, 2022-04-22, 24 小时, -, true",
    "HOTLINE, REPLY, CONSULTATION, ORDINARY, 2022-04-22, 5 个工作日, 5 个工作日, true",
    "HOTLINE, REPLY, HELP, ORDINARY, 2022-04-22, 5 个工作日, 5 个工作日, true",
    "HOTLINE, REPLY, COMPLAINT, ORDINARY, 2022-04-22, 15 个工作日, 10 个工作日, true",
    "HOTLINE, REPLY, SUGGESTION, ORDINARY, 2022-04-22, 15 个工作日, 10 个工作日, true",
    "HOTLINE, REPLY, REPORT, ORDINARY, 2022-04-22, 15 个工作日, 10 个工作日, true",
    "HOTLINE, REPLY, COMPLAINT, URGENT, 2022-04-22, 24 小时, -, true",
    "HOTLINE, REPLY, HELP, EMERGENCY, 2022-04-22, 2 小时, -, true",
    "HOTLINE, CALL_BACK, HELP, ORDINARY, 2022-04-22, 1 个工作日, -, true",
    "PETITION, ACCEPT, PETITION, ORDINARY, 2022-05-10, 15 天, -, false",
    "PETITION, DISPATCH, PETITION, ORDINARY, 2022-05-10, 15 天, -, false",
    "PETITION, RETURN, PETITION, ORDINARY, 2022-05-05, 5 个工作日, -, false",
    "PETITION, REPLY, PETITION, ORDINARY, 2022-05-10, 60 天, 30 天, false",
    "GAS, REPLY, CONSULTATION, ORDINARY, 2022-04-22, 5 个工作日, -, false",
    "GAS, REPLY, COMPLAINT, ORDINARY, 2022-04-22, 15 个工作日, -, false",
    "WARRANTY, REPLY, COMPLAINT, ORDINARY, 2022-12-22, 15 个工作日, 15 个工作日, true"})
  void anAppealHasTheLimitOfItsRules(Regime regime, Step step, AppealKind kind, Urgency urgency, LocalDate received,
      String limit, String extension, boolean unconfirmed) {
    var rule = shipped().applicable(regime, step, kind, urgency, Channel.HOTLINE_12345, received).orElseThrow();
    assertThat(ClockWords.of(rule.limit()).zh()).isEqualTo(limit);
    var most = rule.mostExtension();
    assertThat(most == null ? null : ClockWords.of(most).zh()).isEqualTo(extension);
    assertThat(rule.unconfirmed()).isEqualTo(unconfirmed);
  }

  @Test
  void aPetitionReceivedOnTheLastDayOfAprilKeepsToTheOldRegulationAndOnTheFirstOfMayToTheNew() {
    for (var step : EnumSet.of(Step.ACCEPT, Step.DISPATCH, Step.REPLY)) {
      assertThat(petition(step, LocalDate.of(2022, 4, 30)).source()).startsWith("信访条例（2005）");
      assertThat(petition(step, LocalDate.of(2022, 5, 1)).source()).startsWith("信访工作条例");
    }
  }

  private TimeLimitRule petition(Step step, LocalDate received) {
    return shipped().applicable(Regime.PETITION, step, AppealKind.PETITION, Urgency.ORDINARY, Channel.LETTER, received)
        .orElseThrow();
  }

  @Test
  void whatIsUrgentKeepsToTheHoursOfTheHotlineWhereTheLawSaysDays() {
    for (var regime : EnumSet.of(Regime.GAS, Regime.WARRANTY)) {
      for (var urgency : EnumSet.of(Urgency.URGENT, Urgency.EMERGENCY)) {
        assertThat(shipped().applicable(regime, Step.REPLY, AppealKind.COMPLAINT, urgency, Channel.PHONE,
            LocalDate.of(2022, 4, 22))).as("%s %s", regime, urgency).isEmpty();
      }
    }
  }

  @Test
  void anAssumptionSaysThatItIsOneAndALawNamesItsArticle() {
    assertThat(shipped().all()).hasSizeGreaterThan(20).allSatisfy(rule ->
        assertThat(rule.source()).as(rule.code()).matches(rule.unconfirmed() ? "assumption: .+" : ".*条例.*第.+条"));
    assertThat(system(store::pauseReasons)).extracting(TimeLimitStore.ReasonRow::reason).containsExactly(PauseReason.values());
    assertThat(system(store::pauseReasons)).allSatisfy(row -> assertThat(row.unconfirmed()).isTrue());
  }

  @Test
  void aVersionIsReadAsItWasWritten() {
    var rule = new TimeLimitRule("ROUND.TRIP", 4, Regime.WARRANTY, Step.RETURN, Set.of(AppealKind.HELP, AppealKind.REPORT),
        Set.of(Urgency.URGENT), Set.of(Channel.LETTER, Channel.VISIT), TimeLimit.calendarDays(9).rolling(),
        TimeLimit.calendarDays(3), new Warning.AtShare(66), LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31), "文号", true);
    var row = system(() -> {
      store.insert(rule);
      return store.rows().stream().filter(each -> each.rule().code().equals("ROUND.TRIP")).findFirst().orElseThrow();
    });
    assertThat(row).isEqualTo(new TimeLimitStore.Row(rule, 1));
    var changed = rule.endingOn(null).resting("另一文号", false);
    assertThat(system(() -> store.update(changed, 1))).isTrue();
    assertThat(system(() -> store.update(changed, 1))).as("somebody was faster").isFalse();
    assertThat(shipped().versions("ROUND.TRIP")).containsExactly(changed);
  }
}
