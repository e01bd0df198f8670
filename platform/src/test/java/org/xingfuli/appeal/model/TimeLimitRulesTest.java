package org.xingfuli.appeal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.xingfuli.appeal.model.Given.day;
import static org.xingfuli.appeal.model.Given.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.TimeLimit;
import org.xingfuli.kernel.TimeLimit.Roll;
import org.xingfuli.kernel.TimeLimit.Unit;

/** Which limit holds for an appeal, and what is wrong with limits. */
class TimeLimitRulesTest {

  private static final LocalDate APRIL = LocalDate.of(2022, 4, 30);
  private static final LocalDate MAY = LocalDate.of(2022, 5, 1);

  private static TimeLimitRule rule(String code, int version, int days, Set<AppealKind> kinds, Set<Urgency> urgencies,
      Set<Channel> channels, LocalDate from, @Nullable LocalDate to) {
    return new TimeLimitRule(code, version, Regime.HOTLINE, Step.REPLY, kinds, urgencies, channels,
        TimeLimit.workingDays(days), null, null, from, to, "test", true);
  }

  private static TimeLimitRule version(int version, int days, LocalDate from, @Nullable LocalDate to) {
    return rule("ALL", version, days, Set.of(), Set.of(), Set.of(), from, to);
  }

  private static int days(TimeLimitRules rules, AppealKind kind, Urgency urgency, Channel channel, LocalDate received) {
    return rules.applicable(Regime.HOTLINE, Step.REPLY, kind, urgency, channel, received).map(rule -> rule.limit().amount())
        .orElse(0);
  }

  @Test
  void theLimitThatSaysMostExactlyWhatItIsForHolds() {
    var rules = rules(version(1, 20, Given.EVER, null),
        rule("LETTERS", 1, 19, Set.of(), Set.of(), Set.of(Channel.LETTER), Given.EVER, null),
        rule("COMPLAINTS", 1, 15, Set.of(AppealKind.COMPLAINT, AppealKind.REPORT), Set.of(), Set.of(), Given.EVER, null),
        rule("URGENT", 1, 1, Set.of(), Set.of(Urgency.URGENT), Set.of(), Given.EVER, null));
    assertThat(days(rules, AppealKind.HELP, Urgency.ORDINARY, Channel.PHONE, MAY)).isEqualTo(20);
    assertThat(days(rules, AppealKind.HELP, Urgency.ORDINARY, Channel.LETTER, MAY)).isEqualTo(19);
    assertThat(days(rules, AppealKind.REPORT, Urgency.ORDINARY, Channel.LETTER, MAY)).isEqualTo(15);
    assertThat(days(rules, AppealKind.REPORT, Urgency.URGENT, Channel.LETTER, MAY)).isEqualTo(1);
    assertThat(rules.applicable(Regime.GAS, Step.REPLY, AppealKind.HELP, Urgency.ORDINARY, Channel.PHONE, MAY)).isEmpty();
    assertThat(rules.applicable(Regime.HOTLINE, Step.ACCEPT, AppealKind.HELP, Urgency.ORDINARY, Channel.PHONE, MAY)).isEmpty();
  }

  @Test
  void theVersionInForceOnTheDayOfReceiptHolds() {
    var rules = rules(version(1, 15, Given.EVER, APRIL), version(2, 13, MAY, null));
    assertThat(days(rules, AppealKind.HELP, Urgency.ORDINARY, Channel.PHONE, APRIL)).isEqualTo(15);
    assertThat(days(rules, AppealKind.HELP, Urgency.ORDINARY, Channel.PHONE, MAY)).isEqualTo(13);
    assertThat(days(rules, AppealKind.HELP, Urgency.ORDINARY, Channel.PHONE, Given.EVER.minusDays(1))).isZero();
  }

  private static List<String> codes(TimeLimitRule... rules) {
    return catchThrowableOfType(Refused.class, () -> rules(rules)).refusals().stream().map(Refusal::code).toList();
  }

  @Test
  void versionsThatOverlapLeaveAGapOrContestAnAppealAreFaultsAndAllAreToldAtOnce() {
    assertThat(codes(version(1, 15, Given.EVER, MAY), version(2, 13, MAY, null)))
        .containsExactly("appeal.time-limit-overlap");
    assertThat(codes(version(1, 15, Given.EVER, null), version(2, 13, MAY, null)))
        .containsExactly("appeal.time-limit-overlap");
    assertThat(codes(version(1, 15, Given.EVER, APRIL.minusDays(1)), version(2, 13, MAY, null)))
        .containsExactly("appeal.time-limit-gap");
    assertThat(codes(
        version(1, 15, Given.EVER, APRIL), version(2, 13, APRIL, day("2022-06-30")), version(3, 10, day("2022-07-02"), APRIL),
        rule("OTHER", 1, 9, Set.of(), Set.of(), Set.of(), MAY, null), rule("OTHER", 1, 9, Set.of(), Set.of(), Set.of(), MAY, null)))
        .containsExactly("appeal.time-limit-period", "appeal.time-limit-overlap", "appeal.time-limit-gap",
            "appeal.time-limit-twice", "appeal.time-limit-contested", "appeal.time-limit-contested");
  }

  @Test
  void twoLimitsThatNeverMeetContestNothing() {
    assertThat(rules(rule("A", 1, 5, Set.of(AppealKind.HELP), Set.of(), Set.of(), Given.EVER, null),
        rule("B", 1, 6, Set.of(AppealKind.REPORT), Set.of(), Set.of(), Given.EVER, null),
        rule("C", 1, 7, Set.of(), Set.of(), Set.of(), Given.EVER, APRIL),
        rule("D", 1, 8, Set.of(), Set.of(), Set.of(), MAY, null)).all()).hasSize(4);
    assertThat(codes(rule("A", 1, 5, Set.of(AppealKind.HELP, AppealKind.REPORT), Set.of(), Set.of(), Given.EVER, null),
        rule("B", 1, 6, Set.of(AppealKind.REPORT), Set.of(), Set.of(), MAY, null)))
        .containsExactly("appeal.time-limit-contested");
  }

  private static TimeLimitDraft draft(String code, int amount, Unit unit, @Nullable Integer extension,
      @Nullable Integer before, @Nullable Unit warnUnit, @Nullable Integer share, String source) {
    return new TimeLimitDraft(code, Regime.HOTLINE, Step.REPLY, Set.of(), Set.of(), Set.of(), amount, unit, Roll.NONE,
        extension, before, warnUnit, share, MAY, APRIL, source, true);
  }

  private static List<String> alone(TimeLimitDraft draft) {
    return TimeLimitCheck.alone(draft).stream().map(fault -> fault.values().get("pointer") + " "
        + fault.code().replace("appeal.time-limit-", "")).toList();
  }

  @Test
  void allThatIsWrongWithADraftIsToldAtOnceWithItsPlace() {
    assertThat(alone(draft("a b", 0, Unit.WORKING_DAYS, 999, 3, Unit.HOURS, null, " "))).containsExactly("/code code",
        "/amount amount", "/mostExtension amount", "/warnUnit warning-unit", "/source source", "/effectiveTo period");
    assertThat(alone(draft("OK", 24, Unit.HOURS, null, 1440, Unit.MINUTES, null, "x"))).as("as long as the limit")
        .containsExactly("/warnBefore warning", "/effectiveTo period");
    assertThat(alone(draft("OK", 24, Unit.HOURS, null, 1439, Unit.MINUTES, null, "x"))).containsExactly("/effectiveTo period");
    assertThat(alone(draft("OK", 24, Unit.HOURS, null, 1, null, 100, "x"))).containsExactly("/warnShare warning-share",
        "/warnShare warned-twice", "/effectiveTo period");
  }
}
