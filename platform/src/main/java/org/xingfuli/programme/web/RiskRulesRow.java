package org.xingfuli.programme.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.model.RiskRules;
import org.xingfuli.programme.store.RiskStore;

/**
 * What the risk of a year assumes, with the version an edit must have seen.
 *
 * @param plumFrom month and day, such as {@code 06-18}
 */
record RiskRulesRow(
    List<Integer> wetDays, double spell, String plumFrom, String plumUntil, int plumWet, double plumSpell, int fastest,
    int slowest, int tradeShare, int projectShare, int signatureChance, int signatureLeast, int signatureMost, int crewDayCost,
    int atRiskBelow, int target, boolean unconfirmed, String source, int version) {

  static RiskRulesRow of(RiskStore.Rules known) {
    return of(known.rules(), known.version());
  }

  static RiskRulesRow of(RiskRules rules, int version) {
    return new RiskRulesRow(rules.wetDays(), rules.spell(), monthDay(rules.plumFrom()), monthDay(rules.plumUntil()),
        rules.plumWet(), rules.plumSpell(), rules.fastest(), rules.slowest(), rules.tradeShare(), rules.projectShare(),
        rules.signatureChance(), rules.signatureLeast(), rules.signatureMost(), rules.crewDayCost(), rules.atRiskBelow(),
        rules.target(), rules.unconfirmed(), rules.source(), version);
  }

  private static String monthDay(MonthDay day) {
    return day.toString().substring(2);
  }

  /** All of it, said anew. Saying {@code unconfirmed: false} confirms it. */
  record Edit(
      @Nullable Integer version, @NotNull List<@NotNull Integer> wetDays, @NotNull Double spell,
      @NotNull @Pattern(regexp = MONTH_DAY) String plumFrom, @NotNull @Pattern(regexp = MONTH_DAY) String plumUntil,
      @NotNull Integer plumWet, @NotNull Double plumSpell, @NotNull Integer fastest, @NotNull Integer slowest,
      @NotNull Integer tradeShare, @NotNull Integer projectShare, @NotNull Integer signatureChance,
      @NotNull Integer signatureLeast, @NotNull Integer signatureMost, @NotNull Integer crewDayCost,
      @NotNull Integer atRiskBelow, @NotNull Integer target, @NotNull Boolean unconfirmed,
      @NotNull @Size(max = 200) String source) {

    /** Every day every year has. */
    private static final String MONTH_DAY = "(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8])";

    RiskRules rules() {
      return new RiskRules(wetDays, spell, MonthDay.parse("--" + plumFrom), MonthDay.parse("--" + plumUntil), plumWet,
          plumSpell, fastest, slowest, tradeShare, projectShare, signatureChance, signatureLeast, signatureMost, crewDayCost,
          atRiskBelow, target, unconfirmed, source.strip());
    }
  }
}
